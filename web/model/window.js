import { cellAt } from '../state/tensor.js';
import { perAxis } from './settings.js';

/**
 * The window that collects an output cell, over the plane that the engine lays out for it.
 *
 * @typedef {import('../engine/engine.d.ts').Steps} Steps
 * @typedef {import('../state/state.js').State} State
 */

/**
 * What each cell of the plane under the window is: an offset in a plane of X, or which zero.
 * @param {Steps} steps
 * @param {number} width of X
 */
export function planeSources({ rows, columns }, width) {
  const sources = new Int32Array(rows.length * columns.length);
  for (let r = 0; r < rows.length; r++) {
    for (let c = 0; c < columns.length; c++) {
      const zero = Math.min(rows[r], columns[c]);
      sources[r * columns.length + c] = zero < 0 ? zero : rows[r] * width + columns[c];
    }
  }
  return sources;
}

/**
 * Where the window of an output cell lies on the plane.
 * @param {State} state
 * @param {{ k: { shape: readonly number[] }, y: { shape: readonly number[] }, steps: Steps }} layer
 * @param {number} offset of the output cell
 */
export function windowOf(state, { k, y, steps }, offset) {
  const [, , row, column] = cellAt([...y.shape], offset);
  const [down, right] = perAxis(state.dilation);
  const top = row * steps.step[0];
  const left = column * steps.step[1];
  const taps = Array.from({ length: k.shape[2] * k.shape[3] }, (_, tap) => {
    const [r, c] = [Math.floor(tap / k.shape[3]), tap % k.shape[3]];
    return (top + r * down) * steps.columns.length + left + c * right;
  });
  return {
    top,
    left,
    bottom: top + (k.shape[2] - 1) * down,
    right: left + (k.shape[3] - 1) * right,
    /** The cells of the plane under the kernel's cells as it lies there, in their order. */
    taps,
  };
}

/**
 * The plane of K that joins two channels, by its number over K's first two dimensions.
 * @param {State} state
 * @param {readonly number[]} shape of K
 * @param {{ input: number, output: number }} channel
 */
export function kernelPlane({ op }, [outer, inner], { input, output }) {
  const [first, second] = op === 'conv' ? [output, input] : [input, output];
  return Math.min(first, outer - 1) * inner + (second % inner);
}
