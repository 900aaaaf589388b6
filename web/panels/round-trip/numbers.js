import { LitElement, css, html } from 'lit';
import { WidthController } from '../../elements/width.js';
import { controls } from '../../elements/styles.js';
import { operationOf, otherOp } from '../../model/asked.js';
import { channelPlanes } from '../../model/layout.js';
import { shortNumber } from '../../state/number.js';
import { channels } from '../../state/state.js';
import { sections } from '../shapes/styles.js';
import { placed } from './layout.js';
import { inverted, isQuick, returned } from './numbers-of.js';

/**
 * @typedef {object} Figure
 * @property {'x' | 'y'} operand
 * @property {string} called what it is called, where that is not the operand
 * @property {import('../../model/evaluate.js').Dense} tensor
 * @property {string} note
 * @property {boolean} pending whether the tensor only holds the place
 */

/** How long a layer has to stay as it is before a large one is inverted. */
const pause = 80;

/** The reader's own X, what becomes of it, and what each way back makes of that. */
export class ConvTripNumbers extends LitElement {
  static properties = {
    given: { attribute: false },
    inverse: { state: true },
  };

  #place = new WidthController(this);
  /** @type {ReturnType<typeof returned> | undefined} */
  #returned;
  /** @type {import('../panel-element.js').Complete | undefined} */
  #outcome;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    /** What the panel is given.
     * @type {import('../panel-element.js').PanelElement} */
    this.given = /** @type {any} */ (undefined);
    /** The inverse; null while it is not yet found, nothing where it is not looked for.
     * @type {import('../../engine/engine.d.ts').Inverse | undefined | null} */
    this.inverse = null;
  }

  willUpdate() {
    const { engine, state, outcome } = this.given;
    if (outcome === this.#outcome) return;
    this.#outcome = outcome;
    this.#returned = returned(engine, state, outcome);
    clearTimeout(this.#timer);
    const invert = () => (this.inverse = inverted(engine, state, outcome));
    if (isQuick(engine, state)) {
      invert();
    } else {
      this.inverse = null;
      this.#timer = setTimeout(invert, pause);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#outcome = undefined;
  }

  render() {
    const { t, state, outcome, channel } = this.given;
    const { width } = this.#place;
    const conv = state.op === 'conv';
    const [f, g] = conv ? ['f', 'g'] : ['g', 'f'];
    const names = {
      there: operationOf(state),
      back: operationOf({ op: otherOp(state.op) }),
      f,
      g,
    };
    const { back, outputPadding } = /** @type {ReturnType<typeof returned>} */ (this.#returned);
    const extra = outputPadding.some((padding) => padding > 0);
    const figures = [
      this.#figure('x', '', outcome.x, t('trip.own')),
      this.#figure('y', `${f}(X)`, outcome.y, names.there),
      this.#figure(
        'x',
        `${g}(${f}(X))`,
        back,
        extra
          ? t('trip.padded', { operation: names.back, padding: outputPadding.join(' × ') })
          : names.back,
      ),
      this.inverse === undefined ? undefined : this.#inverted(),
    ].filter((figure) => figure !== undefined);
    const { input, output } = channel;
    const shown = figures.map((figure) => ({
      ...figure,
      planes: channelPlanes(
        figure.tensor.shape,
        figure.operand === 'y' ? 'output' : 'input',
        figure.operand === 'y' ? output : input,
      ),
    }));
    const { across, places } = placed(width, shown);
    return html`
      <h2>${t('trip.numbers')}</h2>
      <p class="answer">${t('trip.answer', names)}</p>
      <div class="figures across-${across}">
        ${width === 0 ? '' : shown.map((figure, i) => this.#drawn(figure, places[i]))}
      </div>
      ${this.inverse === undefined ? this.#tooLarge() : ''}
    `;
  }

  /**
   * @param {'x' | 'y'} operand
   * @param {string} called
   * @param {import('../../model/evaluate.js').Dense} tensor
   * @param {string} note
   * @returns {Figure}
   */
  #figure(operand, called, tensor, note) {
    return { operand, called, tensor, note, pending: false };
  }

  /** X*, or the place where it will be. */
  #inverted() {
    const { t, outcome } = this.given;
    const { inverse } = this;
    if (!inverse) {
      const pending = this.#figure('x', 'X*', outcome.x, t('trip.solving'));
      return { ...pending, pending: true };
    }
    const short = (/** @type {number} */ value) => shortNumber(value, 5);
    const { error, residual, steps, converged } = inverse;
    const largest = Math.max(...outcome.x.data.map(Math.abs), 0);
    const found = error <= 1e-6 * largest ? 'trip.found' : 'trip.differs';
    const note = converged
      ? t(found, { error: short(error) })
      : t('trip.stopped', { steps, residual: short(residual) });
    return this.#figure('x', 'X*', inverse, note);
  }

  /**
   * @param {Figure & { planes: import('../../model/layout.js').Planes }} figure
   * @param {import('../../model/layout.js').Place} place
   */
  #drawn({ operand, called, tensor, note, planes, pending }, place) {
    const { t, state, channel } = this.given;
    return html`<figure aria-busy=${pending}>
      ${
        pending
          ? html`<div class="pending">X*</div>`
          : html`<conv-tensor
              .operand=${operand}
              .called=${called}
              .tensor=${tensor}
              .planes=${planes}
              .channel=${channel}
              .counts=${channels(state)}
              .place=${place}
              .t=${t}
            ></conv-tensor>`
      }
      <figcaption>${note}</figcaption>
    </figure>`;
  }

  #tooLarge() {
    const { t, engine } = this.given;
    const limit = engine.limits.inverted.toLocaleString('en');
    return html`<p class="note">${t('trip.large', { limit })}</p>`;
  }

  static styles = [
    controls,
    sections,
    css`
      .answer {
        margin: 6px 0 20px;
        max-width: 80ch;
        color: var(--quiet);
      }
      .figures {
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
        margin: 0;
        min-width: 0;
        display: grid;
        justify-items: center;
        gap: 8px;
      }
      figcaption {
        font-size: 13px;
        color: var(--quiet);
        text-align: center;
        max-width: 32ch;
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
