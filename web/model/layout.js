/**
 * Where the planes of the tensors go on the stage, in pixels.
 *
 * @typedef {import('../state/kernel.js').Operation} Operation
 *
 * @typedef {object} Planes the planes of one tensor that are shown
 * @property {number[][]} rows plane numbers over the first two dimensions, as they stand on the stage
 * @property {('input' | 'output')[]} pickers the channels that are picked because not all planes fit
 *
 * @typedef {object} Place
 * @property {number} size the side of a cell
 * @property {number} columns how many columns of a plane are drawn at once
 */

/** As many cells, and planes, as a tensor may have in each direction to be shown whole. */
const together = { cells: 12, planes: 4 };
/** Sides of a cell: the largest, the smallest beside other tensors, the smallest at all, and that of a
 * plane which is too large to be drawn whole anyway. */
const cellSize = { most: 52, inline: 28, least: 19, part: 30 };
/** A cell with its gap to the next one takes at most so many sides. */
export const pitch = 1 + 1 / 17;
/** A cell's gap to the next one, in whole pixels so that all are alike. @param {number} size */
export const gapOf = (size) => Math.max(1, Math.floor(size / 17));
export const planeGap = 16;
/** What stands between two tensors. */
export const symbolWidth = 64;
/** The box that stands where there is no Y. */
export const nothingWidth = 180;
/** The width of a title, and of a title with a picker of channels. */
const titleWidth = { plain: 150, picker: 240 };
/** As many rows or columns as are drawn whole, and how many rows of those that are not. */
const whole = 32;
const partRows = 16;

/**
 * How many rows of a plane are drawn at once.
 * @param {number} rows
 */
export const rowsDrawn = (rows) => (rows <= whole ? rows : partRows);

/**
 * The planes of X, of Y, or of the bias: their channels from top to bottom.
 * @param {readonly number[]} shape
 * @param {'input' | 'output'} side
 * @param {number} channel the one to show when not all fit
 * @returns {Planes}
 */
export function channelPlanes([, channels, rows], side, channel) {
  const fit = channels <= together.planes && channels * rows <= together.cells;
  if (channels === 1 || fit) {
    return { rows: Array.from({ length: channels }, (_, c) => [c]), pickers: [] };
  }
  return { rows: [[Math.min(channel, channels - 1)]], pickers: [side] };
}

/**
 * The planes of K: its first dimension from top to bottom, its second from left to right.
 * @param {readonly number[]} shape
 * @param {Operation} op
 * @param {{ input: number, output: number }} channel
 * @returns {Planes}
 */
export function kernelPlanes([first, second, rows, columns], op, channel) {
  const fit =
    Math.max(first, second) <= together.planes &&
    first * rows <= together.cells &&
    second * columns <= together.cells;
  if ((first === 1 && second === 1) || fit) {
    return {
      rows: Array.from({ length: first }, (_, i) =>
        Array.from({ length: second }, (_, j) => i * second + j),
      ),
      pickers: [],
    };
  }
  const [outer, inner] =
    op === 'conv' ? [channel.output, channel.input] : [channel.input, channel.output];
  return {
    rows: [[Math.min(outer, first - 1) * second + (inner % second)]],
    pickers: op === 'conv' ? ['output', 'input'] : ['input', 'output'],
  };
}

/**
 * How the tensors fit into a width: side by side while the cells stay legible, else one above the
 * other, each as large as it can be.
 * @param {number} width of the stage
 * @param {{ columns: number, planes: Planes }[]} tensors columns of a plane
 * @param {{ most?: number, without?: boolean }} [options] the largest side of a cell, and whether a
 *   box stands beside the tensors in the place of Y
 * @returns {{ stacked: boolean, places: Place[] }}
 */
export function stagePlaces(width, tensors, { most = cellSize.most, without = false } = {}) {
  const sized = tensors.map(({ columns, planes }) => {
    const across = planes.rows[0].length;
    const gaps = (across - 1) * planeGap;
    const title = planes.pickers.length > 0 ? titleWidth.picker : titleWidth.plain;
    return { columns, across, gaps, title };
  });
  const widthAt = (/** @type {number} */ size) =>
    sized.reduce(
      (sum, { columns, across, gaps, title }) =>
        sum + Math.max(title, columns * across * size * pitch + gaps),
      (tensors.length - 1) * symbolWidth + (without ? symbolWidth + nothingWidth : 0),
    );
  for (let size = most; size >= cellSize.inline; size--) {
    if (sized.some(({ columns }) => columns > whole) || widthAt(size) > width) continue;
    return { stacked: false, places: sized.map(({ columns }) => ({ size, columns })) };
  }
  return { stacked: true, places: sized.map((tensor) => ownPlace(width, tensor, most)) };
}

/**
 * The place of a tensor that has the whole width for itself.
 * @param {number} width
 * @param {{ columns: number, across: number, gaps: number }} tensor
 * @param {number} most
 * @returns {Place}
 */
function ownPlace(width, { columns, across, gaps }, most) {
  const room = (width - gaps) / across;
  const size = Math.min(most, Math.floor(room / (columns * pitch)));
  if (size >= cellSize.least && columns <= whole) return { size, columns };
  const part = Math.max(1, Math.floor(room / (cellSize.part * pitch)));
  return { size: cellSize.part, columns: Math.min(columns, part) };
}
