/**
 * A picture of one plane of a tensor has cells of its own; these go from one to the other.
 *
 * @typedef {import('../../model/explain.js').Selection} Selection
 * @typedef {import('../../engine/engine.d.ts').Overlap} Overlap
 */

/**
 * The cells of a plane among those of its tensor, counted from the plane's first.
 * @param {Iterable<number>} offsets
 * @param {{ first: number, count: number }} plane
 */
export function within(offsets, { first, count }) {
  const inside = new Set();
  for (const offset of offsets) {
    if (offset >= first && offset < first + count) inside.add(offset - first);
  }
  return /** @type {Set<number>} */ (inside);
}

/**
 * The phase that a cell of a plane is of, as an offset among the phases.
 * @param {Overlap} overlap
 * @param {number} cell
 */
export function phaseOf({ counts, height, width }, cell) {
  const columns = counts.shape[3];
  const row = Math.floor(cell / columns) % height.taps.length;
  return row * width.taps.length + ((cell % columns) % width.taps.length);
}

/**
 * A cell of a phase, away from the edges where there is one.
 * @param {Overlap} overlap
 * @param {number} phase
 */
export function cellOf({ counts, height, width }, phase) {
  const row = height.cells[Math.floor(phase / width.taps.length)];
  return row * counts.shape[3] + width.cells[phase % width.taps.length];
}
