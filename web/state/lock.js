import { layerFields } from './fields.js';
import { sameShape } from './tensor.js';

/**
 * @typedef {import('./fields.js').Part} Part
 * @typedef {import('./fields.js').Operand} Operand
 * @typedef {import('./state.js').State} State
 * @typedef {Part | `${Operand}-size`} Lock
 */

/** The parts of a layer that a link can lock: X and K whole, or their sizes alone.
 * @type {readonly Lock[]} */
export const lockable = ['operation', 'settings', 'x', 'x-size', 'k', 'k-size', 'bias'];

/** The parts of the page that a link can leave out. */
export const hideable = /** @type {const} */ ([
  'header',
  'lesson',
  'settings',
  'formula',
  'sentence',
  'picture',
  'player',
  'panels',
]);

/** Whether a tensor's size is locked, by itself or with its numbers.
 * @param {readonly string[]} lock names of parts @param {Operand} operand */
export const sizeLocked = (lock, operand) =>
  lock.includes(operand) || lock.includes(`${operand}-size`);

/**
 * Whether a change leaves alone what is locked.
 * @param {readonly string[]} lock names of parts
 * @param {State} before
 * @param {State} after
 */
export const allowed = (lock, before, after) =>
  layerFields().every(
    (field) => !lock.includes(/** @type {Part} */ (field.part)) || sameValue(field, before, after),
  ) &&
  /** @type {const} */ (['x', 'k']).every(
    (operand) =>
      !sizeLocked(lock, operand) || sameShape(before[operand].shape, after[operand].shape),
  );

/**
 * Whether one may go back or on to another state: what is locked is the same there, and still locked.
 * @param {readonly string[]} lock names of parts
 * @param {State} before
 * @param {State} after
 */
export const reachable = (lock, before, after) =>
  before.lock.every((part) => after.lock.includes(part)) && allowed(lock, before, after);

/** @param {import('./fields.js').Field} field @param {State} before @param {State} after */
function sameValue({ name, codec }, before, after) {
  const [one, other] = [before[name], after[name]];
  if (one === other) return true;
  // Read from two links, the same value is two.
  return one !== undefined && other !== undefined && codec.write(one) === codec.write(other);
}
