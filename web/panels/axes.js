import { axisTerms } from '../model/settings.js';

/** @typedef {{ name: 'height' | 'width', indices: (0 | 1)[] }} Axes one axis, or both as the first */

/**
 * The axes of a state's settings, one entry for both where they agree on all but the input size.
 * @param {import('../state/state.js').State} state
 * @returns {Axes[]}
 */
export function axesOf(state) {
  const [height, width] = /** @type {const} */ ([0, 1]).map((axis) =>
    JSON.stringify({ ...axisTerms(state, axis), input: 0 }),
  );
  if (height === width) return [{ name: 'height', indices: [0, 1] }];
  return [
    { name: 'height', indices: [0] },
    { name: 'width', indices: [1] },
  ];
}
