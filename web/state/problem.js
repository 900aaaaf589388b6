/**
 * Why text from outside was refused, or a note about it. The sentence, in the reader's language, is
 * the one under the key `problem.<code>`.
 * @typedef {object} Problem
 * @property {string} code
 * @property {Record<string, number | string>} numbers what the sentence names, by placeholder; rows,
 *   columns and planes count from 1
 * @property {string} [field] the key of the link that it is about
 * @property {string} [text] the offending text, shortened
 */

// Enough to find the place by; a sentence has to hold it.
const longestText = 40;

/**
 * A problem, its text shortened to what fits into a sentence.
 * @param {string} code
 * @param {Record<string, number | string>} [numbers]
 * @param {string} [text]
 * @returns {Problem}
 */
export function problem(code, numbers = {}, text) {
  if (text === undefined) return { code, numbers };
  const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return { code, numbers, text: short };
}

/**
 * Whether a reader answered with a problem in place of a value.
 * @param {unknown} answer
 * @returns {answer is Problem}
 */
export function isProblem(answer) {
  return typeof answer === 'object' && answer !== null && 'code' in answer;
}
