import { LitElement, css, html } from 'lit';
import {
  channelPlanes,
  kernelPlanes,
  nothingWidth,
  stagePlaces,
  symbolWidth,
} from '../model/layout.js';
import { unusedCells } from '../model/unused.js';
import { channels, defaults } from '../state/state.js';
import { isLiteral } from '../state/tensor.js';
import { controls } from './styles.js';
import { WidthController } from './width.js';

/**
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../model/explain.js').Cell} Cell
 *
 * @typedef {object} Shown one tensor of the stage
 * @property {'x' | 'k' | 'b' | 'y'} operand
 * @property {{ shape: readonly number[], data: ArrayLike<number> }} tensor
 * @property {import('../model/layout.js').Planes} planes
 */

const unmarked = () => '';

/** X, K, the bias and Y, with the operation between them. */
export class ConvStage extends LitElement {
  static properties = {
    state: { attribute: false },
    outcome: { attribute: false },
    engine: { attribute: false },
    light: { attribute: false },
    channel: { attribute: false },
    pinned: { attribute: false },
    drafts: { attribute: false },
    lock: { attribute: false },
    t: { attribute: false },
  };

  #place = new WidthController(this);

  constructor() {
    super();
    this.state = defaults;
    /** @type {Outcome | undefined} */
    this.outcome = undefined;
    /** @type {import('../engine/engine.d.ts').Engine | undefined} */
    this.engine = undefined;
    /** What is explained.
     * @type {import('./light.js').Light | undefined} */
    this.light = undefined;
    /** The channels to show where not all fit. */
    this.channel = { input: 0, output: 0 };
    /** @type {Cell | undefined} */
    this.pinned = undefined;
    /** @type {ReadonlyMap<string, import('../model/drafts.js').Draft>} */
    this.drafts = new Map();
    /** @type {readonly string[]} */
    this.lock = [];
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    const { outcome } = this;
    if (!outcome?.x || !outcome.k || this.#place.width === 0)
      return html`<div class="stage"></div>`;
    const shown = this.#shown(outcome);
    const { stacked, places } = stagePlaces(
      this.#place.width,
      shown.map(({ tensor, planes }) => ({ columns: tensor.shape[3], planes })),
      { without: !outcome.y },
    );
    return html`<div class="stage ${stacked ? 'stacked' : ''}">
        ${shown.map(({ operand, tensor, planes }, i) => [
          i === 0 ? '' : this.#symbol(operand),
          this.#tensor({ operand, tensor, planes }, places[i]),
        ])}
        ${outcome.y ? '' : html`${this.#symbol('y')}${this.#nothing()}`}
      </div>
      ${this.#unused(outcome)}`;
  }

  /**
   * @param {Outcome} outcome
   * @returns {Shown[]}
   */
  #shown({ x, k, y }) {
    const { op, bias } = this.state;
    const { input, output } = this.channel;
    /** @type {(Shown | undefined)[]} */
    const all = [
      x && { operand: 'x', tensor: x, planes: channelPlanes(x.shape, 'input', input) },
      k && { operand: 'k', tensor: k, planes: kernelPlanes(k.shape, op, this.channel) },
      bias && {
        operand: 'b',
        tensor: { shape: [1, 1, bias.length, 1], data: bias },
        planes: { rows: [[0]], pickers: [] },
      },
      y && { operand: 'y', tensor: y, planes: channelPlanes(y.shape, 'output', output) },
    ];
    return all.filter((tensor) => tensor !== undefined);
  }

  /**
   * @param {Shown} shown
   * @param {import('../model/layout.js').Place} place
   */
  #tensor({ operand, tensor, planes }, place) {
    const { pinned } = this;
    const source = operand === 'x' || operand === 'k' ? this.state[operand] : undefined;
    return html`<conv-tensor
      .operand=${operand}
      .tensor=${tensor}
      .source=${source}
      .planes=${planes}
      .channel=${this.channel}
      .counts=${channels(this.state)}
      .place=${place}
      ?editable=${this.#editable(operand)}
      .mark=${operand === 'x' ? this.#markUnused() : unmarked}
      .light=${this.light}
      .pinned=${pinned?.operand === operand ? pinned.offset : undefined}
      .drafts=${this.drafts}
      ?invalid=${this.outcome?.fault?.field === operand}
      .t=${this.t}
    ></conv-tensor>`;
  }

  /** Marks the cells of X that no multiplication uses. */
  #markUnused() {
    const { steps, x } = this.outcome ?? {};
    if (!steps || !x || steps.unusedRows.length + steps.unusedColumns.length === 0) return unmarked;
    const unused = unusedCells(steps, x.shape);
    return (/** @type {number} */ offset) => (unused(offset) ? 'unused' : '');
  }

  /** Whether the cells of a tensor can be typed into. @param {Shown['operand']} operand */
  #editable(operand) {
    if (operand === 'y') return false;
    if (operand === 'b') return !this.lock.includes('bias');
    const tensor = this.state[operand];
    const small = isLiteral(tensor) || !this.engine?.editingFault(operand, tensor.shape);
    return small && !this.lock.includes(operand);
  }

  /** What stands before a tensor. @param {Shown['operand']} operand */
  #symbol(operand) {
    if (operand === 'y') return html`<span class="symbol" aria-hidden="true">=</span>`;
    if (operand === 'b') return html`<span class="symbol" aria-hidden="true">+</span>`;
    return html`<span class="symbol" aria-hidden="true"
      >⊛${this.state.op === 'tconv' ? html`<sup>T</sup>` : ''}</span
    >`;
  }

  /** Says which rows and columns of X count for nothing. @param {Outcome} outcome */
  #unused({ steps }) {
    if (!steps) return '';
    const { unusedRows: rows, unusedColumns: columns } = steps;
    const said = (/** @type {Int32Array} */ list) =>
      list.length > 6
        ? `${list.slice(0, 5).join(', ')} … ${list[list.length - 1]}`
        : list.join(', ');
    const parts = [
      rows.length > 0 &&
        this.t(rows.length === 1 ? 'unused.row' : 'unused.rows', { rows: said(rows) }),
      columns.length > 0 &&
        this.t(columns.length === 1 ? 'unused.column' : 'unused.columns', {
          columns: said(columns),
        }),
    ].filter(Boolean);
    if (parts.length === 0) return '';
    const key = this.state.op === 'conv' ? 'unused.skipped' : 'unused.cropped';
    return html`<p class="unused">${this.t(key, { parts: parts.join(this.t('unused.and')) })}</p>`;
  }

  #nothing() {
    return html`<div class="nothing"><strong>Y</strong> ${this.t('stage.nothing')}</div>`;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .stage {
        display: flex;
        align-items: center;
        justify-content: center;
        min-height: 180px;
      }
      .stacked {
        flex-direction: column;
        gap: 12px;
      }
      .symbol {
        flex: 0 0 ${symbolWidth}px;
        text-align: center;
        font-size: 26px;
        color: var(--quiet);
        /* level with the cells rather than with cells and title together */
        padding-top: 32px;
      }
      .stacked .symbol {
        flex: none;
        padding: 0;
      }
      sup {
        font-size: 0.55em;
      }
      .unused {
        margin: 14px 0 0;
        color: var(--quiet);
        font-size: 13px;
        text-align: center;
      }
      .nothing {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 4px;
        width: ${nothingWidth}px;
        min-height: 120px;
        margin-top: 32px;
        padding: 16px;
        border: 1px dashed var(--quiet);
        border-radius: var(--radius);
        color: var(--quiet);
        text-align: center;
      }
      .nothing strong {
        color: var(--y);
      }
    `,
  ];
}
