import { problem } from '../../state/problem.js';
import { fourSides, onAxis } from './finish.js';
import {
  assumed,
  codeLayer,
  coveredBy,
  settingsOf,
  shown,
  sized,
  sizesIn,
} from './errors-parts.js';

/**
 * Messages about tensors that are added to one another or laid together: of a skip connection, where what
 * comes up has another size than what was kept on the way down.
 *
 * @typedef {import('./errors-parts.js').Message} Message
 * @typedef {import('./errors-parts.js').Code} Code
 * @typedef {import('./errors-parts.js').Report} Report
 * @typedef {import('./layer.js').Found} Found
 */

/** @type {Message[]} */
export const joins = [
  {
    pattern:
      /Sizes of tensors must match except in dimension (\d)\. Expected size (\d{1,9}) but got size (\d{1,9})/,
    report: ([, , a, b], code) => sizes(Number(a), Number(b), code),
  },
  {
    pattern:
      /Sizes of tensors must match except in dimension \d\. Got (\d{1,9}) and (\d{1,9}) in dimension (\d)/,
    report: ([, a, b, dimension], code) => added(Number(a), Number(b), Number(dimension), code),
  },
  {
    pattern:
      /Sizes of tensors must match except in dimension \d\. Expected (\d{1,9}) in dimension (\d) but got (\d{1,9})/,
    report: ([, a, dimension, b], code) => added(Number(a), Number(b), Number(dimension), code),
  },
  {
    pattern:
      /The expanded size of the tensor \((\d{1,9})\) must match the existing size \((\d{1,9})\) at non-singleton dimension (\d)/,
    report: ([, a, b, dimension], code) => added(Number(a), Number(b), Number(dimension), code),
  },
  {
    pattern:
      /The size of tensor a \((\d{1,9})\) must match the size of tensor b \((\d{1,9})\) at non-singleton dimension (\d)/,
    report: ([, a, b, dimension], code) => added(Number(a), Number(b), Number(dimension), code),
  },
  {
    pattern:
      /(?:ConcatOp : )?Dimension (\d) in both shapes must be equal: shape\[0\] = \[([\d, ]{1,60})\] vs\. shape\[1\] = \[([\d, ]{1,60})\]/,
    report: ([, , a, b], code) => shapes(sizesIn(a), sizesIn(b), code),
  },
  {
    pattern:
      /requires inputs with matching shapes except for the concat(?:enation)? axis\. (?:Received: input_shape=|Got inputs shapes: )\[\(([^)]{1,60})\), \(([^)]{1,60})\)/,
    report: ([, a, b], code) => shapes(sizesIn(a), sizesIn(b), code),
  },
  {
    pattern:
      /Non concat axis dimensions must match: Axis (\d) has mismatched dimensions of (\d{1,9}) and (\d{1,9})/,
    report: ([, dimension, a, b], code) => added(Number(a), Number(b), Number(dimension), code),
  },
];

/** @param {number} a @param {number} b @param {number} dimension of (N, C, H, W) @param {Code} code */
const added = (a, b, dimension, code) =>
  dimension === 1 ? projected(a, b) : dimension === 0 ? undefined : sizes(a, b, code);

/** Two shapes, of which one size differs, or two. @param {number[]} a @param {number[]} b @param {Code} code */
function shapes(a, b, code) {
  if (a.length !== b.length || a.length < 3) return undefined;
  const axis = a.findIndex((size, i) => i > 0 && size > 0 && b[i] > 0 && size !== b[i]);
  return axis < 0 ? undefined : sizes(a[axis], b[axis], code);
}

/**
 * What comes up has the size that the layer makes; the other is the one that is wanted.
 * @param {number} a @param {number} b
 * @param {Code} code
 * @returns {Report | undefined}
 */
function sizes(a, b, code) {
  const [low, high] = a < b ? [a, b] : [b, a];
  if (low < 1 || low === high) return undefined;
  const residual = codeLayer(code, (each) => isResidual(each, high, low));
  const up = codeLayer(code, (each) =>
    [low, high].some((made) => inputFor(each, made) !== undefined),
  );
  if (residual && !up) return lost(residual, high, low);
  // Twice as many cells as there were are an even number of them.
  const usual = low % 2 === 1 && high % 2 === 0 ? high : low;
  const made = up && inputFor(up, usual) === undefined ? low + high - usual : usual;
  const wanted = low + high - made;
  const taps = up?.taps ?? (made % 2 === 0 ? [2, 2] : [3, 3]);
  const side = up ? /** @type {number} */ (inputFor(up, made)) : (made - taps[0]) / 2 + 1;
  if (side < 1) return undefined;
  const inputs = up?.inputs ?? 1;
  const more = [wanted - made, wanted - made];
  return {
    layer: {
      ...settingsOf(up),
      op: 'tconv',
      inputs,
      outputs: up?.outputs ?? 1,
      taps,
      stride: up?.stride ?? [2],
      x: { shape: [1, inputs, side, side] },
    },
    settings: { panel: 'shapes' },
    wrong: problem('wrong-skip', { made, wanted }),
    notes: up ? [] : [assumed({ kernel_size: taps, stride: 2, padding: 0, output_padding: 0 })],
    remedies: (state) => sized(state, more, [wanted, wanted]),
  };
}

/**
 * The side of the square from which a layer makes so many cells, where there is one.
 * @param {Found} layer
 * @param {number} made
 */
function inputFor(layer, made) {
  const { op, taps, padding, stride, outputPadding } = layer;
  if (op !== 'tconv' || !taps || !Array.isArray(padding)) return undefined;
  const sides = fourSides(padding);
  const inputs = coveredBy(layer).map(
    (cells, i) =>
      (made + sides[2 * i] + sides[2 * i + 1] - cells - onAxis(outputPadding, i)) /
        onAxis(stride, i) +
      1,
  );
  return inputs[0] === inputs[1] && Number.isInteger(inputs[0]) && inputs[0] >= 1
    ? inputs[0]
    : undefined;
}

/** Whether a convolution loses as many cells. @param {Found} layer @param {number} high @param {number} low */
function isResidual(layer, high, low) {
  const { op, taps, padding, stride } = layer;
  if (op !== 'conv' || !taps || !Array.isArray(padding)) return false;
  if (stride.some((step) => step !== 1)) return false;
  const sides = fourSides(padding);
  return coveredBy(layer).every(
    (cells, i) => high + sides[2 * i] + sides[2 * i + 1] - cells + 1 === low,
  );
}

/** @param {Found} layer @param {number} from @param {number} to @returns {Report} */
function lost(layer, from, to) {
  const inputs = layer.inputs ?? 1;
  return {
    layer: {
      ...settingsOf(layer),
      op: 'conv',
      inputs,
      outputs: layer.outputs ?? 1,
      taps: layer.taps,
      x: { shape: [1, inputs, from, from] },
    },
    settings: { panel: 'shapes' },
    wrong: problem('wrong-skip', { made: to, wanted: from }),
    remedies: (state) => sized(state, [from - to, from - to], [from, from]),
  };
}

/** Channels that differ: a convolution of one cell makes the one of the other. @param {number} a @param {number} b
 * @returns {Report | undefined} */
function projected(a, b) {
  if (a < 1 || b < 1 || a * b > 2 ** 22) return undefined;
  return {
    layer: { op: 'conv', inputs: a, outputs: b, taps: [1, 1], x: { shape: [1, a, 6, 6] } },
    wrong: problem('wrong-sum-channels', { a, b }),
    notes: [assumed({ kernel_size: 1 })],
    remedies: (state) => [
      { words: problem('remedy-projection', { a, b, size: shown([1, 1]) }), state },
    ],
  };
}
