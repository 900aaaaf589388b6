/**
 * A tensor given by its numbers: row-major float64, `shape` [n, c, h, w].
 * @typedef {{ shape: number[], data: number[] }} Literal
 *
 * A tensor given by name, which only the engine expands.
 * @typedef {{ shape: number[], generator: string, args: number[] }} Generated
 *
 * @typedef {Literal | Generated} Tensor
 */

/** The names of the tensors that the engine makes. */
export const generators = [
  'zeros',
  'ones',
  'arange',
  'eye',
  'rand',
  'bilinear',
  'gaussian',
  'sobel-x',
  'sobel-y',
  'box',
  'delta',
];

/**
 * Whether a tensor is given by its numbers.
 * @param {Tensor} tensor
 * @returns {tensor is Literal}
 */
export function isLiteral(tensor) {
  return 'data' in tensor;
}

/**
 * A tensor with these numbers; leading dimensions left out of the shape are 1.
 * @param {number[]} shape two to four numbers
 * @param {number[]} data row-major
 * @returns {Literal}
 */
export function literal(shape, data) {
  return { shape: fullShape(shape), data };
}

/**
 * The shape with leading ones filled in: [2, 3] becomes [1, 1, 2, 3].
 * @param {number[]} shape at most four numbers
 */
export function fullShape(shape) {
  return [1, 1, 1, 1].slice(shape.length).concat(shape);
}

/**
 * The number of cells of a shape.
 * @param {number[]} shape
 */
export function size(shape) {
  return shape.reduce((product, extent) => product * extent, 1);
}

/**
 * The place of a cell in the row-major data.
 * @param {number[]} shape
 * @param {number[]} cell one index for each dimension
 */
export function offset(shape, cell) {
  return shape.reduce((before, extent, dimension) => before * extent + cell[dimension], 0);
}

/**
 * The cell at a place in the row-major data: the inverse of `offset`.
 * @param {number[]} shape
 * @param {number} offset
 */
export function cellAt(shape, offset) {
  const cell = shape.map(() => 0);
  for (let dimension = shape.length - 1; dimension >= 0; dimension--) {
    cell[dimension] = offset % shape[dimension];
    offset = Math.floor(offset / shape[dimension]);
  }
  return cell;
}

/**
 * The tensor with one number replaced.
 * @param {Literal} tensor
 * @param {number[]} cell
 * @param {number} value
 * @returns {Literal}
 */
export function withCell(tensor, cell, value) {
  return { ...tensor, data: tensor.data.with(offset(tensor.shape, cell), value) };
}

/**
 * The tensor in another size: cells in both keep their numbers, new ones are 0. A generated tensor is
 * generated in the new size.
 * @param {Tensor} tensor
 * @param {number[]} shape
 * @returns {Tensor}
 */
export function resized(tensor, shape) {
  if (!isLiteral(tensor)) return { ...tensor, shape };
  if (sameShape(tensor.shape, shape)) return tensor;
  const empty = { shape, data: new Array(size(shape)).fill(0) };
  return overlaid(empty, tensor, [0, 0, 0, 0]);
}

/**
 * The shape that a tensor grows to when a block is laid into it.
 * @param {number[]} shape
 * @param {number[]} cell where the first cell of the block goes
 * @param {number[]} block the shape of the block
 */
export function grownShape(shape, cell, block) {
  return shape.map((extent, i) => Math.max(extent, cell[i] + block[i]));
}

/**
 * The tensor with a block laid over it, grown where the block reaches beyond it.
 * @param {Literal} tensor
 * @param {number[]} cell where the first cell of the block goes
 * @param {Literal} block
 * @returns {Literal}
 */
export function withBlock(tensor, cell, block) {
  const grown = resized(tensor, grownShape(tensor.shape, cell, block.shape));
  return overlaid(/** @type {Literal} */ (grown), block, cell);
}

/**
 * Whether two shapes are the same.
 * @param {number[]} a
 * @param {number[]} b
 */
export function sameShape(a, b) {
  return a.length === b.length && a.every((extent, i) => extent === b[i]);
}

/**
 * `tensor` with the part of `block` that falls inside it, row by row because rows are contiguous in
 * both.
 * @param {Literal} tensor
 * @param {Literal} block
 * @param {number[]} corner
 * @returns {Literal}
 */
function overlaid({ shape, data }, block, corner) {
  const [outer, channels, rows, columns] = block.shape.map((extent, i) =>
    Math.min(extent, shape[i] - corner[i]),
  );
  const [n, c, h, w] = corner;
  const result = data.slice();
  for (let i = 0; i < outer; i++) {
    for (let j = 0; j < channels; j++) {
      for (let row = 0; row < rows; row++) {
        const from = offset(block.shape, [i, j, row, 0]);
        const to = offset(shape, [n + i, c + j, h + row, w]);
        for (let column = 0; column < columns; column++) {
          result[to + column] = block.data[from + column];
        }
      }
    }
  }
  return { shape, data: result };
}
