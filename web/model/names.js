import { cellAt } from '../state/tensor.js';

/** @typedef {'x' | 'k' | 'b' | 'y'} Tensors */

/**
 * The letter of a tensor.
 * @param {Tensors} operand
 */
export const letter = (operand) => operand.toUpperCase();

/**
 * What a cell is called: `Y[1,1]`, with the channels in front where there are several.
 * @param {Tensors} operand
 * @param {readonly number[]} shape
 * @param {number} offset
 */
export function cellName(operand, shape, offset) {
  const cell = cellAt([...shape], offset);
  if (operand === 'b') return `b[${offset}]`;
  const several = operand === 'k' ? shape[0] * shape[1] > 1 : shape[1] > 1;
  const from = several ? (operand === 'k' ? 0 : 1) : 2;
  return `${letter(operand)}[${cell.slice(from).join(',')}]`;
}

/** @type {Map<string, (offset: number) => string>} */
const namers = new Map();

/**
 * What the cells of a tensor are called: the same function for the same names, by which a grid sees that
 * it need not write them again.
 * @param {Tensors} operand
 * @param {readonly number[]} shape
 * @param {string} [called] the tensor's name, where it is not the operand's letter
 */
export function namer(operand, shape, called = '') {
  const key = `${operand} ${shape} ${called}`;
  const known = namers.get(key);
  if (known) return known;
  const name = (/** @type {number} */ offset) =>
    called + cellName(operand, shape, offset).slice(called ? 1 : 0);
  if (namers.size >= 64) namers.clear();
  namers.set(key, name);
  return name;
}

/**
 * A shape as it is read: X and Y without their batch of one.
 * @param {Tensors} operand
 * @param {readonly number[]} shape
 */
export const shapeName = (operand, shape) =>
  (operand === 'k' ? shape : operand === 'b' ? shape.slice(2, 3) : shape.slice(1)).join(' × ');
