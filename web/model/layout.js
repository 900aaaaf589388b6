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
const cellSize = { most: 52, inline: 28, least: 20 };
/** A cell's gap to the next one, as a share of its side. */
const pitch = 1 + 1 / 18;
export const planeGap = 16;
const symbolWidth = 64;

/** The most rows of a plane that are drawn at once. */
export const mostRows = 32;

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
 * @param {{ columns: number, across: number }[]} tensors columns of a plane, planes side by side
 * @returns {{ stacked: boolean, places: Place[] }}
 */
export function stagePlaces(width, tensors) {
  const gaps = (/** @type {number} */ across) => (across - 1) * planeGap;
  const sizeFor = (/** @type {number} */ room, /** @type {number} */ columns) =>
    Math.min(cellSize.most, Math.floor(room / (columns * pitch)));

  const symbols = (tensors.length - 1) * symbolWidth;
  const inlineRoom = tensors.reduce((room, { across }) => room - gaps(across), width - symbols);
  const all = tensors.reduce((sum, { columns, across }) => sum + columns * across, 0);
  const inline = sizeFor(inlineRoom, all);
  if (inline >= cellSize.inline) {
    return {
      stacked: false,
      places: tensors.map(({ columns }) => ({ size: inline, columns })),
    };
  }
  return {
    stacked: true,
    places: tensors.map(({ columns, across }) => {
      const room = width - gaps(across);
      const size = Math.max(cellSize.least, sizeFor(room, columns * across));
      const most = Math.max(1, Math.floor(room / (size * pitch * across)));
      return { size, columns: Math.min(columns, most) };
    }),
  };
}
