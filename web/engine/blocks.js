import { bandsOf, reach } from './bands.js';

/**
 * A large layer, computed block by block, so that whoever computes it can do something else in between.
 *
 * @typedef {import('./engine.d.ts').Engine} Engine
 * @typedef {import('./engine.d.ts').Operation} Operation
 * @typedef {{ shape: number[], data: Float64Array }} Dense
 *
 * @typedef {object} Work a layer that is known to be valid, its X a batch of one
 * @property {Operation} operation
 * @property {import('./engine.d.ts').Layer} layer its sizes
 * @property {import('./engine.d.ts').ComputeOptions} options
 * @property {number} cost its multiplications, and what else takes as long as some
 */

/**
 * A part of the planes of X, zeros where it lies beyond their edges.
 * @param {Dense} x
 * @param {import('./bands.js').Reach} rows
 * @param {import('./bands.js').Reach} columns
 * @returns {Dense}
 */
export function cut({ shape: [, channels, height, width], data }, rows, columns) {
  const part = new Float64Array(channels * rows.count * columns.count);
  const left = Math.max(0, -columns.first);
  const right = Math.min(columns.count, width - columns.first);
  const top = Math.max(0, -rows.first);
  const bottom = Math.min(rows.count, height - rows.first);
  for (let channel = 0; channel < channels && right > left; channel++) {
    for (let row = top; row < bottom; row++) {
      const from = (channel * height + rows.first + row) * width + columns.first;
      const to = (channel * rows.count + row) * columns.count;
      part.set(data.subarray(from + left, from + right), to + left);
    }
  }
  return { shape: [1, channels, rows.count, columns.count], data: part };
}

/**
 * Lays a block of Y where it belongs.
 * @param {Dense} y
 * @param {Dense} block
 * @param {import('./bands.js').Band} rows
 * @param {import('./bands.js').Band} columns
 */
function lay({ shape: [, channels, height, width], data }, block, rows, columns) {
  const [down, across] = [rows.to - rows.from, columns.to - columns.from];
  for (let channel = 0; channel < channels; channel++) {
    for (let row = 0; row < down; row++) {
      const from = (channel * down + row) * across;
      const to = (channel * height + rows.from + row) * width + columns.from;
      data.set(block.data.subarray(from, from + across), to);
    }
  }
}

/**
 * Computes a layer in blocks of its output: of whole rows, or of parts of a row where one takes long.
 * @param {Engine} engine
 * @param {Work} work
 * @param {Dense} x
 * @param {Dense} k
 * @param {number} most the cost of a block
 * @returns {Generator<number, Dense, void>} the share that is done, from 0 to 1, after each block; then Y
 * @throws {import('./engine.js').ConvError}
 */
export function* inBlocks(engine, { operation, layer, options, cost }, x, k, most) {
  const run = operation === 'conv2d' ? engine.conv2d : engine.convTranspose2d;
  const [, channels, rows, columns] = layer.y;
  const cells = Math.max(1, Math.floor((most * rows * columns) / cost));
  if (cells >= rows * columns) return run(x, k, options);

  const { bias, stride, dilation, groups } = options;
  const data = new Float64Array(channels * rows * columns);
  const y = { shape: layer.y, data };
  const down = bandsOf(rows, cells / columns);
  const across = bandsOf(columns, cells);
  let done = 0;
  for (const band of down) {
    const high = reach(operation, layer.height, band.from, band.to);
    for (const part of across) {
      const wide = reach(operation, layer.width, part.from, part.to);
      const padding = [high.before, high.after, wide.before, wide.after];
      const given = { bias, stride, dilation, groups, padding, constantWeights: true };
      lay(y, run(cut(x, high, wide), k, given), band, part);
      done += (band.to - band.from) * (part.to - part.from);
      yield done / (rows * columns);
    }
  }
  return y;
}
