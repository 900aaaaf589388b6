import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { sizeObserver } from '../elements/width.js';

/** How high a playground became at the width of a preview. */
export class MeasuredEvent extends Event {
  /** @param {number} height in pixels */
  constructor(height) {
    super('measured');
    this.height = height;
  }
}

/** How wide a preview is: a column of text, as documentation and blogs have it. In pixels. */
export const previewWidth = 688;

/** What the playground of a preview tells, and what is typed there, is nothing that happens to the page. */
const itsOwn = ['conv-change', 'conv-ready', 'keydown', 'paste', 'dragover', 'drop'];

/**
 * A playground as others will see it, as wide as a column of text and drawn as small as there is room.
 *
 * @fires MeasuredEvent
 */
export class ConvSharePreview extends PlaygroundElement {
  static properties = {
    link: {},
    label: {},
    height: { state: true },
    width: { state: true },
  };

  #outer = sizeObserver(({ contentRect }) => (this.width = contentRect.width));
  #inner = sizeObserver(({ target }) => this.#measured(/** @type {HTMLElement} */ (target)));

  constructor() {
    super();
    this.link = '';
    this.label = '';
    this.height = 0;
    this.width = 0;
    for (const type of itsOwn) this.addEventListener(type, (event) => event.stopPropagation());
  }

  firstUpdated() {
    this.#outer.observe(this);
    this.#inner.observe(/** @type {Element} */ (this.renderRoot.querySelector('conv-playground')));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#outer.disconnect();
    this.#inner.disconnect();
  }

  /** @param {HTMLElement} playground */
  #measured({ offsetHeight }) {
    // Until there are words and an engine it is hardly anything.
    if (offsetHeight === this.height || offsetHeight < 120) return;
    this.height = offsetHeight;
    this.dispatchEvent(new MeasuredEvent(offsetHeight));
  }

  render() {
    const scale = Math.min(1, (this.width || previewWidth) / previewWidth);
    return html`<section aria-label=${this.label} style="height: ${this.height * scale}px">
      <div style="width: ${previewWidth}px; transform: scale(${scale})">
        <conv-playground .state=${this.link} loading="eager"></conv-playground>
      </div>
    </section>`;
  }

  static styles = css`
    :host {
      display: block;
      min-width: 0;
    }
    section {
      overflow: clip;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--page);
      min-height: 160px;
    }
    div {
      transform-origin: 0 0;
    }
  `;
}
