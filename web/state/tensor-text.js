import { mostElements, mostListed, tooMany } from './limits.js';
import { atOnce, inPlane, nestedOf, nestedSteps } from './nested.js';
import { formatNumber, readNumbers } from './number.js';
import { packable, packed } from './packed.js';
import { isProblem, problem } from './problem.js';
import { cellAt, fullShape, generators, isLiteral, literal, size } from './tensor.js';

/**
 * @typedef {import('./problem.js').Problem} Problem
 * @typedef {import('./tensor.js').Tensor} Tensor
 */

const longestLiteral = 400;
/** The characters of a literal that are read without a pause. */
const longestAtOnce = 2 ** 16;
/** How long a longer one has the thread, in ms. */
const slice = 16;
const packedName = 'z';
/** No generator has more. */
const mostArguments = 16;

/**
 * What helps to read a tensor, at once or in time.
 * @typedef {object} Help
 * @property {(text: string, count: number) => number[] | undefined | Promise<number[] | undefined>} unpack
 *   inflates packed numbers (see packed.js)
 * @property {() => Promise<unknown>} [pause] lets others have the thread, where there is the time
 */

/**
 * Goes on with a value, at once where it is there.
 * @template T, R
 * @param {T | Promise<T>} value
 * @param {(value: T) => R} next
 * @returns {R | Promise<R>}
 */
const then = (value, next) => (value instanceof Promise ? value.then(next) : next(value));

/**
 * Reads a tensor as links have it, in any of its forms.
 * @param {string} text
 * @param {Help} help
 * @returns {Tensor | Problem | Promise<Tensor | Problem>}
 */
export function readTensor(text, { unpack, pause }) {
  if (text.trim() === '') return problem('empty');
  if (!text.includes(':')) return readLiteral(text, pause);

  const [name, shapeText, rest] = parted(text.trim());
  if (name !== packedName && !generators.includes(name)) return problem('generator', {}, name);
  const shape = readShape(shapeText);
  if (isProblem(shape)) return shape;
  if (name === packedName && size(shape) > mostListed) {
    return problem('many', { count: size(shape), limit: mostListed });
  }
  return name === packedName
    ? then(unpack(rest ?? '', size(shape)), (data) => packedTensor(shape, data))
    : readGenerated(name, shape, rest);
}

/**
 * Reads an input: a tensor with a batch of one.
 * @param {string} text
 * @param {Help} help
 * @returns {Tensor | Problem | Promise<Tensor | Problem>}
 */
export function readInput(text, help) {
  return then(readTensor(text, help), (tensor) => {
    if (isProblem(tensor) || tensor.shape[0] === 1) return tensor;
    return problem('batch', { count: tensor.shape[0] });
  });
}

/**
 * The tensor as a person could write it: a literal or a generator.
 * @param {Tensor} tensor
 */
export function formatTensor(tensor) {
  if (isLiteral(tensor)) return formatLiteral(tensor);
  const args = tensor.args.map(formatNumber).join(',');
  return [tensor.generator, formatShape(tensor.shape), ...(args ? [args] : [])].join(':');
}

/**
 * The tensor in the shortest form that gives back exactly its numbers.
 * @param {Tensor} tensor
 */
export async function packTensor(tensor) {
  const written = () => formatTensor(tensor);
  if (!isLiteral(tensor)) return written();
  // A number has a character at least, and one between it and the next: so many need not be written first.
  const least = 2 * tensor.data.length - 1;
  if (least <= longestLiteral && written().length <= longestLiteral) return written();
  if (!packable(tensor.data)) return written();
  const short = `${packedName}:${formatShape(tensor.shape)}:${await packed(tensor.data)}`;
  return short.length < least || short.length < written().length ? short : written();
}

/** A name, a shape and what follows them, if anything does.
 * @param {string} text
 * @returns {[string, string, string | undefined]} */
function parted(text) {
  const [name, shape = ''] = text.split(':', 2);
  const used = name.length + shape.length + 2;
  return [name, shape, used <= text.length ? text.slice(used) : undefined];
}

/** @param {string} text @param {Help['pause']} pause */
function readLiteral(text, pause) {
  const many = tooMany(text, ',;/', mostListed);
  if (many) return many;
  const rows = (/** @type {string} */ plane) => plane.split(';');
  const nested = text.split('//').map((group) => group.split('/').map(rows));
  const steps = nestedSteps(nested, (row) => row.split(','));
  return pause && text.length > longestAtOnce ? inSlices(steps, pause) : atOnce(steps);
}

/** @template T @param {Generator<unknown, T>} steps @param {() => Promise<unknown>} pause */
async function inSlices(steps, pause) {
  for (let began = 0; ;) {
    if (performance.now() - began > slice) {
      await pause();
      began = performance.now();
    }
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** @param {import('./tensor.js').Literal} tensor */
function formatLiteral(tensor) {
  const row = (/** @type {number[]} */ values) => values.map(formatNumber).join(',');
  const plane = (/** @type {number[][]} */ rows) => rows.map(row).join(';');
  return nestedOf(tensor)
    .map((planes) => planes.map(plane).join('/'))
    .join('//');
}

/**
 * @param {string} generator
 * @param {number[]} shape
 * @param {string | undefined} text
 */
function readGenerated(generator, shape, text) {
  const args = text === undefined ? [] : readNumbers(text.replaceAll(':', ','), mostArguments);
  return isProblem(args) ? args : { shape, generator, args };
}

/**
 * The tensor of unpacked numbers.
 * @param {number[]} shape
 * @param {number[] | undefined} data
 */
function packedTensor(shape, data) {
  if (data === undefined) return problem('damaged', { elements: size(shape) });
  const bad = data.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return literal(shape, data);
  const [outer, channel, row, column] = cellAt(shape, bad);
  const where = inPlane(outer * shape[1] + channel, shape[0] * shape[1]);
  const place = { ...where, row: row + 1, column: column + 1 };
  return problem('not-finite', place, formatNumber(data[bad]));
}

/**
 * Reads two to four sizes between x's, leading ones filled in.
 * @param {string} text
 * @returns {number[] | Problem}
 */
function readShape(text) {
  const sizes = text.trim().split('x', 5);
  const whole = sizes.every((digits) => /^0*[1-9]\d*$/.test(digits));
  if (!whole || sizes.length < 2 || sizes.length > 4) return problem('shape', {}, text);
  const shape = fullShape(sizes.map(Number));
  if (size(shape) <= mostElements) return shape;
  return problem('elements', { elements: size(shape), limit: mostElements }, text);
}

/** The shape without its leading ones, but at least two sizes. @param {number[]} shape */
function formatShape(shape) {
  const first = shape.findIndex((extent, i) => i === 2 || extent !== 1);
  return shape.slice(first).join('x');
}
