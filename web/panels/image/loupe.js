import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { NoticeEvent, UpdateEvent } from '../../elements/events.js';
import { Light } from '../../elements/light.js';
import { controls } from '../../elements/styles.js';
import { evaluated } from '../../model/evaluate.js';
import { linksOf } from '../../model/explain.js';
import { layerOf } from '../../state/layer.js';
import { lockable } from '../../state/lock.js';
import { formatNumber } from '../../state/number.js';
import { size } from '../../state/tensor.js';
import { patchOf } from './patch.js';
import { channels, names, shade } from './picture.js';

/** @typedef {import('../../model/explain.js').Cell} Cell */

/**
 * With sums that are written as short as they are known: weights such as 1/9 are no doubles.
 * @param {import('../../model/evaluate.js').Outcome} outcome
 */
function rounded(outcome) {
  if (!outcome.y) return outcome;
  const { shape, data } = outcome.y;
  return { ...outcome, y: { shape, data: data.map((value) => Number(value.toFixed(6))) } };
}

/**
 * The pixels around the chosen one as cells, on a small stage: what they are made of, and the sum.
 * What is pointed at in here stays in here.
 *
 * @fires UpdateEvent @fires NoticeEvent when the numbers are to be put on the page's stage
 */
export class ConvImageLoupe extends PlaygroundElement {
  static properties = {
    engine: { attribute: false },
    picture: { attribute: false },
    layer: { attribute: false },
    mapping: {},
    pixel: { attribute: false },
    channel: { type: Number },
    editable: { type: Boolean },
    lock: { attribute: false },
    drafts: { attribute: false },
    t: { attribute: false },
  };

  /** @type {import('./patch.js').Patch} */
  #patch = /** @type {any} */ (undefined);
  /** @type {import('../../model/evaluate.js').Outcome} */
  #outcome = /** @type {any} */ (undefined);
  #light = new Light();
  /** What is pointed at or focused in here. @type {Cell | undefined} */
  #pointed;

  constructor() {
    super();
    /** @type {import('../../engine/engine.d.ts').Engine} */
    this.engine = /** @type {any} */ (undefined);
    /** @type {import('./picture.js').Picture} */
    this.picture = /** @type {any} */ (undefined);
    /** @type {import('./layer.js').Layer} */
    this.layer = /** @type {any} */ (undefined);
    /** @type {import('./picture.js').Mapping} */
    this.mapping = 'clamp';
    /** Of the result. @type {import('./patch.js').Pixel} */
    this.pixel = { row: 0, column: 0 };
    /** Of the result. */
    this.channel = 0;
    /** Whether the kernel can be typed into. */
    this.editable = false;
    /** @type {readonly string[]} */
    this.lock = [];
    /** @type {ReadonlyMap<string, import('../../model/drafts.js').Draft>} */
    this.drafts = new Map();
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
    this.addEventListener('playground-select', (event) => {
      event.stopPropagation();
      const { how, selection } = /** @type {import('../../elements/events.js').SelectEvent} */ (
        event
      );
      if (how === 'pin' || (selection && !('operand' in selection))) return;
      this.#pointed = /** @type {Cell | undefined} */ (selection);
      this.#shine();
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!['picture', 'layer', 'pixel', 'channel'].some((name) => changed.has(name))) return;
    this.#patch = patchOf(this.picture, this.layer, this.pixel, this.channel);
    this.#outcome = rounded(evaluated(this.engine, this.#patch.state));
  }

  render() {
    const { t, engine } = this;
    const { state, offset } = this.#patch;
    const outcome = this.#outcome;
    if (!outcome.y) return '';
    return html`
      <conv-stage
        .state=${state}
        .outcome=${outcome}
        .engine=${engine}
        .light=${this.#light}
        .channel=${{ input: Math.min(this.channel, state.x.shape[1] - 1), output: 0 }}
        .drafts=${this.drafts}
        .fixed=${this.editable ? ['x', 'bias'] : ['x', 'k', 'bias']}
        .t=${t}
      ></conv-stage>
      <conv-sentence
        .outcome=${outcome}
        .light=${this.#light}
        .bias=${state.bias}
        .t=${t}
      ></conv-sentence>
      <div class="foot">
        <p class="shown">${this.#shown(outcome.y.data[offset])}</p>
        ${this.#movable ? html`<button @click=${this.#move}>${t('image.stage')}</button>` : ''}
      </div>
    `;
  }

  updated() {
    if (this.#outcome.y) this.#shine();
  }

  /** Explains what is pointed at in here, else the chosen pixel. */
  #shine() {
    const { state, offset } = this.#patch;
    const own = /** @type {const} */ ({ operand: 'y', offset });
    const { operand, offset: at } = this.#pointed ?? own;
    const there = at < size([...(this.#outcome[operand]?.shape ?? [0])]);
    const selection = this.#pointed && there ? this.#pointed : own;
    this.#light.show(selection, linksOf(this.engine, state, selection));
  }

  /** How the sum becomes a shade. @param {number} value */
  #shown(value) {
    const { mapping, t } = this;
    const cut = Math.max(0, Math.min(255, Math.round(shade[mapping](value))));
    const name = t(`image.channel.${names[this.channel]}`);
    const { row, column } = this.pixel;
    const number = formatNumber(Number(value.toFixed(2)));
    const pixel = this.layer.y[1] === channels ? name : t('image.channel.grey');
    return t(`image.shown.${mapping}`, { row, column, channel: pixel, value: number, shade: cut });
  }

  /** Whether the numbers may take the place of the page's layer. */
  get #movable() {
    const { state } = this.#patch;
    return (
      !lockable.some((part) => this.lock.includes(part)) &&
      !this.engine.editingFault('x', state.x.shape) &&
      !this.engine.editingFault('k', state.k.shape)
    );
  }

  #move() {
    const layer = layerOf(this.#patch.state);
    this.dispatchEvent(
      new UpdateEvent((state) => ({ ...state, ...layer, step: undefined, at: undefined })),
    );
    this.dispatchEvent(new NoticeEvent(this.t('image.staged')));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      conv-stage {
        padding: 16px;
      }
      conv-sentence {
        display: block;
        padding: 12px 16px;
        border-block: 1px solid var(--line);
        font-size: 16px;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
        padding: 10px 16px;
      }
      .shown {
        margin: 0;
        color: var(--quiet);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
}
