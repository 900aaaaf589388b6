import { html } from 'lit';
import { icons } from '../elements/icons.js';

/**
 * What is said in passing.
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
  >
    ${text}${
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
