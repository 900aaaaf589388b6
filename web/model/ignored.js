import { lessonNumber } from '../state/lessons.js';
import { hideable, lockable } from '../state/lock.js';
import { problem } from '../state/problem.js';
import { lastStep } from './steps.js';

/**
 * What a link, or an attribute, asks for and this layer or page does not have: it is said, not passed over.
 *
 * @typedef {import('../state/problem.js').Problem} Problem
 * @typedef {import('../state/state.js').State} State
 */

/**
 * @param {State} state
 * @param {import('./evaluate.js').Outcome} outcome
 * @param {object} page
 * @param {readonly string[]} page.panels the names of the panels that there are
 * @param {readonly string[]} page.hide parts to leave out, as they were named
 * @param {readonly string[]} page.lock parts that cannot be changed, as they were named
 * @returns {Problem[]} each about a key of the link
 */
export function ignored(state, outcome, { panels, hide, lock }) {
  return [
    ...none('panel', state.panel === undefined ? [] : [state.panel], panels),
    ...none('hide', hide, hideable),
    ...none('lock', lock, lockable),
    ...cell(state, outcome),
    ...step(state, outcome),
    ...outputPadding(state),
    ...hidden(state),
    ...lesson(state),
  ];
}

/** @param {State} state @returns {Problem[]} */
const lesson = ({ lesson: name }) =>
  name === undefined || lessonNumber(name) !== undefined
    ? []
    : [{ ...problem('no-lesson', {}, name), field: 'lesson' }];

/** What only some parts of the page show. */
const places = /** @type {const} */ ({ panel: 'panels', play: 'player' });

/** What the link asks for and hides itself; a page around may hide what it likes.
 * @param {State} state @returns {Problem[]} */
const hidden = (state) =>
  /** @type {const} */ (['panel', 'play']).flatMap((field) => {
    const [value, part] = [state[field], places[field]];
    if (value === undefined || !state.hide.includes(part)) return [];
    return [{ ...problem('hidden-part', { part }, `${field}=${value}`), field }];
  });

/** A convolution's. @param {State} state @returns {Problem[]} */
function outputPadding({ op, outputPadding }) {
  if (op === 'tconv' || outputPadding.every((more) => more === 0)) return [];
  return [{ ...problem('no-output-padding', {}, outputPadding.join(',')), field: 'o' }];
}

/**
 * @param {string} field
 * @param {readonly string[]} names
 * @param {readonly string[]} known
 * @returns {Problem[]}
 */
const none = (field, names, known) =>
  names
    .filter((name) => name !== '' && !known.includes(name))
    .map((name) => ({ ...problem('word', { choices: known.join(', ') }, name), field }));

/** @param {State} state @param {import('./evaluate.js').Outcome} outcome
 * @returns {Problem[]} */
function cell({ at }, outcome) {
  const shape = at && outcome[at.operand]?.shape;
  if (!shape || at.cell.every((index, i) => index < shape[i])) return [];
  const indices = at.operand === 'k' ? at.cell : at.cell.slice(1);
  const sizes = at.operand === 'k' ? shape : shape.slice(1);
  const name = at.operand.toUpperCase();
  return [
    { ...problem('no-cell', { name, shape: sizes.join(' × ') }, indices.join(',')), field: 'at' },
  ];
}

/** @param {State} state @param {import('./evaluate.js').Outcome} outcome
 * @returns {Problem[]} */
function step(state, outcome) {
  if (outcome.large) return notStepped(state);
  const last = lastStep(state, outcome);
  if (state.step === undefined || state.step <= last) return [];
  return [{ ...problem('no-step', { last }, String(state.step)), field: 'step' }];
}

/** What is asked of a player that a large layer does not have. @param {State} state @returns {Problem[]} */
const notStepped = (state) =>
  /** @type {const} */ (['mode', 'step', 'play']).flatMap((field) =>
    state[field] === undefined
      ? []
      : [{ ...problem('not-stepped', {}, `${field}=${state[field]}`), field }],
  );
