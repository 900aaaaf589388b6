import { formatNumber, shownNumber } from '../state/number.js';
import { cellName } from './names.js';

/**
 * What is to be said of a selection, and how it is written as text and as LaTeX.
 *
 * @typedef {import('./evaluate.js').Dense} Dense
 * @typedef {import('./explain.js').Link} Link
 * @typedef {import('./explain.js').Selection} Selection
 * @typedef {{ name: string, value: number }} Part a cell by its name and number
 *
 * @typedef {object} Sentence
 * @property {'sum' | 'stamp' | 'weight' | 'entry'} kind what a y is made of, where an x or a k goes, or
 *   what joins an x and a y
 * @property {Part} subject
 * @property {{ x: Part, k: Part, y: Part }[]} terms
 * @property {Part | undefined} bias of a sum
 * @property {{ x: Part, y: Part } | undefined} ends of an entry
 * @property {number} cropped how many more products a stamp has that padding crops
 */

/** @type {Map<number, string>} numbers come again in one sentence after the other */
const factors = new Map();

/** A number within a product: short, and in brackets when negative. @param {number} value */
export function factor(value) {
  const known = factors.get(value);
  if (known !== undefined) return known;
  const text = shownNumber(value);
  const written = text.startsWith('-') ? `(${text})` : text;
  if (factors.size > 4096) factors.clear();
  factors.set(value, written);
  return written;
}

/** A cell in a sentence. Its name is only made when it is said: a sum has many cells that go by their numbers. */
class CellPart {
  #operand;
  #shape;
  #offset;

  /** @param {'x' | 'k' | 'y'} operand @param {Dense} tensor @param {number} offset */
  constructor(operand, { shape, data }, offset) {
    this.#operand = operand;
    this.#shape = shape;
    this.#offset = offset;
    this.value = data[offset];
  }

  get name() {
    return cellName(this.#operand, this.#shape, this.#offset);
  }
}

/**
 * @param {Selection} selection
 * @param {readonly Link[]} links the multiplications behind it
 * @param {{ x: Dense, k: Dense, y: Dense, stamps?: number }} tensors and, where padding may crop them,
 *   how many products each cell of X has in all
 * @param {readonly number[] | undefined} bias
 * @returns {Sentence}
 */
export function sentenceOf(selection, links, tensors, bias) {
  const part = (/** @type {'x' | 'k' | 'y'} */ operand, /** @type {number} */ offset) =>
    new CellPart(operand, tensors[operand], offset);
  const terms = links.map((link) => ({
    x: part('x', link.x),
    k: part('k', link.k),
    y: part('y', link.y),
  }));
  if (!('operand' in selection)) {
    const ends = { x: part('x', selection.x), y: part('y', selection.y) };
    const subject = terms[0]?.k ?? { name: '0', value: 0 };
    return { kind: 'entry', subject, terms, bias: undefined, ends, cropped: 0 };
  }
  const { operand, offset } = selection;
  const kinds = /** @type {const} */ ({ x: 'stamp', k: 'weight', y: 'sum' });
  return {
    kind: kinds[operand],
    subject: part(operand, offset),
    terms,
    bias: operand === 'y' && bias ? biasPart(bias, tensors.y.shape, offset) : undefined,
    ends: undefined,
    cropped: operand === 'x' && tensors.stamps ? tensors.stamps - terms.length : 0,
  };
}

/**
 * The bias of an output cell's channel.
 * @param {readonly number[]} bias
 * @param {readonly number[]} shape
 * @param {number} offset
 * @returns {Part}
 */
function biasPart(bias, shape, offset) {
  const channel = Math.floor(offset / (shape[2] * shape[3])) % shape[1];
  return { name: `b[${channel}]`, value: bias[channel] };
}

/** How a notation writes names, numbers and products. */
const text = {
  name: (/** @type {string} */ name) => name,
  times: '*',
  adds: '+=',
  number: (/** @type {number} */ value) => bracketed(value),
};
const latex = {
  name: (/** @type {string} */ name) => name.replace(/^(\w)\[(.*)\]$/, '$1_{$2}'),
  times: ' \\cdot ',
  adds: '\\mathrel{+}=',
  number: (/** @type {number} */ value) =>
    bracketed(value)
      .replace(/e(-?\d+)/, ' \\times 10^{$1}')
      .replace('∞', '\\infty'),
};

function bracketed(/** @type {number} */ value) {
  const digits = formatNumber(value);
  return digits.startsWith('-') ? `(${digits})` : digits;
}

/**
 * @param {Sentence} sentence
 * @param {typeof text} notation
 */
function written({ kind, subject, terms, bias, ends }, { name, number, times, adds }) {
  const plain = (/** @type {number} */ value) => number(value).replace(/^\((.*)\)$/, '$1');
  if (kind === 'sum') {
    const names = terms.map(({ x, k }) => `${name(x.name)}${times}${name(k.name)}`);
    const numbers = terms.map(({ x, k }) => `${number(x.value)}${times}${number(k.value)}`);
    if (bias) {
      names.push(name(bias.name));
      numbers.push(number(bias.value));
    }
    const sums = names.length > 0 ? [names.join(' + '), numbers.join(' + ')] : [];
    return [name(subject.name), ...sums, plain(subject.value)].join(' = ');
  }
  if (kind === 'entry') {
    const { x, y } = /** @type {{ x: Part, y: Part }} */ (ends);
    return `W[${name(y.name)}, ${name(x.name)}] = ${[name(subject.name), plain(subject.value)].join(' = ')}`;
  }
  const lines = terms.map(
    ({ x, k, y }) => `${name(y.name)} ${adds} ${number(x.value)}${times}${number(k.value)}`,
  );
  return [`${name(subject.name)} = ${plain(subject.value)}`, ...lines].join(', ');
}

/**
 * `Y[1,1] = X[0,0]*K[1,1] + ... = 0*3 + ... = 4`
 * @param {Sentence} sentence
 */
export const textOf = (sentence) => written(sentence, text);

/**
 * `Y_{1,1} = X_{0,0} \cdot K_{1,1} + ... = 0 \cdot 3 + ... = 4`
 * @param {Sentence} sentence
 */
export const latexOf = (sentence) => written(sentence, latex);
