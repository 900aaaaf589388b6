import { LitElement, css, html } from 'lit';
import { faultSentence, nearestSentence } from '../model/refusals.js';
import { controls } from '../elements/styles.js';

/**
 * @typedef {object} Refusal something that is wrong, and what can be done about it
 * @property {string} message
 * @property {string} [action] what the button says
 * @property {() => void} [act]
 */

/**
 * What is wrong at present, each with a button that puts it right.
 */
export class ConvRefusals extends LitElement {
  static properties = { refusals: { attribute: false } };

  constructor() {
    super();
    /** @type {Refusal[]} */
    this.refusals = [];
  }

  render() {
    return html`<div role="alert">
      ${this.refusals.map(
        ({ message, action, act }) =>
          html`<p>
            <span>${message}</span>
            ${act ? html`<button @click=${act}>${action}</button>` : ''}
          </p>`,
      )}
    </div>`;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }
      :host([hidden]) {
        display: none;
      }
      [role='alert'] {
        display: grid;
        gap: 8px;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 14px;
        margin: 0;
        padding: 8px 14px;
        border-radius: var(--radius);
        border-inline-start: 3px solid var(--bad);
        background: var(--bad-well);
      }
      span {
        flex: 1 1 24ch;
        overflow-wrap: anywhere;
      }
      button {
        border-color: var(--bad);
      }
    `,
  ];
}

/**
 * A fault of the engine as a refusal.
 * @param {import('../engine/engine.d.ts').FaultReport} fault
 * @param {import('../i18n/index.js').Translate} t
 * @param {import('../i18n/index.js').Language} language
 * @param {(nearest: import('../model/refusals.js').Nearest) => void} apply
 * @returns {Refusal}
 */
export function faultRefusal(fault, t, language, apply) {
  const { nearest } = fault;
  const message = faultSentence(fault, t, language);
  if (!nearest) return { message };
  return { message, action: nearestSentence(nearest, t), act: () => apply(nearest) };
}
