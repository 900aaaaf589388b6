import { argsOf, found, fourOf, fourShape } from './layer.js';
import { ofShape, shapeOnly } from './torch.js';
import { flipped } from './tensors.js';
import { problem } from '../../state/problem.js';
import { isTensor, isUnknown, isWord, wholesOf } from './values.js';

/**
 * The convolutions of SciPy, NumPy and MATLAB, which turn the kernel, and the loops of a book.
 *
 * @typedef {import('./functions.js').Call} Call
 * @typedef {import('./layer.js').Found} Found
 */

/**
 * `scipy.signal.convolve2d(x, k, mode='full')`, `correlate2d`, `np.convolve`, `conv2(x, k, 'valid')`
 * @param {Call} call
 * @param {{ turns: boolean, axes: 1 | 2, usual: 'full' | 'valid' | 'same', same?: 'same' | 'same-lower' }} kind
 *   `turns`: whether it is the convolution of mathematics; `same`: which half of the padding of an even kernel comes
 *   first, usually the larger where the kernel is turned
 * @returns {Found}
 */
export function signal(call, { turns, axes, usual, same = turns ? 'same-lower' : 'same' }) {
  const { get, word } = argsOf(exchanged(call, turns, usual), [
    'in1|a',
    'in2|v',
    'mode|shape',
    'boundary',
  ]);
  const mode = word('mode') ?? usual;
  const k = fourOf(get('in2'), 2);
  const shape = k?.shape ?? fourShape(get('in2'), 2);
  const taps = shape?.slice(2);
  const notes = [];
  const boundary = word('boundary');
  if (boundary && boundary !== 'fill') notes.push(problem('padding-mode', {}, boundary));
  const x = fourOf(get('in1'), 2);
  const common = {
    label: call.path,
    at: call.at,
    axes,
    x: x ?? shapeOnly(fourShape(get('in1'), 2)),
    ...(taps ? { taps, inputs: 1, outputs: 1 } : {}),
    notes,
  };
  // All of what mathematics calls a convolution is the transposed one of deep learning.
  if (mode === 'full' && turns) return found({ ...common, op: 'tconv', k });
  return found({
    ...common,
    op: 'conv',
    k: k && (turns ? flipped(k, [2, 3]) : k),
    flip: turns && !k,
    padding: mode === 'full' ? 'full' : mode === 'same' ? same : [0],
  });
}

/**
 * The call with the longer of both tensors first, as NumPy takes them, and SciPy too where only what is whole is
 * kept: which is the kernel makes no difference to mathematics.
 * @param {Call} call
 * @param {boolean} turns
 * @param {string} usual
 * @returns {Call}
 */
function exchanged(call, turns, usual) {
  const [x, k, ...more] = call.args;
  const [a, b] = [fourShape(x, 2), fourShape(k, 2)];
  const mode = argsOf(call, ['in1', 'in2', 'mode']).word('mode') ?? usual;
  const either = /^(?:np|numpy)\./.test(call.path) || (mode === 'valid' && call.path.includes('.'));
  const longer = a?.every((extent, i) => extent <= (b?.[i] ?? 0)) && a.join() !== b?.join();
  return turns && either && longer ? { ...call, args: [k, x, ...more] } : call;
}

/** `trans_conv(X, K)` and `corr2d(X, K)` of "Dive into Deep Learning". @param {Call} call
 * @param {{ transposed: boolean }} kind @returns {Found} */
export function bookLoop(call, { transposed }) {
  const op = transposed ? 'tconv' : 'conv';
  const [x, k] = call.args;
  return found({
    op,
    label: call.path,
    at: call.at,
    x: fourOf(x, 2) ?? shapeOnly(fourShape(x, 2)),
    k: fourOf(k, 2),
    ...ofShape(op, fourShape(k, 2), 1),
  });
}

/** Arguments by name, `'Stride', 2` and `Stride=2`, behind so many by place. @param {Call} call @param {number} count */
function namedBehind(call, count) {
  const named = { ...call.named };
  for (let i = count; i + 1 < call.args.length; i++) {
    const key = call.args[i];
    if (isWord(key)) named[key.word] = call.args[++i];
  }
  return { ...call, args: call.args.slice(0, count), named };
}

/**
 * `dlconv(X, weights, bias, 'Stride', 2, 'Padding', 'same')`, `dltranspconv(X, weights, bias, 'Cropping', 1)`: the
 * weights are (h, w, in, out), those of a transposed one (h, w, out, in), whose planes come first here.
 * @param {Call} call
 * @param {{ transposed: boolean }} kind
 * @returns {Found}
 */
export function dlarrayCall(call, { transposed }) {
  const op = transposed ? 'tconv' : 'conv';
  const given = namedBehind(call, 3);
  const { get, numbers, word } = argsOf(given, ['X', 'weights', 'bias']);
  const around = transposed ? 'Cropping' : 'Padding';
  const same = word(around) === 'same';
  const pairs = get(around);
  // [top left; bottom right]
  const sides = isTensor(pairs) && pairs.shape.length === 2 ? turned(pairs.data) : undefined;
  const bias = get('bias');
  const k = get('weights');
  return found({
    op,
    label: call.path,
    at: call.at,
    x: fourOf(get('X'), 2) ?? shapeOnly(fourShape(get('X'), 2)),
    k: fourOf(k, 2),
    ...ofShape(op, fourShape(k, 2), 1),
    stride: numbers('Stride') ?? [1],
    dilation: numbers('DilationFactor') ?? [1],
    padding: same ? 'keras-same' : (sides ?? (word(around) ? [0] : numbers(around)) ?? [0]),
    outputPadding: same && transposed ? [-1] : [0],
    bias: fourOf(bias, 2)?.data ?? (bias !== undefined && bias !== 0),
  });
}

/** @param {readonly number[]} data top, left, bottom, right */
const turned = ([top, left, bottom, right]) => [top, bottom, left, right];

/**
 * `convolution2dLayer(3, 16, 'Stride', 2, 'Padding', 'same')`, `transposedConv2dLayer(4, 8, 'Cropping', 1)`
 * @param {Call} call
 * @param {{ transposed: boolean }} kind
 * @returns {Found}
 */
export function matlabLayer(call, { transposed }) {
  const { get, numbers, number, word } = argsOf(namedBehind(call, 2), ['FilterSize', 'NumFilters']);
  const size = numbers('FilterSize') ?? [1];
  const around = transposed ? 'Cropping' : 'Padding';
  const list = numbers(around);
  const same = word(around) === 'same';
  return found({
    op: transposed ? 'tconv' : 'conv',
    label: call.path,
    at: call.at,
    inputs: number('NumChannels'),
    outputs: isUnknown(get('NumFilters')) ? undefined : number('NumFilters'),
    taps: size.length === 1 ? [size[0], size[0]] : size,
    stride: numbers('Stride') ?? [1],
    dilation: numbers('DilationFactor') ?? [1],
    padding: same ? 'keras-same' : (list ?? [0]),
    outputPadding: same && transposed ? [-1] : [0],
    bias: wholesOf(get('BiasLearnRateFactor') ?? undefined)?.[0] !== 0,
  });
}
