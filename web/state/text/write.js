import { nestedOf } from '../nested.js';
import { formatNumber } from '../number.js';
import { size } from '../tensor.js';

/** @typedef {import('../tensor.js').Literal} Literal */

/**
 * The forms that a tensor is copied out in, each of which `readText` reads. MATLAB and the
 * spreadsheet's forms know only matrices: they write the tensor's first plane.
 * @type {Record<'pytorch' | 'numpy' | 'list' | 'matlab' | 'csv' | 'tsv', (tensor: Literal) => string>}
 */
export const forms = {
  // All four dimensions, which conv2d asks for, and points, which make it floating point.
  pytorch: (tensor) => called('torch.tensor', nestedOf(tensor), withPoint),
  numpy: (tensor) => called('np.array', squeezed(tensor), withPoint),
  list: (tensor) => listText(squeezed(tensor), 0, numberText),
  matlab: (tensor) => `[${rowTexts(tensor, ' ').join('; ')}]`,
  csv: (tensor) => rowTexts(tensor, ',').join('\n'),
  tsv: (tensor) => rowTexts(tensor, '\t').join('\n'),
};

/**
 * One plane of a tensor, as a tensor.
 * @param {Literal} tensor
 * @param {number} outer index in dimension 0
 * @param {number} channel index in dimension 1
 * @returns {Literal}
 */
export function plane({ shape, data }, outer, channel) {
  const [, channels, rows, columns] = shape;
  const from = (outer * channels + channel) * rows * columns;
  return { shape: [1, 1, rows, columns], data: data.slice(from, from + rows * columns) };
}

/** @typedef {number | Lists[]} Lists */

/** The lists without those around a single list, but at least rows of numbers. @param {Literal} tensor */
function squeezed(tensor) {
  /** @type {Lists[]} */
  let lists = nestedOf(tensor);
  for (const extent of tensor.shape.slice(0, 2)) {
    if (extent !== 1) break;
    lists = /** @type {Lists[]} */ (lists[0]);
  }
  return lists;
}

/**
 * @param {string} name
 * @param {Lists} lists
 * @param {(value: number) => string} write
 */
function called(name, lists, write) {
  return `${name}(${listText(lists, name.length + 1, write)})`;
}

/**
 * Lists in brackets, a row a line, each line under the first.
 * @param {Lists} lists
 * @param {number} indent how far from the left the first line starts
 * @param {(value: number) => string} write
 * @returns {string}
 */
function listText(lists, indent, write) {
  if (typeof lists === 'number') return write(lists);
  const items = lists.map((item) => listText(item, indent + 1, write));
  const isRow = typeof lists[0] === 'number';
  return `[${items.join(isRow ? ', ' : `,\n${' '.repeat(indent + 1)}`)}]`;
}

/**
 * @param {Literal} tensor
 * @param {string} separator
 */
function rowTexts(tensor, separator) {
  if (size(tensor.shape) === 0) return [];
  return nestedOf(tensor)[0][0].map((row) => row.map(numberText).join(separator));
}

/**
 * A number of a result may be infinite: `inf` and `nan` are what all of these programs read.
 * @param {number} value
 */
function numberText(value) {
  return Number.isFinite(value)
    ? formatNumber(value)
    : formatNumber(value).replace('∞', 'inf').toLowerCase();
}

/** The number as a floating-point literal. @param {number} value */
function withPoint(value) {
  const text = numberText(value);
  return /^-?\d+$/.test(text) ? `${text}.` : text;
}
