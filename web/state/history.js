import { size } from './tensor.js';

/** @typedef {import('./state.js').State} State */

/**
 * What can be undone and redone: the states before, oldest first, and those after, nearest first.
 * @typedef {{ past: State[], present: State, future: State[] }} History
 */

const mostSteps = 500;
const fewestSteps = 20;
// Every step may hold its own copy of the tensors: this many numbers are 64 MB.
const mostNumbers = 2 ** 23;

/**
 * A history that begins with this state.
 * @param {State} state
 * @returns {History}
 */
export function started(state) {
  return { past: [], present: state, future: [] };
}

/**
 * The history after a change, which ends what could be redone; the same history when nothing changed.
 * @param {History} history
 * @param {State} state
 * @returns {History}
 */
export function committed(history, state) {
  if (sameData(history.present, state)) return history;
  const numbers = size(state.x.shape) + size(state.k.shape);
  const steps = Math.max(fewestSteps, Math.min(mostSteps, Math.floor(mostNumbers / numbers)));
  return { past: [...history.past, history.present].slice(-steps), present: state, future: [] };
}

/**
 * The history a step earlier, or itself at its beginning.
 * @param {History} history
 * @returns {History}
 */
export function undone(history) {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past[past.length - 1], future: [present, ...future] };
}

/**
 * The history a step later, or itself at its end.
 * @param {History} history
 * @returns {History}
 */
export function redone(history) {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, present], present: future[0], future: future.slice(1) };
}

/**
 * Whether two pieces of a state are the same plain data.
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
export function sameData(a, b) {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  // Of a tensor's many numbers no names are made.
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => sameData(each, b[i]));
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && sameData(a[key], b[key]))
  );
}
