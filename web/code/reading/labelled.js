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

/**
 * A problem of the numbers below a label, with its place in the whole text: a row of one of several matrices would
 * be any of them. `column` is that of a row, `character` that of the line.
 * @param {import('../../state/problem.js').Problem} found
 * @param {Section} section
 * @returns {import('../../state/problem.js').Problem}
 */
export function inWhole(found, { text, line: before }) {
  const {
    line,
    row,
    column = 1,
    plane = 1,
  } = /** @type {Record<string, number>} */ (found.numbers);
  if (line !== undefined) return { ...found, numbers: { ...found.numbers, line: line + before } };
  const lines = text.split('\n');
  const blocks = blocksOf(lines);
  const block = 'plane' in found.numbers && blocks.length > 1 ? blocks[plane - 1] : blocks.flat();
  const at = block?.[row - 1] ?? block?.[0] ?? 0;
  const cells = [...lines[at].matchAll(/[^\s,;[\](){}]+/g)];
  // Rows in brackets may all be in one line.
  const apart = block?.[row - 1] !== undefined;
  const first = found.text ? lines[at].indexOf(found.text) : lines[at].search(/\S/);
  const character = (apart ? cells[column - 1]?.index : first) ?? lines[at].trimEnd().length;
  return {
    ...found,
    numbers: { ...found.numbers, line: before + at + 1, character: character + 1 },
  };
}

/** The lines between blank ones. @param {readonly string[]} lines */
function blocksOf(lines) {
  /** @type {number[][]} */
  const blocks = [];
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    if (i === 0 || lines[i - 1].trim() === '') blocks.push([]);
    blocks[blocks.length - 1].push(i);
  });
  return blocks;
}
