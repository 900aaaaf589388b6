import { problem } from '../../state/problem.js';
import { mostListed } from '../../state/limits.js';
import { parseNumber } from '../../state/number.js';

/**
 * Tables of programs for spreadsheets and statistics: cells between commas, semicolons or tabs, in quotes or
 * not, with a line of names above and a column of names or numbers before them, or without.
 *
 * @typedef {import('./bytes.js').Dense} Dense
 * @typedef {import('../../state/problem.js').Problem} Problem
 */

/**
 * @param {string} text
 * @returns {{ array: Dense, notes: Problem[] } | Problem}
 */
export function readTable(text) {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '');
  if (lines.trim() === '') return problem('empty');
  const separator = separatorOf(lines);
  const all = rowsOf(lines, separator);
  const filled = (/** @type {string[]} */ row) => row.some((cell) => cell.trim() !== '');
  const rows = all.filter(filled);
  // A comma in a cell, where commas part them, was in quotes.
  const decimal = !/\d\.\d/.test(lines);
  const number = (/** @type {string} */ cell) =>
    parseNumber((decimal ? cell.replace(',', '.') : cell).trim());
  /** @type {Problem[]} */
  const notes = [];
  const isName = (/** @type {string} */ cell) =>
    number(cell) === undefined && /^(?![-+]?(?:[\d.]|nan|inf))./i.test(cell.trim());
  const named = (/** @type {string[]} */ row) => row.some(isName);
  let first = 0;
  let column = 0;
  if (
    rows.length > 1 &&
    named(rows[0]) &&
    rows[0].every((cell) => isName(cell) || cell.trim() === '' || /^\d+$/.test(cell.trim()))
  ) {
    first = 1;
    notes.push(problem('table-header'));
  } else if (rows.length > 1 && rows[0][0].trim() === '' && rows[0].length === rows[1].length) {
    // pandas: the names of the columns are numbers, those of the rows too.
    first = 1;
    notes.push(problem('table-header'));
  }
  const beneath = rows.slice(first);
  const index =
    beneath.every((row) => row.length > 1 && number(row[0]) === undefined) ||
    (first === 1 &&
      /^(?:unnamed.*|index|id|)$/i.test(rows[0][0].trim()) &&
      beneath.every((row, i) => Number(row[0]) === i || number(row[0]) === undefined));
  if (index && beneath[0].length > 1) {
    column = 1;
    notes.push(problem('table-index'));
  }
  const width = beneath[0].length - column;
  if (width * beneath.length > mostListed)
    return problem('many', { count: width * beneath.length, limit: mostListed });
  const data = new Float64Array(width * beneath.length);
  for (const [i, row] of beneath.entries()) {
    const cells = row.slice(column);
    const at = { row: i + 1 + first };
    if (cells.length !== width)
      return problem('ragged', { ...at, count: cells.length, expected: width });
    for (const [j, cell] of cells.entries()) {
      const place = { ...at, column: j + 1 + column };
      if (cell.trim() === '') return problem('empty-cell', place);
      const value = number(cell);
      if (value === undefined) return problem('not-number', place, cell.trim());
      data[i * width + j] = value;
    }
  }
  const planes = planesIn(all, filled, first);
  const shape = planes > 1 ? [planes, beneath.length / planes, width] : [beneath.length, width];
  return { array: { shape, data }, notes };
}

/**
 * How many channels there are, which blank lines part: as many rows in each, and more than one.
 * @param {string[][]} rows
 * @param {(row: string[]) => boolean} filled
 * @param {number} head how many lines are above the numbers
 */
function planesIn(rows, filled, head) {
  const blocks = [0];
  for (const row of rows) {
    if (filled(row)) blocks[blocks.length - 1]++;
    else if (blocks[blocks.length - 1] > 0) blocks.push(0);
  }
  const counts = blocks.filter((count) => count > 0);
  counts[0] -= head;
  return counts[0] > 1 && counts.every((count) => count === counts[0]) ? counts.length : 1;
}

/** Tabs, then semicolons, beside which commas are decimal ones. @param {string} text */
const separatorOf = (text) =>
  text.includes('\t') ? '\t' : text.includes(';') ? ';' : text.includes(',') ? ',' : ' ';

/** The cells of each line; one in quotes may have anything in it. @param {string} text @param {string} separator */
function rowsOf(text, separator) {
  /** @type {string[][]} */
  const rows = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows[rows.length - 1].push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const each = text[i];
    if (quoted) {
      if (each !== '"') cell += each;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (each === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (each === '\n') {
      end();
      rows.push([]);
    } else if (each === separator) {
      if (separator !== ' ' || cell !== '') end();
    } else cell += each;
  }
  end();
  return rows;
}
