import { cellAt, offset as offsetOf } from '../state/tensor.js';

/**
 * The cell that is pinned: a link's `at`.
 *
 * @typedef {import('./evaluate.js').Outcome} Outcome
 * @typedef {import('./explain.js').Cell} Cell
 * @typedef {import('../state/state.js').State} State
 */

/**
 * @param {State} state
 * @param {Outcome} outcome
 * @returns {Cell | undefined} none where the tensors have no such cell
 */
export function pinnedCell({ at }, outcome) {
  const shape = at && outcome[at.operand]?.shape;
  if (!shape || at.cell.some((index, i) => index >= shape[i])) return undefined;
  return { operand: at.operand, offset: offsetOf(shape, at.cell) };
}

/**
 * The state with a cell pinned, or with none when it was that one.
 * @param {State} state
 * @param {Outcome} outcome
 * @param {Cell} cell
 * @returns {State}
 */
export function withPin(state, outcome, { operand, offset }) {
  const shape = outcome[operand]?.shape;
  const pinned = pinnedCell(state, outcome);
  const same = !shape || (pinned?.operand === operand && pinned.offset === offset);
  return { ...state, at: same ? undefined : { operand, cell: cellAt(shape, offset) } };
}

/**
 * The picked channels, turned to those of the pinned cell.
 * @param {{ input: number, output: number }} channel
 * @param {State['at']} at
 */
export function channelWith(channel, at) {
  if (at?.operand === 'y') return { ...channel, output: at.cell[1] };
  return at?.operand === 'x' ? { ...channel, input: at.cell[1] } : channel;
}
