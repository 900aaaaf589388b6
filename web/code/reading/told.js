import { isProblem } from '../../state/problem.js';
import { readText } from '../../state/text/read.js';
import { inWhole } from './labelled.js';
import { roleOf } from './roles.js';
import { bracketed, placeOf } from './source.js';

/**
 * Matrices in sentences: `The input X is [[0, 1], [2, 3]] and the kernel is [[1, 2], [3, 4]].`
 *
 * @typedef {{ name: string, tensor: import('./tensors.js').Array_, at: number }} Named
 * @typedef {import('../../state/problem.js').Problem} Problem
 */

/** The most matrices that are told of, and how much text there may be around them. */
const most = 8;
const longest = 4000;

/** Words that sentences have and programs have not. */
const connecting =
  /(?<![\p{L}_])(?:is|are|be|equals?|and|with|the|let|where|given|suppose|by)(?![\p{L}_])|和|与|用|对/iu;
/** What says that there are more numbers. */
const cut = /(?<![\p{L}_])(?:more|etc|so on|so forth)(?![\p{L}_])|等等/iu;
/** What sentences have around their matrices. */
const plain = /^[\p{L}\p{N}\s.,;:!?'’"“”×=–_-]*$/u;

/**
 * The matrices of a text that is sentences, what is wrong with one, or nothing where it is none.
 * @param {string} text cleaned
 * @returns {Named[] | Problem | undefined}
 */
export function told(text) {
  /** @type {{ before: string, list: string, at: number }[]} */
  const lists = [];
  let [end, around] = [0, 0];
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', end)) {
    const list = bracketed(text, at);
    lists.push({ before: text.slice(end, at), list, at });
    around += at - end;
    end = at + list.length;
    if (lists.length > most || around > longest) return undefined;
  }
  const rest = text.slice(end);
  if (lists.length === 0 || around + rest.length > longest) return undefined;
  const words = [...lists.map(({ before }) => before), rest].join(' ');
  // X: [..] K: [..] in one line
  const labels =
    lists.length > 1 && lists.every(({ before }) => /^[^\n]*: *$/.test(before) && roleOf(before));
  if (!plain.test(words) || !(labels || connecting.test(words)) || cut.test(words))
    return undefined;
  // What nothing is said of may be anything.
  if (!lists.some(({ before }) => roleOf(before) || /matri|array|tensor|矩阵|张量/i.test(before)))
    return undefined;
  /** @type {Named[]} */
  const found = [];
  for (const { before, list, at } of lists) {
    const tensor = readText(list);
    if (isProblem(tensor)) return placed(tensor, text, list, at);
    const { shape, data } = tensor;
    // A number in brackets may be a reference.
    if (data.length < 2) return undefined;
    const name = roleOf(before) ? before.trim() : '';
    found.push({ name, tensor: { shape: shape.slice(shape.findIndex((n) => n > 1)), data }, at });
  }
  return found;
}

/** @param {Problem} problem @param {string} text @param {string} list @param {number} at @returns {Problem} */
function placed(problem, text, list, at) {
  const { row, column } = placeOf(text, at);
  return inWhole(problem, { name: '', text: ' '.repeat(column - 1) + list, line: row - 1 });
}
