/**
 * What a program is written of: a layer with its numbers, every setting spelled out. Its sizes are the
 * engine's.
 *
 * @typedef {object} Numbers
 * @property {number[]} shape four sizes
 * @property {ArrayLike<number>} data row-major
 * @property {{ name: string, args: number[] }} [generator] what made them
 *
 * @typedef {object} Layer
 * @property {'conv' | 'tconv'} op
 * @property {Numbers} x (1, in, H, W)
 * @property {Numbers} k (out, in/groups, kh, kw) or, of a transposed convolution, (in, out/groups, kh, kw)
 * @property {Numbers} y (1, out, H, W)
 * @property {number[] | undefined} bias one number for each output channel
 * @property {number[]} stride height, width
 * @property {number[]} dilation height, width
 * @property {number[]} outputPadding height, width; zeros for a convolution
 * @property {number[]} padding top, bottom, left, right
 * @property {number} groups
 *
 * @typedef {object} Program
 * @property {string} name of the file, without its extension
 * @property {string} text
 *
 * What is to be written in one place of a framework's layer, and what it states: numbers as in PyTorch,
 * in the order in which they are written; nothing where they are not numbers. What is no code is said by the
 * words under `code.means.<means>`.
 * @typedef {{ text: string, value?: readonly number[], means?: Means }} Cell
 * @typedef {'taps' | 'afterTaps' | 'cells' | 'more' | 'inPadding' | 'flipped'} Means
 * @typedef {'padding' | 'stride' | 'dilation' | 'outputPadding' | 'kernel'} Place
 *
 * A framework or language that layers are written for.
 * @typedef {object} Format
 * @property {string} name
 * @property {string} label
 * @property {string} extension of a program's file
 * @property {(layer: Layer) => string} write a program that leaves the output in `Y`, (N, C, H, W), and
 *   asserts it
 * @property {(layer: Layer) => Uint8Array} [bytes] the layer as a file of the framework's own
 * @property {(numbers: Numbers) => boolean} [writes] whether it can write a tensor; by default those that
 *   are not too large or that NumPy makes by a formula
 * @property {(layer: Layer) => Record<Place, Cell>} cells
 * @property {Reader} [reads] where the loops and calls of its programs are not those that people write
 *
 * The other half of a format: what a program that it wrote says of its layer.
 * @typedef {object} Reader
 * @property {RegExp} mark what each of its programs has, from its heading on
 * @property {RegExp} body where what comes after the tensors begins
 * @property {(text: string, sizes: Sizes) => Read | undefined} settings nothing where the program is another's
 *   or was changed
 *
 * @typedef {{ op: 'conv' | 'tconv', x: readonly number[], k: readonly number[] }} Sizes shapes of four sizes
 * @typedef {Pick<Layer, 'stride' | 'dilation' | 'outputPadding' | 'groups'> & { padding: number[] | 'keras-same' }} Read
 */

/** PyTorch's names, which the programs use too. */
export const operationNames = { conv: 'conv2d', tconv: 'conv_transpose2d' };

/** Whether any number of a list is not this one.
 * @param {readonly number[]} list
 * @param {number} usual
 */
export const unusual = (list, usual) => list.some((number) => number !== usual);

/** Whether both sides of each axis have the same padding: all that PyTorch knows. @param {Layer} layer */
export const symmetric = ({ padding: [top, bottom, left, right] }) =>
  top === bottom && left === right;

/** The padding before and after, for each axis. @param {Layer} layer */
export const padsByAxis = ({ padding: [top, bottom, left, right] }) => [
  [top, bottom],
  [left, right],
];

/** How many cells the kernel covers on each axis, its gaps included. @param {Layer} layer */
export const extents = ({ k, dilation }) =>
  dilation.map((step, i) => step * (k.shape[2 + i] - 1) + 1);

/**
 * A number as all of the languages read it: the shortest that reads back, never a whole number that
 * their integers cannot hold.
 * @param {number} value finite
 */
export const numberText = (value) =>
  Number.isInteger(value) && Math.abs(value) >= 1e15
    ? value.toExponential().replace('e+', 'e')
    : String(value).replace('e+', 'e');

/** What was found out about lists, which never change, by what made it. @type {WeakMap<object, any>} */
const known = new WeakMap();

/**
 * @template T
 * @param {ArrayLike<number>} list
 * @param {string} what
 * @param {() => T} find
 * @returns {T} as found the first time
 */
function once(list, what, find) {
  const before = known.get(list) ?? {};
  known.set(list, before);
  return (before[what] ??= find());
}

/** The largest magnitude of a list. @param {ArrayLike<number>} list */
const largest = (list) => once(list, 'largest', () => searched(list));

/** @param {ArrayLike<number>} list */
function searched(list) {
  let most = 0;
  for (let i = 0; i < list.length; i++) most = Math.max(most, Math.abs(list[i]));
  return most;
}

/**
 * How far two ways to add up the same products may be apart, as an exponent of ten.
 * @param {Layer} layer
 * @param {number} digits that the type holds
 */
function toleranceExponent({ op, x, k, bias = [], groups }, digits) {
  const [outer, inner, rows, columns] = k.shape;
  const terms = (op === 'conv' ? inner : outer / groups) * rows * columns;
  return exponent(largest(x.data) * largest(k.data) * terms + largest(bias)) + 1 - digits;
}

/** Of the power of ten that is not below a number; of 1 for 0. @param {number} value */
const exponent = (value) => Math.ceil(Math.log10(value || 1));

/** @param {number} power */
const powerOfTen = (power) => `1e${Math.min(300, Math.max(-300, power))}`;

/**
 * How far a number of Y may be from the page's.
 * @param {Layer} layer
 * @param {number} [digits] that the type holds
 */
export const tolerance = (layer, digits = 16) => powerOfTen(toleranceExponent(layer, digits));

/**
 * What stands for a Y that is too large to write out: the sum of its numbers, that of each times its
 * place, from 1/n to 1, and how far the sums may be from the page's.
 * @param {Layer} layer
 * @param {number} [digits] that the type holds
 */
export function sums(layer, digits = 16) {
  const { data } = layer.y;
  const { sum, weighted, magnitudes } = once(data, 'sums', () => added(data));
  // Adding so many numbers rounds as well.
  const rounding = exponent(magnitudes) + exponent(data.length) - 16;
  const cells = exponent(data.length) + toleranceExponent(layer, digits);
  return {
    sum: Number(sum.toPrecision(12)),
    weighted: Number(weighted.toPrecision(12)),
    near: powerOfTen(Math.max(rounding, cells)),
  };
}

/** @param {ArrayLike<number>} data */
function added(data) {
  let [sum, weighted, magnitudes] = [0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    sum += data[i];
    weighted += (data[i] * (i + 1)) / data.length;
    magnitudes += Math.abs(data[i]);
  }
  return { sum, weighted, magnitudes };
}
