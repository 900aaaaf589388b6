import { plainText } from '../../state/number.js';

/**
 * What was copied along with code or a print: fences, prompts, line numbers, quotation marks of mail,
 * lines that printers add. All of it becomes blanks, so that places in the text stay what they are.
 */

/** @param {string} text */
const blanks = (text) => text.replace(/[^\n]/g, ' ');

const fence = /^[ \t]*(?:```|~~~)[^\n]*$/gm;

// Of Python, IPython, Jupyter, Mathematica, Julia, Sage, MATLAB, Octave and R.
const prompts = [
  /^[ \t]*(?:>>>|In ?\[\d+\]:=?|Out\[\d+\](?:\/\/\w+)?[:=]|\[\d+\]:|julia>|sage:|octave:\d+>|>>)(?= |$)[ \t]?/gm,
  /^[ \t]*\.{3}:(?= |$)/gm,
];

// Above, below or behind the numbers.
const additions = [
  /(?:Parameter|Variable) containing:[ \t]*$/gm,
  /\.\.\w{0,40}(?:::)?default\(\)/g,
  // Of pages with a button for it.
  /^[ \t]*[A-Za-z+#]{0,12}(?:复制代码|Copy code|登录后复制|AI写代码)/gm,
  /(?:复制代码|复制|Copy code|登录后复制|AI写代码|Copy)[ \t]*$/gm,
  // A list of YAML.
  /^[ \t]*-[ \t]+(?=\[)/gm,
  /^[ \t]*<NDArray [^>\n]*>[ \t]*$/gm,
  /^[ \t]*Tensor\[\[?[\d, ]{0,80}\]?, [^\]\n]{0,200}\][ \t]*;?$/gm,
  /^[ \t]*Tensor[ \t]*$/gm,
  /^[ \t]*Tensor \{ {0,9}\n\s{0,99}data:[ \t]*$/gm,
  /^[ \t]*shape: +\[[\d, ]*\],\n[ \t]*device: [^]{0,300}?\}[ \t]*$/gm,
  // What is printed behind a tensor, and variables of which only the shape is.
  /(?<=[\])]) +(?:torch\.Size\(\[[\d, ]{0,60}\]\)|\([\d, ]{1,60}\)|(?:\w{1,12}\.)?b?(?:float|int|uint|double)\d{0,2}|<class '[^'\n]{1,60}'>)[ \t]*$/gm,
  /<\w{0,20}Variable [^<>[\]\n]{1,200}>/g,
  /<(?:Keras)?Variable\b[^<>[\]\n]{0,200}?value=/g,
  /(?<=dtype=[\w'"<.]{1,20}\)|\]\))>(?=[ \t]*(?:[,\]]|$))/gm,
  /<?tf\.(?:Tensor|Variable)\b[^[\]\n]{0,200}?numpy=/g,
  /,[ \t]*shape=\[[\d, ]*\], strides=[^\n]*$/gm,
  /^[ \t]*#(?:include|pragma|define)\b[^\n]*$/gm,
  /^[ \t]*(?:[\]})][ \t]*)?\/\/[ \t]*(?:MatrixForm|TableForm|N)\b[ \t]*$/gm,
];

/**
 * The text in plain characters, of the same lines and columns, with blanks for what only stands around
 * it.
 * @param {string} text
 */
export function cleaned(text) {
  let plain = plainText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(/。/g, ';')
    .replace(/(?<=\p{L}) ?[为是](?= ?\[)/gu, '=')
    .replace(/^(\s{0,99})(["'`])(\s{0,99}\[[^"'`]*)\2(\s{0,99})$/, '$1 $3 $4')
    .replace(/[\u00a0\u3000\u2002-\u200a\u202f\t]/g, ' ');
  plain = plain.replace(
    /\b(Conv\w{1,20})<(input_channels=[^<>\n]{1,400})>/g,
    (_, name, settings) => `${name}(${settings})`,
  );
  if (fortran.test(plain)) plain = withoutFortran(plain);
  const interactive = />>>|^ *In ?\[/m.test(plain);
  for (const pattern of [fence, ...prompts, ...additions]) plain = plain.replace(pattern, blanks);
  if (interactive) plain = plain.replace(/^ *\.{3}(?= |$)/gm, blanks);
  const lines = plain.split('\n');
  return unquoted(unnumbered(lines)).join('\n');
}

/** What Fortran alone has: `(/ 1, 2 /)`, `real :: k(2,2) =`. */
const fortran = /\(\/\s{0,20}[-+.\d([]|^[ \t]*(?:real|integer|double precision)\b[^\n]{0,200}::/im;

/** Its lists in brackets, without comments, and without the mark that a line goes on. @param {string} text */
const withoutFortran = (text) =>
  text
    .replace(/!.*$/gm, blanks)
    .replace(/&[ \t]*$/gm, blanks)
    .replace(/^[ \t]*&/gm, blanks)
    .replace(/\(\/(?=\s{0,20}[-+.\d([])/g, '[ ')
    .replace(/\/\)/g, ' ]')
    .replace(/(?<=\d\.?)_(?:dp|sp|wp|rk|r8|r4|real32|real64)\b/gi, blanks);

/** Without the mark before each line by which mail and R's console quote. @param {string[]} lines */
function unquoted(lines) {
  const filled = lines.filter((line) => line.trim() !== '');
  const marked = /^ *[>+](?= |$)/;
  if (filled.length === 0 || !/^ *>(?= |$)/.test(filled[0])) return lines;
  // R answers without a mark.
  return lines.map((line) => line.replace(marked, blanks));
}

// tf.Tensor: shape=(2, 2), dtype=..   <NDArray 2x2 @cpu(0)>   Tensor[[2, 2], f32]   shape: [2, 2],⏎ device: ..
const shapes = [
  /<?tf\.(?:Tensor|Variable)\b[^[\]\n]{0,200}?shape=\(([\d, ]*)\)/g,
  /<NDArray ([\dx]+) @/g,
  /\bTensor\[\[([\d, ]{0,80})\], /g,
  /\bTensor\[dims ([\d, ]{0,80}); /g,
  /^[ \t]*shape: +\[([\d, ]*)\],\n[ \t]*device:/gm,
];

/**
 * The shape that a print names beside its numbers, which `cleaned` leaves out; nothing where there are several.
 * @param {string} text
 * @returns {{ shape: number[], at: number } | undefined}
 */
export function announced(text) {
  const [one, ...more] = shapes.flatMap((pattern) => [...text.matchAll(pattern)]);
  const shape = one && more.length === 0 ? one[1].split(/[,x]/).filter((n) => n.trim()) : [];
  return shape.length > 0 ? { shape: shape.map(Number), at: one.index } : undefined;
}

const startsCode = /^(?![eE][\d+-])\s*[\p{L}_[({]/u;

/**
 * Without line numbers: before each line, or by themselves above or below the code, as pages lay them
 * out in a column of their own.
 * @param {string[]} lines
 */
function unnumbered(lines) {
  const numbers = lines.map((line) => /^\s*(\d{1,5})\s*[.:|]?(?=\s|$|[\p{L}_[({])/u.exec(line));
  const filled = lines.flatMap((line, i) => (line.trim() === '' ? [] : [i]));
  const first = Number(numbers[filled[0]]?.[1]);
  const counted = filled.every((i, n) => Number(numbers[i]?.[1]) === first + n);
  const rest = (/** @type {number} */ i) => lines[i].slice(numbers[i]?.[0].length ?? 0);
  if (filled.length > 1 && counted && filled.some((i) => startsCode.test(rest(i)))) {
    return lines.map((line, i) => blanks(numbers[i]?.[0] ?? '') + rest(i));
  }
  return withoutColumn(withoutColumn(lines, filled), [...filled].reverse(), true);
}

/**
 * Without lines that count from 1 to as many as there are others.
 * @param {string[]} lines
 * @param {number[]} order of the lines with something in them, from the end where the numbers may be
 * @param {boolean} [last] whether that is the text's end
 */
function withoutColumn(lines, order, last = false) {
  let run = 0;
  while (run < order.length && /^\s*\d+\s*$/.test(lines[order[run]])) run++;
  const others = order.length - run;
  if (run === 0 || run < others || others === 0) return lines;
  const at = order.slice(0, run);
  if (last) at.reverse();
  if (!at.every((line, i) => Number(lines[line]) === i + 1)) return lines;
  if (!startsCode.test(lines[last ? order[order.length - 1] : order[run]])) return lines;
  // A column of numbers, below which a print names its type, is no column of line numbers.
  if (order.slice(run).some((line) => /(?:Tensor of size|Type\{)/.test(lines[line]))) return lines;
  const counted = new Set(at);
  return lines.map((line, i) => (counted.has(i) ? blanks(line) : line));
}

/**
 * Where an offset is in a text.
 * @param {string} text
 * @param {number} offset
 * @returns {{ row: number, column: number }} counted from 1
 */
export function placeOf(text, offset) {
  const before = text.slice(0, offset);
  const row = before.split('\n').length;
  return { row, column: offset - before.lastIndexOf('\n') };
}

/** What brackets are around from an offset on, with them. @param {string} text @param {number} offset */
export function bracketed(text, offset) {
  let depth = 0;
  for (let i = offset; i < text.length; i++) {
    if ('([{'.includes(text[i])) depth++;
    else if (')]}'.includes(text[i]) && --depth <= 0) return text.slice(offset, i + 1);
  }
  return text.slice(offset);
}
