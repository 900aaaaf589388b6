import { html } from 'lit';
import { icons } from '../elements/icons.js';

/**
 * What is said in passing.
 *
 * @typedef {import('lit').ReactiveController} ReactiveController
 *
 * @typedef {object} Saying
 * @property {string} text
 * @property {readonly string[]} details sentences below it
 * @property {readonly { label: string, act: () => void }[]} offers a button for each
 */

/** Nothing said. @type {Saying} */
export const silence = { text: '', details: [], offers: [] };

/**
 * The line at the foot of the window.
 * @param {Saying} saying
 * @param {import('../i18n/index.js').Translate} t
 * @param {() => void} close
 */
export const notice = ({ text, details, offers }, t, close) =>
  html`<div
    class="notice ${text === '' ? 'silent' : ''} ${offers.length > 0 ? 'acting' : ''}"
    role="status"
    popover="manual"
  >
    <span class="said">${text}</span>${
      details.length > 0
        ? html`<ul>
            ${details.map((detail) => html`<li>${detail}</li>`)}
          </ul>`
        : ''
    }${
      offers.length > 0
        ? html`<span class="offers"
            >${offers.map(({ label, act }) => html`<button @click=${act}>${label}</button>`)}
            <button class="close" aria-label=${t('paste.close')} @click=${close}>
              ${icons.close}
            </button></span
          >`
        : ''
    }
  </div>`;

/**
 * Lays what is said over all of the window: a page around may have a bar of its own at the foot, or turn and
 * shift what is in it. A browser without popovers leaves it where it is drawn.
 * @implements {ReactiveController}
 */
export class Uppermost {
  /** What was said when it was laid there, and where. */
  #said = silence;
  /** @type {HTMLElement | null} */
  #line = null;
  #host;
  #saying;

  /**
   * @param {import('lit').LitElement} host
   * @param {() => Saying} saying what is drawn
   */
  constructor(host, saying) {
    this.#host = host;
    this.#saying = saying;
    host.addController(this);
  }

  hostUpdated() {
    const saying = this.#saying();
    if (saying === this.#said && this.#line?.isConnected) return;
    const line = /** @type {HTMLElement | null} */ (this.#host.renderRoot.querySelector('.notice'));
    this.#said = saying;
    this.#line = line;
    if (!line?.isConnected || !line.showPopover) return;
    // Anew, so that it lies over what has been laid over the page since.
    line.hidePopover();
    if (saying.text !== '') line.showPopover();
  }
}
