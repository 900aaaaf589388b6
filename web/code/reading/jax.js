import { problem } from '../../state/problem.js';
import { argsOf, found, fourOf, fourShape, perAxis, planeOf } from './layer.js';
import { kerasWeights } from './keras.js';
import { shapeOnly } from './torch.js';
import { Unread } from './parse.js';
import { flipped, permuted } from './tensors.js';
import { isList, isWord } from './values.js';

/**
 * Layers of JAX, Flax and Haiku.
 *
 * @typedef {import('./functions.js').Call} Call
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./values.js').Value} Value
 */

const general = [
  'lhs',
  'rhs',
  'window_strides',
  'padding',
  'lhs_dilation',
  'rhs_dilation',
  'dimension_numbers',
  'feature_group_count',
];
const transpose = [
  'lhs',
  'rhs',
  'strides',
  'padding',
  'rhs_dilation',
  'dimension_numbers',
  'transpose_kernel',
];

/** The order of the dimensions: ('NHWC', 'HWIO', 'NHWC'). @param {Value | undefined} value @param {string[]} usual */
function orderOf(value, usual) {
  const words = isList(value) ? value.items.map((item) => (isWord(item) ? item.word : '')) : [];
  return /^[NCHWD]+$/.test(words[0] ?? '') && /^[OIHWD]+$/.test(words[1] ?? '') ? words : usual;
}

/** @param {Value | undefined} value @param {string} order of letters @param {string} wanted */
function ordered(value, order, wanted) {
  const tensor = fourOf(value, 2);
  return (
    tensor &&
    permuted(
      tensor,
      [...wanted].map((letter) => order.indexOf(letter)),
    )
  );
}

/** @param {Value | undefined} value @param {string} order @param {string} wanted */
function orderedShape(value, order, wanted) {
  const shape = fourShape(value, 2);
  return shape && [...wanted].map((letter) => shape[order.indexOf(letter)]);
}

/** [(1, 1), (0, 2)] as four numbers @param {Value | undefined} value @param {() => number[] | undefined} numbers
 * @returns {number[] | undefined} */
function pairs(value, numbers) {
  if (isList(value) && value.items.every(isList)) {
    const all = value.items.flatMap((item) => (isList(item) ? item.items : []));
    if (all.length === 4 && all.every(Number.isInteger)) return /** @type {number[]} */ (all);
    if (all.length === 2 && all.every(Number.isInteger))
      return [0, 0, .../** @type {number[]} */ (all)];
  }
  const list = numbers();
  return (
    list &&
    (list.length === 4 ? list : [list[0], list[0], list[list.length - 1], list[list.length - 1]])
  );
}

/**
 * `lax.conv_general_dilated`: with lhs_dilation it is a transposed convolution, its kernel turned.
 * @param {Call} call
 * @returns {Found}
 */
export function general_dilated(call) {
  const { get, numbers, number, word } = argsOf(call, general);
  const [xOrder, kOrder] = orderOf(get('dimension_numbers'), ['NCHW', 'OIHW']);
  const spread = numbers('lhs_dilation') ?? [1];
  const groups = number('feature_group_count') ?? 1;
  const given = word('padding');
  const sides = given ? undefined : pairs(get('padding'), () => numbers('padding'));
  const k = ordered(get('rhs'), kOrder, 'OIHW');
  const shape = orderedShape(get('rhs'), kOrder, 'OIHW');
  const common = {
    label: call.path,
    at: call.at,
    x: ordered(get('lhs'), xOrder, 'NCHW') ?? shapeOnly(orderedShape(get('lhs'), xOrder, 'NCHW')),
    dilation: perAxis(numbers('rhs_dilation'), 2, 1),
    groups,
    taps: shape?.slice(2),
    outputs: shape?.[0],
    inputs: shape && shape[1] * groups,
  };
  // Where the input is cropped, it is the transposed one with a stride of 1.
  const crops =
    sides?.some((side) => side < 0) &&
    (numbers('window_strides') ?? [1]).every((step) => step === 1);
  if (spread.every((step) => step === 1) && !crops) {
    const padding =
      sides ?? (given === 'same' ? 'keras-same' : given === 'same_lower' ? 'same-lower' : [0]);
    return found({
      ...common,
      op: 'conv',
      k,
      padding,
      stride: perAxis(numbers('window_strides'), 2, 1),
    });
  }
  if ((numbers('window_strides') ?? [1]).some((step) => step > 1)) {
    throw new Unread(problem('both-strides'), call.at);
  }
  const layer = found({
    ...common,
    op: 'tconv',
    stride: perAxis(spread, 2, 1),
    flip: !k,
    k: k && exchangedTurned(k, groups),
  });
  return cropped(layer, sides, call.at);
}

/** A kernel of the convolution that a transposed one is, as the transposed one's. @param {import('./values.js').Tensor} k
 * @param {number} groups */
function exchangedTurned(k, groups) {
  const [outer, inner, ...taps] = k.shape;
  const apart = { shape: [groups, outer / groups, inner, ...taps], data: k.data };
  const swapped = permuted(apart, [0, 2, 1, 3, 4]);
  return (
    swapped &&
    flipped({ shape: [groups * inner, outer / groups, ...taps], data: swapped.data }, [2, 3])
  );
}

/**
 * A layer whose padding depends on the kernel, which the reader has.
 * @param {Found} layer
 * @param {number} at
 * @param {(known: Found) => Found} settled
 * @returns {Found}
 */
function whenKnown(layer, at, settled) {
  if (layer.outputs !== undefined) throw new Unread(problem('kernel-size'), at);
  return { ...layer, settled };
}

/**
 * A transposed convolution that pads the spread input by so much: PyTorch crops what is missing from the
 * reach of the kernel; more than its reach is output padding.
 * @param {Found} layer
 * @param {number[] | undefined} sides
 * @param {number} at
 * @returns {Found}
 */
function cropped(layer, sides = [0, 0, 0, 0], at) {
  if (!layer.taps) return whenKnown(layer, at, (known) => cropped(known, sides, at));
  const reach = layer.taps.map((taps, i) => (layer.dilation[i] ?? layer.dilation[0]) * (taps - 1));
  const [top, bottom, left, right] = sides.map((side, i) => reach[i >> 1] - side);
  if (top < 0 || left < 0) throw new Unread(problem('padding-before'), at);
  return {
    ...layer,
    padding: [top, Math.max(0, bottom), left, Math.max(0, right)],
    outputPadding: [Math.max(0, -bottom), Math.max(0, -right)],
  };
}

/**
 * `lax.conv_transpose`
 * @param {Call} call
 * @returns {Found}
 */
export function conv_transpose(call) {
  const { get, numbers, word, flag } = argsOf(call, transpose);
  const [xOrder, kOrder] = orderOf(get('dimension_numbers'), ['NHWC', 'HWIO']);
  const turns = flag('transpose_kernel', false);
  const wanted = turns ? 'OIHW' : 'IOHW';
  const k = ordered(get('rhs'), kOrder, wanted);
  const shape = orderedShape(get('rhs'), kOrder, wanted);
  const layer = found({
    op: 'tconv',
    label: call.path,
    at: call.at,
    x: ordered(get('lhs'), xOrder, 'NCHW') ?? shapeOnly(orderedShape(get('lhs'), xOrder, 'NCHW')),
    // Without transpose_kernel it is not turned, which PyTorch's transposed convolution does.
    k: k && (turns ? k : flipped(k, [2, 3])),
    flip: !k && !turns,
    taps: shape?.slice(2),
    inputs: shape?.[0],
    outputs: shape?.[1],
    stride: perAxis(numbers('strides'), 2, 1),
    dilation: perAxis(numbers('rhs_dilation'), 2, 1),
  });
  return spreadPadding(
    layer,
    word('padding'),
    () => pairs(get('padding'), () => numbers('padding')),
    call.at,
  );
}

/** @param {Found} layer @param {string | undefined} word @param {() => number[] | undefined} sides @param {number} at
 * @returns {Found} */
function spreadPadding(layer, word, sides, at) {
  const { taps, stride, dilation } = layer;
  if (!taps) return whenKnown(layer, at, (known) => spreadPadding(known, word, sides, at));
  if (word !== 'same' && word !== 'valid') return cropped(layer, sides(), at);
  const named = taps.flatMap((count, i) => {
    const k = (dilation[i] ?? dilation[0]) * (count - 1) + 1;
    const s = stride[i] ?? stride[0];
    if (word === 'valid') return [k - 1, s - 1 + Math.max(k - s, 0)];
    const all = k + s - 2;
    const before = s > k - 1 ? k - 1 : Math.ceil(all / 2);
    return [before, all - before];
  });
  return cropped(layer, named, at);
}

const flax = ['features', 'kernel_size', 'strides', 'padding'];
const nnx = ['in_features', 'out_features|features', 'kernel_size', 'strides', 'padding'];
const haiku = ['output_channels', 'kernel_shape', 'stride', 'rate', 'padding'];
const haikuTransposed = ['output_channels', 'kernel_shape', 'stride', 'output_shape', 'padding'];

/**
 * `nn.Conv(features, kernel_size, …)` of Flax, its newer `nnx.Conv`, and `hk.Conv2D`.
 * @param {Call} call
 * @param {{ transposed: boolean, dialect: 'flax' | 'nnx' | 'haiku', axes?: 1 | 2 }} kind
 * @returns {Found}
 */
export function flaxLayer(call, { transposed, dialect, axes: named = 2 }) {
  const order = { flax, nnx, haiku: transposed ? haikuTransposed : haiku }[dialect];
  const { get, numbers, number, word, flag } = argsOf(call, order);
  const own = dialect === 'haiku';
  const size = numbers(own ? 'kernel_shape' : 'kernel_size');
  const axes = !own && size?.length === 1 ? 1 : named;
  if (size && size.length > 2) throw new Unread(problem('axes'), call.at);
  const layer = found({
    op: transposed ? 'tconv' : 'conv',
    label: call.path,
    at: call.at,
    axes,
    inputs: dialect === 'nnx' ? number('in_features') : undefined,
    outputs: number(own ? 'output_channels' : dialect === 'nnx' ? 'out_features' : 'features'),
    taps: size && planeOf(size, axes),
    stride: perAxis(numbers(own ? 'stride' : 'strides'), axes, 1),
    dilation: perAxis(numbers(own ? 'rate' : 'kernel_dilation'), axes, 1),
    groups: number('feature_group_count') ?? 1,
    bias: flag(own ? 'with_bias' : 'use_bias', true),
    weights: kerasWeights(transposed && !flag('transpose_kernel', false) ? 'conv' : 'tconv', axes),
  });
  const padding = get('padding');
  const text = word('padding') ?? (padding === undefined ? 'same' : undefined);
  const sides = () => pairs(padding, () => numbers('padding'));
  if (transposed) return spreadPadding(layer, text, sides, call.at);
  if (text === 'circular' || text === 'reflect') {
    return { ...layer, padding: 'keras-same', notes: [problem('padding-mode', {}, text)] };
  }
  if (text === 'causal') return { ...layer, padding: 'causal' };
  return { ...layer, padding: text === 'valid' ? [0] : text ? 'keras-same' : (sides() ?? [0]) };
}
