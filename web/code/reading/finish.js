import { mostElements } from '../../state/limits.js';
import { problem } from '../../state/problem.js';
import { defaults } from '../../state/state.js';
import { Unread } from './parse.js';
import { count, flipped } from './tensors.js';

/**
 * A layer of code as a state: what the code leaves open stays the reader's, or is made.
 *
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('../../state/tensor.js').Tensor} Tensor
 * @typedef {import('../../state/problem.js').Problem} Problem
 */

/** The side of an input that nothing says. */
export const usualSide = 6;
/** The most channels whose bias is written out. */
const mostBias = 4096;

/** @param {number[]} list @param {number} axis */
export const onAxis = (list, axis) => list[axis] ?? list[0];

/**
 * @param {Found} found
 * @param {State} [reader] what is there
 * @returns {{ state: State, notes: Problem[] } | { problem: Problem }}
 */
export function finished(found, reader) {
  const { op, groups } = found;
  const taps = found.k?.shape.slice(2) ?? found.taps;
  if (!taps)
    return isOpen(found) ? withOwnKernel(found, reader) : { problem: problem('kernel-size') };
  const wrong = belowLeast(found, taps);
  if (wrong) return { problem: wrong };
  const notes = [...found.notes];
  const own = reader?.x.shape[1] ?? 1;
  const inputs = found.x?.shape[1] ?? found.inputs ?? (own % groups === 0 ? own : groups);
  const outputs = found.outputs ?? 1;
  const shape =
    op === 'conv' ? [outputs, inputs / groups, ...taps] : [inputs, outputs / groups, ...taps];
  const kernel = found.k?.shape ?? shape.map((extent) => Math.max(1, Math.floor(extent)));
  const x = inputOf(found, inputs, kernel, reader, notes);
  for (const each of [kernel, x.shape]) {
    if (!(count(each) <= mostElements))
      return {
        problem: problem(
          'elements',
          { elements: count(each), limit: mostElements },
          each.join('x'),
        ),
      };
  }
  const given = found.k && 'data' in found.k ? found.k : undefined;
  const k = given ?? made(kernel, reader?.k, 2);
  if (!given) notes.push(problem('drawn', { tensor: 'K' }));
  if (!found.x && given && x !== reader?.x) notes.push(problem('drawn', { tensor: 'X' }));
  if (found.axes === 1) notes.push(problem('one-axis'));
  const { padding, outputPadding } = paddings(found, x.shape, kernel);
  const channels = op === 'conv' ? kernel[0] : kernel[1] * groups;
  return {
    state: {
      ...defaults,
      op,
      x,
      k: 'data' in k ? { shape: k.shape, data: k.data } : k,
      bias: biasOf(found.bias, channels),
      stride: short(found.stride),
      dilation: short(found.dilation),
      outputPadding: short(outputPadding),
      padding: short(padding),
      groups,
    },
    notes,
  };
}

/**
 * Which setting has a number below the least that it can have.
 * @param {Found} found
 * @param {number[]} taps
 */
function belowLeast({ inputs = 1, outputs = 1, padding, ...found }, taps) {
  const given = /** @type {const} */ ([
    ['kernel_size', taps, 1],
    ['stride', found.stride, 1],
    ['dilation', found.dilation, 1],
    ['groups', [found.groups], 1],
    ['in_channels', [inputs], 1],
    ['out_channels', [outputs], 1],
    ['padding', Array.isArray(padding) ? padding : [], 0],
  ]);
  for (const [argument, list, minimum] of given) {
    const value = list.find((each) => !(each >= minimum));
    if (value !== undefined) return problem('wrong-setting', { argument, value, minimum });
  }
  return undefined;
}

/** Whether code says nothing of a kernel: a call with a variable for it. @param {Found} found */
const isOpen = ({ inputs, outputs }) => inputs === undefined && outputs === undefined;

/** The layer with the kernel that is there. @param {Found} found @param {State} [reader]
 * @returns {ReturnType<typeof finished>} */
function withOwnKernel(found, reader = defaults) {
  const { k } = reader;
  const own = 'data' in k ? { shape: k.shape, data: k.data } : undefined;
  const turned = own && found.flip ? flipped(own, [2, 3]) : own;
  const given = turned ? { k: turned } : { taps: k.shape.slice(2) };
  const [first, second] = [k.shape[0], k.shape[1] * found.groups];
  const [inputs, outputs] = found.op === 'conv' ? [second, first] : [first, second];
  const known = { ...found, ...given, inputs, outputs };
  try {
    return finished(known.settled?.({ ...known, taps: k.shape.slice(2) }) ?? known, reader);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { problem: error.problem };
  }
}

/** @param {Found['bias']} bias @param {number} channels */
function biasOf(bias, channels) {
  if (Array.isArray(bias)) return bias;
  return bias && channels <= mostBias ? new Array(channels).fill(0) : undefined;
}

/** The tensor of a shape that the reader has, or a random one. @param {number[]} shape @param {Tensor | undefined} own
 * @param {number} seed @returns {Tensor} */
const made = (shape, own, seed) =>
  own && own.shape.join() === shape.join() ? own : { shape, generator: 'rand', args: [seed] };

/** @param {Found} found @param {number} inputs @param {number[]} kernel @param {State | undefined} reader
 * @param {Problem[]} notes @returns {Tensor} */
function inputOf(found, inputs, kernel, reader, notes) {
  const { x } = found;
  if (x?.data) {
    const [batch, ...one] = x.shape;
    if (batch > 1) notes.push(problem('batch-first', { count: batch }));
    return { shape: [1, ...one], data: batch > 1 ? x.data.slice(0, count(one)) : x.data };
  }
  if (x) return made([1, ...x.shape.slice(1)], reader?.x, 1);
  const sides = [0, 1].map((axis) => {
    const own = reader?.x.shape[2 + axis] ?? usualSide;
    if (found.axes === 1 && axis === 0) return 1;
    if (found.wanted) return sideFor(found, kernel[2 + axis], axis);
    return Math.max(own, leastSide(found, kernel[2 + axis], axis));
  });
  return made([1, inputs, ...sides], reader?.x, 1);
}

/** The side of an input from which an output as large as asked for is made. @param {Found} found @param {number} taps
 * @param {number} axis */
function sideFor({ padding, dilation, stride, wanted = [] }, taps, axis) {
  const step = onAxis(stride, axis);
  if (!Array.isArray(padding)) return Math.max(1, Math.ceil(wanted[axis] / step));
  const [before, after] = fourSides(padding).slice(2 * axis, 2 * axis + 2);
  const covered = onAxis(dilation, axis) * (taps - 1) + 1;
  return Math.max(1, Math.floor((wanted[axis] + before + after - covered) / step) + 1);
}

/** The least side of an input that has an output. @param {Found} found @param {number} taps @param {number} axis */
function leastSide({ op, padding, dilation, stride, outputPadding }, taps, axis) {
  const [before, after] = Array.isArray(padding)
    ? fourSides(padding).slice(2 * axis, 2 * axis + 2)
    : [0, 0];
  const covered = onAxis(dilation, axis) * (taps - 1) + 1;
  if (op === 'conv') return Math.max(1, covered - before - after);
  const more = Math.max(0, onAxis(outputPadding, axis));
  return Math.max(1, Math.ceil((before + after + 1 - covered - more) / onAxis(stride, axis)) + 1);
}

/** @param {number[]} list of one, two or four */
export const fourSides = (list) =>
  list.length === 4 ? list : [list[0], list[0], onAxis(list, 1), onAxis(list, 1)];

/**
 * Padding and output padding in numbers: words, and sizes that were asked for, come to different ones for
 * different inputs.
 * @param {Found} found
 * @param {readonly number[]} x
 * @param {readonly number[]} kernel
 */
function paddings(found, x, kernel) {
  const axes = [0, 1].map((axis) => {
    const input = x[2 + axis];
    const stride = onAxis(found.stride, axis);
    const covered = onAxis(found.dilation, axis) * (kernel[2 + axis] - 1) + 1;
    const single = found.axes === 1 && axis === 0;
    if (single) return { sides: [0, 0], more: 0 };
    if (found.op === 'conv')
      return { sides: convSides(found, axis, input, stride, covered), more: 0 };
    return transposedSides(found, axis, input, stride, covered);
  });
  return {
    padding: axes.flatMap(({ sides }) => sides),
    outputPadding: axes.map(({ more }) => more),
  };
}

/** @param {number} total @param {boolean} [lower] */
const halves = (total, lower = false) => {
  const less = Math.floor(total / 2);
  return lower ? [total - less, less] : [less, total - less];
};

/** @param {Pick<Found, 'padding'>} found @param {number} axis @param {number} input @param {number} stride @param {number} covered */
export function convSides({ padding }, axis, input, stride, covered) {
  if (Array.isArray(padding)) return fourSides(padding).slice(2 * axis, 2 * axis + 2);
  if (padding === 'full') return [covered - 1, covered - 1];
  if (padding === 'causal') return axis === 1 ? [covered - 1, 0] : [0, 0];
  const output = padding === 'same' ? input : Math.ceil(input / stride);
  const step = padding === 'same' ? 1 : stride;
  return halves(Math.max(0, (output - 1) * step + covered - input), padding === 'same-lower');
}

/** @param {Found} found @param {number} axis @param {number} input @param {number} stride @param {number} covered */
function transposedSides({ padding, outputPadding, wanted }, axis, input, stride, covered) {
  const full = (input - 1) * stride + covered;
  const given = onAxis(outputPadding, axis);
  if (Array.isArray(padding)) {
    const sides = fourSides(padding).slice(2 * axis, 2 * axis + 2);
    const asked = wanted && wanted[axis] - (full - sides[0] - sides[1]);
    return { sides, more: Math.max(0, asked ?? (given === -1 ? stride - covered : given)) };
  }
  const kept = given === -1 ? input * stride : full - 2 * Math.floor(covered / 2) + given;
  const crop = full - (wanted ? wanted[axis] : kept);
  return { sides: halves(Math.max(0, crop), padding === 'same-lower'), more: Math.max(0, -crop) };
}

/** One number where all are the same, two where both sides of each axis are. @param {number[]} list */
export function short(list) {
  if (list.every((each) => each === list[0])) return [list[0]];
  const [top, bottom, left, right] = list;
  return list.length === 4 && top === bottom && left === right ? [top, left] : list;
}
