/**
 * Layers that the engine names, computed and written as in PyTorch.
 *
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../engine/engine.d.ts').Call} Call
 * @typedef {import('./evaluate.js').Dense} Dense
 */
import { layerFields } from '../state/fields.js';
import { runOf } from './asked.js';

const settings = layerFields('settings');
/** PyTorch's order: a call reads as in its documentation. */
const order = [
  ...new Set(['stride', 'padding', 'outputPadding', ...settings.map(({ name }) => name)]),
];
/** The options as PyTorch calls them, with what they are when left out. */
const named = order.map((option) => ({
  option: /** @type {keyof Call['options']} */ (option),
  name: option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  usual: [settings.find(({ name }) => name === option)?.usual].flat()[0],
}));

/** One number where all are the same, or a pair. @param {readonly number[]} list */
const tuple = (list) =>
  list.every((number) => number === list[0]) ? String(list[0]) : `(${list.join(', ')})`;

/**
 * A padding as PyTorch can be told it: a number for each axis, and for each side what those leave.
 * @param {number[]} padding
 */
function paddingOf(padding) {
  const [top, bottom, left, right] = padding;
  if (padding.length < 4) return { axes: padding, sides: undefined };
  if (top === bottom && left === right) return { axes: [top, left], sides: undefined };
  return { axes: [0], sides: { top, bottom, left, right } };
}

/** The range of rows or columns that are left when some are cropped at both ends.
 * @param {number} before @param {number} after */
const range = (before, after) => `${before || ''}:${after === 0 ? '' : -after}`;

/**
 * `conv2d(dY, K, stride=2, padding=1)`, or the name of a resizing: as PyTorch runs it. It has no padding
 * for each side: zeros are put around by `F.pad`, and what a transposed convolution crops is sliced off.
 * Output padding is what is sliced off less at the end; only beyond that it is output padding to PyTorch.
 * @param {Call} call
 * @param {string} input
 */
export function callText({ operation, generator, options }, input) {
  const stride = /** @type {number[]} */ (options.stride);
  if (generator === 'ones') return `interpolate(${input}, scale_factor=${tuple(stride)})`;
  if (generator === 'box') return `avg_pool2d(${input}, ${tuple(stride)})`;
  const { axes, sides } = paddingOf(/** @type {number[]} */ ([options.padding ?? 0].flat()));
  const transposed = operation === 'conv_transpose2d';
  const [beyondRows, beyondColumns = beyondRows] = /** @type {number[]} */ (
    [options.outputPadding ?? 0].flat()
  );
  const crop = transposed &&
    sides && {
      bottom: Math.max(0, sides.bottom - beyondRows),
      right: Math.max(0, sides.right - beyondColumns),
    };
  const told = {
    ...options,
    padding: axes,
    ...(crop && {
      outputPadding: [
        Math.max(0, beyondRows - sides.bottom),
        Math.max(0, beyondColumns - sides.right),
      ],
    }),
  };
  const given = named.flatMap(({ option, name, usual }) => {
    const list = /** @type {number[]} */ ([told[option]].flat());
    if (list.every((number) => number === usual)) return [];
    return [`${name}=${tuple(list)}`];
  });
  const padded =
    sides && !transposed
      ? `F.pad(${input}, (${[sides.left, sides.right, sides.top, sides.bottom].join(', ')}))`
      : input;
  const call = `${operation}(${[padded, generator ?? 'K', ...given].join(', ')})`;
  if (!crop) return call;
  const ranges = [range(sides.top, crop.bottom), range(sides.left, crop.right)];
  return ranges.every((each) => each === ':') ? call : `${call}[:, :, ${ranges.join(', ')}]`;
}

/**
 * What a row of layers makes of X: the output of the last, or nothing where one of them is refused.
 * @param {Engine} engine
 * @param {Call[]} calls
 * @param {{ x: Dense, k: Dense, bias: readonly number[] | undefined }} layer whose own kernel has a bias
 * @returns {Dense | undefined}
 */
export function computed(engine, calls, { x, k, bias }) {
  try {
    return calls.reduce((input, { operation, generator, k: shape, options }) => {
      const run = runOf(engine, operation);
      if (generator) return run(input, engine.generate(generator, shape), options);
      return run(input, k, bias ? { ...options, bias: Float64Array.from(bias) } : options);
    }, x);
  } catch (error) {
    if (/** @type {any} */ (error)?.name !== 'ConvError') throw error;
    return undefined;
  }
}
