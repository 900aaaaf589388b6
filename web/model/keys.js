/**
 * Where the keys of a spreadsheet lead in a rectangle of cells.
 *
 * @typedef {{ row: number, column: number }} Position
 * @typedef {{ top: number, left: number, bottom: number, right: number }} Bounds the first and the last
 *   row and column
 * @typedef {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>} Stroke
 */

/** @type {Record<string, [down: number, right: number]>} */
export const arrows = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const between = (
  /** @type {number} */ least,
  /** @type {number} */ at,
  /** @type {number} */ most,
) => Math.max(least, Math.min(most, at));

/**
 * Where an arrow, Home or End leads, which is no further than the edge; nowhere for other keys.
 * @param {Stroke} stroke
 * @param {Position} position
 * @param {Bounds} bounds
 * @returns {Position | undefined}
 */
export function moved({ key, ctrlKey, metaKey, altKey, shiftKey }, { row, column }, bounds) {
  if (altKey || shiftKey) return undefined;
  const { top, left, bottom, right } = bounds;
  const control = ctrlKey || metaKey;
  if (key === 'Home') return { row: control ? top : row, column: left };
  if (key === 'End') return { row: control ? bottom : row, column: right };
  if (control || !Object.hasOwn(arrows, key)) return undefined;
  const [down, across] = arrows[key];
  return {
    row: between(top, row + down, bottom),
    column: between(left, column + across, right),
  };
}

/**
 * Where typing goes on: Enter leads down, Tab to the next cell in the order of reading, Shift back. Enter
 * stays at the edge; Tab leads out of the cells, which is nowhere.
 * @param {Stroke} stroke
 * @param {Position} position
 * @param {Bounds} bounds
 * @returns {Position | undefined}
 */
export function advanced({ key, shiftKey, altKey }, { row, column }, bounds) {
  if (altKey) return undefined;
  const { top, left, bottom, right } = bounds;
  const step = shiftKey ? -1 : 1;
  if (key === 'Enter') return { row: between(top, row + step, bottom), column };
  if (key !== 'Tab') return undefined;
  const columns = right - left + 1;
  const next = (row - top) * columns + (column - left) + step;
  const to = { row: top + Math.floor(next / columns), column: left + (next % columns) };
  return next < 0 || to.row > bottom ? undefined : to;
}
