import { layerOf } from '../../state/layer.js';
import { literal } from '../../state/tensor.js';
import { defaults } from '../../state/state.js';

/** @typedef {import('../../state/state.js').State} State */

/** The article's layer, on which 16, 17 and 18 become 6 alike; its X as large as there. @type {State} */
export const article = {
  ...defaults,
  op: 'conv',
  x: { shape: [1, 1, 16, 16], generator: 'rand', args: [1] },
  k: literal([5, 5], new Array(25).fill(1)),
  stride: [3],
  padding: [2],
};

/**
 * The state with the article's layer in the place of its own.
 * @param {State} state
 * @returns {State}
 */
export function withArticle(state) {
  const k = { shape: [1, 1, 5, 5], generator: 'rand', args: [2] };
  return { ...state, ...layerOf(article), k };
}

/**
 * Whether a layer has something to show here: without a stride, every size comes back.
 * @param {State} state
 */
export const strides = ({ stride }) => stride.some((step) => step > 1);
