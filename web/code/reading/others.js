import { argsOf, found, fourOf, fourShape, perAxis } from './layer.js';
import { kerasLayer, tensorflowFunction } from './keras.js';
import { signal } from './signal.js';
import { torchFunction, torchModule } from './torch.js';
import { permuted } from './tensors.js';
import { problem } from '../../state/problem.js';
import { isList, isUnknown, isWord, wholesOf } from './values.js';

/**
 * Layers that other libraries call by names of their own: TensorFlow.js, MXNet's operators, Flux, candle,
 * SciPy's images, OpenCV, MATLAB's filters.
 *
 * @typedef {import('./functions.js').Call} Call
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./values.js').Value} Value
 */

/** TensorFlow.js: `tf.layers.conv2d({ filters: 8, kernelSize: 3 })`, `tf.conv2dTranspose(x, k, ..)`.
 * @param {Call} call @returns {Found | undefined} */
export function tfjs(call) {
  const [, layers, axes, back] = /^tf\.(layers\.)?conv([12])d(Transpose)?$/.exec(call.path) ?? [];
  if (!axes) return undefined;
  const kind = { transposed: Boolean(back), axes: /** @type {1 | 2} */ (Number(axes)) };
  if (!layers) return back ? tensorflowFunction(call, kind) : undefined;
  const [options] = call.args;
  if (!isList(options) || !options.dict) return undefined;
  const named = Object.fromEntries(
    options.dict.map(([key, value]) => [
      key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      value,
    ]),
  );
  if (isWord(named.data_format)) named.data_format = { word: dataFormat(named.data_format.word) };
  return kerasLayer({ ...call, args: [], named }, kind);
}

/** @param {string} word */
const dataFormat = (word) =>
  word.replace(/([a-z])(First|Last)/, (_, a, b) => `${a}_${b.toLowerCase()}`);

/** The first version of TensorFlow: `tf.layers.conv2d(inputs, 8, 3, strides=2)`; slim's is the same in other words.
 * @param {Call} call @param {{ transposed: boolean, axes: 1 | 2 }} kind @returns {Found | undefined} */
export function firstTensorflow(call, kind) {
  if (!/(?:^|\.)(?:layers|slim)\.conv/.test(call.path)) return undefined;
  const { stride, rate, num_outputs: outputs, ...rest } = call.named;
  const slim = /slim|contrib/.test(call.path);
  const given = {
    ...(stride === undefined ? {} : { strides: stride }),
    ...(rate === undefined ? {} : { dilation_rate: rate }),
    ...(outputs === undefined ? {} : { filters: outputs }),
    ...(slim ? { padding: rest.padding ?? { word: 'same' } } : {}),
  };
  const args = 'inputs' in rest ? call.args : call.args.slice(1);
  return kerasLayer({ ...call, args, named: { ...rest, ...given } }, kind);
}

/** `tf.nn.atrous_conv2d(x, k, 2, 'SAME')` and `tf.nn.depthwise_conv2d(x, k, strides, padding)`.
 * @param {Call} call @returns {Found | undefined} */
export function tensorflowOthers(call) {
  if (/atrous_conv2d$/.test(call.path)) {
    const { get } = argsOf(call, ['value', 'filters', 'rate', 'padding']);
    const [input, filters, rate, padding] = ['value', 'filters', 'rate', 'padding'].map(get);
    const named = /** @type {Record<string, Value>} */ ({ dilations: rate, padding });
    const args = /** @type {Value[]} */ ([input ?? null, filters ?? null]);
    return tensorflowFunction({ ...call, args, named }, { transposed: false, axes: 2 });
  }
  if (!/depthwise_conv2d(?:_native)?$/.test(call.path)) return undefined;
  const { get } = argsOf(call, [
    'input',
    'filter|filters',
    'strides',
    'padding',
    'data_format',
    'dilations',
  ]);
  const layer = tensorflowFunction(call, { transposed: false, axes: 2 });
  const shape = fourShape(get('filter'), 2);
  if (!shape) return { ...layer, notes: [problem('depthwise')] };
  // (kh, kw, in, so many for each of them)
  const [kh, kw, inputs, each] = shape;
  const filter = fourOf(get('filter'), 2);
  const turned = filter && permuted(filter, [2, 3, 0, 1]);
  const k = turned && { shape: [inputs * each, 1, kh, kw], data: turned.data };
  return { ...layer, k, groups: inputs, inputs, outputs: inputs * each, taps: [kh, kw] };
}

/** MXNet: `mx.sym.Convolution(data=x, num_filter=8, kernel=(3, 3), stride=(2, 2), pad=(1, 1))`, `Deconvolution`.
 * @param {Call} call @returns {Found | undefined} */
export function mxnet(call) {
  const name = /(?:^|\.)(Convolution|Deconvolution|convolution|deconvolution)$/.exec(
    call.path,
  )?.[1];
  if (!name || !('kernel' in call.named)) return undefined;
  const { get, numbers, number, flag } = argsOf(call, ['data', 'weight', 'bias']);
  const transposed = /^[dD]/.test(name);
  const axes = /** @type {1 | 2} */ (numbers('kernel')?.length === 1 ? 1 : 2);
  const layer = torchFunction(
    { ...call, args: [get('data') ?? null, get('weight') ?? null], named: {} },
    { transposed, axes, dialect: 'torch' },
  );
  return {
    ...layer,
    taps: numbers('kernel'),
    outputs: number('num_filter'),
    stride: perAxis(numbers('stride'), axes, 1),
    dilation: perAxis(numbers('dilate'), axes, 1),
    padding: perAxis(numbers('pad'), axes, 0),
    outputPadding: perAxis(numbers('adj'), axes, 0),
    groups: number('num_group') ?? 1,
    bias: !flag('no_bias', transposed),
  };
}

/** Flux: `Conv((3, 3), 3 => 8, relu; stride = 2, pad = 1)`. @param {Call} call @returns {Found | undefined} */
export function flux(call) {
  const name = /(?:^|\.)(Conv|ConvTranspose|CrossCor|DepthwiseConv)$/.exec(call.path)?.[1];
  const arrow = Object.keys(call.named).find((key) => /^\d+$/.test(key));
  if (!name || !arrow || !isList(call.args[0])) return undefined;
  const { numbers, number, flag, word } = argsOf(call, ['size']);
  const size = numbers('size') ?? [];
  const axes = /** @type {1 | 2} */ (size.length === 1 ? 1 : 2);
  const [inputs, outputs] = [Number(arrow), number(arrow)];
  const pad = call.named.pad;
  const same = isUnknown(pad) && /^SamePad/.test(pad.unknown);
  const sides = same ? undefined : wholesOf(pad);
  const activation = call.args[1] === undefined ? undefined : argsOf(call, ['size', 'σ']).word('σ');
  const bias = word('bias') !== 'false' && flag('bias', true);
  return found({
    op: name === 'ConvTranspose' ? 'tconv' : 'conv',
    label: call.path,
    at: call.at,
    axes,
    inputs,
    outputs,
    taps: axes === 1 ? [1, size[0]] : size,
    stride: perAxis(numbers('stride'), axes, 1),
    dilation: perAxis(numbers('dilation'), axes, 1),
    padding: same ? 'keras-same' : sides?.length === 4 ? sides : perAxis(sides, axes, 0),
    outputPadding: perAxis(numbers('outpad'), axes, 0),
    groups: name === 'DepthwiseConv' ? inputs : (number('groups') ?? 1),
    bias,
    notes: activation && activation !== 'identity' ? [problem('activation', {}, activation)] : [],
  });
}

/** candle: `conv2d(3, 8, 3, config, vb)`, and `x.conv_transpose2d(&w, padding, output_padding, stride, dilation)`.
 * @param {Call} call @param {string} text @returns {Found | undefined} */
export function candle(call, text) {
  const [, back, axes] = /(?:^|\.)conv(_transpose)?([12])d(?:_no_bias)?$/.exec(call.path) ?? [];
  if (!axes) return undefined;
  const kind = { transposed: Boolean(back), axes: /** @type {1 | 2} */ (Number(axes)) };
  if (/^candle_nn\.|_no_bias$/.test(call.path)) {
    const config = call.args.find((arg) => isList(arg) && arg.dict);
    const dict = isList(config) ? Object.fromEntries(config.dict ?? []) : {};
    const named = /_no_bias$/.test(call.path) ? { ...dict, bias: false } : dict;
    const given = { ...call, args: call.args.slice(0, 3), named };
    return torchModule(given, { ...kind, lazy: false, dialect: 'torch' });
  }
  const own =
    /^\w+\.conv/.test(call.path) && /^[^(]{1,60}\(\s*&/.test(text.slice(call.at, call.at + 80));
  if (!own) return undefined;
  const [k, ...numbers] = call.args;
  const names = back
    ? ['padding', 'output_padding', 'stride', 'dilation']
    : ['padding', 'stride', 'dilation', 'groups'];
  const named = Object.fromEntries(names.map((name, i) => [name, numbers[i]]));
  return torchFunction({ ...call, args: [null, k], named }, { ...kind, dialect: 'torch' });
}

/**
 * Filters of pictures, whose output is as large as the picture.
 * @param {Call} call
 * @returns {Found | undefined}
 */
export function filters(call) {
  const name = call.path.slice(call.path.lastIndexOf('.') + 1);
  const { args, named } = call;
  if (/^(?:fft|oa)convolve$/.test(name))
    return signal(call, { turns: true, axes: 2, usual: 'full' });
  if (/(?:^|\.)(?:ndimage|ndi)\.(?:convolve|correlate)$/.test(call.path)) {
    const turns = name === 'convolve';
    const mode = args[3] ?? named.mode ?? { word: 'reflect' };
    const given = [args[0] ?? named.input, args[1] ?? named.weights];
    return same(call, given, { turns, before: turns ? 'less' : 'more' }, mode);
  }
  if (name === 'filter2D') {
    const given = [args[0] ?? named.src, args[2] ?? named.kernel];
    return same(call, given, { turns: false, before: 'more' }, { word: 'reflect' });
  }
  if (name === 'imfilter' && name === call.path)
    return same(call, args, {
      turns: args.some((arg) => isWord(arg) && arg.word === 'conv'),
      before: 'less',
    });
  if (name !== 'filter2' || name !== call.path) return undefined;
  const [k, x, shape] = args;
  if (isWord(shape) && shape.word !== 'same')
    return signal({ ...call, args: [x, k, shape] }, { turns: false, axes: 2, usual: 'full' });
  return same(call, [x, k], { turns: false, before: 'less' });
}

/**
 * @param {Call} call
 * @param {readonly (Value | undefined)[]} tensors X and K
 * @param {{ turns: boolean, before: 'less' | 'more' }} kind `before`: which part of the padding of an even kernel
 *   is before the first cell
 * @param {Value} [mode] what is around the picture
 * @returns {Found}
 */
function same(call, [x, k], { turns, before }, mode) {
  const args = /** @type {Value[]} */ ([x ?? null, k ?? null, { word: 'same' }]);
  const layer = signal({ ...call, args, named: {} }, { turns, axes: 2, usual: 'same' });
  const around = isWord(mode) && mode.word !== 'constant' ? mode.word : undefined;
  return {
    ...layer,
    padding: before === 'less' ? 'same' : 'same-lower',
    notes: around ? [problem('padding-mode', {}, around)] : [],
  };
}
