import { problem } from '../../state/problem.js';
import { mostElements } from '../../state/limits.js';

/**
 * Numbers as files have them.
 *
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {{ shape: number[], data: Float64Array }} Dense row-major
 * @typedef {{ bytes: number, at: (view: DataView, offset: number, little: boolean) => number }} Kind of number
 */

/** The most dimensions of a tensor in a file. */
const mostDimensions = 32;

/** @param {number} bits of a number of 16 bits: a sign, 5 of the exponent, 10 of the fraction */
function half(bits) {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const size =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? fraction
          ? NaN
          : Infinity
        : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
}

const word = new DataView(new ArrayBuffer(4));
/** The upper half of a float32. @param {number} bits */
function upperHalf(bits) {
  word.setUint16(0, bits);
  return word.getFloat32(0);
}

/** @type {Record<string, Kind>} */
export const kinds = {
  float16: { bytes: 2, at: (view, offset, little) => half(view.getUint16(offset, little)) },
  bfloat16: { bytes: 2, at: (view, offset, little) => upperHalf(view.getUint16(offset, little)) },
  float32: { bytes: 4, at: (view, offset, little) => view.getFloat32(offset, little) },
  float64: { bytes: 8, at: (view, offset, little) => view.getFloat64(offset, little) },
  int8: { bytes: 1, at: (view, offset) => view.getInt8(offset) },
  uint8: { bytes: 1, at: (view, offset) => view.getUint8(offset) },
  bool: { bytes: 1, at: (view, offset) => (view.getUint8(offset) ? 1 : 0) },
  int16: { bytes: 2, at: (view, offset, little) => view.getInt16(offset, little) },
  uint16: { bytes: 2, at: (view, offset, little) => view.getUint16(offset, little) },
  int32: { bytes: 4, at: (view, offset, little) => view.getInt32(offset, little) },
  uint32: { bytes: 4, at: (view, offset, little) => view.getUint32(offset, little) },
  int64: { bytes: 8, at: (view, offset, little) => Number(view.getBigInt64(offset, little)) },
  uint64: { bytes: 8, at: (view, offset, little) => Number(view.getBigUint64(offset, little)) },
};

/** @param {Uint8Array} bytes */
export const viewOf = ({ buffer, byteOffset, byteLength }) =>
  new DataView(buffer, byteOffset, byteLength);

/**
 * How many numbers a shape has, or why it cannot be read: nothing is made before this is known.
 * @param {readonly number[]} shape
 * @returns {number | Problem}
 */
export function countOf(shape) {
  const named = shape.join(' × ');
  if (shape.length > mostDimensions) return problem('depth', { limit: 4 });
  if (!shape.every((extent) => Number.isSafeInteger(extent) && extent >= 0))
    return problem('file-shape', {}, named);
  const count = shape.reduce((product, extent) => product * extent, 1);
  if (count === 0) return problem('file-empty', { shape: named });
  return count <= mostElements
    ? count
    : problem('file-elements', { elements: count, limit: mostElements, shape: named });
}

/**
 * The numbers of bytes; a cut file has fewer than its shape says.
 * @param {Uint8Array} bytes
 * @param {number[]} shape
 * @param {Kind} kind
 * @param {{ little?: boolean, fortran?: boolean }} [how] `fortran`: along the first dimension first
 * @returns {Dense | Problem}
 */
export function numbersOf(bytes, shape, kind, { little = true, fortran = false } = {}) {
  const count = countOf(shape);
  if (typeof count !== 'number') return count;
  if (bytes.length < count * kind.bytes) {
    const there = Math.floor(bytes.length / kind.bytes);
    return problem('file-cut', { count: there, expected: count });
  }
  const view = viewOf(bytes);
  const data = new Float64Array(count);
  for (let i = 0; i < count; i++) data[i] = kind.at(view, i * kind.bytes, little);
  return { shape, data: fortran ? rowMajor(data, shape) : data };
}

/** Numbers that lie along the first dimension first, along the last one first.
 * @param {Float64Array} data @param {readonly number[]} shape */
function rowMajor(data, shape) {
  const out = new Float64Array(data.length);
  const index = shape.map(() => 0);
  for (let i = 0; i < data.length; i++) {
    let to = 0;
    for (let d = 0; d < shape.length; d++) to = to * shape[d] + index[d];
    out[to] = data[i];
    for (let d = 0; d < shape.length && ++index[d] === shape[d]; d++) index[d] = 0;
  }
  return out;
}
