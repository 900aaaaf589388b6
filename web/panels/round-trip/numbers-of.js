import { asked } from '../../model/asked.js';
import { otherLayer } from '../../model/way-back.js';

/**
 * The numbers of a layer there and back.
 *
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../../engine/engine.d.ts').Inverse} Inverse
 * @typedef {import('../../model/evaluate.js').Dense} Dense
 * @typedef {import('../panel-element.js').Complete} Complete
 */

/** The most multiplications of a layer whose inverse takes no time worth waiting for. */
const atOnce = 1500;

/**
 * What the other operation makes of Y with the same kernel and settings. Of conv2d's Y it is in the
 * shape of X: with the output padding that leads there.
 * @param {Engine} engine
 * @param {State} state
 * @param {Complete} outcome
 * @returns {{ run: (by: Engine) => Dense, outputPadding: number[] }}
 */
export function returning(engine, state, { k, y }) {
  const other = otherLayer(engine, state);
  const outputPadding = state.op === 'conv' ? other.outputPadding : [];
  return { run: (by) => asked(by, other).run(y, k), outputPadding };
}

/**
 * Whether the inverse is found at once, rather than after the page is painted.
 * @param {Engine} engine
 * @param {State} state
 */
export function isQuick(engine, state) {
  return asked(engine, state).cost().multiplications < atOnce;
}

/**
 * The X* that a deconvolution finds; nothing for a layer that is too large.
 * @param {Engine} engine
 * @param {State} state
 * @param {Complete} outcome
 */
export function inverted(engine, state, { x, k }) {
  const layer = asked(engine, state);
  // A larger one need not be handed over to be refused.
  if (layer.cost().multiplications > engine.limits.inverted) return undefined;
  return layer.leastSquares(x, k);
}
