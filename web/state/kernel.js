import { isLiteral, size } from './tensor.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {'conv' | 'tconv'} Operation
 * @typedef {'input' | 'output'} Side
 */

/**
 * Which of a kernel's first two dimensions are which: (out, in/groups) for a convolution, (in,
 * out/groups) for a transposed one. Only this file knows.
 * @type {Record<Operation, Record<Side, 0 | 1>>}
 */
const dimensions = {
  conv: { output: 0, input: 1 },
  tconv: { input: 0, output: 1 },
};

/**
 * How many channels the layer of a kernel reads and writes.
 * @param {Operation} op
 * @param {number[]} shape the kernel's
 * @param {number} groups
 * @returns {Record<Side, number>}
 */
export function kernelChannels(op, shape, groups) {
  const counts = [shape[0], shape[1] * effective(groups, shape[0])];
  const { input, output } = dimensions[op];
  return { input: counts[input], output: counts[output] };
}

/**
 * The shape of the kernel for another number of channels on one side. The dimension that counts the
 * channels of one group can only hold a whole number of them, to which `round` takes the others.
 * @param {Operation} op
 * @param {number[]} shape the kernel's
 * @param {number} groups
 * @param {Side} side
 * @param {number} count at least 1
 * @param {(value: number) => number} [round]
 */
export function withChannels(op, shape, groups, side, count, round = Math.round) {
  const dimension = dimensions[op][side];
  if (dimension === 0) return shape.with(0, count);
  return shape.with(1, Math.max(1, round(count / effective(groups, shape[0]))));
}

/**
 * The kernel with its channel dimensions exchanged inside each group: what the other operation needs to
 * join the same channels by the same numbers. Unchanged where groups do not divide it, for then there
 * are no groups to exchange anything in.
 * @param {Tensor} kernel
 * @param {number} groups
 * @returns {Tensor}
 */
export function exchanged(kernel, groups) {
  const [first, second, ...plane] = kernel.shape;
  if (!divides(groups, first)) return kernel;
  const perGroup = first / groups;
  const shape = [second * groups, perGroup, ...plane];
  if (!isLiteral(kernel)) return { ...kernel, shape };

  const cells = size(plane);
  const data = new Array(kernel.data.length);
  let to = 0;
  for (let group = 0; group < groups; group++) {
    for (let i = 0; i < second; i++) {
      for (let j = 0; j < perGroup; j++) {
        const from = ((group * perGroup + j) * second + i) * cells;
        for (let cell = 0; cell < cells; cell++) data[to++] = kernel.data[from + cell];
      }
    }
  }
  return { shape, data };
}

/**
 * Whether groups split a number of channels evenly.
 * @param {number} groups
 * @param {number} channels
 */
export function divides(groups, channels) {
  return groups >= 1 && Number.isInteger(groups) && Number.isInteger(channels / groups);
}

/**
 * The groups to reckon with: the ones asked for, or the most below them that are possible, so that
 * channels can be counted while the engine says what is wrong with 0, 1.5 or a million of them.
 * @param {number} groups
 * @param {number} channels of the kernel's first dimension
 */
function effective(groups, channels) {
  let possible = Math.max(1, Math.min(Math.floor(groups), channels));
  while (!divides(possible, channels)) possible--;
  return possible;
}
