import { LitElement, html } from 'lit';
import { copied } from '../elements/clipboard.js';
import { lost, alertStyles } from '../elements/lost.js';
import { controls, tokens } from '../elements/styles.js';
import { translator } from '../i18n/index.js';
import { languageOf, rowOf } from '../i18n/languages.js';
import { keptDrafts, partOf } from '../model/drafts.js';
import { evaluated } from '../model/evaluate.js';
import { channelWith, withPin } from '../model/pin.js';
import { resultOf, resultOfLink } from '../model/result.js';
import { committed, redone, started, undone } from '../state/history.js';
import { formatLink, packLink, readLink } from '../state/link.js';
import { allowed } from '../state/lock.js';
import { defaults, withBiasValue, withNumbers, withTensorCell } from '../state/state.js';
import { cellAt } from '../state/tensor.js';
import { readPaste } from '../state/text/read.js';
import { body, header, waiting, wordless } from './body.js';
import { EngineLoading } from './engine.js';
import { ChoiceEvent, ConvChangeEvent } from './events.js';
import { Looking } from './looking.js';
import { pastedInto, pastedSentence } from './pasting.js';
import { HostController } from './host.js';
import { playgroundStyles } from './playground-styles.js';
import { refusals } from './refusals.js';
import { Speech } from './speech.js';
import { travelOf } from './travel.js';

/**
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../i18n/languages.js').Language} Language
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../model/explain.js').Cell} Cell
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../state/problem.js').Problem} Problem
 * @typedef {import('../model/drafts.js').Draft} Draft
 */

/** Nothing that was typed stays out of the state.
 * @type {ReadonlyMap<string, Draft>} */
const none = new Map();

/**
 * The playground.
 *
 * @attr state the text of a link (without its `#`)
 * @attr lang one of i18n/languages.js; by default the link's, then the page's around it, then the reader's
 * @attr theme `light`, `dark` or `auto`, which is that of the page around it; by default the link's
 * @attr hide parts to leave out: header, lesson, settings, formula, sentence, player, panels; joined by commas
 * @attr lock parts that cannot be changed: operation, settings, x, k, bias; joined by commas
 * @attr play the player starts by itself, once
 * @slot title what the header begins with
 * @fires ConvChangeEvent
 */
export class ConvPlayground extends LitElement {
  static properties = {
    state: { noAccessor: true },
    lang: { reflect: true, useDefault: true },
    theme: { reflect: true, useDefault: true },
    hide: {},
    lock: {},
    language: { state: true },
    wordless: { state: true },
    engine: { state: true },
    failure: { state: true },
    lostLesson: { state: true },
    history: { state: true },
    problems: { state: true },
    notes: { state: true },
    drafts: { state: true },
    pasting: { state: true },
    channel: { state: true },
    play: { type: Boolean },
    speed: { state: true },
    notice: { state: true },
  };

  /** Where the playground's own page is, for links to share. */
  static home = new URL(document.baseURI);

  /** @type {Record<'hide' | 'lock', string[]>} */
  #named = { hide: [], lock: [] };
  /** The text of the link that was read last, as it came. */
  #text = '';
  /** Counts readings, so that a slow one does not overtake a later one. */
  #reading = 0;
  /** Whether there has been a link: what stood before the first is nothing to go back to. */
  #opened = false;
  #speech = new Speech(this);
  /** @type {{ state: State, outcome: Outcome } | undefined} */
  #evaluated;
  #looking = new Looking();
  /** The page around. */
  #host = new HostController(this);
  #engineLoading = new EngineLoading(this);

  constructor() {
    super();
    this.lang = '';
    this.theme = '';
    this.hide = '';
    this.lock = '';
    /** The language that is shown; undefined until its words are there.
     * @type {Language | undefined} */
    this.language = undefined;
    /** Whether no words could be had, in any language. */
    this.wordless = false;
    /** @type {Engine | undefined} */
    this.engine = undefined;
    /** Why the engine could not be loaded. @type {unknown} */
    this.failure = undefined;
    /** The lesson that could not be loaded, and why: another one tries again.
     * @type {import('./body.js').LostLesson | undefined} */
    this.lostLesson = undefined;
    this.history = started(defaults);
    /** Why the link could not be read; none when it could.
     * @type {Problem[]} */
    this.problems = [];
    /** What was odd about the link that was read.
     * @type {Problem[]} */
    this.notes = [];
    /** What was typed but cannot be part of the state, by field.
     * @type {ReadonlyMap<string, Draft>} */
    this.drafts = none;
    /** Why the last paste was refused.
     * @type {import('./refusals.js').Refusal | undefined} */
    this.pasting = undefined;
    this.channel = { input: 0, output: 0 };
    /** Whether the player starts by itself, once, as it does for a link that says so. */
    this.play = false;
    /** How fast the player goes, as a multiple of its pace. */
    this.speed = 1;
    this.notice = '';
  }

  /** The text of a link that reproduces what is shown; setting it is not a change by a person. */
  get state() {
    return this.problems.length > 0 ? this.#text : formatLink(this.#present);
  }

  set state(text) {
    this.#read(text ?? '');
  }

  /**
   * What is computed: the output, or why there is none; undefined until the engine and the words are there.
   * @returns {import('../model/result.js').Result | undefined}
   */
  get result() {
    const { language, problems, drafts } = this;
    if (!language) return undefined;
    const words = { t: this.#t, language };
    if (problems.length > 0) return resultOfLink(problems, words);
    const outcome = this.#outcome();
    return outcome && resultOf(this.#present, outcome, drafts, words);
  }

  /** The text of a link to what is shown, its long tensors packed. */
  async link() {
    return this.problems.length > 0 ? this.#text : packLink(this.#present);
  }

  undo() {
    this.#travel(undone(this.history));
  }

  redo() {
    this.#travel(redone(this.history));
  }

  get #present() {
    return this.history.present;
  }

  /** The language that is shown, or else is to be. */
  get #language() {
    return this.language ?? this.#wantedLanguage;
  }

  get #wantedLanguage() {
    const said = this.lang || this.#present.lang || this.#host.language;
    return languageOf(said || navigator.language);
  }

  get #t() {
    return translator(this.#language);
  }

  get #dressed() {
    return this.#host.scheme(this.theme || this.#present.theme || '');
  }

  /** The parts that an attribute and the state name together. @param {'hide' | 'lock'} which */
  #parts(which) {
    const named = [this[which], ...this.#present[which]].join().replace(/\s/g, '');
    // The same list for the same parts, so that what is given it is not drawn again.
    if (this.#named[which].join() !== named) this.#named[which] = named.split(',');
    return this.#named[which];
  }

  /** What the engine makes of the present state. */
  #outcome() {
    if (!this.engine) return undefined;
    if (this.#evaluated?.state !== this.#present) {
      this.#evaluated = { state: this.#present, outcome: evaluated(this.engine, this.#present) };
    }
    return this.#evaluated.outcome;
  }

  /** @param {string} text */
  async #read(text) {
    const reading = ++this.#reading;
    const answer = await readLink(text);
    if (reading !== this.#reading) return;
    this.#text = text;
    this.drafts = none;
    this.pasting = undefined;
    if ('problems' in answer) {
      this.problems = answer.problems;
      this.notes = [];
      return;
    }
    this.problems = [];
    this.notes = answer.notes;
    this.history = this.#opened ? committed(this.history, answer.state) : started(answer.state);
    this.#opened = true;
    this.channel = channelWith(this.channel, this.#present.at);
  }

  /** Makes the next state the present one, as a person's doing. @param {State} next */
  #commit(next) {
    if (!allowed(this.#parts('lock'), this.#present, next)) return;
    this.pasting = undefined;
    this.notice = '';
    this.#travel(committed(this.history, next), keptDrafts(this.drafts, this.#present, next));
  }

  /**
   * @param {import('../state/history.js').History} history
   * @param {ReadonlyMap<string, Draft>} [drafts] those that stay
   */
  #travel(history, drafts = none) {
    this.drafts = drafts;
    if (history === this.history) return;
    this.history = history;
    this.dispatchEvent(this.#changed());
  }

  /** @param {import('../elements/events.js').CellEvent} event */
  #setCell({ operand, offset, value }) {
    const state = this.#present;
    if (operand === 'y') return;
    if (operand === 'b') return this.#commit(withBiasValue(state, offset, value));
    const cell = cellAt(state[operand].shape, offset);
    return this.#commit(withTensorCell(this.#typed(operand), operand, cell, value));
  }

  /** The state with an operand's numbers written out, so that one of them can change.
   * @param {'x' | 'k'} operand */
  #typed(operand) {
    return withNumbers(this.#present, operand, this.#outcome()?.[operand]);
  }

  /** @param {import('../elements/events.js').PasteEvent} event */
  #paste({ cell: { operand, offset }, text, html }) {
    if (operand === 'y' || !this.engine) return;
    const pasted = pastedInto({ operand, offset }, readPaste(text, html), {
      engine: this.engine,
      present: this.#present,
      before: operand === 'b' ? this.#present : this.#typed(operand),
      lock: this.#parts('lock'),
      language: this.#language,
      t: this.#t,
    });
    if ('why' in pasted) {
      this.pasting = { message: this.#t('paste.refused', pasted), actions: [] };
      return;
    }
    // What was typed into the cells has been pasted over.
    this.drafts = new Map([...this.drafts].filter(([field]) => partOf(field) !== operand));
    this.#commit(pasted.state);
    this.notice = pastedSentence(pasted.state, operand, this.#t);
  }

  /** @param {{ field: string, draft?: Draft }} event */
  #setDraft({ field, draft }) {
    if (!draft && !this.drafts.has(field)) return;
    const drafts = new Map(this.drafts);
    if (draft) drafts.set(field, draft);
    else drafts.delete(field);
    this.drafts = drafts;
  }

  /** @param {import('../elements/events.js').SelectEvent} event */
  #select(event) {
    const cell = this.#looking.take(event);
    if (cell) this.#pin(cell);
    this.#explain();
  }

  /** @param {PointerEvent} event */
  #letGo(event) {
    if (this.#looking.letGo(event)) this.#explain();
  }

  /** Shows what is selected; what is yet to be rendered is explained then. */
  #explain() {
    if (this.isUpdatePending) return;
    const { engine } = this;
    const outcome = this.#outcome();
    const shown = engine && outcome?.y && this.drafts.size === 0 && this.problems.length === 0;
    this.#looking.explain(shown ? { engine, state: this.#present, outcome } : undefined);
  }

  /** Pins a cell, or lets go of it when it is the pinned one. @param {Cell} cell */
  #pin(cell) {
    const outcome = this.#outcome();
    if (!outcome?.[cell.operand]) return;
    this.#looking.pinCell();
    this.#view({ update: (state) => withPin(state, outcome, cell) });
  }

  /** Changes what is looked at, which is nothing to undo.
   * @param {{ update: (state: State) => State, passing?: boolean }} event */
  #view({ update, passing = false }) {
    const before = this.#present;
    this.history = { ...this.history, present: update(before) };
    if (this.#present.step !== before.step && !passing) this.#looking.use('step');
    if (!passing) this.dispatchEvent(this.#changed());
  }

  /** Tells of what is there now. */
  #changed() {
    const present = this.#present;
    const text = this.problems.length > 0 ? this.#text : undefined;
    return new ConvChangeEvent(() => text ?? formatLink(present));
  }

  /** @param {import('./header.js').CommandEvent} event */
  async #command({ command, value }) {
    if (command === 'undo') this.undo();
    if (command === 'redo') this.redo();
    if (command === 'language' && value) {
      // The choice holds at once, also for who leaves before the words are there.
      this.#dress('lang', value);
      await this.#speech.speak(languageOf(value));
    }
    if (command === 'theme')
      this.#dress('theme', this.#dressed.scheme === 'dark' ? 'light' : 'dark');
    if (command === 'share') await this.#share();
  }

  /**
   * Looks as the reader wants, who outdoes the link: where it asked for something else, it no longer does.
   * @param {'lang' | 'theme'} name
   * @param {string} value
   */
  #dress(name, value) {
    this[name] = value;
    this.dispatchEvent(new ChoiceEvent(name, value));
    if (this.#present[name]) this.#view({ update: (state) => ({ ...state, [name]: value }) });
  }

  async #share() {
    const { href } = new URL(`#${await this.link()}`, ConvPlayground.home);
    this.notice = this.#t((await copied(href)) ? 'share.copied' : 'copied.not');
  }

  /** Opens an example or a lesson; the page's own dress stays. @param {{ link: string }} event */
  async #open({ link }) {
    const answer = await readLink(link);
    if ('problems' in answer) throw new Error(`The page’s own link ${link} cannot be read`);
    const { lang, theme, hide, lock, unknown } = this.#present;
    this.drafts = none;
    this.problems = [];
    this.notes = [];
    this.channel = { input: 0, output: 0 };
    this.lostLesson = undefined;
    this.#commit({ ...answer.state, lang, theme, hide, lock, unknown });
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const way = travelOf(event);
    if (!way) return;
    event.preventDefault();
    this[way]();
  }

  /** All that is wrong at present. @param {Outcome} outcome */
  #refusals(outcome) {
    const all = refusals(this.engine, this.#present, outcome, this.drafts, {
      said: { t: this.#t, language: this.#language },
      lock: this.#parts('lock'),
      apply: (next) => this.#commit(next),
      drop: (field) => this.#setDraft({ field }),
    });
    return this.pasting ? [...all, this.pasting] : all;
  }

  willUpdate() {
    this.#speech.follow(this.#wantedLanguage);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    this.#explain();
    this.style.setProperty('color-scheme', this.#dressed.scheme);
    if (changed.has('history')) this.channel = channelWith(this.channel, this.#present.at);
  }

  render() {
    if (!this.language) {
      const row = rowOf(this.#language);
      return this.wordless ? wordless(row, () => this.#speech.speak(row.code)) : waiting();
    }
    const hidden = this.#parts('hide');
    return html`
      <div
        class="playground ${this.#dressed.ground ? 'ground' : ''}"
        lang=${rowOf(this.#language).tag}
        @keydown=${this.#keyDown}
        @pointerover=${this.#letGo}
        @pointerleave=${this.#letGo}
        @playground-update=${(
          /** @type {import('../elements/events.js').UpdateEvent} */ { update },
        ) => this.#commit(update(this.#present))}
        @playground-view=${this.#view}
        @playground-open=${this.#open}
        @playground-cell=${this.#setCell}
        @playground-paste=${this.#paste}
        @playground-draft=${this.#setDraft}
        @playground-select=${this.#select}
        @playground-channel=${(/** @type {import('../elements/events.js').ChannelEvent} */ event) =>
          (this.channel = { ...this.channel, [event.side]: event.channel })}
        @playground-notice=${(
          /** @type {import('../elements/events.js').NoticeEvent} */ { message },
        ) => (this.notice = message)}
      >
        ${hidden.includes('header') ? '' : this.#header()}
        <main>${this.problems.length > 0 ? this.#linkProblem() : this.#body(hidden)}</main>
        <div class="notice" role="status">${this.notice}</div>
      </div>
    `;
  }

  #header() {
    return header({
      language: this.#language,
      history: this.history,
      lock: this.#parts('lock'),
      home: ConvPlayground.home,
      command: (event) => this.#command(event),
      t: this.#t,
    });
  }

  #linkProblem() {
    return html`<conv-link-problem
      .text=${this.#text}
      .problems=${this.problems}
      .t=${this.#t}
      @read=${async (/** @type {import('./link-problem.js').ReadEvent} */ { text }) => {
        await this.#read(text);
        if (this.problems.length === 0) this.dispatchEvent(this.#changed());
      }}
    ></conv-link-problem>`;
  }

  /** @param {string[]} hidden */
  #body(hidden) {
    const t = this.#t;
    const outcome = this.#outcome();
    if (this.failure)
      return lost('engine.failed', this.failure, t, () => this.#engineLoading.load());
    if (!outcome || !this.engine)
      return html`<p class="quiet" aria-busy="true">${t('engine.loading')}</p>`;

    return body({
      state: this.#present,
      outcome,
      engine: this.engine,
      drafts: this.drafts,
      refusals: this.#refusals(outcome),
      notes: this.notes,
      light: this.#looking.light,
      channel: this.channel,
      hidden,
      lock: this.#parts('lock'),
      speed: this.speed,
      setSpeed: (speed) => (this.speed = speed),
      play: this.play,
      lostLesson: this.lostLesson,
      loseLesson: (lesson) => (this.lostLesson = lesson),
      language: this.#language,
      t,
    });
  }

  static styles = [tokens, controls, alertStyles, playgroundStyles];
}
