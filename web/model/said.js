import { shownNumber } from '../state/number.js';
import { factor } from './sentence.js';

/**
 * A sentence in the reader's words, with the colours of the operands.
 *
 * @typedef {import('./sentence.js').Part} Part
 * @typedef {import('./sentence.js').Sentence} Sentence
 * @typedef {import('../i18n/index.js').Translate} Translate
 *
 * @typedef {'' | 'x' | 'k' | 'y' | 'b'} Hue
 * @typedef {[text: string, hue?: Hue, part?: Part]} Word text in a colour, and the cell that it is the number of
 *
 * @typedef {object} Said what stands there
 * @property {Word} head
 * @property {Word[]} words
 * @property {number} rest how many more terms there are
 * @property {Word[]} tail
 */

/** How many terms a sentence says before it asks. */
export const mostTerms = 24;

/**
 * @param {Sentence} sentence
 * @param {Translate} t
 * @param {boolean} [all] whether all terms are said, however many
 * @returns {Said}
 */
export function saidOf(sentence, t, all = false) {
  const { kind, subject } = sentence;
  const number = shownNumber(subject.value);
  if (kind === 'sum') return sum(sentence, number, t, all);
  if (kind === 'entry') return entry(sentence, number);
  // `X[0,1] = 3 adds 3·2 → Y[0,1], ..`, `K[0,1] = 2 takes part in 1·2 → Y[0,1], ..`
  const keys = {
    stamp: ['x', 'sentence.adds', 'sentence.dropped'],
    weight: ['k', 'sentence.multiplies', 'sentence.unused'],
  }[kind];
  const [hue, some, none] = /** @type {[Hue, string, string]} */ (keys);
  const { terms, cropped } = sentence;
  const more = cropped === 1 ? 'sentence.crop' : 'sentence.crops';
  const products = terms.map(({ x, k, y }) => [
    ...product(x, k),
    /** @type {Word} */ (['\u00a0→\u00a0']),
    /** @type {Word} */ ([y.name, 'y', y]),
  ]);
  return {
    head: [`${subject.name} = ${number}`, hue],
    ...joined([` ${t(terms.length > 0 ? some : none)} `], products, t('sentence.comma'), all),
    tail: cropped > 0 && terms.length > 0 ? [[t(more, { count: cropped })]] : [],
  };
}

/**
 * `Y[1,1] = 0·3 + 1·2 + .. = 4`
 * @param {Sentence} sentence
 * @param {string} number
 * @param {Translate} t
 * @param {boolean} all
 * @returns {Said}
 */
function sum({ subject, terms, bias }, number, t, all) {
  const products = terms.map(({ x, k }) => product(x, k));
  if (bias) products.push([[factor(bias.value), 'b', bias]]);
  const none = terms.length === 0 ? `${t('sentence.empty')} ` : '';
  return {
    head: [subject.name, 'y'],
    ...joined([` = ${none}`], products, ' + ', all),
    tail: [[products.length === 0 ? '' : ' = '], [number, 'y']],
  };
}

/**
 * `W[Y[1,1], X[0,1]] = K[1,0] = 2`
 * @param {Sentence} sentence
 * @param {string} number
 * @returns {Said}
 */
function entry({ subject, terms, ends }, number) {
  return {
    head: ['', ''],
    words: [
      ['W['],
      [ends?.y.name ?? '', 'y'],
      [', '],
      [ends?.x.name ?? '', 'x'],
      ['] = '],
      terms.length === 0 ? ['0'] : [`${subject.name} = ${number}`, 'k'],
    ],
    rest: 0,
    tail: [],
  };
}

/** @param {Part} x @param {Part} k @returns {Word[]} */
const product = (x, k) => [[factor(x.value), 'x', x], ['·'], [factor(k.value), 'k', k]];

/**
 * @param {Word} before
 * @param {Word[][]} terms
 * @param {string} separator
 * @param {boolean} all
 */
function joined(before, terms, separator, all) {
  const more = terms.length - mostTerms;
  const said = all || more <= 1 ? terms : terms.slice(0, mostTerms);
  /** @type {Word[]} */
  const words = [before];
  said.forEach((term, i) => {
    if (i > 0) words.push([separator]);
    words.push(...term);
  });
  const rest = terms.length - said.length;
  if (rest > 0) words.push([separator]);
  return { words, rest };
}
