import { numberText, operationNames, unusual } from './layer.js';
import { size } from '../state/tensor.js';

/**
 * @typedef {import('./layer.js').Layer} Layer
 * @typedef {import('./layer.js').Numbers} Numbers
 */

/** The most numbers of one tensor that a page of paper is given. */
const most = 1024;

/** A number as mathematics writes it. @param {number} value */
function number(value) {
  if (!Number.isFinite(value))
    return Number.isNaN(value) ? '\\text{NaN}' : value > 0 ? '\\infty' : '-\\infty';
  const [digits, power] = numberText(value).split('e');
  return power === undefined ? digits : `${digits} \\cdot 10^{${power}}`;
}

/**
 * One plane; `array` takes any number of columns, a `bmatrix` ten.
 * @param {Numbers} numbers
 * @param {number} plane
 */
function matrix({ shape, data }, plane) {
  const [, , rows, columns] = shape;
  const row = (/** @type {number} */ r) =>
    Array.from({ length: columns }, (_, c) => number(data[(plane * rows + r) * columns + c])).join(
      ' & ',
    );
  const all = Array.from({ length: rows }, (_, r) => `    ${row(r)}`).join(' \\\\\n');
  return `\\left[\\begin{array}{${'r'.repeat(columns)}}\n${all}\n  \\end{array}\\right]`;
}

/**
 * The lines of a tensor: a matrix for each plane, with its indices where there are several.
 * @param {string} name
 * @param {Numbers} numbers
 */
function planes(name, numbers) {
  const [outer, inner] = numbers.shape;
  if (size(numbers.shape) > most)
    return [`${name} &\\in \\mathbb{R}^{${numbers.shape.join(' \\times ')}}`];
  return Array.from({ length: outer * inner }, (_, i) => {
    const indices = [
      ...(outer > 1 ? [Math.floor(i / inner)] : []),
      ...(inner > 1 ? [i % inner] : []),
    ];
    const index = indices.length ? `_{${indices.join(',')}}` : '';
    return `${name}${index} &= ${matrix(numbers, i)}`;
  });
}

/** One axis of the size formula with its numbers. @param {Layer} layer @param {0 | 1} axis */
function formula({ op, x, k, y, stride, dilation, outputPadding, padding }, axis) {
  const [input, taps, output] = [x, k, y].map(({ shape }) => shape[2 + axis]);
  const [before, after] = padding.slice(2 * axis);
  const name = ['H', 'W'][axis];
  if (op === 'conv')
    return `${name}_Y &= \\left\\lfloor \\frac{${input} + ${before} + ${after} - ${dilation[axis]} \\cdot (${taps} - 1) - 1}{${stride[axis]}} \\right\\rfloor + 1 = ${output}`;
  return `${name}_Y &= (${input} - 1) \\cdot ${stride[axis]} - ${before} - ${after} + ${dilation[axis]} \\cdot (${taps} - 1) + ${outputPadding[axis]} + 1 = ${output}`;
}

/** `s = 2`, or `s = (2, 1)`. @param {Layer} layer */
function settings({ stride, dilation, outputPadding, padding, groups }) {
  const one = (
    /** @type {string} */ name,
    /** @type {number[]} */ list,
    /** @type {number} */ usual,
  ) => {
    if (!unusual(list, usual)) return [];
    const same = list.every((value) => value === list[0]);
    return [`${name} = ${same ? list[0] : `(${list.join(', ')})`}`];
  };
  const said = [
    ...one('s', stride, 1),
    ...one('p', padding, 0),
    ...one('d', dilation, 1),
    ...one('o', outputPadding, 0),
    ...one('g', [groups], 1),
  ];
  return said.length ? `_{${said.join(',\\ ')}}` : '';
}

/**
 * The operation with its numbers; needs amsmath and amssymb.
 * @param {Layer} layer
 */
export function latex(layer) {
  const { op, x, k, y, bias } = layer;
  const name = `\\operatorname{${operationNames[op].replaceAll('_', '\\_')}}${settings(layer)}`;
  const call = `= ${name}(X, K)${bias ? ' + b' : ''}`;
  const lines = [
    ...planes('X', x),
    ...planes('K', k),
    ...(bias ? [`b &= (${bias.map(number).join(',\\ ')})`] : []),
    `Y &${call}`,
    ...planes('Y', y),
    formula(layer, 0),
    formula(layer, 1),
  ];
  return `% \\usepackage{amsmath, amssymb}\n\\begin{align*}\n  ${lines.join(' \\\\\n  ')}\n\\end{align*}\n`;
}
