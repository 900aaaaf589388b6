import { formatLink } from '../state/link.js';
import { layerFault } from './evaluate.js';
import { problemSentence } from './problems.js';
import { nearestSentence, withNearest } from './refusals.js';
import { remedies } from './remedies.js';

/**
 * What is wrong with the layer of an error message, and what would put it right.
 *
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../state/problem.js').Problem} Problem
 * @typedef {import('../i18n/index.js').Translate} Translate
 */

/** How many rules are put right one after the other. */
const mostSteps = 8;

/**
 * @param {Engine} engine
 * @param {{ state: State, wrong?: Problem, remedies?: { words: Problem, state: State }[] }} choice of `understood`
 * @param {Translate} t with the words of web/code
 * @param {readonly string[]} [lock] the parts that cannot be changed
 * @returns {{ wrong: string, remedies: { words: string, state: State }[] }} layers that can be, the best first
 */
export function diagnosed(engine, { state, wrong, remedies: own = [] }, t, lock = []) {
  const fault = layerFault(engine, state);
  const known = own.map((each) => ({ words: problemSentence(each.words, t), state: each.state }));
  const rules = fault
    ? remedies(engine, state, fault, lock).map((nearest) => ({
        words: nearestSentence(nearest, t),
        state: withNearest(state, nearest),
      }))
    : [];
  /** @type {Set<string>} */
  const seen = new Set();
  const all = [...known, ...rules].flatMap((remedy) => {
    const whole = repaired(engine, remedy, t);
    const link = whole && formatLink(whole.state);
    if (!whole || !link || seen.has(link)) return [];
    seen.add(link);
    return [whole];
  });
  return { wrong: wrong ? problemSentence(wrong, t) : '', remedies: all };
}

/**
 * The remedy with whatever else has to be put right; nothing where that is not to be had.
 * @param {Engine} engine
 * @param {{ words: string, state: State }} remedy
 * @param {Translate} t
 */
function repaired(engine, { words, state }, t) {
  for (let step = 0; step < mostSteps; step++) {
    const fault = layerFault(engine, state);
    if (!fault) return { words, state };
    if (!fault.nearest) return undefined;
    state = withNearest(state, fault.nearest);
    words = `${words}; ${nearestSentence(fault.nearest, t)}`;
  }
  return undefined;
}
