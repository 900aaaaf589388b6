import { literal } from '../state/tensor.js';
import { asked, otherOp } from './asked.js';

/**
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./evaluate.js').Dense} Dense
 */

/**
 * The other operation with the same kernel and settings: the sizes go back. A transposed convolution gets
 * the output padding that makes its output as large as the input was.
 * @param {import('../engine/engine.d.ts').Engine} engine
 * @param {State} state
 * @returns {State} with the input that it had
 */
export function otherLayer(engine, state) {
  const layer = asked(engine, state);
  const repairs = /** @type {const} */ (['height', 'width']).map((axis, i) => {
    const size = state.x.shape[2 + i];
    const [trip] = layer.trips(axis, size, size);
    return trip?.repair ?? 0;
  });
  return {
    ...state,
    op: otherOp(state.op),
    // K stays: what it has first are the outputs of a convolution and the inputs of a transposed one.
    bias: undefined,
    outputPadding: state.op === 'conv' ? repairs : [0],
  };
}

/**
 * The other operation on a layer's output.
 * @param {import('../engine/engine.d.ts').Engine} engine
 * @param {State} state
 * @param {{ y: Dense }} outcome
 * @returns {State}
 */
export const wayBack = (engine, state, { y }) => ({
  ...otherLayer(engine, state),
  x: literal(y.shape, Array.from(y.data)),
});
