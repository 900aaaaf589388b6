import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { WidthController } from '../elements/width.js';
import { controls, symbols } from '../elements/styles.js';
import { measuresIn, symbolWidth } from '../model/layout.js';
import { channels } from '../state/state.js';

/**
 * @typedef {import('../elements/light.js').Light} Light
 * @typedef {import('../model/layout.js').Place} Place
 * @typedef {import('./panel-element.js').PanelElement} PanelElement
 *
 * @typedef {object} Figure a tensor with what stands before and below it
 * @property {'x' | 'k' | 'b' | 'y'} operand
 * @property {string} [called] where that is not the operand
 * @property {{ shape: readonly number[], data: ArrayLike<number> } | undefined} tensor
 * @property {import('../model/layout.js').Planes} planes
 * @property {boolean} [editable]
 * @property {(light: Light) => import('../elements/light.js').Lit} [lit] see ConvGrid
 * @property {(offset: number) => number | undefined} [stands] see ConvGrid
 * @property {unknown} [symbol] what stands before it
 * @property {unknown[]} [note] the lines below it
 * @property {unknown} [instead] what stands in the place of a tensor that is not there
 * @property {boolean} [pending] whether the tensor is still to come
 *
 * @typedef {'row' | 'stacked' | `across-${number}`} Arrangement
 * @typedef {(room: number, figures: readonly Figure[]) => { arrangement: Arrangement, places: Place[] }} Layout
 */

const itself = (/** @type {number} */ offset) => offset;

/** Tensors beside each other, with symbols between them or notes below them. */
export class ConvFigures extends PlaygroundElement {
  static properties = {
    figures: { attribute: false },
    layout: { attribute: false },
    given: { attribute: false },
    light: { attribute: false },
    drafts: { attribute: false },
  };

  #place = new WidthController(this);
  #narrow = false;

  constructor() {
    super();
    /** @type {readonly Figure[]} */
    this.figures = [];
    /** How the figures stand in a room.
     * @type {Layout} */
    this.layout = () => ({ arrangement: 'row', places: [] });
    /** What the panel is given.
     * @type {Pick<PanelElement, 'state' | 'channel' | 't'>} */
    this.given = /** @type {any} */ (undefined);
    /** What is explained, for figures that follow it.
     * @type {Light | undefined} */
    this.light = undefined;
    /** @type {ReadonlyMap<string, import('../model/drafts.js').Draft>} */
    this.drafts = new Map();
  }

  render() {
    const { width } = this.#place;
    if (width === 0) return '';
    const { arrangement, places } = this.layout(width, this.figures);
    const noted = this.figures.some(({ note }) => note);
    // Titles take as much room as places.js counts with.
    this.#narrow = measuresIn(width).symbol < symbolWidth;
    return html`<div class="${arrangement} ${noted ? 'noted' : ''} ${this.#narrow ? 'narrow' : ''}">
      ${this.figures.map((figure, i) => [
        figure.symbol ? html`<span class="symbol" aria-hidden="true">${figure.symbol}</span>` : '',
        this.#figure(figure, places[i]),
      ])}
    </div>`;
  }

  /**
   * @param {Figure} figure
   * @param {Place} place
   */
  #figure(figure, place) {
    const { note, instead, pending = false } = figure;
    const drawn = instead ?? this.#tensor(figure, place);
    if (!note) return drawn;
    return html`<figure aria-busy=${pending}>
      ${drawn}
      <figcaption>${note.map((line) => html`<span>${line}</span>`)}</figcaption>
    </figure>`;
  }

  /**
   * @param {Figure} figure
   * @param {Place} place
   */
  #tensor({ operand, called = '', tensor, planes, editable = false, lit, stands = itself }, place) {
    const { state, channel, t } = this.given;
    return html`<conv-tensor
      .operand=${operand}
      .called=${called}
      .tensor=${tensor}
      .planes=${planes}
      .channel=${channel}
      .counts=${channels(state)}
      .place=${place}
      ?editable=${editable}
      ?narrow=${this.#narrow}
      .light=${this.light}
      .lit=${lit}
      .stands=${stands}
      .drafts=${this.drafts}
      .t=${t}
    ></conv-tensor>`;
  }

  static styles = [
    controls,
    symbols,
    css`
      :host {
        display: block;
        min-width: 0;
        --symbol: 40px;
      }
      .row {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 0 12px;
      }
      /* Figures that are compared begin at the same height. */
      .row.noted {
        flex-wrap: wrap;
        align-items: start;
        gap: 20px 56px;
      }
      .narrow {
        --symbol: 20px;
      }
      .row.narrow:not(.noted) {
        gap: 0;
      }
      .stacked {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 12px;
      }
      .stacked.noted {
        gap: 20px;
      }
      [class^='across'] {
        display: grid;
        gap: 28px 24px;
        align-items: start;
        justify-items: center;
      }
      .across-4 {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
      .across-2 {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      figure {
        display: grid;
        justify-items: center;
        gap: 10px;
        margin: 0;
        max-width: 100%;
        min-width: 0;
      }
      figcaption {
        display: grid;
        gap: 4px;
        max-width: 34ch;
        font-size: 13px;
        color: var(--quiet);
        text-align: center;
      }
      code {
        font:
          12px/1.4 ui-monospace,
          monospace;
        overflow-wrap: anywhere;
      }
      .pending {
        display: grid;
        place-content: center;
        width: 160px;
        height: 160px;
        border: 1px dashed var(--quiet);
        border-radius: var(--radius);
        color: var(--quiet);
      }
    `,
  ];
}
