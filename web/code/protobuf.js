/**
 * The few rules of protocol buffers that a model needs. A field is a number (varint) or bytes with
 * their length: text, a message, packed numbers.
 */

const utf8 = new TextEncoder();

/**
 * Seven bits a byte, the lowest first; the top bit says that more follow.
 * @param {number} value whole, from 0
 */
function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Uint8Array.from([...bytes, value]);
}

/**
 * Bytes after one another.
 * @param {Uint8Array[]} parts
 */
export function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @param {number} field @param {number} value */
export const integer = (field, value) => joined([varint(field * 8), varint(value)]);

/** @param {number} field @param {Uint8Array} content */
export const bytes = (field, content) =>
  joined([varint(field * 8 + 2), varint(content.length), content]);

/** @param {number} field @param {string} value */
export const text = (field, value) => bytes(field, utf8.encode(value));

/** @param {number} field @param {Uint8Array[]} parts */
export const message = (field, ...parts) => bytes(field, joined(parts));
