/**
 * @typedef {import('./picture.js').Picture} Picture
 * @typedef {import('./layer.js').Layer} Layer
 *
 * @typedef {object} Job what is to be developed
 * @property {Picture} picture
 * @property {Layer} layer
 * @property {import('./picture.js').Mapping} mapping
 *
 * @typedef {(rows: import('../../engine/bands.js').Band, bytes: Uint8ClampedArray) => void} Paint
 */
import { runOf } from '../../model/asked.js';
import { reach } from '../../engine/bands.js';
import { bytesOf, cut } from './picture.js';

/**
 * The part of a picture that a part of the result is made of, and the options that make it.
 * @param {Picture} picture
 * @param {Layer} layer
 * @param {import('../../engine/bands.js').Band} rows
 * @param {import('../../engine/bands.js').Band} columns
 */
export function part(picture, layer, rows, columns) {
  const { operation, height, width, stride, dilation, groups, edge } = layer;
  const down = reach(operation, height, rows.from, rows.to);
  const across = reach(operation, width, columns.from, columns.to);
  const padding = [down.before, down.after, across.before, across.after];
  return {
    x: cut(picture, down, across, edge),
    origin: { row: down.first, column: across.first },
    options: { stride, dilation, groups, padding },
  };
}

/**
 * A part of the result: rows of it, unless columns are given too.
 * @param {import('../../engine/engine.d.ts').Engine} engine
 * @param {Picture} picture
 * @param {Layer} layer
 * @param {import('../../engine/bands.js').Band} rows
 * @param {import('../../engine/bands.js').Band} [columns]
 */
export function computed(engine, picture, layer, rows, columns = { from: 0, to: layer.y[3] }) {
  const { x, options } = part(picture, layer, rows, columns);
  const run = runOf(engine, layer.operation);
  const k = { shape: layer.k.shape, data: Float32Array.from(layer.k.data) };
  const bias = layer.bias.length > 0 ? { bias: Float32Array.from(layer.bias) } : {};
  return run(x, k, { ...options, ...bias });
}

/**
 * Rows of the result as a canvas takes them.
 * @param {import('../../engine/engine.d.ts').Engine} engine
 * @param {Picture} picture
 * @param {Layer} layer
 * @param {import('../../engine/bands.js').Band} rows
 * @param {import('./picture.js').Mapping} mapping
 */
export const developed = (engine, picture, layer, rows, mapping) =>
  bytesOf(computed(engine, picture, layer, rows), mapping);
