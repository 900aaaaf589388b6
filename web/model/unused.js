/**
 * The cells of X that no multiplication uses: a stride steps over them, or padding crops all they stamp.
 *
 * @typedef {import('../engine/engine.d.ts').Steps} Steps
 */

/** @type {WeakMap<Steps, (offset: number) => boolean>} */
const known = new WeakMap();

/**
 * Whether a cell of X, by its offset, is one of them.
 * @param {Steps} steps
 * @param {readonly number[]} shape of X
 */
export function unusedCells(steps, [, , height, width]) {
  const before = known.get(steps);
  if (before) return before;
  const [rows, columns] = [new Set(steps.unusedRows), new Set(steps.unusedColumns)];
  /** @param {number} offset */
  const unused = (offset) =>
    rows.has(Math.floor(offset / width) % height) || columns.has(offset % width);
  known.set(steps, unused);
  return unused;
}
