import { css, html } from 'lit';
import { defined } from '../../elements/defined.js';
import { PlaygroundElement } from '../../elements/element.js';
import { ChannelEvent } from '../../elements/events.js';
import { contributions } from '../../model/contributions.js';
import { cellName } from '../../model/names.js';
import { peakOf } from '../../model/peak.js';
import { cellAt } from '../../state/tensor.js';
import { cell, mostDrawn } from './measures.js';
import { windowAround } from './parts.js';
import { figures } from './styles.js';

/**
 * @typedef {import('../../elements/light.js').Light} Light
 * @typedef {import('./part.js').LayerView} LayerView
 * @typedef {import('../../model/contributions.js').Contribution} Contribution
 */

/** An output channel as the sum of what each input channel adds to it. A cell of a plane stands for the cell
 * of Y that it goes into; the name of a plane picks its channel. */
export class ConvChannelSum extends PlaygroundElement {
  static properties = {
    layer: { attribute: false },
    present: { type: Number },
  };

  constructor() {
    super();
    /** The properties of the panel.
     * @type {LayerView} */
    this.layer = /** @type {any} */ (undefined);
    /** The cell of Y around which large planes are drawn. */
    this.present = 0;
  }

  /** @type {{ outcome: LayerView['outcome'], output: number, parts: Contribution[] | undefined } | undefined} */
  #kept;

  /** The contributions, computed once for an outcome and a channel. */
  get #parts() {
    const { engine, state, outcome, channel } = this.layer;
    const output = Math.min(channel.output, outcome.y.shape[1] - 1);
    if (this.#kept?.outcome !== outcome || this.#kept.output !== output) {
      this.#kept = { outcome, output, parts: contributions(engine, state, outcome, output) };
    }
    return { output, parts: this.#kept.parts };
  }

  render() {
    const { state, outcome, t } = this.layer;
    const { output, parts } = this.#parts;
    if (!parts || parts.length < 2) return '';
    const peak = Math.max(...parts.map(({ y }) => peakOf(y.data)));
    const bias = state.bias?.[output];
    return html`<h3>${t('steps.channel-sum', { output })}</h3>
      <div class="row" tabindex="0" role="group" aria-label=${t('steps.channel-sum', { output })}>
        ${parts.map((part, i) => [
          i > 0 ? html`<span class="symbol">+</span>` : '',
          this.#part(part, output, peak),
        ])}
        ${bias === undefined ? '' : html`<span class="symbol">+ ${bias}</span>`}
        <span class="symbol">=</span>${this.#sum(output, outcome.y)}
      </div>`;
  }

  /**
   * @param {Contribution} part
   * @param {number} output
   * @param {number} peak
   */
  #part({ input, plane, y }, output, peak) {
    const { outcome, state, channel, t } = this.layer;
    const picked = channel.input === input;
    const [, second] = outcome.k.shape;
    const k = `K[${Math.floor(plane / second)},${plane % second}]`;
    const sign = state.op === 'conv' ? '⊛' : '⊛ᵀ';
    const from = t('steps.channel-part', { input });
    return html`<figure>
      ${this.#grid(y, 0, output, peak, (offset) => `${cellName('y', outcome.y.shape, offset)} ${from}`)}
      <figcaption>
        <button
          class="plain"
          aria-pressed=${picked}
          title=${t('steps.channel-pick', { input })}
          @click=${() => this.dispatchEvent(new ChannelEvent('input', input))}
        >
          <span class="x">X[${input}]</span> ${sign} <span class="k">${k}</span>
        </button>
      </figcaption>
    </figure>`;
  }

  /** @param {number} output @param {{ shape: number[], data: ArrayLike<number> }} y */
  #sum(output, y) {
    const name = (/** @type {number} */ offset) => cellName('y', y.shape, offset);
    return html`<figure>
      ${this.#grid(y, output, output, peakOf(y.data), name)}
      <figcaption class="total">Y[${output}]</figcaption>
    </figure>`;
  }

  /**
   * A plane of Y's size, whose cells stand for those of a channel of Y.
   * @param {{ shape: readonly number[], data: ArrayLike<number> }} tensor
   * @param {number} plane of the tensor
   * @param {number} output the channel of Y
   * @param {number} peak
   * @param {(offset: number) => string} name of a cell of Y
   */
  #grid(tensor, plane, output, peak, name) {
    const { outcome, light } = this.layer;
    const [, , rows, columns] = tensor.shape;
    const away = (output - plane) * rows * columns;
    const [, , row, column] = cellAt(outcome.y.shape, this.present);
    const box = { top: row, bottom: row, left: column, right: column };
    const drawn = (/** @type {number} */ offset) => offset - away;
    const cells = rows * columns;
    const within = (/** @type {number} */ at) => at >= plane * cells && at < (plane + 1) * cells;
    return html`<conv-grid
      operand="y"
      .tensor=${tensor}
      .plane=${plane}
      .window=${windowAround([rows, columns], mostDrawn, box)}
      .size=${cell.least + 2}
      .label=${name(away + plane * cells)}
      .name=${(/** @type {number} */ at) => name(at + away)}
      .peak=${peak}
      .light=${light}
      .lit=${(/** @type {Light} */ from) => {
        const { linked, selected } = from.of('y');
        const at = selected === undefined ? undefined : drawn(selected);
        return {
          linked: [...linked].map(drawn).filter(within),
          selected: at !== undefined && within(at) ? at : undefined,
        };
      }}
      .stands=${(/** @type {number} */ at) => at + away}
    ></conv-grid>`;
  }

  static styles = [
    figures,
    css`
      .row {
        flex-wrap: nowrap;
        justify-content: safe center;
        overflow-x: auto;
        padding: 6px;
      }
      .symbol {
        flex: none;
        min-width: 28px;
        padding: 0 4px;
      }
      button {
        padding: 2px 6px;
        border: 1px solid transparent;
        border-radius: var(--radius);
        background: none;
        color: inherit;
        font: inherit;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover {
        border-color: var(--line);
      }
      button[aria-pressed='true'] {
        border-color: var(--quiet);
        font-weight: 600;
      }
      .total {
        color: var(--y);
        font-weight: 600;
      }
    `,
  ];
}

export const defineChannelSum = () => defined({ 'conv-channel-sum': ConvChannelSum });
