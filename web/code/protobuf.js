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

/**
 * A field of a message that is read: of what number, and a number or bytes.
 * @typedef {{ field: number, value: number, bytes: Uint8Array | undefined }} Field
 */

/** The bytes of a number of ten of them are its sign's. */
const longestVarint = 10;

/**
 * The fields of a message; undefined where its bytes end too early or are none.
 * @param {Uint8Array} content
 * @returns {Field[] | undefined}
 */
export function fieldsOf(content) {
  /** @type {Field[]} */
  const fields = [];
  const cursor = { at: 0 };
  while (cursor.at < content.length) {
    const key = numberAt(content, cursor);
    if (key === undefined || key < 8) return undefined;
    const [field, type] = [Math.floor(key / 8), key % 8];
    if (type === 0) {
      const value = numberAt(content, cursor);
      if (value === undefined) return undefined;
      fields.push({ field, value, bytes: undefined });
      continue;
    }
    const length =
      type === 1 ? 8 : type === 5 ? 4 : type === 2 ? numberAt(content, cursor) : undefined;
    if (length === undefined || length < 0 || cursor.at + length > content.length) return undefined;
    const bytes = content.subarray(cursor.at, cursor.at + length);
    cursor.at += length;
    fields.push({ field, value: NaN, bytes });
  }
  return fields;
}

/**
 * A number of seven bits a byte, below zero where its ten bytes say so; undefined where it is cut.
 * @param {Uint8Array} content
 * @param {{ at: number }} cursor
 */
function numberAt(content, cursor) {
  let value = 0n;
  for (let i = 0n; i < longestVarint; i++) {
    if (cursor.at >= content.length) return undefined;
    const byte = content[cursor.at++];
    value |= BigInt(byte & 127) << (7n * i);
    if (byte < 128) return Number(BigInt.asIntN(64, value));
  }
  return undefined;
}

/** Numbers one after another. @param {Uint8Array} content @returns {number[] | undefined} */
export function packedOf(content) {
  /** @type {number[]} */
  const numbers = [];
  const cursor = { at: 0 };
  while (cursor.at < content.length) {
    const value = numberAt(content, cursor);
    if (value === undefined) return undefined;
    numbers.push(value);
  }
  return numbers;
}
