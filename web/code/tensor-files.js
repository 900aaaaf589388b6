import { nestedOf } from '../state/nested.js';
import { formatNumber, grouped } from '../state/number.js';
import { size } from '../state/tensor.js';

/**
 * A tensor as a file.
 *
 * @typedef {object} Tensor
 * @property {readonly number[]} shape
 * @property {ArrayLike<number>} data row-major
 *
 * @typedef {object} Form
 * @property {string} extension
 * @property {string} type
 * @property {(tensor: Tensor) => BlobPart} write
 */

/** The most numbers of a file of text, which larger ones would be slow to write and to read. */
export const mostInText = 1_000_000;

/**
 * `csv`: a line for each row, an empty one between two planes. `json`: nested lists, one for each
 * dimension. `npy32` and `npy64`: NumPy's own format, in either type.
 * @type {Record<'csv' | 'json' | 'npy32' | 'npy64', Form>}
 */
export const files = {
  csv: { extension: 'csv', type: 'text/csv', write: csv },
  json: { extension: 'json', type: 'application/json', write: json },
  npy32: { extension: 'npy', type: 'application/octet-stream', write: (tensor) => npy(tensor, 4) },
  npy64: { extension: 'npy', type: 'application/octet-stream', write: (tensor) => npy(tensor, 8) },
};

/**
 * Why a tensor cannot be written in a form, as the numbers for a sentence; nothing where it can.
 * @param {Tensor} tensor
 * @param {keyof typeof files} form
 */
export function tooLargeFor({ shape }, form) {
  const count = size([...shape]);
  if (files[form].extension === 'npy' || count <= mostInText) return undefined;
  return { all: grouped(String(count)), most: grouped(String(mostInText)) };
}

/** `inf` and `nan` are what programs read that know such numbers. @param {number} value */
const text = (value) =>
  Number.isFinite(value)
    ? formatNumber(value)
    : formatNumber(value).replace('∞', 'inf').toLowerCase();

/** @param {Tensor} tensor */
function csv({ shape, data }) {
  const [rows, columns] = [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
  let written = '';
  for (let i = 0; i < data.length; i++) {
    if (i > 0 && i % (rows * columns) === 0) written += '\n';
    written += text(data[i]) + ((i + 1) % columns === 0 ? '\n' : ',');
  }
  return written;
}

/** JSON knows no infinite number: it is a text there, which JavaScript's and Python's numbers are made from.
 * @param {Tensor} tensor */
function json({ shape, data }) {
  const whole = { shape: [...shape], data: Array.from(data) };
  const known = (/** @type {string} */ _, /** @type {unknown} */ value) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  return `${JSON.stringify(shape.length === 4 ? nestedOf(whole) : whole.data, known)}\n`;
}

/** What a file begins with: the name of the format, and its version 1.0. */
const magic = [0x93, ...new TextEncoder().encode('NUMPY'), 1, 0];

/**
 * NumPy's format: a header that is padded so that the numbers begin at a multiple of 64 bytes, then the
 * numbers, little-endian and row by row.
 * @param {Tensor} tensor
 * @param {4 | 8} bytes of a number
 */
export function npy({ shape, data }, bytes) {
  const extents = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dictionary = `{'descr': '<f${bytes}', 'fortran_order': False, 'shape': (${extents}), }`;
  const before = magic.length + 2;
  const first = Math.ceil((before + dictionary.length + 1) / 64) * 64;
  const file = new Uint8Array(first + bytes * data.length);
  file.set(magic);
  const view = new DataView(file.buffer);
  view.setUint16(magic.length, first - before, true);
  file.set(new TextEncoder().encode(`${dictionary.padEnd(first - before - 1)}\n`), before);
  for (let i = 0; i < data.length; i++) {
    if (bytes === 4) view.setFloat32(first + 4 * i, data[i], true);
    else view.setFloat64(first + 8 * i, data[i], true);
  }
  return file;
}
