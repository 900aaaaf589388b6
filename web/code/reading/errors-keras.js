import { problem } from '../../state/problem.js';
import { usualSide } from './finish.js';
import { resized } from '../../state/tensor.js';
import {
  assumed,
  both,
  codeLayer,
  coveredBy,
  inputOf,
  inputShape,
  samePadding,
  settingsOf,
  shown,
  sizesIn,
  three,
} from './errors-parts.js';
import { otherChannels, outputPadding } from './errors-layers.js';

/**
 * The messages of Keras: channels last.
 *
 * @typedef {import('./errors-parts.js').Message} Message
 * @typedef {import('./errors-parts.js').Report} Report
 */

/** @type {Message[]} */
export const keras = [
  {
    pattern:
      /One of the dimensions in the output is <= 0 due to downsampling in ([\w./-]{1,80}?)\. Consider increasing the input size\. Received input shape [[(]([^\])]{1,60})[\])]/,
    report([, name, shape], code) {
      const { channels, sides } = inputOf(sizesIn(shape), true);
      const layer = codeLayer(
        code,
        (each) =>
          each.op === 'conv' && each.taps !== undefined && tooLarge(coveredBy(each), both(sides)),
      );
      const axes = sides.length === 1 ? 1 : 2;
      if (sides.length > 2) return three();
      // The smallest odd window that does not fit.
      const usual = Math.max(3, Math.min(...sides.filter((side) => side > 0)) + 1) | 1;
      const taps = layer?.taps ?? both([usual, usual].slice(2 - axes));
      return {
        layer: {
          ...settingsOf(layer),
          op: 'conv',
          axes,
          inputs: channels,
          outputs: layer?.outputs ?? 1,
          taps,
          x: { shape: inputShape(channels, sides) },
        },
        wrong: problem('wrong-window', {
          covered: shown(coveredBy({ taps, dilation: layer?.dilation ?? [1] })),
          cells: shown(both(sides)),
        }),
        notes: layer ? [] : [assumed({ filters: 1, kernel_size: taps, strides: 1 })],
        remedies: (state) => [samePadding(state, "padding='same'")],
      };
    },
  },
  {
    pattern:
      /Computed output size would be negative\. Received:? `inputs[ .]shape=[[(]([^\])]{1,60})[\])]`,? (?:and )?`(kernel[ .]shape|pool_size)=[[(]?([^\])`]{1,60})[\])]?`(?:, `dilation_rate=[[(]?([^\])`]{1,40}))?/,
    report([, shape, kind, kernel, rate = '1']) {
      const { channels, sides } = inputOf(sizesIn(shape), true);
      if (sides.length > 2) return three();
      const list = sizesIn(kernel);
      const pool = kind === 'pool_size';
      const size = pool ? list : list.slice(0, sides.length);
      const dilation = both(sizesIn(rate));
      const taps = both(size);
      const inputs = channels > 0 ? channels : 1;
      return {
        layer: {
          op: 'conv',
          axes: sides.length === 1 ? 1 : 2,
          inputs,
          outputs: pool ? inputs : list[list.length - 1],
          groups: pool ? inputs : 1,
          taps,
          dilation,
          x: { shape: inputShape(inputs, sides) },
        },
        wrong: problem('wrong-window', {
          covered: shown(coveredBy({ taps, dilation })),
          cells: shown(both(sides)),
        }),
        notes: pool ? [problem('pooled')] : [assumed({ strides: 1 })],
        remedies: (state) => [samePadding(state, "padding='same'")],
      };
    },
  },
  {
    pattern:
      /The number of input channels must be evenly divisible by the number of groups\. Received groups=(\d{1,9}), but the input has (\d{1,9}) channels(?: \(full input shape is [[(]([^\])]{1,60}))?/,
    report([, groups, channels, shape = ''], code) {
      const count = Number(channels);
      const layer = codeLayer(code, (each) => each.groups === Number(groups));
      const { sides } = inputOf(sizesIn(shape), true);
      return divided('in', count, layer?.outputs ?? Number(groups), Number(groups), sides, layer);
    },
  },
  {
    pattern:
      /The number of filters must be evenly divisible by the number of groups\. ?Received: groups=(\d{1,9}), filters=(\d{1,9})/,
    report([, groups, filters], code) {
      const layer = codeLayer(code, (each) => each.groups === Number(groups));
      const inputs = layer?.inputs ?? Number(groups);
      return divided('out', inputs, Number(filters), Number(groups), [], layer);
    },
  },
  {
    pattern:
      /is incompatible with the layer: expected axis (-?\d) of input shape to have value (\d{1,9}),? but received input with shape [[(]([^\])]{1,60})/,
    report([, axis, value, text], code) {
      const shape = sizesIn(text);
      const expected = Number(value);
      if (shape.length === 5) return three();
      if (shape.length < 3) return undefined;
      const { channels, sides } = inputOf(shape, axis !== '1');
      const layer = codeLayer(code, (each) => each.taps !== undefined);
      const axes = sides.length === 1 ? 1 : 2;
      const taps = layer?.taps ?? (axes === 1 ? [1, 3] : [3, 3]);
      const op = layer?.op ?? 'conv';
      const outputs = layer?.outputs ?? 1;
      const first = shape[1] === expected && channels !== expected;
      const ordered = inputShape(expected, shape.slice(2)).map((side) =>
        side > 0 ? side : usualSide,
      );
      return {
        layer: {
          ...settingsOf(layer),
          op,
          axes,
          k: { shape: op === 'conv' ? [outputs, expected, ...taps] : [expected, outputs, ...taps] },
          groups: 1,
          x: { shape: inputShape(channels, sides) },
        },
        wrong: problem(first ? 'wrong-channels-first' : 'wrong-channels', {
          expected,
          count: channels,
        }),
        notes: layer ? [] : [assumed({ filters: outputs, kernel_size: taps, strides: 1 })],
        remedies: (state) =>
          first
            ? [
                {
                  words: problem('remedy-channels-last', { shape: shown(ordered) }),
                  state: { ...state, x: resized(state.x, ordered) },
                },
              ]
            : otherChannels(state, expected),
      };
    },
  },
  {
    pattern:
      /is incompatible with the layer: expected (?:min_)?ndim=(\d), found ndim=(\d)\. Full shape received: [[(]([^\])]{1,60})/,
    report([, wanted, , text], code) {
      const shape = sizesIn(text);
      if (wanted === '5') return three();
      if (wanted !== '4' && wanted !== '3') return undefined;
      const axes = wanted === '3' ? 1 : 2;
      const layer = codeLayer(code, (each) => each.taps !== undefined);
      const taps = layer?.taps ?? (axes === 1 ? [1, 3] : [3, 3]);
      const op = layer?.op ?? 'conv';
      // (N, H, W) lacks its channels; where the batch is missing, they are few and last.
      const sides = shape.length > axes ? shape.slice(-axes) : new Array(axes).fill(NaN);
      return {
        layer: {
          ...settingsOf(layer),
          op,
          axes,
          inputs: 1,
          outputs: layer?.outputs ?? 1,
          taps,
          x: { shape: inputShape(1, sides) },
        },
        wrong: problem('wrong-rank', {
          count: shape.length,
          shape: text.trim(),
          order: axes === 1 ? '(N, L, C)' : '(N, H, W, C)',
        }),
        notes: layer ? [] : [assumed({ filters: 1, kernel_size: taps, strides: 1 })],
        remedies: (state) => [
          { words: problem('remedy-last-dimension', { code: 'x[..., None]' }), state },
        ],
      };
    },
  },
  {
    pattern:
      /[`']?strides > 1[`']? (?:is )?not supported in conjunction with [`']?dilation_rate > 1[`']?(?:\. Received: strides=\(([\d, ]{1,20})\) and dilation_rate=\(([\d, ]{1,20})\))?/,
    report([, strides, rates], code) {
      const layer = codeLayer(
        code,
        (each) => each.stride.some((n) => n > 1) && each.dilation.some((n) => n > 1),
      );
      const taps = layer?.taps ?? [3, 3];
      const said = [strides, rates].map((text) => (text === undefined ? undefined : sizesIn(text)));
      const [stride, dilation] = [
        said[0] ?? layer?.stride ?? [2],
        said[1] ?? layer?.dilation ?? [2],
      ];
      return {
        layer: {
          ...settingsOf(layer),
          op: layer?.op ?? 'conv',
          inputs: layer?.inputs ?? 1,
          outputs: layer?.outputs ?? 1,
          taps,
          stride,
          dilation,
        },
        wrong: problem('wrong-both', { stride: stride.join(', '), dilation: dilation.join(', ') }),
        notes: layer
          ? []
          : [assumed({ kernel_size: taps, strides: stride, dilation_rate: dilation })],
        remedies: (state) => [
          {
            words: problem('remedy-setting', { settings: 'dilation_rate=1' }),
            state: { ...state, dilation: [1] },
          },
          {
            words: problem('remedy-setting', { settings: 'strides=1' }),
            state: { ...state, stride: [1] },
          },
        ],
      };
    },
  },
  {
    pattern:
      /Strides? (?:\(([\d, ]{1,20})\) )?must be greater than output padding(?: \(([\d, ]{1,20})\)|\. Received:? strides=\(([\d, ]{1,20})\), output_padding=\(([\d, ]{1,20})\))/,
    report([, a, b, c, d], code) {
      const [stride, more] = [sizesIn(a ?? c), sizesIn(b ?? d)].map((list) => both(list));
      return outputPadding(more, stride, [1, 1], code);
    },
  },
];

/** @param {readonly number[]} covered @param {readonly number[]} sides */
const tooLarge = (covered, sides) => covered.some((cells, i) => cells > sides[i]);

/**
 * Channels that are not divisible by the groups.
 * @param {'in' | 'out'} side @param {number} inputs @param {number} outputs @param {number} groups
 * @param {number[]} sides @param {import('./layer.js').Found} [layer]
 * @returns {Report}
 */
export function divided(side, inputs, outputs, groups, sides, layer) {
  const taps = layer?.taps ?? [3, 3];
  const known = sides.length > 0 ? sides : [NaN, NaN];
  return {
    layer: {
      ...settingsOf(layer),
      op: 'conv',
      inputs,
      outputs,
      taps,
      groups,
      x: {
        shape: inputShape(inputs, known),
      },
    },
    wrong: problem(side === 'in' ? 'wrong-groups-in' : 'wrong-groups-out', {
      count: side === 'in' ? inputs : outputs,
      groups,
    }),
    notes: layer
      ? []
      : [
          assumed({
            ...(side === 'in' ? { filters: outputs } : { in_channels: inputs }),
            kernel_size: taps,
          }),
        ],
  };
}
