import { css, html } from 'lit';
import { defined } from '../../elements/defined.js';
import { PlaygroundElement } from '../../elements/element.js';
import { alertStyles } from '../../elements/lost.js';
import { controls } from '../../elements/styles.js';
import { ReadEvent } from '../events.js';

/**
 * @typedef {import('./answer.js').Answer} Answer
 * @typedef {import('./answer.js').Asking} Asking
 */

/** What was chosen of several. */
export class TakeEvent extends Event {
  /** @param {Answer} answer */
  constructor(answer) {
    super('take');
    this.answer = answer;
  }
}

/**
 * Asks for a text, says why it was refused, or shows what of it can be opened. Escape keeps what there is.
 *
 * @fires ReadEvent @fires TakeEvent @fires close @fires file
 */
export class ConvIntake extends PlaygroundElement {
  static properties = { asking: { attribute: false }, t: { attribute: false } };

  constructor() {
    super();
    /** What is asked; nothing: it is closed. @type {Asking | undefined} */
    this.asking = undefined;
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  get #area() {
    return /** @type {HTMLTextAreaElement | null} */ (this.renderRoot.querySelector('textarea'));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const { asking } = this;
    // Closing it, the focus goes back to where it was.
    if (!asking) return this.#dialog.close();
    if (!this.#dialog.open) this.#dialog.showModal();
    if (!changed.has('asking')) return;
    const { text, at, choice } = asking;
    const area = this.#area;
    if (!area || choice) {
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('li button'))?.focus();
      return;
    }
    area.value = text;
    area.focus();
    if (!at) return;
    const lines = text.split('\n');
    const start = lines.slice(0, at.row - 1).join('\n').length + (at.row > 1 ? 1 : 0);
    area.setSelectionRange(start + at.column - 1, start + (lines[at.row - 1]?.length ?? 0));
  }

  render() {
    const { asking, t } = this;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <h2 id="title">${t('intake.title')}</h2>
      ${asking && (asking.choice ? this.#list(asking.choice) : this.#form(asking))}
    </dialog>`;
  }

  #closed() {
    if (!this.#dialog.open) this.dispatchEvent(new Event('close'));
  }

  /** @param {Asking} asking */
  #form({ why, offers = [] }) {
    const { t } = this;
    return html`
      ${
        why
          ? html`<p class="alert" role="alert">
              <span>${t('intake.refused', { why })}</span>
              ${offers.map(
                (offer) => html`<button @click=${() => this.#take(offer)}>${offer.label}</button>`,
              )}
            </p>`
          : ''
      }
      <label>
        <span>${t('intake.label')}</span>
        <textarea
          rows="9"
          spellcheck="false"
          autocapitalize="off"
          aria-describedby="keys"
          @keydown=${this.#key}
        ></textarea>
      </label>
      <p class="quiet" id="keys">${t('intake.keys')}</p>
      <div class="actions">
        <button class="strong" @click=${this.#read}>${t('intake.read')}</button>
        <button @click=${() => this.dispatchEvent(new Event('file'))}>${t('intake.file')}</button>
        <button @click=${() => this.#dialog.close()}>${t('intake.cancel')}</button>
      </div>
    `;
  }

  /** @param {NonNullable<Asking['choice']>} choice */
  #list({ items, details }) {
    const { t } = this;
    return html`
      <p id="choose">${t('intake.choose', { count: items.length })}</p>
      <ul aria-labelledby="choose" @keydown=${this.#move}>
        ${items.map(
          ({ label, detail, answer }) =>
            html`<li>
              <button @click=${() => this.#take(answer())}>
                <span>${label}</span><span class="quiet">${detail}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${details.map((detail) => html`<p class="quiet">${detail}</p>`)}
      <div class="actions">
        <button @click=${() => this.#dialog.close()}>${t('intake.cancel')}</button>
      </div>
    `;
  }

  /** @param {Answer} answer */
  #take(answer) {
    this.dispatchEvent(new TakeEvent(answer));
  }

  #read() {
    this.dispatchEvent(new ReadEvent(this.#area?.value ?? ''));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // What is undone here is what was typed here.
    event.stopPropagation();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#read();
  }

  /** Arrows, Home and End move in the list. @param {KeyboardEvent} event */
  #move(event) {
    const all = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('li button')]);
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target));
    const targets = /** @type {Record<string, number>} */ ({
      ArrowDown: Math.min(at + 1, all.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: all.length - 1,
    });
    if (!(event.key in targets)) return;
    event.preventDefault();
    all[targets[event.key]].focus();
  }

  static styles = [
    controls,
    alertStyles,
    css`
      dialog {
        width: min(680px, 100vw - 24px);
        max-height: calc(100vh - 24px);
        overflow: auto;
        padding: 20px 24px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--card);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.35);
      }
      h2 {
        margin: 0 0 12px;
        font-size: 17px;
      }
      p {
        margin: 0 0 10px;
        overflow-wrap: anywhere;
      }
      label {
        display: grid;
        gap: 6px;
        margin-bottom: 6px;
      }
      .quiet {
        color: var(--quiet);
        font-size: 13px;
      }
      textarea {
        white-space: pre;
        overflow-wrap: normal;
      }
      ul {
        display: grid;
        gap: 4px;
        margin: 0 -4px 12px;
        padding: 4px;
        max-height: 50vh;
        overflow: auto;
        list-style: none;
      }
      li button {
        display: grid;
        width: 100%;
        justify-content: start;
        justify-items: start;
        gap: 0;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      @media (max-width: 600px) {
        dialog {
          padding: 14px 16px;
        }
      }
    `,
  ];
}

defined({ 'conv-intake': ConvIntake });
