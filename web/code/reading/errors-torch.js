import { problem } from '../../state/problem.js';
import { fourSides, short } from './finish.js';
import { channels, outputPadding, window } from './errors-layers.js';
import {
  assumed,
  both,
  codeLayer,
  coveredBy,
  inputShape,
  settingsOf,
  shown,
  sized,
  sizesIn,
  three,
} from './errors-parts.js';

/**
 * The messages of PyTorch.
 *
 * @typedef {import('./errors-parts.js').Message} Message
 * @typedef {import('./errors-parts.js').Report} Report
 * @typedef {import('./layer.js').Found} Found
 */

/** @type {Message[]} */
export const torch = [
  {
    pattern:
      /Calculated (?:padded )?input size per channel: \(([\d x]{1,60})\)\. Kernel size: \(([\d x]{1,60})\)\. Kernel size can't (?:be )?greater than actual input size/,
    report([, cells, covered], code) {
      return window(sizesIn(cells), sizesIn(covered), code);
    },
  },
  {
    pattern:
      /Given groups=(\d{1,9}), weight(?: of size)? ?\[([\d, ]{1,99})\],(?: so)? expected input ?\[([\d, ]{1,99})\] to have (\d{1,9}) channels, but got (\d{1,9}) channels instead/,
    report([, groups, weight, input], code) {
      return channels('conv', Number(groups), sizesIn(weight), sizesIn(input), code);
    },
  },
  {
    pattern:
      /Given transposed=(?:1|true|True), weight(?: of size)? ?\[([\d, ]{1,99})\],(?: so)? expected input ?\[([\d, ]{1,99})\] to have (\d{1,9}) channels, but got (\d{1,9}) channels instead/,
    report([, weight, input], code) {
      return channels('tconv', undefined, sizesIn(weight), sizesIn(input), code);
    },
  },
  {
    pattern:
      /Given (?:transposed=(?:1|true|True), )?weight of size \[([\d, ]{1,99})\], expected bias to be 1-dimensional with (\d{1,9}) elements, but got bias of size \[([\d, ]{1,99})\] instead/,
    report([whole, weight, wanted, size]) {
      const shape = sizesIn(weight);
      if (shape.length === 5) return three();
      const op = whole.includes('transposed') ? 'tconv' : 'conv';
      const four = [...shape.slice(0, 2), ...both(shape.slice(2))];
      const [count] = sizesIn(size);
      if (shape.length < 3 || count > 4096) return undefined;
      const [inputs, groups] = op === 'conv' ? [four[1], 1] : [four[0], Number(wanted) / four[1]];
      return {
        layer: {
          op,
          axes: shape.length === 3 ? 1 : 2,
          k: { shape: four },
          x: { shape: inputShape(inputs, [NaN, NaN]) },
          groups,
        },
        settings: { bias: new Array(count).fill(0) },
        wrong: problem('wrong-bias', { count, expected: Number(wanted) }),
        remedies: (state) => [
          {
            words: problem('remedy-bias', { count: Number(wanted) }),
            state: { ...state, bias: new Array(Math.min(4096, Number(wanted))).fill(0) },
          },
        ],
      };
    },
  },
  {
    pattern:
      /Given groups=(\d{1,9}), expected weight to be (?:at least|divisible by) \d{1,9} at dimension 0, but got weight of size \[{1,2}([\d, ]{1,99})\]{1,2} instead/,
    report([, groups, weight], code) {
      const shape = sizesIn(weight);
      if (shape.length === 5) return three();
      const four = [...shape.slice(0, 2), ...both(shape.slice(2))];
      const layer = codeLayer(code, (each) => each.groups === Number(groups));
      const op = layer?.op ?? 'conv';
      return {
        layer: {
          ...settingsOf(layer),
          op,
          k: { shape: four },
          groups: Number(groups),
          x: {
            shape: inputShape(op === 'conv' ? four[1] * Number(groups) : four[0], [NaN, NaN]),
          },
        },
        wrong: problem('wrong-groups-out', { count: four[0], groups: Number(groups) }),
      };
    },
  },
  {
    pattern:
      /output padding must be smaller than either stride or dilation, (?:but )?got output_padding_height: (-?\d{1,9}) output_padding_width: (-?\d{1,9}) stride_height: (\d{1,9}) stride_width: (\d{1,9}) dilation_height: (\d{1,9}) dilation_width: (\d{1,9})/,
    report([, ...texts], code) {
      const [oh, ow, sh, sw, dh, dw] = texts.map(Number);
      return outputPadding([oh, ow], [sh, sw], [dh, dw], code);
    },
  },
  {
    pattern:
      /requested an output size of (?:torch\.Size\()?[[(]?([\d, ]{1,60})[\])]{1,2}, but valid sizes range from [[(]([\d, ]{1,60})[\])] to [[(]([\d, ]{1,60})[\])] \(for an input of (?:torch\.Size\()?[[(]?([\d, ]{1,60})/,
    report([, wanted, least, most, input], code) {
      return requested(sizesIn(wanted), sizesIn(least), sizesIn(most), sizesIn(input), code);
    },
  },
  {
    pattern:
      /Expected \d{1,2}D \(unbatched\) or \d{1,2}D \(batched\) input to (conv(?:_transpose)?)([123])d, but got input of size: \[([\d, ]{0,99})\]/,
    report([, name, axes, size], code) {
      if (axes === '3') return three();
      const op = name === 'conv' ? 'conv' : 'tconv';
      return rank(op, /** @type {1 | 2} */ (Number(axes)), sizesIn(size), undefined, code);
    },
  },
  {
    pattern:
      /Expected (\d)-dimensional input for \d-dimensional weight \[?([\d, ]{1,99})\]?, but got (?:input of size|\d-dimensional input of size) \[([\d, ]{1,99})\]/,
    report([, dimensions, weight, size], code) {
      if (dimensions === '5') return three();
      const shape = sizesIn(weight);
      return rank('conv', dimensions === '3' ? 1 : 2, sizesIn(size), shape, code);
    },
  },
  {
    pattern:
      /(non-positive (?:stride|dilation)|negative (?:output_)?padding) is not supported|(stride|dilation) should be greater than zero, but got (?:\w+: |\[)(-?\d{1,6})/,
    report([, text, other, value], code) {
      const name = (other ?? /** @type {RegExpExecArray} */ (/\w+$/.exec(text))[0]).trim();
      return impossible(name, value === undefined ? undefined : Number(value), code);
    },
  },
  {
    pattern: /(in|out)_channels must be divisible by groups/,
    report([, side], code) {
      const count = (/** @type {Found} */ each) =>
        (side === 'in' ? each.inputs : each.outputs) ?? 0;
      const layer = codeLayer(code, (each) => each.groups > 1 && count(each) % each.groups !== 0);
      const inputs = layer?.inputs ?? (side === 'in' ? 3 : 4);
      const outputs = layer?.outputs ?? (side === 'in' ? 4 : 3);
      const taps = layer?.taps ?? [3, 3];
      const groups = layer?.groups ?? 2;
      return {
        layer: {
          ...settingsOf(layer),
          op: layer?.op ?? 'conv',
          inputs,
          outputs,
          taps,
          groups,
          x: { shape: inputShape(inputs, [NaN, NaN]) },
        },
        wrong: problem(side === 'in' ? 'wrong-groups-in' : 'wrong-groups-out', {
          count: side === 'in' ? inputs : outputs,
          groups,
        }),
        notes: layer
          ? []
          : [assumed({ in_channels: inputs, out_channels: outputs, kernel_size: taps, groups })],
      };
    },
  },
  {
    pattern: /padding=['"]same['"] is not supported for strided convolutions/,
    report(_, code) {
      const layer = codeLayer(code, (each) => each.op === 'conv' && each.stride.some((n) => n > 1));
      const taps = layer?.taps ?? [3, 3];
      const stride = layer?.stride ?? [2];
      return {
        layer: {
          ...settingsOf(layer),
          op: 'conv',
          inputs: layer?.inputs,
          outputs: layer?.outputs,
          taps,
          stride,
          padding: [0],
        },
        wrong: problem('wrong-strided-same', { stride: stride.join(', ') }),
        notes: layer ? [] : [assumed({ kernel_size: taps, stride })],
        remedies(state) {
          const covered = coveredBy({ taps, dilation: state.dilation });
          const half = covered.map((cells) => Math.floor(cells / 2));
          const list = half[0] === half[1] ? [half[0]] : half;
          const around = covered.map((cells) => [
            Math.floor((cells - 1) / 2),
            cells - 1 - Math.floor((cells - 1) / 2),
          ]);
          return [
            {
              words: problem('remedy-setting', { settings: `padding=${list.join(', ')}` }),
              state: { ...state, padding: list },
            },
            {
              words: problem('remedy-setting', { settings: 'stride=1' }),
              state: { ...state, stride: [1], padding: short(around.flat()) },
            },
          ];
        },
      };
    },
  },
];

/**
 * An output size that the settings do not make.
 * @param {number[]} wanted @param {number[]} least @param {number[]} most @param {number[]} input
 * @param {import('./errors-parts.js').Code} code
 * @returns {ReturnType<Message['report']>}
 */
function requested(wanted, least, most, input, code) {
  const axes = least.length;
  if (axes === 3) return three();
  const sizes = [wanted.slice(-axes), least, most, input];
  if (axes < 1 || sizes.some((list) => list.length !== axes)) return undefined;
  const [asked, from, to, x] = sizes.map((list) => both(list));
  const [askedText, fromText, toText, xText] = sizes.map(shown);
  const stride = from.map((size, i) => to[i] - size + 1);
  // What the kernel covers, less what padding crops.
  const kept = from.map((size, i) => size - (x[i] - 1) * stride[i]);
  const layer = codeLayer(code, (each) => {
    if (each.op !== 'tconv' || !each.taps || !Array.isArray(each.padding)) return false;
    const sides = fourSides(each.padding);
    return coveredBy(each).every((cells, i) => cells - sides[2 * i] - sides[2 * i + 1] === kept[i]);
  });
  // The smallest kernel that leaves no holes.
  const crop = kept.map((cells, i) => Math.max(0, Math.ceil((stride[i] - cells) / 2)));
  const taps = layer?.taps ?? kept.map((cells, i) => cells + 2 * crop[i]);
  if (!taps.every((count) => count >= 1)) return undefined;
  const more = asked.map((size, i) => size - from[i]);
  return {
    layer: {
      ...settingsOf(layer),
      op: 'tconv',
      axes: axes === 1 ? 1 : 2,
      inputs: layer?.inputs ?? 1,
      outputs: layer?.outputs ?? 1,
      taps,
      stride,
      padding: layer?.padding ?? crop,
      outputPadding: [0],
      x: { shape: [1, layer?.inputs ?? 1, ...x] },
    },
    settings: { outputPadding: more[0] === more[1] ? [more[0]] : more },
    wrong: problem('wrong-size', {
      wanted: askedText,
      input: xText,
      least: fromText,
      most: toText,
    }),
    notes: layer ? [] : [assumed({ kernel_size: taps.slice(-axes), padding: crop.slice(-axes) })],
    remedies(state) {
      const plain = { ...state, outputPadding: [0] };
      const nearest = asked.map((size, i) => Math.min(Math.max(size, from[i]), to[i]));
      const cells = nearest.map((size, i) => size - from[i]);
      return [
        ...sized(plain, more, asked),
        {
          words: problem('remedy-asked', { size: shown(nearest.slice(-axes)) }),
          state: { ...state, outputPadding: cells[0] === cells[1] ? [cells[0]] : cells },
        },
      ];
    },
  };
}

/**
 * An input of other dimensions than a layer takes.
 * @param {'conv' | 'tconv'} op @param {1 | 2} axes @param {number[]} shape
 * @param {number[] | undefined} weight
 * @param {import('./errors-parts.js').Code} code
 * @returns {Report | undefined}
 */
function rank(op, axes, shape, weight, code) {
  const layer = codeLayer(code, (each) => each.op === op && each.taps !== undefined);
  const taps = weight ? both(weight.slice(2)) : (layer?.taps ?? (axes === 1 ? [1, 3] : [3, 3]));
  const known = weight ? (op === 'conv' ? weight[1] : weight[0]) : layer?.inputs;
  const whole = inFour(shape, axes, op, known);
  if (!whole) return undefined;
  const inputs = known ?? whole[1];
  const x = inputShape(inputs, whole.slice(2));
  return {
    layer: {
      ...settingsOf(layer),
      op,
      axes,
      inputs,
      outputs: (weight && (op === 'conv' ? weight[0] : weight[1])) ?? layer?.outputs ?? 1,
      taps,
      x: { shape: x },
    },
    wrong: problem('wrong-rank', {
      count: shape.length,
      shape: shown(shape),
      order: axes === 1 ? '(N, C, L)' : '(N, C, H, W)',
    }),
    notes:
      layer || weight ? [] : [assumed({ kernel_size: taps.slice(-axes), stride: 1, padding: 0 })],
    remedies: (state) => [
      {
        words: problem('remedy-dimensions', {
          shape: shown(axes === 1 ? state.x.shape.toSpliced(2, 1) : state.x.shape),
        }),
        state,
      },
    ],
  };
}

/**
 * What a shape of too few or too many dimensions was most likely meant as.
 * @param {number[]} shape @param {1 | 2} axes @param {'conv' | 'tconv'} op @param {number | undefined} inputs
 * @returns {number[] | undefined} (1, C, H, W)
 */
function inFour(shape, axes, op, inputs) {
  const wanted = axes + 2;
  const least = shape.slice();
  // Dimensions of one, but for those in front, are what a squeeze takes away.
  while (least.length > wanted && least.includes(1)) least.splice(least.lastIndexOf(1), 1);
  while (least.length > wanted) least.shift();
  // Features as channels of a single cell: noise for a generator.
  const features = least.length === 2 && (op === 'tconv' || least[1] === inputs);
  const list = features ? [...least, ...new Array(axes).fill(1)] : least;
  while (list.length < wanted) list.unshift(1);
  const [, channels, ...sides] = list;
  if (![channels, ...sides].every((side) => side >= 1)) return undefined;
  return [1, channels, ...both(sides)];
}

/**
 * A stride or a dilation below 1, a padding below 0.
 * @param {string} name as PyTorch has it
 * @param {number | undefined} value
 * @param {import('./errors-parts.js').Code} code
 * @returns {Report}
 */
function impossible(name, value, code) {
  const key =
    name === 'output_padding'
      ? 'outputPadding'
      : /** @type {'stride' | 'dilation' | 'padding'} */ (name);
  const minimum = name === 'stride' || name === 'dilation' ? 1 : 0;
  const layer = codeLayer(code, (each) => {
    const list = each[key];
    return Array.isArray(list) && list.some((number) => number < minimum);
  });
  const list = layer ? /** @type {number[]} */ (layer[key]) : [value ?? minimum - 1];
  const taps = layer?.taps ?? [3, 3];
  return {
    layer: {
      ...settingsOf(layer),
      op: layer?.op ?? (name === 'output_padding' ? 'tconv' : 'conv'),
      inputs: layer?.inputs ?? 1,
      outputs: layer?.outputs ?? 1,
      taps,
      [key]: [minimum],
    },
    settings: { [key]: list },
    wrong: problem('wrong-setting', { argument: name, value: list.join(', '), minimum }),
    notes: layer ? [] : [assumed({ kernel_size: taps, [name]: list })],
  };
}
