import { isProblem, problem } from '../../state/problem.js';
import { countOf, kinds, numbersOf, viewOf } from './bytes.js';

/**
 * NumPy's format: a magic word, the version, the length of a header that is a dictionary of Python, and the
 * numbers.
 *
 * @typedef {import('./bytes.js').Dense} Dense
 * @typedef {import('../../state/problem.js').Problem} Problem
 */

const magic = [0x93, ...'NUMPY'].map((each) =>
  typeof each === 'string' ? each.charCodeAt(0) : each,
);

/** The types by NumPy's letter and the bytes of a number. @type {Record<string, keyof typeof kinds>} */
const types = {
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
  i1: 'int8',
  i2: 'int16',
  i4: 'int32',
  i8: 'int64',
  u1: 'uint8',
  u2: 'uint16',
  u4: 'uint32',
  u8: 'uint64',
  b1: 'bool',
};

/** What other types are called; they are no numbers of a layer. @type {Record<string, string>} */
const others = {
  c: 'complex',
  O: 'object',
  S: 'bytes',
  a: 'bytes',
  U: 'text',
  V: 'void',
  M: 'time',
  m: 'time',
};

/** @param {Uint8Array} bytes */
export const isNpy = (bytes) => magic.every((byte, i) => bytes[i] === byte);

/**
 * @param {Uint8Array} bytes
 * @returns {Dense | Problem}
 */
export function readNpy(bytes) {
  if (!isNpy(bytes)) return problem('npy-magic');
  const [major, minor] = [bytes[6], bytes[7]];
  if (!(major >= 1 && major <= 3)) return problem('npy-version', {}, `${major}.${minor}`);
  const view = viewOf(bytes);
  const from = major === 1 ? 10 : 12;
  if (bytes.length < from) return problem('npy-header');
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > 2 ** 20 || from + length > bytes.length) return problem('npy-header');
  const header = new TextDecoder(major === 3 ? 'utf-8' : 'latin1').decode(
    bytes.subarray(from, from + length),
  );
  const read = headerOf(header);
  if (isProblem(read)) return read;
  const { shape, kind, little, fortran } = read;
  const count = countOf(shape);
  if (typeof count !== 'number') return count;
  return numbersOf(bytes.subarray(from + length), shape, kind, { little, fortran });
}

/** `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }` @param {string} header */
function headerOf(header) {
  const descr = /(['"])descr\1\s*:\s*(?:(['"])([^'"]*)\2|(\[))/.exec(header);
  const order = /(['"])fortran_order\1\s*:\s*(True|False)/.exec(header);
  const extents = /(['"])shape\1\s*:\s*\(([^()]*)\)/.exec(header);
  if (!descr || !order || !extents) return problem('npy-header');
  if (descr[4]) return problem('npy-type', {}, 'structured');
  const [, sign, type] = /^([<>|=]?)(.*)$/.exec(descr[3]) ?? [];
  const kind = kinds[types[type === '?' ? 'b1' : type]];
  if (!kind) return problem('npy-type', {}, others[type?.[0]] ?? descr[3]);
  const shape = extents[2]
    .split(',')
    .map((each) => each.trim().replace(/L$/, ''))
    .filter((each) => each !== '')
    .map((each) => (/^\d+$/.test(each) ? Number(each) : NaN));
  return { shape, kind, little: sign !== '>', fortran: order[2] === 'True' };
}
