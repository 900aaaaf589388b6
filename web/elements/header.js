import { LitElement, css, html } from 'lit';
import { examples } from '../state/examples.js';
import { icons } from './icons.js';
import { controls } from './styles.js';

/** A wish of the reader that is not about the layer: undo, redo, share, theme, language, example. */
export class CommandEvent extends Event {
  /**
   * @param {'undo' | 'redo' | 'share' | 'theme' | 'language' | 'example'} command
   * @param {string} [value] the language, or the example's name
   */
  constructor(command, value) {
    super('command');
    this.command = command;
    this.value = value;
  }
}

/**
 * The bar above the playground; the title is what the page puts into it.
 *
 * @fires CommandEvent
 */
export class ConvHeader extends LitElement {
  static properties = {
    language: {},
    canUndo: { type: Boolean },
    canRedo: { type: Boolean },
    locked: { type: Boolean },
    t: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../i18n/index.js').Language} */
    this.language = 'en';
    this.canUndo = false;
    this.canRedo = false;
    /** Whether parts of the layer are locked, so that no example can be opened. */
    this.locked = false;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    const { t } = this;
    return html`<header>
      <slot></slot>
      ${
        this.locked
          ? ''
          : html`<conv-menu
              .label=${t('examples')}
              .items=${examples.map(({ name }) => ({ name, label: t(`example.${name}`) }))}
              @choose=${(/** @type {import('./menu.js').ChooseEvent} */ { name }) =>
                this.#command('example', name)}
              >${t('examples')}</conv-menu
            >`
      }
      <span class="space"></span>
      <div class="actions">
        ${this.#button('undo', icons.undo, !this.canUndo)}
        ${this.#button('redo', icons.redo, !this.canRedo)}
        <div class="segments" role="group" aria-label=${t('language')}>
          ${this.#language('en', 'EN', 'English')} ${this.#language('zh', '中文', '中文')}
        </div>
        ${this.#button('theme', icons.theme)}
        <button class="strong" title=${t('share')} @click=${() => this.#command('share')}>
          ${icons.link}<span class="label">${t('share')}</span>
        </button>
      </div>
    </header>`;
  }

  /**
   * @param {'undo' | 'redo' | 'theme'} command
   * @param {unknown} icon
   * @param {boolean} [disabled]
   */
  #button(command, icon, disabled = false) {
    const label = this.t(command);
    return html`<button
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${() => this.#command(command)}
    >
      ${icon}
    </button>`;
  }

  /**
   * @param {import('../i18n/index.js').Language} language
   * @param {string} label
   * @param {string} title
   */
  #language(language, label, title) {
    return html`<button
      lang=${language}
      data-label=${label}
      title=${title}
      aria-pressed=${this.language === language}
      @click=${() => this.#command('language', language)}
    >
      ${label}
    </button>`;
  }

  /**
   * @param {CommandEvent['command']} command
   * @param {string} [value]
   */
  #command(command, value) {
    this.dispatchEvent(new CommandEvent(command, value));
  }

  static styles = [
    controls,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
        padding: 12px 28px;
        border-bottom: 1px solid var(--line);
        background: var(--card);
      }
      .space {
        flex: 1;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      @media (max-width: 600px) {
        header {
          padding: 10px 16px;
        }
        .space {
          display: none;
        }
        .label {
          position: absolute;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];
}
