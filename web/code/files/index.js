import { isProblem, problem } from '../../state/problem.js';
import { readText } from '../../state/text/read.js';
import { finished } from '../reading/finish.js';
import { understood } from '../reading/understand.js';
import { codeOf } from './ipynb.js';
import { isNpy, readNpy } from './npy.js';
import { readJson } from './json.js';
import { readOnnx } from './onnx.js';
import { readTable } from './table.js';
import { entriesOf, isZip, unzipped } from './zip.js';

/**
 * What a file has: arrays, layers, or whatever a text means. Nothing in it is run.
 *
 * @typedef {import('./bytes.js').Dense} Dense
 * @typedef {import('../reading/understand.js').Choice} Choice
 * @typedef {import('../reading/understand.js').Understood} Understood
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {import('../../state/state.js').State} State
 *
 * @typedef {{ name: string, array: Dense }} Named
 * @typedef {{ arrays: Named[], notes: Problem[] } | { choices: Choice[], notes: Problem[] } | Understood} Content
 */

/** The largest file, in bytes. */
export const largestFile = 2 ** 28;
/** The most that the arrays of one archive may become. */
const mostUnzipped = 2 ** 27;
/** The longest text: of links, and more than a program may be. */
const longestText = 2 ** 22;

/** @param {string} name */
const ending = (name) => /\.([a-z0-9]+)$/i.exec(name)?.[1].toLowerCase() ?? '';
/** @param {string} name */
const stem = (name) => name.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]+$/i, '');

/**
 * @param {Uint8Array} bytes
 * @param {string} name of the file
 * @param {State} [reader] what is there: what a layer leaves open stays as it is
 * @returns {Promise<Content>}
 */
export async function readFile(bytes, name, reader) {
  if (bytes.length === 0) return { problem: problem('file-none') };
  if (isNpy(bytes) || ending(name) === 'npy') {
    const array = readNpy(bytes);
    return isProblem(array)
      ? { problem: array }
      : { arrays: [{ name: stem(name), array }], notes: [] };
  }
  if (isZip(bytes)) return zipped(bytes);
  if (ending(name) === 'onnx') return modelled(bytes, reader);
  const text = textOf(bytes);
  if (text === undefined) return { problem: problem('file-kind', {}, name) };
  if (text.length > longestText)
    return { problem: problem('too-long', { length: text.length, limit: longestText }) };
  return written(text, name, reader);
}

/**
 * @param {string} text
 * @param {string} name
 * @param {State | undefined} reader
 * @returns {Content}
 */
function written(text, name, reader) {
  const kind = ending(name);
  if (kind === 'csv' || kind === 'tsv') return tabled(text, name);
  const code = kind === 'ipynb' || /^\s*\{/.test(text) ? codeOf(text) : undefined;
  if (code !== undefined) return understood(code, reader);
  const json = kind === 'json' || /^\s*[[{]/.test(text) ? readJson(text) : undefined;
  if (json && isProblem(json)) return { problem: json };
  if (json)
    return { arrays: json.map((each) => ({ ...each, name: each.name || stem(name) })), notes: [] };
  return understood(text, reader);
}

/** @param {string} text @param {string} name @returns {Content} */
function tabled(text, name) {
  // Blank lines part channels; semicolons come with decimal commas.
  const plain = /;/.test(text) ? undefined : readText(text);
  if (plain && !isProblem(plain)) {
    const array = { shape: plain.shape, data: Float64Array.from(plain.data) };
    return { arrays: [{ name: stem(name), array: squeezed(array) }], notes: [] };
  }
  const table = readTable(text);
  if ('code' in table) return { problem: table };
  return { arrays: [{ name: stem(name), array: table.array }], notes: table.notes };
}

/** The array without leading dimensions of 1 that a reader of text has put there. @param {Dense} array */
function squeezed({ shape, data }) {
  const from = shape.findIndex((extent, i) => extent > 1 || i === 2);
  return { shape: shape.slice(from), data };
}

/** @param {Uint8Array} bytes @returns {Promise<Content>} */
async function zipped(bytes) {
  const entries = entriesOf(bytes);
  if (isProblem(entries)) return { problem: entries };
  if (entries.some(({ name }) => /(^|\/)data\.pkl$/.test(name)))
    return { problem: problem('file-pickle') };
  const arrays = entries.filter(({ name }) => ending(name) === 'npy');
  if (arrays.length === 0) return { problem: problem('zip-none') };
  /** @type {Named[]} */
  const found = [];
  /** @type {Problem[]} */
  const notes = [];
  let left = mostUnzipped;
  for (const entry of arrays) {
    const inside = await unzipped(bytes, entry, left);
    const array = isProblem(inside) ? inside : readNpy(inside);
    if (!isProblem(inside)) left -= inside.length;
    const name = entry.name.replace(/\.npy$/i, '');
    if (isProblem(array)) notes.push(problem('zip-entry', {}, name), array);
    else found.push({ name, array });
  }
  if (found.length > 0) return { arrays: found, notes };
  return { problem: notes[1] };
}

/**
 * @param {Uint8Array} bytes
 * @param {State | undefined} reader
 * @returns {Content}
 */
function modelled(bytes, reader) {
  const model = readOnnx(bytes);
  if (isProblem(model)) return { problem: model };
  /** @type {Choice[]} */
  const choices = [];
  const notes = [...model.notes];
  for (const { name, ...layer } of model.layers) {
    const answer = finished(layer, reader);
    if ('problem' in answer) notes.push(answer.problem);
    else choices.push({ name, label: layer.label, ...answer });
  }
  return choices.length > 0 ? { choices, notes } : { problem: notes[0] };
}

/** The text of bytes; undefined where they are none. @param {Uint8Array} bytes */
function textOf(bytes) {
  const [first, second] = bytes;
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // No text has a zero in it.
      if (!text.includes('\0')) return text;
    } catch {
      // the next one
    }
  }
  return undefined;
}
