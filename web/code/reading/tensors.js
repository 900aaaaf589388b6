import { mostListed } from '../../state/limits.js';
import { readNested } from '../../state/nested.js';
import { isProblem, problem } from '../../state/problem.js';
import { depthOf } from '../../state/text/brackets.js';

/**
 * Tensors of any number of dimensions, as programs have them, and what programs do to their shapes.
 *
 * @typedef {{ shape: number[], data: number[] }} Array_
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {import('../../state/text/brackets.js').Tree} Tree
 */

/** The most dimensions of a tensor. */
export const mostDimensions = 4;

/** The most numbers that a program may make of a few: what a link lists at most. */
export const mostNumbers = mostListed;

/** @param {readonly number[]} shape */
export const count = (shape) => shape.reduce((product, extent) => product * extent, 1);

/**
 * The tensor that lists in lists of number texts make.
 * @param {Tree} tree
 * @returns {Array_ | Problem}
 */
export function arrayOf(tree) {
  const depth = depthOf(tree);
  if (typeof depth !== 'number') return depth;
  if (depth > mostDimensions) return problem('depth', { limit: mostDimensions });
  if (depth === 0) tree = [tree];
  let nested = tree;
  for (let level = Math.max(1, depth); level < mostDimensions; level++) nested = [nested];
  const read = readNested(/** @type {string[][][][]} */ (nested));
  return isProblem(read)
    ? read
    : { shape: read.shape.slice(mostDimensions - depth), data: read.data };
}

/**
 * The numbers in another shape, of which one extent may be left open by -1; undefined where they do not
 * fill it.
 * @param {Array_} array
 * @param {readonly number[]} wanted
 * @returns {Array_ | undefined}
 */
export function reshaped({ data }, wanted) {
  if (wanted.length === 0 || wanted.length > 8) return undefined;
  const known = count(wanted.filter((extent) => extent !== -1));
  const shape = wanted.map((extent) => (extent === -1 ? data.length / known : extent));
  const whole = shape.every((extent) => Number.isInteger(extent) && extent > 0);
  return whole && count(shape) === data.length ? { shape, data } : undefined;
}

/** The strides of a row-major shape. @param {readonly number[]} shape */
const strides = (shape) => shape.map((_, i) => count(shape.slice(i + 1)));

/**
 * What reads a tensor in steps: from an offset, so far for each step of each dimension.
 * @param {number[]} data
 * @param {number[]} shape of the result
 * @param {number[]} steps
 * @param {number} from
 * @returns {Array_}
 */
function walked(data, shape, steps, from) {
  const result = new Array(count(shape));
  const index = shape.map(() => 0);
  let at = from;
  for (let i = 0; i < result.length; i++) {
    result[i] = data[at];
    for (let d = shape.length - 1; d >= 0; d--) {
      at += steps[d];
      if (++index[d] < shape[d]) break;
      at -= steps[d] * shape[d];
      index[d] = 0;
    }
  }
  return { shape, data: result };
}

/**
 * The tensor with its dimensions in another order; undefined where that is no order of them.
 * @param {Array_} array
 * @param {readonly number[]} order
 */
export function permuted({ shape, data }, order) {
  const axes = order.map((axis) => (axis < 0 ? axis + shape.length : axis));
  if (axes.length !== shape.length || !shape.every((_, i) => axes.includes(i))) return undefined;
  const steps = strides(shape);
  return walked(
    data,
    axes.map((axis) => shape[axis]),
    axes.map((axis) => steps[axis]),
    0,
  );
}

/**
 * The tensor with two dimensions exchanged.
 * @param {Array_} array @param {number} one @param {number} other
 */
export function swapped(array, one, other) {
  const rank = array.shape.length;
  const order = array.shape.map((_, i) => i);
  const [a, b] = [one, other].map((axis) => (axis < 0 ? axis + rank : axis));
  if (order[a] === undefined || order[b] === undefined) return undefined;
  [order[a], order[b]] = [order[b], order[a]];
  return permuted(array, order);
}

/**
 * The numbers in a shape that is filled along its first dimension first, as Fortran, MATLAB, Julia and R
 * do.
 * @param {Array_} array
 * @param {readonly number[]} shape
 */
export function byColumns(array, shape) {
  const reversed = reshaped(array, [...shape].reverse());
  return reversed && permuted(reversed, reversed.shape.map((_, i) => i).reverse());
}

/** The numbers along the first dimension first. @param {Array_} array */
export const columnsFirst = (array) =>
  permuted(array, array.shape.map((_, i) => i).reverse()) ?? array;

/**
 * What an index takes of a dimension: one of it, or from where to where in which steps, or a new one.
 * @typedef {number | 'new' | 'rest' | { from?: number, to?: number, step?: number }} Cut
 */

/**
 * The part of a tensor that an index of Python's names; undefined where there is none.
 * @param {Array_} array
 * @param {readonly Cut[]} cuts
 * @returns {Array_ | undefined}
 */
export function indexed({ shape, data }, cuts) {
  const taken = cuts.filter((cut) => cut !== 'new' && cut !== 'rest').length;
  if (taken > shape.length) return undefined;
  const fill = /** @type {Cut[]} */ (Array.from({ length: shape.length - taken }, () => ({})));
  const rest = cuts.indexOf('rest');
  const all =
    rest < 0 ? [...cuts, ...fill] : [...cuts.slice(0, rest), ...fill, ...cuts.slice(rest + 1)];
  const all_ = strides(shape);
  const [extents, steps] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  let from = 0;
  let d = 0;
  for (const cut of all) {
    if (cut === 'new') {
      extents.push(1);
      steps.push(0);
      continue;
    }
    if (cut === 'rest') return undefined;
    const extent = shape[d];
    const stride = all_[d++];
    if (typeof cut === 'number') {
      const at = cut < 0 ? cut + extent : cut;
      if (!(Number.isInteger(at) && at >= 0 && at < extent)) return undefined;
      from += at * stride;
      continue;
    }
    const { start, length, step } = spanOf(cut, extent);
    if (length < 1) return undefined;
    from += start * stride;
    extents.push(length);
    steps.push(step * stride);
  }
  return walked(data, extents, steps, from);
}

/** What a slice of Python's comes to. @param {{ from?: number, to?: number, step?: number }} cut
 * @param {number} extent */
function spanOf({ from, to, step = 1 }, extent) {
  const inside = (/** @type {number} */ at) => {
    const shifted = at < 0 ? at + extent : at;
    return step > 0
      ? Math.min(Math.max(shifted, 0), extent)
      : Math.min(Math.max(shifted, -1), extent - 1);
  };
  const start = from === undefined ? (step > 0 ? 0 : extent - 1) : inside(from);
  const stop = to === undefined ? (step > 0 ? extent : -1) : inside(to);
  return { start, step, length: Math.max(0, Math.ceil((stop - start) / step)) || 0 };
}

/**
 * The tensor mirrored along some of its dimensions.
 * @param {Array_} array @param {readonly number[]} axes
 */
export function flipped(array, axes) {
  const rank = array.shape.length;
  const turned = axes.map((axis) => (axis < 0 ? axis + rank : axis));
  return indexed(
    array,
    array.shape.map((_, i) => (turned.includes(i) ? { step: -1 } : {})),
  );
}

/**
 * One operation on two tensors of the same shape, or on one and a number.
 * @param {Array_} array
 * @param {(value: number, i: number) => number} of
 * @returns {Array_}
 */
export const mapped = ({ shape, data }, of) => ({ shape, data: data.map(of) });
