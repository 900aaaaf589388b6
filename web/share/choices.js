/**
 * What a link that is handed on says besides the layer: how the page looks, what is open, and, for a class,
 * what is left out and what cannot be changed.
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {'lang' | 'theme' | 'panel' | 'at' | 'step' | 'play'} Key
 * @typedef {{ said: readonly Key[], hide: readonly string[], lock: readonly string[], pack: boolean }} Choices
 *   `said`: the keys that the link has; `pack`: whether long tensors are packed
 */

/** @type {readonly Key[]} */
export const keys = ['lang', 'theme', 'panel', 'at', 'step', 'play'];

/**
 * What the keys would say; a key without a value cannot be had.
 * @param {State} state
 * @param {object} page what is shown
 * @param {State['lang']} page.language
 * @param {'light' | 'dark'} page.scheme
 * @param {string} page.panel the open one
 * @returns {Pick<State, Key>}
 */
export const valuesOf = (state, { language, scheme, panel }) => ({
  lang: state.lang ?? language,
  theme: state.theme ?? scheme,
  panel: state.panel ?? panel,
  at: state.at,
  step: state.step,
  play: '1',
});

/** The choices that give the link of the page as it is. @param {State} state @returns {Choices} */
export const chosenAtFirst = (state) => ({
  said: keys.filter((key) => state[key] !== undefined),
  hide: state.hide,
  lock: state.lock,
  pack: true,
});

/** Whether what a key says is of a part that is there. @param {Key} key @param {readonly string[]} hide */
const isSeen = (key, hide) =>
  !(key === 'panel' && hide.includes('panels')) && !(key === 'play' && hide.includes('player'));

/**
 * The state that is handed on.
 * @param {State} state
 * @param {Pick<State, Key>} values
 * @param {Choices} choices
 * @returns {State}
 */
export const shared = (state, values, { said, hide, lock }) => ({
  ...state,
  ...Object.fromEntries(
    keys.map((key) => [key, said.includes(key) && isSeen(key, hide) ? values[key] : undefined]),
  ),
  hide: [...hide],
  lock: [...lock],
});

/**
 * A list with a name in it or without.
 * @template {string} Name
 * @param {readonly Name[]} list
 * @param {Name} name
 * @param {boolean} on
 * @returns {Name[]}
 */
export const withName = (list, name, on) =>
  on ? [...list.filter((each) => each !== name), name] : list.filter((each) => each !== name);

/** What leaves nothing but numbers to be changed, once all of it is locked: X's size would be left. */
const sizesOthers = ['operation', 'settings', 'k'];

/**
 * The locked parts with one locked or not. What is locked as a whole is not named by its size too; and with
 * the operation, the settings and the kernel goes the size of X, which can be given back.
 * @param {readonly string[]} lock
 * @param {string} name
 * @param {boolean} on
 */
export function withLock(lock, name, on) {
  const next = withName(lock, name, on);
  const before = sizesOthers.every((each) => lock.includes(each));
  const after = sizesOthers.every((each) => next.includes(each));
  const size = before === after ? next : withName(next, 'x-size', after);
  return size.filter(
    (each) => !next.includes(each.replace(/-size$/, '')) || !each.endsWith('-size'),
  );
}
