import { plainText } from '../number.js';
import { problem } from '../problem.js';
import { readBrackets } from './brackets.js';
import { readRows } from './rows.js';

// Far beyond what can be edited; keeps a slip of the clipboard from stopping the page.
const longestText = 2 ** 22;

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
  const bare = plain.replace(/^[A-Za-z]\w*\s*=(?!=)/, '').trim();
  if (bare === '') return problem('empty');

  // C++ and Mathematica write lists in braces.
  const listed = plain.includes('[')
    ? plain
    : plain.replace(/[{}]/g, (c) => (c === '{' ? '[' : ']'));
  if (!listed.includes('[')) return readRows(bare);
  return readBrackets(listed.replace(/[ \t\r]+/g, ' ').replace(/ ?\/ ?/g, '/'));
}
