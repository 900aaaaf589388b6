/**
 * Numbers as the `z:` form of a link has them: base64url of deflated little-endian float32.
 */

const bytesEach = 4;
// So small a piece inflates to at most a megabyte, after which the size is looked at again.
const pieceLength = 1024;

/**
 * Whether float32 holds these numbers exactly.
 * @param {number[]} numbers
 */
export function packable(numbers) {
  return numbers.every((number) => Math.fround(number) === number);
}

/**
 * The numbers packed into text.
 * @param {number[]} numbers which `packable` accepts
 */
export async function packed(numbers) {
  const view = new DataView(new ArrayBuffer(numbers.length * bytesEach));
  numbers.forEach((number, i) => view.setFloat32(i * bytesEach, number, true));
  const bytes = new Uint8Array(view.buffer);
  return base64url(
    /** @type {Uint8Array} */ (await piped(bytes, new CompressionStream('deflate'))),
  );
}

/**
 * The numbers that were packed; undefined when there are not exactly `count` of them or the text is
 * damaged. Reads bare deflate too, which other programs write.
 * @param {string} text
 * @param {number} count
 * @returns {Promise<number[] | undefined>}
 */
export async function unpacked(text, count) {
  const deflated = deflatedOf(text, count);
  if (deflated === undefined) return undefined;
  const format = hasZlibHeader(deflated) ? 'deflate' : 'deflate-raw';
  return numbersOf(
    await piped(deflated, new DecompressionStream(format), count * bytesEach),
    count,
  );
}

/**
 * `unpacked` without waiting.
 * @param {(deflated: Uint8Array, raw: boolean, most: number) => Uint8Array | undefined} inflate makes at
 *   most so many bytes; undefined for damaged ones
 * @returns {(text: string, count: number) => number[] | undefined}
 */
export const unpackedBy = (inflate) => (text, count) => {
  const deflated = deflatedOf(text, count);
  if (deflated === undefined) return undefined;
  // One more than there should be shows that there are too many.
  return numbersOf(inflate(deflated, !hasZlibHeader(deflated), count * bytesEach + 1), count);
};

/**
 * The numbers of inflated bytes; undefined when they are not exactly so many.
 * @param {Uint8Array | undefined} bytes
 * @param {number} count
 */
function numbersOf(bytes, count) {
  if (bytes?.length !== count * bytesEach) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  // Adding 0 turns -0 into 0, as in all of a link's numbers.
  return Array.from({ length: count }, (_, i) => view.getFloat32(i * bytesEach, true) + 0);
}

/** Method 8 and a multiple of 31 are the law of zlib's header; bare deflate never looks like it.
 * @param {Uint8Array} bytes
 */
function hasZlibHeader([first, second]) {
  return (first & 15) === 8 && (first * 256 + second) % 31 === 0;
}

/**
 * What the stream makes of the bytes; undefined when it refuses them or would make more than `most`,
 * which is noticed soon enough for a bomb not to go off.
 * @param {Uint8Array} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} [most]
 */
async function piped(bytes, stream, most = Infinity) {
  let next = 0;
  const source = new ReadableStream({
    pull(controller) {
      if (next >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(next, (next += pieceLength)));
    },
  });
  const reader = source.pipeThrough(stream).getReader();
  const pieces = [];
  let length = 0;
  try {
    for (let result; !(result = await reader.read()).done;) {
      length += result.value.length;
      if (length > most) {
        await reader.cancel();
        return undefined;
      }
      pieces.push(result.value);
    }
  } catch {
    return undefined;
  }
  const whole = new Uint8Array(length);
  let filled = 0;
  for (const piece of pieces) {
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  let characters = '';
  for (let i = 0; i < bytes.length; i += pieceLength)
    characters += String.fromCharCode(...bytes.subarray(i, i + pieceLength));
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of so many packed numbers: deflated ones are hardly more than the numbers themselves.
 * @param {string} text
 * @param {number} count
 */
const deflatedOf = (text, count) =>
  text.length > 2 * count * bytesEach + 1000 ? undefined : bytesOf(text);

/**
 * The bytes of base64url, or of the base64 that a program made of it.
 * @param {string} text
 * @returns {Uint8Array | undefined}
 */
function bytesOf(text) {
  const base64 = text
    .trim()
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(base64) || base64.length % 4 === 1) return undefined;
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
