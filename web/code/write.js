import { formats } from './formats/index.js';
import { isWritten } from './python.js';

/**
 * @typedef {import('./layer.js').Layer} Layer
 * @typedef {import('./layer.js').Format} Format
 */

/**
 * The format of a name.
 * @param {string} name
 * @returns {Format | undefined}
 */
export const formatNamed = (name) => formats.find((format) => format.name === name);

/**
 * The operand that a format cannot write: too large for a program, and not made by a formula that it
 * has.
 * @param {Layer} layer
 * @param {Format} format
 * @returns {'x' | 'k' | undefined}
 */
export function unwritable(layer, { writes = pythonWrites }) {
  return /** @type {const} */ (['x', 'k']).find((operand) => !writes(layer[operand]));
}

/** @param {import('./layer.js').Numbers} numbers */
const pythonWrites = (numbers) => isWritten(numbers) || numbers.generator !== undefined;
