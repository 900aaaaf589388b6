import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { draftSentence, faultSentence, nearestSentence, withNearest } from '../model/refusals.js';
import { restored } from '../model/drafts.js';
import { alertStyles } from '../elements/lost.js';
import { controls } from '../elements/styles.js';

/**
 * @typedef {import('../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('../model/refusals.js').Nearest} Nearest
 * @typedef {import('../model/refusals.js').Said} Said
 * @typedef {import('../state/state.js').State} State
 *
 * @typedef {object} Refusal something that is wrong, and what can be done about it
 * @property {string} message
 * @property {{ label: string, act: () => void }[]} actions a button for each
 */

/**
 * What is wrong at present, each with a button that puts it right.
 */
export class ConvRefusals extends PlaygroundElement {
  static properties = {
    // Their buttons act on the state that they were made for; that there are none stays so.
    refusals: {
      attribute: false,
      hasChanged: (/** @type {Refusal[]} */ now, /** @type {Refusal[] | undefined} */ before) =>
        now.length > 0 || before?.length !== 0,
    },
  };

  constructor() {
    super();
    /** @type {Refusal[]} */
    this.refusals = [];
  }

  render() {
    return html`<div role="alert">
      ${this.refusals.map(
        ({ message, actions }) =>
          html`<p class="alert">
            <span>${message}</span>
            ${actions.map(({ label, act }) => html`<button @click=${act}>${label}</button>`)}
          </p>`,
      )}
    </div>`;
  }

  static styles = [
    controls,
    alertStyles,
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
      button {
        border-color: var(--bad);
      }
    `,
  ];
}

/** What finds the remedies of a fault: it comes with the first fault.
 * @type {typeof import('../model/remedies.js').remedies | undefined} */
let remedies;

/** @param {() => void} done */
const fetchRemedies = (done) =>
  import('../model/remedies.js').then(
    (loaded) => {
      remedies = loaded.remedies;
      done();
    },
    // The sentence stands without them, and they are asked for again with the next fault.
    () => {},
  );

/**
 * All that is wrong: what was typed and cannot be, and the layer's fault.
 * @param {import('../engine/engine.d.ts').Engine | undefined} engine
 * @param {State} state
 * @param {import('../model/evaluate.js').Outcome} outcome
 * @param {ReadonlyMap<string, import('../model/drafts.js').Draft>} drafts
 * @param {object} how
 * @param {Said} how.said
 * @param {readonly string[]} how.lock the parts that cannot be changed
 * @param {(state: State) => void} how.apply opens the state that puts it right
 * @param {(field: string) => void} how.drop gives a draft up
 * @param {() => void} how.again asks for all of it anew, once more is known
 * @returns {Refusal[]}
 */
export function refusals(engine, state, outcome, drafts, { said, lock, apply, drop, again }) {
  /** @param {Nearest} remedy @param {() => void} [first] */
  const use = (remedy, first) => ({
    label: nearestSentence(remedy, said.t),
    act() {
      first?.();
      apply(withNearest(state, remedy));
    },
  });
  const typed = [...drafts].map(([field, draft]) => {
    const message = draftSentence(field, draft, state, said);
    const back = {
      label: said.t('draft.back', { value: restored(field, state, outcome) }),
      act: () => drop(field),
    };
    const nearest = draft.fault?.nearest;
    return { message, actions: [...(nearest ? [use(nearest, () => drop(field))] : []), back] };
  });
  const { fault } = outcome;
  if (!fault || !engine) return typed;
  const message = faultSentence(fault, said.t, said.language);
  if (!remedies) fetchRemedies(again);
  const found = remedies?.(engine, state, fault, lock) ?? [];
  const actions = found.map((remedy) => use(remedy));
  return [...typed, { message, actions }];
}
