import { literal } from '../state/tensor.js';
import { asked, otherOp } from './asked.js';

/**
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./evaluate.js').Dense} Dense
 */

/**
 * The other operation on a layer's output, with the same settings: the sizes go back. A transposed
 * convolution gets the output padding that makes its output as large as the input was.
 * @param {import('../engine/engine.d.ts').Engine} engine
 * @param {State} state
 * @param {{ y: Dense }} outcome
 * @returns {State}
 */
export function wayBack(engine, state, { y }) {
  const repairs = /** @type {const} */ (['height', 'width']).map((axis, i) => {
    const size = state.x.shape[2 + i];
    const [trip] = asked(engine, state).trips(axis, size, size);
    return trip?.repair ?? 0;
  });
  return {
    ...state,
    op: otherOp(state.op),
    // K stays: what it has first are the outputs of a convolution and the inputs of a transposed one.
    x: literal(y.shape, Array.from(y.data)),
    bias: undefined,
    outputPadding: state.op === 'conv' ? repairs : [0],
  };
}
