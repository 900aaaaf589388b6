import { isProblem, problem } from '../../state/problem.js';
import { arrayOf, permuted } from './tensors.js';

/**
 * Matrices laid out for reading: LaTeX, tables of Markdown and HTML, and those drawn with lines.
 *
 * @typedef {import('./tensors.js').Array_} Array_
 * @typedef {import('./program.js').Trouble} Trouble
 * @typedef {{ name: string, tensor: Array_, at: number }} Named
 */

/**
 * The matrices of such a text, what is wrong with it, or nothing where there are none.
 * @param {string} text cleaned
 * @returns {Named[] | Trouble | undefined}
 */
export function tabled(text) {
  if (/\\begin\s*\{|\\[pbvBV]?matrix\s*\{/.test(text)) return latex(environments(text));
  if (text.includes('&') && /^[-+\d.\s&\\/]*$/.test(text)) return bare(text);
  if (/<m?t[rd]\b/i.test(text))
    return htmlTable(text.replace(/<(\/?)m(?=t(?:able|r|d)\b)/gi, '<$1'));
  if (text.includes('|') && text.split('\n').some(isRule)) return markdown(text);
  if (drawnLine.test(text) || barred.test(text)) return drawn(text);
  return undefined;
}

/** A line of `+---+---+`, or a character that draws lines or tall brackets. */
const drawnLine = /^ *\+[-=+]{2,}\+ *$|[\u2500-\u257f\u239b-\u23ad]/m;
/** Lines that begin and end with a bar. */
const barred = /^(?:\s{0,99}\|[^|\n][^\n]*\|[ ]*(?:\n|$)){2,}\s*$/;
/** What stands between cells and around them, and what only rules have. */
const sides = /[|\u2500-\u257f\u239b-\u23ad]/;
const ruled = /^[-=+|: \u2500-\u257f\u239b-\u23ad]*$/;

/** @param {string} text @returns {Named[] | Trouble | undefined} */
function drawn(text) {
  const all = text.split('\n');
  const isDrawn = (/** @type {string} */ line) => sides.test(line) || drawnLine.test(line);
  const lines = all.slice(all.findIndex(isDrawn), all.findLastIndex(isDrawn) + 1);
  if (!lines.every((line) => ruled.test(line) || sides.test(line))) return undefined;
  const rows = lines
    .filter((line) => !ruled.test(line))
    .map((line) => {
      const cells = line.split(sides).map((each) => each.trim());
      const inner = cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : undefined);
      // Between tall brackets blanks part the numbers.
      return inner.length === 1 ? inner[0].split(/ +/) : inner;
    });
  // Names and types are above the numbers.
  while (rows.length > 0 && !rows[0].some(isNumber)) rows.shift();
  if (rows.length === 0) return undefined;
  const read = matrix(rows, '', text.search(drawnLine));
  return 'problem' in read ? read : [read];
}

/** @param {string} text */
const isNumber = (text) => /^[-+]?(?:\d|\.\d)/.test(text);

/** @param {string[][]} rows @param {string} name @param {number} at @returns {Named | Trouble} */
function matrix(rows, name, at) {
  const array = arrayOf(rows);
  return isProblem(array) ? { problem: array, at } : { name, tensor: array, at };
}

const number = String.raw`-?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})`;
const fraction = String.raw`\\[dt]?frac *\{ *(${number}) *\} *\{ *(${number}) *\}|(${number})(?: *\/ *(${number}))?`;
const letter = String.raw`[\p{L}]\w{0,40}|\\mathbf *\{\w\}|\\mathrm *\{\w\}|\\boldsymbol *\{\w\}`;
/** `K = \frac{1}{9} \left( \begin{matrix}` */
const environment = new RegExp(
  String.raw`(?:(${letter})\s{0,20}&?=\s{0,20})?(?:(?:${fraction})\s{0,20}(?:\\(?:cdot|times|,))?\s{0,20})?(?:\\left\s{0,20}[([|{.]\s{0,20})?\\begin\s{0,20}\{([a-zA-Z]+)(\*?)\}`,
  'gu',
);

/** The rows of a matrix of LaTeX without what is around them. @param {string} text @returns {Named[] | Trouble} */
function bare(text) {
  const read = matrix(latexRows(text), '', text.search(/\S/));
  return 'problem' in read ? read : [read];
}

/** What a matrix is multiplied with, or divided by, behind it. */
const behind = new RegExp(
  String.raw`^\\end\s*\{[a-zA-Z]+\*?\}\s*(?:\\right\s*[)\]|}.]\s*)?(?:/\s*(${number})|\\(?:cdot|times)\s*(?:${fraction}))(?!\s*[\w\\])`,
);

/** What transposes a matrix, behind it; another power is none that is known here. */
const turn =
  /^\\end\s*\{[a-zA-Z]+\*?\}\s*(?:\\right\s*[)\]|}.]\s*)?\^\s*(\{?\s*(?:\\(?:top|intercal|mathsf|mathrm|text|prime)\b|[T'])|\{?\\prime)?/;

/** `\pmatrix{1 & 2 \cr 3 & 5}`, as TeX had it before. @param {string} text */
const environments = (text) =>
  text.replace(/\\([pbvBV]?matrix)\s*\{([^{}]*)\}/g, '\\begin{$1}$2\\end{$1}');

/** @param {string} text @returns {Named[] | Trouble} */
function latex(text) {
  /** @type {Named[]} */
  const found = [];
  for (const match of text.matchAll(environment)) {
    const [whole, name = '', above, below, factor, divisor, kind, star = ''] = match;
    const by = [above ?? factor ?? 1, below ?? divisor ?? 1].map(Number);

    if (!/matrix$|^array$|^tabular$/.test(kind)) continue;
    if (!Number.isFinite(by[0] / by[1]))
      return { problem: problem('stray', {}, `${by[0]}/${by[1]}`), at: match.index };
    const from = match.index + whole.length;
    const to = text.indexOf(`\\end`, from);
    const ends = text
      .slice(to + 4, to + 40)
      .trimStart()
      .slice(1)
      .trimStart();
    if (to < 0 || !ends.startsWith(`${kind}${star}`))
      return { problem: problem('brackets'), at: match.index };
    const power = turn.exec(text.slice(to, to + 80));
    if (power && !power[1])
      return { problem: problem('stray', {}, '^'), at: text.indexOf('^', to) };
    const [, over, a, b, c, d] = behind.exec(text.slice(to, to + 120)) ?? [];
    by[0] *= Number(a ?? c ?? 1);
    by[1] *= Number(over ?? 1) * Number(b ?? d ?? 1);
    const rows = latexRows(text.slice(from, to));
    const letter = /(\w)\}?$/.exec(name)?.[1] ?? '';
    const read = matrix(rows, letter, match.index);
    if ('problem' in read) return read;
    const { shape, data } = (power && permuted(read.tensor, [1, 0])) ?? read.tensor;
    found.push({ ...read, tensor: { shape, data: data.map((n) => (n * by[0]) / by[1]) } });
  }
  return found.length > 0
    ? found
    : { problem: problem('stray', {}, '\\begin'), at: text.indexOf('\\') };
}

/** @param {string} body */
function latexRows(body) {
  const bare = body
    .replace(/(?<!\\)%[^\n]*/g, ' ')
    .replace(/\\(?:text)?color\s*\{[^{}]*\}/g, ' ')
    .replace(/\\h?phantom\s*\{[^{}]*\}/g, ' ')
    .replace(/(\d)\{,\}(?=\d)/g, '$1.')
    .replace(/\\[dt]?frac\s*(\d)\s*(\d)/g, '$1/$2')
    .replace(/^\s*\[[a-z]\]/, ' ')
    .replace(/^\s*\{[lcr|@{} .]*\}/, '')
    .replace(/\\(?:hline|toprule|midrule|bottomrule|displaystyle|quad|qquad|,|;|!)|\$/g, ' ')
    .replace(/\\[dt]?frac\s*\{\s*(-?[\d.]+)\s*\}\s*\{\s*([\d.]+)\s*\}/g, '$1/$2')
    .replace(
      /\\(?:mathbf|mathrm|text|textbf|boxed|underline|overline|fbox|mathit|bm|boldsymbol)\s*\{\s*([^{}]*)\s*\}/g,
      '$1',
    )
    .replace(/\{\s*(-?[\d.]+)\s*\}/g, '$1')
    .replace(/\\(?:c|l|d|v)?dots/g, '…');
  return bare
    .split(/\\\\(?:\s{0,9}\[[^\]]{0,40}\])?|\\cr\b/)
    .filter((row) => row.trim() !== '')
    .map((row) => row.split('&').map((cell) => cell.trim().replace(/^([-+])\s+/, '$1')));
}

const cell = /<t[dh]\b[^>]{0,400}>([^]*?)(?=<\/?t[drh]\b|<\/table|<\/tbody|$)/gi;

/** The rows of numbers of an HTML table. @param {string} html */
export function htmlRows(html) {
  return html
    .split(/<tr\b[^>]{0,400}>/i)
    .slice(1)
    .map((row) => ({
      head: /<th\b/i.test(row) && !/<td\b/i.test(row),
      // The first of a row may be its name.
      label: /^\s*<th\b/i.test(row),
      cells: [...row.matchAll(cell)].map(([, inner]) =>
        cellNumber(entities(inner.replace(/<[^<>]{0,400}>/g, ' ')).trim()),
      ),
    }))
    .filter(({ head, cells }) => !head && cells.length > 0)
    .map(({ cells, label }) => (label ? cells.slice(1) : cells));
}

/** A sign goes with its digits, and a comma in a cell is decimal. @param {string} text */
const cellNumber = (text) =>
  text.replace(/^([-+])\s+(?=[\d.])/, '$1').replace(/^([-+]?\d+),(\d+)$/, '$1.$2');

/** @param {string} text */
const entities = (text) =>
  text
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&minus;|&#8722;|&#x2212;/gi, '-')
    .replace(/&amp;/g, '&');

/** @param {string} text @returns {Named[] | Trouble} */
function htmlTable(text) {
  /** @type {Named[]} */
  const found = [];
  const at = text.search(/<t[rd]\b/i);
  const parts = text.split(/<table\b[^>]{0,400}>/i);
  for (const part of parts.length > 1 ? parts.slice(1) : parts) {
    const rows = htmlRows(/<tr\b/i.test(part) ? part : `<tr>${part}`);
    if (rows.length === 0) continue;
    const read = matrix(rows, '', at);
    if ('problem' in read) return read;
    found.push(read);
  }
  return found.length > 0 ? found : { problem: problem('empty'), at };
}

/** Whether a line is the one under a table's head: `|---|:-:|`. @param {string} line */
function isRule(line) {
  if (!line.includes('|') || !/^[-:|\s]+$/.test(line)) return false;
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every((each) => /^:?-+:?$/.test(each.trim()));
}

/** @param {string} text @returns {Named[] | Trouble} */
function markdown(text) {
  const lines = text.split('\n').filter((line) => line.includes('|'));
  const rows = lines
    .filter((line) => !isRule(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split('|')
        .map((each) => each.trim().replace(/^[*`_]+|[*`_]+$/g, '')),
    );
  // The first row is Markdown's head: of numbers, it is a row; of names or nothing, a head.
  if (rows.length > 1 && !rows[0].some(isNumber) && isRule(lines[1] ?? '')) rows.shift();
  // A first column of names labels the rows.
  const labelled =
    rows.length > 0 &&
    rows.every((row) => row.length > 1 && !isNumber(row[0]) && row[0] !== '') &&
    rows.every((row) => row.slice(1).every(isNumber));
  const read = matrix(labelled ? rows.map((row) => row.slice(1)) : rows, '', text.indexOf('|'));
  return 'problem' in read ? read : [read];
}
