/**
 * What was chosen in the panel, and the layer that it stands for: pure. It is kept in the panel; a link
 * has only the page's own layer.
 *
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('./layer.js').Recipe} Recipe
 * @typedef {import('./presets.js').Weights} Weights
 *
 * @typedef {object} Choices
 * @property {'filter' | 'upsample'} mode
 * @property {string} filter a preset; `page` for the page's own layer; `own` for typed weights
 * @property {number} size of a kernel that comes in every size, and of the typed one
 * @property {number} strength
 * @property {Weights | undefined} own
 * @property {'each' | 'mixed'} channels each by itself, or all into one
 * @property {number} stride
 * @property {number} dilation
 * @property {number} padding `keeping` for what keeps the size
 * @property {import('./upsamplers.js').Name} upsampler
 * @property {number} factor
 * @property {number} side of the random kernel
 * @property {number} seed
 * @property {import('./picture.js').Edge} edge
 * @property {import('./picture.js').Mapping} mapping
 */
import { operationOf } from '../../model/asked.js';
import { settingsOf } from '../../state/layer.js';
import { defaults } from '../../state/state.js';
import { resized } from '../../state/tensor.js';
import { misfit } from './layer.js';
import { presets, weightsOf } from './presets.js';
import { overhang, upsampler } from './upsamplers.js';

/** The padding that keeps the size, whatever it is: one below the least that can be chosen. */
export const keeping = -1;

/**
 * At first: the page's layer where it has another kernel than the article's, and one that fits a
 * picture, else a blur.
 * @param {State} state
 * @returns {Choices}
 */
export const atFirst = (state) => ({
  mode: 'filter',
  filter: state.k !== defaults.k && fits(state) ? 'page' : 'blur',
  size: 7,
  strength: 1,
  own: undefined,
  channels: 'each',
  stride: 1,
  dilation: 1,
  padding: keeping,
  upsampler: 'bilinear',
  factor: 2,
  side: 4,
  seed: 1,
  edge: 'repeat',
  mapping: 'clamp',
});

/** Whether a kernel has a picture's channels. @param {State} state */
function fits(state) {
  const operation = operationOf(state);
  return misfit({ operation, shape: state.k.shape, groups: state.groups }) === undefined;
}

/** @param {string} name */
export const presetOf = (name) => presets.find((preset) => preset.name === name);

/**
 * With another filter, as it is to begin with.
 * @param {Choices} choices
 * @param {string} filter
 * @param {Weights} weights the present ones, which typing begins with
 * @returns {Choices}
 */
export function withFilter(choices, filter, weights) {
  const preset = presetOf(filter);
  const next = { ...choices, filter, padding: keeping };
  if (filter === 'own') {
    const plane = weights.shape[0] * weights.shape[1] === 1;
    const own = choices.own ?? (plane ? weights : undefined);
    return { ...next, own, size: own?.shape[2] ?? 3 };
  }
  if (!preset) return { ...next, mapping: 'clamp' };
  const { size = choices.size, strength = 1, mapping, mix } = preset;
  return { ...next, size, strength, mapping, channels: mix ? 'each' : choices.channels };
}

/**
 * With a weight typed in.
 * @param {Choices} choices
 * @param {Weights} weights the present ones
 * @param {number} offset
 * @param {number} value
 * @returns {Choices}
 */
export function withWeight(choices, weights, offset, value) {
  const own = { shape: weights.shape, data: weights.data.with(offset, value) };
  return { ...choices, filter: 'own', own, size: own.shape[2] };
}

/**
 * The weights of the chosen filter.
 * @param {Engine} engine
 * @param {Choices} choices
 * @returns {Weights}
 */
export function filterWeights(engine, { filter, size, strength, own }) {
  const preset = presetOf(filter);
  if (preset) return weightsOf(engine, preset, { size, strength });
  const shape = [1, 1, size, size];
  if (!own) return engine.generate('delta', shape);
  const sized = resized({ shape: own.shape, data: Array.from(own.data) }, shape);
  return { shape, data: Float64Array.from(/** @type {{ data: number[] }} */ (sized).data) };
}

/**
 * The padding of each side that keeps the size, but for a stride.
 * @param {number} taps
 * @param {number} dilation
 */
function keepingPadding(taps, dilation) {
  const halo = (taps - 1) * dilation;
  return [Math.floor(halo / 2), Math.ceil(halo / 2)];
}

/**
 * @param {Choices} choices
 * @param {Weights} weights
 * @returns {Recipe}
 */
export function filterRecipe({ channels, stride, dilation, padding, edge }, weights) {
  const [, , height, width] = weights.shape;
  const sides = [...keepingPadding(height, dilation), ...keepingPadding(width, dilation)];
  return {
    operation: 'conv2d',
    weights,
    mixed: channels === 'mixed',
    stride: [stride, stride],
    dilation: [dilation, dilation],
    padding: padding === keeping ? sides : [padding, padding, padding, padding],
    edge,
  };
}

/**
 * The page's layer, over a picture in the place of X.
 * @param {Choices} choices
 * @param {State} state
 * @param {Weights} weights the numbers of its K
 * @returns {Recipe}
 */
export function pageRecipe({ channels, edge }, state, weights) {
  return {
    ...settingsOf(state),
    operation: operationOf(state),
    weights,
    mixed: channels === 'mixed',
    bias: state.bias,
    edge,
  };
}

/**
 * One of the ways to enlarge.
 * @param {Engine} engine
 * @param {Choices} choices
 * @param {import('./upsamplers.js').Name} name
 * @returns {Recipe}
 */
export function upsampleRecipe(engine, { factor, side, seed, edge }, name) {
  const weights = upsampler(engine, name, factor, { size: Math.max(side, factor), seed });
  return {
    operation: 'conv_transpose2d',
    weights,
    mixed: false,
    stride: [factor, factor],
    dilation: [1, 1],
    padding: overhang(weights.shape[2], factor),
    edge,
  };
}
