import { formatLink } from '../state/link.js';
import { isProblem } from '../state/problem.js';
import { defaults, withBiasPasted, withPasted } from '../state/state.js';
import { literalOf } from './reading/roles.js';
import { understood } from './reading/understand.js';

/**
 * @typedef {import('../state/problem.js').Problem} Problem
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./reading/roles.js').Part} Part
 */

/**
 * What a text means, as links: of each layer in it, or of its tensors in the usual layer.
 * @param {string} text
 * @returns {{ links: string[], notes: Problem[], broken?: import('./reading/understand.js').Choice } | { problem: Problem }}
 *   `broken`: the layer of an error message
 */
export function linksIn(text) {
  const meaning = understood(text);
  if ('problem' in meaning) return meaning;
  if ('choices' in meaning) {
    const { choices, notes } = meaning;
    const links = choices.map(({ state }) => formatLink(state));
    const broken = choices.find(({ wrong }) => wrong);
    const all = [...notes, ...choices.flatMap((choice) => choice.notes)];
    return { links, notes: all, ...(broken ? { broken } : {}) };
  }
  const { parts, notes } = meaning;
  const state = withParts(
    defaults,
    parts.length === 1 ? [{ ...parts[0], role: parts[0].role ?? likely(parts[0]) }] : parts,
  );
  return isProblem(state) ? { problem: state } : { links: [formatLink(state)], notes };
}

/** X, unless it could not be: more than one at once are a kernel's. @param {Part} part @returns {'x' | 'k'} */
const likely = ({ shape }) => (shape.length === 4 && shape[0] > 1 ? 'k' : 'x');

/**
 * The state with the tensors of a text at their places; the rest follows.
 * @param {State} state
 * @param {readonly Part[]} parts each with a role
 * @returns {State | Problem}
 */
export function withParts(state, parts) {
  for (const part of [...parts].sort((a, b) => order(a) - order(b))) {
    const role = part.role ?? 'x';
    const next =
      role === 'b'
        ? withBiasPasted({ ...state, bias: [] }, undefined, part.data)
        : withPasted(state, role, undefined, literalOf(part, role, state.op), () => undefined);
    if ('problem' in next) return next.problem;
    if ('fault' in next) throw new Error('No fault was asked for');
    state = next.state;
  }
  return state;
}

/** X before K, whose channels then stay, and the bias, which has as many numbers, last. @param {Part} part */
const order = ({ role }) => (role === 'b' ? 2 : role === 'k' ? 1 : 0);
