import { channels } from '../state/state.js';
import { axisTerms } from './settings.js';

/**
 * The place that Y is to take, kept while the engine is on its way so that nothing moves when it comes. The
 * engine alone says how large Y is and whether there is one: this is never shown as a number, and
 * tests/web/room.test.js holds it to what the engine says.
 * @param {import('../state/state.js').State} state
 * @returns {[number, number, number, number]} a shape of at least one cell
 */
export function roomOf(state) {
  const [height, width] = /** @type {const} */ ([0, 1]).map((axis) => {
    const { input, kernel, stride, dilation, outputPadding, before, after } = axisTerms(
      state,
      axis,
    );
    const reach = dilation * (kernel - 1) + 1 - before - after;
    const cells =
      state.op === 'conv'
        ? Math.floor((input - reach) / stride) + 1
        : (input - 1) * stride + reach + outputPadding;
    return Math.max(1, cells) || 1;
  });
  return [state.x.shape[0], channels(state).output, height, width];
}
