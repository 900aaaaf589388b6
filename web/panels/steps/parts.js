import { run } from '../../model/run.js';

/**
 * Which part of a plane is drawn.
 * @typedef {import('../../elements/grid.js').Window} Window
 */

/**
 * The window over a plane around what matters in it.
 * @param {readonly number[]} plane [height, width]
 * @param {{ rows: number, columns: number }} most
 * @param {{ top: number, bottom: number, left: number, right: number }} around
 * @returns {Window}
 */
export function windowAround([height, width], most, { top, bottom, left, right }) {
  const rows = run(height, most.rows, top, bottom);
  const columns = run(width, most.columns, left, right);
  return { row: rows.first, column: columns.first, rows: rows.count, columns: columns.count };
}
