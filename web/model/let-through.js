import { offset } from '../state/tensor.js';
import { asked } from './asked.js';
import { perAxis } from './settings.js';

/**
 * The rows and columns that output padding adds to Y at its end, how many of them a multiplication
 * reaches, and which none does: padding had cropped the former; the others hold nothing but the bias.
 *
 * @typedef {{ added: number, reached: number, unreached: number[] }} Added
 *
 * @param {import('../engine/engine.d.ts').Engine} engine
 * @param {import('../state/state.js').State} state
 * @param {{
 *   x: { shape: readonly number[] },
 *   y: { shape: readonly number[] },
 *   steps: import('../engine/engine.d.ts').Steps,
 * }} outcome of a valid layer
 * @returns {{ rows: Added, columns: Added } | undefined} undefined where there is no output padding
 */
export function letThrough(engine, state, { x, y, steps }) {
  const [rows, columns] = state.op === 'tconv' ? perAxis(state.outputPadding) : [0, 0];
  if (rows + columns === 0) return undefined;
  const layer = asked(engine, state);
  const [, , height, width] = y.shape;
  const some = someReached();
  /** How many of the last cells are reached, each beside what some multiplication reaches.
   * @param {number} added @param {number} size @param {(index: number) => number[]} cell */
  const last = (added, size, cell) => {
    const indices = Array.from({ length: added }, (_, i) => size - added + i);
    const unreached = indices.filter(
      (index) => !some || layer.links('y', offset([...y.shape], cell(index))).length === 0,
    );
    return { added, reached: added - unreached.length, unreached };
  };
  return {
    rows: last(rows, height, (row) => [0, 0, row, some?.column ?? 0]),
    columns: last(columns, width, (column) => [0, 0, some?.row ?? 0, column]),
  };

  /** A row and a column of Y in whose crossing something is added up. */
  function someReached() {
    const row = firstWithout(steps.unusedRows, x.shape[2]);
    const column = firstWithout(steps.unusedColumns, x.shape[3]);
    if (row === undefined || column === undefined) return undefined;
    const [, , to] = layer.links('x', offset([...x.shape], [0, 0, row, column]));
    return { row: Math.floor(to / width) % height, column: to % width };
  }
}

/** @param {Int32Array} unused in order @param {number} count */
function firstWithout(unused, count) {
  const used = new Set(unused);
  for (let index = 0; index < count; index++) if (!used.has(index)) return index;
  return undefined;
}
