import { problem } from '../../state/problem.js';
import { bracketed } from './source.js';
import { permuted } from './tensors.js';

/**
 * Which tensor of a text is X, which K and which the bias.
 *
 * @typedef {import('./tensors.js').Array_} Array_
 * @typedef {import('../../state/tensor.js').Literal} Literal
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {'x' | 'k' | 'b'} Role
 * @typedef {{ role: Role | undefined, name: string, shape: number[], data: number[], last: boolean }} Part
 *   `last`: the code around says that its channels are last
 */

/** The most tensors of a text that are told apart. */
const mostTensors = 64;

const names = /** @type {const} */ ([
  ['b', /^(?:b|bias|biases|beta)$/],
  [
    'k',
    /^(?:k|w|f|h|g|kernel|kernels|weight|weights|filter|filters|ker|taps|wt|rhs|in2|conv_kernel|kernel_data|weight_data|kern|filt|sobel|scharr|prewitt|laplace|laplacian|gauss|gaussian|sharpen|emboss|psf|stencil)\d?$/,
  ],
  [
    'x',
    /^(?:x|input|inputs|inp|i|img|image|data|a|lhs|in1|src|x_in|signal|feature|features|x_data|input_data)\d?$/,
  ],
  ['y', /^(?:y|out|output|outputs|expected|result|res|target|dy|z)\d?$/],
]);

// Of words that are not parted: 输入矩阵, 卷积核大小
const parts = /** @type {const} */ ([
  ['b', /偏置|偏移/],
  ['k', /核|滤波器|过滤器|权重|权值/],
  ['x', /输入|图像|图片|特征图/],
  ['y', /输出|结果/],
]);

/** Whether a name is that of a setting: a kernel_size is no kernel. @param {string} name */
export const isSetting = (name) =>
  /^(?:stride|strides|padding|dilation)$|_(?:size|sizes|shape|stride|strides|padding|dilation)$/.test(
    name,
  );

/** The role that a name says: its last word that says one. @param {string} name */
export function roleOf(name) {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\d_]+/u)
    .filter(Boolean);
  for (const word of [...words].reverse()) {
    if (isSetting(word)) continue;
    const pieces = [word, ...word.split('_').reverse()];
    const all = pieces.flatMap((piece) => names.filter(([, pattern]) => pattern.test(piece)));
    // The kernel for x or y: sobel_x
    const axis = /^[xy]$/.test(pieces[1]) ? all.find(([role]) => role === 'k') : undefined;
    const found = axis ?? all[0] ?? parts.find(([, pattern]) => pattern.test(word));
    if (found) return found[0];
  }
  return undefined;
}

/** A bias is a vector, or a number that is called so in full; what is called b and is none may be anything.
 * @template Role @param {Role} role @param {readonly number[]} shape @param {string} name */
function vectorOr(role, shape, name) {
  if (role !== 'b' || shape.length < 2) return role;
  const long = shape.filter((extent) => extent > 1).length;
  return long === 1 || (long === 0 && name.length > 1) ? role : undefined;
}

/** @param {string} text of the code around */
export const channelsLast = (text) =>
  /\btf\.|\bkeras\b|NHWC|channels_last|HWIO|tensorflow|path=\w{1,40}\/kernel/.test(text) &&
  !/NCHW|channels_first/.test(text);

/**
 * Whether a bias has as many numbers as weights of Keras have channels, and no such count is where PyTorch's
 * have theirs.
 * @param {readonly { tensor: Array_ }[]} found
 * @param {number[]} shape
 */
function lastByBias(found, shape) {
  const vectors = found.filter(({ tensor }) => tensor.shape.length === 1);
  if (found.length !== 2 || vectors.length !== 1) return false;
  const place = shape.indexOf(vectors[0].tensor.shape[0]);
  return place > 1;
}

/**
 * The tensors of a text at their places.
 * @param {readonly { name: string, tensor: Array_, at?: number }[]} found
 * @param {string} text that they were found in
 * @returns {{ parts: Part[], notes: Problem[] } | { problem: Problem }}
 */
export function placed(found, text) {
  if (found.length > mostTensors) return { problem: problem('several', { count: found.length }) };
  const last = channelsLast(text);
  /** @type {Problem[]} */
  const notes = [];
  const named = found.map(({ name, tensor }) => ({
    name,
    ...tensor,
    last: (last || lastByBias(found, tensor.shape)) && tensor.shape.length === 4,
    role: vectorOr(roleOf(name), tensor.shape, name),
  }));
  const echo = (/** @type {(typeof named)[number]} */ part, /** @type {number} */ i) =>
    isShape(part, named) ||
    (part.name === '' &&
      named.some(
        (other, j) => j !== i && (other.name !== '' || j < i) && sameNumbers(other.data, part.data),
      ));
  const said = areTwo(found, text) ? named : named.filter((part, i) => !echo(part, i));
  const deep = said.find(({ shape }) => shape.length > 4);
  if (deep) return { problem: problem('depth', { limit: 4 }) };
  const kept = said.length > 1 ? said.filter(({ role }) => role !== 'y') : said;
  if (kept.length < said.length) notes.push(problem('computed'));
  const roles = new Set(kept.map(({ role }) => role));
  /** @type {Part[]} */
  const parts = kept.map((part) => ({ ...part, role: part.role === 'y' ? undefined : part.role }));
  const clear = parts.length > 1 && parts.every(({ role }) => role) && roles.size === parts.length;
  if (parts.length === 1 || clear) return { parts, notes };
  const open = parts.filter(({ role }) => !role);
  const free = /** @type {const} */ (['x', 'k']).filter((role) => !roles.has(role));
  // Two that say nothing of themselves are X and K, in that order.
  const fits =
    open.length > 0 && open.length <= free.length && roles.size - 1 === parts.length - open.length;
  if (!fits) return { problem: problem('several', { count: parts.length }) };
  open.forEach((part, i) => (part.role = free[i]));
  notes.push(problem('in-order'));
  return { parts, notes };
}

/** Whether two tensors without names are written in the same way: one that is shown again is written as a print.
 * @param {readonly { name: string, at?: number }[]} found @param {string} text */
function areTwo(found, text) {
  if (found.length !== 2 || !found.every(({ name, at }) => name === '' && at !== undefined))
    return false;
  const [a, b] = found.map(({ at = 0 }) =>
    bracketed(text, text.indexOf('[', at)).replace(/\s+/g, ''),
  );
  const [c, d] = found.map(({ at = 0 }) => text.slice(at, text.indexOf('[', at)));
  return a === b && c === d && c !== '';
}

/** Whether a vector is the shape of another tensor, which was printed along with it.
 * @param {{ name: string, shape: number[], data: number[] }} part @param {readonly { shape: number[] }[]} all */
const isShape = ({ name, shape, data }, all) =>
  shape.length === 1 &&
  shape[0] > 1 &&
  all.some((other) => other.shape.length > 1 && sameNumbers(other.shape, data)) &&
  (name === '' || shape[0] === 4 || /(?:^|[._])(?:shape|size|dims)$/.test(name));

/** @param {readonly number[]} a @param {readonly number[]} b */
const sameNumbers = (a, b) => a.length === b.length && a.every((number, i) => number === b[i]);

/**
 * A tensor as X or K has it: four dimensions, the channels before the rows.
 * @param {Pick<Part, 'shape' | 'data' | 'last'>} part
 * @param {Role} role
 * @param {'conv' | 'tconv'} op
 * @returns {Literal}
 */
export function literalOf({ shape, data, last }, role, op) {
  const four = { shape: [1, 1, 1, 1].slice(shape.length).concat(shape), data };
  if (!last) return four;
  if (role === 'x') {
    const [n, h, w, c] = shape.length === 3 ? [1, ...shape] : four.shape;
    return /** @type {Literal} */ (permuted({ shape: [n, h, w, c], data }, [0, 3, 1, 2]));
  }
  // (kh, kw, in, out) of a convolution, (kh, kw, out, in) of a transposed one: both the other way round.
  return shape.length === 4 && op ? /** @type {Literal} */ (permuted(four, [3, 2, 0, 1])) : four;
}
