import { problem } from '../../state/problem.js';
import { resized } from '../../state/tensor.js';
import { fourSides, onAxis } from './finish.js';
import {
  assumed,
  both,
  codeLayer,
  coveredBy,
  same,
  settingsOf,
  shown,
  three,
} from './errors-parts.js';

/**
 * What messages of several frameworks say of a layer.
 *
 * @typedef {import('./errors-parts.js').Message} Message
 * @typedef {import('./errors-parts.js').Report} Report
 */

/**
 * A kernel that covers more than there is.
 * @param {readonly number[]} cells of the input with its padding
 * @param {readonly number[]} covered by the kernel
 * @param {import('./errors-parts.js').Code} code
 * @returns {ReturnType<Message['report']>}
 */
export function window(cells, covered, code) {
  if (cells.length > 2) return three();
  if (cells.length === 0 || cells.length !== covered.length) return undefined;
  const axes = cells.length === 1 ? 1 : 2;
  const whole = both(covered);
  const layer = codeLayer(code, (each) => {
    if (each.op !== 'conv' || !each.taps || !Array.isArray(each.padding)) return false;
    return same(coveredBy(each), whole) && each.padding.length > 0;
  });
  const pads = fourSides(/** @type {number[]} */ (layer?.padding ?? [0]));
  const sides = both(cells).map((side, i) =>
    axes === 1 && i === 0 ? 1 : side - pads[2 * i] - pads[2 * i + 1],
  );
  const inputs = layer?.inputs ?? 1;
  return {
    layer: {
      ...settingsOf(layer),
      op: 'conv',
      axes,
      inputs,
      outputs: layer?.outputs ?? 1,
      taps: layer?.taps ?? whole,
      x: { shape: [1, inputs, ...sides] },
    },
    wrong: problem('wrong-window', { covered: shown(covered), cells: shown(cells) }),
    notes: layer ? [] : [assumed({ in_channels: 1, out_channels: 1, padding: 0, dilation: 1 })],
  };
}

/**
 * An input of other channels than the kernel is for.
 * @param {'conv' | 'tconv'} op
 * @param {number | undefined} groups
 * @param {number[]} weight as PyTorch lays it out
 * @param {number[]} input with the batch, as PyTorch lays it out
 * @param {import('./errors-parts.js').Code} code
 * @returns {ReturnType<Message['report']>}
 */
export function channels(op, groups, weight, input, code) {
  if (weight.length === 5) return three();
  if (weight.length < 3 || weight.length > 4 || input.length !== weight.length) return undefined;
  const axes = weight.length === 3 ? 1 : 2;
  const k = [...weight.slice(0, 2), ...both(weight.slice(2))];
  const x = [...input.slice(0, 2), ...both(input.slice(2))];
  const layer = codeLayer(
    code,
    (each) => each.op === op && same(each.taps, k.slice(2)) && each.outputs !== undefined,
  );
  const expected = op === 'conv' ? k[1] * (groups ?? 1) : k[0];
  const last = input[input.length - 1] === expected && input[1] !== expected;
  const numbers = { expected, count: x[1] };
  const ordered = [1, expected, ...both(input.slice(1, -1))];
  return {
    layer: {
      ...settingsOf(layer),
      op,
      axes,
      k: { shape: k },
      x: { shape: x },
      groups: groups ?? layer?.groups ?? 1,
    },
    wrong: problem(last ? 'wrong-channels-last' : 'wrong-channels', numbers),
    notes: layer ? [] : [assumed({ stride: 1, padding: 0, dilation: 1 })],
    remedies: (state) =>
      last
        ? [
            {
              words: problem('remedy-channels-first', {
                code: axes === 1 ? 'permute(0, 2, 1)' : 'permute(0, 3, 1, 2)',
                shape: shown(ordered),
              }),
              state: { ...state, x: resized(state.x, ordered) },
            },
          ]
        : otherChannels(state, expected),
  };
}

/**
 * Output padding that is not below stride or dilation.
 * @param {number[]} more @param {number[]} stride @param {number[]} dilation
 * @param {import('./errors-parts.js').Code} code
 * @returns {Report}
 */
export function outputPadding(more, stride, dilation, code) {
  const layer = codeLayer(
    code,
    (each) => each.op === 'tconv' && [0, 1].every((i) => onAxis(each.outputPadding, i) === more[i]),
  );
  const axis = more[0] >= Math.max(stride[0], dilation[0]) ? 0 : 1;
  const taps = layer?.taps ?? [3, 3];
  return {
    layer: {
      ...settingsOf(layer),
      op: 'tconv',
      inputs: layer?.inputs ?? 1,
      outputs: layer?.outputs ?? 1,
      taps,
      stride,
      dilation,
      outputPadding: more,
    },
    wrong: problem('wrong-output-padding', {
      more: more[axis],
      stride: stride[axis],
      dilation: dilation[axis],
    }),
    notes: layer
      ? []
      : [assumed({ in_channels: 1, out_channels: 1, kernel_size: taps, padding: 0 })],
  };
}

/**
 * Channels that fit: as many in the input as the kernel is for, or a kernel for as many as there are.
 * @param {import('../../state/state.js').State} state
 * @param {number} expected
 * @returns {import('./errors-parts.js').Remedy[]}
 */
export function otherChannels(state, expected) {
  const { op, x, k, groups } = state;
  const count = x.shape[1];
  const divisible = count % groups === 0;
  const shape = op === 'conv' ? k.shape.with(1, count / groups) : k.shape.with(0, count);
  return [
    {
      words: problem('remedy-channels', { count: expected }),
      state: { ...state, x: resized(x, x.shape.with(1, expected)) },
    },
    ...(divisible
      ? [{ words: problem('remedy-kernel', { count }), state: { ...state, k: resized(k, shape) } }]
      : []),
  ];
}
