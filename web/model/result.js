import { partOf } from './drafts.js';
import { problemSentence } from './problems.js';
import { draftSentence } from './refusals.js';

/**
 * What the element's property `result` says to the page around.
 *
 * @typedef {import('./evaluate.js').Outcome} Outcome
 * @typedef {import('./refusals.js').Said} Said
 * @typedef {{ code: string, field?: string, axis?: string, message: string }} Reason
 * @typedef {{ y: { shape: number[], data: Float64Array } } | { error: Reason }} Result
 */

/**
 * Of a link that cannot be read.
 * @param {readonly import('../state/problem.js').Problem[]} problems at least one
 * @param {Said} said
 * @returns {Result}
 */
export function resultOfLink([problem], { t }) {
  const { code, field } = problem;
  return { error: { code, field, message: problemSentence(problem, t) } };
}

/**
 * The output, or why there is none: what was typed last and cannot be, or the layer's fault.
 * @param {import('../state/state.js').State} state
 * @param {Outcome} outcome
 * @param {ReadonlyMap<string, import('./drafts.js').Draft>} drafts
 * @param {Said} said
 * @returns {Result | undefined} nothing while it is being computed
 */
export function resultOf(state, outcome, drafts, said) {
  for (const [field, draft] of drafts) {
    const { code, field: part, axis } = draft.fault ?? { code: 'number', field: partOf(field) };
    const message = draftSentence(field, draft, state, said);
    return { error: { code, field: part, axis, message } };
  }
  if (outcome.y) return { y: outcome.y };
  if (outcome.computing && !outcome.fault) return undefined;
  const { code, field, axis, message } = /** @type {NonNullable<Outcome['fault']>} */ (
    outcome.fault
  );
  return { error: { code, field, axis, message } };
}
