import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../elements/icons.js';

/**
 * A box to tick.
 * @param {object} given
 * @param {string} given.label
 * @param {boolean} given.on
 * @param {boolean} [given.disabled]
 * @param {(on: boolean) => void} given.set
 */
export const tick = ({ label, on, disabled = false, set }) =>
  html`<label class="tick">
    <input
      type="checkbox"
      .checked=${live(on)}
      ?disabled=${disabled}
      @change=${(/** @type {any} */ event) => set(event.target.checked)}
    />
    <span>${label}</span>
  </label>`;

/**
 * Text to be copied: seen whole, with a button.
 * @param {object} given
 * @param {string} given.name of the field, in the page
 * @param {string} given.label
 * @param {string} given.text
 * @param {number} [given.rows]
 * @param {(name: string, label: string) => void} given.copy
 * @param {import('../i18n/index.js').Translate} given.t
 */
export const copyField = ({ name, label, text, rows = 2, copy, t }) =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    <textarea
      id=${name}
      readonly
      spellcheck="false"
      rows=${rows}
      .value=${text}
      @focus=${(/** @type {any} */ event) => event.target.select()}
    ></textarea>
    <button aria-label=${t('share.copy.what', { what: label })} @click=${() => copy(name, label)}>
      ${icons.copy} ${t('share.copy')}
    </button>
  </div>`;
