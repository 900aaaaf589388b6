import { sameShape, withBlock, withCell } from '../../state/tensor.js';

/**
 * The upstream gradient: one number for each cell of Y, how fast the loss grows with it.
 *
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../../model/evaluate.js').Dense} Dense
 * @typedef {import('../../state/tensor.js').Literal} Literal
 *
 * @typedef {object} Upstream
 * @property {string} kind one of `kinds`, or `own` when it has been typed into
 * @property {Dense} dy
 */

/** What it starts as: the loss is the sum of Y, one cell of it, half its squares, or any. */
export const kinds = ['ones', 'delta', 'y', 'rand'];

/**
 * The upstream gradient of a kind for a Y.
 * @param {Engine} engine
 * @param {string} kind
 * @param {Dense} y
 * @returns {Upstream}
 */
export function upstream(engine, kind, y) {
  if (kind === 'y') return { kind, dy: { shape: y.shape, data: y.data.slice() } };
  const seed = kind === 'rand' ? [1] : [];
  return { kind, dy: engine.generate(kind, y.shape, seed) };
}

/**
 * The upstream gradient for another Y: what was typed stays while the shape does.
 * @param {Engine} engine
 * @param {Upstream | undefined} before
 * @param {Dense} y
 */
export function followed(engine, before, y) {
  if (!before) return upstream(engine, 'ones', y);
  const fits = sameShape([...before.dy.shape], y.shape);
  if (fits && before.kind !== 'y') return before;
  return upstream(engine, before.kind === 'own' ? 'ones' : before.kind, y);
}

/** @param {Dense} dense @returns {Literal} */
const written = ({ shape, data }) => ({ shape: [...shape], data: Array.from(data) });

/** @param {Literal} literal @returns {Upstream} */
const own = ({ shape, data }) => ({ kind: 'own', dy: { shape, data: Float64Array.from(data) } });

/**
 * @param {Upstream} upstream
 * @param {number[]} cell
 * @param {number} value
 */
export const typed = ({ dy }, cell, value) => own(withCell(written(dy), cell, value));

/**
 * With other numbers, or with a block laid over it; undefined where they do not have the shape of Y, or
 * the block would reach beyond it.
 * @param {Upstream} upstream
 * @param {number[] | undefined} cell where the first cell of the block goes; nowhere: it is all there is
 * @param {Literal} block
 */
export function pasted({ dy }, cell, block) {
  const laid = cell ? withBlock(written(dy), cell, block) : block;
  return sameShape(laid.shape, [...dy.shape]) ? own(laid) : undefined;
}
