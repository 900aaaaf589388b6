import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { controls } from '../../elements/styles.js';
import { operationOf, otherOp } from '../../model/asked.js';
import { channelPlanes } from '../../model/layout.js';
import { shortNumber } from '../../state/number.js';
import { Away } from '../away.js';
import { sections } from '../sections.js';
import { gridLayout } from './layout.js';
import { inverted, isQuick, returning } from './numbers-of.js';

/** @typedef {import('../figures.js').Figure} Figure */

/** How long a layer has to stay as it is before a large one is inverted. */
const pause = 80;

/** The reader's own X, what becomes of it, and what each way back makes of that. */
export class ConvTripNumbers extends PlaygroundElement {
  static properties = {
    given: { attribute: false },
    inverse: { state: true },
  };

  /** @type {Away<import('../../model/evaluate.js').Dense>} */
  #back = new Away(this);
  /** Of the way back. @type {number[]} */
  #outputPadding = [];
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
    const { run, outputPadding } = returning(engine, state, outcome);
    this.#outputPadding = outputPadding;
    this.#back.ask(engine, Boolean(outcome.large), run);
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
    const conv = state.op === 'conv';
    const [f, g] = conv ? ['f', 'g'] : ['g', 'f'];
    const names = {
      there: operationOf(state),
      back: operationOf({ op: otherOp(state.op) }),
      f,
      g,
    };
    const outputPadding = this.#outputPadding;
    const extra = outputPadding.some((padding) => padding > 0);
    const figures = [
      this.#figure('x', '', outcome.x, t('trip.own')),
      this.#figure('y', `${f}(X)`, outcome.y, names.there),
      this.#returned(
        `${g}(${f}(X))`,
        extra
          ? t('trip.padded', { operation: names.back, padding: outputPadding.join(' × ') })
          : names.back,
      ),
      this.inverse === undefined ? undefined : this.#inverted(),
    ].filter((figure) => figure !== undefined);
    return html`
      <h2>${t('trip.numbers')}</h2>
      <p class="answer">${t('trip.answer', names)}</p>
      <conv-figures
        .figures=${figures}
        .layout=${gridLayout}
        .given=${{ state, channel, t }}
      ></conv-figures>
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
    const { input, output } = this.given.channel;
    const planes =
      operand === 'y'
        ? channelPlanes(tensor.shape, 'output', output)
        : channelPlanes(tensor.shape, 'input', input);
    return { operand, called, tensor, planes, note: [note] };
  }

  /** What has come back, or the place where it will be. @param {string} called @param {string} note */
  #returned(called, note) {
    const { outcome, t } = this.given;
    const { value, job } = this.#back;
    const figure = this.#figure('x', called, value ?? outcome.x, note);
    return job ? { ...figure, pending: true, instead: this.#back.waiting(t) } : figure;
  }

  /** X*, or the place where it will be. */
  #inverted() {
    const { t, outcome } = this.given;
    const { inverse } = this;
    if (!inverse) {
      const pending = this.#figure('x', 'X*', outcome.x, t('trip.solving'));
      return { ...pending, pending: true, instead: html`<div class="pending">X*</div>` };
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
    `,
  ];
}
