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

/** Whether two settings, or shapes, say the same: most are the very same list.
 * @param {unknown} one @param {unknown} other */
const alike = (one, other) => one === other || String(one) === String(other);

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
export const sameLayer = (one, other) =>
  one === other ||
  (one.op === other.op &&
    one.bias?.length === other.bias?.length &&
    /** @type {const} */ (['x', 'k']).every(
      (name) =>
        isLiteral(one[name]) === isLiteral(other[name]) &&
        alike(one[name].shape, other[name].shape),
    ) &&
    settings.every(({ name }) => alike(one[name], other[name])));
