import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { icons } from '../elements/icons.js';
import { alertStyles, lost } from '../elements/lost.js';
import { controls } from '../elements/styles.js';

/**
 * A button in the corner of the stage, and below the stage what it opens: pictures to take away, which are
 * loaded with the first.
 */
export class ConvPicture extends PlaygroundElement {
  static properties = {
    given: { attribute: false },
    language: {},
    refused: { type: Boolean, reflect: true },
    t: { attribute: false },
    open: { state: true },
    loaded: { state: true },
    failed: { state: true },
  };

  constructor() {
    super();
    /** What is pictured: the properties of `<conv-export>`.
     * @type {object} */
    this.given = {};
    /** @type {import('../i18n/index.js').Language} */
    this.language = 'en';
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** Whether something is wrong, which is said where the button is. */
    this.refused = false;
    this.open = false;
    this.loaded = false;
    /** Why it could not be loaded. @type {unknown} */
    this.failed = undefined;
    // What the stage shows of large planes is the stage's own: looked up when it may matter.
    for (const act of ['pointerenter', 'focusin'])
      this.addEventListener(act, () => this.requestUpdate());
  }

  render() {
    const { t, open } = this;
    return html`<button
        class="plain corner"
        aria-expanded=${open}
        aria-label=${t('picture')}
        title=${t('picture')}
        @click=${() => this.#toggle()}
      >
        ${icons.picture}
      </button>
      ${open ? html`<div role="region" aria-label=${t('picture')}>${this.#pictures()}</div>` : ''}`;
  }

  #pictures() {
    const { t } = this;
    if (this.failed) return lost('panel.failed', this.failed, t, () => this.#load());
    if (!this.loaded) return html`<p class="quiet" aria-busy="true">${t('panel.loading')}</p>`;
    this.#element ??= document.createElement('conv-export');
    return Object.assign(this.#element, this.pictured);
  }

  /** The properties of `<conv-export>` for what is seen now. */
  get pictured() {
    const stage = /** @type {import('../elements/stage.js').ConvStage | null | undefined} */ (
      this.parentElement?.querySelector('conv-stage')
    );
    const panels = /** @type {Document | ShadowRoot} */ (this.getRootNode()).querySelector(
      'conv-panels',
    );
    const panel = panels?.shadowRoot?.querySelector('#panel');
    const { t, language } = this;
    const theme = matchesDark(this) ? 'dark' : 'light';
    return { ...this.given, language, t, theme, origins: stage?.origins ?? {}, panel };
  }

  /** @type {HTMLElement | undefined} */
  #element;

  #toggle() {
    this.open = !this.open;
    if (this.open && !this.loaded) this.#load();
  }

  async #load() {
    this.failed = undefined;
    try {
      const { defineExport } = await import('../export/define.js');
      defineExport();
      this.loaded = true;
    } catch (error) {
      this.failed = error;
    }
  }

  static styles = [
    controls,
    alertStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      /* In the corner of what stands above. */
      .corner {
        position: absolute;
        bottom: calc(100% + 8px);
        inset-inline-start: 8px;
        min-width: 32px;
        padding: 4px;
      }
      :host([refused]) .corner {
        display: none;
      }
      [role='region'] {
        padding: 14px 16px 16px;
        border-top: 1px solid var(--line);
      }
      p {
        margin: 0;
      }
    `,
  ];
}

/** Whether an element is dressed in dark. @param {Element} element */
function matchesDark(element) {
  const scheme = getComputedStyle(element).colorScheme;
  if (/\bdark\b/.test(scheme) && !/\blight\b/.test(scheme)) return true;
  return /\bdark\b/.test(scheme) && matchMedia('(prefers-color-scheme: dark)').matches;
}
