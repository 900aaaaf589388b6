import { problem } from './problem.js';

// What a reader of links goes into at most. Longer texts are refused before they are taken apart.

/** The numbers of a tensor that the engine makes or computes. */
export const mostElements = 2 ** 24;
/** The numbers that are given one by one: those of the largest kernel that can be edited. */
export const mostListed = 2 ** 18;
/** The keys of a link. */
export const mostKeys = 1000;
/** The characters of a link. Browsers stop at half of it. */
export const longestText = 2 ** 22;

/**
 * A problem when a text that is a list would have too many items.
 * @param {string} text
 * @param {string} separators characters that part the items
 * @param {number} limit
 */
export function tooMany(text, separators, limit) {
  if (text.length < limit) return undefined;
  let count = 1;
  for (const character of separators) {
    for (let i = -1; (i = text.indexOf(character, i + 1)) >= 0;) count++;
  }
  return count > limit ? problem('many', { count, limit }) : undefined;
}
