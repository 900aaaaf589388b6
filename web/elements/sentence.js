import { LitElement, css, html } from 'lit';
import { cellName } from '../model/names.js';
import { formatNumber, shortNumber } from '../state/number.js';
import { controls } from './styles.js';

/**
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../model/explain.js').Cell} Cell
 * @typedef {import('../model/explain.js').Link} Link
 */

/** How many terms a sentence says before it asks. */
const mostTerms = 24;

/** A number within a product: short, and in brackets when negative. */
const factor = (/** @type {number} */ value) => {
  const exact = formatNumber(value);
  const text = exact.length <= 7 ? exact : shortNumber(value, 5);
  return text.startsWith('-') ? `(${text})` : text;
};

/**
 * What a cell is made of, or what becomes of it, with the numbers.
 */
export class ConvSentence extends LitElement {
  static properties = {
    outcome: { attribute: false },
    selection: { attribute: false },
    links: { attribute: false },
    bias: { attribute: false },
    t: { attribute: false },
    all: { state: true },
  };

  constructor() {
    super();
    /** @type {Outcome | undefined} */
    this.outcome = undefined;
    /** @type {import('../model/explain.js').Selection | undefined} */
    this.selection = undefined;
    /** The multiplications behind it.
     * @type {Link[]} */
    this.links = [];
    /** @type {readonly number[] | undefined} */
    this.bias = undefined;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    this.all = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('selection')) this.all = false;
  }

  render() {
    const { selection, outcome } = this;
    const { x, k, y } = outcome ?? {};
    if (!x || !k || !y) return html`<p class="quiet">${this.t('sentence.none')}</p>`;
    if (!selection) return html`<p class="quiet">${this.t('sentence.hint')}</p>`;
    const tensors = { x, k, y };
    if (!('operand' in selection)) return html`<p>${this.#entry(tensors, selection)}</p>`;
    const said = { x: this.#inputCell, k: this.#weight, y: this.#outputCell }[selection.operand];
    return html`<p>${said.call(this, tensors, selection)}</p>`;
  }

  /**
   * `Y[1,1] = 0·3 + 1·2 + .. = 4`
   * @param {Required<Record<'x' | 'k' | 'y', import('../model/evaluate.js').Dense>>} tensors
   * @param {Cell} cell
   */
  #outputCell({ x, k, y }, { offset }) {
    const channel = Math.floor(offset / (y.shape[2] * y.shape[3])) % y.shape[1];
    const terms = this.links.map(
      (link) =>
        html`<span class="term"
          ><span class="x" title=${cellName('x', x.shape, link.x)}>${factor(x.data[link.x])}</span
          >·<span class="k" title=${cellName('k', k.shape, link.k)}
            >${factor(k.data[link.k])}</span
          ></span
        >`,
    );
    const bias = this.bias
      ? [html`<span class="b" title="b[${channel}]">${factor(this.bias[channel])}</span>`]
      : [];
    const none = terms.length === 0 && html`<span class="quiet">${this.t('sentence.empty')}</span>`;
    return html`<strong class="y">${cellName('y', y.shape, offset)}</strong> =
      ${none ? html`${none} ` : ''}${this.#joined([...terms, ...bias], ' + ')}
      ${terms.length + bias.length === 0 ? '' : ' = '}
      <strong class="y">${formatNumber(y.data[offset])}</strong>`;
  }

  /**
   * `X[0,1] = 3 adds 3·2 to Y[1,1], ..`
   * @param {Required<Record<'x' | 'k' | 'y', import('../model/evaluate.js').Dense>>} tensors
   * @param {Cell} cell
   */
  #inputCell({ x, k, y }, { offset }) {
    const value = x.data[offset];
    const terms = this.links.map(
      (link) =>
        html`<span class="term"
          ><span class="x">${factor(value)}</span>·<span class="k">${factor(k.data[link.k])}</span>
          → <span class="y">${cellName('y', y.shape, link.y)}</span></span
        >`,
    );
    return html`<strong class="x"
        >${cellName('x', x.shape, offset)} = ${formatNumber(value)}</strong
      >
      ${this.t(terms.length > 0 ? 'sentence.adds' : 'sentence.dropped')}
      ${this.#joined(terms, this.t('sentence.comma'))}`;
  }

  /**
   * `K[0,1] = 2 multiplies X[0,0] = 1 → Y[0,1], ..`
   * @param {Required<Record<'x' | 'k' | 'y', import('../model/evaluate.js').Dense>>} tensors
   * @param {Cell} cell
   */
  #weight({ x, k, y }, { offset }) {
    const value = k.data[offset];
    const terms = this.links.map(
      (link) =>
        html`<span class="term"
          ><span class="x">${factor(x.data[link.x])}</span>·<span class="k">${factor(value)}</span>
          → <span class="y">${cellName('y', y.shape, link.y)}</span></span
        >`,
    );
    return html`<strong class="k"
        >${cellName('k', k.shape, offset)} = ${formatNumber(value)}</strong
      >
      ${this.t(terms.length > 0 ? 'sentence.multiplies' : 'sentence.unused')}
      ${this.#joined(terms, this.t('sentence.comma'))}`;
  }

  /**
   * `W[Y[1,1], X[0,1]] = K[1,0] = 2`
   * @param {Required<Record<'x' | 'k' | 'y', import('../model/evaluate.js').Dense>>} tensors
   * @param {import('../model/explain.js').Entry} entry
   */
  #entry({ x, k, y }, entry) {
    const [link] = this.links;
    return html`W[<span class="y">${cellName('y', y.shape, entry.y)}</span>,
      <span class="x">${cellName('x', x.shape, entry.x)}</span>] =
      ${
        link
          ? html`<span class="k"
              >${cellName('k', k.shape, link.k)} = ${formatNumber(k.data[link.k])}</span
            >`
          : '0'
      }`;
  }

  /**
   * @param {unknown[]} terms
   * @param {string} separator
   */
  #joined(terms, separator) {
    const rest = terms.length - mostTerms;
    const said = this.all || rest <= 1 ? terms : terms.slice(0, mostTerms);
    const joined = said.map((term, i) => (i === 0 ? term : html`${separator}${term}`));
    if (said.length === terms.length) return joined;
    return html`${joined}${separator}<button class="plain" @click=${() => (this.all = true)}>
        ${this.t('sentence.rest', { count: rest })}
      </button>`;
  }

  static styles = [
    controls,
    css`
      p {
        margin: 0;
        text-align: center;
        line-height: 1.7;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      .term {
        white-space: nowrap;
      }
      .x {
        color: var(--x);
      }
      .k {
        color: var(--k);
      }
      .y {
        color: var(--y);
      }
      .b {
        color: var(--b);
      }
      button {
        min-height: 24px;
        padding: 0 6px;
        border-color: var(--line);
      }
    `,
  ];
}
