import { plainText } from '../number.js';
import { isProblem, problem } from '../problem.js';
import { readBrackets } from './brackets.js';
import { readRows, readSheet } from './rows.js';

// Far beyond what can be edited; keeps a slip of the clipboard from stopping the page.
const longestText = 2 ** 22;

const label = /^[A-Za-z]\w*\s*=(?!=)/;

/**
 * A tensor that was pasted. A whole one takes the place of what is there; a block lies over it from a
 * cell on.
 * @typedef {{ tensor: import('../tensor.js').Literal, whole: boolean }} Pasted
 */

/**
 * Whether a text is more than what is typed into one cell.
 * @param {string} text
 */
export const isBlock = (text) => /[\n\t;,[\]()]|\S\s+\S/.test(plainText(text).trim());

/**
 * Reads what came with a paste: its text and, for what spreadsheets alone can tell, its HTML.
 * @param {string} text
 * @param {string} [html]
 * @returns {Pasted | import('../problem.js').Problem}
 */
export function readPaste(text, html = '') {
  const plain = plainText(text).trim();
  const whole = /[[{]/.test(plain) || label.test(plain);
  const tensor = !whole && isSheet(plain, html) ? readSheet(plain) : readText(text);
  return isProblem(tensor) ? tensor : { tensor, whole };
}

/**
 * Whether the text is the cells of the table that the HTML shows: then commas do not part its numbers.
 * @param {string} plain
 * @param {string} html
 */
function isSheet(plain, html) {
  const cells = html.match(/<td\b/gi)?.length;
  return cells === plain.split(/[\t\n]/).length;
}

/**
 * Reads a block of numbers that somebody pasted, from code, a console or a spreadsheet: a tensor
 * with leading ones filled in, or what is wrong and where.
 * @param {string} text
 * @returns {import('../tensor.js').Literal | import('../problem.js').Problem}
 */
export function readText(text) {
  if (text.length > longestText) {
    return problem('too-long', { length: text.length, limit: longestText });
  }
  const plain = plainText(text).trim();
  // `A =`, above the rows, is how MATLAB shows a matrix.
  const bare = plain.replace(label, '').trim();
  if (bare === '') return problem('empty');

  // C++ and Mathematica write lists in braces.
  const listed = plain.includes('[')
    ? plain
    : plain.replace(/[{}]/g, (c) => (c === '{' ? '[' : ']'));
  if (!listed.includes('[')) return readRows(bare);
  return readBrackets(listed.replace(/[ \t\r]+/g, ' ').replace(/ ?\/ ?/g, '/'));
}
