import { size } from '../state/tensor.js';
import { nestedText, numberIn, styles } from './lists.js';
import { operationNames, sums, tolerance, unusual } from './layer.js';

/**
 * What all programs in Python have in common.
 *
 * @typedef {import('./layer.js').Layer} Layer
 * @typedef {import('./layer.js').Numbers} Numbers
 */

/** The most numbers of one tensor that a program writes out. */
export const mostWritten = 2 ** 14;

/** Whether a tensor is written out, number by number. @param {Numbers} numbers */
export const isWritten = ({ shape }) => size(shape) <= mostWritten;

/** `(2, 3)`. @param {readonly number[]} list */
export const tuple = (list) => `(${list.join(', ')}${list.length === 1 ? ',' : ''})`;

/** `[2, 3]`. @param {readonly number[]} list */
export const bracketed = (list) => `[${list.join(', ')}]`;

/**
 * The arguments of a call by name; those without a text are left out.
 * @param {Record<string, string | false | undefined>} args
 */
export const keywords = (args) =>
  Object.entries(args)
    .filter(([, text]) => text)
    .map(([name, text]) => `${name}=${text}`);

/**
 * A call on one line, or on one for each argument where that is too long.
 * @param {string} before all up to the opening bracket
 * @param {string[]} args
 */
export function call(before, args) {
  const line = `${before}(${args.join(', ')})`;
  return line.length <= 99 ? line : `${before}(\n    ${args.join(',\n    ')},\n)`;
}

/**
 * What a framework makes a tensor of.
 * @typedef {object} Making
 * @property {readonly [before: string, after: string]} list around lists
 * @property {readonly [before: string, after: string]} array around what NumPy makes of a formula
 */

/** @type {Making} */
const ofNumpy = { list: ['np.array(', ', dtype=np.float64)'], array: ['', ''] };

/**
 * The lines that give a tensor its numbers.
 * @param {string} name
 * @param {Numbers} numbers
 * @param {Making} [make]
 */
export function tensor(name, numbers, { list, array } = ofNumpy) {
  const before = `${name} = ${list[0]}`;
  if (isWritten(numbers))
    return `${before}${nestedText(numbers, styles.python, before.length)}${list[1]}`;
  return `${name} = ${array[0]}${formula(numbers)}${array[1]}`;
}

/** How NumPy makes a tensor that is too large to write out. @param {Numbers} numbers */
function formula({ shape, data, generator = { name: '', args: [] } }) {
  const { name, args } = generator;
  const [outer, inner, rows, columns] = shape;
  const all = tuple(shape);
  const number = numberIn.python;
  if (name === 'zeros' || name === 'ones') return `np.${name}(${all})`;
  if (name === 'arange') {
    const [start = 0, step = 1] = args;
    return `(${number(start)} + ${number(step)} * np.arange(${size(shape)}.0)).reshape(${all})`;
  }
  if (name === 'eye') return `np.tile(np.eye(${rows}, ${columns}), (${outer}, ${inner}, 1, 1))`;
  if (name === 'rand') {
    // The generator's numbers are the upper 24 bits of the Mersenne Twister's.
    const draw = `np.random.RandomState(${args[0] ?? 0}).randint(0, 2**32, ${size(shape)}, np.uint32)`;
    return `((${draw} >> 8) / 2**24).reshape(${all})`;
  }
  const plane = { shape: [rows, columns], data: Array.from(data).slice(0, rows * columns) };
  const lists = `np.array(${nestedText(plane, styles.python, 4)})`;
  if (inner === 1) return `np.tile(${lists}, (${outer}, 1, 1, 1))`;
  return `np.where(np.eye(${outer}, ${inner})[:, :, None, None] == 1, ${lists}, 0.0)`;
}

/** The bias as a list in brackets. @param {readonly number[]} bias */
export const biasList = (bias) => `[${bias.map(numberIn.python).join(', ')}]`;

/** What a program is about. @param {Layer} layer */
export function heading({ op, x, k, y }) {
  return `# ${operationNames[op]}: X ${tuple(x.shape)}, K ${tuple(k.shape)} -> Y ${tuple(y.shape)}`;
}

/**
 * The lines that compare Y, an array of NumPy or what it makes one of, with the page's numbers.
 * @param {Layer} layer
 * @param {number} [digits] that the type of the program's numbers holds
 */
export function assertion(layer, digits) {
  const { y } = layer;
  const near = tolerance(layer, digits);
  const shape = `assert tuple(Y.shape) == ${tuple(y.shape)}`;
  if (isWritten(y)) {
    const before = 'expected = np.array(';
    const lists = nestedText(y, styles.python, before.length);
    return `${shape}\n${before}${lists})\nnp.testing.assert_allclose(Y, expected, rtol=0, atol=${near})`;
  }
  const { sum, weighted, near: apart } = sums(layer, digits);
  const count = y.data.length;
  return [
    `# ${count} numbers are too many to write: their sum, and their sum weighted by their places, are compared.`,
    shape,
    'flat = np.asarray(Y, dtype=np.float64).ravel()',
    `np.testing.assert_allclose(flat.sum(), ${numberIn.python(sum)}, rtol=0, atol=${apart})`,
    `places = np.arange(1, ${count} + 1) / ${count}`,
    `np.testing.assert_allclose(flat @ places, ${numberIn.python(weighted)}, rtol=0, atol=${apart})`,
  ].join('\n');
}

/** A program from its parts, with a blank line between them. @param {(string | false | undefined)[]} parts */
export const program = (...parts) => `${parts.filter(Boolean).join('\n\n')}\n`;

/** Comment lines. @param {(string | false | undefined)[]} sentences */
export const comments = (...sentences) =>
  sentences
    .filter((sentence) => typeof sentence === 'string')
    .map((sentence) => `# ${sentence}`)
    .join('\n');

/** Whether a layer's list says nothing. @param {readonly number[]} list @param {number} usual */
export const given = (list, usual) => unusual(list, usual) && tuple(list);
