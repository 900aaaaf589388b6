import { axisTerms } from '../model/settings.js';

/** @typedef {{ name: 'height' | 'width', indices: (0 | 1)[] }} Axes one axis, or both as the first */

/** @type {Axes} */
const both = { name: 'height', indices: [0, 1] };
/** @type {Axes[]} */
const apart = [
  { name: 'height', indices: [0] },
  { name: 'width', indices: [1] },
];

/**
 * The axes of a state's settings, one entry for both where they agree on all but the input size.
 * @param {import('../state/state.js').State} state
 * @returns {Axes[]}
 */
export function axesOf(state) {
  const [height, width] = /** @type {const} */ ([0, 1]).map((axis) =>
    JSON.stringify({ ...axisTerms(state, axis), input: 0 }),
  );
  return height === width ? [both] : apart;
}

/**
 * The axes of a layer, one entry for both where they agree in all, the size of X included.
 * @param {import('../state/state.js').State} state
 * @returns {Axes[]}
 */
export function axesOfLayer(state) {
  const [, , height, width] = state.x.shape;
  return height === width ? axesOf(state) : apart;
}
