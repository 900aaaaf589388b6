/**
 * The matrix of a layer as rows and columns of cells: pure, and drawn by the grid or the canvas.
 *
 * @typedef {import('../../model/explain.js').Selection} Selection
 * @typedef {import('../../model/explain.js').Link} Link
 * @typedef {import('../../engine/engine.d.ts').Matrix} Matrix
 *
 * @typedef {object} Side what the rows, or the columns, stand for
 * @property {'x' | 'y'} operand
 * @property {number[]} shape with the margin, where there is one
 * @property {number} count
 * @property {(index: number) => number | undefined} cell the offset of a row's cell; none of a margin's
 * @property {(offset: number) => number} index the row of a cell
 *
 * @typedef {object} View
 * @property {Matrix} matrix
 * @property {Side} rows
 * @property {Side} columns
 *
 * @typedef {{ row: number, column: number }} Position an entry; row -1 is the vector above the matrix,
 *   a column past the last one the vector beside it
 *
 * @typedef {object} Lit what a selection lights up
 * @property {number | undefined} row the selected one
 * @property {number | undefined} column
 * @property {Set<number>} rows those that its links touch
 * @property {Set<number>} columns
 * @property {Position[]} entries
 */
import { arrows, moved as movedWithin } from '../../model/keys.js';
import { peakOf } from '../../model/peak.js';
import { cellAt, offset as offsetOf, size } from '../../state/tensor.js';

/**
 * @param {'x' | 'y'} operand
 * @param {number[]} shape
 * @param {number[]} plain the operand's own
 * @param {readonly number[]} margin rows above the plane and columns left of it
 * @returns {Side}
 */
function side(operand, shape, plain, [top, left]) {
  if (shape.every((extent, i) => extent === plain[i])) {
    const identity = (/** @type {number} */ index) => index;
    return { operand, shape, count: size(shape), cell: identity, index: identity };
  }
  return {
    operand,
    shape,
    count: size(shape),
    cell(index) {
      const [n, c, i, j] = cellAt(shape, index);
      const cell = [n, c, i - top, j - left];
      const inside = cell[2] >= 0 && cell[2] < plain[2] && cell[3] >= 0 && cell[3] < plain[3];
      return inside ? offsetOf(plain, cell) : undefined;
    },
    index(offset) {
      const [n, c, i, j] = cellAt(plain, offset);
      return offsetOf(shape, [n, c, i + top, j + left]);
    },
  };
}

/**
 * @param {Matrix} matrix
 * @param {boolean} transposed
 * @param {{ x: number[], y: number[] }} shapes
 * @returns {View}
 */
export function viewOf(matrix, transposed, shapes) {
  /** @type {['x', 'y'] | ['y', 'x']} */
  const [rows, columns] = transposed ? ['x', 'y'] : ['y', 'x'];
  return {
    matrix,
    rows: side(rows, matrix.rows, shapes[rows], matrix.margin),
    columns: side(columns, matrix.columns, shapes[columns], matrix.margin),
  };
}

/**
 * What stands at a position: an entry, or the cell of a row or a column.
 * @param {View} view
 * @param {Position} position
 * @returns {Selection | undefined} nothing where there is only margin
 */
export function selectionAt({ rows, columns }, { row, column }) {
  const inRows = row >= 0 && row < rows.count ? rows.cell(row) : undefined;
  const inColumns = column >= 0 && column < columns.count ? columns.cell(column) : undefined;
  if (inRows === undefined && inColumns === undefined) return undefined;
  if (inRows === undefined) {
    return { operand: columns.operand, offset: /** @type {number} */ (inColumns) };
  }
  if (inColumns === undefined) return { operand: rows.operand, offset: inRows };
  const entry = { [rows.operand]: inRows, [columns.operand]: inColumns };
  return /** @type {import('../../model/explain.js').Entry} */ (entry);
}

/**
 * @param {View} view
 * @param {Selection | undefined} selection
 * @param {readonly Link[]} links of the selection
 * @returns {Lit}
 */
export function litBy({ rows, columns }, selection, links) {
  const entries = links.map((link) => ({
    row: rows.index(link[rows.operand]),
    column: columns.index(link[columns.operand]),
  }));
  const selected = (/** @type {Side} */ { operand, index }) => {
    if (!selection) return undefined;
    if (!('operand' in selection)) return index(selection[operand]);
    return selection.operand === operand ? index(selection.offset) : undefined;
  };
  return {
    row: selected(rows),
    column: selected(columns),
    rows: new Set(entries.map(({ row }) => row)),
    columns: new Set(entries.map(({ column }) => column)),
    entries,
  };
}

/**
 * Where a key leads from a position; nowhere for other keys.
 * @param {View} view
 * @param {Position} position
 * @param {import('../../model/keys.js').Stroke} stroke
 * @returns {Position | undefined}
 */
export function moved({ rows, columns }, position, stroke) {
  const bounds = { top: -1, left: 0, bottom: rows.count - 1, right: columns.count };
  const next = movedWithin(stroke, position, bounds);
  if (!next || next.row >= 0 || next.column < columns.count) return next;
  // Nothing stands where the two vectors would meet.
  return stroke.key === 'End' ? { row: next.row, column: columns.count - 1 } : position;
}

/**
 * The next weight in the row or the column of a position.
 * @param {Lit} lit by that row or column
 * @param {Position} position
 * @param {string} key an arrow
 * @returns {Position | undefined}
 */
export function nextWeight({ entries }, { row, column }, key) {
  const [down, right] = arrows[key];
  const ahead = (/** @type {Position} */ entry) =>
    (entry.row - row) * down + (entry.column - column) * right;
  const before = entries.filter((entry) => ahead(entry) > 0);
  return before.sort((a, b) => ahead(a) - ahead(b))[0];
}

/**
 * What a row or column begins: a channel, a row of its plane, or just a cell.
 * @param {Side} side
 * @param {number} index
 * @returns {'channel' | 'line' | ''}
 */
export function begins({ shape: [, , height, width] }, index) {
  if (index === 0) return '';
  if (index % (height * width) === 0) return 'channel';
  return width > 1 && index % width === 0 ? 'line' : '';
}

/** @type {WeakMap<ArrayLike<number>, number>} vectors are never changed, so each is searched once */
const peaks = new WeakMap();

/**
 * How large each number is beside the largest, from 0 to 1.
 * @param {ArrayLike<number>} data
 */
export function sharesOf(data) {
  const peak = peaks.get(data) ?? peakOf(data);
  peaks.set(data, peak);
  return (/** @type {number} */ offset) => Math.min(1, Math.abs(data[offset]) / peak) || 0;
}
