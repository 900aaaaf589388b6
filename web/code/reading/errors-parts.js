import { problem } from '../../state/problem.js';
import { resized } from '../../state/tensor.js';
import { convSides, fourSides, onAxis, short } from './finish.js';

/**
 * What the messages of all frameworks have in common: shapes in brackets, layers of the code around them,
 * settings that lead to a size.
 *
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('../../state/state.js').State} State
 *
 * What helps: words for it, and the layer with it.
 * @typedef {{ words: Problem, state: State }} Remedy
 *
 * What a message says. Sizes and settings that it leaves open are those of the text's own code, or usual
 * ones.
 * @typedef {object} Report
 * @property {Omit<Partial<Found>, 'k'> & { op: Found['op'], k?: Found['k'] | { shape: number[] } }} layer
 * @property {Problem} wrong
 * @property {Partial<State>} [settings] that no layer has, in the place of those of `layer`
 * @property {Problem[]} [notes] what the message leaves open
 * @property {(state: State) => Remedy[]} [remedies] the best first; those of the engine follow
 *
 * @typedef {() => Found[]} Code the layers of the text's code
 * @typedef {{ pattern: RegExp, report: (match: RegExpExecArray, code: Code, text: string) => Report | Problem | undefined }} Message
 */

/** The sizes in a text, `(None, 28, 28, 3)`: NaN is one that is open. @param {string} text */
export const sizesIn = (text) =>
  (text.match(/\d+|None|\?/g) ?? []).map((size) => (/\d/.test(size) ? Number(size) : NaN));

/** As people read a shape. @param {readonly number[]} shape */
export const shown = (shape) =>
  shape.map((extent) => (Number.isNaN(extent) ? '?' : extent)).join(' × ');

/** A layer of three axes, of which there are none here. */
export const three = () => problem('axes');

/** A number for each of both axes: of one axis, the height is 1. @param {readonly number[]} list
 * @param {number} [usual] */
export const both = (list, usual = 1) => (list.length === 1 ? [usual, list[0]] : list.slice(0, 2));

/**
 * An input as (1, C, H, W); the sides that are not said are NaN.
 * @param {number} channels
 * @param {readonly number[]} sides one or two
 */
export const inputShape = (channels, sides) => [1, channels, ...both(sides)];

/**
 * The sizes of an input in a message, which may have its channels last.
 * @param {number[]} shape with the batch
 * @param {boolean} last
 */
export function inputOf(shape, last) {
  const [, ...rest] = shape;
  return last
    ? { channels: rest[rest.length - 1], sides: rest.slice(0, -1) }
    : { channels: rest[0], sides: rest.slice(1) };
}

/**
 * The layer of the code that a message may be about, where there is one.
 * @param {Code} code
 * @param {(layer: Found) => boolean} fits
 */
export const codeLayer = (code, fits) => code().find(fits);

/** The settings of a layer of the code, for what a message leaves open. @param {Found | undefined} layer */
export const settingsOf = (layer) =>
  layer
    ? {
        axes: layer.axes,
        label: layer.label,
        stride: layer.stride,
        dilation: layer.dilation,
        padding: layer.padding,
        outputPadding: layer.outputPadding,
        groups: layer.groups,
        bias: Array.isArray(layer.bias) || layer.bias,
      }
    : {};

/** How many cells the kernel of a layer covers on each axis. @param {Pick<Found, 'taps' | 'dilation'>} layer */
export const coveredBy = ({ taps = [1, 1], dilation }) =>
  taps.map((count, i) => onAxis(dilation, i) * (count - 1) + 1);

/** Whether two lists are the same. @param {readonly number[] | undefined} a @param {readonly number[]} b */
export const same = (a, b) => a !== undefined && a.join() === b.join();

/** One number where both are the same, as people write settings. @param {readonly number[]} list */
const brief = (list) =>
  list.every((each) => each === list[0]) ? String(list[0]) : `(${list.join(', ')})`;

/** What is assumed where neither message nor code say it: `kernel_size=3, stride=1`. @param {Record<string, number | readonly number[]>} values */
export const assumed = (values) =>
  problem('assumed', {
    settings: Object.entries(values)
      .map(([name, value]) => `${name}=${typeof value === 'number' ? value : brief(value)}`)
      .join(', '),
  });

/**
 * The settings that make an output larger, or smaller, by so many cells on each axis: output padding, padding
 * or the kernel, whichever can.
 * @param {State} state whose output padding, if it has any, is what was asked for
 * @param {readonly number[]} more cells of height and width
 * @param {readonly number[]} wanted the size that comes of it
 * @returns {Remedy[]}
 */
export function sized(state, more, wanted) {
  const { op, stride, dilation, padding, outputPadding, x, k } = state;
  // Of one axis, the height is nobody's setting.
  const axes = x.shape[2] === 1 && k.shape[2] === 1 ? 1 : 2;
  const text = (/** @type {number[]} */ list) => brief(list.slice(-axes));
  /** @type {Remedy[]} */
  const found = [];
  /** @param {string} settings @param {Partial<State>} change */
  const offer = (settings, change) =>
    found.push({
      words: problem('remedy-size', { settings, size: shown(wanted.slice(-axes)) }),
      state: { ...state, ...change },
    });
  const output = [0, 1].map((i) => onAxis(outputPadding, i) + more[i]);
  const below = output.every(
    (cells, i) => cells >= 0 && cells < Math.max(onAxis(stride, i), onAxis(dilation, i)),
  );
  if (op === 'tconv' && below)
    offer(`output_padding=${text(output)}`, { outputPadding: short(output) });
  // What a transposed convolution crops, a convolution adds.
  const sign = op === 'tconv' ? -1 : 1;
  const sides = fourSides(padding).map((side, i) => {
    const cells = sign * more[i >> 1];
    const first = Math.floor(cells / 2);
    return side + (i % 2 === 0 ? first : cells - first);
  });
  if (sides.every((side) => side >= 0)) {
    const list = short(sides);
    offer(`padding=${list.length === 4 ? brief(sides) : text([sides[0], sides[2]])}`, {
      padding: list,
    });
  }
  const taps = [0, 1].map((i) => k.shape[2 + i] - (sign * more[i]) / onAxis(dilation, i));
  if (taps.every((count) => Number.isInteger(count) && count >= 1 && count < 4096))
    offer(`kernel_size=${text(taps)}`, { k: resized(k, [...k.shape.slice(0, 2), ...taps]) });
  return found;
}

/**
 * The padding that TensorFlow calls SAME.
 * @param {State} state
 * @param {string} settings how it is written
 * @returns {Remedy}
 */
export function samePadding(state, settings) {
  const covered = coveredBy({ taps: state.k.shape.slice(2), dilation: state.dilation });
  const sides = covered.flatMap((cells, i) =>
    convSides({ padding: 'keras-same' }, i, state.x.shape[2 + i], onAxis(state.stride, i), cells),
  );
  return {
    words: problem('remedy-setting', { settings }),
    state: { ...state, padding: short(sides) },
  };
}
