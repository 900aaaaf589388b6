import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { controls } from '../../elements/styles.js';

/** A pixel that is pointed at (until it no longer is), or chosen. */
export class PixelEvent extends Event {
  /**
   * @param {'hover' | 'choose'} how
   * @param {import('./patch.js').Pixel} [pixel]
   */
  constructor(how, pixel) {
    super('pixel', { bubbles: true, composed: true });
    this.how = how;
    this.pixel = pixel;
  }
}

/** @type {Record<string, [down: number, right: number]>} */
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
/** Pixels that an arrow moves on with Shift. */
const stride = 16;

/**
 * A canvas on which a pixel is chosen, by pointing, tapping or with the arrows, with a line around
 * what has to do with it.
 *
 * @fires PixelEvent
 */
export class ConvImageView extends PlaygroundElement {
  static properties = {
    canvas: { attribute: false },
    operand: { reflect: true },
    label: {},
    pixel: { attribute: false },
    frame: { attribute: false },
    reachable: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {HTMLCanvasElement | undefined} */
    this.canvas = undefined;
    /** @type {'x' | 'y'} */
    this.operand = 'x';
    this.label = '';
    /** The chosen one. @type {import('./patch.js').Pixel} */
    this.pixel = { row: 0, column: 0 };
    /** @type {{ row: number, column: number, rows: number, columns: number } | undefined} */
    this.frame = undefined;
    /** Whether Tab reaches it. */
    this.reachable = false;
  }

  render() {
    const { canvas, label } = this;
    if (!canvas) return '';
    canvas.setAttribute('aria-hidden', 'true');
    return html`<div
      class="view"
      role=${this.reachable ? 'application' : 'img'}
      aria-label=${label}
      tabindex=${this.reachable ? 0 : nothing}
      @pointermove=${(/** @type {PointerEvent} */ event) => {
        if (event.pointerType !== 'touch') this.#tell('hover', this.#under(event));
      }}
      @pointerleave=${() => this.#tell('hover')}
      @click=${(/** @type {PointerEvent} */ event) => this.#tell('choose', this.#under(event))}
      @keydown=${this.#keyDown}
    >
      ${canvas}
      <div class="frame"></div>
    </div>`;
  }

  updated() {
    const { canvas } = this;
    if (!canvas) return;
    // Not as a style attribute, which a strict policy forbids.
    const frame = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.frame'));
    Object.assign(frame.style, this.#place());
    this.style.setProperty('--ratio', String(canvas.width / canvas.height));
    // So few pixels are to be told apart.
    this.toggleAttribute('coarse', Math.max(canvas.width, canvas.height) <= 160);
  }

  /** Where the frame is: never smaller than can be seen. */
  #place() {
    const { frame, canvas } = this;
    if (!frame || !canvas) return { display: 'none' };
    const share = (/** @type {number} */ length, /** @type {number} */ whole) =>
      `${(100 * length) / whole}%`;
    return {
      display: '',
      left: share(frame.column + frame.columns / 2, canvas.width),
      top: share(frame.row + frame.rows / 2, canvas.height),
      width: share(frame.columns, canvas.width),
      height: share(frame.rows, canvas.height),
    };
  }

  /** The pixel under the pointer; none where the canvas has no size or the event no place.
   * @param {PointerEvent} event */
  #under(event) {
    const canvas = /** @type {HTMLCanvasElement} */ (this.canvas);
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const row = Math.floor(((event.clientY - top) / height) * canvas.height);
    const column = Math.floor(((event.clientX - left) / width) * canvas.width);
    return Number.isNaN(row + column) ? undefined : this.#inside({ row, column });
  }

  /** @param {import('./patch.js').Pixel} pixel */
  #inside({ row, column }) {
    const { width, height } = /** @type {HTMLCanvasElement} */ (this.canvas);
    return {
      row: Math.max(0, Math.min(height - 1, row)),
      column: Math.max(0, Math.min(width - 1, column)),
    };
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const far = event.shiftKey ? stride : 1;
    const { row, column } = this.pixel;
    const next = { row: row + far * step[0], column: column + far * step[1] };
    this.#tell('choose', this.#inside(next));
  }

  /** @param {'hover' | 'choose'} how @param {import('./patch.js').Pixel} [pixel] */
  #tell(how, pixel) {
    this.dispatchEvent(new PixelEvent(how, pixel));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        --hue: var(--y);
      }
      :host([operand='x']) {
        --hue: var(--x);
      }
      .view {
        position: relative;
        overflow: hidden;
        width: min(100%, 560px * var(--ratio, 1));
        margin: 0 auto;
        border-radius: var(--radius);
        background: var(--well);
        cursor: crosshair;
      }
      .view:focus-visible {
        outline-offset: 3px;
      }
      canvas {
        display: block;
        width: 100%;
        height: auto;
      }
      :host([coarse]) canvas {
        image-rendering: pixelated;
      }
      /* Where a white picture ends. */
      .view::after {
        content: '';
        position: absolute;
        inset: 0;
        border: 1px solid var(--line);
        border-radius: inherit;
        pointer-events: none;
      }
      .frame {
        position: absolute;
        translate: -50% -50%;
        min-width: 9px;
        min-height: 9px;
        border: 2px solid var(--hue);
        border-radius: 2px;
        /* seen on every ground */
        box-shadow:
          0 0 0 1px rgb(255 255 255 / 0.9),
          inset 0 0 0 1px rgb(255 255 255 / 0.9);
        pointer-events: none;
      }
    `,
  ];
}
