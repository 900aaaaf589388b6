import { layerOf } from '../state/layer.js';
import { isLiteral } from '../state/tensor.js';
import { perAxis, perSide } from './settings.js';

/**
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./evaluate.js').Dense} Dense
 */

/**
 * A state's layer as programs are written of it.
 * @param {State} state
 * @param {{ x: Dense, k: Dense, y: Dense }} outcome what the engine made of it
 * @returns {import('../code/layer.js').Layer}
 */
export function written(state, { x, k, y }) {
  const { op, stride, dilation, outputPadding, padding } = state;
  const numbers = (
    /** @type {import('../state/tensor.js').Tensor} */ tensor,
    /** @type {Dense} */ dense,
  ) =>
    isLiteral(tensor)
      ? dense
      : { ...dense, generator: { name: tensor.generator, args: tensor.args } };
  return {
    ...layerOf(state),
    x: numbers(state.x, x),
    k: numbers(state.k, k),
    y,
    stride: perAxis(stride),
    dilation: perAxis(dilation),
    // A convolution reads none.
    outputPadding: op === 'conv' ? [0, 0] : perAxis(outputPadding),
    padding: perSide(padding),
  };
}
