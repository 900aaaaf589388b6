import { letter, shapeName } from '../model/names.js';
import { problemSentence } from '../model/problems.js';
import { faultSentence } from '../model/refusals.js';
import { allowed } from '../state/lock.js';
import { isProblem } from '../state/problem.js';
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
function withPaste(state, { operand, offset }, { tensor, whole }, fault) {
  if (operand === 'b') return withBiasPasted(state, whole ? undefined : offset, tensor.data);
  const cell = whole ? undefined : cellAt(state[operand].shape, offset);
  return withPasted(state, operand, cell, tensor, fault);
}

/**
 * The state after a paste, or why there is none, in words.
 * @param {{ operand: 'x' | 'k' | 'b', offset: number }} cell
 * @param {Pasted | Problem} read
 * @param {object} given
 * @param {import('../engine/engine.d.ts').Engine} given.engine
 * @param {State} given.present
 * @param {State} given.before the present one with the operand a literal
 * @param {readonly string[]} given.lock
 * @param {import('../i18n/index.js').Language} given.language
 * @param {import('../i18n/index.js').Translate} given.t
 * @returns {{ state: State } | { why: string }}
 */
export function pastedInto(cell, read, { engine, present, before, lock, language, t }) {
  if (isProblem(read)) return { why: problemSentence(read, t) };
  const pasted = withPaste(before, cell, read, engine.editingFault);
  if ('problem' in pasted) return { why: problemSentence(pasted.problem, t) };
  if ('fault' in pasted) return { why: faultSentence(pasted.fault, t, language) };
  return allowed(lock, present, pasted.state) ? pasted : { why: t('paste.locked') };
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

/**
 * Whether the channels of what was pasted may be last, as TensorFlow prints them: the last dimension is then
 * the shorter one, or the taps come first.
 * @param {'x' | 'k' | 'b'} operand
 * @param {Pasted | Problem} read
 */
export function mayBeLast(operand, read) {
  if (isProblem(read) || operand === 'b' || !read.whole) return false;
  const [first, second, height, width] = read.tensor.shape;
  if (operand === 'x') return width < second;
  return first * second > 1 && (height !== width || first === second);
}
