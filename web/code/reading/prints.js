import { isProblem, problem } from '../../state/problem.js';
import { arrayOf, count } from './tensors.js';

/**
 * Tensors as consoles print them without brackets, plane by plane and, where a row is too long for a
 * line, some columns after others: PyTorch before 0.4, libtorch, R, Julia, MATLAB, Octave, pandas.
 *
 * @typedef {import('./program.js').Trouble} Trouble
 * @typedef {import('./tensors.js').Array_} Array_
 *
 * @typedef {object} Plane
 * @property {number[]} index from 0
 * @property {string[][]} rows
 * @property {number} block how many rows there were when the present columns began
 */

// So many digits that a number may have: without an end to them, a long run of digits is read again and again.
const number = '[-+]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][-+]?\\d{1,5})?';
const scale = new RegExp(`^\\s*(${number})\\s+\\*(?:\\s*$|\\s+(?=[-\\d.]))`);
const columns = /^\s*Columns?\s+(\d+)(?:\s*(?:to|through|and|-)\s*(\d+))?:?(?=\s|$)/;
// (1,1,.,.) =   ans(:,:,1) =   [:, :, 1, 1] =   , , 1, 1
const before = /^\s*\(\s*(\d+(?:\s*,\s*\d+)*)\s*,\s*\.\s*,\s*\.\s*\)\s*=\s*$/;
const behind = /^\s*(?:[A-Za-z]\w*\s*\(|\[)\s*:\s*,\s*:\s*,\s*(\d+(?:\s*,\s*\d+)*)\s*[)\]]\s*=\s*$/;
const behindR = /^, , (\d+(?:, \d+)*)\s*$/;
const julia =
  /^\s*(\d+(?:[×x]\d+)*)(?:-element)? (?:[A-Za-z]\w{0,40}(?:\{[^}]{0,80}\}{1,4})?|adjoint|transpose|reshape|view)(?![\w{]).*:\s*$/;
const matlab =
  /^\s*\d+(?:×\d+)+ +(?:gpuArray |dlarray |sparse )?(?:single|double|int\d+|uint\d+|logical)? ?(?:matrix|array|vector|row vector|column vector)?\s*$/;
const footer =
  /^\s*\[\s*(?:(?:torch\.(?:cuda\.)?)?\w*(?:Tensor|Type))(?: of size \(?(\d[\dx, ]{0,80})\)?(?: \([^)]*\))?|\{([\d,]*)\}).*\]\s*$/;
const headerR = /^\s+(?:\[,\d+\]\s*)+$/;
const rowR = /^\s*\[(\d+),\]\s/;
const vectorR = /^\s*\[(\d+)\]\s/;
/** `K = 2×2 single matrix`, as MATLAB's live editor has it. */
const titled = /^\s*[A-Za-z]\w{0,40} *= *\d+(?:×\d+)+(?: [a-zA-Z ]{1,40})?\s*$/;
const title =
  /^\s*(?:[A-Za-z][\w.]*\s*=|ans\s*=|torch_tensor|Diagonal Matrix|Tensor|Variable containing:)\s*$/;

const signs = [
  columns,
  before,
  behind,
  behindR,
  julia,
  footer,
  headerR,
  rowR,
  matlab,
  titled,
  scale,
];

/** Whether a text looks like such a print. @param {readonly string[]} lines */
const isPrint = (lines) =>
  lines.some((line) => signs.some((pattern) => pattern.test(line))) ||
  lines.every((line) => line.trim() === '' || vectorR.test(line));

/**
 * Where, in what was copied of a console, code ends and the print of its result begins.
 * @param {string} text cleaned
 * @returns {number} the offset; 0 where there is no such place
 */
export function printStart(text) {
  let at = 0;
  for (const line of text.split('\n')) {
    if (signs.some((pattern) => pattern.test(line))) return at;
    at += line.length + 1;
  }
  return 0;
}

/**
 * The tensor of a print, what is wrong with it, or nothing where it is none.
 * @param {string} text cleaned
 * @returns {Array_ | Trouble | undefined}
 */
export function printed(text) {
  const frame = framed(text);
  if (frame) return frame;
  const lines = text.split('\n');
  if (!isPrint(lines)) return undefined;
  return new Print(lines).read();
}

/** What has been read of a print so far. */
class Print {
  /** @type {Plane[]} */ #planes = [];
  #factor = 1;
  /** @type {number[] | undefined} */ #shape;
  /** @type {'before' | 'behind'} */ #side = 'before';
  #lines;
  #at = 0;

  /** @param {readonly string[]} lines */
  constructor(lines) {
    this.#lines = lines;
  }

  /** @returns {Array_ | Trouble} */
  read() {
    let at = 0;
    for (const line of this.#lines) {
      const trouble = this.#line(line);
      if (trouble) return { problem: trouble, at: at + (line.length - line.trimStart().length) };
      at += line.length + 1;
      this.#at++;
    }
    return this.#whole();
  }

  get #plane() {
    if (this.#planes.length === 0) this.#open([]);
    return this.#planes[this.#planes.length - 1];
  }

  /** @param {number[]} index */
  #open(index) {
    this.#planes.push({ index, rows: [], block: 0 });
  }

  /** @param {string} line */
  #line(line) {
    if (line.trim() === '' || title.test(line) || matlab.test(line) || titled.test(line))
      return undefined;
    const index = before.exec(line) ?? behind.exec(line) ?? behindR.exec(line);
    if (index) {
      this.#side = before.test(line) ? 'before' : 'behind';
      this.#open(index[1].split(',').map(Number));
      return undefined;
    }
    const header = julia.exec(line);
    if (header) {
      this.#shape = header[1].split(/[×x]/).map(Number);
      return undefined;
    }
    const end = footer.exec(line);
    if (end) {
      this.#shape = (end[1] ?? end[2]).trim().replace(/,$/, '').split(/[x,]/).map(Number);
      return undefined;
    }
    if (headerR.test(line) || this.#names(line)) {
      this.#column();
      return undefined;
    }
    return this.#numbers(this.#prefix(line));
  }

  /** Whether R names the columns so. @param {string} line */
  #names(line) {
    const next = this.#lines[this.#at + 1] ?? '';
    return rowR.test(next) && !rowR.test(line) && /^ +\p{L}[^[\]]*$/u.test(line);
  }

  /** The line without what says which columns and which scale follow. @param {string} line */
  #prefix(line) {
    const some = columns.exec(line);
    if (some) {
      this.#column();
      line = line.slice(some[0].length);
    }
    const factor = scale.exec(line);
    if (factor) {
      this.#factor = Number(factor[1]);
      line = line.slice(factor[0].length);
    }
    return line.replace(rowR, ' ').replace(vectorR, ' ');
  }

  /** The rows begin again, with other columns. */
  #column() {
    this.#plane.block = 0;
    this.#started = this.#plane.rows.length > 0;
  }

  #started = false;

  /** @param {string} line */
  #numbers(line) {
    // Julia writes fractions with two slashes.
    const pieces = line.trim().replaceAll('//', '/').split(/\s+/).filter(Boolean);
    if (pieces.length === 0) return undefined;
    if (vectorR.test(this.#lines[this.#at])) {
      // One long row, with the place of its first number before each line.
      this.#plane.rows[0] = [...(this.#plane.rows[0] ?? []), ...pieces];
      return this.#checked(pieces);
    }
    const { rows } = this.#plane;
    if (this.#started) {
      const row = rows[this.#plane.block++];
      if (!row)
        return problem('ragged-rows', {
          plane: this.#planes.length,
          count: this.#plane.block,
          expected: rows.length,
        });
      row.push(...pieces);
    } else {
      rows.push(pieces);
    }
    return this.#checked(pieces);
  }

  /** @param {string[]} pieces */
  #checked(pieces) {
    const bad = pieces.findIndex(
      (piece) =>
        /^[…⋮⋱]|^\.{3}|^[A-Za-z(]/.test(piece) && !/^(?:[-+]?(?:nan|inf)|NA$)/i.test(piece),
    );
    if (bad < 0) return undefined;
    const place = { row: this.#plane.rows.length, column: bad + 1 };
    return /^[.…⋮⋱]/.test(pieces[bad])
      ? problem('elided', place, pieces[bad])
      : problem('stray', {}, pieces[bad]);
  }

  /** @returns {Array_ | Trouble} */
  #whole() {
    const planes = this.#planes.filter(({ rows }) => rows.length > 0);
    if (planes.length === 0) return { problem: problem('empty'), at: 0 };
    // MATLAB and Julia count the dimensions behind the plane from the nearest on.
    const nested = this.#nested(planes);
    const array = arrayOf(nested);
    if (isProblem(array)) return { problem: array, at: 0 };
    const scaled = {
      shape: array.shape,
      data: array.data.map((value) => scaledBy(value, this.#factor)),
    };
    return this.#asSaid(scaled);
  }

  /** @param {Plane[]} planes @returns {import('../../state/text/brackets.js').Tree} */
  #nested(planes) {
    const tree = planes.map(({ rows }) => rows);
    if (planes.length === 1 && planes[0].index.length === 0) return tree[0];
    const depth = planes[0].index.length;
    if (depth < 2) return tree;
    // All planes of one outer index together, in the order in which they come.
    const outer = (/** @type {Plane} */ plane) =>
      plane.index[this.#side === 'before' ? 0 : depth - 1];
    /** @type {Map<number, string[][][]>} */
    const groups = new Map();
    for (const plane of planes)
      groups.set(outer(plane), [...(groups.get(outer(plane)) ?? []), plane.rows]);
    return [...groups.values()];
  }

  /** Compared with the shape that the print names. @param {Array_} array @returns {Array_ | Trouble} */
  #asSaid(array) {
    const shape = this.#shape;
    if (!shape) return array;
    if (count(shape) !== array.data.length) {
      return {
        problem: problem('cut-print', { count: array.data.length, shape: shape.join(' × ') }),
        at: 0,
      };
    }
    // A vector is printed as a column.
    return shape.length === 1 ? { shape, data: array.data } : array;
  }
}

/** A number times a power of ten, as exact as its digits. @param {number} value @param {number} factor */
function scaledBy(value, factor) {
  const exponent = Math.log10(factor);
  if (factor === 1 || !Number.isInteger(exponent)) return value * factor;
  const [digits, own = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(own) + exponent}`);
}

/** A data frame of pandas: the columns' numbers or names above, the rows' before. @param {string} text
 * @returns {Array_ | undefined} */
export function framed(text) {
  const [first = '', ...others] = text.replace(/^(?: *\n)+/, '').split('\n', 2);
  const head = parted(first);
  if (!/^\s+\S/.test(first) || others.length === 0) return undefined;
  const counts = (/** @type {string[]} */ texts) => texts.every((text, i) => text === String(i));
  const named = head.every((name) => /^[\p{L}_]\w*$/u.test(name));
  if (!counts(head) && !named) return undefined;
  const [, ...body] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parted);
  if (body.length === 0 || !counts(body.map(([label]) => label))) return undefined;
  if (!body.every((row) => row.length === head.length + 1)) return undefined;
  const array = arrayOf(body.map((row) => row.slice(1)));
  return isProblem(array) ? undefined : array;
}

/** What blanks part in a line. @param {string} line */
const parted = (line) => line.trim().split(/\s+/);
