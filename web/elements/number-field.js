import { css, html } from 'lit';
import { PlaygroundElement } from './element.js';
import { live } from 'lit/directives/live.js';
import { parseNumber } from '../state/number.js';
import { DraftEvent, isUndo } from './events.js';
import { icons } from './icons.js';
import { controls } from './styles.js';

/** The numbers of a setting as they stand in its field: `2 × 3`. */
const shown = (/** @type {number[]} */ list) => list.join(' × ');

/**
 * The list that a field's text stands for: one number, or two and more between ×, x, * or commas.
 * @param {string} text
 * @returns {number[] | undefined}
 */
function readList(text) {
  const list = text.split(/[×x*,;\s]+/).map(parseNumber);
  return list.every((number) => number !== undefined) ? list : undefined;
}

/** What a person set a field to: numbers, as many as were typed. */
export class NumbersEvent extends Event {
  /** @param {number[]} value */
  constructor(value) {
    super('numbers');
    this.value = value;
  }
}

/**
 * A labelled setting with a − and a + on each of its parts: one part for a list that speaks of all
 * axes at once, or one for each axis or side.
 *
 * @fires NumbersEvent
 */
export class ConvNumberField extends PlaygroundElement {
  static properties = {
    label: {},
    name: {},
    value: { attribute: false },
    parts: { attribute: false },
    minimum: { type: Number },
    maximum: { type: Number },
    drafts: { attribute: false },
    invalid: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    locked: { type: Boolean, reflect: true },
    t: { attribute: false },
  };

  constructor() {
    super();
    this.label = '';
    /** The name of the setting in the state; drafts are kept under it. */
    this.name = '';
    /** @type {number[]} */
    this.value = [];
    /** The names of the parts that are set one by one; none when the list is set as a whole.
     * @type {string[]} */
    this.parts = [];
    this.minimum = -Infinity;
    /** Of a field that brings what is typed into its range, as whole numbers; without one, what is typed is
     * for others to refuse. @type {number | undefined} */
    this.maximum = undefined;
    /** @type {ReadonlyMap<string, import('../model/drafts.js').Draft>} */
    this.drafts = new Map();
    this.invalid = false;
    this.disabled = false;
    /** Whether it is disabled because a link has locked it, which it says. */
    this.locked = false;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    const parts = this.parts.length > 0 ? this.parts : [undefined];
    return html`
      <fieldset ?disabled=${this.disabled || this.locked}>
        <legend>
          ${this.label}${this.parts.length > 0 ? html` <span>(${this.parts.join(', ')})</span>` : ''}${
            this.locked ? html`${icons.lock}<span class="hidden">, ${this.t('locked')}</span>` : ''
          }
        </legend>
        <div class="parts">${parts.map((part, index) => this.#part(part, index))}</div>
      </fieldset>
    `;
  }

  /**
   * @param {string | undefined} part
   * @param {number} index
   */
  #part(part, index) {
    const numbers = part === undefined ? this.value : [this.value[index]];
    const label = part === undefined ? this.label : `${this.label}, ${part}`;
    const invalid = this.invalid || this.drafts.has(this.#key(index));
    const least = numbers.every((number) => number <= this.minimum);
    return html`
      <div class="stepper ${invalid ? 'invalid' : ''}">
        <button
          tabindex="-1"
          aria-label=${this.t('field.less', { field: label })}
          ?disabled=${least}
          @click=${() => this.#step(index, -1)}
        >
          ${icons.minus}
        </button>
        <input
          inputmode="text"
          autocomplete="off"
          spellcheck="false"
          aria-label=${label}
          title=${part ?? ''}
          aria-invalid=${invalid}
          size=${Math.max(3, shown(numbers).length)}
          .value=${live(this.#text(index))}
          @change=${(/** @type {any} */ event) => this.#commit(index, event.target.value)}
          @keydown=${(/** @type {KeyboardEvent} */ event) => this.#keyDown(event, index)}
          @focus=${(/** @type {any} */ event) => event.target.select()}
        />
        <button
          tabindex="-1"
          aria-label=${this.t('field.more', { field: label })}
          @click=${() => this.#step(index, +1)}
        >
          ${icons.plus}
        </button>
      </div>
    `;
  }

  /** What stands in a part's field while nothing is typed there. */
  #text(/** @type {number} */ index) {
    const draft = this.drafts.get(this.#key(index));
    return draft?.text ?? shown(this.parts.length > 0 ? [this.value[index]] : this.value);
  }

  #key(/** @type {number} */ index) {
    return this.parts.length > 0 ? `${this.name}.${index}` : this.name;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} index
   */
  #keyDown(event, index) {
    const step = { ArrowUp: +1, ArrowDown: -1 }[event.key];
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (step) {
      event.preventDefault();
      this.#commit(index, input.value);
      this.#step(index, step);
    } else if (event.key === 'Escape') {
      const text = shown(this.parts.length > 0 ? [this.value[index]] : this.value);
      if (input.value === text) return;
      event.preventDefault();
      this.dispatchEvent(new DraftEvent(this.#key(index)));
      input.value = text;
    } else if (isUndo(event) && input.value !== this.#text(index)) {
      // Of all that there is to undo, the typing came last.
      event.preventDefault();
      input.value = this.#text(index);
      input.select();
    }
  }

  /**
   * @param {number} index
   * @param {string} text
   */
  #commit(index, text) {
    const list = readList(text)?.map((number) => this.#within(number));
    const whole = this.parts.length === 0;
    if (!list || (!whole && list.length > 1)) {
      this.dispatchEvent(new DraftEvent(this.#key(index), { text }));
      return;
    }
    this.dispatchEvent(new DraftEvent(this.#key(index)));
    const value = whole ? list : this.value.with(index, list[0]);
    if (shown(value) !== shown(this.value)) this.dispatchEvent(new NumbersEvent(value));
    // Brought into range, the number may be the one that stood there.
    else this.requestUpdate();
  }

  /** @param {number} number */
  #within(number) {
    const { minimum, maximum } = this;
    if (maximum === undefined) return number;
    return Math.min(maximum, Math.max(minimum, Math.round(number) || minimum));
  }

  /**
   * @param {number} index
   * @param {number} step
   */
  #step(index, step) {
    const whole = this.parts.length === 0;
    const value = this.value.map((number, i) =>
      whole || i === index ? this.#within(Math.max(this.minimum, number + step)) : number,
    );
    this.dispatchEvent(new DraftEvent(this.#key(index)));
    this.dispatchEvent(new NumbersEvent(value));
  }

  static styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      /* Its label stands above it, or before it where the page around says so. */
      fieldset {
        display: var(--field, block);
        align-items: center;
        gap: 6px;
        border: 0;
        margin: 0;
        padding: 0;
        min-width: 0;
      }
      legend {
        float: var(--label, none);
        padding: 0;
        margin-bottom: var(--below-label, 4px);
        font-size: 12px;
        color: var(--quiet);
      }
      .parts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .stepper {
        display: inline-flex;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
        overflow: hidden;
      }
      .stepper:focus-within {
        border-color: var(--ink);
      }
      .invalid {
        border-color: var(--bad);
        background: var(--bad-well);
        box-shadow: 0 0 0 1px var(--bad);
      }
      .stepper button {
        border: 0;
        border-radius: 0;
        background: none;
        padding: 0 var(--step, 6px);
        min-height: 30px;
        color: var(--quiet);
      }
      .stepper button:hover:not(:disabled) {
        background: var(--well);
        color: var(--ink);
      }
      .stepper svg {
        width: 14px;
        height: 14px;
      }
      input {
        border: 0;
        border-inline: 1px solid var(--line);
        background: none;
        text-align: center;
        font-weight: 600;
        padding: 0 4px;
        width: auto;
        min-width: 36px;
        field-sizing: content;
        font-variant-numeric: tabular-nums;
      }
      input:focus {
        outline: none;
        background: color-mix(in srgb, var(--well) 60%, transparent);
      }
      legend svg.lucide {
        display: inline-block;
        width: 12px;
        height: 12px;
        margin-inline-start: 4px;
        vertical-align: -1px;
      }
      :host(:is([disabled], [locked])) {
        opacity: 0.5;
      }
      @container (max-width: 600px) {
        :host {
          display: block;
        }
        .parts {
          display: grid;
        }
        .stepper {
          display: flex;
          flex: 1;
          min-width: 0;
        }
        .stepper button {
          flex: none;
          padding: 0 5px;
        }
        input {
          flex: 1;
          min-width: 0;
          padding: 0;
          font-size: 14px;
          /* Two sizes of two digits, as 16 × 16, fit. */
          letter-spacing: -0.04em;
          word-spacing: -0.2em;
        }
      }
    `,
  ];
}
