import { css, html } from 'lit';
import { defined } from '../../elements/defined.js';
import { UpdateEvent } from '../../elements/events.js';
import { unlit } from '../../elements/light.js';
import { controls } from '../../elements/styles.js';
import { WidthController } from '../../elements/width.js';
import { callText, computed } from '../../model/calls.js';
import { asked } from '../../model/asked.js';
import { allowed } from '../../state/lock.js';
import { channels, withKernelSize, withSetting } from '../../state/state.js';
import { isLiteral } from '../../state/tensor.js';
import { ConvFigures } from '../figures.js';
import { Away } from '../away.js';
import { PanelElement } from '../panel-element.js';
import { promptMultiplications } from '../patience.js';
import { rowLayout } from '../places.js';
import { cellOf, phaseOf, within } from './plane.js';
import { reasons, verdict, weighing } from './verdict.js';

/**
 * @typedef {import('../../engine/engine.d.ts').Call} Call
 * @typedef {import('../../elements/light.js').Light} Light
 * @typedef {import('../figures.js').Figure} Figure
 * @typedef {import('../../model/evaluate.js').Dense} Dense
 */

/**
 * A state with the kernel's size and the settings of a call.
 * @param {import('../../state/state.js').State} state
 * @param {Pick<Call, 'k' | 'options'>} call
 */
const remedied = (state, { k, options }) =>
  /** @type {const} */ (['padding', 'outputPadding', 'dilation']).reduce(
    (next, name) => withSetting(next, name, /** @type {number[]} */ (options[name])),
    withKernelSize(state, k[2], k[3]),
  );

const layout = rowLayout(38);
/** From this width on, the verdict stands beside the maps. */
const besideFrom = 900;

/** How many stamps reach each cell, whether that makes a checkerboard, and what does not. */
export class OverlapPanel extends PanelElement {
  #place = new WidthController(this);
  /** @type {Away<import('../../engine/engine.d.ts').Overlap>} */
  #away = new Away(this);
  /** @type {{ resized: Dense | undefined, smoothed: Dense | undefined }} */
  #instead = { resized: undefined, smoothed: undefined };

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('outcome')) return;
    const { engine, state } = this;
    const { x, k, large } = this.outcome;
    const own = asked(engine, state);
    this.#away.ask(engine, Boolean(large), (by) => asked(by, state).overlap(k));
    const layer = { x, k, bias: state.bias };
    // Without the stride, a convolution multiplies more by the product of both axes' strides.
    const { multiplications } = own.cost();
    const { height, width } = this.outcome.layer;
    const small = multiplications * height.stride * width.stride <= promptMultiplications;
    const overlap = this.#away.value;
    const { resized = [], smoothed = [] } = overlap ?? {};
    this.#instead =
      overlap && this.#strided && small
        ? {
            resized: computed(engine, resized, layer),
            smoothed: computed(engine, smoothed, layer),
          }
        : { resized: undefined, smoothed: undefined };
  }

  get #overlap() {
    return /** @type {import('../../engine/engine.d.ts').Overlap} */ (this.#away.value);
  }

  get #strided() {
    const { height, width } = this.outcome.layer;
    return height.stride > 1 || width.stride > 1;
  }

  /** The finer plane: what is stamped on, or read. @returns {'x' | 'y'} */
  get #fine() {
    return this.state.op === 'conv' ? 'x' : 'y';
  }

  /** @param {'input' | 'output'} side */
  #channel(side) {
    return Math.min(this.channel[side], channels(this.state)[side] - 1);
  }

  render() {
    const { width } = this.#place;
    if (width === 0) return '';
    if (this.#away.job) return this.#away.waiting(this.t);
    const wide = width >= besideFrom;
    const { state, t } = this;
    const overlap = this.#overlap;
    const side = state.op === 'conv' ? 'input' : 'output';
    const { sign, head, counts } = verdict(overlap, this.#channel(side), state, t);
    return html`
      <div class=${wide ? 'beside' : ''}>
        <div class="verdict">
          <p><strong class=${sign}>${head}</strong> ${counts}</p>
          ${reasons(overlap, this.outcome.layer, t).map((reason) => html`<p>${reason}</p>`)}
          <p>${weighing(overlap, this.#channel(side), state, t)}</p>
          ${overlap.evened ? this.#remedy(overlap.evened) : ''}
        </div>
        ${this.#figures(this.#maps(side))}
      </div>
      ${
        this.#strided
          ? html`<h3>${t(`overlap.instead.${state.op}`)}</h3>
              ${this.#figures(this.#alternatives())}`
          : ''
      }
    `;
  }

  /** @param {Call} call */
  #remedy({ k, options }) {
    const { t } = this;
    const list = (/** @type {unknown} */ value) => /** @type {number[]} */ (value).join(' × ');
    const settings = /** @type {const} */ (['padding', 'outputPadding', 'dilation'])
      .filter((name) => name === 'padding' || list(options[name]) !== list(this.state[name]))
      .map((name) => `${t(`field.${name}`)} ${list(options[name])}`)
      .join(t('sentence.comma'));
    return html`<p class="remedy">
      <button
        ?disabled=${!allowed(this.lock, this.state, remedied(this.state, { k, options }))}
        @click=${() =>
          this.dispatchEvent(new UpdateEvent((state) => remedied(state, { k, options })))}
      >
        ${t('overlap.use', { kernel: k.slice(2).join(' × '), settings })}
      </button>
      <span>${t(isLiteral(this.state.k) ? 'overlap.use.why' : 'overlap.use.made')}</span>
    </p>`;
  }

  /**
   * The counts, and the sums of the weights.
   * @param {'input' | 'output'} side of the finer plane
   * @returns {Figure[]}
   */
  #maps(side) {
    const { t } = this;
    const overlap = this.#overlap;
    const fine = this.#fine;
    const channel = this.#channel(side);
    const { input, output } = channels(this.state);
    const [, , rows, columns] = overlap.counts.shape;
    const plane = { first: channel * rows * columns, count: rows * columns };
    const selected = (/** @type {Light} */ light) => {
      const offset = light.selected(fine);
      return offset === undefined ? undefined : [...within([offset], plane)][0];
    };
    const [, , down, across] = overlap.weights.shape;
    const several = { input, output }[side] > 1;
    const stamps = fine === 'y' ? 'stamps' : 'reads';
    return [
      {
        operand: fine,
        called: t(`overlap.${stamps}`),
        tensor: overlap.counts,
        planes: { rows: [[0]], pickers: [] },
        lit: (light) => ({ linked: within(light.linked(fine), plane), selected: selected(light) }),
        stands: (offset) => plane.first + offset,
        note: [
          t(`overlap.${stamps}.note`, { pairs: input * output > 1 ? t('overlap.pairs') : '' }),
        ],
      },
      {
        operand: fine,
        called: t('overlap.sums'),
        tensor: overlap.weights,
        planes: { rows: [[channel]], pickers: several ? [side] : [] },
        lit: (light) => {
          const offset = selected(light);
          const phase =
            offset === undefined ? undefined : channel * down * across + phaseOf(overlap, offset);
          return { linked: [], selected: phase };
        },
        stands: (offset) => plane.first + cellOf(overlap, offset % (down * across)),
        note: [
          t('overlap.sums.note', {
            rows: overlap.height.taps.length,
            columns: overlap.width.taps.length,
            channel: several ? t(`overlap.sums.${side}`, { input: channel, output: channel }) : '',
          }),
        ],
      },
    ];
  }

  /** @returns {Figure[]} */
  #alternatives() {
    const { t, state } = this;
    const { resized, smoothed } = this.#overlap;
    const { y } = this.outcome;
    const output = this.#channel('output');
    const likeY = {
      operand: /** @type {const} */ ('y'),
      planes: { rows: [[output]], pickers: [] },
    };
    /** @param {string} called @param {Dense | undefined} tensor */
    const made = (called, tensor) => ({
      called,
      tensor,
      instead: tensor
        ? undefined
        : html`<p class="quiet"><strong>${called}</strong> ${t('overlap.none')}</p>`,
    });
    const calls = (/** @type {Call[]} */ list) =>
      list.map((call, i) => html`<code>${callText(call, i === 0 ? 'X' : '…')}</code>`);
    return [
      { ...likeY, called: 'Y', tensor: y, note: [t('overlap.this')] },
      {
        ...likeY,
        ...made(t('overlap.resized'), this.#instead.resized),
        note: [t(`overlap.resized.${state.op}`), ...calls(resized)],
      },
      {
        operand: 'x',
        ...made(
          t(state.op === 'conv' ? 'overlap.blurred' : 'overlap.bilinear'),
          this.#instead.smoothed,
        ),
        planes: { rows: [[this.#channel('input')]], pickers: [] },
        lit: () => unlit,
        stands: () => undefined,
        note: [t(`overlap.smoothed.${state.op}`), ...calls(smoothed)],
      },
    ];
  }

  /** @param {Figure[]} figures */
  #figures(figures) {
    const { state, channel, t } = this;
    return html`<conv-figures
      .figures=${figures}
      .layout=${layout}
      .given=${{ state, channel, t }}
      .light=${this.light}
    ></conv-figures>`;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .beside {
        display: grid;
        grid-template-columns: 390px 1fr;
        gap: 40px;
        align-items: center;
      }
      .verdict {
        max-width: 72ch;
        margin: 0 auto 20px;
      }
      .verdict p {
        margin: 0 0 8px;
        font-variant-numeric: tabular-nums;
      }
      .verdict p + p {
        color: var(--quiet);
      }
      .verdict strong {
        font-size: 17px;
      }
      .bad {
        color: var(--bad);
      }
      .good {
        color: var(--y);
      }
      .verdict .remedy {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        margin-top: 12px;
      }
      .remedy button {
        color: var(--ink);
        white-space: normal;
      }
      .remedy span {
        font-size: 13px;
      }
      h3 {
        margin: 28px 0 14px;
        padding-top: 22px;
        border-top: 1px solid var(--line);
        font-size: 15px;
        font-weight: 600;
        text-align: center;
      }
    `,
  ];
}

defined({ 'conv-figures': ConvFigures, 'conv-panel-overlap': OverlapPanel });

export default OverlapPanel;
