import { perAxis } from './settings.js';

/**
 * What lies around and between the cells of X and Y, in places of a lattice: a place is a cell, or what
 * could be one. X's cell in row r and column c is at place (r * down, c * across).
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../engine/engine.d.ts').Steps} Steps
 * @typedef {import('../engine/engine.d.ts').Layer} Layer
 *
 * @typedef {{ top: number, left: number, bottom: number, right: number }} Ring how many places beyond the cells
 *
 * @typedef {object} Surround
 * @property {Ring} ring
 * @property {{ down: number, across: number }} spread places from a cell to the next, in each direction
 *
 * @typedef {{ layer: Layer, steps: Steps, x: { shape: readonly number[] }, y: { shape: readonly number[] } }} Valid
 */

/** Nothing around, and nothing between. @type {Surround} */
export const bare = {
  ring: { top: 0, left: 0, bottom: 0, right: 0 },
  spread: { down: 1, across: 1 },
};

/** Whether there is nothing around the cells, and nothing between them. @param {Surround} surround */
export const isBare = ({ ring, spread }) =>
  Object.values(ring).every((places) => places === 0) && spread.down * spread.across === 1;

/**
 * Whether a place is one of a plane's, or of what lies around it.
 * @param {{ row: number, column: number }} place
 * @param {Surround} surround
 * @param {{ rows: number, columns: number }} cells of the plane
 */
export const isWithin = ({ row, column }, { ring, spread }, { rows, columns }) =>
  row >= -ring.top &&
  column >= -ring.left &&
  row <= (rows - 1) * spread.down + ring.bottom &&
  column <= (columns - 1) * spread.across + ring.right;

/**
 * The zeros around X, and those between its cells, as a window reads it: conv2d's padding, or what a
 * transposed convolution adds where it is read as a sum (`gather`).
 * @param {State} state
 * @param {Valid} outcome
 * @param {boolean} gathered whether the sums are what is shown
 * @returns {Surround}
 */
export function aroundX(state, { layer, steps, x }, gathered) {
  const transposed = state.op === 'tconv';
  if (transposed && !gathered) return bare;
  const [down, across] = transposed ? perAxis(state.stride) : [1, 1];
  const rows = around(lead(layer.height, transposed), x.shape[2], down, steps.rows.length);
  const columns = around(lead(layer.width, transposed), x.shape[3], across, steps.columns.length);
  return {
    ring: { top: rows.before, bottom: rows.after, left: columns.before, right: columns.after },
    spread: { down, across },
  };
}

/**
 * What padding crops from the stamps, around Y.
 * @param {State} state
 * @param {Valid} outcome
 * @returns {Surround}
 */
export function aroundY({ op }, { steps, y }) {
  if (op === 'conv') return bare;
  const [top, left] = steps.frame;
  const rows = around(top, y.shape[2], 1, steps.full[0]);
  const columns = around(left, y.shape[3], 1, steps.full[1]);
  const ring = {
    top: rows.before,
    bottom: rows.after,
    left: columns.before,
    right: columns.after,
  };
  return { ring, spread: bare.spread };
}

/**
 * How many zeros stand before the first cell of X under the windows: less than none where padding
 * crops more than a stamp is long.
 * @param {Layer['height']} axis
 * @param {boolean} transposed
 */
export const lead = ({ dilation, taps, padding }, transposed) =>
  transposed ? dilation * (taps - 1) - padding : padding;

/**
 * @param {number} before places
 * @param {number} cells
 * @param {number} spread from a cell to the next
 * @param {number} places in all, from the first of those before
 */
function around(before, cells, spread, places) {
  const after = places - before - ((cells - 1) * spread + 1);
  return { before: Math.max(0, before), after: Math.max(0, after) };
}

/**
 * How many products each cell of X has in a transposed convolution, those that padding crops among them;
 * 0 for a convolution, which crops none.
 * @param {State} state
 */
export const stampSize = ({ op, k }) => (op === 'tconv' ? k.shape[1] * k.shape[2] * k.shape[3] : 0);

/**
 * How wide a plane is with what lies around it, in places.
 * @param {number} columns
 * @param {Surround} surround
 */
export const placesAcross = (columns, { ring, spread }) =>
  ring.left + (columns - 1) * spread.across + 1 + ring.right;

/**
 * How high it is. @param {number} rows @param {Surround} surround
 */
export const placesDown = (rows, { ring, spread }) =>
  ring.top + (rows - 1) * spread.down + 1 + ring.bottom;
