import { problem } from '../../state/problem.js';
import { argsOf, found, fourOf, fourShape, perAxis, planeOf, tapsOf } from './layer.js';
import { Unread } from './parse.js';
import { isUnknown, isWord } from './values.js';

/**
 * Layers of PyTorch, and of what follows it: Paddle, MindSpore, libtorch, Equinox, Gluon.
 *
 * @typedef {import('./functions.js').Call} Call
 * @typedef {import('./layer.js').Found} Found
 */

const conv = [
  'in_channels',
  'out_channels',
  'kernel_size',
  'stride',
  'padding',
  'dilation',
  'groups|group',
  'bias|use_bias|has_bias|bias_attr',
  'padding_mode',
];
const tconv = [
  'in_channels',
  'out_channels',
  'kernel_size',
  'stride',
  'padding',
  'output_padding',
  'groups|group',
  'bias|use_bias|has_bias|bias_attr',
  'dilation',
  'padding_mode',
];
const paddleTconv = [
  'in_channels',
  'out_channels',
  'kernel_size',
  'stride',
  'padding',
  'output_padding',
  'dilation',
  'groups',
  'padding_mode',
  'weight_attr',
  'bias|bias_attr',
  'data_format',
];
const mindspore = [
  'in_channels|input_channels',
  'out_channels|output_channels',
  'kernel_size',
  'stride',
  'pad_mode',
  'padding',
  'dilation',
  'group',
  'bias|has_bias',
];
const mindsporeTconv = [
  'in_channels|input_channels',
  'out_channels|output_channels',
  'kernel_size',
  'stride',
  'pad_mode',
  'padding',
  'output_padding',
  'dilation',
  'group',
  'bias|has_bias',
];
const gluon = [
  'channels',
  'kernel_size',
  'strides|stride',
  'padding',
  'dilation',
  'groups',
  'layout',
  'in_channels',
];
const gluonTconv = [
  'channels',
  'kernel_size',
  'strides|stride',
  'padding',
  'output_padding',
  'dilation',
  'groups',
  'layout',
  'in_channels',
];

/**
 * A layer that keeps its weights: `nn.Conv2d(10, 20, 5)`, or as `print(model)` has it.
 * @param {Call} call
 * @param {{ transposed: boolean, axes: 1 | 2, lazy: boolean, dialect: 'torch' | 'paddle' | 'mindspore' | 'gluon' }} kind
 * @returns {Found}
 */
export function torchModule(call, { transposed, axes, lazy, dialect }) {
  const orders = {
    torch: transposed ? tconv : conv,
    paddle: transposed ? paddleTconv : conv,
    mindspore: transposed ? mindsporeTconv : mindspore,
    gluon: transposed ? gluonTconv : gluon,
  };
  const order = orders[dialect];
  const { get, numbers: given, number, word, flag } = argsOf(call, lazy ? order.slice(1) : order);
  const numbers = (/** @type {string} */ name) => checkedList(given(name), name, axes, call.at);
  const arrow = Object.keys(call.named).find((key) => /^\d+$/.test(key));
  const inputs = arrow ? Number(arrow) : lazy ? undefined : number('in_channels');
  const outputs = arrow
    ? number(arrow)
    : dialect === 'gluon'
      ? number('channels')
      : number('out_channels');
  const size = numbers('kernel_size');
  const notes = [];
  const mode = word('padding_mode');
  if (mode && mode !== 'zeros') notes.push(problem('padding-mode', {}, mode));
  const biased = word('bias') === 'false' ? false : flag('bias', dialect !== 'mindspore');
  return found({
    op: transposed ? 'tconv' : 'conv',
    label: call.path,
    at: call.at,
    axes,
    inputs,
    outputs,
    taps: tapsOf(size, axes, call.at),
    stride: perAxis(numbers(dialect === 'gluon' ? 'strides' : 'stride'), axes, 1),
    dilation: perAxis(numbers('dilation'), axes, 1),
    outputPadding: transposed ? perAxis(numbers('output_padding'), axes, 0) : [0],
    padding:
      dialect === 'mindspore'
        ? mindsporePadding(word('pad_mode'), numbers('padding'), axes)
        : paddingOf(get('padding'), () => numbers('padding'), axes, dialect),
    groups: number('groups') ?? 1,
    bias: isOff(get('bias'), dialect) ? false : biased,
    notes,
  });
}

/**
 * A setting for each axis, of which there are no more than that; padding may have both sides of each.
 * @param {number[] | undefined} list
 * @param {string} argument
 * @param {1 | 2} axes
 * @param {number} at
 */
function checkedList(list, argument, axes, at) {
  const fits =
    list === undefined ||
    list.length <= axes ||
    (argument === 'padding' && list.length === 2 * axes);
  // tapsOf says so itself.
  if (!fits && argument !== 'kernel_size')
    throw new Unread(problem('wrong-length', { argument, count: axes }), at);
  const value = argument === 'output_padding' ? list?.find((each) => each < 0) : undefined;
  if (value !== undefined)
    throw new Unread(problem('wrong-setting', { argument, value, minimum: 0 }), at);
  return list;
}

/** Whether there is no bias: None, of PyTorch, is as false. @param {import('./values.js').Value | undefined} bias
 * @param {string} dialect */
const isOff = (bias, dialect) => bias === false || (bias === null && dialect === 'torch');

/** @param {string | undefined} mode @param {number[] | undefined} numbers @param {1 | 2} axes @returns {Found['padding']} */
function mindsporePadding(mode = 'same', numbers, axes) {
  if (mode === 'same') return 'keras-same';
  if (mode === 'valid' || !numbers) return [0];
  return numbers.length === 4 ? numbers : perAxis(numbers, axes, 0);
}

/**
 * Padding as numbers or as a word: PyTorch's `same` is for stride 1, so that it is the same as any.
 * @param {import('./values.js').Value | undefined} value
 * @param {() => number[] | undefined} numbers
 * @param {1 | 2} axes
 * @param {string} [dialect]
 * @returns {Found['padding']}
 */
export function paddingOf(value, numbers, axes, dialect = 'torch') {
  const word = isWord(value)
    ? value.word.toLowerCase()
    : isUnknown(value) && /^(?:same|valid)$/i.test(value.unknown)
      ? value.unknown.toLowerCase()
      : undefined;
  if (word === 'same') return dialect === 'torch' ? 'same' : 'keras-same';
  if (word !== undefined) return [0];
  if (Array.isArray(/** @type {any} */ (value)?.items?.[0]?.items)) {
    // Paddle: a pair for each dimension, the first two for batch and channels
    const pairs = /** @type {any} */ (value).items
      .slice(-axes)
      .flatMap((/** @type {any} */ pair) => pair.items);
    if (pairs.every(Number.isInteger)) return axes === 1 ? [0, 0, ...pairs] : pairs;
  }
  const list = numbers();
  if (list?.length === 4) return list;
  return axes === 1 && list?.length === 2 ? [0, 0, ...list] : perAxis(list, axes, 0);
}

const functionOrders = {
  torch: {
    conv: ['input|self', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups'],
    tconv: [
      'input|self',
      'weight',
      'bias',
      'stride',
      'padding',
      'output_padding',
      'groups',
      'dilation',
    ],
  },
  paddle: {
    conv: ['x', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups', 'data_format'],
    tconv: [
      'x',
      'weight',
      'bias',
      'stride',
      'padding',
      'output_padding',
      'dilation',
      'groups',
      'output_size',
      'data_format',
    ],
  },
  mindspore: {
    conv: ['input', 'weight', 'bias', 'stride', 'pad_mode', 'padding', 'dilation', 'groups'],
    tconv: [
      'input',
      'weight',
      'bias',
      'stride',
      'pad_mode',
      'padding',
      'output_padding',
      'groups',
      'dilation',
    ],
  },
  gluon: {
    conv: ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups'],
    tconv: ['input', 'weight', 'bias', 'stride', 'padding', 'output_padding', 'groups', 'dilation'],
  },
};

/**
 * A call that is given its weights: `F.conv_transpose2d(x, w, stride=2)`.
 * @param {Call} call
 * @param {{ transposed: boolean, axes: 1 | 2, dialect: 'torch' | 'paddle' | 'mindspore' | 'gluon' }} kind
 * @returns {Found}
 */
export function torchFunction(call, { transposed, axes, dialect }) {
  const op = transposed ? 'tconv' : 'conv';
  const { get, numbers, number, word } = argsOf(call, functionOrders[dialect][op]);
  const x = get(dialect === 'paddle' ? 'x' : 'input');
  const k = get('weight');
  const bias = get('bias');
  const biasNumbers = fourOf(bias, 2)?.data;
  const padded = /** @type {{ padded?: number[] } | undefined} */ (x)?.padded;
  const wanted = dialect === 'paddle' && transposed ? numbers('output_size') : undefined;
  const own =
    dialect === 'mindspore'
      ? mindsporePadding(word('pad_mode') ?? 'valid', numbers('padding'), axes)
      : paddingOf(get('padding'), () => numbers('padding'), axes, dialect);
  return found({
    op,
    label: call.path,
    at: call.at,
    axes,
    x: fourOf(x, axes) ?? shapeOnly(fourShape(x, axes)),
    k: fourOf(k, axes),
    ...ofShape(op, fourShape(k, axes), number('groups') ?? 1),
    stride: perAxis(numbers('stride'), axes, 1),
    dilation: perAxis(numbers('dilation'), axes, 1),
    outputPadding: transposed ? perAxis(numbers('output_padding'), axes, 0) : [0],
    padding: padded && Array.isArray(own) ? added(own, padded) : own,
    groups: number('groups') ?? 1,
    ...(wanted ? { wanted: planeOf(wanted, axes) } : {}),
    bias: biasNumbers ?? (bias !== undefined && bias !== null),
  });
}

/** @param {number[]} own @param {number[]} more */
export function added(own, more) {
  const four = own.length === 4 ? own : [own[0], own[0], own[own.length - 1], own[own.length - 1]];
  return four.map((each, i) => each + more[i]);
}

/** @param {number[] | undefined} shape */
export const shapeOnly = (shape) => shape && { shape };

/**
 * What a kernel's shape says: its taps and the channels.
 * @param {'conv' | 'tconv'} op
 * @param {number[] | undefined} shape
 * @param {number} groups
 */
export function ofShape(op, shape, groups) {
  if (!shape) return {};
  const [first, second, ...taps] = shape;
  return op === 'conv'
    ? { taps, outputs: first, inputs: second * groups }
    : { taps, inputs: first, outputs: second * groups };
}
