import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { icon } from '../../elements/icons.js';
import { controls } from '../../elements/styles.js';
import { operationOf } from '../../model/asked.js';
import randomIcon from 'lucide-static/icons/dices.svg?raw';
import { keeping, presetOf, withFilter } from './choices.js';
import { mappings } from './picture.js';
import { presets, sizes, strengths } from './presets.js';
import { segments } from '../../elements/segments.js';
import { factors, upsamplers } from './upsamplers.js';

/** @typedef {import('./choices.js').Choices} Choices */

/** What was chosen. */
export class ChoicesEvent extends Event {
  /** @param {Choices} choices */
  constructor(choices) {
    super('choices');
    this.choices = choices;
  }
}

const random = icon(randomIcon);

/** The size of a kernel as it is read. @param {number} side */
const square = (side) => `${side} × ${side}`;

/**
 * What is to be done with the picture.
 *
 * @fires ChoicesEvent
 */
export class ConvImageSettings extends PlaygroundElement {
  static properties = {
    choices: { attribute: false },
    weights: { attribute: false },
    op: {},
    factor: { type: Number },
    t: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Choices} */
    this.choices = /** @type {any} */ (undefined);
    /** The present kernel. @type {import('./presets.js').Weights} */
    this.weights = /** @type {any} */ (undefined);
    /** The page's operation. @type {import('../../state/kernel.js').Operation} */
    this.op = 'conv';
    /** The most that the picture can be enlarged. */
    this.factor = factors.least;
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    const { t, choices } = this;
    const filter = choices.mode === 'filter';
    return html`
      <div class="bar">
        ${segments(
          t('image.mode'),
          this.#named('mode', ['filter', 'upsample']),
          choices.mode,
          (mode) => this.#setMode(/** @type {Choices['mode']} */ (mode)),
        )}
        ${filter ? this.#filters() : this.#upsamplers()}
      </div>
      <div class="sliders">${filter ? this.#filterSettings() : this.#upsampleSettings()}</div>
    `;
  }

  /**
   * Choices with what they are called.
   * @param {string} prefix
   * @param {readonly string[]} names
   */
  #named(prefix, names) {
    return names.map((name) => ({ name, label: this.t(`image.${prefix}.${name}`) }));
  }

  /** @param {Choices['mode']} mode */
  #setMode(mode) {
    const preset = mode === 'filter' ? presetOf(this.choices.filter) : undefined;
    this.#choose({ mode, mapping: preset?.mapping ?? 'clamp' });
  }

  /**
   * @param {string} label
   * @param {{ name: string, label: string }[]} all
   * @param {string} chosen
   * @param {(name: string) => void} choose
   */
  #chips(label, all, chosen, choose) {
    return html`<div class="chips" role="group" aria-label=${label}>
      ${all.map(
        ({ name, label }) =>
          html`<button aria-pressed=${name === chosen} @click=${() => choose(name)}>
            ${label}
          </button>`,
      )}
    </div>`;
  }

  #filters() {
    const names = ['page', ...presets.map(({ name }) => name), 'own'];
    const { choices, weights, t } = this;
    return this.#chips(t('image.filters'), this.#named('filter', names), choices.filter, (name) =>
      this.#tell(withFilter(choices, name, weights)),
    );
  }

  #upsamplers() {
    const { choices, t } = this;
    return this.#chips(
      t('image.upsamplers'),
      this.#named('upsampler', upsamplers),
      choices.upsampler,
      (name) => this.#choose({ upsampler: /** @type {any} */ (name) }),
    );
  }

  #filterSettings() {
    const { choices, t } = this;
    const preset = presetOf(choices.filter);
    const { shape } = this.weights;
    const size = { ...sizes, step: 2, text: square(choices.size) };
    const ownSize = { ...size, least: 1, step: 1 };
    const operation = operationOf({ op: this.op });
    return html`
      ${preset?.generator ? this.#slider('size', size) : ''}
      ${choices.filter === 'own' ? this.#slider('size', ownSize) : ''}
      ${preset?.rest ? this.#slider('strength', strengths) : ''}
      ${
        choices.filter === 'page'
          ? html`<p class="quiet layer">${t('image.page', { operation })}</p>`
          : [
              this.#slider('stride', { least: 1, most: 6 }),
              this.#slider('dilation', { least: 1, most: 12 }),
              this.#slider('padding', {
                least: keeping,
                most: 40,
                text: choices.padding === keeping ? t('image.padding.same') : undefined,
              }),
            ]
      }
      ${shape[0] * shape[1] === 1 ? this.#select('channels', ['each', 'mixed']) : ''}
      ${this.#common()}
    `;
  }

  #upsampleSettings() {
    const { choices, t } = this;
    const { factor } = choices;
    const side = Math.max(choices.side, factor);
    const range = { least: factor, most: 3 * factor + 2, text: square(side) };
    const own = /** @type {const} */ ({ upsampler: 'random' });
    return html`
      ${this.#slider('factor', { least: factors.least, most: this.factor, text: `× ${factor}` })}
      ${this.#slider('side', range, own)}
      <button @click=${() => this.#choose({ seed: choices.seed + 1, ...own })}>
        ${random} ${t('image.reseed')}
      </button>
      ${this.#common()}
    `;
  }

  #common() {
    return [this.#select('edge', ['repeat', 'zero']), this.#select('mapping', mappings)];
  }

  /**
   * @param {'size' | 'strength' | 'stride' | 'dilation' | 'padding' | 'factor' | 'side'} name
   * @param {{ least: number, most: number, step?: number, text?: string }} range
   * @param {Partial<Choices>} [also] what is chosen with it
   */
  #slider(name, { least, most, step = 1, text = String(this.choices[name]) }, also) {
    const label = this.t(`image.${name}`);
    return html`<label class="slider">
      <span>${label} <strong>${text}</strong></span>
      <input
        type="range"
        min=${least}
        max=${most}
        step=${step}
        .value=${String(this.choices[name])}
        aria-label=${label}
        aria-valuetext=${text}
        @input=${(/** @type {any} */ { target }) =>
          this.#choose({ [name]: Number(target.value), ...also })}
      />
    </label>`;
  }

  /**
   * @param {'channels' | 'edge' | 'mapping'} name
   * @param {readonly string[]} values
   */
  #select(name, values) {
    return html`<label class="select">
      <span>${this.t(`image.${name}`)}</span>
      <select @change=${(/** @type {any} */ { target }) => this.#choose({ [name]: target.value })}>
        ${values.map(
          (value) =>
            html`<option value=${value} ?selected=${value === this.choices[name]}>
              ${this.t(`image.${name}.${value}`)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  /** @param {Partial<Choices>} choices */
  #choose(choices) {
    this.#tell({ ...this.choices, ...choices });
  }

  /** @param {Choices} choices */
  #tell(choices) {
    this.dispatchEvent(new ChoicesEvent(choices));
  }

  static styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      p {
        margin: 0;
      }
      .bar,
      .sliders {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px 16px;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .chips button {
        border-radius: 999px;
        padding: 2px 10px;
        min-height: 30px;
        font-size: 14px;
      }
      .chips button[aria-pressed='true'] {
        border-color: var(--strong);
        background: var(--strong);
        color: var(--on-strong);
        font-weight: 600;
      }
      .sliders {
        align-items: end;
        gap: 12px 18px;
        padding: 12px 16px;
        border-radius: 12px;
        background: var(--well);
      }
      .slider,
      .select {
        display: grid;
        gap: 4px;
        font-size: 13px;
        color: var(--quiet);
      }
      .slider {
        flex: 1 1 104px;
        max-width: 220px;
      }
      .slider > span {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        white-space: nowrap;
      }
      .slider strong {
        color: var(--ink);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      input[type='range'] {
        width: 100%;
        height: 32px;
        accent-color: var(--ink);
        cursor: pointer;
      }
      select {
        min-width: 0;
        min-height: 32px;
        padding: 2px 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
      }
      .layer {
        flex: 1 1 220px;
        align-self: center;
        font-size: 13px;
      }
      @container (max-width: 600px) {
        .select {
          flex: 1 1 100%;
          display: flex;
          justify-content: space-between;
          align-items: center;
        }
      }
    `,
  ];
}
