import { isProblem, problem } from '../../state/problem.js';
import { mostElements } from '../../state/limits.js';
import { countOf } from './bytes.js';

/**
 * Tensors in JSON: nested lists, `{ "shape": [..], "data": [..] }`, or either of them under names.
 *
 * @typedef {import('./bytes.js').Dense} Dense
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {{ name: string, array: Dense }} Named
 */

/** How deep lists and objects may lie in each other. */
const deepest = 32;
/** The most tensors of a file. */
const mostTensors = 4096;

/**
 * @param {string} text
 * @returns {Named[] | Problem | undefined} nothing where the text is no JSON
 */
export function readJson(text) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  /** @type {Named[]} */
  const found = [];
  const wrong = collect(value, '', 0, found);
  if (wrong) return wrong;
  return found.length > 0 ? found : problem('json-none');
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {number} depth
 * @param {Named[]} found
 * @returns {Problem | undefined}
 */
function collect(value, name, depth, found) {
  if (found.length > mostTensors)
    return problem('many', { count: found.length, limit: mostTensors });
  if (depth > deepest) return problem('depth', { limit: 4 });
  if (Array.isArray(value)) {
    if (
      value.length > 0 &&
      value.every((each) => each !== null && typeof each === 'object' && !Array.isArray(each))
    ) {
      for (const [i, each] of value.entries()) {
        const wrong = collect(each, `${name}[${i}]`, depth + 1, found);
        if (wrong) return wrong;
      }
      return undefined;
    }
    const array = nested(value);
    if (isProblem(array)) return { ...array, ...(name ? { text: array.text ?? name } : {}) };
    found.push({ name, array });
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map(Object.entries(value));
  const shape = fields.get('shape') ?? fields.get('dims') ?? fields.get('size');
  const data = fields.get('data') ?? fields.get('values');
  if (Array.isArray(shape) && Array.isArray(data)) {
    const array = shaped(shape, data);
    if (isProblem(array)) return array;
    found.push({ name, array });
    return undefined;
  }
  const title = fields.get('name');
  if (typeof title === 'string' && Array.isArray(data))
    return collect(data, title, depth + 1, found);
  for (const [key, each] of fields) {
    const wrong = collect(each, key, depth + 1, found);
    if (wrong) return wrong;
  }
  return undefined;
}

/** @param {unknown[]} shape @param {unknown[]} data @returns {Dense | Problem} */
function shaped(shape, data) {
  const sizes = shape.map((extent) => (typeof extent === 'number' ? extent : NaN));
  const count = countOf(sizes);
  if (typeof count !== 'number') return count;
  const flat = nested(data);
  if (isProblem(flat)) return flat;
  if (flat.data.length !== count)
    return problem('reshape', { count: flat.data.length, shape: sizes.join(' × ') });
  return { shape: sizes, data: flat.data };
}

/**
 * Lists in lists of numbers, all of a length on each level.
 * @param {unknown[]} list
 * @returns {Dense | Problem}
 */
function nested(list) {
  /** @type {number[]} */
  const shape = [];
  for (let level = /** @type {unknown} */ (list); Array.isArray(level); level = level[0]) {
    if (shape.length >= deepest) return problem('depth', { limit: 4 });
    shape.push(level.length);
  }
  const count = countOf(shape);
  if (typeof count !== 'number') return count.code === 'file-elements' ? count : problem('empty');
  const data = new Float64Array(count);
  let filled = 0;
  /** @param {unknown} value @param {number} depth @param {number[]} path @returns {Problem | undefined} */
  const fill = (value, depth, path) => {
    const place = path.map((index) => `[${index}]`).join('');
    if (depth === shape.length) {
      const number = typeof value === 'boolean' ? Number(value) : value;
      if (typeof number !== 'number' || filled >= mostElements)
        return problem('json-number', { place }, String(JSON.stringify(value)));
      data[filled++] = number;
      return undefined;
    }
    if (!Array.isArray(value))
      return problem('json-number', { place }, String(JSON.stringify(value)));
    if (value.length !== shape[depth])
      return problem('json-ragged', {
        place: place || '[]',
        count: value.length,
        expected: shape[depth],
      });
    for (const [i, each] of value.entries()) {
      const wrong = fill(each, depth + 1, [...path, i]);
      if (wrong) return wrong;
    }
    return undefined;
  };
  return fill(list, 0, []) ?? { shape, data };
}
