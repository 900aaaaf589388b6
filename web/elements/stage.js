import { html } from 'lit';
import { PlaygroundElement } from './element.js';
import { asked } from '../model/asked.js';
import { gapOf, measuresIn, planeGap, rowsDrawn } from '../model/layout.js';
import { fittedTensors, heightIn, sightIn } from '../model/fitted.js';
import { markOf, shownTensors, stencilOf, unusedSentence } from '../model/stage.js';
import { modeOf } from '../model/steps.js';
import { letter } from '../model/names.js';
import { channels, defaults } from '../state/state.js';
import { unchangedLayer } from '../state/layer.js';
import { isLiteral } from '../state/tensor.js';
import { flightStyles } from './flight-styles.js';
import { icons } from './icons.js';
import { stageStyles } from './stage-styles.js';
import { controls, symbols } from './styles.js';
import { WidthController } from './width.js';

/**
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../model/explain.js').Cell} Cell
 * @typedef {import('../model/stage.js').Shown} Shown
 */

/** The share of the time from step to step in which products fly, and the most that it takes, in ms. */
const flying = { share: 0.75, most: 900 };

/** X, K, the bias and Y, with the operation between them. */
export class ConvStage extends PlaygroundElement {
  static properties = {
    state: { attribute: false },
    outcome: { attribute: false },
    engine: { attribute: false },
    light: { attribute: false },
    channel: { attribute: false },
    pinned: { attribute: false },
    drafts: { attribute: false },
    lock: { attribute: false },
    fixed: { attribute: false },
    pace: { type: Number },
    low: { type: Boolean },
    t: { attribute: false },
    plain: { state: true },
    large: { state: true },
  };

  #place = new WidthController(this);
  /** What flies; it comes with the first step that is played.
   * @type {import('./flight.js').Flight | undefined} */
  #flight;
  /** What was shown last, so that a step on is told from a jump.
   * @type {{ state: typeof defaults, mode: string } | undefined} */
  #before;

  /** The shape of the last Y that there was: while there is none, its place is kept.
   * @type {readonly number[]} */
  #lastY = [1, 1, 3, 3];

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
    /** Operands that are not to be typed into here, though nobody has locked them.
     * @type {readonly string[]} */
    this.fixed = [];
    /** Steps in a second, when they follow each other. */
    this.pace = 1.5;
    /** Whether it leaves room in the window for what is below it. */
    this.low = false;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** Whether what lies around the cells is left out. */
    this.plain = false;
    /** Whether numbers are read though not all planes are in sight then. */
    this.large = false;
  }

  willUpdate() {
    this.#lastY = this.outcome?.y?.shape ?? this.#lastY;
  }

  render() {
    const { outcome } = this;
    const { width } = this.#place;
    const there = outcome && (outcome.computing || outcome.room || (outcome.x && outcome.k));
    if (!outcome || !there || width === 0) return html`<div class="stage"></div>`;
    const { shown, fitted, surrounded, small } = this.#fitted(outcome, width);
    const { lines, stacked, places } = fitted;
    const { symbol } = measuresIn(width);
    return html`<div class="stage ${stacked ? 'stacked' : ''} ${symbol < 40 ? 'narrow' : ''}">
        ${lines.map(
          (line) =>
            html`<div class="line">
              ${line.map((i) => [
                i === 0 ? '' : this.#symbol(shown, i),
                shown[i].gone
                  ? this.#nothing(shown[i], places[i])
                  : this.#tensor(shown[i], places[i], symbol < 40),
              ])}
            </div>`,
        )}
        <div class="flight" aria-hidden="true"></div>
      </div>
      ${this.#unused(outcome)} ${this.#switches(surrounded, small)}`;
  }

  /**
   * @param {Outcome} outcome
   * @param {number} width
   */
  #fitted(outcome, width) {
    const staged = { ...this.#staged, outcome, kept: this.#lastY };
    const usual = sightIn(width);
    const tall = this.low ? Math.min(usual, innerHeight / 3.5) : usual;
    const height = this.low || this.large ? Infinity : heightIn(width);
    const room = { state: this.state, plain: this.plain, tall, height };
    return fittedTensors(shownTensors(staged), width, room);
  }

  /** The first row and column that are drawn of each tensor. */
  get origins() {
    const tensors = /** @type {NodeListOf<import('./tensor.js').ConvTensor>} */ (
      this.renderRoot.querySelectorAll('conv-tensor')
    );
    return Object.fromEntries([...tensors].map(({ operand, origin }) => [operand, origin]));
  }

  get #staged() {
    const { state, engine, channel, t } = this;
    return { state, engine, channel, t };
  }

  /** What of the outcome is valid, when it is. @param {Outcome} outcome */
  #valid({ x, k, y, layer, steps }) {
    return x && k && y && layer && steps ? { x, k, y, layer, steps } : undefined;
  }

  /**
   * @param {Shown} shown
   * @param {import('../model/layout.js').Place} place
   * @param {boolean} narrow
   */
  #tensor(shown, place, narrow) {
    const { pinned, state } = this;
    const { operand, tensor, planes, surround, caption } = shown;
    const outcome = /** @type {Outcome} */ (this.outcome);
    const source = operand === 'x' || operand === 'k' ? state[operand] : undefined;
    return html`<conv-tensor
      .operand=${operand}
      .tensor=${tensor}
      .source=${source}
      .planes=${planes}
      .channel=${this.channel}
      .counts=${channels(state)}
      .place=${place}
      ?editable=${this.#editable(operand)}
      ?locked=${this.#locked(operand)}
      .mark=${markOf(shown, outcome)}
      .surround=${surround}
      ?cropped=${operand === 'y'}
      .stencil=${stencilOf(shown, place, state, outcome)}
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

  /**
   * Turns what lies around the cells on and off, without its words where the title of a large Y reaches as far; and
   * makes cells larger that have no room for numbers.
   * @param {boolean} surrounded
   * @param {boolean} small
   */
  #switches(surrounded, small) {
    const enlarged = small || this.large;
    if (!surrounded && !enlarged) return '';
    return html`<div class="switches ${enlarged ? 'enlarged' : ''}">
      ${
        enlarged
          ? html`<button
              class="plain"
              aria-pressed=${this.large}
              @click=${() => (this.large = !this.large)}
            >
              ${this.large ? icons.minus : icons.plus}<span>${this.t('stage.large')}</span>
            </button>`
          : ''
      }
      ${
        surrounded
          ? html`<button
              class="plain surround"
              aria-pressed=${!this.plain}
              title=${this.t('stage.surround')}
              @click=${() => (this.plain = !this.plain)}
            >
              ${icons.surround}<span class=${this.low ? 'hidden' : ''}
                >${this.t('stage.surround')}</span
              >
            </button>`
          : ''
      }
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
    this.#flight?.end();
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
    const loading = import('./flight.js');
    const tensors = /** @type {import('./tensor.js').ConvTensor[]} */ ([
      ...this.renderRoot.querySelectorAll('conv-tensor'),
    ]);
    await Promise.all(tensors.map((tensor) => tensor.updateComplete));
    // Without it the sums are there all the same.
    const loaded = await loading.catch(() => undefined);
    if (!loaded || this.state !== state) return;
    const over = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.flight'));
    if (this.#flight?.over !== over) this.#flight = new loaded.Flight(over);
    const duration = Math.min(flying.most, (flying.share * 1000) / this.pace);
    this.#flight.go({ engine, state, valid, step }, duration, (operand, offset) =>
      tensors.find((tensor) => tensor.operand === operand)?.cellOf(offset),
    );
  }

  /** Whether a link has locked the numbers of a tensor. @param {Shown['operand']} operand */
  #locked(operand) {
    return this.lock.includes(operand === 'b' ? 'bias' : operand);
  }

  /** Whether the cells of a tensor can be typed into. @param {Shown['operand']} operand */
  #editable(operand) {
    if (operand === 'y') return false;
    if (operand === 'b') return ![...this.lock, ...this.fixed].includes('bias');
    const tensor = this.state[operand];
    const small =
      isLiteral(tensor) || !this.engine || !asked(this.engine, this.state).editingFault(operand);
    return small && ![...this.lock, ...this.fixed].includes(operand);
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
  #unused(outcome) {
    const said = unusedSentence(this.state, outcome, this.t);
    return said ? html`<p class="unused">${said}</p>` : '';
  }

  /**
   * The place of a tensor that is not there, or not yet.
   * @param {Shown} shown
   * @param {import('../model/layout.js').Place} place
   */
  #nothing({ operand, tensor, planes }, { size, columns }) {
    const { computing, fault, room } = /** @type {Outcome} */ (this.outcome);
    const job = fault && operand === 'y' ? undefined : computing;
    const gap = gapOf(size);
    const side = (/** @type {number} */ cells) => cells * (size + gap) - gap;
    const height = side(rowsDrawn(tensor.shape[2])) + planeGap;
    return html`<div class=${room ? 'nothing awaited' : 'nothing'}>
      <strong class=${operand}>${letter(operand)}</strong>
      <div
        .style=${`width: ${side(columns)}px; height: ${planes.rows.length * height - planeGap}px`}
      >
        ${job ? (operand === 'y' || fault ? html`<conv-computing .job=${job} .t=${this.t}></conv-computing>` : '…') : room ? '' : this.t('stage.nothing')}
      </div>
    </div>`;
  }

  static styles = [controls, flightStyles, symbols, stageStyles];
}
