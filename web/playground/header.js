import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { segments } from '../elements/segments.js';
import { examples } from '../state/examples.js';
import { lessonLink, lessonNumber, lessons } from '../state/lessons.js';
import { IntakeEvent, OpenEvent } from '../elements/events.js';
import { icons } from '../elements/icons.js';
import { controls } from '../elements/styles.js';
import { languages } from '../i18n/languages.js';

/** A wish of the reader that is not about the layer: undo, redo, share, theme, language. */
export class CommandEvent extends Event {
  /**
   * @param {'undo' | 'redo' | 'share' | 'theme' | 'language'} command
   * @param {string} [value] the language
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
 * @fires OpenEvent @fires IntakeEvent
 */
export class ConvHeader extends PlaygroundElement {
  static properties = {
    language: {},
    canUndo: { type: Boolean },
    canRedo: { type: Boolean },
    locked: { type: Boolean },
    lesson: {},
    learned: { attribute: false },
    home: { attribute: false },
    t: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../i18n/index.js').Language} */
    this.language = 'en';
    this.canUndo = false;
    this.canRedo = false;
    /** Whether parts of the layer are locked, so that no other layer can be opened. */
    this.locked = false;
    /** The open lesson.
     * @type {string | undefined} */
    this.lesson = undefined;
    /** The lessons whose predictions were right, by name.
     * @type {readonly string[]} */
    this.learned = [];
    /** The playground's own page, beside which the help stands. @type {URL | undefined} */
    this.home = undefined;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    const { t, home } = this;
    const help = home && new URL('help.html', home).href;
    return html`<header>
      <slot></slot>
      ${this.locked ? '' : html`${this.#lessons()} ${this.#examples()} ${this.#intake()}`}
      <a class="help" href=${help} target="_blank" title=${t('help')} aria-label=${t('help')}>?</a>
      <span class="space"></span>
      <div class="actions">
        ${this.#button('undo', icons.undo, !this.canUndo)}
        ${this.#button('redo', icons.redo, !this.canRedo)}
        ${segments(
          t('language'),
          languages.map(({ code, tag, label, name }) => ({
            name: code,
            label,
            title: name,
            lang: tag,
          })),
          this.language,
          (code) => this.#command('language', code),
        )}
        ${this.#button('theme', icons.theme)}
        <button
          class="strong"
          aria-haspopup="dialog"
          title=${t('share.more')}
          @click=${() => this.#command('share')}
        >
          ${icons.link}<span class="label">${t('share')}</span>
        </button>
      </div>
    </header>`;
  }

  #lessons() {
    const { t } = this;
    const number = lessonNumber(this.lesson);
    const title = (/** @type {string} */ name) => t(`lesson.${name}`);
    const items = lessons.map(({ name }, i) => ({
      name,
      label: [i + 1, '', title(name), this.learned.includes(name) ? '✓' : ''].join(' ').trim(),
    }));
    const place =
      number === undefined ? '' : t('lessons.place', { number: number + 1, all: lessons.length });
    return html`<conv-menu
      .label=${[t('lessons'), place, this.lesson && place && title(this.lesson)]
        .filter(Boolean)
        .join(', ')}
      .items=${items}
      .current=${this.lesson ?? ''}
      @choose=${(/** @type {import('../elements/menu.js').ChooseEvent} */ { name }) =>
        this.#open(lessonLink(name))}
      >${t('lessons')}${
        this.lesson && place
          ? html`<span class="place" slot="more"
              >${place}<span class="title"> · ${title(this.lesson)}</span></span
            >`
          : ''
      }</conv-menu
    >`;
  }

  #examples() {
    const { t } = this;
    return html`<conv-menu
      .label=${t('examples')}
      .items=${examples.map(({ name }) => ({ name, label: t(`example.${name}`) }))}
      @choose=${(/** @type {import('../elements/menu.js').ChooseEvent} */ { name }) =>
        this.#open(examples.find((example) => example.name === name)?.link ?? '')}
      >${t('examples')}</conv-menu
    >`;
  }

  /** What the reader has. */
  #intake() {
    const { t } = this;
    const whats = /** @type {const} */ (['text', 'file']);
    return html`<conv-menu
      .label=${t('intake')}
      .items=${whats.map((name) => ({ name, label: t(`intake.${name}`) }))}
      @choose=${(/** @type {import('../elements/menu.js').ChooseEvent} */ { name }) =>
        this.dispatchEvent(new IntakeEvent(/** @type {'text' | 'file'} */ (name)))}
      >${t('intake')}</conv-menu
    >`;
  }

  /** @param {string} link */
  #open(link) {
    this.dispatchEvent(new OpenEvent(link));
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
      .place {
        margin-inline-start: 4px;
        color: var(--quiet);
      }
      .title {
        display: inline-block;
        max-width: 23ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: pre;
        vertical-align: bottom;
      }
      .help {
        min-width: 28px;
        min-height: 32px;
        border-radius: var(--radius);
        color: var(--quiet);
        line-height: 32px;
        text-align: center;
        text-decoration: none;
      }
      .help:hover {
        color: var(--ink);
        background: var(--well);
      }
      @container (max-width: 1339px) {
        .title {
          display: none;
        }
      }
      @container (min-width: 1460px) {
        .title {
          max-width: none;
        }
      }
      @container (max-width: 600px) {
        header {
          gap: 8px;
          padding: 10px 16px;
        }
        .actions {
          gap: 4px;
        }
        .place {
          display: none;
        }
        .space {
          display: none;
        }
        .label {
          position: absolute;
          width: 1px; /* what is not seen makes no page wider either */
          white-space: nowrap;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];
}
