import { css, html } from 'lit';
import { PlaygroundElement } from './element.js';
import { mostTerms, saidOf } from '../model/said.js';
import { factor, latexOf, sentenceOf, textOf } from '../model/sentence.js';
import { copied } from './clipboard.js';
import { NoticeEvent } from './events.js';
import { TextColours, hasTextColours } from './text-colours.js';
import { icons } from './icons.js';
import { LightController } from './light.js';
import { controls, hues } from './styles.js';
import { sizeObserver } from './width.js';

/**
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../model/sentence.js').Sentence} Sentence
 * @typedef {import('../model/said.js').Said} Said
 * @typedef {import('../model/said.js').Word} Word
 */

/** The most lines that have room from the beginning, unless `--lines` says how many, and the height of a line. */
const reserved = 3;
const lineHeight = 1.7;

/** Whether two outcomes are of layers of one size, whose sentences take as much room.
 * @param {Outcome | undefined} one @param {Outcome | undefined} other */
const sameSizes = (one, other) =>
  one?.k?.shape.join() === other?.k?.shape.join() &&
  one?.x?.shape.join() === other?.x?.shape.join();

/**
 * What a cell is made of, or what becomes of it, with the numbers; to be copied as text or LaTeX.
 *
 * It is written anew wherever the pointer goes. So it is one text, coloured by ranges, for as long as the
 * pointer is elsewhere; pointed at itself, it has elements that name the cells.
 *
 * @fires NoticeEvent
 */
export class ConvSentence extends PlaygroundElement {
  static properties = {
    outcome: { attribute: false },
    light: { attribute: false },
    bias: { attribute: false },
    stamps: { type: Number },
    t: { attribute: false },
    all: { state: true },
    pointed: { state: true },
  };

  /** @type {Sentence | undefined} */
  #sentence;
  /** Its words, in the reader's language. @type {Said | undefined} */
  #words;
  /** What was said last. @type {import('../model/explain.js').Selection | undefined} */
  #selection;
  #colours = new TextColours();
  /** Of the paragraph: its width, the size of its letters, and the height that it had at most. */
  #width = 0;
  #size = 0;
  #most = reserved;
  #tallest = 0;
  #observer = sizeObserver(({ contentRect }) => this.#measure(contentRect));

  constructor() {
    super();
    /** @type {Outcome | undefined} */
    this.outcome = undefined;
    /** What is explained.
     * @type {import('./light.js').Light | undefined} */
    this.light = undefined;
    /** @type {readonly number[] | undefined} */
    this.bias = undefined;
    /** How many products each cell of X has, those that padding crops among them; 0 where it crops none. */
    this.stamps = 0;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** Whether all terms are said. */
    this.all = false;
    /** Whether the pointer is on it. */
    this.pointed = false;
    new LightController(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#colours.clear();
    this.#observer.disconnect();
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#observer.observe(/** @type {Element} */ (this.renderRoot.querySelector('p')));
    this.requestUpdate();
  }

  willUpdate() {
    const { x, k, y } = this.outcome ?? {};
    const { selection, links } = this.light ?? {};
    if (selection !== this.#selection) this.all = false;
    this.#selection = selection;
    const said = x && k && y && selection && links && !this.light?.crowded;
    this.#sentence = said
      ? sentenceOf(selection, links, { x, k, y, stamps: this.stamps }, this.bias)
      : undefined;
    this.#words = this.#sentence && saidOf(this.#sentence, this.t, this.#room, this.all);
  }

  /** What there is before there is a button for the rest; unknown until it is measured. */
  get #room() {
    if (this.#width === 0) return undefined;
    return { lines: Math.max(reserved, this.#most), width: this.#width / this.#size };
  }

  render() {
    const { t } = this;
    const { y, computing, room } = this.outcome ?? {};
    const none = computing ? 'computing.panel' : 'sentence.none';
    const quiet = this.light?.crowded ? 'sentence.crowded' : y || room ? 'sentence.hint' : none;
    const said = this.#words;
    return html`<div class="room">
        <p
          class=${said ? '' : room ? 'quiet awaited' : 'quiet'}
          aria-live="polite"
          @pointerenter=${() => (this.pointed = true)}
          @pointerleave=${() => (this.pointed = false)}
        >
          ${said ? this.#written(said) : t(quiet)}
        </p>
      </div>
      ${this.#menu(said !== undefined)}`;
  }

  /** @param {Said} said */
  #written({ head, words, rest, tail }) {
    const more =
      rest === 0
        ? ''
        : html`<button class="plain" @click=${() => (this.all = true)}>
            ${this.t('sentence.rest', { count: rest })}
          </button>`;
    const strong = (/** @type {Word} */ [text, hue = '']) =>
      html`<strong class=${hue}>${text}</strong>`;
    // Written apart, so that a line may end between two words that are elements.
    const body =
      this.pointed || !hasTextColours()
        ? words.map(([text, hue, part]) =>
            hue ? html`<span class=${hue} title=${part?.name ?? ''}>${text}</span>` : text,
          )
        : words.map(([text]) => text).join('');
    return html`${strong(head)}<span class="body">${body}</span>${more}${tail.map((word) =>
        word[1] ? strong(word) : word[0],
      )}`;
  }

  /** @param {boolean} shown */
  #menu(shown) {
    return html`<conv-menu
      plain
      ?hidden=${!shown}
      .label=${this.t('sentence.copy')}
      .items=${['text', 'latex'].map((name) => ({ name, label: this.t(`sentence.${name}`) }))}
      @choose=${this.#choose}
      >${icons.copy}</conv-menu
    >`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const coloured = !this.pointed && hasTextColours();
    const body = this.renderRoot.querySelector('.body');
    const text = [...(body?.childNodes ?? [])].find((node) => node instanceof Text);
    this.#colours.show(
      /** @type {Text | undefined} */ (text),
      (coloured && this.#words?.words) || [],
    );
    if (!changed.has('outcome')) return;
    const written = /** @type {Element} */ (this.renderRoot.querySelector('p'));
    this.#observer.observe(written);
    const before = /** @type {Outcome | undefined} */ (changed.get('outcome'));
    if (!sameSizes(before, this.outcome)) {
      this.#tallest = 0;
      this.#reserve();
    }
    // The first one is measured at once: what stands below would move a frame later.
    if (this.#width === 0) this.#measure(written.getBoundingClientRect());
  }

  /** @param {{ width: number, height: number }} paragraph */
  #measure({ width, height }) {
    const first = this.#width === 0;
    const widened = width !== this.#width;
    if (!widened && height <= this.#tallest) return;
    this.#width = width;
    this.#tallest = height;
    const paragraph = /** @type {Element} */ (this.renderRoot.querySelector('p'));
    const style = getComputedStyle(paragraph);
    this.#size = Number.parseFloat(style.fontSize);
    this.#most = Number(style.getPropertyValue('--lines')) || reserved;
    // What was said before there was a width may take more lines than there are, and no longer does.
    if (first) this.#tallest = Math.min(height, this.#most * lineHeight * this.#size);
    if (widened && this.#words) this.requestUpdate();
    this.#reserve();
  }

  /** Leaves room for the sentences of this layer, as far as is known: what stands below would move under
   * the pointer if the room followed every sentence. */
  #reserve() {
    const { x, k } = this.outcome ?? {};
    const room = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.room'));
    if (!room || this.#width === 0) return;
    let lines = 1;
    const size = this.#size;
    if (x && k) {
      const length = (/** @type {Float64Array} */ data) =>
        Math.max(0, ...Array.from(data.subarray(0, 32), (value) => factor(value).length));
      const [first, second, height, width] = k.shape;
      const terms = Math.min(mostTerms, Math.max(first, second) * height * width);
      // Digits are a bit more than half as wide as they are high.
      const all = 0.58 * size * (20 + terms * (length(x.data) + length(k.data) + 4));
      lines = Math.min(this.#most, Math.ceil(all / this.#width));
    }
    room.style.height = `${Math.max(Math.ceil(lines * lineHeight * size), this.#tallest)}px`;
  }

  /** @param {import('./menu.js').ChooseEvent} event */
  #choose({ name }) {
    const sentence = this.#sentence;
    if (sentence) this.#copy(name === 'latex' ? latexOf(sentence) : textOf(sentence));
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
        line-height: ${lineHeight};
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      /* Its height is given: what is said is laid out, and painted, by itself. */
      .room {
        contain: layout size style;
        transform: translateZ(0);
      }
      /* It keeps its room until there is something to point at. */
      .awaited {
        visibility: hidden;
      }
      conv-menu[hidden] {
        display: none;
      }
      conv-menu {
        position: absolute;
        top: 8px;
        right: 8px;
      }
      ${hues}
      ::highlight(conv-x) {
        color: var(--x);
      }
      ::highlight(conv-k) {
        color: var(--k);
      }
      ::highlight(conv-y) {
        color: var(--y);
      }
      ::highlight(conv-b) {
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
