import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from 'fflate';
import { pause } from './pressroom.js';

/**
 * Files in one.
 *
 * @typedef {{ name: string, content: string | Uint8Array }} File
 */

/**
 * @param {AsyncIterable<File> | Iterable<File>} files
 * @param {{ signal?: AbortSignal }} [watched]
 * @returns {Promise<Uint8Array<ArrayBuffer>>} a ZIP; rejected when the signal aborts
 */
export async function zipped(files, { signal } = {}) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for await (const { name, content } of files) {
    signal?.throwIfAborted();
    // Pictures other than text are compressed already.
    const file =
      typeof content === 'string' ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    zip.add(file);
    file.push(typeof content === 'string' ? strToU8(content) : content, true);
    await pause();
  }
  zip.end();
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
