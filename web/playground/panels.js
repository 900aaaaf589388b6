import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { panels } from '../panels/index.js';
import { fetched, fetchWords, translator } from '../i18n/index.js';
import { ViewEvent } from '../elements/events.js';
import { lost, alertStyles } from '../elements/lost.js';
import { controls } from '../elements/styles.js';
import { tabAt, tabStyles } from '../elements/tabs.js';

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
     * @type {ReadonlyMap<string, any>} */
    this.loaded = new Map();
    /** The panel that could not be had, until it is asked for again.
     * @type {{ name: string, language: string, error: unknown } | undefined} */
    this.failed = undefined;
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
      this.loaded = new Map(this.loaded).set(name, this.loaded.get(name) ?? new made.default());
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
      <div role="tabpanel" id="panel" aria-labelledby="tab-${open.name}">${this.#panel(open)}</div>
    `;
  }

  /** @param {import('../panels/index.js').Panel} open */
  #panel({ name, words }) {
    if (!this.valid) {
      const none = this.computing ? 'computing.panel' : 'sentence.none';
      return html`<p class="quiet">${this.t(this.awaiting ? 'panel.loading' : none)}</p>`;
    }
    const { language } = this;
    const panel = this.loaded.get(name);
    const said = fetched(words, language);
    if (!panel || !said) {
      if (this.failed?.name !== name) return html`<p class="quiet">${this.t('panel.loading')}</p>`;
      return lost('panel.failed', this.failed.error, this.t, () => (this.failed = undefined));
    }
    return Object.assign(panel, this.given, { language, t: translator(language, said.words) });
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
