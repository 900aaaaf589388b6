import { css, html, nothing } from 'lit';
import { differs } from './differs.js';
import { PlaygroundElement } from './element.js';
import { icons } from './icons.js';
import { controls } from './styles.js';

/** @typedef {{ name: string, label: string }} Item */

/** The item that was chosen. */
export class ChooseEvent extends Event {
  /** @param {string} name */
  constructor(name) {
    super('choose');
    this.name = name;
  }
}

/**
 * A button with a list of actions: arrows, Home, End and letters move in it, Escape closes it.
 * The button's face is the element's content; the slot `more` comes after the arrow.
 *
 * @fires ChooseEvent
 */
export class ConvMenu extends PlaygroundElement {
  static properties = {
    label: {},
    items: { attribute: false, hasChanged: differs },
    current: {},
    plain: { type: Boolean },
    open: { state: true },
  };

  constructor() {
    super();
    /** What the button does, for those who do not see its face. */
    this.label = '';
    /** @type {Item[]} */
    this.items = [];
    /** The name of the item that is in force, where there is one. */
    this.current = '';
    this.plain = false;
    this.open = false;
  }

  updated() {
    // A menu that opens near the right edge goes back into the window.
    const list = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[role=menu]'));
    if (list) {
      list.style.translate = '';
      const over =
        list.getBoundingClientRect().right + 8 - this.ownerDocument.documentElement.clientWidth;
      if (over > 0) list.style.translate = `${-over}px`;
    }
  }

  render() {
    return html`
      <button
        class=${this.plain ? 'plain' : ''}
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label}
        title=${this.label}
        @click=${() => this.#toggle(!this.open)}
        @keydown=${this.#buttonKey}
      >
        <slot></slot>${this.plain ? '' : icons.chevronDown}<slot name="more"></slot>
      </button>
      ${this.open ? this.#list() : ''}
    `;
  }

  #list() {
    return html`<div
      role="menu"
      aria-label=${this.label}
      @keydown=${this.#listKey}
      @focusout=${this.#focusOut}
    >
      ${this.items.map(
        ({ name, label }) =>
          html`<button
            role="menuitem"
            tabindex="-1"
            aria-current=${name === this.current || nothing}
            @click=${() => this.#choose(name)}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }

  /** @param {boolean} open */
  async #toggle(open) {
    this.open = open;
    await this.updateComplete;
    if (!open) return;
    const entries = this.#entries();
    (entries.find((entry) => entry.ariaCurrent) ?? entries[0])?.focus();
  }

  /** @returns {HTMLElement[]} */
  #entries() {
    return [
      .../** @type {NodeListOf<HTMLElement>} */ (
        this.renderRoot.querySelectorAll('[role="menuitem"]')
      ),
    ];
  }

  /** @param {string} name */
  #choose(name) {
    this.#close();
    this.dispatchEvent(new ChooseEvent(name));
  }

  #close() {
    this.open = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('button'))?.focus();
  }

  /** @param {KeyboardEvent} event */
  #buttonKey(event) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#toggle(true);
  }

  /** @param {KeyboardEvent} event */
  #listKey(event) {
    const entries = this.#entries();
    const current = entries.indexOf(/** @type {HTMLElement} */ (event.target));
    const wrapped = (/** @type {number} */ i) => (i + entries.length) % entries.length;
    const letter = event.key.length === 1 ? event.key.toLowerCase() : undefined;
    const targets = /** @type {Record<string, number>} */ ({
      ArrowDown: wrapped(current + 1),
      ArrowUp: wrapped(current - 1),
      Home: 0,
      End: entries.length - 1,
    });
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    } else if (event.key in targets) {
      event.preventDefault();
      entries[targets[event.key]].focus();
    } else if (letter) {
      const following = [...entries.slice(current + 1), ...entries.slice(0, current + 1)];
      const match = following.find((entry) =>
        entry.textContent?.trim().toLowerCase().startsWith(letter),
      );
      match?.focus();
    }
  }

  /** @param {FocusEvent} event */
  #focusOut(event) {
    if (!this.renderRoot.contains(/** @type {Node | null} */ (event.relatedTarget))) {
      this.open = false;
    }
  }

  static styles = [
    controls,
    css`
      :host {
        display: inline-block;
        position: relative;
      }
      [role='menu'] {
        position: absolute;
        z-index: 20;
        top: calc(100% + 4px);
        left: 0;
        width: max-content;
        min-width: 100%;
        max-width: calc(100vw - 16px);
        max-height: 75vh;
        overflow-y: auto;
        padding: 4px;
        border: 1px solid var(--line);
        border-radius: calc(var(--radius) + 2px);
        background: var(--card);
        box-shadow: 0 8px 24px rgb(0 0 0 / 0.16);
      }
      [role='menuitem'] {
        display: flex;
        width: 100%;
        justify-content: flex-start;
        text-align: start;
        white-space: normal;
        border-color: transparent;
        background: none;
      }
      [role='menuitem']:is(:hover, :focus-visible) {
        background: var(--well);
      }
      [aria-current] {
        font-weight: 600;
      }
      button > svg:last-of-type {
        width: 14px;
        height: 14px;
      }
    `,
  ];
}
