import { problem } from '../../state/problem.js';
import { otherChannels } from './errors-layers.js';
import {
  both,
  inputOf,
  inputShape,
  shown,
  sized,
  sizesIn,
  three,
  samePadding,
} from './errors-parts.js';

/**
 * The messages of TensorFlow: channels last, unless they say otherwise, and kernels (kh, kw, in, out).
 *
 * @typedef {import('./errors-parts.js').Message} Message
 * @typedef {import('./errors-parts.js').Report} Report
 */

/** @type {Message[]} */
export const tensorflow = [
  {
    pattern: /Negative dimension size caused by subtracting (\d{1,9}) from (\d{1,9})\b/,
    report([, covered, cells], code, text) {
      const said = operation(text);
      if (said.kind === 'Conv3D' || said.kind === 'Conv3DBackpropInputV2') return three();
      const taps = said.taps ?? [Number(covered), Number(covered)];
      const dilation = said.dilation ?? [1, 1];
      const { channels = NaN, sides = [] } = said.input ?? {};
      // Of one axis, TensorFlow lays a row of one.
      const known = both(sides.length > 0 ? sides : [NaN, NaN]);
      const inputs = channels > 0 ? channels : (said.filter?.inputs ?? 1);
      const rows = known.map((side, i) => (side > 0 ? side : Number(taps[i] === 1 ? 1 : cells)));
      const groups = said.depthwise ? inputs : 1;
      return {
        layer: {
          op: 'conv',
          inputs,
          outputs: said.filter?.outputs ?? groups,
          taps,
          stride: said.stride ?? [1],
          dilation,
          groups,
          x: { shape: [1, inputs, ...rows] },
        },
        wrong: problem('wrong-window', {
          covered: shown(taps.map((count, i) => dilation[i] * (count - 1) + 1)),
          cells: shown(rows),
        }),
        notes: said.pool
          ? [problem('pooled')]
          : said.taps
            ? []
            : [problem('assumed', { settings: 'in_channels=1, out_channels=1, strides=1' })],
        remedies: (state) => [samePadding(state, "padding='SAME'")],
      };
    },
  },
  {
    pattern:
      /Size of out_backprop doesn't match computed: actual = (\d{1,9}), computed = (\d{1,9}) ?(?:spatial_dim: \d )?input: (\d{1,9}) filter: (\d{1,9}) output: (\d{1,9}) stride: (\d{1,9}) dilation: (\d{1,9})/,
    report([, ...texts]) {
      const [, computed, wanted, taps, input, stride, dilation] = texts.map(Number);
      return asked(input, wanted, taps, stride, dilation, computed === Math.ceil(wanted / stride));
    },
  },
  {
    pattern:
      /Size of out_backprop doesn't match computed: actual = (\d{1,9}), computed = (\d{1,9})/,
    report([, actual, computed], code, text) {
      const [, stride = '2'] = /strides=\[1, ?(\d{1,4})/.exec(text) ?? [];
      const step = Number(stride);
      // SAME makes as many as fit into strides.
      const report = asked(Number(actual), Number(computed) * step, 3, step, 1, true);
      return report && { ...report, notes: [problem('assumed', { settings: 'kernel_size=3' })] };
    },
  },
  {
    pattern:
      /(?:Depth of input \((\d{1,9})\) is not a multiple of input depth of filter \((\d{1,9})\)|(?:input depth must be evenly divisible by filter depth|input and filter must have the same depth): (\d{1,9}) vs (\d{1,9}))/,
    report([, a, b, c, d], code, text) {
      const [count, expected] = [Number(a ?? c), Number(b ?? d)];
      const said = operation(text);
      const taps = said.taps ?? [3, 3];
      const shape = inputShape(count, said.input?.sides ?? [NaN, NaN]);
      return depths(count, expected, said.filter?.outputs ?? 1, taps, said.stride ?? [1], shape);
    },
  },
  {
    pattern:
      /Depth of output \((\d{1,9})\) is not a multiple of the number of groups \((\d{1,9})\)/,
    report([, count, groups], code, text) {
      const said = operation(text);
      const taps = said.taps ?? [3, 3];
      const inputs = (said.filter?.inputs ?? 1) * Number(groups);
      return {
        layer: {
          op: 'conv',
          inputs,
          outputs: Number(count),
          taps,
          stride: said.stride ?? [1],
          groups: Number(groups),
          x: { shape: inputShape(inputs, said.input?.sides ?? [NaN, NaN]) },
        },
        wrong: problem('wrong-groups-out', { count: Number(count), groups: Number(groups) }),
      };
    },
  },
  {
    pattern:
      /Computed output size would be negative: -?\d{1,9} \[input_size: (\d{1,9}), effective_filter_size: (\d{1,9}), stride: (\d{1,9})\]/,
    report([, ...texts]) {
      const [cells, covered, stride] = texts.map(Number);
      return {
        layer: {
          op: 'conv',
          inputs: 1,
          outputs: 1,
          taps: [covered, covered],
          stride: [stride],
          x: { shape: [1, 1, cells, cells] },
        },
        wrong: problem('wrong-window', { covered, cells }),
        notes: [problem('assumed', { settings: 'in_channels=1, out_channels=1' })],
      };
    },
  },
  {
    pattern: /Computed input depth (\d{1,9}) doesn't match filter input depth (\d{1,9})/,
    report([, count, expected]) {
      // What the gradient of a convolution calls its input is the output here.
      return {
        layer: { op: 'tconv', inputs: 1, outputs: Number(expected), taps: [3, 3], stride: [2] },
        wrong: problem('wrong-outputs', { count: Number(count), expected: Number(expected) }),
        notes: [problem('assumed', { settings: 'in_channels=1, kernel_size=3, stride=2' })],
        remedies: (state) => [
          { words: problem('remedy-outputs', { count: Number(expected) }), state },
        ],
      };
    },
  },
];

/**
 * An input of another depth than the filter.
 * @param {number} count @param {number} expected @param {number} outputs @param {number[]} taps
 * @param {number[]} stride @param {number[]} x
 * @returns {Report}
 */
export const depths = (count, expected, outputs, taps, stride, x) => ({
  layer: { op: 'conv', k: { shape: [outputs, expected, ...taps] }, stride, x: { shape: x } },
  wrong: problem('wrong-channels', { expected, count }),
  remedies: (state) => otherChannels(state, expected),
});

/** What a message says of the operation that it is about. @param {string} text */
function operation(text) {
  const [, kind = ''] =
    /\b((?:Depthwise)?Conv[123]D\w*|DepthwiseConv2dNative|(?:Max|Avg)Pool\w*)\[/.exec(text) ??
    /\(op: '(\w+)'\)/.exec(text) ??
    [];
  const last = !/data_format="NC/.test(text);
  const list = (/** @type {string} */ name) => {
    const [, numbers] = new RegExp(`\\b${name}=\\[([\\d, ]{1,40})\\]`).exec(text) ?? [];
    const sizes = numbers === undefined ? [] : sizesIn(numbers);
    return sizes.length === 4 ? (last ? sizes.slice(1, 3) : sizes.slice(2)) : undefined;
  };
  const [, inputs] = /with input shapes: ((?:\[[^\]]{0,60}\](?:, ?)?){1,4})/.exec(text) ?? [];
  const [input, filter] = [...(inputs ?? '').matchAll(/\[([^\]]*)\]/g)].map(([, each]) =>
    sizesIn(each),
  );
  const pool = /Pool/.test(kind);
  const depthwise = pool || /Depthwise/.test(kind);
  const full = filter?.length === 4 ? filter : undefined;
  return {
    kind,
    pool,
    depthwise,
    stride: list('strides'),
    dilation: list('dilations'),
    taps:
      list('ksize') ??
      (full && full.slice(0, 2).every((n) => n > 0) ? full.slice(0, 2) : undefined),
    input: input?.length === 4 ? inputOf(input, last) : undefined,
    filter: full && {
      inputs: full[2],
      outputs: depthwise ? full[2] * full[3] : full[3],
    },
  };
}

/**
 * An output_shape that does not lead back to the input.
 * @param {number} input @param {number} wanted @param {number} taps @param {number} stride @param {number} dilation
 * @param {boolean} named whether the padding is SAME
 * @returns {Report | undefined}
 */
function asked(input, wanted, taps, stride, dilation, named) {
  const covered = dilation * (taps - 1) + 1;
  const full = (input - 1) * stride + covered;
  // The sizes that TensorFlow's convolution makes the input of.
  const [least, most] = named
    ? [(input - 1) * stride + 1, input * stride]
    : [full, full + stride - 1];
  if (wanted >= least && wanted <= most) return undefined;
  const nearest = Math.min(Math.max(wanted, least), most);
  const crop = Math.max(0, full - nearest);
  const sides = [Math.floor(crop / 2), crop - Math.floor(crop / 2)];
  const padding = named ? (sides[0] === sides[1] ? [sides[0]] : [...sides, ...sides]) : [0];
  const more = Math.max(0, nearest - full);
  return {
    layer: {
      op: 'tconv',
      inputs: 1,
      outputs: 1,
      taps: [taps, taps],
      stride: [stride],
      dilation: [dilation],
      padding,
      outputPadding: [more],
      x: { shape: [1, 1, input, input] },
    },
    settings: { panel: 'shapes' },
    wrong: problem('wrong-size', { wanted, input, least, most }),
    notes: [problem('assumed', { settings: 'in_channels=1, out_channels=1' })],
    remedies(state) {
      const by = wanted - nearest;
      const ways = sized(state, [by, by], [wanted, wanted]);
      return [{ words: problem('remedy-asked', { size: nearest }), state }, ...ways];
    },
  };
}
