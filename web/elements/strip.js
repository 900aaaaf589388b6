import { css, html, svg } from 'lit';
import { defined } from './defined.js';
import { PlaygroundElement } from './element.js';
import { ChannelEvent } from './events.js';
import { controls } from './styles.js';

/** The most rows and columns that are drawn of a plane. */
const mostCells = 16;
/** The side of a plane, unless `--plane` is another, and what a plane has around it, in pixels. */
const side = 26;
const around = 10;
/** How many shades a sign has: a path for each. */
const shades = 4;

/**
 * The channels of a tensor as small planes to choose from: as many as fit, the rest by scrolling. One of
 * them is reached by Tab, the others from there by arrows, Home and End.
 *
 * @fires ChannelEvent
 */
export class ConvStrip extends PlaygroundElement {
  static properties = {
    tensor: { attribute: false },
    strip: { attribute: false },
    last: { type: Number },
    peak: { type: Number },
    t: { attribute: false },
  };

  /** The channel that a key leads to, until it is shown and has the focus. @type {number | undefined} */
  #sought;

  constructor() {
    super();
    /** @type {{ shape: readonly number[], data: ArrayLike<number> }} */
    this.tensor = { shape: [1, 1, 1, 1], data: [0] };
    /** @type {import('../model/layout.js').Strip} */
    this.strip = { side: 'input', first: 0, planes: [0], chosen: 0 };
    /** The last channel that there is. */
    this.last = 0;
    /** The magnitude that is drawn at full strength. */
    this.peak = 1;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  get #chosen() {
    return this.strip.first + this.strip.chosen;
  }

  render() {
    const { t, strip } = this;
    const side = t(`channel.${strip.side}`);
    return html`<div role="radiogroup" aria-label=${side} @keydown=${this.#keyDown}>
      ${strip.planes.map((plane, i) => {
        const channel = strip.first + i;
        const name = t('channel.name', { side, channel });
        const isChosen = i === strip.chosen;
        return html`<button
          role="radio"
          aria-checked=${isChosen}
          aria-label=${name}
          title=${name}
          tabindex=${isChosen ? 0 : -1}
          data-channel=${channel}
          @click=${() => this.#choose(channel)}
        >
          ${this.#picture(plane)}
        </button>`;
      })}
    </div>`;
  }

  /** The chosen one is in sight, without the page being scrolled. */
  updated() {
    const strip = /** @type {HTMLElement} */ (this.renderRoot.firstElementChild);
    const chosen = /** @type {HTMLElement | null} */ (this.#button(this.#chosen));
    if (!chosen) return;
    const [start, end] = [chosen.offsetLeft, chosen.offsetLeft + chosen.offsetWidth];
    if (start < strip.scrollLeft) strip.scrollLeft = start - around;
    if (end > strip.scrollLeft + strip.clientWidth) {
      strip.scrollLeft = end - strip.clientWidth + around;
    }
    if (this.#sought !== this.#chosen) return;
    this.#sought = undefined;
    chosen.focus();
  }

  /** @param {number} channel */
  #button(channel) {
    return this.renderRoot.querySelector(`[data-channel="${channel}"]`);
  }

  /** @param {number} channel */
  #choose(channel) {
    if (channel !== this.#chosen) {
      this.dispatchEvent(new ChannelEvent(this.strip.side, channel));
    }
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const at = this.#sought ?? this.#chosen;
    /** @type {Record<string, number>} */
    const to = {
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      Home: 0,
      End: this.last,
    };
    const next = to[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const channel = Math.max(0, Math.min(this.last, next));
    if (channel !== at) this.#sought = channel;
    this.#choose(channel);
  }

  /** A plane in shades; of a large one, some of its rows and columns. @param {number} plane */
  #picture(plane) {
    const [, , rows, columns] = this.tensor.shape;
    const [down, across] = [rows, columns].map((cells) => Math.ceil(cells / mostCells));
    const [high, wide] = [Math.ceil(rows / down), Math.ceil(columns / across)];
    const paths = Array(2 * shades).fill('');
    for (let row = 0; row < high; row++) {
      for (let column = 0; column < wide; column++) {
        const at = (plane * rows + row * down) * columns + column * across;
        const value = this.tensor.data[at] / this.peak;
        const shade = Math.ceil(Math.min(1, Math.abs(value)) * shades);
        if (shade > 0) {
          paths[(value < 0 ? shades : 0) + shade - 1] += `M${column} ${row}h1v1h-1z`;
        }
      }
    }
    return html`<svg viewBox="0 0 ${wide} ${high}" aria-hidden="true">
      ${paths.map(
        (path, i) =>
          svg`<path d=${path} class=${i < shades ? 'plus' : 'minus'} opacity=${((i % shades) + 1) / shades}></path>`,
      )}
    </svg>`;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }
      /* As many planes as are whole; the buttons beside them lead on. */
      [role='radiogroup'] {
        position: relative;
        display: flex;
        gap: 4px;
        padding: 3px;
        margin: 0 auto;
        width: fit-content;
        max-width: calc(round(down, 100% - 2px, var(--plane, ${side}px) + ${around}px) + 2px);
        overflow-x: auto;
        scroll-snap-type: x mandatory;
        scroll-padding: 3px;
        scrollbar-width: none;
      }
      button {
        flex: none;
        scroll-snap-align: start;
        display: block;
        min-height: 0;
        padding: 2px;
        border-radius: 5px;
        background: var(--cell);
      }
      button[aria-checked='true'] {
        outline: 2px solid var(--hue);
        outline-offset: 0;
      }
      button[aria-checked='true']:focus-visible {
        outline-color: var(--ink);
      }
      svg {
        display: block;
        width: var(--plane, ${side}px);
        height: var(--plane, ${side}px);
        shape-rendering: crispEdges;
      }
      .plus {
        fill: var(--hue);
      }
      .minus {
        fill: var(--minus);
      }
    `,
  ];
}

export const defineStrip = () => defined({ 'conv-strip': ConvStrip });
