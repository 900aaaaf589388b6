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

/** One number where all are the same, a pair, or by name what PyTorch has not: four sides.
 * @param {readonly number[]} list */
function tuple(list) {
  if (list.every((number) => number === list[0])) return String(list[0]);
  const [top, bottom, left, right] = list;
  if (list.length < 4) return `(${list.join(', ')})`;
  return `{top: ${top}, bottom: ${bottom}, left: ${left}, right: ${right}}`;
}

/**
 * `conv2d(dY, K, stride=2, padding=1)`, or the name of a resizing.
 * @param {Call} call
 * @param {string} input
 */
export function callText({ operation, generator, options }, input) {
  const stride = /** @type {number[]} */ (options.stride);
  if (generator === 'ones') return `interpolate(${input}, scale_factor=${tuple(stride)})`;
  if (generator === 'box') return `avg_pool2d(${input}, ${tuple(stride)})`;
  const given = named.flatMap(({ option, name, usual }) => {
    const list = /** @type {number[]} */ ([options[option]].flat());
    if (list.every((number) => number === usual)) return [];
    return [`${name}=${tuple(list)}`];
  });
  return `${operation}(${[input, generator ?? 'K', ...given].join(', ')})`;
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
