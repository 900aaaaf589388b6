import { LitElement, html } from 'lit';
import { copied } from '../elements/clipboard.js';
import { lost, lostStyles } from '../elements/lost.js';
import { controls, tokens } from '../elements/styles.js';
import { translator } from '../i18n/index.js';
import { languageOf, rowOf } from '../i18n/languages.js';
import { keptDrafts, partOf } from '../model/drafts.js';
import { evaluated } from '../model/evaluate.js';
import { ignored } from '../model/ignored.js';
import { pinnedCell, withPin } from '../model/pin.js';
import { problemSentence } from '../model/problems.js';
import { faultSentence } from '../model/refusals.js';
import { resultOf, resultOfLink } from '../model/result.js';
import { channelsAt, modeOf, stepCount } from '../model/steps.js';
import { stampSize } from '../model/surround.js';
import { panels } from '../panels/index.js';
import { committed, redone, started, undone } from '../state/history.js';
import { lessonNumber } from '../state/lessons.js';
import { formatLink, packLink, readLink } from '../state/link.js';
import { allowed } from '../state/lock.js';
import { isProblem } from '../state/problem.js';
import { defaults, withBiasValue, withTensor, withTensorCell } from '../state/state.js';
import { cellAt, isLiteral, literal } from '../state/tensor.js';
import { readPaste } from '../state/text/read.js';
import { EngineLoading } from './engine.js';
import { ChoiceEvent, ConvChangeEvent } from './events.js';
import { Looking } from './looking.js';
import { pace } from './player.js';
import { pastedSentence, withPaste } from './pasting.js';
import { HostController } from './host.js';
import { playgroundStyles } from './playground-styles.js';
import { refusals } from './refusals.js';
import { Speech } from './speech.js';

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

/** The most notes about a link that are shown. */
const mostNotes = 8;

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
     * @type {{ lesson: string, error: unknown } | undefined} */
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

  /** Whether parts of the layer are locked, so that no other layer can be opened. */
  get #locked() {
    return this.#parts('lock').some((part) => part !== '');
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
    this.#showPinned();
  }

  /** Turns the pickers to the pinned cell. */
  #showPinned() {
    const { at } = this.#present;
    if (at?.operand === 'y') this.channel = { ...this.channel, output: at.cell[1] };
    if (at?.operand === 'x') this.channel = { ...this.channel, input: at.cell[1] };
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
    const state = this.#present;
    const dense = this.#outcome()?.[operand];
    if (isLiteral(state[operand]) || !dense) return state;
    return withTensor(state, operand, literal(dense.shape, Array.from(dense.data)));
  }

  /** @param {import('../elements/events.js').PasteEvent} event */
  #paste({ cell: { operand, offset }, text, html }) {
    if (operand === 'y' || !this.engine) return;
    const refuse = (/** @type {string} */ why) =>
      (this.pasting = { message: this.#t('paste.refused', { why }), actions: [] });
    const read = readPaste(text, html);
    if (isProblem(read)) return refuse(problemSentence(read, this.#t));

    const before = operand === 'b' ? this.#present : this.#typed(operand);
    const pasted = withPaste(before, { operand, offset }, read, this.engine.editingFault);
    if ('problem' in pasted) return refuse(problemSentence(pasted.problem, this.#t));
    if ('fault' in pasted) {
      return refuse(faultSentence(pasted.fault, this.#t, this.#language));
    }
    if (!allowed(this.#parts('lock'), this.#present, pasted.state)) {
      return refuse(this.#t('paste.locked'));
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
    const { how, selection } = event;
    const [target] = event.composedPath();
    if (how !== 'pin') this.#looking.select(how, selection, target);
    else if (selection && 'operand' in selection) this.#pin(selection, target);
    else if (selection) this.#looking.pinEntry(selection, target);
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

  /**
   * Pins a cell, or lets go of it when it is the pinned one.
   * @param {Cell} cell
   * @param {EventTarget} target
   */
  #pin(cell, target) {
    const outcome = this.#outcome();
    if (!outcome?.[cell.operand]) return;
    this.#looking.pinCell(target);
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
    const url = new URL(ConvPlayground.home);
    url.hash = await this.link();
    this.notice = this.#t((await copied(url.href)) ? 'share.copied' : 'copied.not');
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
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    if (redo) this.redo();
    else this.undo();
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
    if (changed.has('history')) this.#showPinned();
  }

  render() {
    if (!this.language)
      return this.wordless ? this.#wordless() : html`<main aria-busy="true"></main>`;
    const hidden = this.#parts('hide');
    const parts = {
      header: () => this.#header(),
      body: () => (this.problems.length > 0 ? this.#linkProblem() : this.#body(hidden)),
    };
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
        ${hidden.includes('header') ? '' : parts.header()}
        <main>${parts.body()}</main>
        <div class="notice" role="status">${this.notice}</div>
      </div>
    `;
  }

  /** What is said while there are no words to say anything with. */
  #wordless() {
    const { code, tag, lost, again } = rowOf(this.#language);
    return html`<main lang=${tag}>
      <p role="alert">${lost} <button @click=${() => this.#speech.speak(code)}>${again}</button></p>
    </main>`;
  }

  #header() {
    return html`<conv-header
      .language=${this.#language}
      ?canUndo=${this.history.past.length > 0}
      ?canRedo=${this.history.future.length > 0}
      ?locked=${this.#locked}
      .lesson=${this.#present.lesson}
      .help=${new URL('help.html', ConvPlayground.home).href}
      .t=${this.#t}
      @command=${this.#command}
      ><slot name="title"></slot
    ></conv-header>`;
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
    if (this.failure) {
      return lost('engine.failed', this.failure, t, () => this.#engineLoading.load());
    }
    if (!outcome || !this.engine)
      return html`<p class="quiet" aria-busy="true">${t('engine.loading')}</p>`;

    const shown = this.drafts.size > 0 ? { ...outcome, layer: undefined, y: undefined } : outcome;
    const lock = this.#parts('lock');
    const channel = channelsAt(this.#present, shown, this.channel);
    const wrong = this.#refusals(outcome);
    return html`
      ${this.#notes(outcome)} ${hidden.includes('lesson') ? '' : this.#lesson(this.engine)}
      ${
        hidden.includes('settings')
          ? ''
          : html`<conv-settings
              .state=${this.#present}
              .fault=${outcome.fault}
              .drafts=${this.drafts}
              .engine=${this.engine}
              .lock=${lock}
              .t=${t}
            ></conv-settings>`
      }
      <conv-refusals .refusals=${wrong} ?hidden=${wrong.length === 0}></conv-refusals>
      ${
        hidden.includes('formula')
          ? ''
          : html`<conv-formula .state=${this.#present} .y=${shown.y?.shape} .t=${t}></conv-formula>`
      }
      <section class="card" aria-label=${t('stage')}>
        <conv-stage
          .state=${this.#present}
          .outcome=${shown}
          .engine=${this.engine}
          .light=${this.#looking.light}
          .channel=${channel}
          .pinned=${pinnedCell(this.#present, outcome)}
          .drafts=${this.drafts}
          .lock=${lock}
          .pace=${pace * this.speed}
          .t=${t}
        ></conv-stage>
        ${
          hidden.includes('sentence')
            ? ''
            : html`<conv-sentence
                .outcome=${shown}
                .light=${this.#looking.light}
                .bias=${this.#present.bias}
                .stamps=${stampSize(this.#present)}
                .t=${t}
              ></conv-sentence>`
        }
      </section>
      ${
        shown.x && shown.y && !hidden.includes('player')
          ? html`<conv-player
              .step=${this.#present.step}
              .count=${stepCount(modeOf(this.#present), { x: shown.x, y: shown.y })}
              .mode=${modeOf(this.#present)}
              .speed=${this.speed}
              ?auto=${this.play || this.#present.play !== undefined}
              @speed=${(/** @type {import('./player.js').SpeedEvent} */ { speed }) =>
                (this.speed = speed)}
              .t=${t}
            ></conv-player>`
          : ''
      }
      ${
        panels.length === 0 || hidden.includes('panels')
          ? ''
          : html`<conv-panels
              .given=${{
                state: this.#present,
                outcome: shown,
                engine: this.engine,
                light: this.#looking.light,
                channel,
                lock,
              }}
              ?valid=${shown.y !== undefined}
              .language=${this.#language}
              .t=${t}
            ></conv-panels>`
      }
    `;
  }

  /** @param {Engine} engine */
  #lesson(engine) {
    const { lesson } = this.#present;
    if (lesson === undefined) return '';
    if (lessonNumber(lesson) === undefined) {
      return html`<div class="notes" role="status">
        <p>${this.#t('lessons.unknown', { name: lesson })}</p>
      </div>`;
    }
    if (this.lostLesson?.lesson === lesson) {
      const again = () => (this.lostLesson = undefined);
      return lost('lessons.failed', this.lostLesson.error, this.#t, again);
    }
    // Most visits see no lesson: its element comes with the first one.
    import('../lessons/define.js').then(
      ({ defineLessons }) => defineLessons(),
      (error) => (this.lostLesson = { lesson, error }),
    );
    return html`<conv-lesson
      .name=${lesson}
      .engine=${engine}
      ?locked=${this.#locked}
      .language=${this.#language}
    ></conv-lesson>`;
  }

  /** What is odd about the link, or asked for in vain. @param {Outcome} outcome */
  #notes(outcome) {
    const named = {
      panels: panels.map(({ name }) => name),
      hide: this.#parts('hide'),
      lock: this.#parts('lock'),
    };
    const notes = [...this.notes, ...ignored(this.#present, outcome, named)];
    if (notes.length === 0) return '';
    return html`<div class="notes" role="status">
      ${notes.slice(0, mostNotes).map((note) => html`<p>${problemSentence(note, this.#t)}</p>`)}
      ${
        notes.length > mostNotes
          ? html`<p>${this.#t('notes.more', { count: notes.length - mostNotes })}</p>`
          : ''
      }
    </div>`;
  }

  static styles = [tokens, controls, lostStyles, playgroundStyles];
}
