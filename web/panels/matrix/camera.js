/**
 * Which part of a matrix is seen, and how large: the scale is pixels for a cell, the origin the
 * (fractional) row and column at the top left.
 *
 * @typedef {object} Camera
 * @property {number} scale
 * @property {number} row
 * @property {number} column
 *
 * @typedef {object} Frame
 * @property {number} rows of the matrix
 * @property {number} columns
 * @property {number} width of what is seen of it, in pixels
 * @property {number} height
 */

const largest = 40;
/** As many cells as are seen at once: more would take long to draw. */
const mostCells = 2 ** 21;
/** The scale from which numbers are written, and the one they are best read at. */
export const legible = 26;
const comfortable = 30;
const zoomStep = 1.6;

const clamp = (
  /** @type {number} */ value,
  /** @type {number} */ low,
  /** @type {number} */ high,
) => Math.max(low, Math.min(high, value));

/** @param {Frame} frame */
function scales({ rows, columns, width, height }) {
  const whole = Math.min(width / columns, height / rows, largest);
  return { least: Math.max(whole, Math.sqrt((width * height) / mostCells)), most: largest };
}

/**
 * The nearest camera that shows no more than there is.
 * @param {Frame} frame
 * @param {Camera} camera
 * @returns {Camera}
 */
export function bounded(frame, camera) {
  const range = scales(frame);
  const scale = clamp(camera.scale, range.least, range.most);
  return {
    scale,
    row: clamp(camera.row, 0, Math.max(0, frame.rows - frame.height / scale)),
    column: clamp(camera.column, 0, Math.max(0, frame.columns - frame.width / scale)),
  };
}

/** As much as can be seen at once. @param {Frame} frame */
export const fitted = (frame) => bounded(frame, { scale: 0, row: 0, column: 0 });

/**
 * What is seen at first: the numbers where all columns fit beside each other with them, else all.
 * @param {Frame} frame
 */
export function opening(frame) {
  const scale = Math.min(frame.width / frame.columns, comfortable);
  return scale >= legible ? bounded(frame, { scale, row: 0, column: 0 }) : fitted(frame);
}

/**
 * Larger or smaller, with a place staying where it is.
 * @param {Frame} frame
 * @param {Camera} camera
 * @param {1 | -1} direction
 * @param {{ row: number, column: number }} [place] by default the middle
 */
export function zoomed(frame, camera, direction, place) {
  const middle = {
    row: camera.row + frame.height / camera.scale / 2,
    column: camera.column + frame.width / camera.scale / 2,
  };
  const { row, column } = place ?? middle;
  const { scale } = bounded(frame, {
    ...camera,
    scale: camera.scale * (direction > 0 ? zoomStep : 1 / zoomStep),
  });
  const share = camera.scale / scale;
  return bounded(frame, {
    scale,
    row: row - (row - camera.row) * share,
    column: column - (column - camera.column) * share,
  });
}

/** Whether it can be zoomed that way.
 * @param {Frame} frame @param {Camera} camera @param {1 | -1} direction */
export function canZoom(frame, camera, direction) {
  const { least, most } = scales(frame);
  return direction > 0 ? camera.scale < most * 0.999 : camera.scale > least * 1.001;
}

/**
 * Moved by shares of what is seen.
 * @param {Frame} frame @param {Camera} camera @param {number} down @param {number} right
 */
export function panned(frame, camera, down, right) {
  return bounded(frame, {
    ...camera,
    row: camera.row + (down * frame.height) / camera.scale,
    column: camera.column + (right * frame.width) / camera.scale,
  });
}

/**
 * Moved as little as shows a place; one that is seen stays.
 * @param {Frame} frame @param {Camera} camera @param {{ row?: number, column?: number }} place
 */
export function revealed(frame, camera, { row, column }) {
  const shown = (
    /** @type {number} */ first,
    /** @type {number} */ length,
    /** @type {number | undefined} */ at,
  ) => {
    if (at === undefined || at < 0) return first;
    if (at < first) return at;
    return at + 1 > first + length ? at + 1 - length : first;
  };
  return bounded(frame, {
    ...camera,
    row: shown(camera.row, frame.height / camera.scale, row),
    column: shown(camera.column, frame.width / camera.scale, column),
  });
}

/**
 * The rows and columns that are seen, those at the edges included.
 * @param {Frame} frame
 * @param {Camera} camera
 * @returns {import('../../engine/engine.d.ts').MatrixWindow}
 */
export function windowOf({ rows, columns, width, height }, { scale, row, column }) {
  const part = (
    /** @type {number} */ first,
    /** @type {number} */ length,
    /** @type {number} */ all,
  ) => {
    const begin = Math.min(Math.floor(first + 1e-6), all - 1);
    return [begin, Math.max(1, Math.min(all, Math.ceil(first + length - 1e-6)) - begin)];
  };
  const [firstRow, rowCount] = part(row, height / scale, rows);
  const [firstColumn, columnCount] = part(column, width / scale, columns);
  return { row: firstRow, column: firstColumn, rows: rowCount, columns: columnCount };
}
