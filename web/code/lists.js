import { numberText } from './layer.js';

/**
 * How a language writes numbers in lists.
 * @typedef {object} Style
 * @property {string} open
 * @property {string} close
 * @property {(value: number) => string} number
 */

/** What a result can be besides a number: `infinite` comes after its sign.
 * @param {string} infinite
 * @param {string} none
 * @returns {(value: number) => string}
 */
const written = (infinite, none) => (value) => {
  if (Number.isFinite(value)) return numberText(value);
  if (Number.isNaN(value)) return none;
  return value > 0 ? infinite : `-${infinite}`;
};

/** @type {Record<'python' | 'matlab' | 'cpp', (value: number) => string>} */
export const numberIn = {
  python: written("float('inf')", "float('nan')"),
  matlab: written('Inf', 'NaN'),
  cpp: written('std::numeric_limits<double>::infinity()', 'std::nan("")'),
};

/** @type {Record<'python' | 'cpp', Style>} */
export const styles = {
  python: { open: '[', close: ']', number: numberIn.python },
  cpp: { open: '{', close: '}', number: numberIn.cpp },
};

/**
 * A tensor as lists in lists, a row a line.
 * @param {import('./layer.js').Numbers} numbers
 * @param {Style} style
 * @param {number} indent of the lines after the first
 */
export function nestedText({ shape, data }, { open, close, number }, indent) {
  let at = 0;
  /** @param {number} depth @returns {string} */
  const list = (depth) => {
    if (depth === shape.length) return number(data[at++]);
    const items = Array.from({ length: shape[depth] }, () => list(depth + 1));
    const row = depth === shape.length - 1;
    const separator = row ? ', ' : `,\n${' '.repeat(indent + depth + 1)}`;
    return `${open}${items.join(separator)}${close}`;
  };
  return list(0);
}
