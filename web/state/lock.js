/**
 * The parts of a state that a link can lock, and what they stand for.
 * @typedef {import('./state.js').State} State
 * @type {Record<string, (keyof State)[]>}
 */
export const lockable = {
  operation: ['op'],
  settings: ['stride', 'dilation', 'padding', 'outputPadding', 'groups'],
  x: ['x'],
  k: ['k'],
  bias: ['bias'],
};

/**
 * Whether a change leaves alone what is locked.
 * @param {readonly string[]} lock names of parts
 * @param {State} before
 * @param {State} after
 */
export const allowed = (lock, before, after) =>
  lock.every((part) => (lockable[part] ?? []).every((key) => before[key] === after[key]));
