import { run } from './run.js';

/**
 * Where the planes of the tensors go on the stage, in pixels.
 *
 * @typedef {import('../state/kernel.js').Operation} Operation
 *
 * @typedef {object} Planes the planes of one tensor that are shown
 * @property {number[][]} rows plane numbers over the first two dimensions, as they stand on the stage
 * @property {('input' | 'output')[]} pickers the channels that are picked because not all planes fit
 * @property {Strip} [strip] planes to pick from, where one is picked
 *
 * @typedef {object} Strip
 * @property {'input' | 'output'} side whose channels they are
 * @property {number} first the channel of the first
 * @property {number[]} planes their numbers, a channel after the other
 * @property {number} chosen which of them is shown
 *
 * @typedef {object} Sized a tensor to be placed
 * @property {number} columns of a plane
 * @property {number} [rows] of all its planes and what lies around them, in cells
 * @property {number} [across] of a plane and what lies around it, in cells; by default its columns
 * @property {number} [besides] the height of what stands above and below its planes, in pixels
 * @property {Planes} planes
 *
 * @typedef {object} Place
 * @property {number} size the side of a cell
 * @property {number} columns how many columns of a plane are drawn at once
 *
 * @typedef {{ row: number, column: number, rows: number, columns: number }} Window a part of a plane
 */

/** As many cells, and planes, as a tensor may have in each direction to be shown whole. */
const together = { cells: 12, planes: 4 };
/** Sides of a cell: the largest, the smallest beside other tensors in a panel and on the stage, the
 * smallest at all, that of a plane which is too large to be drawn whole anyway, and the smallest where a
 * plane is seen by its shades. */
const cellSize = { most: 52, inline: 28, stage: 20, least: 19, part: 30, shade: 8 };
/** The most that a cell takes with its gap to the next one, in sides of a cell. */
export const pitch = 1 + 1 / 17;
/** A cell's gap to the next one, in whole pixels so that all are alike. @param {number} size */
export const gapOf = (size) => Math.max(1, Math.floor(size / 17));
export const planeGap = 16;
/** What stands between two tensors. */
export const symbolWidth = 64;
/** What stands between two lines of tensors, in height; and a symbol that has a line for itself. */
const between = { lines: 12, symbol: 39 };
/** The width of a title, with a picker of channels, and with a strip of them. */
export const titleWidth = {
  narrow: { plain: 86, picker: 240, strip: 144 },
  usual: { plain: 150, picker: 240, strip: 186 },
};
/** A stage below this width is narrow. */
const narrow = 560;
/** The most rows or columns of a plane that is drawn whole, and the rows of a larger one. */
const whole = 32;
const partRows = 16;

/**
 * The part of a frame that is in a window, from the window's first row and column on.
 * @param {Window | undefined} frame
 * @param {Window} window
 * @returns {{ top: number, left: number, down: number, across: number } | undefined} nothing where no part is
 */
export function inWindow(frame, window) {
  if (!frame) return undefined;
  const top = Math.max(frame.row, window.row) - window.row;
  const left = Math.max(frame.column, window.column) - window.column;
  const bottom = Math.min(frame.row + frame.rows - window.row, window.rows);
  const right = Math.min(frame.column + frame.columns - window.column, window.columns);
  if (bottom <= top || right <= left) return undefined;
  return { top, left, down: bottom - top, across: right - left };
}

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
  const chosen = Math.min(channel, channels - 1);
  return { rows: [[chosen]], pickers: [side], strip: stripOf(side, channels, chosen, chosen, 1) };
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
  const { input, output } = channel;
  const [outer, inner] = (op === 'conv' ? [output, input] : [input, output]).map((at, i) =>
    i === 0 ? Math.min(at, first - 1) : at % second,
  );
  const plane = outer * second + inner;
  const strip =
    op === 'conv'
      ? stripOf('input', second, inner, plane, 1, input - inner)
      : stripOf('input', first, outer, plane, second);
  return {
    rows: [[plane]],
    pickers: op === 'conv' ? ['output', 'input'] : ['input', 'output'],
    strip,
  };
}

/** The most planes in a strip. */
const mostInStrip = 48;

/**
 * @param {Strip['side']} side
 * @param {number} count how many channels there are
 * @param {number} chosen which of them is shown
 * @param {number} plane its plane
 * @param {number} apart how many planes lie from a channel to the next
 * @param {number} [from] the channel of the first of them
 * @returns {Strip}
 */
function stripOf(side, count, chosen, plane, apart, from = 0) {
  const drawn = run(count, mostInStrip, chosen, chosen);
  return {
    side,
    first: from + drawn.first,
    planes: Array.from(
      { length: drawn.count },
      (_, i) => plane + (drawn.first + i - chosen) * apart,
    ),
    chosen: chosen - drawn.first,
  };
}

/**
 * How the tensors fit into a width: in one line while the cells stay legible, else the operands above the
 * output, else one below the other, each as large as it can be.
 * @param {number} width of the stage
 * @param {Sized[]} tensors
 * @param {object} [options]
 * @param {number} [options.most] the largest side of a cell
 * @param {number} [options.tall] the height that planes keep within while their cells stay legible
 * @param {number} [options.below] how many, at the end, may stand below the others, which share a line
 * @returns {{ lines: number[][], stacked: boolean, places: Place[] }} the tensors of each line, whether
 *   each has one for itself, and where they go
 */
export function stagePlaces(
  width,
  tensors,
  { most = cellSize.most, tall = Infinity, below = 0 } = {},
) {
  const measures = measuresIn(width);
  const low = tensors.map(({ rows = 1 }) => Math.floor(tall / (rows * pitch)));
  const drawnWhole = tensors.every(({ columns }) => columns <= whole);
  for (const lines of drawnWhole ? linesOf(tensors, below) : []) {
    const least = below > 0 ? cellSize.stage : measures.inline;
    const kept = Math.max(least, Math.min(most, ...low));
    for (let size = kept; size >= least; size--) {
      if (widthOf(lines, tensors, size, measures) <= width) return evenPlaces(lines, tensors, size);
    }
  }
  return {
    lines: tensors.map((_, i) => [i]),
    stacked: true,
    places: tensors.map((tensor) => ownPlace(width, tensor, most)),
  };
}

/**
 * How the tensors are seen together: in the largest cells with which all of them keep within a width and a
 * height, though these may be too small for numbers.
 * @param {{ width: number, height: number }} room
 * @param {Sized[]} tensors
 * @param {number} below how many, at the end, may stand below the others
 * @returns {ReturnType<typeof stagePlaces> | undefined} nothing where there are none
 */
export function overviewPlaces({ width, height }, tensors, below) {
  if (tensors.some(({ columns }) => columns > whole)) return undefined;
  const measures = measuresIn(width);
  for (let size = cellSize.most; size >= cellSize.shade; size--) {
    for (const lines of linesOf(tensors, below)) {
      const places = evenPlaces(lines, tensors, size);
      const inWidth = widthOf(lines, tensors, size, measures) <= width;
      if (inWidth && heightOf(places, tensors) <= height) return places;
    }
  }
  return undefined;
}

/**
 * The ways in which tensors may share lines: all of them one, or the last ones another.
 * @param {Sized[]} tensors
 * @param {number} below
 */
function linesOf(tensors, below) {
  const all = tensors.map((_, i) => i);
  const apart = below > 0 && all.length > below;
  return [[all], ...(apart ? [[all.slice(0, -below), all.slice(-below)]] : [])];
}

/** @param {number[][]} lines @param {Sized[]} tensors @param {number} size of a cell */
const evenPlaces = (lines, tensors, size) => ({
  lines,
  stacked: false,
  places: tensors.map(({ columns }) => ({ size, columns })),
});

/**
 * How high tensors stand in their lines, in pixels.
 * @param {ReturnType<typeof stagePlaces>} placed
 * @param {Sized[]} tensors
 */
export function heightOf({ lines, stacked, places }, tensors) {
  const one = (/** @type {number} */ i) => {
    const { rows = 1, besides = 0, planes } = tensors[i];
    const { size } = places[i];
    return besides + rows * (size + gapOf(size)) + (planes.rows.length - 1) * planeGap;
  };
  const apart = between.lines + (stacked ? between.symbol + between.lines : 0);
  return lines.reduce((sum, line) => sum + Math.max(...line.map(one)) + apart, -apart);
}

/**
 * The room that titles and symbols take: on a narrow stage a title's shape stands below its letter.
 * @param {number} width
 */
export const measuresIn = (width) =>
  width < narrow
    ? { symbol: 20, title: titleWidth.narrow, inline: cellSize.inline }
    : { symbol: symbolWidth, title: titleWidth.usual, inline: cellSize.inline };

/**
 * The least width of a tensor, whose title stands above its planes.
 * @param {Planes} planes
 * @param {ReturnType<typeof measuresIn>['title']} title
 */
export const titleOf = ({ pickers, strip }, title) =>
  strip ? title.strip : pickers.length > 0 ? title.picker : title.plain;

/**
 * How wide tensors are in their lines, with the symbols between them.
 * @param {number[][]} lines
 * @param {Sized[]} tensors
 * @param {number} size of a cell
 * @param {ReturnType<typeof measuresIn>} measures
 */
function widthOf(lines, tensors, size, { symbol, title }) {
  const one = (/** @type {number} */ i) => {
    const { columns, across = columns, planes } = tensors[i];
    const [row] = planes.rows;
    const gaps = (row.length - 1) * planeGap;
    const step = Math.max(size * pitch, size + gapOf(size));
    return Math.max(titleOf(planes, title), across * row.length * step + gaps);
  };
  const width = (/** @type {number[]} */ line) =>
    line.reduce((sum, i) => sum + one(i), (line.length - 1) * symbol);
  return Math.max(...lines.map(width));
}

/**
 * The place of a tensor that has the whole width for itself.
 * @param {number} width
 * @param {Sized} tensor
 * @param {number} most
 * @returns {Place}
 */
function ownPlace(width, { columns, across = columns, planes }, most) {
  const beside = planes.rows[0].length;
  const room = (width - (beside - 1) * planeGap) / beside;
  const size = Math.min(most, Math.floor(room / (across * pitch)));
  if (size >= cellSize.least && columns <= whole) return { size, columns };
  const part = Math.max(1, Math.floor(room / (cellSize.part * pitch)));
  return { size: cellSize.part, columns: Math.min(columns, part) };
}
