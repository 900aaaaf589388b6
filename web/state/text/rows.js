import { readNested } from '../nested.js';

/**
 * Reads a matrix without brackets, a row a line: CSV, the tab-separated cells of a spreadsheet, or
 * columns of numbers; `0,1;2,3` on one line as in a link.
 * @param {string} text
 * @returns {import('../tensor.js').Literal | import('../problem.js').Problem}
 */
export function readRows(text) {
  return readNested([[rowsOf(text).map((row) => row.map(unquoted))]]);
}

/**
 * The number texts of each row, as the separators in the text suggest.
 * @param {string} text
 * @returns {string[][]}
 */
function rowsOf(text) {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (text.includes('\t')) return lines.map((line) => line.split('\t').map(withPoint));

  const rows = lines.map((line) => withoutLast(line.trim(), ';'));
  if (rows.length === 1) return rows[0].split(';').map(values);
  // Where the decimal separator is a comma, spreadsheets put semicolons between values.
  if (rows.some((row) => row.includes(';'))) {
    return rows.map((row) => row.split(';').map(withPoint));
  }
  return rows.map(values);
}

/** The number texts between commas, or else between blanks. @param {string} row */
function values(row) {
  if (row.includes(',')) return withoutLast(row.trim(), ',').split(',');
  return row
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
    .split(' ');
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
  return text.trim().replace(/^"([^"]*)"$/, '$1');
}
