import { cellAt, offset, size } from '../state/tensor.js';

/**
 * The steps of the player: what has been added up, or collected, so far.
 *
 * @typedef {import('./evaluate.js').Dense} Dense
 * @typedef {import('./evaluate.js').Outcome} Outcome
 * @typedef {import('../state/state.js').State} State
 * @typedef {NonNullable<import('../state/state.js').State['mode']>} Mode
 * @typedef {{ x: Dense, y: Dense }} Ends
 */

/**
 * How a state's steps are read. A convolution is met as a sliding window first; but a link that was
 * written with a step and no mode speaks of stamps.
 * @param {Pick<import('../state/state.js').State, 'op' | 'mode' | 'step'>} state
 * @returns {Mode}
 */
export const modeOf = ({ op, mode, step }) =>
  mode ?? (op === 'conv' && step === undefined ? 'gather' : 'scatter');

/**
 * How many steps there are: one for each cell of X that stamps, one for each cell of Y that collects;
 * both together take as many as the longer of the two.
 * @param {Mode} mode
 * @param {Ends} ends
 */
export function stepCount(mode, { x, y }) {
  const [stamps, sums] = [size(x.shape), size(y.shape)];
  return { scatter: stamps, gather: sums, both: Math.max(stamps, sums) }[mode];
}

/**
 * The last step of a state: -1 where it cannot be stepped through, without end while that is not known.
 * @param {State} state
 * @param {Outcome} outcome
 */
export function lastStep(state, { x, y, large }) {
  if (large) return -1;
  return x && y ? stepCount(modeOf(state), { x, y }) - 1 : Infinity;
}

/**
 * The cell of X that stamps and the cell of Y that collects at a step. In lock-step the shorter of the
 * two waits at times, so that both begin and end together.
 * @param {Mode} mode
 * @param {number} step from 0
 * @param {Ends} ends
 * @returns {{ x: number, y: number }} offsets
 */
export function cellsAt(mode, step, ends) {
  const count = stepCount(mode, ends);
  const at = Math.max(0, Math.min(step, count - 1)) + 1;
  const reached = (/** @type {Dense} */ tensor) => Math.ceil((at * size(tensor.shape)) / count) - 1;
  return { x: reached(ends.x), y: reached(ends.y) };
}

/**
 * What a step selects: the stamping cell, or the collecting one.
 * @param {Mode} mode
 * @param {number} step
 * @param {Ends} ends
 * @returns {import('./explain.js').Cell}
 */
export function stepCell(mode, step, ends) {
  const operand = mode === 'scatter' ? 'x' : 'y';
  return { operand, offset: cellsAt(mode, step, ends)[operand] };
}

/**
 * The cell of the player's step, when it is at one.
 * @param {State} state
 * @param {Outcome} outcome
 */
export function stepAt(state, { x, y, large }) {
  return state.step === undefined || !x || !y || large
    ? undefined
    : stepCell(modeOf(state), state.step, { x, y });
}

/**
 * The channels that are shown: the player's, while it is at a step, else those that are picked.
 * @param {State} state
 * @param {Outcome} outcome
 * @param {{ input: number, output: number }} picked
 */
export function channelsAt(state, outcome, picked) {
  const step = stepAt(state, outcome);
  const shape = step && outcome[step.operand]?.shape;
  if (!shape) return picked;
  const [, channel] = cellAt(shape, step.offset);
  return { ...picked, [step.operand === 'x' ? 'input' : 'output']: channel };
}

/**
 * The step of the same cell in another channel, where the player is at one of the channels of a side.
 * @param {State} state
 * @param {Outcome} outcome
 * @param {'input' | 'output'} side
 * @param {number} channel
 */
export function stepIn(state, outcome, side, channel) {
  const step = stepAt(state, outcome);
  const { x, y } = outcome;
  if (!step || !x || !y || step.operand !== (side === 'input' ? 'x' : 'y')) return undefined;
  const { shape } = { x, y }[step.operand];
  const there = offset(shape, cellAt(shape, step.offset).with(1, channel));
  // The first step at which it is reached: the shorter of two readings waits at times.
  return Math.floor((there * stepCount(modeOf(state), { x, y })) / size(shape));
}
