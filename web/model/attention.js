import { size } from '../state/tensor.js';

/**
 * What a person looks at: several things may be selected at once, by pointer, focus, the player's step and
 * a pin, and the one that was used last is explained.
 *
 * @typedef {import('./explain.js').Operand} Operand
 * @typedef {import('./explain.js').Selection} Selection
 * @typedef {'pointer' | 'focus' | 'step' | 'pin'} Way
 * @typedef {Partial<Record<Way, Selection>>} Selected
 * @typedef {readonly Way[]} Used the ways by which something was selected, the last one first
 */

/** The order of ways that nobody has used: a link may open with a step and a pin. @type {Used} */
const unused = ['pointer', 'focus', 'step', 'pin'];

/**
 * The ways after one of them was used.
 * @param {Used} used
 * @param {Way} way
 * @returns {Used} the same, if it was the last one already
 */
export function usedLast(used, way) {
  return used[0] === way ? used : [way, ...used.filter((other) => other !== way)];
}

/**
 * What is explained: of what is selected in the present tensors, that which was selected last.
 * @param {Used} used
 * @param {Selected} selected
 * @param {Partial<Record<Operand, { shape: number[] } | undefined>>} tensors
 * @returns {Selection | undefined}
 */
export function attended(used, selected, tensors) {
  const within = (/** @type {Operand} */ operand, /** @type {number} */ offset) =>
    offset < size(tensors[operand]?.shape ?? [0]);
  return [...used, ...unused]
    .map((way) => selected[way])
    .find((selection) => {
      if (!selection) return false;
      return 'operand' in selection
        ? within(selection.operand, selection.offset)
        : within('x', selection.x) && within('y', selection.y);
    });
}
