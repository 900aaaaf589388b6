/**
 * A few pixels of a picture's layer as a playground of their own: a state whose X are the pixels
 * behind them, with which the stage, the sentence and the links do as with any other.
 *
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('./layer.js').Layer} Layer
 * @typedef {{ row: number, column: number }} Pixel
 * @typedef {import('../../elements/grid.js').Window} Window
 *
 * @typedef {object} Patch
 * @property {State} state
 * @property {Window} frame the pixels of the result
 * @property {Window} source the pixels behind them; some may lie beyond the edge
 * @property {number} offset of the pixel in Y
 */
import { opNamed } from '../../model/asked.js';
import { defaults } from '../../state/state.js';
import { literal } from '../../state/tensor.js';
import { part } from './develop.js';
import { channels } from './picture.js';

/** As many cells on a side as are easily read. */
const mostCells = { x: 12, y: 9 };

/**
 * So many neighbours around a place, within an extent.
 * @param {number} at
 * @param {number} count
 * @param {number} extent
 * @returns {import('../../engine/bands.js').Band}
 */
export function around(at, count, extent) {
  const many = Math.min(count, extent);
  const from = Math.max(0, Math.min(extent - many, at - Math.floor(many / 2)));
  return { from, to: from + many };
}

/**
 * How many pixels of the result are shown along an axis.
 * @param {Layer} layer
 * @param {'height' | 'width'} side
 */
function count({ operation, ...layer }, side) {
  const { taps, stride, dilation } = layer[side];
  if (operation === 'conv_transpose2d') return Math.min(mostCells.y, 2 * stride + 1);
  return (taps - 1) * dilation + 1 + 2 * stride <= mostCells.x ? 3 : 1;
}

/**
 * @param {import('./picture.js').Picture} picture
 * @param {Layer} layer
 * @param {Pixel} pixel of the result
 * @param {number} channel of the result
 * @returns {Patch}
 */
export function patchOf(picture, layer, pixel, channel) {
  const [, outputs, height, width] = layer.y;
  const rows = around(pixel.row, count(layer, 'height'), height);
  const columns = around(pixel.column, count(layer, 'width'), width);
  const { x, origin, options } = part(picture, layer, rows, columns);
  const own = Math.min(channel, outputs - 1);
  // In groups of one, only one channel has to do with it.
  const single = layer.groups === channels;
  const area = x.shape[2] * x.shape[3];
  const numbers = single ? x.data.subarray(own * area, (own + 1) * area) : x.data;
  const state = {
    ...defaults,
    op: opNamed(layer.operation),
    x: literal([single ? 1 : channels, x.shape[2], x.shape[3]], Array.from(numbers)),
    k: kernelFor(layer, own),
    bias: layer.bias.length > 0 ? [layer.bias[own]] : undefined,
    stride: layer.stride,
    dilation: layer.dilation,
    padding: shortest(options.padding),
  };
  return {
    state,
    frame: {
      row: rows.from,
      column: columns.from,
      rows: rows.to - rows.from,
      columns: columns.to - columns.from,
    },
    source: { ...origin, rows: x.shape[2], columns: x.shape[3] },
    offset: (pixel.row - rows.from) * (columns.to - columns.from) + pixel.column - columns.from,
  };
}

/** One number where all sides have it. @param {number[]} sides */
const shortest = (sides) => (new Set(sides).size === 1 ? sides.slice(0, 1) : sides);

/**
 * The weights that lead to one channel of the result.
 * @param {Layer} layer
 * @param {number} channel
 */
function kernelFor({ operation, k, groups }, channel) {
  const [first, second, height, width] = k.shape;
  const area = height * width;
  const plane = (/** @type {number} */ index) =>
    Array.from(k.data.subarray(index * area, (index + 1) * area));
  if (groups === channels) return literal([1, 1, height, width], plane(channel));
  if (operation === 'conv2d') {
    const data = Array.from({ length: second }, (_, i) => plane(channel * second + i)).flat();
    return literal([1, second, height, width], data);
  }
  const data = Array.from({ length: first }, (_, i) => plane(i * second + channel)).flat();
  return literal([first, 1, height, width], data);
}
