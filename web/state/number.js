// Split so that no text, however long, makes the match slow.
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

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
  const [numerator, denominator = '1', ...more] = plainText(text).split('/');
  const value = parseDecimal(numerator) / parseDecimal(denominator);
  // Adding 0 turns -0, which no link could tell from 0, into 0.
  return more.length === 0 && Number.isFinite(value) ? value + 0 : undefined;
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
  if (Math.abs(value) === Infinity) return value > 0 ? '∞' : '-∞';
  return String(value).replace('e+', 'e');
}

/**
 * The number in at most `width` characters, with as little lost as they allow: `0.333`, `1.2e7`.
 * The zeros that rounding leaves stay (`1.000` is not 1). Where even the sign and the exponent need
 * more room, a small number is `0.000`, `-0.00` or `-.0`, a large one `…` or `-…`: never `0` or `-0`.
 * @param {number} value
 * @param {number} width at least 2
 */
export function shortNumber(value, width) {
  const exact = formatNumber(value);
  if (exact.length <= width) return exact;

  const digits = Array.from({ length: width }, (_, i) => width - 1 - i);
  const fits = (/** @type {string} */ text) => text.length <= width;
  const decimal = digits.map((n) => value.toFixed(n)).find(fits);
  const fixed = decimal === '0' || decimal === '-0' ? pointed(value, width) : decimal;
  const scientific = digits.map((n) => value.toExponential(n).replace('e+', 'e')).find(fits);

  const loss = (/** @type {string} */ text) => Math.abs(Number(text) - value);
  if (fixed === undefined) return scientific ?? (value < 0 ? '-…' : '…');
  return scientific !== undefined && loss(scientific) < loss(fixed) ? scientific : fixed;
}

/**
 * A number below one half without the 0 before its point, for want of room: `.3`, `-.0`.
 * @param {number} value
 * @param {number} width
 */
function pointed(value, width) {
  const digits = width - (value < 0 ? 2 : 1);
  return digits < 1 ? undefined : value.toFixed(digits).replace('0.', '.');
}
