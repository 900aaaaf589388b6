import { problem } from '../../state/problem.js';
import { argsOf, found, fourOf, fourShape, numbersOf, perAxis, planeOf, tapsOf } from './layer.js';
import { added, shapeOnly } from './torch.js';
import { permuted, reshaped } from './tensors.js';
import { isList, isTensor, isUnknown, isWord, wholesOf } from './values.js';

/**
 * Layers of Keras and functions of TensorFlow: channels last, kernels (kh, kw, in, out).
 *
 * @typedef {import('./functions.js').Call} Call
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./values.js').Value} Value
 */

const conv = [
  'filters|channels',
  'kernel_size',
  'strides',
  'padding',
  'data_format',
  'dilation_rate',
  'groups',
  'activation',
  'use_bias',
];
const tconv = [
  'filters|channels',
  'kernel_size',
  'strides',
  'padding',
  'output_padding',
  'data_format',
  'dilation_rate',
  'activation',
  'use_bias',
];
const depthwise = [
  'kernel_size',
  'strides',
  'padding',
  'depth_multiplier',
  'data_format',
  'dilation_rate',
  'activation',
  'use_bias',
];

/** The weights of Keras in PyTorch's order. @param {'conv' | 'tconv'} op @param {1 | 2} axes
 * @returns {NonNullable<Found['weights']>} */
export const kerasWeights = (op, axes) => (weights) => {
  const { shape } = weights;
  const four = axes === 1 ? { ...weights, shape: [1, ...shape] } : weights;
  // (kh, kw, in, out) of a convolution, (kh, kw, out, in) of a transposed one
  return four.shape.length === 4 ? permuted(four, [3, 2, 0, 1]) : undefined;
};

/**
 * @param {Call} call
 * @param {{ transposed: boolean, axes: 1 | 2, depthwise?: boolean }} kind
 * @returns {Found}
 */
export function kerasLayer(call, { transposed, axes, depthwise: apart = false }) {
  const { get, numbers, number, word, flag } = argsOf(
    call,
    apart ? depthwise : transposed ? tconv : conv,
  );
  const notes = [];
  const activation = word('activation');
  if (activation && activation !== 'linear') notes.push(problem('activation', {}, activation));
  const shape = wholesOf(get('input_shape') ?? undefined) ?? inputShape(get('input_shape'));
  const last = word('data_format') !== 'channels_first';
  const padding = word('padding') ?? 'valid';
  const op = transposed ? 'tconv' : 'conv';
  const stride = perAxis(numbers('strides'), axes, 1);
  const size = numbers('kernel_size');
  const inputs = shape && (last ? shape[shape.length - 1] : shape[0]);
  const multiplier = number('depth_multiplier') ?? 1;
  const plane = shape && (last ? shape.slice(0, -1) : shape.slice(1));
  const given = get('output_padding');
  const causal = padding === 'causal';
  const taps = tapsOf(size, axes, call.at);
  const weights = apart ? undefined : kerasWeights(op, axes);
  const k = apart
    ? undefined
    : initial(get('kernel_initializer'), taps, number('filters'), transposed);
  return found({
    op,
    label: call.path,
    at: call.at,
    axes,
    k: k && weights?.({ ...k, shape: axes === 1 ? k.shape.slice(1) : k.shape }),
    x:
      inputs && plane?.every((n) => n > 0)
        ? { shape: [1, inputs, ...planeOf(plane, axes)] }
        : undefined,
    inputs: inputs || undefined,
    outputs: apart ? (inputs ? inputs * multiplier : undefined) : number('filters'),
    taps,
    stride,
    dilation: perAxis(numbers('dilation_rate'), axes, 1),
    // None is not 0: each cell of the input then makes at least as many as the stride.
    outputPadding: transposed
      ? given === undefined || given === null
        ? [-1]
        : perAxis(numbers('output_padding'), axes, 0)
      : [0],
    padding: causal ? 'causal' : padding === 'same' ? 'keras-same' : [0],
    groups: apart ? (inputs ?? 1) : (number('groups') ?? 1),
    bias: flag('use_bias', true),
    notes: apart && !inputs ? [...notes, problem('depthwise')] : notes,
    weights,
  });
}

/**
 * The weights of `kernel_initializer=tf.constant_initializer(K)`, as Keras lays them out.
 * @param {Value | undefined} value
 * @param {number[] | undefined} taps
 * @param {number | undefined} filters
 * @param {boolean} transposed
 */
function initial(value, taps, filters, transposed) {
  const tensor = isTensor(value) ? value : undefined;
  if (!tensor || tensor.data.length === 1 || !taps || !filters) return undefined;
  const inputs = tensor.data.length / (taps[0] * taps[1] * filters);
  return reshaped(tensor, [...taps, ...(transposed ? [filters, inputs] : [inputs, filters])]);
}

/** (None, None, 3) @param {Value | undefined} value */
const inputShape = (value) =>
  isList(value) ? value.items.map((item) => (typeof item === 'number' ? item : 0)) : undefined;

const functions = {
  conv: ['input', 'filters|filter', 'strides', 'padding', 'data_format', 'dilations'],
  tconv: [
    'input|value',
    'filters|filter',
    'output_shape',
    'strides',
    'padding',
    'data_format',
    'dilations',
  ],
};

/** The two numbers for the axes of a list for all dimensions. @param {number[] | undefined} list
 * @param {boolean} last @param {1 | 2} axes */
function spatial(list, last, axes) {
  if (!list || list.length <= axes) return list;
  return last ? list.slice(1, 1 + axes) : list.slice(2, 2 + axes);
}

/**
 * `tf.nn.conv2d(x, w, strides, padding)`, `tf.nn.conv2d_transpose(x, w, output_shape, strides)`
 * @param {Call} call
 * @param {{ transposed: boolean, axes: 1 | 2 }} kind
 * @returns {Found}
 */
export function tensorflowFunction(call, { transposed, axes }) {
  const op = transposed ? 'tconv' : 'conv';
  const { get, numbers, word } = argsOf(call, functions[op]);
  const last = !/^nc/.test(word('data_format') ?? 'nhwc');
  const value = get('input');
  const padded = isTensor(value) || isUnknown(value) ? value.padded : undefined;
  const x = channelsFirst(fourOf(value, axes), last, axes);
  const filters = fourOf(get('filters'), 2);
  const weights = kerasWeights(op, axes);
  const k =
    filters && weights({ ...filters, shape: axes === 1 ? filters.shape.slice(1) : filters.shape });
  const shape = k?.shape ?? kernelShape(fourShape(get('filters'), 2));
  const pairs = pairsOf(get('padding'), last);
  const given = spatial(wholesOf(get('output_shape')), last, axes);
  const padding = pairs ?? (word('padding') === 'valid' ? [0] : 'keras-same');
  return found({
    op,
    label: call.path,
    at: call.at,
    axes,
    x: x ?? shapeOnly(lastShape(fourShape(value, axes), last)),
    k,
    taps: shape?.slice(2),
    outputs: shape?.[op === 'conv' ? 0 : 1],
    inputs: shape?.[op === 'conv' ? 1 : 0],
    stride: perAxis(spatial(numbers('strides'), last, axes), axes, 1),
    dilation: perAxis(spatial(numbers('dilations'), last, axes), axes, 1),
    outputPadding: transposed ? (given ? [0] : [-1]) : [0],
    ...(transposed && given ? { wanted: planeOf(given, axes) } : {}),
    padding: padded && Array.isArray(padding) ? added(padding, padded) : padding,
  });
}

/** @param {number[] | undefined} shape */
const kernelShape = (shape) => shape && [shape[3], shape[2], shape[0], shape[1]];
/** @param {number[] | undefined} shape @param {boolean} last */
const lastShape = (shape, last) =>
  shape && last ? [shape[0], shape[3], shape[1], shape[2]] : shape;

/** @param {import('./values.js').Tensor | undefined} x @param {boolean} last @param {1 | 2} axes */
export function channelsFirst(x, last, axes) {
  if (!x || !last) return x;
  // On one axis, (N, L, C) has had its 1 put before C.
  const shape = axes === 1 ? [x.shape[0], 1, x.shape[1], x.shape[3]] : x.shape;
  return permuted({ shape, data: x.data }, [0, 3, 1, 2]);
}

/** [[0, 0], [1, 1], [1, 1], [0, 0]] @param {Value | undefined} value @param {boolean} last */
function pairsOf(value, last) {
  if (!isList(value) || isWord(value)) return undefined;
  const pairs = value.items.map((pair) => numbersOf(pair, 'padding', value.node.at) ?? []);
  if (pairs.length !== 4) return undefined;
  return (last ? pairs.slice(1, 3) : pairs.slice(2)).flat();
}
