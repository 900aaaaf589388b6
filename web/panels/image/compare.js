import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { controls } from '../../elements/styles.js';
import { formatNumber } from '../../state/number.js';
import { peakOf } from '../../model/peak.js';
import { computed } from './develop.js';
import { layerOf } from './layer.js';
import { around } from './patch.js';
import { bytesOf } from './picture.js';
import { blank, contextOf } from './sources.js';

/** Pixels of the picture on a side that are shown enlarged, and pixels of the result as cells. */
const detail = 20;
const cells = 6;

/** A way to enlarge that was chosen. */
export class UpsamplerEvent extends Event {
  /** @param {import('./upsamplers.js').Name} name */
  constructor(name) {
    super('upsampler');
    this.name = name;
  }
}

/**
 * @typedef {object} Way
 * @property {import('./upsamplers.js').Name} name
 * @property {import('./layer.js').Recipe} recipe
 *
 * @typedef {Way & { layer: import('./layer.js').Layer, spread: Spread }} Planned
 * @typedef {import('../../engine/engine.d.ts').Overlap['spreads'][number]} Spread
 */

/**
 * The same part of the picture enlarged in each way, as large as the others, with the numbers around
 * the chosen pixel.
 *
 * @fires UpsamplerEvent
 */
export class ConvImageCompare extends PlaygroundElement {
  static properties = {
    engine: { attribute: false },
    picture: { attribute: false },
    ways: { attribute: false },
    chosen: {},
    pixel: { attribute: false },
    channel: { type: Number },
    t: { attribute: false },
  };

  /** @type {Map<string, HTMLCanvasElement>} */
  #canvases = new Map();
  /** @type {Planned[]} */
  #planned = [];

  constructor() {
    super();
    /** @type {import('../../engine/engine.d.ts').Engine} */
    this.engine = /** @type {any} */ (undefined);
    /** @type {import('./picture.js').Picture} */
    this.picture = /** @type {any} */ (undefined);
    /** @type {Way[]} */
    this.ways = [];
    /** @type {import('./upsamplers.js').Name} */
    this.chosen = 'bilinear';
    /** @type {import('./patch.js').Pixel} */
    this.pixel = { row: 0, column: 0 };
    this.channel = 0;
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
    // The numbers here belong to no cell of the page.
    this.addEventListener('playground-select', (event) => event.stopPropagation());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('ways') || changed.has('picture')) {
      this.#planned = this.ways.flatMap((way) => this.#plan(way));
    }
  }

  /** @param {Way} way @returns {Planned[]} none where there is no layer */
  #plan({ name, recipe }) {
    const { engine, picture } = this;
    const { layer } = layerOf(engine, picture, recipe);
    if (!layer) return [];
    const { weights, ...settings } = recipe;
    // The phases are those of any size.
    const overlap = engine.overlap('conv_transpose2d', [1, 1, 8, 8], weights, settings);
    return [{ name, recipe, layer, spread: overlap.spreads[0] }];
  }

  render() {
    return html`<div class="ways">${this.#planned.map((way) => this.#way(way))}</div>`;
  }

  /** @param {Planned} way */
  #way({ name, recipe, layer, spread }) {
    const { engine, picture, pixel, t } = this;
    const [, , height, width] = layer.y;
    const [factor] = recipe.stride;
    const rows = around(pixel.row, detail * factor, height);
    const columns = around(pixel.column, detail * factor, width);
    const tensor = computed(engine, picture, layer, rows, columns);
    const canvas = this.#canvas(name, tensor);
    const near = {
      rows: around(pixel.row, cells, height),
      columns: around(pixel.column, cells, width),
    };
    const window = {
      row: near.rows.from - rows.from,
      column: near.columns.from - columns.from,
      rows: near.rows.to - near.rows.from,
      columns: near.columns.to - near.columns.from,
    };
    const plane = Math.min(this.channel, tensor.shape[1] - 1);
    const [, , down, across] = tensor.shape;
    const at = (pixel.row - rows.from) * across + pixel.column - columns.from;
    const title = t(`image.upsampler.${name}`);
    return html`<figure>
      <button
        class="title"
        aria-pressed=${name === this.chosen}
        @click=${() => this.dispatchEvent(new UpsamplerEvent(name))}
      >
        ${title}
      </button>
      <div class="detail">${canvas}</div>
      <conv-grid
        operand="y"
        .tensor=${tensor}
        .plane=${plane}
        .window=${window}
        .size=${30}
        .label=${t('image.numbers', { name: title })}
        .name=${(/** @type {number} */ offset) => {
          const [row, column] = [Math.floor(offset / across) % down, offset % across];
          return `Y[${rows.from + row},${columns.from + column}]`;
        }}
        .peak=${Math.max(255, peakOf(tensor.data))}
        .selected=${plane * down * across + at}
      ></conv-grid>
      <figcaption>${this.#caption({ layer, recipe, spread })}</figcaption>
    </figure>`;
  }

  /** @param {Pick<Planned, 'layer' | 'recipe' | 'spread'>} way */
  #caption({ layer, recipe, spread: { least, most, even } }) {
    const { t } = this;
    const number = (/** @type {number} */ value) => formatNumber(Number(value.toFixed(2)));
    const side = layer.height.taps;
    return html`<code>${side} × ${side}, stride=${recipe.stride[0]}</code>
      <span class=${even ? '' : 'uneven'}
        >${t(even ? 'image.even' : 'image.uneven', { least: number(least), most: number(most) })}</span
      >`;
  }

  /**
   * @param {string} name
   * @param {{ shape: number[], data: Float32Array }} tensor
   */
  #canvas(name, tensor) {
    const [, , height, width] = tensor.shape;
    const canvas = this.#canvases.get(name) ?? blank(width, height);
    this.#canvases.set(name, canvas);
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, { width, height });
    canvas.setAttribute('aria-hidden', 'true');
    contextOf(canvas).putImageData(new ImageData(bytesOf(tensor, 'clamp'), width, height), 0, 0);
    return canvas;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(210px, 1fr));
        gap: 24px 20px;
      }
      figure {
        display: grid;
        justify-items: center;
        align-content: start;
        gap: 10px;
        margin: 0;
        min-width: 0;
      }
      .title[aria-pressed='true'] {
        border-color: var(--strong);
        background: var(--strong);
        color: var(--on-strong);
        font-weight: 600;
      }
      .detail {
        width: 100%;
        max-width: 250px;
      }
      canvas {
        display: block;
        width: 100%;
        height: auto;
        border-radius: var(--radius);
        image-rendering: pixelated;
      }
      figcaption {
        display: grid;
        gap: 2px;
        font-size: 13px;
        color: var(--quiet);
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      code {
        font:
          12px/1.5 ui-monospace,
          monospace;
      }
      .uneven {
        color: var(--bad);
      }
    `,
  ];
}
