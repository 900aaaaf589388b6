import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { panels } from '../panels/index.js';
import { fetched, fetchWords, translator } from '../i18n/index.js';
import { ViewEvent } from '../elements/events.js';
import { Light, LightController } from '../elements/light.js';
import { lost, alertStyles } from '../elements/lost.js';
import { SeenController } from '../elements/seen.js';
import { controls } from '../elements/styles.js';
import { tabAt, tabStyles } from '../elements/tabs.js';

/** @typedef {import('../panels/panel-element.js').PanelElement} Panel */

/** When what is there has been painted, or would have been if it were seen. */
const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });

/**
 * The panels as tabs (arrows, Home and End move between them), each loaded when first opened.
 *
 * @fires ViewEvent
 */
export class ConvPanels extends PlaygroundElement {
  static properties = {
    given: { attribute: false },
    valid: { type: Boolean },
    computing: { type: Boolean },
    awaiting: { type: Boolean },
    language: {},
    t: { attribute: false },
    loaded: { state: true },
    failed: { state: true },
  };

  /** What is explained, as the open panel is told it. */
  #light = new Light();
  /** The panel that was given what it shows. @type {object | undefined} */
  #filled;
  #seen = new SeenController(
    this,
    () => /** @type {Element} */ (this.renderRoot.querySelector('#panel')),
    () => this.#fill(),
  );

  constructor() {
    super();
    /** The properties that the open panel is given.
     * @type {Partial<import('../panels/panel-element.js').PanelElement> & { state: import('../state/state.js').State }} */
    this.given = /** @type {any} */ ({});
    /** Whether there is an output to look into. */
    this.valid = false;
    /** Whether it is being computed. */
    this.computing = false;
    /** Whether the engine is yet to come. */
    this.awaiting = false;
    /** @type {import('../i18n/index.js').Language} */
    this.language = 'en';
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** The panels that are there, by name.
     * @type {ReadonlyMap<string, Panel>} */
    this.loaded = new Map();
    /** The panel that could not be had, until it is asked for again.
     * @type {{ name: string, language: string, error: unknown } | undefined} */
    this.failed = undefined;
    new LightController(this, () => {
      // Told after an update anyway.
      if (!this.isUpdatePending && !this.#seen.waits()) this.#tell();
    });
  }

  /** What is explained. */
  get light() {
    return this.given.light;
  }

  get #open() {
    return panels.find(({ name }) => name === this.given.state.panel) ?? panels[0];
  }

  async willUpdate() {
    const { language } = this;
    if (this.awaiting) return;
    const { name, element, words } = this.#open;
    if (this.loaded.has(name) && fetched(words, language)) return;
    if (this.failed?.name === name && this.failed.language === language) return;
    try {
      // A first visit is to see Y before anything is done for what stands below.
      if (this.loaded.size === 0) await painted();
      const [made] = await Promise.all([element(), fetchWords(words, language)]);
      // Asked for twice, or again in another language, it stays the same panel.
      const panel = /** @type {Panel} */ (this.loaded.get(name) ?? new made.default());
      this.loaded = new Map(this.loaded).set(name, panel);
    } catch (error) {
      this.failed = { name, language, error };
    }
  }

  render() {
    const open = this.#open;
    return html`
      <h2 class="hidden">${this.t('panels')}</h2>
      <div role="tablist" aria-label=${this.t('panels')} @keydown=${this.#keyDown}>
        ${panels.map(
          ({ name }) =>
            html`<button
              role="tab"
              id="tab-${name}"
              data-label=${this.t(`panel.${name}`)}
              aria-controls="panel"
              aria-selected=${name === open.name}
              tabindex=${name === open.name ? 0 : -1}
              @click=${() => this.#choose(name)}
            >
              ${this.t(`panel.${name}`)}
            </button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${open.name}">${this.#content()}</div>
    `;
  }

  /**
   * The open panel, once it and its words are there and there is an output to look into.
   * @returns {Panel | undefined}
   */
  get #panel() {
    const { name, words } = this.#open;
    return this.valid && fetched(words, this.language) ? this.loaded.get(name) : undefined;
  }

  /** The open panel, or what is said in its place. */
  #content() {
    const { name } = this.#open;
    const panel = this.#panel;
    if (panel) return panel;
    if (this.valid && this.failed?.name === name)
      return lost('panel.failed', this.failed.error, this.t, () => (this.failed = undefined));
    const none = this.computing ? 'computing.panel' : 'sentence.none';
    const said = this.valid || this.awaiting ? 'panel.loading' : none;
    return html`<p class="quiet">${this.t(said)}</p>`;
  }

  updated() {
    const panel = this.#panel;
    // One that comes is given all at once.
    if (panel !== this.#filled || !this.#seen.waits()) this.#fill();
  }

  /** Gives the open panel what it shows. */
  #fill() {
    const panel = this.#panel;
    this.#filled = panel;
    if (!panel) return;
    const { language } = this;
    const { words } = fetched(this.#open.words, language) ?? {};
    Object.assign(panel, this.given, {
      light: this.#light,
      language,
      t: translator(language, words),
    });
    this.#tell();
  }

  /** Tells it what is explained. */
  #tell() {
    const { selection, links = [], by, crowded } = this.light ?? {};
    this.#light.show(selection, links, by, crowded);
  }

  /** @param {string} name */
  #choose(name) {
    this.dispatchEvent(new ViewEvent((state) => ({ ...state, panel: name })));
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const names = panels.map(({ name }) => name);
    const name = tabAt(event.key, names, this.#open.name);
    if (name === undefined) return;
    event.preventDefault();
    this.#choose(name);
    /** @type {HTMLElement} */ (this.renderRoot.querySelector(`#tab-${name}`)).focus();
  }

  static styles = [
    controls,
    alertStyles,
    tabStyles,
    css`
      :host {
        display: block;
      }
      @container (max-width: 600px) {
        [role='tab'] {
          padding: 6px 10px;
        }
      }
    `,
  ];
}
