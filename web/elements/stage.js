import { LitElement, html } from 'lit';
import { linksOf } from '../model/explain.js';
import {
  channelPlanes,
  kernelPlanes,
  measuresIn,
  pitch,
  rowsDrawn,
  stagePlaces,
} from '../model/layout.js';
import { movesOf, weightsOn } from '../model/moves.js';
import { progressAt } from '../model/progress.js';
import { cellsAt, modeOf, stepCell } from '../model/steps.js';
import {
  aroundX,
  aroundY,
  bare,
  isBare,
  isWithin,
  placesAcross,
  placesDown,
} from '../model/surround.js';
import { unusedCells } from '../model/unused.js';
import { channels, defaults } from '../state/state.js';
import { unchangedLayer } from '../state/layer.js';
import { isLiteral } from '../state/tensor.js';
import { Flight, asStamp, flightStyles } from './flight.js';
import { icons } from './icons.js';
import { stageStyles } from './stage-styles.js';
import { controls, symbols } from './styles.js';
import { WidthController } from './width.js';

/**
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../model/explain.js').Cell} Cell
 *
 * @typedef {import('../model/progress.js').Progress} Progress
 * @typedef {import('../model/surround.js').Surround} Surround
 *
 * @typedef {object} Shown one tensor of the stage
 * @property {'x' | 'k' | 'b' | 'y'} operand
 * @property {{ shape: readonly number[], data: ArrayLike<number> }} tensor
 * @property {import('../model/layout.js').Planes} planes
 * @property {Surround} surround
 * @property {Progress} [progress] of Y while it is played
 * @property {string} [caption]
 * @property {string} [label] of a second Y
 */

/** The height that planes keep within while their cells stay legible, in pixels. */
const tall = 340;
/** The side of a cell from which on the zeros around X can be read, in pixels. */
const legible = 24;
/** The share of the time from step to step in which products fly, and the most that it takes, in ms. */
const flying = { share: 0.75, most: 900 };

const unmarked = () => '';
const unstencilled = () => [];

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
    pace: { type: Number },
    t: { attribute: false },
    plain: { state: true },
  };

  #place = new WidthController(this);
  #flight = new Flight();
  /** What was shown last, so that a step on is told from a jump.
   * @type {{ state: typeof defaults, mode: string } | undefined} */
  #before;

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
    /** Steps in a second, when they follow each other. */
    this.pace = 1.5;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** Whether what lies around the cells is left out. */
    this.plain = false;
  }

  render() {
    const { outcome } = this;
    const { width } = this.#place;
    if (!outcome?.x || !outcome.k || width === 0) return html`<div class="stage"></div>`;
    const { shown, fitted, surrounded } = this.#fitted(outcome, width);
    const { lines, stacked, places } = fitted;
    const { symbol } = measuresIn(width);
    return html`<div class="stage ${stacked ? 'stacked' : ''} ${symbol < 40 ? 'narrow' : ''}">
        ${lines.map(
          (line) =>
            html`<div class="line">
              ${line.map((i) => [
                i === 0 ? '' : this.#symbol(shown, i),
                this.#tensor(shown[i], places[i], symbol < 40),
              ])}
              ${
                outcome.y || !line.includes(shown.length - 1)
                  ? ''
                  : html`${this.#symbol([{ operand: 'y' }], 0)}${this.#nothing()}`
              }
            </div>`,
        )}
        ${this.#flight.element}
      </div>
      ${this.#unused(outcome)} ${surrounded ? this.#switch() : ''}`;
  }

  /**
   * The tensors where they fit: with what lies around them, or without it where that takes too much room.
   * @param {Outcome} outcome
   * @param {number} width
   */
  #fitted(outcome, width) {
    const placed = (/** @type {Shown[]} */ shown) =>
      stagePlaces(
        width,
        shown.map(({ tensor, planes, surround }) => ({
          columns: tensor.shape[3],
          rows: planes.rows.length * placesDown(rowsDrawn(tensor.shape[2]), surround),
          across: placesAcross(tensor.shape[3], surround),
          planes,
        })),
        {
          tall,
          without: !outcome.y,
          below: shown.filter(({ operand }) => operand === 'y').length,
        },
      );
    const whole = this.#shown(outcome);
    const plain = whole.map((one) => ({ ...one, surround: bare }));
    const surrounded = whole.some(({ surround }) => !isBare(surround));
    if (!surrounded || this.plain) return { shown: plain, fitted: placed(plain), surrounded };
    const fitted = placed(whole);
    // What lies around the cells is not worth that X, K and Y are no longer beside each other, unless it
    // can be read.
    const without = placed(plain);
    const worth =
      fitted.lines.length <= without.lines.length ||
      fitted.places.every(({ size }) => size >= legible);
    const fits =
      worth &&
      whole.every(
        ({ tensor, surround }, i) =>
          isBare(surround) ||
          (fitted.places[i].columns === tensor.shape[3] &&
            rowsDrawn(tensor.shape[2]) === tensor.shape[2] &&
            placesAcross(tensor.shape[3], surround) * fitted.places[i].size * pitch <= width),
      );
    return fits
      ? { shown: whole, fitted, surrounded }
      : { shown: plain, fitted: without, surrounded: false };
  }

  /** What of the outcome is valid, when it is. @param {Outcome} outcome */
  #valid({ x, k, y, layer, steps }) {
    return x && k && y && layer && steps ? { x, k, y, layer, steps } : undefined;
  }

  /**
   * @param {Outcome} outcome
   * @returns {Shown[]}
   */
  #shown(outcome) {
    const { x, k, y } = outcome;
    const { state } = this;
    const { op, bias, step } = state;
    const { input, output } = this.channel;
    const valid = this.#valid(outcome);
    const played = valid && step !== undefined && this.engine;
    const mode = modeOf(state);
    /** @type {(Shown | undefined)[]} */
    const all = [
      x && {
        operand: 'x',
        tensor: x,
        planes: channelPlanes(x.shape, 'input', input),
        surround: valid ? aroundX(state, valid, Boolean(played) && mode === 'gather') : bare,
      },
      k && {
        operand: 'k',
        tensor: k,
        planes: kernelPlanes(k.shape, op, this.channel),
        surround: bare,
        caption:
          played && mode === 'gather' && valid.steps.flipped ? this.t('stage.turned') : undefined,
      },
      bias && {
        operand: 'b',
        tensor: { shape: [1, 1, bias.length, 1], data: bias },
        planes: { rows: [[0]], pickers: [] },
        surround: bare,
      },
    ];
    const result = y && {
      operand: /** @type {const} */ ('y'),
      tensor: y,
      planes: channelPlanes(y.shape, 'output', output),
      surround: valid ? aroundY(state, valid) : bare,
    };
    const outputs = played && result ? this.#played(result, valid, step) : [result];
    return [...all, ...outputs].filter((tensor) => tensor !== undefined);
  }

  /**
   * Y as far as it has come: by stamps, by sums, or both.
   * @param {Shown} result
   * @param {import('../model/progress.js').Valid} valid
   * @param {number} step
   * @returns {Shown[]}
   */
  #played(result, valid, step) {
    const { t } = this;
    const engine = /** @type {NonNullable<typeof this.engine>} */ (this.engine);
    const { scatter, gather } = progressAt(engine, this.state, valid, step);
    const at = cellsAt(modeOf(this.state), step, valid);
    const stamps = { count: at.x + 1, all: valid.x.data.length };
    const sums = { count: at.y + 1, all: valid.y.data.length };
    const of = (/** @type {Progress} */ progress, /** @type {string} */ caption) => ({
      ...result,
      tensor: progress.y,
      progress,
      caption,
    });
    return [
      ...(scatter ? [of(scatter, t('stage.stamps', stamps))] : []),
      ...(gather ? [of(gather, t('stage.sums', sums))] : []),
    ];
  }

  /**
   * @param {Shown} shown
   * @param {import('../model/layout.js').Place} place
   * @param {boolean} narrow
   */
  #tensor({ operand, tensor, planes, surround, progress, caption }, place, narrow) {
    const { pinned } = this;
    const source = operand === 'x' || operand === 'k' ? this.state[operand] : undefined;
    const marks = { x: this.#markUnused(), k: unmarked, b: unmarked, y: this.#markY(progress) };
    return html`<conv-tensor
      .operand=${operand}
      .tensor=${tensor}
      .source=${source}
      .planes=${planes}
      .channel=${this.channel}
      .counts=${channels(this.state)}
      .place=${place}
      ?editable=${this.#editable(operand)}
      .mark=${marks[operand]}
      .surround=${surround}
      ?cropped=${operand === 'y'}
      .stencil=${operand === 'x' ? this.#stencil(surround, place) : unstencilled}
      .absent=${this.t('stage.absent')}
      .caption=${caption}
      ?narrow=${narrow}
      .light=${this.light}
      .pinned=${pinned?.operand === operand ? pinned.offset : undefined}
      .drafts=${this.drafts}
      ?invalid=${this.outcome?.fault?.field === operand}
      .t=${this.t}
    ></conv-tensor>`;
  }

  /** Leaves the cells of Y blank that nothing has come to yet. @param {Progress | undefined} progress */
  #markY(progress) {
    if (!progress) return unmarked;
    const { reached } = progress;
    return (/** @type {number} */ offset) => (reached(offset) ? '' : 'blank');
  }

  /**
   * The kernel where it lies on X while sums are collected, as far as the places that it lies on are drawn.
   * @param {Surround} surround that is drawn
   * @param {import('../model/layout.js').Place} place
   */
  #stencil(surround, place) {
    const { state } = this;
    const valid = this.outcome && this.#valid(this.outcome);
    if (!valid || state.step === undefined || modeOf(state) !== 'gather') return unstencilled;
    const [, , rows, columns] = valid.x.shape;
    if (place.columns < columns || rowsDrawn(rows) < rows) return unstencilled;
    const spread = aroundX(state, valid, true).spread;
    // Without the zeros between them, cells stand elsewhere.
    if (spread.down !== surround.spread.down || spread.across !== surround.spread.across) {
      return unstencilled;
    }
    const collected = cellsAt('gather', state.step, valid).y;
    return (/** @type {number} */ plane) =>
      weightsOn(state, valid, collected, plane).filter((weight) =>
        isWithin(weight, surround, { rows, columns }),
      );
  }

  /** Turns what lies around the cells on and off. */
  #switch() {
    return html`<div class="switch">
      <button class="plain" aria-pressed=${!this.plain} @click=${() => (this.plain = !this.plain)}>
        ${icons.surround}${this.t('stage.surround')}
      </button>
    </div>`;
  }

  updated() {
    const { state, outcome } = this;
    const valid = outcome && this.#valid(outcome);
    const mode = modeOf(state);
    const before = this.#before;
    const { step } = state;
    this.#before = { state, mode };
    const same = before?.mode === mode && unchangedLayer(before.state, state);
    if (same && before.state.step === step) return;
    this.#flight.end();
    const onward = before && same && step === (before.state.step ?? -1) + 1;
    if (onward && valid && mode !== 'both') this.#fly(valid, step);
  }

  /**
   * Lets the products of a step go to Y.
   * @param {import('../model/progress.js').Valid} valid
   * @param {number} step
   */
  async #fly(valid, step) {
    const { engine, state } = this;
    if (!engine) return;
    const tensors = /** @type {import('./tensor.js').ConvTensor[]} */ ([
      ...this.renderRoot.querySelectorAll('conv-tensor'),
    ]);
    await Promise.all(tensors.map((tensor) => tensor.updateComplete));
    if (this.state !== state) return;
    const of = (/** @type {string} */ operand) =>
      tensors.find((tensor) => tensor.operand === operand);
    const mode = modeOf(state);
    const corner = this.#flight.element.getBoundingClientRect();
    const box = (/** @type {Element | undefined} */ cell) => {
      const { left, top, width } = cell?.getBoundingClientRect() ?? corner;
      return { left: left - corner.left, top: top - corner.top, size: width };
    };
    const moves = movesOf(linksOf(engine, state, stepCell(mode, step, valid)), valid);
    const ways = moves.flatMap(({ x, y, text }) => {
      const [from, to] = [of('x')?.cellOf(x), of('y')?.cellOf(y)];
      return from && to ? [{ text, from: box(from), to: box(to), goal: to }] : [];
    });
    const flyers = mode === 'scatter' ? asStamp(ways) : ways;
    const duration = Math.min(flying.most, (flying.share * 1000) / this.pace);
    const goals = [...new Set(ways.map(({ goal }) => goal))];
    // A stamp is one piece; the products of a sum come one after the other.
    this.#flight.start(flyers, goals, duration, mode === 'scatter' ? 0 : 0.2);
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

  /**
   * What stands before a tensor; nothing between two readings of Y.
   * @param {Pick<Shown, 'operand'>[]} shown
   * @param {number} i
   */
  #symbol(shown, i) {
    const { operand } = shown[i];
    const again = operand === 'y' && shown[i - 1]?.operand === 'y';
    const signs = {
      x: '',
      k: html`⊛${this.state.op === 'tconv' ? html`<sup>T</sup>` : ''}`,
      b: '+',
      y: again ? '' : '=',
    };
    return html`<span class="symbol" aria-hidden="true">${signs[operand]}</span>`;
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

  static styles = [controls, flightStyles, symbols, stageStyles];
}
