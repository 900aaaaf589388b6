/**
 * Which part of a plane is drawn.
 * @typedef {import('../../elements/grid.js').Window} Window
 */

/**
 * A run of at most `most` of `all` places that has `from` to `to` in its middle.
 * @param {number} all
 * @param {number} most
 * @param {number} from
 * @param {number} to
 * @returns {{ first: number, count: number }}
 */
export function run(all, most, from, to) {
  const count = Math.min(all, most);
  const middle = Math.floor((from + to + 1 - count) / 2);
  return { first: Math.max(0, Math.min(middle, all - count)), count };
}

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
