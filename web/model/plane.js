/**
 * Where the cells of one plane of a tensor are: a plane is counted over the first two dimensions.
 *
 * @typedef {{ row: number, column: number }} Position
 */

/**
 * The offset of a cell in the tensor.
 * @param {readonly number[]} shape four sizes
 * @param {number} plane
 * @param {Position} position
 */
export const offsetIn = ([, , height, width], plane, { row, column }) =>
  (plane * height + row) * width + column;

/**
 * Where a cell is in its plane.
 * @param {readonly number[]} shape four sizes
 * @param {number} offset in the tensor
 * @returns {Position}
 */
export const positionIn = ([, , height, width], offset) => ({
  row: Math.floor(offset / width) % height,
  column: offset % width,
});

/**
 * Whether a part of a plane has a place in it.
 * @param {Position} position
 * @param {import('./layout.js').Window} window
 */
export const isInWindow = ({ row, column }, { row: top, column: left, rows, columns }) =>
  row >= top && row < top + rows && column >= left && column < left + columns;
