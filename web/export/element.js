import { html } from 'lit';
import { copied, copiedBy } from '../elements/clipboard.js';
import { downloaded } from '../elements/download.js';
import { PlaygroundElement } from '../elements/element.js';
import { NoticeEvent } from '../elements/events.js';
import { icons } from '../elements/icons.js';
import { LightController } from '../elements/light.js';
import { alertStyles, lost } from '../elements/lost.js';
import { controls } from '../elements/styles.js';
import { sizeObserver } from '../elements/width.js';
import { fetchWords, fetched, translator } from '../i18n/index.js';
import { rowOf } from '../i18n/languages.js';
import { isStill, rangeOf, themesOf, usual } from './choices.js';
import { fields } from './fields.js';
import { atStep, stepsOf } from './film.js';
import { TooLarge, animationOf, chosen, htmlOf, nameOf, pictureOf, slidesOf } from './making.js';
import { paletteFor } from './palettes.js';
import { seenScene } from './seen/scene.js';
import { stageScene } from './stage.js';
import { exportStyles } from './styles.js';
import { svgOf } from './svg.js';

/**
 * @typedef {import('./choices.js').Choices} Choices
 * @typedef {import('./making.js').Made} Made
 * @typedef {import('./scene.js').Scene} Scene
 */

/** @type {import('../i18n/index.js').Shelf<{ words: import('../i18n/index.js').Words }>} */
const shelf = (language) => import(`./words.${language}.js`);

/** How long a preview waits for the pointer to rest, in ms. */
const rest = 150;

/**
 * Pictures of a layer to take away: the stage as SVG and PNG, the steps as a GIF or as slides.
 *
 * @fires NoticeEvent
 */
export class ConvExport extends PlaygroundElement {
  static properties = {
    state: { attribute: false },
    outcome: { attribute: false },
    engine: { attribute: false },
    language: {},
    t: { attribute: false },
    theme: {},
    channel: { attribute: false },
    light: { attribute: false },
    drafts: { attribute: false },
    origins: { attribute: false },
    panel: { attribute: false },
    choices: { state: true },
    failed: { state: true },
    refused: { state: true },
    made: { state: true },
    at: { state: true },
  };

  /** Ends what is being made. @type {AbortController | undefined} */
  #work;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** What a panel shows comes when its own code and numbers are there. */
  #size = sizeObserver(() => {
    if (this.choices.what === 'panel') this.#later();
  });
  /** The preview that is shown, by what it was made from. */
  #shown = { text: '', nodes: /** @type {Node[]} */ ([]) };
  #url = '';

  constructor() {
    super();
    /** @type {import('../state/state.js').State} */
    this.state = /** @type {any} */ (undefined);
    /** @type {import('../model/evaluate.js').Outcome} */
    this.outcome = /** @type {any} */ (undefined);
    /** @type {import('../engine/engine.d.ts').Engine} */
    this.engine = /** @type {any} */ (undefined);
    /** @type {import('../i18n/index.js').Language} */
    this.language = 'en';
    /** The page's words. @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** The theme that is chosen at first: the page's. @type {import('./palettes.js').Theme | ''} */
    this.theme = '';
    /** The channels that are picked. @type {{ input: number, output: number } | undefined} */
    this.channel = undefined;
    /** What is explained; without it, the cell of the step, or the pinned one.
     * @type {import('../elements/light.js').Light | undefined} */
    this.light = undefined;
    /** @type {ReadonlyMap<string, import('../model/drafts.js').Draft> | undefined} */
    this.drafts = undefined;
    /** The first rows and columns that the stage draws, of planes that it does not draw whole.
     * @type {import('./stage.js').Pictured['origins']} */
    this.origins = undefined;
    /** The open panel, where there is one. @type {HTMLElement | undefined} */
    this.panel = undefined;
    this.choices = usual;
    /** Why the words could not be had. @type {unknown} */
    this.failed = undefined;
    /** Why there is no picture, as a sentence. */
    this.refused = '';
    /** What was made last, as long as it is what is chosen. @type {Made | undefined} */
    this.made = undefined;
    /** How far the work is. @type {{ done: number, count: number } | undefined} */
    this.at = undefined;
    new LightController(this, () => this.#later());
  }

  /** Draws the preview anew once the pointer rests, and the panel has followed. */
  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.requestUpdate(), rest);
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.panel) this.#size.observe(this.panel);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
    clearTimeout(this.#timer);
    this.#cancel();
    this.#forget();
  }

  /** @param {Map<string, unknown>} changed */
  async willUpdate(changed) {
    if (changed.has('panel')) {
      this.#size.disconnect();
      if (this.panel) this.#size.observe(this.panel);
    }
    if (changed.has('theme') && this.theme) this.choices = { ...this.choices, theme: this.theme };
    if (['state', 'outcome', 'choices', 'language'].some((name) => changed.has(name))) {
      this.#cancel();
      this.#forget();
      this.refused = '';
      if (this.choices.what === 'panel') this.#later();
    }
    if (fetched(shelf, this.language) || this.failed) return;
    try {
      await fetchWords(shelf, this.language);
      this.requestUpdate();
    } catch (error) {
      this.failed = error;
    }
  }

  get #said() {
    const said = fetched(shelf, this.language);
    return said && translator(this.language, said.words);
  }

  /** What is pictured. @param {import('../i18n/index.js').Translate} t */
  #pictured(t) {
    const { state, outcome, engine, channel, drafts, origins, light } = this;
    const given = { state, outcome, engine, t, lang: rowOf(this.language).tag };
    const selection = light?.selection;
    return chosen({ ...given, channel, drafts, origins, selection }, this.choices);
  }

  render() {
    if (this.failed)
      return lost('panel.failed', this.failed, this.t, () => (this.failed = undefined));
    const t = this.#said;
    if (!t || !this.engine || !this.outcome?.x || !this.outcome.k)
      return html`<p class="quiet" aria-busy="true">${this.t('panel.loading')}</p>`;
    const { choices } = this;
    const given = this.#pictured(t);
    const steps = stepsOf(given);
    const choose = (/** @type {Partial<Choices>} */ part) =>
      (this.choices = { ...choices, ...part });
    return html`${fields({ choices, choose, t }, steps, this.panel !== undefined)}
    ${this.#preview(given, steps, t)} ${this.#actions(given, steps, t)}`;
  }

  /** The scene of one picture. @param {import('./stage.js').Pictured} given */
  #still(given) {
    const { panel, choices } = this;
    if (choices.what !== 'panel' || !panel) return stageScene(given);
    const { panel: name = 'steps' } = given.state;
    return seenScene(panel, { title: this.t(`panel.${name}`), lang: given.lang });
  }

  /** The scene that the preview shows: of steps the one that the player is at, else one in their middle.
   * @param {import('./stage.js').Pictured} given
   * @param {number} steps */
  #scene(given, steps) {
    const { what } = this.choices;
    if (isStill(what) || steps === 0) return { scene: this.#still(given) };
    const answer = rangeOf(this.choices, steps);
    if ('refused' in answer) return { refused: answer.refused };
    const { from, to } = answer.range;
    const step = Math.max(from, Math.min(to, given.state.step ?? Math.floor((from + to) / 2)));
    return { scene: stageScene(atStep(given, step)), step };
  }

  /**
   * @param {import('./stage.js').Pictured} given
   * @param {number} steps
   * @param {import('../i18n/index.js').Translate} t
   */
  #preview(given, steps, t) {
    const { choices, made } = this;
    const { scene, step, refused } = this.#scene(given, steps);
    if (!scene) return html`<p role="status">${this.#refusal(refused, t)}</p>`;
    const label =
      step === undefined
        ? t('export.preview')
        : t('export.preview.step', { step: step + 1, count: steps });
    if (made?.blob.type === 'image/gif' && this.#url)
      return html`<div class="previews" role="group" aria-label=${label}>
        <div><img src=${this.#url} alt=${scene.title} /></div>
      </div>`;
    const ground = choices.parts.includes('ground');
    const texts = themesOf(choices).map((theme) =>
      svgOf(scene, paletteFor(scene, theme), { ground }),
    );
    if (this.#shown.text !== texts.join()) {
      this.#shown = { text: texts.join(), nodes: texts.map(nodeOf) };
    }
    return html`<div class="previews" role="group" aria-label=${label}>
      ${this.#shown.nodes.map((node, i) => html`<div class=${themesOf(choices)[i]}>${node}</div>`)}
    </div>`;
  }

  /**
   * @param {{ key: string, values: Record<string, string | number> } | undefined} refused
   * @param {import('../i18n/index.js').Translate} t
   */
  #refusal(refused, t) {
    return refused ? t(refused.key, refused.values) : '';
  }

  /**
   * @param {import('./stage.js').Pictured} given
   * @param {number} steps
   * @param {import('../i18n/index.js').Translate} t
   */
  #actions(given, steps, t) {
    const { choices, at, made, refused } = this;
    const alert = refused ? html`<p role="alert" class="alert"><span>${refused}</span></p>` : '';
    if (at) {
      return html`<div class="row actions">
        <progress
          max=${at.count}
          .value=${at.done}
          aria-label=${t(`export.what.${choices.what}`)}
        ></progress>
        <span class="at" role="status">${t('export.progress', at)}</span>
        <button @click=${() => this.#cancel()}>${t('export.cancel')}</button>
      </div>`;
    }
    if (isStill(choices.what)) {
      const name = choices.what === 'panel' ? `${nameOf(given)}-panel` : nameOf(given);
      const scene = () => this.#still(given);
      const save = (/** @type {'svg' | 'png'} */ format) =>
        html`<button
          @click=${() => this.#try(async () => this.#save(await pictureOf(scene(), format, choices, name), t), t)}
        >
          ${t('export.save', { format: format.toUpperCase() })}
        </button>`;
      return html`<div class="row actions">
          ${save('svg')} ${save('png')}
          <button class="plain" @click=${() => this.#copySvg(scene(), t)}>
            ${icons.copy} ${t('export.copy.svg')}
          </button>
          <button class="plain" @click=${() => this.#copyPng(scene(), t)}>
            ${icons.copy} ${t('export.copy.png')}
          </button>
          <button
            class="plain"
            @click=${() => this.#copy(htmlOf(scene(), 'svg', choices, name), t)}
          >
            ${icons.copy} ${t('export.copy.html')}
          </button>
        </div>
        ${alert}`;
    }
    if (made) {
      const size = (made.blob.size / 1000).toFixed(0);
      return html`<div class="row actions">
        <button class="strong" @click=${() => this.#save(made, t)}>
          ${t('export.save', { format: /[^.]+$/.exec(made.name)?.[0].toUpperCase() ?? '' })}
        </button>
        <span class="quiet" role="status">${t('export.done', { name: made.name, size })}</span>
      </div>`;
    }
    const range = rangeOf(choices, steps);
    const key = choices.what === 'steps' ? 'export.make' : 'export.make.slides';
    return html`<div class="row actions">
        <button
          class="strong"
          ?disabled=${'refused' in range}
          @click=${() => 'range' in range && this.#make(given, range.range, t)}
        >
          ${t(key)}
        </button>
      </div>
      ${alert}`;
  }

  /**
   * @param {import('./stage.js').Pictured} given
   * @param {import('./film.js').Range} range
   * @param {import('../i18n/index.js').Translate} t
   */
  async #make(given, range, t) {
    const work = (this.#work = new AbortController());
    const { signal } = work;
    this.refused = '';
    this.at = { done: 0, count: range.to - range.from + 1 };
    const progress = (/** @type {number} */ done, /** @type {number} */ count) => {
      if (!signal.aborted) this.at = { done, count };
    };
    const make = this.choices.what === 'steps' ? animationOf : slidesOf;
    await this.#try(async () => {
      const made = await make(given, this.choices, range, { signal, progress });
      signal.throwIfAborted();
      this.#url = URL.createObjectURL(made.blob);
      this.made = made;
    }, t);
    if (this.#work !== work) return;
    this.#work = undefined;
    this.at = undefined;
  }

  #cancel() {
    this.#work?.abort();
    this.#work = undefined;
    this.at = undefined;
  }

  #forget() {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = '';
    this.made = undefined;
  }

  /**
   * @param {() => Promise<unknown>} act
   * @param {import('../i18n/index.js').Translate} t
   */
  async #try(act, t) {
    try {
      this.refused = '';
      await act();
    } catch (error) {
      if (/** @type {Error} */ (error)?.name === 'AbortError') return;
      this.refused =
        error instanceof TooLarge
          ? t('export.large', error.values)
          : t('export.failed', { why: String(/** @type {Error} */ (error)?.message ?? error) });
    }
  }

  /** @param {Made} made @param {import('../i18n/index.js').Translate} t */
  #save({ blob, name }, t) {
    const asked = downloaded(blob, name);
    this.#notice(t(asked ? 'file.saved' : 'file.saved.frame', { name }));
  }

  /** @param {string} text @param {import('../i18n/index.js').Translate} t */
  async #copy(text, t) {
    this.#notice(t((await copied(text)) ? 'copied' : 'copied.not'));
  }

  /** @param {Scene} scene @param {import('../i18n/index.js').Translate} t */
  #copySvg(scene, t) {
    const { choices } = this;
    const ground = choices.parts.includes('ground');
    return this.#copy(svgOf(scene, paletteFor(scene, themesOf(choices)[0]), { ground }), t);
  }

  /** @param {Scene} scene @param {import('../i18n/index.js').Translate} t */
  async #copyPng(scene, t) {
    const { choices } = this;
    const one = { ...choices, theme: themesOf(choices)[0] };
    await this.#try(async () => {
      const { blob } = await pictureOf(scene, 'png', one, '');
      const done = await copiedBy(() =>
        navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]),
      );
      this.#notice(t(done ? 'copied' : 'copied.not'));
    }, t);
  }

  /** @param {string} message */
  #notice(message) {
    this.dispatchEvent(new NoticeEvent(message));
  }

  static styles = [controls, alertStyles, exportStyles];
}

/** An SVG as an element: a policy that forbids pictures from data does not forbid it. @param {string} text */
const nodeOf = (text) =>
  document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
