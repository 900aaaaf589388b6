import { tooMany } from './limits.js';
import { problem } from './problem.js';

// Split so that no text, however long, makes the match slow.
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Of so few digits that it is finite. */
const simple = /^-?\d{1,99}(?:\.\d+)?$/;

/** Characters of no width, which web pages put between others to let a line break. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** What stands for an ASCII character besides its full-width twin. @type {Record<string, string>} */
const twins = { '【': '[', '】': ']', '〔': '[', '〕': ']', '、': ',', '‐': '-', '‑': '-' };

/**
 * The text with full-width characters, as Chinese keyboards type them, the real minus sign and the
 * dashes that word processors make of it replaced by their ASCII twins; without what cannot be seen.
 * @param {string} text
 */
export function plainText(text) {
  return text
    .replace(unseen, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[【】〔〕、‐‑]/g, (other) => twins[other])
    .replace(/[\u2212\u2013\ufe63]/g, '-');
}

/**
 * The only reader of numbers that people type or that a link holds: decimals, exponents and
 * fractions (`1/3`); undefined for anything else, and for what no finite number can hold.
 * @param {string} text
 * @returns {number | undefined}
 */
export function parseNumber(text) {
  // As nearly all of them are, and there may be hundreds of thousands.
  if (simple.test(text)) return Number(text) + 0;
  const [numerator, denominator = '1', ...more] = plainText(text).split('/');
  const value = parseDecimal(numerator) / parseDecimal(denominator);
  // Adding 0 turns -0, which no link could tell from 0, into 0.
  return more.length === 0 && Number.isFinite(value) ? value + 0 : undefined;
}

/**
 * Numbers with commas between them, or why they are none.
 * @param {string} text
 * @param {number} limit how many there may be at most
 */
export function readNumbers(text, limit) {
  const many = tooMany(text, ',', limit);
  if (many) return many;
  const list = [];
  for (const [i, part] of text.split(',').entries()) {
    const value = parseNumber(part);
    if (value === undefined) return problem('number', { position: i + 1 }, part);
    list.push(value);
  }
  return list;
}

/** @param {string} text */
function parseDecimal(text) {
  const trimmed = text.trim();
  return decimal.test(trimmed) ? Number(trimmed) : NaN;
}

/**
 * The shortest decimal that reads back as exactly this number; `∞`, `-∞` and `NaN` for what a
 * result can be but no input.
 * @param {number} value
 */
export function formatNumber(value) {
  if (Math.abs(value) < 1e21) return String(value);
  if (Math.abs(value) === Infinity) return value > 0 ? '∞' : '-∞';
  return String(value).replace('e+', 'e');
}

/** What stands where a number has no room at all, and where there is none for more than that it is tiny. */
const none = { large: '…', least: '-…', tiny: '≈0' };

/** Whether a text stands for numbers that it has no room for. @param {string} text */
export const isCut = (text) => text.endsWith('…');

/**
 * The number in at most `width` characters, with as little lost as they allow: `0.333`, `1.2e7`.
 * The zeros that rounding leaves stay (`1.000` is not 1). Where even the sign and the exponent need
 * more room, a small number is `0.000`, `-0.00` or `≈0`, a large one `…` or `-…`: never `0` or `-0`.
 * @param {number} value
 * @param {number} width at least 2
 */
export function shortNumber(value, width) {
  const exact = formatNumber(value);
  if (exact.length <= width) return exact;
  const fixed = fixedNumber(value, width);
  const scientific = scientificNumber(value, width);
  if (scientific === undefined || fixed === none.tiny) return fixed;
  const loss = (/** @type {string} */ text) => Math.abs(Number(text) - value);
  return isCut(fixed) || loss(scientific) < loss(fixed) ? scientific : fixed;
}

/**
 * The number in at most `width` characters without an exponent.
 * @param {number} value
 * @param {number} width at least 2
 */
export function fixedNumber(value, width) {
  const exact = formatNumber(value);
  if (exact.length <= width && !exact.includes('e')) return exact;
  const cut = value < 0 ? none.least : none.large;
  // From there on toFixed writes an exponent.
  if (!(Math.abs(value) < 1e21)) return cut;
  const sign = value < 0 ? 1 : 0;
  const whole = sign + String(Math.trunc(Math.abs(value))).length;
  if (whole > width) return cut;
  let digits = Math.max(0, width - whole - 1);
  let text = value.toFixed(digits);
  // 9.99 gains a digit when it is rounded.
  while (text.length > width && digits > 0) text = value.toFixed(--digits);
  if (text.length > width) return cut;
  return text === '0' || text === '-0' ? pointed(value, width) : text;
}

/**
 * @param {number} value
 * @param {number} width
 */
function scientificNumber(value, width) {
  const written = (/** @type {number} */ digits) => value.toExponential(digits).replace('e+', 'e');
  const shortest = written(0);
  for (let digits = Math.max(0, width - shortest.length - 1); digits >= 0; digits--) {
    const text = written(digits);
    if (text.length <= width) return text;
  }
  return undefined;
}

/**
 * A number below one half without the 0 before its point, for want of room: `.3`, `-.3`.
 * @param {number} value
 * @param {number} width
 */
function pointed(value, width) {
  const digits = width - (value < 0 ? 2 : 1);
  const text = digits < 1 ? '' : value.toFixed(digits).replace('0.', '.');
  return /[1-9]/.test(text) ? text : none.tiny;
}

/**
 * The number with its point moved, as exact as a number can be: 10100 by -4 is 1.01.
 * @param {number} value
 * @param {number} by the power of ten to multiply with
 */
export function shiftedNumber(value, by) {
  if (by === 0 || !Number.isFinite(value)) return value;
  const [digits, exponent = '0'] = String(value).split('e');
  const shifted = Number(`${digits}e${Number(exponent) + by}`);
  // However small, what is not zero does not become zero.
  return shifted === 0 && value !== 0 ? Math.sign(value) * Number.MIN_VALUE : shifted;
}

/**
 * The number as a sentence says it: as it is where that is short, else in six characters.
 * @param {number} value
 */
export function shownNumber(value) {
  const exact = formatNumber(value);
  return exact.length <= 7 ? exact : shortNumber(value, 6);
}

/** A text with the thousands of its large whole numbers parted: `16,777,216`. @param {string} text */
export const grouped = (text) =>
  text.replace(/(?<![\d.,\w])\d{5,}(?![\d.]*[\w.]\w)/g, (digits) =>
    digits.replace(/\B(?=(?:\d{3})+$)/g, ','),
  );
