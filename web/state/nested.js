import { parseNumber } from './number.js';
import { problem } from './problem.js';
import { literal, offset } from './tensor.js';

/**
 * @template T
 * @typedef {T[][][][]} Nested a tensor as lists in lists: outer, planes, rows, values
 */
/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {import('./tensor.js').Literal} Literal */

const endless = /^[+-]?(?:nan|inf|infinity|∞)$/i;

/**
 * The numbers of a literal as lists in lists.
 * @param {Literal} tensor
 * @returns {Nested<number>}
 */
export function nestedOf({ shape, data }) {
  const [outer, planes, rows, columns] = shape;
  const row = (/** @type {number[]} */ cell) => {
    const from = offset(shape, [...cell, 0]);
    return data.slice(from, from + columns);
  };
  return range(outer).map((i) => range(planes).map((j) => range(rows).map((k) => row([i, j, k]))));
}

/**
 * How many lists are around each item in a list, itself counted, when it is the same number everywhere.
 * @template T
 * @param {readonly T[]} items of the list
 * @param {(item: T) => number | Problem} depthOf how many are around each in an item
 * @param {(item: T) => string | undefined} elided the text of an item that stands for left out ones
 * @returns {number | Problem}
 */
export function depthAround(items, depthOf, elided) {
  let common;
  for (const [i, item] of items.entries()) {
    const depth = depthOf(item);
    if (typeof depth !== 'number') return depth;
    common ??= depth;
    if (depth === common) continue;
    const text = elided(item);
    return text === undefined
      ? problem('uneven', { row: i + 1 })
      : problem('elided', { row: i + 1, column: 1 }, text);
  }
  return 1 + (common ?? 0);
}

/**
 * The tensor that lists of number texts make, or what keeps them from being one: a text that is no
 * number, or a list of another length than the first of its kind.
 * @param {Nested<string>} nested with at least one row
 * @returns {Literal | Problem}
 */
export function readNested(nested) {
  return atOnce(nestedSteps(nested, (row) => row));
}

/** What steps come to. @template T @param {Generator<unknown, T>} steps @returns {T} */
export function atOnce(steps) {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** After so many numbers others may have the thread. */
const mostInStep = 2 ** 11;

/**
 * `readNested` in steps, which part the rows as they come to them.
 * @template Row
 * @param {Row[][][]} nested with at least one row
 * @param {(row: Row) => string[]} parted
 * @returns {Generator<void, Literal | Problem>}
 */
export function* nestedSteps(nested, parted) {
  const columns = parted(nested[0][0][0]).length;
  const shape = [nested.length, nested[0].length, nested[0][0].length, columns];
  const [outer, channels, rows] = shape;
  let next = mostInStep;
  if (columns === 0) return problem('empty');

  const group = nested.findIndex((planes) => planes.length !== channels);
  if (group >= 0) {
    const counts = { count: nested[group].length, expected: channels };
    return problem('ragged-planes', { group: group + 1, ...counts });
  }
  /** @type {number[]} */
  const data = [];
  for (const [p, plane] of nested.flat().entries()) {
    if (plane.length !== rows) {
      return problem('ragged-rows', { plane: p + 1, count: plane.length, expected: rows });
    }
    const where = inPlane(p, outer * channels);
    for (const [r, given] of plane.entries()) {
      if (data.length > next) {
        next += mostInStep;
        yield;
      }
      const row = parted(given);
      if (row.length !== columns) {
        const counts = { count: row.length, expected: columns };
        return problem('ragged', { ...where, row: r + 1, ...counts });
      }
      for (const [c, text] of row.entries()) {
        const value = parseNumber(text);
        if (value === undefined) return refused(text, { ...where, row: r + 1, column: c + 1 });
        data.push(value);
      }
    }
  }
  return literal(shape, data);
}

/**
 * The words that say which plane a place is in: none where there is only one.
 * @param {number} plane
 * @param {number} planes how many there are
 * @returns {Record<string, number>}
 */
export function inPlane(plane, planes) {
  return planes > 1 ? { plane: plane + 1 } : {};
}

/**
 * Why a text is not a number that a tensor can hold.
 * @param {string} text
 * @param {Record<string, number>} place
 */
function refused(text, place) {
  const trimmed = text.trim();
  if (trimmed === '') return problem('empty-cell', place);
  if (isElision(trimmed)) return problem('elided', place, trimmed);
  const finite = !endless.test(trimmed) && Math.abs(Number(trimmed)) !== Infinity;
  return problem(finite ? 'not-number' : 'not-finite', place, trimmed);
}

/**
 * Whether a text stands for numbers that a printer left out.
 * @param {string} text
 */
export function isElision(text) {
  return text === '...' || text === '…';
}

/** @param {number} length */
function range(length) {
  return Array.from({ length }, (_, i) => i);
}
