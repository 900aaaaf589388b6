import { problem } from '../../state/problem.js';
import { Unread } from './parse.js';
import { isList, isRandom, isTensor, isUnknown, isWord, tensorOf, wholesOf } from './values.js';

/**
 * A layer as code gives it, in PyTorch's terms.
 *
 * @typedef {import('./values.js').Value} Value
 * @typedef {import('./values.js').Tensor} Tensor
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {'same' | 'same-lower' | 'keras-same' | 'causal' | 'full'} PaddingName
 *
 * @typedef {object} Found
 * @property {'conv' | 'tconv'} op
 * @property {string} label what the code calls it
 * @property {number} at where
 * @property {1 | 2} axes
 * @property {{ shape: number[], data?: number[] } | undefined} x (1, C, H, W)
 * @property {Tensor | undefined} k as PyTorch lays it out
 * @property {number[] | undefined} taps height and width of the kernel
 * @property {number | undefined} inputs channels
 * @property {number | undefined} outputs channels
 * @property {number[] | boolean} bias the numbers, or whether there is one
 * @property {number[]} stride
 * @property {number[]} dilation
 * @property {number[]} outputPadding
 * @property {number[] | PaddingName} padding
 * @property {number} groups
 * @property {boolean} flip whether the kernel is to be turned by half a turn, once it is known
 * @property {number[]} [wanted] the output size that was asked for
 * @property {(known: Found) => Found} [settled] what follows from the size of a kernel that the code leaves open
 * @property {string} [name] what the text calls it, where it is no matter of its statement
 * @property {Problem[]} notes what cannot be said here
 * @property {((weights: Tensor) => Tensor | undefined)} [weights] how the framework's weights are laid out
 */

/**
 * @param {Partial<Found> & { op: Found['op'], label: string, at: number }} given
 * @returns {Found}
 */
export const found = (given) => ({
  axes: 2,
  x: undefined,
  k: undefined,
  taps: undefined,
  inputs: undefined,
  outputs: undefined,
  bias: false,
  stride: [1],
  dilation: [1],
  outputPadding: [0],
  padding: [0],
  groups: 1,
  flip: false,
  notes: [],
  ...given,
});

/** @type {WeakMap<string[], Map<string, { place: number, names: string[] }>>} */
const places = new WeakMap();

/** Where each name of an order is, and what else it is called. @param {string[]} order */
function placesIn(order) {
  const known = places.get(order) ?? new Map();
  if (known.size > 0) return known;
  order.forEach((all, place) => {
    const names = all.split('|');
    for (const name of names) if (!known.has(name)) known.set(name, { place, names });
  });
  places.set(order, known);
  return known;
}

/**
 * The arguments of a call, each by its place or by one of its names.
 * @param {import('./functions.js').Call} call
 * @param {string[]} order the names by place; several names of one argument are joined by |
 */
export function argsOf(call, order) {
  /** @param {string} name @returns {Value | undefined} */
  const get = (name) => {
    const known = placesIn(order).get(name);
    for (const each of known?.names ?? [name])
      if (call.named[each] !== undefined) return call.named[each];
    return known && call.args[known.place];
  };
  return {
    get,
    /** Whole numbers; a variable in their place is asked for by its name. @param {string} name */
    numbers: (name) => numbersOf(get(name), name, call.at),
    /** One whole number. @param {string} name */
    number(name) {
      const value = get(name);
      if (isWord(value) && value.word !== 'auto')
        throw new Unread(problem('argument', { argument: name }), call.at);
      return numbersOf(value, name, call.at)?.[0];
    },
    /** @param {string} name @returns {string | undefined} in small letters */
    word(name) {
      const value = get(name);
      return isWord(value)
        ? value.word.toLowerCase()
        : isUnknown(value)
          ? value.unknown.replace(/^.*\./, '').toLowerCase()
          : undefined;
    },
    /** @param {string} name @param {boolean} usual */
    flag(name, usual) {
      const value = get(name);
      return typeof value === 'boolean' ? value : usual;
    },
  };
}

/**
 * @param {Value | undefined} value
 * @param {string} name of the argument
 * @param {number} at
 * @returns {number[] | undefined}
 */
export function numbersOf(value, name, at) {
  if (value === undefined || value === null || isWord(value)) return undefined;
  const variable = isList(value) ? value.open : isUnknown(value) ? value : undefined;
  if (variable)
    throw new Unread(problem('variable', { argument: name }, variable.unknown), variable.at);
  const numbers = wholesOf(value);
  if (!numbers) throw new Unread(problem('argument', { argument: name }), at);
  return numbers;
}

/**
 * A list for the two axes; on one axis, H is 1.
 * @param {number[] | undefined} list
 * @param {1 | 2} axes
 * @param {number} usual
 */
export function perAxis(list, axes, usual) {
  if (!list || list.length === 0) return [usual];
  return axes === 1 ? [usual, list[list.length - 1]] : list.slice(0, 2);
}

/** The size of a kernel. @param {number[] | undefined} size @param {1 | 2} axes @param {number} at */
export function tapsOf(size, axes, at) {
  if (!size) return undefined;
  if (size.length > axes && size.length > 1)
    throw new Unread(problem('wrong-length', { argument: 'kernel_size', count: axes }), at);
  return planeOf(size, axes);
}

/** @param {number[]} shape of one axis or two @param {1 | 2} axes */
export const planeOf = (shape, axes) =>
  axes === 1
    ? [1, shape[shape.length - 1]]
    : shape.length === 1
      ? [shape[0], shape[0]]
      : shape.slice(-2);

/**
 * The tensor of a value with the four dimensions of a layer: the missing ones are 1.
 * @param {Value | undefined} value
 * @param {1 | 2} axes
 * @returns {(Tensor & { padded?: number[] }) | undefined}
 */
export function fourOf(value, axes) {
  if (value === undefined || isRandom(value) || isUnknown(value)) return undefined;
  const tensor = isTensor(value) || isList(value) ? tensorOf(value) : undefined;
  if (!tensor) return undefined;
  const shape =
    axes === 1 && tensor.shape.length > 1 ? tensor.shape.toSpliced(-1, 0, 1) : tensor.shape;
  if (shape.length > 4) return undefined;
  return { ...tensor, shape: [1, 1, 1, 1].slice(shape.length).concat(shape) };
}

/** The shape of an input whose sizes are all known. @param {Value | undefined} value */
const shapeOf = (value) =>
  isUnknown(value) && value.shape?.every((size) => size > 0) ? value.shape : undefined;

/** The shape of a value in four dimensions, where only that is known. @param {Value | undefined} value
 * @param {1 | 2} axes @returns {number[] | undefined} */
export function fourShape(value, axes) {
  const known = fourOf(value, axes)?.shape ?? (isRandom(value) ? value.shape : shapeOf(value));
  if (!known) return undefined;
  const shape =
    axes === 1 && isRandom(value) && known.length > 1 ? known.toSpliced(-1, 0, 1) : known;
  return shape.length > 4 ? undefined : [1, 1, 1, 1].slice(shape.length).concat(shape);
}
