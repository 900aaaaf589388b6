import { LitElement, css, html } from 'lit';
import {
  draftSentence,
  faultSentence,
  forBothAxes,
  nearestSentence,
  withNearest,
} from '../model/refusals.js';
import { restored } from '../model/drafts.js';
import { controls } from '../elements/styles.js';

/**
 * @typedef {import('../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('../model/refusals.js').Nearest} Nearest
 * @typedef {import('../model/refusals.js').Said} Said
 * @typedef {import('../state/state.js').State} State
 *
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
 * @param {FaultReport} fault
 * @param {Said} said
 * @param {(nearest: Nearest) => void} apply
 * @returns {Refusal}
 */
function faultRefusal(fault, { t, language }, apply) {
  const { nearest } = fault;
  const message = faultSentence(fault, t, language);
  if (!nearest) return { message };
  return { message, action: nearestSentence(nearest, t), act: () => apply(nearest) };
}

/**
 * All that is wrong: what was typed and cannot be, and the layer's fault.
 * @param {import('../engine/engine.d.ts').Engine | undefined} engine
 * @param {State} state
 * @param {import('../model/evaluate.js').Outcome} outcome
 * @param {ReadonlyMap<string, import('../model/drafts.js').Draft>} drafts
 * @param {object} how
 * @param {Said} how.said
 * @param {(state: State) => void} how.apply opens the state that puts it right
 * @param {(field: string) => void} how.drop gives a draft up
 * @returns {Refusal[]}
 */
export function refusals(engine, state, outcome, drafts, { said, apply, drop }) {
  const { fault } = outcome;
  const typed = [...drafts].map(([field, draft]) =>
    draft.fault
      ? faultRefusal(draft.fault, said, (nearest) => {
          drop(field);
          apply(withNearest(state, nearest));
        })
      : {
          message: draftSentence(field, draft, state, said),
          action: said.t('draft.back', { value: restored(field, state, outcome) }),
          act: () => drop(field),
        },
  );
  const whole = fault && engine && forBothAxes(engine, state, fault);
  if (!whole) return typed;
  return [...typed, faultRefusal(whole, said, (nearest) => apply(withNearest(state, nearest)))];
}
