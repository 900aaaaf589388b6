import { layerFields } from './fields.js';

/**
 * @typedef {import('./fields.js').Part} Part
 * @typedef {import('./state.js').State} State
 */

/** The parts of a layer that a link can lock. */
export const lockable = /** @type {readonly Part[]} */ ([
  ...new Set(layerFields().map(({ part }) => part)),
]);

/** The parts of the page that a link can leave out. */
export const hideable = /** @type {const} */ ([
  'header',
  'lesson',
  'settings',
  'formula',
  'sentence',
  'picture',
  'player',
  'panels',
]);

/**
 * Whether a change leaves alone what is locked.
 * @param {readonly string[]} lock names of parts
 * @param {State} before
 * @param {State} after
 */
export const allowed = (lock, before, after) =>
  layerFields().every(
    ({ part, name }) => !lock.includes(/** @type {Part} */ (part)) || before[name] === after[name],
  );
