import { html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { copied } from '../elements/clipboard.js';
import { wanted } from '../elements/defined.js';
import { lost, alertStyles } from '../elements/lost.js';
import { controls, tokens } from '../elements/styles.js';
import { translator } from '../i18n/index.js';
import { isLanguage, languageOf, rowOf } from '../i18n/languages.js';
import { withPin } from '../model/pin.js';
import { problemSentence } from '../model/problems.js';
import { resultOf, resultOfLink } from '../model/result.js';
import { asText, namesIn } from '../state/given.js';
import { hideable, lockable } from '../state/lock.js';
import { body, far, header, waiting, wordless } from './body.js';
import { Computing } from './computing.js';
import { EngineLoading } from './engine.js';
import { ChoiceEvent } from './events.js';
import { HandedFocus } from './handed-focus.js';
import { Looking } from './looking.js';
import { HostController } from './host.js';
import { OwnKeys } from './keys.js';
import { Nearness } from './nearness.js';
import { playgroundStyles } from './playground-styles.js';
import { Intake } from './intake.js';
import { notice, Uppermost } from './notice.js';
import { refusals } from './refusals.js';
import { openShare } from './sharing.js';
import { Speech } from './speech.js';
import { travelOf } from './travel.js';
import { Turns } from './turns.js';
import { Work } from './work.js';

/**
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../i18n/languages.js').Language} Language
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../model/explain.js').Cell} Cell
 * @typedef {import('../state/state.js').State} State
 */

/** What an attribute can name. */
const nameable = { hide: hideable, lock: lockable };

/** The states that a page around can style an element by, if the browser knows any: it refuses them to an
 * element that a page has given an attribute `is`. @param {HTMLElement} element */
function statesOf(element) {
  try {
    return element.attachInternals().states;
  } catch {
    return undefined;
  }
}

/** The attributes that are texts. */
const texts = /** @type {const} */ (['lang', 'theme', 'hide', 'lock', 'loading']);

/**
 * The playground.
 *
 * @attr state the text of a link (without its `#`)
 * @attr lang one of i18n/languages.js; by default the link's, then the page's around it, then the reader's
 * @attr theme `light`, `dark` or `auto`, which is that of the page around it; by default the link's
 * @attr hide parts to leave out: header, lesson, settings, formula, sentence, picture, player, panels; joined by commas
 * @attr lock parts that cannot be changed: operation, settings, x, x-size, k, k-size, bias; joined by commas
 * @attr play the player starts by itself, once
 * @attr loading `eager` loads at once; else it waits until it is about a viewport away
 * @slot title what the header begins with
 * @slot - what stands there until the playground does, and without scripts
 * @fires ConvChangeEvent
 * @fires conv-ready once, when the first result is there
 */
export class ConvPlayground extends PlaygroundElement {
  static properties = {
    state: { noAccessor: true },
    lang: { reflect: true, useDefault: true },
    theme: { reflect: true, useDefault: true },
    hide: {},
    lock: {},
    loading: {},
    near: { state: true },
    language: { state: true },
    wordless: { state: true },
    engine: { state: true },
    failure: { state: true },
    lostLesson: { state: true },
    play: { type: Boolean },
    greets: { type: Boolean },
    learned: { attribute: false },
    speed: { state: true },
  };

  /** Where the playground's own page is, for links to share. */
  static home = new URL(globalThis.document?.baseURI ?? import.meta.url);

  /** The parts that are named, and by what.
   * @type {Record<'hide' | 'lock', { by: unknown[], names: string[] }>} */
  #named = { hide: { by: [], names: [] }, lock: { by: [], names: [] } };
  #work = new Work(this, () => this.#parts('lock'));
  #speech = new Speech(this, (notice) => this.#work.say(notice));
  #intake = new Intake(this, this.#work, () => ({
    engine: this.engine,
    outcome: this.#outcome(),
    lock: this.#parts('lock'),
    language: this.#language,
  }));
  #computing = new Computing(this);
  #states = statesOf(this);
  #looking = new Looking(this, () => this.#explain());
  /** The page around. */
  #host = new HostController(this);
  #engineLoading = new EngineLoading(this);
  /** Whether it was told that what is shown is there. */
  #ready = false;
  /** Whether a cell was typed into since it was drawn. */
  #typed = false;
  #turns = new Turns();

  constructor() {
    super();
    new OwnKeys(this);
    new HandedFocus(this);
    this.lang = '';
    this.theme = '';
    this.hide = '';
    this.lock = '';
    this.loading = '';
    /** Whether it is near enough to what is seen to load and draw. */
    this.near = false;
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
    /** Whether the player starts by itself, once, as it does for a link that says so. */
    this.play = false;
    /** Whether it says what it is for and where to start, on the page that opens with the default. */
    this.greets = false;
    /** The lessons whose predictions were right, by name: the page remembers them.
     * @type {readonly string[]} */
    this.learned = [];
    /** How fast the player goes, as a multiple of its pace. */
    this.speed = 1;
    new Nearness(this, () => this.#engineLoading.load());
    new Uppermost(this, () => this.#work.saying);
  }

  /** The text of a link that reproduces what is shown; setting it is not a change by a person. */
  get state() {
    return this.#work.text;
  }

  set state(text) {
    this.#work.read(text);
  }

  /**
   * What is computed: the output, or why there is none; undefined until the engine and the words are there,
   * and while a large layer is being computed.
   * @returns {import('../model/result.js').Result | undefined}
   */
  get result() {
    const { language } = this;
    const { problems, drafts } = this.#work;
    if (!language) return undefined;
    const words = { t: this.#t, language };
    if (problems.length > 0) return resultOfLink(problems, words);
    const outcome = this.#outcome();
    return outcome && resultOf(this.#present, outcome, drafts, words);
  }

  /** The text of a link to what is shown, its long tensors packed. */
  async link() {
    return this.#work.link();
  }

  undo() {
    if (!this.#intake.takeBack()) this.#work.undo();
  }

  redo() {
    this.#work.redo();
  }

  get #present() {
    return this.#work.present;
  }

  /** The language that is shown, or else is to be. */
  get #language() {
    return this.language ?? this.#wantedLanguage;
  }

  get #wantedLanguage() {
    const said = [this.lang, this.#present.lang, this.#host.language, navigator.language];
    return languageOf(said.find(isLanguage));
  }

  get #t() {
    return translator(this.#language);
  }

  get #dressed() {
    return this.#host.scheme(this.theme || this.#present.theme || '');
  }

  /** The parts that an attribute and the state name together. @param {'hide' | 'lock'} which */
  #parts(which) {
    const by = [this[which], this.#present[which]];
    // The same list for the same parts, so that what is given it is not drawn again.
    if (by.some((each, i) => each !== this.#named[which].by[i])) {
      const names = namesIn([by[0], ...this.#present[which]].map(asText), nameable[which]);
      const same = names.join() === this.#named[which].names.join();
      this.#named[which] = { by, names: same ? this.#named[which].names : names };
    }
    return this.#named[which].names;
  }

  /** What the engine makes of the present state. */
  #outcome() {
    return this.engine && this.#computing.outcome(this.engine, this.#present);
  }

  /**
   * Reads what a person pastes or drops where nothing takes it.
   * @param {DataTransfer | null} data
   */
  take(data) {
    return this.#intake.take(data);
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
    const { drafts, problems } = this.#work;
    const shown = engine && outcome?.y && drafts.size === 0 && problems.length === 0;
    this.#looking.explain(shown ? { engine, state: this.#present, outcome } : undefined);
  }

  /** Pins a cell, or lets go of it when it is the pinned one. @param {Cell} cell */
  #pin(cell) {
    const outcome = this.#outcome();
    if (!outcome?.[cell.operand]) return;
    this.#looking.pinCell();
    this.#work.view((state) => withPin(state, outcome, cell));
  }

  /** @param {import('../elements/events.js').CellEvent} event */
  #type(event) {
    this.#typed = true;
    this.#work.setCell(event, this.#outcome());
  }

  /** @param {import('../elements/events.js').UpdateEvent} event */
  #update({ update, said }) {
    this.#work.commit(update(this.#present));
    // Without what shows it, it is done all the same.
    if (said)
      import('./effect.js').then(
        (made) => made.effect(this, this.#work, said, this.#t),
        () => {},
      );
  }

  /** @param {import('../elements/events.js').ViewEvent} event */
  #view({ update, passing }) {
    const { step } = this.#present;
    this.#work.view(update, passing);
    if (this.#present.step !== step && !passing) this.#looking.use('step');
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
    if (this.#present[name]) this.#work.view((state) => ({ ...state, [name]: value }));
  }

  async #share() {
    const { href } = new URL(`#${await this.#work.link({ sum: true })}`, ConvPlayground.home);
    const done = await copied(href);
    this.#work.say(this.#t(done ? 'share.copied' : 'copied.not'));
    if (this.#work.problems.length > 0) return;
    const state = this.#present;
    const { scheme } = this.#dressed;
    const why = await openShare(
      this.renderRoot,
      { state, language: this.#language, scheme, copied: done, home: ConvPlayground.home },
      { t: this.#t, still: () => this.#present === state },
    );
    // The dialog says it too.
    this.#work.say(why && `${this.#work.saying.text} ${why}`);
  }

  /** Opens an example or a lesson. @param {{ link: string }} event */
  async #open({ link }) {
    await this.#work.open(link);
    this.lostLesson = undefined;
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    // What has the focus has acted on it.
    if (event.defaultPrevented) return;
    const way = travelOf(event);
    if (!way && !(event.key === 'Escape' && this.#unpin())) return;
    event.preventDefault();
    if (way) this[way]();
  }

  /** @returns {boolean} whether anything was pinned */
  #unpin() {
    const pinned = this.#looking.unpinEntry() || this.#present.at !== undefined;
    if (pinned) this.#work.view((state) => ({ ...state, at: undefined }));
    return pinned;
  }

  /** All that is wrong at present. @param {Outcome} outcome */
  #refusals(outcome) {
    const all = refusals(this.engine, this.#present, outcome, this.#work.drafts, {
      said: { t: this.#t, language: this.#language },
      lock: this.#parts('lock'),
      apply: (next) => this.#work.commit(next),
      drop: (field) => this.#work.setDraft({ field }),
      again: () => this.requestUpdate(),
    });
    const { pasting } = this.#work;
    return pasting ? [...all, pasting] : all;
  }

  /** What is typed into cells faster than it can be shown is drawn together. */
  async scheduleUpdate() {
    if (this.#typed) await this.#turns.take();
    this.#typed = false;
    super.scheduleUpdate();
  }

  willUpdate() {
    // A page may have given anything.
    for (const name of texts) if (typeof this[name] !== 'string') this[name] = asText(this[name]);
    // A link that is yet to be read may ask for a language.
    const known = this.language || !this.#work.reading;
    if (this.near && known) this.#speech.follow(this.#wantedLanguage);
  }

  updated() {
    // For the page around: a browser that does not know of states shows the title a little later.
    this.#states?.[this.language ? 'delete' : 'add']('waiting');
    this.#explain();
    const { scheme } = this.#dressed;
    if (this.style.colorScheme !== scheme) this.style.colorScheme = scheme;
    if (this.#ready || !this.result) return;
    this.#ready = true;
    this.dispatchEvent(new Event('conv-ready', { bubbles: true, composed: true }));
  }

  render() {
    if (!this.near) return far();
    if (!this.language) {
      const row = rowOf(this.#language);
      return this.wordless
        ? wordless(row, () => this.#speech.speak(row.code))
        : waiting(this.#parts('hide'));
    }
    const hidden = this.#parts('hide');
    return html`
      <div
        class="playground ${this.#dressed.ground ? 'ground' : ''} ${this.#intake.dropping ? 'dropping' : ''}"
        lang=${rowOf(this.#language).tag}
        @keydown=${this.#keyDown}
        @pointerover=${this.#letGo}
        @pointerleave=${this.#letGo}
        @playground-update=${this.#update}
        @playground-view=${this.#view}
        @playground-open=${this.#open}
        @playground-cell=${this.#type}
        @playground-paste=${(/** @type {import('../elements/events.js').PasteEvent} */ event) =>
          this.#intake.paste(event)}
        @playground-intake=${(/** @type {import('../elements/events.js').IntakeEvent} */ event) =>
          this.#intake.ask(event)}
        @playground-draft=${(/** @type {import('../elements/events.js').DraftEvent} */ event) =>
          this.#work.setDraft(event)}
        @playground-select=${this.#select}
        @playground-channel=${(/** @type {import('../elements/events.js').ChannelEvent} */ event) =>
          this.#work.pick(event, this.#outcome())}
        @playground-notice=${(
          /** @type {import('../elements/events.js').NoticeEvent} */ { message },
        ) => this.#work.say(message)}
      >
        <div class="sheet">
          ${hidden.includes('header') ? '' : this.#header()}
          <div class="parts">
            ${this.#work.problems.length > 0 ? this.#linkProblem() : this.#body(hidden)}
          </div>
        </div>
        ${notice(this.#work.saying, this.#t, () => this.#work.say(''))} ${this.#intake.render()}
      </div>
    `;
  }

  #header() {
    return header({
      language: this.#language,
      can: this.#work.can,
      lesson: this.#present.lesson,
      lock: this.#parts('lock'),
      learned: this.learned,
      home: ConvPlayground.home,
      command: (event) => this.#command(event),
      t: this.#t,
    });
  }

  #linkProblem() {
    const { text, problems } = this.#work;
    // Most links can be read. Without what mends one, it is said all the same.
    wanted('conv-link-problem', async () =>
      (await import('./link-problem.js')).defineLinkProblem(),
    );
    return html`<conv-link-problem
      .text=${text}
      .problems=${problems}
      .t=${this.#t}
      @read=${(/** @type {import('./events.js').ReadEvent} */ event) => this.#work.mend(event.text)}
      >${problems.map((problem) => html`<p>${problemSentence(problem, this.#t)}</p>`)}</conv-link-problem
    >`;
  }

  /** @param {string[]} hidden */
  #body(hidden) {
    const t = this.#t;
    if (this.failure)
      return lost('engine.failed', this.failure, t, () => this.#engineLoading.load());
    const outcome = this.#computing.outcome(this.engine, this.#present);
    return body({
      state: this.#present,
      outcome,
      engine: this.engine,
      drafts: this.#work.drafts,
      refusals: this.#refusals(outcome),
      notes: this.#work.notes,
      light: this.#looking.light,
      channel: this.#work.channel,
      hidden,
      lock: this.#parts('lock'),
      speed: this.speed,
      setSpeed: (speed) => (this.speed = speed),
      greets: this.greets,
      play: this.play,
      lostLesson: this.lostLesson,
      loseLesson: (lesson) => (this.lostLesson = lesson),
      language: this.#language,
      t,
    });
  }

  static styles = [tokens, controls, alertStyles, playgroundStyles];
}
