import { atOnce, nestedSteps, readNested } from '../nested.js';

/** @typedef {import('../tensor.js').Literal | import('../problem.js').Problem} Answer */

/**
 * Reads matrices without brackets, a row a line: CSV, the tab-separated cells of a spreadsheet, or
 * columns of numbers; `0,1;2,3` on one line as in a link. Blank lines part the channels.
 * @param {string} text
 * @returns {Answer}
 */
export function readRows(text) {
  return planesOf(text, splitterFor(text));
}

/**
 * Reads cells that are known to come from a spreadsheet: one column of them has nothing between its
 * cells that would tell a decimal comma from one between numbers.
 * @param {string} text
 * @returns {Answer}
 */
export function readSheet(text) {
  return planesOf(text, cells);
}

/**
 * @param {string} text
 * @param {(line: string) => string[][]} split
 */
function planesOf(text, split) {
  const blocks = blocksOf(text);
  // Rows that all stand apart are one matrix, with twice the space between its lines.
  const planes = blocks.every((lines) => lines.length === 1) ? [blocks.flat()] : blocks;
  const rows = (/** @type {string} */ line) => split(line).map((row) => row.map(unquoted));
  const [[first, ...more], ...others] = planes;
  // Of several lines, each is a row, and is parted when it is read.
  return more.length + others.length === 0
    ? readNested([[rows(first)]])
    : atOnce(nestedSteps([planes], (line) => rows(line)[0]));
}

/** The lines between blank ones. @param {string} text */
function blocksOf(text) {
  /** @type {string[][]} */
  const blocks = [];
  let parted = true;
  for (const line of text.split(/\r\n?|\n/)) {
    const blank = line.trim() === '';
    if (!blank && parted) blocks.push([]);
    if (!blank) blocks[blocks.length - 1].push(line);
    parted = blank;
  }
  return blocks;
}

/**
 * What makes rows of number texts of a line, as the separators in the text suggest.
 * @param {string} text
 * @returns {(line: string) => string[][]}
 */
function splitterFor(text) {
  if (text.includes('\t')) return cells;
  if (!text.trim().includes('\n')) {
    return (line) => withoutLast(line.trim(), ';').split(';').map(values);
  }
  // Where the decimal separator is a comma, spreadsheets put semicolons between values.
  const parted = text.split(/\r\n?|\n/).some((line) => withoutLast(line.trim(), ';').includes(';'));
  return (line) => {
    const row = withoutLast(line.trim(), ';');
    return [parted ? row.split(';').map(withPoint) : values(row)];
  };
}

/** @param {string} line */
const cells = (line) => [line.split('\t').map(withPoint)];

/** The number texts between commas, or else between blanks. @param {string} row */
function values(row) {
  if (row.includes(',')) return withoutLast(row.trim(), ',').split(',');
  const parted = row.includes('/') ? row.replace(/\s+/g, ' ').replace(/ ?\/ ?/g, '/') : row;
  return parted.trim().split(/\s+/);
}

/**
 * A decimal comma as a point, but not in `1,234`, which is another number where commas group digits.
 * @param {string} text
 */
function withPoint(text) {
  const grouped = /^\s*[+-]?[1-9]\d{0,2},\d{3}\s*$/.test(text);
  return grouped ? text : text.replace(',', '.');
}

/**
 * @param {string} text
 * @param {string} end
 */
function withoutLast(text, end) {
  return text.endsWith(end) ? text.slice(0, -1) : text;
}

/** @param {string} text */
function unquoted(text) {
  const bare = text.trim();
  return bare[0] === '"' ? bare.replace(/^"([^"]*)"$/, '$1') : bare;
}
