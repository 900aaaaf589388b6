import { letter, shapeName } from '../model/names.js';
import { channels, withBiasPasted, withPasted } from '../state/state.js';
import { cellAt } from '../state/tensor.js';

/**
 * @typedef {import('../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('../state/problem.js').Problem} Problem
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../state/text/read.js').Pasted} Pasted
 */

/**
 * The state with what was pasted into a cell of X, K or the bias: in the place of all of the operand, or
 * laid over it from that cell on.
 * @param {State} state the operand a literal
 * @param {{ operand: 'x' | 'k' | 'b', offset: number }} cell
 * @param {Pasted} pasted
 * @param {import('../engine/engine.d.ts').Engine['editingFault']} fault
 * @returns {{ state: State } | { problem: Problem } | { fault: FaultReport }}
 */
export function withPaste(state, { operand, offset }, { tensor, whole }, fault) {
  if (operand === 'b') return withBiasPasted(state, whole ? undefined : offset, tensor.data);
  const cell = whole ? undefined : cellAt(state[operand].shape, offset);
  return withPasted(state, operand, cell, tensor, fault);
}

/**
 * What an operand has become, in words.
 * @param {State} state
 * @param {'x' | 'k' | 'b'} operand
 * @param {import('../i18n/index.js').Translate} t
 */
export function pastedSentence(state, operand, t) {
  const shape = operand === 'b' ? [1, 1, channels(state).output, 1] : state[operand].shape;
  return t('paste.done', { name: letter(operand), shape: shapeName(operand, shape) });
}
