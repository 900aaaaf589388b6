import { isProblem, problem } from '../../state/problem.js';
import { viewOf } from './bytes.js';

/**
 * What of a zip file is needed: the list at its end, and what is stored or deflated. Sizes that the file
 * claims are not believed: no more is made than may be.
 *
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {{ name: string, method: number, from: number, length: number, size: number }} Entry
 *   `from`, `length`: its bytes in the file; `size`: what they are said to become
 */

const marks = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
/** The list of a file with larger numbers, whose sizes are all ones. */
const large = 0xffffffff;
/** The most entries that are looked at. */
const mostEntries = 4096;
/** The end may be followed by a remark. */
const longestRemark = 2 ** 16;

/** @param {Uint8Array} bytes */
export const isZip = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] < 8;

/**
 * What is in the file.
 * @param {Uint8Array} bytes
 * @returns {Entry[] | Problem}
 */
export function entriesOf(bytes) {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  const least = Math.max(0, end - longestRemark);
  while (end >= least && view.getUint32(end, true) !== marks.end) end--;
  if (end < least || end < 0) return problem('zip-cut');
  const count = Math.min(view.getUint16(end + 10, true), mostEntries);
  let at = view.getUint32(end + 16, true);
  /** @type {Entry[]} */
  const entries = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== marks.entry)
      return problem('zip-cut');
    const [nameLength, extraLength, remarkLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    );
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = [20, 24, 42].map((offset) => view.getUint32(at + offset, true));
    const extra = at + 46 + nameLength;
    const [length, size, local] = larger(view, extra, extraLength, sizes);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== marks.local)
      return problem('zip-cut');
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + length > bytes.length) return problem('zip-cut');
    entries.push({ name, method: view.getUint16(at + 10, true), from, length, size });
    at = extra + extraLength + remarkLength;
  }
  return entries;
}

/**
 * Sizes that do not fit into 32 bits stand in an extra field, in the order of those that are all ones.
 * NumPy writes it for every array.
 * @param {DataView} view
 * @param {number} at
 * @param {number} length
 * @param {number[]} sizes compressed, uncompressed, offset
 */
function larger(view, at, length, [packed, size, local]) {
  const end = Math.min(at + length, view.byteLength);
  while (at + 4 <= end) {
    const [id, bytes] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    let next = at + 4;
    const last = Math.min(next + bytes, end);
    const take = (/** @type {number} */ usual) => {
      if (usual !== large || next + 8 > last) return usual;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    if (id === 1) {
      size = take(size);
      packed = take(packed);
      local = take(local);
    }
    at = last;
  }
  return [packed, size, local];
}

/**
 * The bytes of an entry, or why there are none; never more than `most`.
 * @param {Uint8Array} bytes of the file
 * @param {Entry} entry
 * @param {number} most
 * @returns {Promise<Uint8Array | Problem>}
 */
export async function unzipped(bytes, { name, method, from, length, size }, most) {
  const packed = bytes.subarray(from, from + length);
  if (size > most) return problem('zip-size', { limit: most }, name);
  if (method === 0) return packed.length === size ? packed : problem('zip-damaged', {}, name);
  if (method !== 8) return problem('zip-method', {}, name);
  const out = await inflated(packed, size);
  if (isProblem(out)) return { ...out, text: name };
  return out;
}

/**
 * Inflates bytes that are to become exactly so many.
 * @param {Uint8Array} packed
 * @param {number} size
 * @returns {Promise<Uint8Array | Problem>}
 */
async function inflated(packed, size) {
  const stream = new Blob([/** @type {BlobPart} */ (packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  // Not made before it comes: what is said of the size may be a lie.
  const pieces = [];
  let length = 0;
  try {
    for (let next; !(next = await reader.read()).done;) {
      length += next.value.length;
      if (length > size) {
        await reader.cancel().catch(() => {});
        return problem('zip-damaged');
      }
      pieces.push(next.value);
    }
  } catch {
    return problem('zip-damaged');
  }
  if (length !== size) return problem('zip-damaged');
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
