import { layerFields } from './fields.js';
import { isLiteral } from './tensor.js';

/**
 * The parts of a state that make its layer.
 * @typedef {import('./fields.js').State} State
 * @typedef {'op' | 'x' | 'k' | 'bias' | import('./fields.js').Setting | 'groups'} LayerName
 * @typedef {Pick<State, LayerName>} Layer
 */

const picked = (/** @type {State} */ state, /** @type {import('./fields.js').Field[]} */ list) =>
  Object.fromEntries(list.map(({ name }) => [name, state[name]]));

const all = layerFields();
const settings = layerFields('settings');

/** The settings that are lists of numbers. */
export const settingNames = /** @type {import('./fields.js').Setting[]} */ (
  settings.flatMap(({ name, usual }) => (Array.isArray(usual) ? name : []))
);

/**
 * A state's layer, and nothing of how it is shown.
 * @param {State} state
 */
export const layerOf = (state) => /** @type {Layer} */ (picked(state, all));

/**
 * A state's settings, under the names that the engine's options have too.
 * @param {State} state
 */
export const settingsOf = (state) =>
  /** @type {Pick<State, import('./fields.js').Setting | 'groups'>} */ (picked(state, settings));

/** What a layer is but for its numbers. @param {State} state */
const shapeOf = ({ op, x, k, bias, ...state }) =>
  [
    [op, bias?.length],
    ...[x, k].map((tensor) => [isLiteral(tensor), tensor.shape]),
    ...settings.map(({ name }) => /** @type {any} */ (state)[name]),
  ].join(';');

/**
 * Whether two states have the very same layer, its numbers included.
 * @param {State} one
 * @param {State} other
 */
export const unchangedLayer = (one, other) => all.every(({ name }) => one[name] === other[name]);

/**
 * Whether two states have a layer of the same operation, sizes and settings, whatever its numbers.
 * @param {State} one
 * @param {State} other
 */
export const sameLayer = (one, other) => one === other || shapeOf(one) === shapeOf(other);
