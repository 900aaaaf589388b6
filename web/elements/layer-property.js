import { sameLayer } from '../state/layer.js';

/** @typedef {import('../state/state.js').State} State */

/**
 * The declaration of a property `state` of an element that shows no numbers, and is not drawn again for
 * them: most edits change one.
 */
export const layerProperty = {
  attribute: false,
  hasChanged: (/** @type {State} */ state, /** @type {State | undefined} */ before) =>
    !before || !sameLayer(state, before),
};
