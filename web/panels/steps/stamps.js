import { operationOf, optionsOf, runOf } from '../../model/asked.js';

/**
 * Stamps and their sums, on the output before padding crops it. They are made by the layer itself, from
 * an X with all other cells at 0.
 *
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../../model/evaluate.js').Dense} Dense
 * @typedef {import('../../state/state.js').State} State
 *
 * @typedef {object} Stamp
 * @property {Dense} tensor the full output
 * @property {(offset: number) => boolean} reached whether anything was stamped on a cell, be it 0
 */

/**
 * What the cells of X that are kept make of the layer.
 * @param {Engine} engine
 * @param {State} state
 * @param {{ x: Dense, k: Dense }} operands
 * @param {(offset: number) => boolean} kept
 * @returns {Stamp}
 */
export function stamped(engine, state, { x, k }, kept) {
  const transposed = state.op === 'tconv';
  const { bias: _, ...settings } = optionsOf(state);
  const options = transposed ? { ...settings, padding: 0 } : settings;
  const run = runOf(engine, operationOf(state));
  const keeping = (/** @type {(value: number) => number} */ value) => ({
    shape: x.shape,
    data: x.data.map((number, offset) => (kept(offset) ? value(number) : 0)),
  });
  const touches = { shape: k.shape, data: new Float64Array(k.data.length).fill(1) };
  const counts = run(
    keeping(() => 1),
    touches,
    options,
  );
  return {
    tensor: run(
      keeping((number) => number),
      k,
      options,
    ),
    reached: (offset) => counts.data[offset] > 0,
  };
}
