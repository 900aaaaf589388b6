import { roleOf } from './roles.js';

/**
 * Texts whose numbers have a line above them that says what they are: `Input`, `Kernel (3×3):`, `卷积核`, `K =`.
 *
 * @typedef {{ name: string, text: string, line: number }} Section `text`: the lines from its label on, with blanks
 *   for the label; `line`: how many lines are before it
 */

/** The most labels of a text. */
const mostLabels = 8;
/** How many other lines with words there may be: of a program there are many. */
const mostOthers = 200;
/** How long a line with one may be. */
const longest = 200;

const sign = String.raw`(?:[*_]{2}|#{1,6}|//|%|--|[-*•>]|\([a-z\d]\))?`;
const label = new RegExp(
  String.raw`^ *${sign} *([\p{L}_][\p{L}\p{N}_.]{0,40}(?: [\p{L}\p{N}_.×]{1,40}){0,3})` +
    String.raw` *(?:\([^()]{0,40}\)|\[[^[\]]{0,40}\])? *(?:(=|:) *(?:[*_]{2})?|(?:[*_]{2}:?)?)( *[-+.\d][-+\d.,;/eE ]*|[,;]+ *)?$`,
  'u',
);

/**
 * What a line says of those below it.
 * @param {string} line
 * @param {string} below the next line that is not blank
 * @returns {{ name: string, rest: string } | undefined}
 */
function labelOf(line, below) {
  const [, name = '', mark, rest = ''] = label.exec(line) ?? [];
  const more = /\d/.test(rest) ? rest : '';
  if (name === '' || (!mark && more !== '')) return undefined;
  if (mark === '=' && /^[ #/%]*[A-Za-z]\w* *=/.test(line)) return { name, rest: more };
  // ans(:,:,1) =
  if (!roleOf(name) || (mark === '=' && /[[(]/.test(line))) return undefined;
  const words = name.split(' ');
  // Names above the columns of a table are no label.
  const many = words.length > 1 && below.trim().split(/[ ,;]+/).length === words.length;
  const own = new Set(words.map((word) => roleOf(word)).filter(Boolean));
  return !mark && (many || own.size > 1) ? undefined : { name, rest: more };
}

/**
 * The sections of a text that begins with a label, or nothing where there are none.
 * @param {string} text cleaned
 * @returns {Section[] | undefined}
 */
export function labelled(text) {
  const lines = text.split('\n');
  /** @type {number[]} */
  const filled = [];
  lines.forEach((line, i) => line.trim() !== '' && filled.push(i));
  /** @type {{ name: string, rest: string, line: number }[]} */
  const labels = [];
  let others = 0;
  for (const [n, i] of filled.entries()) {
    const found =
      lines[i].length < longest ? labelOf(lines[i], lines[filled[n + 1]] ?? '') : undefined;
    if (found) labels.push({ ...found, line: i });
    if (!found && /\p{L}/u.test(lines[i].slice(0, longest))) others++;
    if (labels.length === 0 || labels.length > mostLabels || others > mostOthers) return undefined;
  }
  if (labels.length === 0) return undefined;
  return labels.map(({ name, rest, line }, i) => {
    const first = ' '.repeat(lines[line].length - rest.length) + rest;
    const below = lines.slice(line + 1, labels[i + 1]?.line);
    return { name, text: [first, ...below].join('\n'), line };
  });
}
