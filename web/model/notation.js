import { fixedNumber, formatNumber, isCut, shiftedNumber, shortNumber } from '../state/number.js';
import { Tally } from './tally.js';

/**
 * How the numbers of a tensor are written in its cells: all alike, so that they can be compared.
 *
 * @typedef {object} Notation
 * @property {number} characters that a cell has room for: more of them in a smaller font; none where they
 *   could not be read
 * @property {boolean} exponents whether a number may have an exponent of its own
 * @property {number} scale the power of ten that all numbers are divided by
 */

/** Side of a font in pixels: as a share of its cell, at most, the smallest that is still read, and the smallest
 * that says more than a shade. */
const font = { share: 0.37, most: 18, small: 10, least: 9.25, faint: 6.75 };
/** So many characters, as 0.33 has, are worth a font that is a little smaller. */
const decimal = 4;
/** A digit is so wide, in sides of the font; the edges of a cell stay free, in pixels. */
const digit = 0.64;
const edges = 4;
/** As many different numbers are compared: those of 16 × 16 cells. More find no room to differ. */
const compared = 256;
/** The share of the largest number that may be lost in writing it. */
const loss = 0.05;

/** @param {number} size */
const largestFont = (size) => Math.min(font.most, font.share * size);
/** Below this side of a cell a single digit takes all of it, in pixels. */
const small = 18;

/**
 * How many characters a cell has room for: in its usual font, and in the smaller ones.
 * @param {number} size the side of a cell, in pixels
 */
export function roomsOf(size) {
  const usual = largestFont(size);
  const room = (/** @type {number} */ side) => Math.floor((size - edges) / (digit * side));
  const first = size < small ? 1 : Math.max(2, room(usual), Math.min(decimal, room(font.small)));
  const last = Math.max(first, room(Math.min(usual, font.least)));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/**
 * The font in which a cell has room for so many characters, in pixels.
 * @param {number} size the side of a cell, in pixels
 * @param {number} characters
 */
export const fontOf = (size, characters) =>
  characters === 0
    ? 0
    : Math.min(Math.max(font.least, largestFont(size)), (size - edges) / (digit * characters));

/** @type {Map<string, Notation>} one object for the same notation, which is compared often */
const known = new Map();

/**
 * @param {number} characters
 * @param {{ exponents?: boolean, scale?: number }} [options]
 * @returns {Notation}
 */
export function notation(characters, { exponents = false, scale = 0 } = {}) {
  const key = [characters, exponents, scale].join();
  const made = known.get(key) ?? { characters, exponents, scale };
  known.set(key, made);
  return made;
}

/**
 * A number as it is written in a cell.
 * @param {number} value
 * @param {Notation} notation
 */
export function written(value, { characters, exponents, scale }) {
  if (characters === 0) return '';
  const shifted = shiftedNumber(value, -scale);
  return exponents ? shortNumber(shifted, characters) : fixedNumber(shifted, characters);
}

/**
 * What tells numbers apart, for a tensor that is typed into: by notation, and without one by what they are.
 * @returns {Tally<Notation | undefined>}
 */
export const numberTally = () =>
  new Tally((value, notation) => {
    if (!notation) return value;
    const text = written(value, notation);
    return isCut(text) ? undefined : text;
  });

/**
 * The notation in which numbers that differ read differently, in the largest font that allows it: as they
 * are; else rounded; else with one power of ten for all; else with an exponent for each. Where nothing
 * tells all of them apart, the one that tells most.
 * @param {number[]} numbers
 * @param {number[]} rooms of the cells, see roomsOf
 * @param {boolean} scalable whether there is a place to say a power of ten for all
 * @param {Tally<Notation | undefined>} [tally] of the tensor that they are of
 * @returns {Notation}
 */
export function notationOf(numbers, rooms, scalable, tally = numberTally()) {
  const peak = numbers.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  const exact = roomFor(numbers, rooms[rooms.length - 1]);
  if (exact !== undefined) return notation(Math.max(rooms[0], exact));
  const some = numbers.length > compared ? [...new Set(numbers)].slice(0, compared) : numbers;
  tally.take(some);
  const all = tally.of(undefined);
  /** Whether the largest number cannot do without a scale: it says more than it costs only then, or where it
   * tells all apart. */
  const needed = rooms.every((room) => !isPrecise(peak, notation(room)));
  let best = notation(rooms[0]);
  let most = 0;
  for (const candidate of candidates(rooms, peak, scalable)) {
    const told = tally.of(candidate);
    const precise = isPrecise(peak, candidate);
    if (precise && told === all) return candidate;
    const worth = told + (precise ? 0.5 : 0);
    if (candidate.scale !== 0 && !needed ? told < all : worth <= most) continue;
    best = candidate;
    most = worth;
  }
  return best;
}

/**
 * How many characters numbers need to be written as they are, if so many are enough: none is for what has
 * an exponent.
 * @param {number[]} numbers
 * @param {number} enough
 */
function roomFor(numbers, enough) {
  let most = 0;
  for (const number of numbers) {
    const text = formatNumber(number);
    most = Math.max(most, text.length);
    if (most > enough || text.includes('e')) return undefined;
  }
  return most;
}

/**
 * Notations in the order in which they are preferred.
 * @param {number[]} rooms
 * @param {number} peak
 * @param {boolean} scalable
 */
function* candidates(rooms, peak, scalable) {
  for (const room of rooms) yield notation(room);
  const scale = Math.floor(Math.log10(Math.abs(peak)));
  if (scalable && Number.isFinite(scale)) {
    for (const room of rooms) yield notation(room, { scale });
  }
  for (const room of rooms) yield notation(room, { exponents: true });
}

/** Whether a number is written without losing much of it. @param {number} value @param {Notation} notation */
function isPrecise(value, notation) {
  const text = written(value, notation);
  if (isCut(text)) return false;
  if (!Number.isFinite(value)) return true;
  const exact = shiftedNumber(value, -notation.scale);
  return Math.abs(Number(text) - exact) <= loss * Math.abs(exact);
}

/**
 * The notation of numbers in cells of a side, or none where they could not be read, or where there is no room
 * for more than a part of them.
 * @param {number[]} numbers
 * @param {number} size
 * @param {boolean} scalable
 * @param {Tally<Notation | undefined>} [tally]
 */
function readable(numbers, size, scalable, tally) {
  const rooms = roomsOf(size);
  if (size < small && roomFor(numbers, rooms[rooms.length - 1]) === undefined) return notation(0);
  const chosen = notationOf(numbers, rooms, scalable, tally);
  return fontOf(size, chosen.characters) < font.faint ? notation(0) : chosen;
}

/**
 * What is drawn of a tensor.
 * @typedef {object} Drawn
 * @property {{ shape: readonly number[], data: ArrayLike<number> }} tensor
 * @property {readonly number[]} planes counted over the first two dimensions
 * @property {{ row: number, column: number, rows: number, columns: number }} window the part of each plane
 */

/** Notations by the data that they are for, which never changes, and by what of it is drawn.
 * @type {WeakMap<ArrayLike<number>, Map<string, Notation>>} */
const decided = new WeakMap();

/**
 * The notation of what is drawn of a tensor, decided once.
 * @param {Drawn} drawn
 * @param {number} size the side of a cell, in pixels
 * @param {boolean} scalable whether there is a place to say a power of ten for all
 * @param {Tally<Notation | undefined>} [tally] of the tensor, if it is typed into
 * @returns {Notation}
 */
export function notationFor(drawn, size, scalable, tally) {
  const { planes, window } = drawn;
  const { data } = drawn.tensor;
  const key = [
    size,
    scalable,
    planes,
    window.row,
    window.column,
    window.rows,
    window.columns,
  ].join();
  const before = decided.get(data) ?? new Map();
  const answer = before.get(key) ?? readable(numbersOf(drawn), size, scalable, tally);
  decided.set(data, before.set(key, answer));
  return answer;
}

/** @param {Drawn} drawn */
function numbersOf({ tensor: { shape, data }, planes, window }) {
  const [, , height, width] = shape;
  const numbers = [];
  for (const plane of planes) {
    for (let row = window.row; row < window.row + window.rows; row++) {
      const first = (plane * height + row) * width + window.column;
      for (let i = 0; i < window.columns; i++) numbers.push(data[first + i]);
    }
  }
  return numbers;
}
