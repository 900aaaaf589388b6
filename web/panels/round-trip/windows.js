import { asked } from '../../model/asked.js';
import { axisTerms } from '../../model/settings.js';
import { windowOf } from '../../model/window.js';
import { defaults } from '../../state/state.js';

/**
 * How conv2d's windows lie along one axis. A place is a cell of its input or a zero of the padding.
 *
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 *
 * @typedef {object} Windows
 * @property {number} size how many cells the input has
 * @property {Int32Array} cells the cell at each place; below 0 for a zero
 * @property {number[][]} windows the places that each one reads
 * @property {number[]} next those of the window after the last, for which places are missing
 * @property {boolean[]} read whether any window reads a place
 */

/** The largest size whose windows are laid out. */
export const most = 4096;

/**
 * The windows over so many cells; none where not one of them fits, or there are too many cells.
 * @param {Engine} engine
 * @param {State} state whose settings are used
 * @param {0 | 1} axis height or width
 * @param {number} size
 * @returns {Windows | undefined}
 */
export function windowsOver(engine, state, axis, size) {
  if (size > most) return undefined;
  const { kernel, stride, dilation, before, after } = axisTerms(state, axis);
  // The axis by itself, as the width of a single row.
  const row = (/** @type {number} */ length) => ({ shape: [1, 1, 1, length], data: [] });
  /** @type {State} */
  const alone = {
    ...defaults,
    op: 'conv',
    x: row(size),
    k: row(kernel),
    stride: [1, stride],
    dilation: [1, dilation],
    padding: [0, 0, before, after],
  };
  const { layer } = asked(engine, alone).plan();
  if (!layer) return undefined;
  const steps = asked(engine, alone).steps();
  // The engine's plane ends where the last window does; what is left over is what there is to see.
  const cells = Int32Array.from({ length: before + size + after }, (_, place) =>
    place < before || place >= before + size ? -1 : place - before,
  );
  const count = layer.y[3];
  const y = row(count + 1);
  const [next, ...last] = Array.from(
    { length: count + 1 },
    (_, i) => windowOf(alone, { k: alone.k, y, steps }, count - i).taps,
  );
  const windows = last.reverse();
  const read = new Array(cells.length).fill(false);
  for (const place of windows.flat()) read[place] = true;
  return { size, cells, windows, next, read };
}

/**
 * What no window reads, and what the next one lacks.
 * @param {Windows} windows
 */
export function left({ cells, next, read }) {
  const unread = cells.filter((_, place) => !read[place]);
  const zeros = unread.filter((cell) => cell < 0).length;
  return { cells: unread.length - zeros, zeros, missing: next[next.length - 1] + 1 - cells.length };
}

/** How many places are drawn at the beginning and at the end of more than fit. */
const shown = { first: 11, last: 18 };

/**
 * The columns that places are drawn in, alike for neighbouring sizes: of a long axis those in the middle
 * have none, and one column stands for them.
 * @param {Windows[]} sizes
 * @returns {{ columnOf: (place: number) => number | undefined, columns: number, cut: number | undefined }}
 *   and the column of what is left out, if there is any
 */
export function columnsFor(sizes) {
  const end = Math.max(...sizes.map(({ next }) => next[next.length - 1] + 1));
  const cut = end - shown.last;
  if (cut <= shown.first + 1) return { columnOf: (place) => place, columns: end, cut: undefined };
  return {
    columnOf: (place) =>
      place < shown.first ? place : place >= cut ? place - cut + shown.first + 1 : undefined,
    columns: shown.first + 1 + shown.last,
    cut: shown.first,
  };
}

/** The most sizes that are drawn. */
const mostSizes = 4;

/**
 * Some of the neighbouring sizes that become the same one: the first and the last, and the layer's own.
 * @param {number[]} sizes
 * @param {number} own
 */
export function someOf(sizes, own) {
  if (sizes.length <= mostSizes) return sizes;
  const [first, second] = sizes;
  return [...new Set([first, second, own, sizes[sizes.length - 1]])].sort((a, b) => a - b);
}
