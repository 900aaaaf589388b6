import { shortNumber } from '../state/number.js';
import { kernelPlane, windowOf } from './window.js';
import { cellAt } from '../state/tensor.js';
import { lead } from './surround.js';

/**
 * What moves on the stage from a step to the next: the products on their way to Y, and the weights where
 * they lie on X.
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./explain.js').Link} Link
 * @typedef {import('./progress.js').Valid} Valid
 * @typedef {{ x: number, y: number, text: string }} Move a product, from a cell of X to one of Y
 * @typedef {{ row: number, column: number, text: string }} Weight at a place; see surround.js
 */

/** More products than these are no picture any more. */
const mostMoves = 64;

/** How many characters of a number a chip, and the corner of a cell, have room for. */
const room = { product: 4, weight: 3 };

/**
 * @param {readonly Link[]} links of the step's cell
 * @param {Valid} outcome
 * @returns {Move[]} none where there are too many to follow
 */
export const movesOf = (links, { x, k }) =>
  links.length > mostMoves
    ? []
    : links.map((link) => ({
        x: link.x,
        y: link.y,
        text: shortNumber(x.data[link.x] * k.data[link.k], room.product),
      }));

/**
 * The weights of K where they lie on a plane of X to collect a cell of Y: for a transposed convolution
 * turned by half a turn.
 * @param {State} state
 * @param {Valid & { layer: import('../engine/engine.d.ts').Layer }} outcome
 * @param {number} collected the offset of the cell of Y
 * @param {number} plane of X
 * @returns {Weight[]} none for a plane of another group
 */
export function weightsOn(state, outcome, collected, plane) {
  const { x, k, y, layer, steps } = outcome;
  const [, output] = cellAt([...y.shape], collected);
  const [inputs, outputs] = [x.shape[1] / state.groups, y.shape[1] / state.groups];
  if (Math.floor(plane / inputs) !== Math.floor(output / outputs)) return [];
  const cells = k.shape[2] * k.shape[3];
  const first = kernelPlane(state, k.shape, { input: plane, output }) * cells;
  const transposed = state.op === 'tconv';
  const [above, before] = [lead(layer.height, transposed), lead(layer.width, transposed)];
  return windowOf(state, outcome, collected).taps.map((place, tap) => ({
    row: Math.floor(place / steps.columns.length) - above,
    column: (place % steps.columns.length) - before,
    text: shortNumber(k.data[first + (steps.flipped ? cells - 1 - tap : tap)], room.weight),
  }));
}
