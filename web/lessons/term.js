import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';

/** How far the definition stays from its term and from the edges of the window. */
const gap = 6;

/**
 * A term in a text, as it reads there, which opens its definition.
 */
export class ConvTerm extends PlaygroundElement {
  static properties = { name: {}, meaning: {} };

  constructor() {
    super();
    this.name = '';
    this.meaning = '';
  }

  render() {
    return html`<button popovertarget="meaning"><slot></slot></button
      ><span popover id="meaning" role="note" @toggle=${this.#place}
        ><strong>${this.name}</strong> ${this.meaning}</span
      >`;
  }

  /** Puts the definition below its term, or above where there is no room. */
  #place() {
    const term = /** @type {HTMLElement} */ (this.renderRoot.querySelector('button'));
    const meaning = /** @type {HTMLElement} */ (this.renderRoot.querySelector('#meaning'));
    const { left, top, bottom } = term.getBoundingClientRect();
    const { width, height } = meaning.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.ownerDocument.documentElement;
    const below = bottom + gap + height <= clientHeight || top < height + gap;
    const x = Math.max(gap, Math.min(left, clientWidth - width - gap));
    const y = below ? bottom + gap : top - gap - height;
    meaning.style.setProperty('left', `${x + scrollX}px`);
    meaning.style.setProperty('top', `${y + scrollY}px`);
  }

  static styles = css`
    button {
      display: inline;
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
      white-space: normal;
      text-decoration: underline dotted;
      text-decoration-color: var(--quiet);
      text-underline-offset: 3px;
    }
    button:hover {
      text-decoration-style: solid;
    }
    :focus-visible {
      outline: 2px solid var(--ink);
      outline-offset: 2px;
      border-radius: 2px;
    }
    /* Absolute, so that it stays with its term when the page scrolls. */
    [popover] {
      position: absolute;
      inset: auto;
      box-sizing: border-box;
      white-space: normal;
      width: max-content;
      max-width: min(320px, calc(100vw - 24px));
      margin: 0;
      padding: 10px 14px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--card);
      color: var(--ink);
      font: 14px/1.5 var(--font);
      box-shadow: 0 8px 24px rgb(0 0 0 / 0.16);
    }
    strong {
      display: block;
    }
  `;
}
