import { problem } from '../../state/problem.js';
import { Unread } from './parse.js';
import { count } from './tensors.js';
import { checked, filled, isList, isTensor, isWord, tensorOf, wholesOf } from './values.js';

/**
 * What programs make of several tensors, or of one several times: `torch.stack`, `np.concatenate`, `rbind`,
 * `np.tile`, `np.pad`.
 *
 * @typedef {{ path: string, args: Value[], named: Record<string, Value>, at: number }} Call as in functions.js
 * @typedef {import('./values.js').Tensor} Tensor
 * @typedef {import('./values.js').Value} Value
 */

/** The most tensors that are joined. */
const mostJoined = 256;

/** @param {readonly Value[]} values @returns {Tensor[] | undefined} */
function tensorsOf(values) {
  const items = values.length === 1 && isList(values[0]) ? values[0].items : values;
  if (items.length === 0 || items.length > mostJoined) return undefined;
  const tensors = items.map((item) =>
    isList(item) || isTensor(item) ? tensorOf(item) : undefined,
  );
  return tensors.every((each) => each !== undefined) ? tensors : undefined;
}

/** The axis that a call names, or the usual one. @param {Call} call @param {number} place @param {number} usual */
const axisOf = ({ args, named }, place, usual) =>
  wholesOf(named.dim ?? named.axis ?? named.dims ?? args[place])?.[0] ?? usual;

/**
 * Tensors one after another along an axis that they have.
 * @param {readonly Tensor[]} tensors
 * @param {number} given
 * @param {number} at
 * @returns {Tensor | undefined}
 */
function along(tensors, given, at) {
  const [first] = tensors;
  const axis = given < 0 ? given + first.shape.length : given;
  const other = (/** @type {Tensor} */ { shape }) => shape.toSpliced(axis, 1).join();
  const fit = tensors.every(
    (each) => each.shape.length === first.shape.length && other(each) === other(first),
  );
  if (!fit || !(axis >= 0 && axis < first.shape.length)) return undefined;
  const extent = tensors.reduce((sum, { shape }) => sum + shape[axis], 0);
  const shape = checked(first.shape.with(axis, extent), at);
  const outer = count(first.shape.slice(0, axis));
  /** @type {number[]} */
  const data = [];
  for (let i = 0; i < outer; i++)
    for (const { data: own } of tensors) {
      const step = own.length / outer;
      for (let j = i * step; j < (i + 1) * step; j++) data.push(own[j]);
    }
  return { shape, data };
}

/** Tensors along an axis that they do not have. @param {readonly Tensor[]} tensors @param {number} given @param {number} at */
function stacked(tensors, given, at) {
  const rank = tensors[0].shape.length + 1;
  const axis = given < 0 ? given + rank : given;
  if (!(axis >= 0 && axis < rank)) return undefined;
  const wider = tensors.map(({ shape, data }) => ({ shape: shape.toSpliced(axis, 0, 1), data }));
  return along(wider, axis, at);
}

/** Vectors as rows. @param {Tensor} tensor */
const asRow = ({ shape, data }) =>
  shape.length < 2 ? { shape: [1, data.length], data } : { shape, data };
/** Vectors as columns. @param {Tensor} tensor */
const asColumn = ({ shape, data }) =>
  shape.length < 2 ? { shape: [data.length, 1], data } : { shape, data };

/**
 * @param {readonly Value[]} values
 * @param {(tensors: Tensor[]) => Tensor | undefined} of
 * @param {Call} call
 */
function joined(values, of, { path, at }) {
  const tensors = tensorsOf(values);
  if (!tensors) return undefined;
  const made = of(tensors);
  if (!made) throw new Unread(problem('call', {}, `${path}()`), at);
  return made;
}

/** @param {Call} call */
function cat(call) {
  const { args, named, at } = call;
  const bare = !call.path.includes('.');
  const from = typeof args[0] === 'number' ? args[0] : bare ? wholesOf(named.dims)?.[0] : undefined;
  if (from === undefined || !bare)
    return joined(args.slice(0, 1), (tensors) => along(tensors, axisOf(call, 1, 0), at), call);
  // MATLAB and Julia count from 1; what is behind the rows and columns are planes, which come first here.
  const tensors = typeof args[0] === 'number' ? args.slice(1) : args;
  return joined(
    tensors,
    (all) => (from > 2 ? stacked(all, 0, at) : along(all, from - 1, at)),
    call,
  );
}

/** The tensor repeated so often along each axis. @param {Value} of @param {number[] | undefined} times @param {number} at */
function tiled(of, times, at) {
  const tensor = isList(of) || isTensor(of) ? tensorOf(of) : undefined;
  if (!tensor || !times?.every((n) => n > 0)) return undefined;
  const rank = Math.max(tensor.shape.length, times.length);
  const ones = (/** @type {number[]} */ list) => new Array(rank - list.length).fill(1).concat(list);
  let made = { shape: ones(tensor.shape), data: tensor.data };
  checked(
    ones(times).map((n, i) => n * made.shape[i]),
    at,
  );
  for (const [axis, n] of ones(times).entries()) made = again(made, axis, n);
  return made;
}

/** The tensor so many times along an axis. @param {Tensor} tensor @param {number} axis @param {number} times @returns {Tensor} */
function again({ shape, data }, axis, times) {
  if (times === 1) return { shape, data };
  const step = count(shape.slice(axis));
  const all = new Array(data.length * times).fill(0);
  for (let i = 0; i < all.length; i++) {
    const block = Math.floor(i / (step * times));
    all[i] = data[block * step + (i % step)];
  }
  return { shape: shape.with(axis, shape[axis] * times), data: all };
}

/** The tensor in a larger shape, along whose axes of one it is repeated. @param {Tensor} tensor @param {number[] | undefined} shape
 * @param {number} at */
function expanded(tensor, shape, at) {
  if (!shape || shape.length < tensor.shape.length) return undefined;
  const own = new Array(shape.length - tensor.shape.length).fill(1).concat(tensor.shape);
  const wanted = shape.map((extent, i) => (extent === -1 ? own[i] : extent));
  const fit = wanted.every((extent, i) => extent === own[i] || own[i] === 1);
  return fit
    ? tiled(
        tensor,
        wanted.map((extent, i) => extent / own[i]),
        at,
      )
    : undefined;
}

/** Zeros, or another number, around a tensor. @param {Call} call */
function padded({ args: [of, width, mode], named, at }) {
  const tensor = isList(of) || isTensor(of) ? tensorOf(of) : undefined;
  const given = width ?? named.pad_width;
  const way = mode ?? named.mode;
  if (!tensor || given === undefined || (isWord(way) && way.word !== 'constant')) return undefined;
  const around = isList(given) || isTensor(given) ? tensorOf(given) : undefined;
  const flat = typeof given === 'number' ? [given] : around?.data;
  const rank = tensor.shape.length;
  const pairs = tensor.shape.map((_, i) => {
    if (around?.shape.length === 2)
      return around.data.slice(...(around.shape[0] === rank ? [2 * i, 2 * i + 2] : [0, 2]));
    return flat?.length === 2 ? flat : [flat?.[0] ?? NaN, flat?.[0] ?? NaN];
  });
  if (!pairs.flat().every((n) => Number.isInteger(n) && n >= 0)) return undefined;
  const value = typeof named.constant_values === 'number' ? named.constant_values : 0;
  let made = tensor;
  checked(
    tensor.shape.map((extent, i) => extent + pairs[i][0] + pairs[i][1]),
    at,
  );
  for (const [axis, [before, after]] of pairs.entries()) {
    const side = (/** @type {number} */ n) =>
      n > 0 ? [filled(made.shape.with(axis, n), value, at)] : [];
    made = along([...side(before), made, ...side(after)], axis, at) ?? made;
  }
  return made;
}

/** @type {Record<string, (call: Call) => Value | undefined>} */
export const joins = {
  cat,
  concat: cat,
  concatenate: cat,
  stack: (call) =>
    joined(call.args.slice(0, 1), (all) => stacked(all, axisOf(call, 1, 0), call.at), call),
  vstack: (call) => joined(call.args, (all) => along(all.map(asRow), 0, call.at), call),
  hstack: (call) =>
    joined(call.args, (all) => along(all, all[0].shape.length > 1 ? 1 : 0, call.at), call),
  dstack: (call) => joined(call.args, (all) => stacked(all, -1, call.at), call),
  vcat: (call) => joined(call.args, (all) => along(all.map(asColumn), 0, call.at), call),
  hcat: (call) => joined(call.args, (all) => along(all.map(asColumn), 1, call.at), call),
  rbind: (call) => joined(call.args, (all) => along(all.map(asRow), 0, call.at), call),
  cbind: (call) => joined(call.args, (all) => along(all.map(asColumn), 1, call.at), call),
  tile: ({ args: [of, times], named, at }) => tiled(of, wholesOf(times ?? named.reps), at),
  repmat: ({ args: [of, ...times], at }) => {
    const list = times.flatMap((each) => wholesOf(each) ?? []);
    return tiled(of, list.length === 1 ? [list[0], list[0]] : list, at);
  },
  pad: padded,
};

/**
 * `.repeat(2, 1)` and `.expand(1, 1, 2, 2)` of PyTorch.
 * @param {Tensor} tensor
 * @param {string} name
 * @param {number[] | undefined} sizes
 * @param {number} at
 */
export const repeated = (tensor, name, sizes, at) =>
  name === 'repeat'
    ? sizes && sizes.length >= tensor.shape.length
      ? tiled(tensor, sizes, at)
      : undefined
    : expanded(tensor, sizes, at);

/**
 * A column times a row, `[1 2 1]' * [1 0 -1]`, which is the same to those who multiply matrices and to those who
 * repeat what is missing.
 * @param {Value} column
 * @param {Value} row
 * @param {number} at
 * @returns {Tensor | undefined}
 */
export function outerOf(column, row, at) {
  const [a, b] = [column, row].map((each) =>
    isList(each) || isTensor(each) ? tensorOf(each) : undefined,
  );
  if (a?.shape.length !== 2 || a.shape[1] !== 1 || !b) return undefined;
  if (b.shape.length > 2 || (b.shape.length === 2 && b.shape[0] !== 1)) return undefined;
  const shape = checked([a.data.length, b.data.length], at);
  return { shape, data: a.data.flatMap((x) => b.data.map((y) => x * y)) };
}

/** The numbers of `1:4`, or `1:2:9`, of MATLAB, Julia and R. @param {readonly (number | undefined)[]} parts @param {number} at
 * @returns {Tensor | undefined} */
export function rangeOf(parts, at) {
  if (parts.length < 2 || parts.some((part) => typeof part !== 'number')) return undefined;
  const numbers = /** @type {number[]} */ (parts);
  const [from, step, to] = numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers;
  const length = Math.floor((to - from) / step) + 1;
  if (!(length > 0)) return undefined;
  return counting(length, (i) => from + i * step, at);
}

/**
 * So many numbers, each by its place.
 * @param {number} length
 * @param {(i: number) => number} of
 * @param {number} at
 * @param {number} [most]
 * @returns {Tensor}
 */
export function counting(length, of, at, most) {
  const array = filled([length], 0, at, most);
  for (let i = 0; i < length; i++) array.data[i] = of(i);
  return array;
}
