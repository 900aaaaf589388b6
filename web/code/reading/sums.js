import { formatNumber } from '../../state/number.js';
import { problem } from '../../state/problem.js';
import { outerOf } from './joined.js';
import { Unread } from './parse.js';
import { mapped } from './tensors.js';
import { isList, isTensor, tensorOf } from './values.js';

/**
 * What numbers and tensors come to where an operator is between them.
 *
 * @typedef {import('./parse.js').Node} Node
 * @typedef {import('./values.js').Value} Value
 */

/** @param {string} op @param {number} a @param {number} b */
function calculated(op, a, b) {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
    case '.*':
      return a * b;
    case '/':
    case './':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      return a - b * Math.floor(a / b);
    case '**':
    case '^':
    case '.^':
      return a ** b;
    default:
      return undefined;
  }
}

/** A tensor that was calculated, where it can be shown. @param {import('./tensors.js').Array_} array @param {Node} node */
function finite(array, node) {
  const at = array.data.findIndex((number) => !Number.isFinite(number));
  if (at < 0) return array;
  const columns = array.shape[array.shape.length - 1] ?? 1;
  const place = { row: Math.floor(at / columns) + 1, column: (at % columns) + 1 };
  throw new Unread(problem('not-finite', place, formatNumber(array.data[at])), node.at);
}

/**
 * @param {Value} a
 * @param {Value} b
 * @param {Extract<Node, { kind: 'sum' }>} node
 * @param {string} text of the program
 * @returns {Value | undefined}
 */
export function sumOf(a, b, node, text) {
  const { op } = node;
  if (typeof a === 'number' && typeof b === 'number') {
    // Julia writes fractions so.
    const fraction = op === '//' && /^[\d\s/-]+$/.test(text.slice(node.at, node.end)) ? '/' : op;
    return calculated(fraction, a, b);
  }
  const tensor = elementwise(scaled(a, b, op), scaled(b, a, op), op);
  if (tensor) return finite(tensor, node);
  const outer = op === '*' ? outerOf(a, b, node.at) : undefined;
  if (outer) return outer;
  if ([a, b].some((each) => isTensor(each) || isList(each)))
    throw new Unread(problem('call', {}, op), node.right.at);
  return undefined;
}

/**
 * A list that is divided by a number, or multiplied with a fraction, which only tensors can be: what Python makes of a
 * list times a whole number is another.
 * @param {Value} value
 * @param {Value} other
 * @param {string} op
 */
const scaled = (value, other, op) =>
  isList(value) && typeof other === 'number' && (op === '/' || (op === '*' && other % 1 !== 0))
    ? (tensorOf(value) ?? value)
    : value;

/** A tensor and a number, or two tensors of one shape. @param {Value} a @param {Value} b @param {string} op
 * @returns {import('./tensors.js').Array_ | undefined} */
function elementwise(a, b, op) {
  if (calculated(op, 1, 1) === undefined) return undefined;
  const of = (/** @type {number} */ x, /** @type {number} */ y) =>
    /** @type {number} */ (calculated(op, x, y));
  if (isTensor(a) && typeof b === 'number' && !/[\^*]{2}|^\^/.test(op))
    return mapped(a, (each) => of(each, b));
  if (isTensor(b) && typeof a === 'number' && !/[\^*]{2}|^\^|^\//.test(op))
    return mapped(b, (each) => of(a, each));
  const same = isTensor(a) && isTensor(b) && a.shape.join() === b.shape.join();
  return same && /^(?:[-+]|\.[*/])$/.test(op)
    ? mapped(a, (each, i) => of(each, b.data[i]))
    : undefined;
}
