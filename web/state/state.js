import { fields } from './fields.js';
import { divides, exchanged, kernelChannels, withChannels } from './kernel.js';
import { problem } from './problem.js';
import {
  grownShape,
  isLiteral,
  literal,
  resized,
  sameShape,
  withBlock,
  withCell,
} from './tensor.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./tensor.js').Literal} Literal
 * @typedef {import('./problem.js').Problem} Problem
 * @typedef {import('./kernel.js').Operation} Operation
 * @typedef {import('./fields.js').State} State
 * @typedef {import('./fields.js').Setting} Setting
 * @typedef {import('./fields.js').Operand} Operand
 */

/** The article's example, which an empty link stands for. @type {State} */
export const defaults = {
  .../** @type {State} */ (Object.fromEntries(fields.map(({ name, usual }) => [name, usual]))),
  unknown: [],
};

/**
 * How many channels go in and come out.
 * @param {State} state
 */
export function channels({ op, x, k, groups }) {
  return { input: x.shape[1], output: kernelChannels(op, k.shape, groups).output };
}

/**
 * The other operation between the same channels, joined by the same numbers.
 * @param {State} state
 * @param {Operation} op
 * @returns {State}
 */
export function withOperation(state, op) {
  if (op === state.op) return state;
  return { ...state, op, k: exchanged(state.k, state.groups) };
}

/**
 * The state with a setting given anew.
 * @param {State} state
 * @param {Setting} name
 * @param {number[]} list
 * @returns {State}
 */
export function withSetting(state, name, list) {
  return { ...state, [name]: list };
}

/**
 * The state in another number of groups, its kernel laid out for them. Where they do not divide the channels,
 * the engine says what is wrong; the kernel of a convolution waits as it is. The kernel of a
 * transposed convolution has the outputs of one group in its shape, so that only some numbers of
 * outputs can be had: it gets the nearest.
 * @param {State} state
 * @param {number} groups
 * @returns {State}
 */
export function withGroups(state, groups) {
  const { op, k } = state;
  const { input, output } = channels(state);
  const next = { ...state, groups };
  const possible = divides(groups, input) && divides(groups, output);
  if (op === 'conv' && !possible) return next;
  const inputs = withChannels(op, k.shape, groups, 'input', input);
  return withKernelShape(next, withChannels(op, inputs, groups, 'output', output));
}

/**
 * The state with another number of input channels, in X and in K.
 * @param {State} state
 * @param {number} input at least 1
 * @returns {State}
 */
export function withChannelsIn(state, input) {
  const { op, x, k, groups } = state;
  const next = { ...state, x: resized(x, x.shape.with(1, input)) };
  return withKernelShape(next, withChannels(op, k.shape, groups, 'input', input));
}

/**
 * The state with another number of output channels, in K and in the bias. A transposed convolution in groups
 * has a multiple of them: the next one in the direction of the change.
 * @param {State} state
 * @param {number} output at least 1
 * @returns {State}
 */
export function withChannelsOut(state, output) {
  const { op, k, groups } = state;
  const round = output > channels(state).output ? Math.ceil : Math.floor;
  return withKernelShape(state, withChannels(op, k.shape, groups, 'output', output, round));
}

/**
 * The state with X in another size.
 * @param {State} state
 * @param {number} height
 * @param {number} width
 * @returns {State}
 */
export function withInputSize(state, height, width) {
  const { x } = state;
  return { ...state, x: resized(x, [x.shape[0], x.shape[1], height, width]) };
}

/**
 * The state with K in another size.
 * @param {State} state
 * @param {number} height
 * @param {number} width
 * @returns {State}
 */
export function withKernelSize(state, height, width) {
  const { k } = state;
  return { ...state, k: resized(k, [k.shape[0], k.shape[1], height, width]) };
}

/**
 * The state with a bias of zeros, or without one.
 * @param {State} state
 * @param {boolean} on
 * @returns {State}
 */
export function withBias(state, on) {
  return { ...state, bias: on ? biasFor(channels(state).output, state.bias ?? []) : undefined };
}

/**
 * The state with another bias for one output channel.
 * @param {State} state with a bias
 * @param {number} channel
 * @param {number} value
 * @returns {State}
 */
export function withBiasValue(state, channel, value) {
  const bias = biasFor(channels(state).output, state.bias ?? []);
  return { ...state, bias: bias.with(channel, value) };
}

/**
 * The state with another X or K, whatever its shape.
 * @param {State} state
 * @param {Operand} operand
 * @param {Tensor} tensor
 * @returns {State}
 */
export function withTensor(state, operand, tensor) {
  return { ...state, [operand]: tensor };
}

/**
 * The state with the numbers of X or K written out, so that one of them can change.
 * @param {State} state
 * @param {Operand} operand
 * @param {{ shape: number[], data: ArrayLike<number> } | undefined} dense its numbers, where they are known
 * @returns {State}
 */
export function withNumbers(state, operand, dense) {
  if (isLiteral(state[operand]) || !dense) return state;
  return withTensor(state, operand, literal(dense.shape, Array.from(dense.data)));
}

/**
 * The state with one number of X or K replaced. A generated tensor has to be made a literal first
 * (`withNumbers`): only the engine knows its numbers.
 * @param {State} state
 * @param {Operand} operand
 * @param {number[]} cell n, c, h, w
 * @param {number} value
 * @returns {State}
 */
export function withTensorCell(state, operand, cell, value) {
  return withTensor(state, operand, withCell(literalOf(state, operand), cell, value));
}

/**
 * The state with another tensor in the place of X or K, or with a block laid over it, beyond which it
 * grows where the block reaches further; when its number of channels changes, the other operand's and
 * the bias follow. Refused, for the reason that `fault` gives, when a tensor would become one that
 * cannot be edited.
 * @template Fault
 * @param {State} state X or K, whichever it is, a literal
 * @param {Operand} operand
 * @param {number[] | undefined} cell where the first cell of the block goes; nowhere: it is all there is
 * @param {Literal} block
 * @param {(operand: Operand, shape: number[]) => Fault | undefined} fault the engine's `editingFault`
 * @returns {{ state: State } | { problem: Problem } | { fault: Fault }}
 */
export function withPasted(state, operand, cell, block, fault) {
  const tensor = literalOf(state, operand);
  if (operand === 'x' && block.shape[0] > 1) {
    return { problem: problem('batch', { count: block.shape[0] }) };
  }
  // The shapes come first: the tensors may be too large to make.
  const grown = cell ? grownShape(tensor.shape, cell, block.shape) : block.shape;
  const shapes = followed(state, operand, grown);
  for (const each of /** @type {const} */ (['x', 'k'])) {
    if (sameShape(shapes[each], state[each].shape)) continue;
    const refused = fault(each, shapes[each]);
    if (refused !== undefined) return { fault: refused };
  }
  const pasted = withTensor(state, operand, cell ? withBlock(tensor, cell, block) : block);
  const x = resized(pasted.x, shapes.x);
  return { state: withKernelShape({ ...pasted, x }, shapes.k) };
}

/**
 * The state with numbers in the place of the bias, or from a channel of it on; refused where it has not
 * as many.
 * @param {State} state
 * @param {number | undefined} channel of the first number; none: they are all there are
 * @param {number[]} numbers
 * @returns {{ state: State } | { problem: Problem }}
 */
export function withBiasPasted(state, channel, numbers) {
  const { output } = channels(state);
  const bias = biasFor(output, state.bias ?? []);
  const room = output - (channel ?? 0);
  const fits = channel === undefined ? numbers.length === room : numbers.length <= room;
  if (!fits) return { problem: problem('bias', { count: numbers.length, expected: room }) };
  return { state: { ...state, bias: bias.toSpliced(channel ?? 0, numbers.length, ...numbers) } };
}

/**
 * The shapes of both operands once one of them has another: the channels that it gained or lost, the
 * other has to gain or lose.
 * @param {State} state
 * @param {Operand} operand
 * @param {number[]} shape
 * @returns {Record<Operand, number[]>}
 */
function followed({ op, x, k, groups }, operand, shape) {
  const shapes = { x: x.shape, k: k.shape, [operand]: shape };
  const before = { x: x.shape[1], k: kernelChannels(op, k.shape, groups).input };
  const after = { x: shapes.x[1], k: kernelChannels(op, shapes.k, groups).input };
  if (after.x !== before.x) shapes.k = withChannels(op, k.shape, groups, 'input', after.x);
  if (after.k !== before.k) shapes.x = x.shape.with(1, after.k);
  return shapes;
}

/**
 * The state with K in another shape, and a number of the bias for each of its outputs.
 * @param {State} state
 * @param {number[]} shape
 * @returns {State}
 */
function withKernelShape(state, shape) {
  const next = { ...state, k: resized(state.k, shape) };
  if (state.bias === undefined) return next;
  return { ...next, bias: biasFor(channels(next).output, state.bias) };
}

/**
 * A bias for a number of channels, 0 where there was none.
 * @param {number} output
 * @param {number[]} bias
 */
function biasFor(output, bias) {
  return Array.from({ length: output }, (_, channel) => bias[channel] ?? 0);
}

/**
 * @param {State} state
 * @param {Operand} operand
 */
function literalOf(state, operand) {
  const tensor = state[operand];
  if (!isLiteral(tensor)) throw new TypeError(`${operand} has to be made a literal first`);
  return tensor;
}
