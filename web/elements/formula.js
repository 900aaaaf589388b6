import { LitElement, css, html } from 'lit';
import { axisTerms } from '../model/settings.js';
import { defaults } from '../state/state.js';

/**
 * The size formula of the operation, in words and with the present numbers; one line when the axes
 * agree, else one for each.
 */
export class ConvFormula extends LitElement {
  static properties = {
    state: { attribute: false },
    y: { attribute: false },
    apart: { type: Boolean },
    t: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../state/state.js').State} */
    this.state = defaults;
    /** The shape of the output; none while there is a fault.
     * @type {readonly number[] | undefined} */
    this.y = undefined;
    /** Whether each axis has its line even where they agree. */
    this.apart = false;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    const [rows, columns] = [axisTerms(this.state, 0), axisTerms(this.state, 1)];
    const same = JSON.stringify(rows) === JSON.stringify(columns);
    return same && !this.apart
      ? this.#line(rows, this.y?.[2])
      : html`${this.#line(rows, this.y?.[2], 'axis.height')}
        ${this.#line(columns, this.y?.[3], 'axis.width')}`;
  }

  /**
   * @param {ReturnType<typeof axisTerms>} terms
   * @param {number | undefined} size
   * @param {string} [axis]
   */
  #line(terms, size, axis) {
    const words = {
      input: this.t('formula.input'),
      kernel: this.t('formula.kernel'),
      stride: this.t('formula.stride'),
      dilation: this.t('formula.dilation'),
      outputPadding: this.t('formula.outputPadding'),
    };
    const uneven = terms.before !== terms.after;
    const padding = this.t('formula.padding');
    const pads = {
      words: uneven ? this.t('formula.paddings') : `2·${padding}`,
      numbers: uneven ? `(${terms.before} + ${terms.after})` : `2·${terms.before}`,
    };
    const formula = this.state.op === 'conv' ? convolution : transposed;
    return html`<p>
      ${axis ? html`<span class="axis">${this.t(axis)}</span>` : ''}
      <span>${this.t('formula.output')} = ${formula({ ...words, pads: pads.words })}</span>
      <span>= ${formula({ ...terms, pads: pads.numbers })}</span>
      <span>= <strong>${size ?? '?'}</strong></span>
    </p>`;
  }

  static styles = css`
    p {
      margin: 0;
      color: var(--quiet);
      line-height: 1.6;
      font-variant-numeric: tabular-nums;
    }
    strong {
      color: var(--y);
    }
    .axis {
      display: inline-block;
      min-width: 4em;
      color: var(--ink);
    }
  `;
}

/**
 * @typedef {Record<'input' | 'kernel' | 'stride' | 'dilation' | 'outputPadding' | 'pads', string | number>} Terms
 */

/** As geometry.hpp has it, which computes it. @param {Terms} terms */
const convolution = ({ input, pads, dilation, kernel, stride }) =>
  `⌊(${input} + ${pads} − ${dilation}·(${kernel} − 1) − 1) / ${stride}⌋ + 1`;

/** @param {Terms} terms */
const transposed = ({ input, pads, dilation, kernel, stride, outputPadding }) =>
  `(${input} − 1)·${stride} − ${pads} + ${dilation}·(${kernel} − 1) + ${outputPadding} + 1`;
