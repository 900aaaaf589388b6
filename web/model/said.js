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
 *
 * @typedef {{ lines: number, width: number }} Room lines, and how wide they are in sides of their font
 * @typedef {Room & { terms: number }} Most
 */

/** How many terms a sentence says before it asks, where there is room for them. */
export const mostTerms = 24;

/** @type {Room} */
const unbounded = { lines: Infinity, width: Infinity };

/** How wide a button for the rest of the terms is, in sides of the font, and how much wider words are in bold. */
const button = 7;
const bold = 1.12;

/** How wide a text is, in sides of its font, at most, in most fonts. @param {string} text */
export function widthIn(text) {
  const slim = text.match(/[ \u00a0.,·()[\]]/g)?.length ?? 0;
  const square = text.match(/[\u3000-\uffff]/g)?.length ?? 0;
  return 0.64 * text.length - 0.32 * slim + 0.36 * square;
}

/**
 * @param {Sentence} sentence
 * @param {Translate} t
 * @param {Room} [room]
 * @param {boolean} [all] whether all terms are said, however many
 * @returns {Said}
 */
export function saidOf(sentence, t, room = unbounded, all = false) {
  const { kind, subject } = sentence;
  const number = shownNumber(subject.value);
  const most = all ? { ...unbounded, terms: Infinity } : { ...room, terms: mostTerms };
  if (kind === 'sum') return sum(sentence, number, t, most);
  if (kind === 'entry') return entry(sentence, number);
  // `X[0,1] = 3 adds 3·2 → Y[0,1], ..`, `K[0,1] = 2 takes part in 1·2 → Y[0,1], ..`
  const keys = {
    stamp: ['x', 'sentence.adds', 'sentence.dropped'],
    weight: ['k', 'sentence.multiplies', 'sentence.unused'],
  }[kind];
  const [hue, some, none] = /** @type {[Hue, string, string]} */ (keys);
  const { terms, cropped } = sentence;
  const more = cropped === 1 ? 'sentence.crop' : 'sentence.crops';
  /** @param {number} i @returns {Word[]} */
  const term = (i) => {
    const { x, k, y } = terms[i];
    return [...product(x, k), ['\u00a0→\u00a0'], [y.name, 'y', y]];
  };
  return joined(
    [`${subject.name} = ${number}`, hue],
    [` ${t(terms.length > 0 ? some : none)} `],
    { count: terms.length, term, separator: t('sentence.comma'), most },
    cropped > 0 && terms.length > 0 ? [[t(more, { count: cropped })]] : [],
  );
}

/**
 * `Y[1,1] = 0·3 + 1·2 + .. = 4`
 * @param {Sentence} sentence
 * @param {string} number
 * @param {Translate} t
 * @param {Most} most
 * @returns {Said}
 */
function sum({ subject, terms, bias }, number, t, most) {
  const count = terms.length + (bias ? 1 : 0);
  /** @param {number} i @returns {Word[]} */
  const term = (i) =>
    bias && i === terms.length
      ? [[factor(bias.value), 'b', bias]]
      : product(terms[i].x, terms[i].k);
  const none = terms.length === 0 ? `${t('sentence.empty')} ` : '';
  return joined([subject.name, 'y'], [` = ${none}`], { count, term, separator: ' + ', most }, [
    [count === 0 ? '' : ' = '],
    [number, 'y'],
  ]);
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
 * The terms of a sentence: most of many are never said, and not made.
 * @typedef {{ count: number, term: (i: number) => Word[], separator: string, most: Most }} Terms
 */

/**
 * As many terms as there is room for, with what stands before and after them.
 * @param {Word} head
 * @param {Word} before
 * @param {Terms} terms
 * @param {Word[]} tail
 * @returns {Said}
 */
function joined(head, before, terms, tail) {
  const { count, term, separator } = terms;
  let said = saidIn(terms, { first: [head, before], last: tail });
  // A word for the rest takes as much room as one term.
  if (count - said === 1) said++;
  /** @type {Word[]} */
  const words = [before];
  for (let i = 0; i < said; i++) {
    if (i > 0) words.push([separator]);
    words.push(...term(i));
  }
  const rest = count - said;
  if (rest > 0) words.push([separator]);
  return { head, words, rest, tail };
}

/** How wide some words are. @param {Word[]} words */
const widthOf = (words) => widthIn(words.map(([text]) => text).join(''));

/**
 * How many terms there is room for.
 * @param {Terms} terms
 * @param {{ first: Word[], last: Word[] }} others the words before and after them
 */
function saidIn({ count: all, term, separator, most }, others) {
  const count = Math.min(all, most.terms);
  if (most.lines === Infinity) return count;
  const after = button + bold * widthOf(others.last);
  // The words after the terms may take lines of their own.
  const last = { line: most.lines - Math.floor(after / most.width), taken: after % most.width };
  let [line, taken] = [1, bold * widthOf(others.first)];
  for (let i = 0; i < count; i++) {
    const width = widthOf([...term(i), [separator]]);
    const fits = taken + width <= most.width;
    if (!fits) line++;
    taken = fits ? taken + width : width;
    const full = line === last.line ? taken + last.taken > most.width : line > last.line;
    if (full) return Math.max(1, i);
  }
  return count;
}
