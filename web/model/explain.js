/**
 * Which cells a cell has to do with, from the engine's links.
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {'x' | 'k' | 'y'} Operand
 * @typedef {{ operand: Operand, offset: number }} Cell a cell by its row-major offset
 * @typedef {{ x: number, k: number, y: number }} Link the offsets of one multiplication's cells
 */
import { operationOf, optionsOf } from './evaluate.js';

/**
 * The multiplications that a cell takes part in: for a y its sum, in the order of x; for an x its
 * stamp; for a k all that the weight touches.
 * @param {Engine} engine
 * @param {State} state of a valid layer
 * @param {Cell} cell
 * @returns {Link[]}
 */
export function linksOf(engine, state, { operand, offset }) {
  const { x, k } = state;
  const flat = engine.links(
    operationOf(state),
    x.shape,
    k.shape,
    optionsOf(state),
    operand,
    offset,
  );
  return Array.from({ length: flat.length / 3 }, (_, i) => ({
    x: flat[3 * i],
    k: flat[3 * i + 1],
    y: flat[3 * i + 2],
  }));
}

/**
 * The cells that links touch, one set for each operand.
 * @param {Link[]} links
 */
export function touched(links) {
  return {
    x: new Set(links.map((link) => link.x)),
    k: new Set(links.map((link) => link.k)),
    y: new Set(links.map((link) => link.y)),
  };
}
