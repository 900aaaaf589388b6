import { cellAt } from '../state/tensor.js';
import { asked } from './asked.js';
import { linksOf } from './explain.js';
import { perAxis } from './settings.js';
import { cellsAt, modeOf, stepCount } from './steps.js';

/**
 * The output while the player is at a step: the sums so far, and the cells that none has reached.
 *
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./evaluate.js').Dense} Dense
 * @typedef {{ x: Dense, k: Dense, y: Dense, steps: import('../engine/engine.d.ts').Steps }} Valid
 *   the outcome of a valid layer
 *
 * @typedef {object} Progress
 * @property {Dense} y of a cell that is not reached, any number
 * @property {(offset: number) => boolean} reached
 */

/**
 * Y by either reading at a step.
 * @param {Engine} engine
 * @param {State} state of a valid layer
 * @param {Valid} outcome
 * @param {number} step from 0
 * @returns {{ scatter?: Progress, gather?: Progress }} what the mode shows; at the last step, Y
 */
export function progressAt(engine, state, outcome, step) {
  const mode = modeOf(state);
  const at = cellsAt(mode, step, outcome);
  const last = step >= stepCount(mode, outcome) - 1;
  const whole = { y: outcome.y, reached: () => true };
  return {
    scatter: mode === 'gather' ? undefined : last ? whole : scattered(engine, state, outcome, at.x),
    gather:
      mode === 'scatter' ? undefined : last ? whole : { y: outcome.y, reached: (y) => y <= at.y },
  };
}

/**
 * What the cells of X up to one have stamped, on the bias.
 * @param {Engine} engine
 * @param {State} state
 * @param {Valid} outcome
 * @param {number} last the offset of the cell of X
 * @returns {Progress}
 */
function scattered(engine, state, outcome, last) {
  const { x, k, y } = outcome;
  const first = firstStamps(state, outcome);
  const reached = (/** @type {number} */ offset) => first(offset) <= last;
  if (!x.data.every(Number.isFinite) || !k.data.every(Number.isFinite)) {
    return { y: { shape: y.shape, data: summed(engine, state, outcome, last) }, reached };
  }
  const stamps = { shape: x.shape, data: x.data.slice() };
  stamps.data.fill(0, last + 1);
  return { y: asked(engine, state).run(stamps, k), reached };
}

/**
 * The same, multiplication by multiplication: a 0 in the place of the cells of X still to come would
 * make NaN of a weight that is not finite.
 * @param {Engine} engine
 * @param {State} state
 * @param {Valid} outcome
 * @param {number} last
 */
function summed(engine, state, { x, k, y }, last) {
  const area = y.shape[2] * y.shape[3];
  const sums = y.data.map((_, offset) => {
    const channel = Math.floor(offset / area) % y.shape[1];
    return state.bias?.[channel] ?? 0;
  });
  for (let offset = 0; offset <= last; offset++) {
    for (const link of linksOf(engine, state, { operand: 'x', offset })) {
      sums[link.y] += x.data[link.x] * k.data[link.k];
    }
  }
  return sums;
}

/**
 * For each cell of Y the first cell of X that stamps on it, by its offset; Infinity where none does.
 * The rows of X and its columns that reach a cell are those under the window that collects it, so the
 * first of each are looked up by themselves.
 * @param {State} state
 * @param {Valid} outcome
 */
function firstStamps(state, { x, k, y, steps }) {
  const [, channels, height, width] = x.shape;
  const [down, across] = perAxis(state.dilation);
  const rows = firsts(steps.rows, y.shape[2], steps.step[0], k.shape[2], down);
  const columns = firsts(steps.columns, y.shape[3], steps.step[1], k.shape[3], across);
  return (/** @type {number} */ offset) => {
    const [, channel, row, column] = cellAt(y.shape, offset);
    const group = Math.floor((channel * state.groups) / y.shape[1]);
    const plane = (group * channels) / state.groups;
    return (plane * height + rows[row]) * width + columns[column];
  };
}

/**
 * @param {Int32Array} line what each row (or column) under the window is; see Steps
 * @param {number} count of Y's rows
 * @param {number} step from one window to the next
 * @param {number} taps
 * @param {number} dilation
 * @returns {number[]} for each of Y's rows the first of X's under its window, or Infinity
 */
function firsts(line, count, step, taps, dilation) {
  return Array.from({ length: count }, (_, row) => {
    let first = Infinity;
    for (let tap = 0; tap < taps; tap++) {
      const source = line[row * step + tap * dilation];
      if (source >= 0) first = Math.min(first, source);
    }
    return first;
  });
}
