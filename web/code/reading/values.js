import { mostElements } from '../../state/limits.js';
import { depthAround, isElision } from '../../state/nested.js';
import { isProblem, problem } from '../../state/problem.js';
import { Unread } from './parse.js';
import { arrayOf, columnsFirst, count, mostDimensions, mostNumbers, reshaped } from './tensors.js';

/**
 * What the expressions of a program come to.
 *
 * @typedef {import('./tensors.js').Array_} Array_
 * @typedef {import('./parse.js').Node} Node
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {import('../../state/text/brackets.js').Tree} Tree
 *
 * @typedef {object} List
 * @property {Value[]} items
 * @property {Node} node
 * @property {[string, Value][]} [dict] of an object: its items by their names
 * @property {number} weight how many numbers, at most, are in it and in the lists in it
 * @property {number} deep how deep they are
 * @property {boolean} numbers whether there are any, or nothing at all
 * @property {boolean} objects whether there are any in it
 * @property {Unknown} [open] the first that the text does not say
 * @property {number | Problem} [depth] how many lists are around each number, once that was asked
 * @property {Array_ | Problem} [array] what it was read as: a program may hand it to many layers
 * @typedef {{ shape: number[], data: number[], padded?: number[], last?: boolean }} Tensor of a program: `padded`
 *   by so much at top, bottom, left and right; `last`: its channels are last
 * @typedef {{ shape: number[], random: true, padded?: number[] }} Random numbers that the program draws
 * @typedef {{ unknown: string, at: number, padded?: number[], shape?: number[], outputs?: number }} Unknown what the
 *   text does not say: a variable, a module; `outputs`: how many channels it has, `shape` with 0 for what is not known
 * @typedef {{ word: string }} Word
 * @typedef {{ layer: any }} Layer what layer.js has found
 * @typedef {number | boolean | null | Word | List | Tensor | Random | Unknown | Layer} Value
 */

/** @param {Value | undefined} value @returns {value is Tensor} */
export const isTensor = (value) => typeof value === 'object' && value !== null && 'data' in value;
/** @param {Value | undefined} value @returns {value is Random} */
export const isRandom = (value) => typeof value === 'object' && value !== null && 'random' in value;
/** @param {Value | undefined} value @returns {value is List} */
export const isList = (value) => typeof value === 'object' && value !== null && 'items' in value;
/** @param {Value | undefined} value @returns {value is Word} */
export const isWord = (value) => typeof value === 'object' && value !== null && 'word' in value;
/** @param {Value | undefined} value @returns {value is Unknown} */
export const isUnknown = (value) =>
  typeof value === 'object' && value !== null && 'unknown' in value;
/** @param {Value | undefined} value @returns {value is Layer} */
export const isLayer = (value) => typeof value === 'object' && value !== null && 'layer' in value;

/** How deep lists may be in lists. */
const deepest = 40;

/**
 * A list, unless a program makes too much of it: `x = [x, x]`, again and again, is a short text. What is asked of
 * lists in lists is found out here, of each of them once: a list may be in others any number of times.
 * @param {Value[]} items
 * @param {Node} node
 * @returns {List}
 */
export function listWith(items, node) {
  let [weight, deep, numbers, objects] = [items.length, 1, items.length === 0, false];
  /** @type {Unknown | undefined} */
  let open;
  for (const item of items) {
    if (typeof item === 'number') numbers = true;
    else if (isTensor(item)) {
      weight += item.data.length;
      numbers = true;
    } else if (isUnknown(item)) open ??= item;
    if (!isList(item)) continue;
    weight += item.weight;
    deep = Math.max(deep, 1 + item.deep);
    numbers ||= item.numbers;
    objects ||= item.dict !== undefined || item.objects;
    open ??= item.open;
  }
  if (deep > deepest) throw new Unread(problem('depth', { limit: 4 }), node.at);
  if (weight > 2 * mostNumbers)
    throw new Unread(problem('elements', { elements: weight, limit: mostNumbers }), node.at);
  return { items, node, weight, deep, numbers, objects, open, depth: undefined, array: undefined };
}

/**
 * The tensor of a value, or nothing where it is none; lists that are none of equal lengths are refused.
 * @param {Value | undefined} value
 * @returns {Tensor | undefined}
 */
export function tensorOf(value) {
  if (typeof value === 'number') return { shape: [], data: [value] };
  if (isTensor(value)) return value;
  if (!isList(value) || value.dict) return undefined;
  const array = arrayIn(value);
  if (!isProblem(array)) return array;
  // A list of which one item is a variable.
  const item = array.code === 'uneven' ? value.items.find(isUnknown) : undefined;
  throw item
    ? new Unread(problem('contents', {}, item.unknown), item.at)
    : new Unread(array, value.node.at);
}

/**
 * How many lists are around each number of a value, as `depthOf` finds it in texts.
 * @param {Value} value
 * @returns {number | Problem}
 */
function depthIn(value) {
  if (isTensor(value)) return value.shape.length;
  if (!isList(value)) return 0;
  value.depth ??= depthAround(value.items, depthIn, (item) =>
    isUnknown(item) && isElision(item.unknown) ? item.unknown : undefined,
  );
  return value.depth;
}

/**
 * The tensor of numbers, and of tensors and lists of one shape; nothing for anything else, which is told what is
 * wrong with it.
 * @param {List} list
 * @returns {Array_ | undefined}
 */
function joinedIn({ items }) {
  if (items.length === 0) return undefined;
  if (typeof items[0] === 'number') {
    const numbers = /** @type {number[]} */ (items);
    // Adding 0 turns -0 into 0.
    return numbers.every(Number.isFinite)
      ? { shape: [items.length], data: numbers.map((number) => number + 0) }
      : undefined;
  }
  /** @type {number[]} */
  const data = [];
  /** @type {number[] | undefined} */
  let shape;
  for (const item of items) {
    const part = isTensor(item) ? item : isList(item) ? arrayIn(item) : undefined;
    if (!part || isProblem(part)) return undefined;
    shape ??= part.shape;
    if (part.shape.join() !== shape.join() || !part.data.every(Number.isFinite)) return undefined;
    for (const number of part.data) data.push(number + 0);
  }
  return { shape: [items.length, .../** @type {number[]} */ (shape)], data };
}

/** The tensor of a list, or why it is none. @param {List} list @returns {Array_ | Problem} */
function arrayIn(list) {
  if (list.array) return list.array;
  const depth = depthIn(list);
  list.array =
    typeof depth === 'number' && depth <= mostDimensions
      ? (joinedIn(list) ?? arrayOf(treeOf(list)))
      : isProblem(depth)
        ? depth
        : problem('depth', { limit: mostDimensions });
  return list.array;
}

/**
 * The texts that a value is in a list, for what is wrong with it.
 * @param {Value} value
 * @returns {Tree}
 */
function treeOf(value) {
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.items.map(treeOf);
  if (isTensor(value)) return treeOfArray(value);
  if (isWord(value)) return `"${value.word}"`;
  if (isUnknown(value)) return value.unknown;
  return String(value);
}

/** Each number as the first that is not finite, if there is one: what else is wrong is told by the shape. @param {Array_} array
 * @returns {Tree} */
function treeOfArray({ shape, data }) {
  const number = String(data.find((each) => !Number.isFinite(each)) ?? 0);
  return shape.reduceRight(
    (/** @type {Tree} */ tree, extent) => new Array(extent).fill(tree),
    number,
  );
}
/**
 * A list of whole numbers, as sizes are given; a single one is a list too.
 * @param {Value | undefined} value
 * @returns {number[] | undefined}
 */
export function wholesOf(value) {
  if (typeof value === 'number') return Number.isInteger(value) ? [value] : undefined;
  const items = isList(value) ? value.items : isTensor(value) ? value.data : undefined;
  if (!items || items.length > 16) return undefined;
  return items.every((item) => Number.isInteger(item))
    ? /** @type {number[]} */ (items)
    : undefined;
}

/**
 * Sizes given as one list or one after another; undefined where one is no number.
 * @param {readonly Value[]} values
 */
export const sizesOf = (values) =>
  values.length === 1 ? wholesOf(values[0]) : wholesOf(/** @type {any} */ ({ items: values }));

/**
 * A tensor of one number.
 * @param {readonly number[] | undefined} shape
 * @param {number} value
 * @param {number} at where the text asks for it
 * @param {number} [most] how many numbers may still be made: more are refused before there is room for them
 * @returns {Tensor}
 */
export function filled(shape, value, at, most) {
  const asked = checked(shape, at, most);
  return { shape: asked, data: new Array(count(asked)).fill(value) };
}

/**
 * A shape that can be made; one that cannot is refused.
 * @param {readonly number[] | undefined} shape
 * @param {number} at
 * @param {number} [most] how many numbers; more where a generator is all that is written of them
 */
export function checked(shape, at, most = mostNumbers) {
  if (
    !shape ||
    shape.length === 0 ||
    !shape.every((extent) => Number.isInteger(extent) && extent > 0)
  ) {
    throw new Unread(problem('sizes'), at);
  }
  if (count(shape) > most) {
    throw new Unread(
      problem('elements', { elements: count(shape), limit: most }, shape.join('x')),
      at,
    );
  }
  return [...shape];
}

/**
 * A tensor whose numbers the program draws.
 * @param {readonly number[] | undefined} shape
 * @param {number} at
 * @param {Partial<Random>} [more]
 * @returns {Random}
 */
export const drawnIn = (shape, at, more) => ({
  ...more,
  shape: checked(shape, at, mostElements),
  random: true,
});

/**
 * @param {Tensor | Random} value
 * @param {readonly number[] | undefined} shape
 * @param {number} at
 * @param {boolean} [columns] whether the first dimension is filled first
 * @returns {Tensor | Random}
 */
export function withShape(value, shape, at, columns = false) {
  if (!shape) throw new Unread(problem('sizes'), at);
  if (isRandom(value)) return drawnIn(shape, at, value);
  const made = columns ? byFirst(columnsFirst(value), shape) : reshaped(value, shape);
  if (!made) {
    const numbers = { count: value.data.length, shape: shape.join(' × ') };
    throw new Unread(problem('reshape', numbers), at);
  }
  return made;
}

/** @param {Array_} array @param {readonly number[]} shape */
function byFirst(array, shape) {
  const turned = reshaped(array, [...shape].reverse());
  return turned && columnsFirst(turned);
}

/** OrderedDict([('conv.weight', tensor(..)), ..]) @param {Value | undefined} list @param {Record<string, Value>} byName
 * @returns {Value | undefined} */
export function dictOf(list, byName) {
  if (isList(list) && list.dict) return list;
  const items = isList(list) ? list.items : [];
  /** @type {[string, Value][]} */
  const dict = Object.entries(byName);
  for (const item of items) {
    const [key, value] = isList(item) ? item.items : [];
    if (typeof key === 'object' && key !== null && 'word' in key) dict.push([key.word, value]);
  }
  if (dict.length === 0 || (list !== undefined && !isList(list))) return undefined;
  const items_ = dict.map(([, value]) => value);
  const node = list?.node ?? /** @type {const} */ ({ kind: 'opaque', at: 0, end: 0 });
  return { ...listWith(items_, node), dict };
}
