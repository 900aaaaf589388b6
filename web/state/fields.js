import { codes } from '../i18n/languages.js';
import { formatNumber, parseNumber } from './number.js';
import { problem } from './problem.js';
import { formatTensor, packTensor, readInput, readTensor } from './tensor-text.js';

/**
 * How a value is written in a link and read from one.
 * @template T
 * @typedef {object} Codec
 * @property {(text: string, unpack: import('./tensor-text.js').Unpack) => T | Problem | Promise<T | Problem>} read
 *   never throws; takes time only where `unpack` does
 * @property {(value: T) => string} write
 * @property {(value: T) => Promise<string>} [pack] a shorter way to write it, which takes time
 */
/**
 * @typedef {import('./problem.js').Problem} Problem
 * @typedef {import('./state.js').State} State
 */

/**
 * What a link can hold: its keys, what they are called in a state, how they are written and read.
 * @type {{ key: string, name: keyof State, codec: Codec<any> }[]}
 */
export const fields = [
  { key: 'op', name: 'op', codec: word('conv', 'tconv') },
  { key: 'x', name: 'x', codec: { read: readInput, write: formatTensor, pack: packTensor } },
  { key: 'k', name: 'k', codec: { read: readTensor, write: formatTensor, pack: packTensor } },
  { key: 'b', name: 'bias', codec: numbers() },
  { key: 's', name: 'stride', codec: numbers(1, 2) },
  { key: 'd', name: 'dilation', codec: numbers(1, 2) },
  { key: 'o', name: 'outputPadding', codec: numbers(1, 2) },
  { key: 'p', name: 'padding', codec: numbers(1, 2, 4) },
  { key: 'g', name: 'groups', codec: { read: readNumber, write: formatNumber } },
  { key: 'panel', name: 'panel', codec: { read: readName, write: String } },
  { key: 'mode', name: 'mode', codec: word('scatter', 'gather', 'both') },
  { key: 'step', name: 'step', codec: { read: readWhole, write: formatNumber } },
  { key: 'at', name: 'at', codec: { read: readCell, write: formatCell } },
  { key: 'lesson', name: 'lesson', codec: { read: readName, write: String } },
  { key: 'lang', name: 'lang', codec: word(...codes) },
  { key: 'theme', name: 'theme', codec: word('light', 'dark', 'auto') },
  { key: 'hide', name: 'hide', codec: { read: readNames, write: (names) => names.join(',') } },
  { key: 'lock', name: 'lock', codec: { read: readNames, write: (names) => names.join(',') } },
];

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
      const list = [];
      for (const [i, part] of text.split(',').entries()) {
        const value = parseNumber(part);
        if (value === undefined) return problem('number', { position: i + 1 }, part);
        list.push(value);
      }
      if (counts.length === 0 || counts.includes(list.length)) return list;
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
  const [operand, indices = '', ...more] = text.split(':');
  const cell = indices.split(',').map((index) => readWhole(index.trim()));
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
