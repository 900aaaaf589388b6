import { LitElement, css, html } from 'lit';
import { latexOf, sentenceOf, textOf } from '../model/sentence.js';
import { formatNumber, shortNumber } from '../state/number.js';
import { copied } from './clipboard.js';
import { NoticeEvent } from './events.js';
import { icons } from './icons.js';
import { controls } from './styles.js';

/**
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../model/sentence.js').Part} Part
 * @typedef {import('../model/sentence.js').Sentence} Sentence
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
 * What a cell is made of, or what becomes of it, with the numbers; to be copied as text or LaTeX.
 *
 * @fires NoticeEvent
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
     * @type {import('../model/explain.js').Link[]} */
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
    const { x, k, y } = this.outcome ?? {};
    if (!x || !k || !y) return html`<p class="quiet">${this.t('sentence.none')}</p>`;
    if (!this.selection) return html`<p class="quiet">${this.t('sentence.hint')}</p>`;
    const sentence = sentenceOf(this.selection, this.links, { x, k, y }, this.bias);
    const said = { sum: this.#sum, stamp: this.#stamp, weight: this.#weight, entry: this.#entry };
    return html`<p aria-live="polite">${said[sentence.kind].call(this, sentence)}</p>
      <conv-menu
        plain
        .label=${this.t('sentence.copy')}
        .items=${['text', 'latex'].map((name) => ({ name, label: this.t(`sentence.${name}`) }))}
        @choose=${(/** @type {import('./menu.js').ChooseEvent} */ { name }) =>
          this.#copy(name === 'latex' ? latexOf(sentence) : textOf(sentence))}
        >${icons.copy}</conv-menu
      >`;
  }

  /** `Y[1,1] = 0·3 + 1·2 + .. = 4` @param {Sentence} sentence */
  #sum({ subject, terms, bias }) {
    const products = terms.map(
      ({ x, k }) =>
        html`<span class="term"
          ><span class="x" title=${x.name}>${factor(x.value)}</span>·<span class="k" title=${k.name}
            >${factor(k.value)}</span
          ></span
        >`,
    );
    const parts = bias
      ? [...products, html`<span class="b" title=${bias.name}>${factor(bias.value)}</span>`]
      : products;
    const none =
      terms.length === 0 ? html`<span class="quiet">${this.t('sentence.empty')}</span> ` : '';
    return html`<strong class="y">${subject.name}</strong> = ${none}${this.#joined(parts, ' + ')}
      ${parts.length === 0 ? '' : '= '}<strong class="y">${formatNumber(subject.value)}</strong>`;
  }

  /** `X[0,1] = 3 adds 3·2 → Y[1,1], ..` @param {Sentence} sentence */
  #stamp({ subject, terms }) {
    return html`<strong class="x">${subject.name} = ${formatNumber(subject.value)}</strong>
      ${this.t(terms.length > 0 ? 'sentence.adds' : 'sentence.dropped')} ${this.#products(terms)}`;
  }

  /** `K[0,1] = 2 takes part in 1·2 → Y[0,1], ..` @param {Sentence} sentence */
  #weight({ subject, terms }) {
    return html`<strong class="k">${subject.name} = ${formatNumber(subject.value)}</strong>
      ${this.t(terms.length > 0 ? 'sentence.multiplies' : 'sentence.unused')}
      ${this.#products(terms)}`;
  }

  /** `W[Y[1,1], X[0,1]] = K[1,0] = 2` @param {Sentence} sentence */
  #entry({ subject, terms, ends }) {
    return html`W[<span class="y">${ends?.y.name}</span>, <span class="x">${ends?.x.name}</span>] =
      ${
        terms.length === 0
          ? '0'
          : html`<span class="k">${subject.name} = ${formatNumber(subject.value)}</span>`
      }`;
  }

  /** @param {Sentence['terms']} terms */
  #products(terms) {
    const products = terms.map(
      ({ x, k, y }) =>
        html`<span class="term"
          ><span class="x" title=${x.name}>${factor(x.value)}</span>·<span class="k" title=${k.name}
            >${factor(k.value)}</span
          >
          → <span class="y">${y.name}</span></span
        >`,
    );
    return this.#joined(products, this.t('sentence.comma'));
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

  /** @param {string} text */
  async #copy(text) {
    const done = await copied(text);
    this.dispatchEvent(new NoticeEvent(this.t(done ? 'copied' : 'copied.not')));
  }

  static styles = [
    controls,
    css`
      :host {
        position: relative;
      }
      p {
        margin: 0;
        padding: 0 32px;
        text-align: center;
        line-height: 1.7;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      conv-menu {
        position: absolute;
        top: 8px;
        right: 8px;
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
      p button {
        min-height: 24px;
        padding: 0 6px;
        border-color: var(--line);
      }
    `,
  ];
}
