import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { LearnedEvent, OpenEvent, UpdateEvent } from '../elements/events.js';
import { icons } from '../elements/icons.js';
import { intoSight } from '../elements/into-sight.js';
import { lost, alertStyles } from '../elements/lost.js';
import { controls, hues } from '../elements/styles.js';
import { fetched, fetchWords, translator } from '../i18n/index.js';
import { lessonLink, lessonNumber, lessons } from '../state/lessons.js';
import { formatLink, readLink } from '../state/link.js';
import { computed, isRight, readAnswer } from './check.js';
import { predictions } from './predictions.js';
import { pieces } from './text.js';

/**
 * @typedef {import('./text.js').Book} Book
 * @typedef {import('./predictions.js').Prediction} Prediction
 * @typedef {{ right: boolean, said: string, link: string, tries: number }} Verdict with how often it was wrong
 */

/** @type {import('../i18n/index.js').Shelf<{ book: Book }>} */
const shelf = (language) => import(`./book.${language}.js`);

/** What an answer looks like. @param {Prediction['kind']} kind */
const form = (kind) => (kind === 'size' || kind === 'matrix' ? kind : 'number');

/** Numbers as an answer has them: `3 × 4`. */
const joined = (/** @type {number[]} */ numbers) => numbers.join(' × ');

/**
 * A lesson: what it says, one thing to try, one prediction to make.
 *
 * @fires LearnedEvent
 * @fires OpenEvent
 * @fires UpdateEvent
 */
export class ConvLesson extends PlaygroundElement {
  /** The lesson that has made room for what it speaks of. */
  #uncovered = '';

  static properties = {
    name: {},
    engine: { attribute: false },
    locked: { type: Boolean },
    language: {},
    failed: { state: true },
    verdict: { state: true },
    told: { state: true },
    folded: { state: true },
  };

  constructor() {
    super();
    this.name = '';
    /** @type {import('../engine/engine.d.ts').Engine} */
    this.engine = /** @type {any} */ (undefined);
    /** Whether parts of the layer are locked, so that no other can be opened. */
    this.locked = false;
    /** @type {import('../i18n/index.js').Language} */
    this.language = 'en';
    /** Why the text could not be loaded. @type {unknown} */
    this.failed = undefined;
    /** What became of the prediction; undefined before it is checked.
     * @type {Verdict | 'unreadable' | undefined} */
    this.verdict = undefined;
    /** Whether the answer was asked for. */
    this.told = false;
    /** Whether only the title is in sight, where the card lies over a narrow page. */
    this.folded = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('name')) {
      this.verdict = undefined;
      this.told = false;
    }
    // What failed is tried again with the next lesson.
    if (changed.has('language') || changed.has('name')) this.#load();
  }

  async #load() {
    const { language } = this;
    this.failed = undefined;
    if (this.#book) return;
    try {
      await fetchWords(shelf, language);
      this.requestUpdate();
    } catch (error) {
      if (language === this.language) this.failed = error;
    }
  }

  /** A reader who went on from within the card begins at its top. @param {Map<string, unknown>} changed */
  updated(changed) {
    this.#uncover();
    if (!changed.get('name')) return;
    const answer = this.renderRoot.querySelector('input');
    if (answer) answer.value = '';
    if (!this.matches(':focus-within')) return;
    const heading = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h2'));
    heading?.focus({ preventScroll: true });
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  /** What a lesson speaks of goes to the top of a window at whose foot the lesson lies, once it opens. */
  #uncover() {
    const section = this.parentElement?.querySelector('[part=stage]');
    if (!section || this.#uncovered === this.name || !this.#book) return;
    this.#uncovered = this.name;
    const { position, bottom } = getComputedStyle(this);
    if (position !== 'sticky' || bottom !== '0px') return;
    intoSight(section, true);
  }

  /** The lessons in the reader's language, once they are there. */
  get #book() {
    return fetched(shelf, this.language)?.book;
  }

  /** The words of the page and of the card. */
  get t() {
    return translator(this.language, this.#book?.words);
  }

  render() {
    const { t } = this;
    const number = lessonNumber(this.name);
    const lesson = this.#book?.lessons[this.name];
    if (this.failed) return lost('lessons.failed', this.failed, t, () => this.#load());
    if (!lesson || number === undefined) return html`<section aria-busy="true"></section>`;
    return html`<section aria-labelledby="title" class=${this.folded ? 'folded' : ''}>
      <header>
        <h2 id="title" tabindex="-1">
          <span class="quiet"
            >${t('lesson.number', { number: number + 1, all: lessons.length })}</span
          >
          ${t(`lesson.${this.name}`)}
        </h2>
        <button
          class="plain fold"
          aria-expanded=${!this.folded}
          aria-label=${t(this.folded ? 'lesson.unfold' : 'lesson.fold')}
          title=${t(this.folded ? 'lesson.unfold' : 'lesson.fold')}
          @click=${() => (this.folded = !this.folded)}
        >
          ${this.folded ? icons.chevronUp : icons.chevronDown}
        </button>
        <button
          class="plain"
          aria-label=${t('lesson.leave')}
          title=${t('lesson.leave')}
          @click=${this.#leave}
        >
          ${icons.close}
        </button>
      </header>
      <div class="text">${lesson.text.map((text) => html`<p>${this.#marked(text)}</p>`)}</div>
      <div class="tasks">
        <div>
          <h3>${t('lesson.try')}</h3>
          <p>${this.#marked(lesson.try)}</p>
        </div>
        ${this.#prediction(lesson)} ${this.locked ? '' : this.#onward(number)}
      </div>
    </section>`;
  }

  /** @param {import('./text.js').Lesson} lesson */
  #prediction(lesson) {
    const { kind } = predictions[this.name];
    // Not a form: a sandboxed frame may submit none, be it to itself.
    return html`<div>
      <h3>${this.t('lesson.predict')}</h3>
      <p id="ask">${this.#marked(lesson.ask)}</p>
      <div class="answer">
        <input
          aria-labelledby="ask"
          aria-invalid=${this.verdict === 'unreadable'}
          placeholder=${this.t(`lesson.form.${form(kind)}`)}
          autocomplete="off"
          spellcheck="false"
          size="9"
          @keydown=${this.#keyDown}
        />
        <button @click=${this.#check}>${this.t('lesson.check')}</button>
      </div>
      <div role="status">${this.verdict ? this.#verdict(lesson, this.verdict) : ''}</div>
    </div>`;
  }

  /**
   * @param {import('./text.js').Lesson} lesson
   * @param {Verdict | 'unreadable'} verdict
   */
  #verdict(lesson, verdict) {
    const { t } = this;
    if (verdict === 'unreadable') {
      return html`<p>${t(`lesson.unreadable.${form(predictions[this.name].kind)}`)}</p>`;
    }
    const { right, said, link, tries } = verdict;
    const told = right || this.told;
    const key = right ? 'lesson.right' : told ? 'lesson.told' : 'lesson.wrong';
    return html`<p class=${right ? 'right' : 'wrong'}>
        <strong>${t(key, { answer: said })}</strong>
        ${this.#marked(right ? lesson.right : lesson.look)}
      </p>
      ${
        told || tries < 2
          ? ''
          : html`<button class="plain" @click=${() => (this.told = true)}>
              ${t('lesson.tell')}
            </button>`
      }
      ${
        this.locked || !told
          ? ''
          : html`<button class="plain" @click=${() => this.#open(link)}>
              ${t('lesson.show')}
            </button>`
      }`;
  }

  /** @param {number} number */
  #onward(number) {
    const previous = lessons[number - 1]?.name;
    const next = lessons[number + 1]?.name;
    const title = (/** @type {string} */ name) => this.t(`lesson.${name}`);
    return html`<nav aria-label=${this.t('lessons')}>
      ${
        previous
          ? html`<button
              class="plain"
              aria-label=${this.t('lesson.previous', { title: title(previous) })}
              title=${this.t('lesson.previous', { title: title(previous) })}
              @click=${() => this.#open(lessonLink(previous))}
            >
              ${icons.chevronLeft}
            </button>`
          : ''
      }
      <button class="plain" @click=${() => this.#open(lessonLink(this.name))}>
        ${this.t('lesson.again')}
      </button>
      ${
        next
          ? html`<button class="next" @click=${() => this.#open(lessonLink(next))}>
              <span>${this.t('lesson.next', { title: title(next) })}</span>${icons.chevronRight}
            </button>`
          : ''
      }
    </nav>`;
  }

  /** @param {string} text */
  #marked(text) {
    const terms = this.#book?.terms ?? {};
    return pieces(text, terms).map(({ text, term, before, after, style }) => {
      if (style === 'code') return html`<code>${text}</code>`;
      if (style) return html`<span class=${style}>${text}</span>`;
      if (!term) return text;
      const [name, meaning] = terms[term];
      // A browser breaks lines on both sides of a button, punctuation or not.
      return html`<span class="whole"
        >${before}<conv-term .name=${name} .meaning=${meaning}>${text}</conv-term>${after}</span
      >`;
    });
  }

  /** @param {KeyboardEvent} event */
  #keyDown({ key, isComposing }) {
    // Not the Enter that ends a word of Chinese.
    if (key === 'Enter' && !isComposing) this.#check();
  }

  async #check() {
    const { name, engine } = this;
    const prediction = predictions[name];
    const input = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
    const answer = readAnswer(prediction.kind, input.value);
    if (!answer) {
      this.verdict = 'unreadable';
      input.focus();
      return;
    }
    const read = await readLink(prediction.link);
    if (!('state' in read) || name !== this.name) return;
    const numbers = computed(engine, prediction, read.state);
    const settings = prediction.kind === 'outputPadding' ? { outputPadding: numbers } : {};
    const right = isRight(engine, prediction, read.state, answer);
    const before = typeof this.verdict === 'object' ? this.verdict.tries : 0;
    if (right) this.dispatchEvent(new LearnedEvent(name));
    this.verdict = {
      right,
      tries: right ? before : before + 1,
      said: joined(numbers),
      link: formatLink({ ...read.state, ...settings, lesson: name }),
    };
  }

  #leave() {
    this.dispatchEvent(new UpdateEvent((state) => ({ ...state, lesson: undefined })));
  }

  /** @param {string} link */
  #open(link) {
    this.dispatchEvent(new OpenEvent(link));
  }

  static styles = [
    controls,
    alertStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      /* The playground, whose width it is, says where it is a sheet that folds. */
      .fold {
        display: var(--sheet-fold, none);
      }
      .folded > :not(header) {
        display: var(--sheet-folded, grid);
      }
      section {
        display: grid;
        max-height: var(--sheet-height, none);
        overflow: auto;
        box-shadow: var(--sheet-shadow, none);
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 10px 44px;
        padding: 14px 24px 20px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--card);
        line-height: 1.6;
      }
      section[aria-busy] {
        min-height: 240px;
      }
      header {
        grid-column: 1 / -1;
        display: flex;
        align-items: baseline;
        gap: 4px;
        margin-inline-end: -10px;
      }
      header button:has(svg) {
        align-self: center;
        padding: 4px 8px;
      }
      h2 {
        flex: 1;
        margin: 0;
        font-size: 18px;
        line-height: 1.4;
      }
      h2:focus-visible {
        outline: none;
      }
      h2 span {
        margin-inline-end: 8px;
        font-size: 13px;
        font-weight: 400;
      }
      h3 {
        margin: 0 0 2px;
        font-size: 13px;
        font-weight: 600;
        color: var(--quiet);
      }
      p {
        margin: 0;
        max-width: 36em;
        overflow-wrap: anywhere;
      }
      .text {
        display: grid;
        gap: 10px;
        align-content: start;
        font-size: 16px;
      }
      .tasks {
        display: grid;
        gap: 14px;
        align-content: start;
      }
      .answer {
        display: flex;
        gap: 8px;
        margin-top: 8px;
      }
      input {
        width: 17ch;
        min-height: 36px;
        padding: 4px 12px;
        border: 1px solid var(--quiet);
        border-radius: var(--radius);
        background: var(--page);
        font-variant-numeric: tabular-nums;
      }
      input::placeholder {
        color: var(--quiet);
        opacity: 1;
      }
      .answer button {
        min-height: 36px;
        padding: 4px 16px;
        font-weight: 600;
      }
      [role='status'] > p {
        margin-top: 10px;
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--quiet);
      }
      [role='status'] > .right {
        border-color: var(--y);
      }
      [role='status'] > .wrong {
        border-color: var(--k);
      }
      [role='status'] > button {
        margin: 4px 0 0 4px;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-inline-start: -10px;
      }
      .next {
        margin-inline-start: auto;
        white-space: normal;
        text-align: start;
      }
      .whole {
        white-space: nowrap;
      }
      code {
        font:
          0.9em ui-monospace,
          monospace;
      }
      .x,
      .k,
      .y {
        font-weight: 600;
      }
      ${hues}
      @container (max-width: 780px) {
        section {
          grid-template-columns: minmax(0, 1fr);
          gap: 12px;
          padding: 10px 16px 16px;
        }
        h2 span {
          display: block;
        }
      }
      /* Beside the stage, all of the longest is in sight in a window of a notebook. */
      @media (min-width: 1100px) and (max-height: 860px) {
        section {
          gap: 8px;
          padding-block: 10px 12px;
          line-height: 1.45;
        }
        .text,
        .tasks {
          font-size: 14px;
        }
      }
    `,
  ];
}
