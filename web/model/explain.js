/**
 * Which cells a cell has to do with, from the engine's links.
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {'x' | 'k' | 'y'} Operand
 * @typedef {{ operand: Operand, offset: number }} Cell a cell by its row-major offset
 * @typedef {{ x: number, y: number }} Entry an entry of the operator's matrix, by its row and column
 * @typedef {Cell | Entry} Selection what is looked at: a row of the matrix is a y, a column an x, a
 *   stamp an x, a step of the player one of them
 * @typedef {{ x: number, k: number, y: number }} Link the offsets of one multiplication's cells
 */
import { asked } from './asked.js';

/** More multiplications than these are not lit one by one. */
export const mostLinks = 2 ** 16;

/**
 * The most multiplications that a cell of an operand can have.
 * @param {State} state
 * @param {Operand} operand
 */
function linksAtMost(state, operand) {
  const { k, x } = state;
  const [outer, inner, rows, columns] = k.shape;
  if (operand === 'k') return x.shape[2] * x.shape[3];
  const channels = (operand === 'y') === (state.op === 'conv') ? inner : outer;
  return channels * rows * columns;
}

/**
 * Whether a selection has too many multiplications to be explained by them.
 * @param {State} state
 * @param {Selection} selection
 */
export const isCrowded = (state, selection) =>
  linksAtMost(state, 'operand' in selection ? selection.operand : 'y') > mostLinks;

/** What was made of the engine's answers, which `asked` keeps while numbers are typed.
 * @type {WeakMap<Uint32Array, Link[]>} */
const known = new WeakMap();

/**
 * The multiplications behind a selection: for a y its sum, in the order of x; for an x its stamp; for
 * a k all that the weight touches; for an entry of the matrix the one that joins its x and y, if any.
 * @param {Engine} engine
 * @param {State} state of a valid layer
 * @param {Selection} selection
 * @returns {Link[]} the same one for the cell that was asked for last, as long as the layer's sizes stay
 */
export function linksOf(engine, state, selection) {
  if (!('operand' in selection)) {
    const row = linksOf(engine, state, { operand: 'y', offset: selection.y });
    return row.filter((link) => link.x === selection.x);
  }
  const { operand, offset } = selection;
  const flat = asked(engine, state).links(operand, offset);
  const links = known.get(flat) ?? inThrees(flat);
  known.set(flat, links);
  return links;
}

/** @param {Uint32Array} flat @returns {Link[]} */
const inThrees = (flat) =>
  Array.from({ length: flat.length / 3 }, (_, i) => ({
    x: flat[3 * i],
    k: flat[3 * i + 1],
    y: flat[3 * i + 2],
  }));

/**
 * The cells that links touch, one set for each operand.
 * @param {readonly Link[]} links
 */
export function touched(links) {
  return {
    x: new Set(links.map((link) => link.x)),
    k: new Set(links.map((link) => link.k)),
    y: new Set(links.map((link) => link.y)),
  };
}
