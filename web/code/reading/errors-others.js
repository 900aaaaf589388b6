import { problem } from '../../state/problem.js';
import { assumed, both, inputShape, shown, sizesIn, three } from './errors-parts.js';
import { channels, window } from './errors-layers.js';
import { divided } from './errors-keras.js';
import { depths } from './errors-tensorflow.js';

/**
 * The messages of ONNX and its runtime, JAX and Flax, Paddle, TensorFlow.js.
 *
 * @typedef {import('./errors-parts.js').Message} Message
 */

/** @type {Message[]} */
export const others = [
  {
    pattern:
      /Input channels C is not equal to kernel channels \* group\. C: (\d{1,9}) kernel channels: (\d{1,9}) group: (\d{1,9})/,
    report([, ...texts]) {
      const [count, kernel, groups] = texts.map(Number);
      if (groups === 0) return undefined;
      const report = depths(
        count,
        kernel * groups,
        groups,
        [3, 3],
        [1],
        inputShape(count, [NaN, NaN]),
      );
      return {
        ...report,
        layer: { ...report.layer, k: { shape: [groups, kernel, 3, 3] }, groups },
        notes: [assumed({ kernel_shape: [3, 3], strides: [1, 1] })],
      };
    },
  },
  {
    pattern: /Output channels M is not divisible by group\. M: (\d{1,9}) group: (\d{1,9})/,
    report: ([, outputs, groups]) =>
      divided('out', Number(groups), Number(outputs), Number(groups), []),
  },
  {
    pattern:
      /Input channels is not divisible by group\. num_input_channels: (\d{1,9}) group: (\d{1,9})/,
    report([, inputs, groups]) {
      const report = divided('in', Number(inputs), Number(groups), Number(groups), []);
      return { ...report, layer: { ...report.layer, op: 'tconv' } };
    },
  },
  {
    pattern:
      /filter number not equal to input channel number\. filter_number: (\d{1,9}) num_input_channels: (\d{1,9})/,
    report([, filters, inputs], code) {
      return channels('tconv', 1, [Number(filters), 1, 3, 3], [1, Number(inputs), 6, 6], code);
    },
  },
  {
    pattern:
      /kernel_shape (?:num_dims )?is not compatible with W (?:shape|num_dims)\. kernel_shape: \{([\d, ]{1,40})\} W: \{([\d, ]{1,60})\}/,
    report([, kernel, weight]) {
      const [own, shape] = [sizesIn(kernel), sizesIn(weight)];
      if (shape.length === 5) return three();
      if (shape.length < 3) return undefined;
      const taps = both(shape.slice(2));
      const k = [...shape.slice(0, 2), ...taps];
      return {
        layer: {
          op: 'conv',
          axes: shape.length === 3 ? 1 : 2,
          k: { shape: k },
          x: { shape: inputShape(k[1], [NaN, NaN]) },
        },
        wrong: problem('wrong-attribute', {
          argument: 'kernel_shape',
          value: `[${own.join(', ')}]`,
          expected: `[${shape.slice(2).join(', ')}]`,
        }),
        notes: [assumed({ strides: 1, pads: 0, group: 1 })],
        remedies: (state) => [
          {
            words: problem('remedy-setting', {
              settings: `kernel_shape=[${shape.slice(2).join(', ')}]`,
            }),
            state,
          },
        ],
      };
    },
  },
  {
    pattern: /X num_dims does not match W num_dims\. X: \{([\d, ]{1,60})\} W: \{([\d, ]{1,60})\}/,
    report([, input, weight]) {
      const [x, w] = [sizesIn(input), sizesIn(weight)];
      if (w.length === 5) return three();
      if (w.length !== 3 && w.length !== 4) return undefined;
      const taps = both(w.slice(2));
      // What is missing is in front.
      const sides = both(x.slice(-(w.length - 2)));
      return {
        layer: {
          op: 'conv',
          axes: w.length === 3 ? 1 : 2,
          k: { shape: [w[0], w[1], ...taps] },
          x: { shape: inputShape(w[1], sides) },
        },
        wrong: problem('wrong-rank', {
          count: x.length,
          shape: shown(x),
          order: w.length === 3 ? '(N, C, L)' : '(N, C, H, W)',
        }),
        notes: [assumed({ strides: 1, pads: 0, group: 1 })],
        remedies: (state) => [
          {
            words: problem('remedy-dimensions', {
              shape: shown(w.length === 3 ? state.x.shape.toSpliced(2, 1) : state.x.shape),
            }),
            state,
          },
        ],
      };
    },
  },
  {
    pattern: /W shape should be (\d)|(?:conv )?filter (?:rank|dims) (?:should|must) be (\d)/,
    report: () => rank4(),
  },
  {
    pattern: /Attribute (kernel_shape|pads|strides|dilations) has incorrect size/,
    report([, name], code, text) {
      const op = /op_type: ?ConvTranspose/.test(text) ? 'tconv' : 'conv';
      const right = {
        kernel_shape: '[3, 3]',
        pads: '[1, 1, 1, 1]',
        strides: '[1, 1]',
        dilations: '[1, 1]',
      };
      const list = right[/** @type {keyof typeof right} */ (name)];
      return {
        layer: { op, inputs: 1, outputs: 1, taps: [3, 3], padding: name === 'pads' ? [1] : [0] },
        wrong: problem('wrong-length', { argument: name, count: name === 'pads' ? 4 : 2 }),
        notes: [assumed({ kernel_shape: [3, 3] })],
        remedies: (state) => [
          { words: problem('remedy-setting', { settings: `${name}=${list}` }), state },
        ],
      };
    },
  },
  {
    pattern:
      /lhs feature dimension size divided by feature_group_count must equal the rhs input feature dimension size, but (\d{1,9}) \/\/? (\d{1,9}) != (\d{1,9})/,
    report([, ...texts]) {
      const [count, groups, kernel] = texts.map(Number);
      if (groups === 0) return undefined;
      const x = inputShape(count, [NaN, NaN]);
      const report = depths(count, kernel * groups, groups, [3, 3], [1], x);
      return {
        ...report,
        layer: { ...report.layer, k: { shape: [groups, kernel, 3, 3] }, groups },
        notes: [assumed({ kernel_size: [3, 3], window_strides: [1, 1] })],
      };
    },
  },
  {
    // Flax: the sizes that the input asks for, and those that the weights have.
    pattern:
      /Initializer expected to generate shape \(([\d, ]{1,60})\) but got shape \(([\d, ]{1,60})\) instead for parameter "kernel"/,
    report([, wanted, own]) {
      const [asked, given] = [sizesIn(wanted), sizesIn(own)];
      if (asked.length === 5) return three();
      if (asked.length !== given.length || given.length < 3 || given.length > 4) return undefined;
      const [count, outputs] = asked.slice(-2);
      const expected = given[given.length - 2];
      if (count === expected) return undefined;
      const taps = both(given.slice(0, -2));
      const x = inputShape(count, [NaN, NaN]);
      return {
        ...depths(count, expected, outputs, taps, [1], x),
        notes: [assumed({ strides: 1 })],
      };
    },
  },
  {
    // TensorFlow.js
    pattern: /depth of input \((\d{1,9})\) must match input depth for filter (\d{1,9})/,
    report([, count, expected]) {
      const x = inputShape(Number(count), [NaN, NaN]);
      return {
        ...depths(Number(count), Number(expected), 1, [3, 3], [1], x),
        notes: [assumed({ kernelSize: 3, filters: 1, strides: 1 })],
      };
    },
  },
  {
    pattern:
      /rhs output feature dimension size must be a multiple of feature_group_count, but (\d{1,9}) is not a multiple of (\d{1,9})/,
    report: ([, outputs, groups]) =>
      divided('out', Number(groups), Number(outputs), Number(groups), []),
  },
  {
    pattern:
      /The number of input(?:'s)? channels should be equal to filter(?:'s)? channels(?: \* groups)? for Op\((Conv|[Cc]onv_?[Tt]ranspose\w*)\)\. But received: the input's channels is \d{1,9}, the input's shape is \[([^\]]{1,60})\]; the filter's channels is \d{1,9}, the filter's shape is \[([^\]]{1,60})\](?:; the groups is (\d{1,9}))?/,
    report([, name, input, weight, groups = '1'], code, text) {
      const shape = sizesIn(input);
      const last = /data_format is NHWC|data_format is NLC/.test(text);
      const x = last ? [shape[0], shape[shape.length - 1], ...shape.slice(1, -1)] : shape;
      return channels(name === 'Conv' ? 'conv' : 'tconv', Number(groups), sizesIn(weight), x, code);
    },
  },
  {
    pattern:
      /output's size is expected to be greater than 0\. But recei?v?e?i?ved: output's size is -?\d{1,9}\..{0,240}?where input_size is (\d{1,9}), padding is \(?(\d{1,9})(?:, (\d{1,9})\))?, filter_size is (\d{1,9}), dilation is (\d{1,9}), stride is (\d{1,9})/,
    report([, input, before, after = before, taps, dilation, stride], code) {
      const covered = Number(dilation) * (Number(taps) - 1) + 1;
      const cells = Number(input) + Number(before) + Number(after);
      const report = window([cells, cells], [covered, covered], code);
      if (!report || 'code' in report) return report;
      const side = Number(input);
      return {
        ...report,
        notes: [assumed({ in_channels: 1, out_channels: 1 })],
        layer: {
          ...report.layer,
          taps: [Number(taps), Number(taps)],
          dilation: [Number(dilation)],
          stride: [Number(stride)],
          padding: [Number(before), Number(after), Number(before), Number(after)],
          x: { shape: [1, report.layer.inputs ?? 1, side, side] },
        },
      };
    },
  },
];

/** A weight that has not the four dimensions of a layer of two axes. */
const rank4 = () => ({
  layer: { op: /** @type {const} */ ('conv'), inputs: 1, outputs: 1, taps: [3, 3] },
  wrong: problem('wrong-weight'),
  notes: [assumed({ kernel_shape: [3, 3] })],
  remedies: (/** @type {import('../../state/state.js').State} */ state) => [
    { words: problem('remedy-weight', { shape: shown(state.k.shape) }), state },
  ],
});
