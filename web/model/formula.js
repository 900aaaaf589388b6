import { axisTerms } from './settings.js';

/**
 * The size formula of the operation, in words and with the present numbers.
 *
 * @typedef {Record<'input' | 'kernel' | 'stride' | 'dilation' | 'outputPadding' | 'pads', string | number>} Terms
 *
 * @typedef {object} Line
 * @property {string} axis which axis it is about, where there is a line for each
 * @property {[words: string, numbers: string]} parts `out = ..` and `= ..`
 * @property {string} size what it comes to; `?` where there is no output
 */

/** As geometry.hpp has it, which computes it. @param {Terms} terms */
const convolution = ({ input, pads, dilation, kernel, stride }) =>
  `⌊(${input} + ${pads} − ${dilation}·(${kernel} − 1) − 1) / ${stride}⌋ + 1`;

/** @param {Terms} terms */
const transposed = ({ input, pads, dilation, kernel, stride, outputPadding }) =>
  `(${input} − 1)·${stride} − ${pads} + ${dilation}·(${kernel} − 1) + ${outputPadding} + 1`;

/**
 * One line when the axes agree, else one for each.
 * @param {import('../state/state.js').State} state
 * @param {readonly number[] | undefined} y the shape of the output
 * @param {import('../i18n/index.js').Translate} t
 * @param {boolean} [apart] whether each axis has its line even where they agree
 * @returns {Line[]}
 */
export function formulaLines(state, y, t, apart = false) {
  const [rows, columns] = [axisTerms(state, 0), axisTerms(state, 1)];
  const same = JSON.stringify(rows) === JSON.stringify(columns);
  const line = (
    /** @type {typeof rows} */ terms,
    /** @type {number | undefined} */ size,
    axis = '',
  ) => ({ axis, parts: partsOf(state, terms, t), size: String(size ?? '?') });
  return same && !apart
    ? [line(rows, y?.[2])]
    : [line(rows, y?.[2], t('axis.height')), line(columns, y?.[3], t('axis.width'))];
}

/**
 * @param {import('../state/state.js').State} state
 * @param {ReturnType<typeof axisTerms>} terms
 * @param {import('../i18n/index.js').Translate} t
 * @returns {Line['parts']}
 */
function partsOf({ op }, terms, t) {
  const words = {
    input: t('formula.input'),
    kernel: t('formula.kernel'),
    stride: t('formula.stride'),
    dilation: t('formula.dilation'),
    outputPadding: t('formula.outputPadding'),
  };
  const uneven = terms.before !== terms.after;
  const pads = {
    words: uneven ? t('formula.paddings') : `2·${t('formula.padding')}`,
    numbers: uneven ? `(${terms.before} + ${terms.after})` : `2·${terms.before}`,
  };
  const formula = op === 'conv' ? convolution : transposed;
  return [
    `${t('formula.output')} = ${formula({ ...words, pads: pads.words })}`,
    `= ${formula({ ...terms, pads: pads.numbers })}`,
  ];
}
