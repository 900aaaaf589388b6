import { codes } from '../i18n/languages.js';
import { mostListed, tooMany } from './limits.js';
import { formatNumber, parseNumber, readNumbers } from './number.js';
import { isProblem, problem } from './problem.js';
import { formatTensor, packTensor, readInput, readTensor } from './tensor-text.js';
import { literal } from './tensor.js';

/**
 * @typedef {import('./problem.js').Problem} Problem
 * @typedef {import('./kernel.js').Operation} Operation
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {'x' | 'k'} Operand
 * @typedef {'stride' | 'dilation' | 'outputPadding' | 'padding'} Setting a list of numbers
 */

/**
 * What a link reproduces, nothing more: plain data that nobody changes in place. The settings are as
 * short as they were given, so that one number for both axes stays one; whether a layer is possible is
 * for the engine to say.
 * @typedef {object} State
 * @property {Operation} op
 * @property {Tensor} x the input, a batch of one
 * @property {Tensor} k the kernel
 * @property {number[] | undefined} bias one number for each output channel
 * @property {number[]} stride n or h, w
 * @property {number[]} dilation n or h, w
 * @property {number[]} outputPadding n or h, w
 * @property {number[]} padding n; h, w; or top, bottom, left, right
 * @property {number} groups
 * @property {string | undefined} panel the open panel
 * @property {'scatter' | 'gather' | 'both' | undefined} mode
 * @property {number | undefined} step of the player, from 0
 * @property {{ operand: Operand | 'y', cell: number[] } | undefined} at the pinned cell: n, c, h, w
 * @property {'1' | undefined} play whether the player starts by itself
 * @property {string | undefined} lesson
 * @property {import('../i18n/languages.js').Language | undefined} lang undefined: the reader's
 * @property {'light' | 'dark' | 'auto' | undefined} theme undefined: the reader's
 * @property {string[]} hide parts to leave out
 * @property {string[]} lock parts that cannot be changed
 * @property {[string, string][]} unknown the keys and values of a link that this version does not know
 */

/**
 * How a value is written in a link and read from one.
 * @template T
 * @typedef {object} Codec
 * @property {(text: string, help: import('./tensor-text.js').Help) => T | Problem | Promise<T | Problem>} read
 *   never throws; takes time only where its help does
 * @property {(value: T) => string} write
 * @property {(value: T) => Promise<string>} [pack] a shorter way to write it, which takes time
 */

/**
 * @typedef {'operation' | 'x' | 'k' | 'bias' | 'settings'} Part of a layer, which a link can lock
 *
 * @typedef {object} Field
 * @property {string} key in a link
 * @property {Exclude<keyof State, 'unknown'>} name in a state; of a setting, also the engine's
 * @property {Codec<any>} codec
 * @property {Part} [part] of the layer; a field without one changes what is shown of it
 * @property {any} [usual] what the field is where a link leaves it out
 */

/** How many numbers of a setting are looked at: enough to say how many there are. */
const mostSettings = 100;
/** How many parts of the page can be named. */
const mostNames = 100;

const article = literal([2, 2], [0, 1, 2, 3]);
const tensor = { write: formatTensor, pack: packTensor };
const whole = { read: readWhole, write: formatNumber };
const name = { read: readName, write: String };
const names = { read: readNames, write: (/** @type {string[]} */ list) => list.join(',') };

/** What a link can hold, in the order in which it is written. @type {Field[]} */
export const fields = [
  { key: 'op', name: 'op', part: 'operation', usual: 'tconv', codec: word('conv', 'tconv') },
  { key: 'x', name: 'x', part: 'x', usual: article, codec: { ...tensor, read: readInput } },
  { key: 'k', name: 'k', part: 'k', usual: article, codec: { ...tensor, read: readTensor } },
  { key: 'b', name: 'bias', part: 'bias', codec: numbers() },
  { key: 's', name: 'stride', part: 'settings', usual: [1], codec: numbers(1, 2) },
  { key: 'd', name: 'dilation', part: 'settings', usual: [1], codec: numbers(1, 2) },
  { key: 'o', name: 'outputPadding', part: 'settings', usual: [0], codec: numbers(1, 2) },
  { key: 'p', name: 'padding', part: 'settings', usual: [0], codec: numbers(1, 2, 4) },
  { key: 'g', name: 'groups', part: 'settings', usual: 1, codec: { ...whole, read: readNumber } },
  { key: 'panel', name: 'panel', codec: name },
  { key: 'mode', name: 'mode', codec: word('scatter', 'gather', 'both') },
  { key: 'step', name: 'step', codec: whole },
  { key: 'at', name: 'at', codec: { read: readCell, write: formatCell } },
  { key: 'lesson', name: 'lesson', codec: name },
  { key: 'play', name: 'play', codec: word('1') },
  { key: 'lang', name: 'lang', codec: word(...codes) },
  { key: 'theme', name: 'theme', codec: word('light', 'dark', 'auto') },
  { key: 'hide', name: 'hide', usual: [], codec: names },
  { key: 'lock', name: 'lock', usual: [], codec: names },
];

/**
 * The fields that make the layer: all of them, or those of one part.
 * @param {Part} [part]
 */
export const layerFields = (part) =>
  fields.filter((field) => field.part && (!part || field.part === part));

/**
 * One of a few words.
 * @param {...string} choices
 * @returns {Codec<string>}
 */
function word(...choices) {
  return {
    read: (text) =>
      choices.includes(text) ? text : problem('word', { choices: choices.join(', ') }, text),
    write: String,
  };
}

/**
 * A list of numbers.
 * @param {...number} counts how many there may be; any number of them when left out
 * @returns {Codec<number[]>}
 */
function numbers(...counts) {
  return {
    read(text) {
      if (text === '') return problem('empty');
      const list = readNumbers(text, counts.length === 0 ? mostListed : mostSettings);
      if (isProblem(list) || counts.length === 0 || counts.includes(list.length)) return list;
      return problem('count', { count: list.length, allowed: counts.join(', ') }, text);
    },
    write: (list) => list.map(formatNumber).join(','),
  };
}

/** @param {string} text */
function readNumber(text) {
  if (text === '') return problem('empty');
  return parseNumber(text) ?? problem('number', { position: 1 }, text);
}

/** A number to count with. @param {string} text */
function readWhole(text) {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : problem('whole', {}, text);
}

/** @param {string} text */
function readName(text) {
  return /^[a-z0-9-]+$/.test(text) ? text : problem('name', {}, text);
}

/** @param {string} text */
function readNames(text) {
  const many = tooMany(text, ',', mostNames);
  if (many) return many;
  const names = text === '' ? [] : text.split(',').map((name) => name.trim());
  const bad = names.find((name) => typeof readName(name) !== 'string');
  return bad === undefined ? names : problem('name', {}, bad);
}

/**
 * Reads a cell: its operand, then row and column, before them the channel where it is not the first, and
 * the same for a kernel's other channel.
 * @param {string} text
 * @returns {State['at'] | Problem}
 */
function readCell(text) {
  const [operand, indices = '', ...more] = text.split(':', 3);
  const cell = indices.split(',', 5).map((index) => readWhole(index.trim()));
  const most = operand === 'k' ? 4 : 3;
  const fits = cell.length >= 2 && cell.length <= most && more.length === 0;
  if (operand !== 'x' && operand !== 'k' && operand !== 'y') return problem('cell', {}, text);
  if (!fits || !cell.every((index) => typeof index === 'number')) return problem('cell', {}, text);
  return { operand, cell: [0, 0, 0, 0].slice(cell.length).concat(cell) };
}

/** @param {NonNullable<State['at']>} at */
function formatCell({ operand, cell }) {
  return `${operand}:${(operand === 'k' ? cell : cell.slice(1)).join(',')}`;
}
