import { problem } from './problem.js';

/**
 * What pages around give to the element's properties: texts, by right, but it may be anything.
 */

/** Anything as a text; a thing that refuses to be one, as its kind. @param {unknown} value */
export function asText(value) {
  try {
    return String(value ?? '');
  } catch {
    return typeof value;
  }
}

/** Anything as the text of a link, or why it is none.
 * @param {unknown} value
 * @returns {string | import('./problem.js').Problem} */
export const asLink = (value) =>
  ['object', 'function', 'symbol'].includes(typeof value) && value !== null
    ? problem('no-text', {}, asText(value))
    : asText(value);

/** As many names are looked at. */
const mostNames = 64;

/**
 * The names in a list that was given, each once.
 * @param {unknown} value joined by commas or spaces
 * @param {readonly string[]} known names that come first, however many others there are
 */
export function namesIn(value, known) {
  const names = new Set(asText(value).split(/[\s,]+/));
  names.delete('');
  return [...known.filter((name) => names.delete(name)), ...[...names].slice(0, mostNames)];
}
