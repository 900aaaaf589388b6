import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { UpdateEvent } from '../../elements/events.js';
import { segments } from '../../elements/segments.js';
import { controls } from '../../elements/styles.js';
import { operationOf } from '../../model/asked.js';
import { allowed } from '../../state/lock.js';
import { OwnFields } from '../own-fields.js';
import { isFound, withFound } from './apply.js';
import { used } from './used.js';
import { axesOfLayer } from '../axes.js';
import { sections } from '../sections.js';

/**
 * @typedef {import('../../engine/engine.d.ts').Found} Found
 * @typedef {import('../../engine/engine.d.ts').Search} Search
 */

/** How many answers are listed before one asks for all. */
const few = 8;
/** @type {(keyof Search)[]} */
const ranges = ['kernel', 'stride', 'padding', 'dilation'];

/**
 * Which settings lead from one size to another, in a range, simple ones first.
 *
 * @fires UpdateEvent
 */
export class ConvShapeSolver extends PlaygroundElement {
  static properties = {
    given: { attribute: false },
    axis: { state: true },
    input: { state: true },
    output: { state: true },
    most: { state: true },
    all: { state: true },
  };

  #fields = new OwnFields(this);

  constructor() {
    super();
    /** What the panel is given.
     * @type {import('../panel-element.js').PanelElement} */
    this.given = /** @type {any} */ (undefined);
    /** The axis asked about, where they differ; until then the one that is more than one.
     * @type {'height' | 'width' | undefined} */
    this.axis = undefined;
    /** The sizes asked for; until then those of the layer.
     * @type {number | undefined} */
    this.input = undefined;
    /** @type {number | undefined} */
    this.output = undefined;
    /** @type {Search} */
    this.most = { kernel: 7, stride: 4, padding: 3, dilation: 1 };
    this.all = false;
  }

  /** The axes that are asked about, and set by what is used: both where they agree. */
  get #axes() {
    const { state } = this.given;
    const axes = axesOfLayer(state);
    const [, , height, width] = state.x.shape;
    const usual = height === 1 && width > 1 ? 'width' : 'height';
    return axes.find(({ name }) => name === (this.axis ?? usual)) ?? axes[0];
  }

  get #sizes() {
    const { outcome } = this.given;
    const [axis] = this.#axes.indices;
    return {
      input: this.input ?? outcome.x.shape[2 + axis],
      output: this.output ?? outcome.y.shape[2 + axis],
    };
  }

  /** Once the layer is as asked, its input is asked about: not before, or the answers would be others for a
   * moment, and what has the focus be gone. */
  willUpdate() {
    const { outcome } = this.given;
    if (this.input === outcome.x.shape[2 + this.#axes.indices[0]]) this.input = undefined;
  }

  /** Which axis is asked about, where they differ. */
  #choice() {
    const { t, state } = this.given;
    const axes = axesOfLayer(state);
    if (axes.length === 1) return '';
    const all = axes.map(({ name }) => ({ name, label: t(`axis.${name}`) }));
    return segments(t('solver.axis'), all, this.#axes.name, (name) => {
      this.axis = /** @type {'height' | 'width'} */ (name);
      this.input = this.output = undefined;
      this.all = false;
    });
  }

  render() {
    const { t, state, engine } = this.given;
    const { input, output } = this.#sizes;
    return html`
      <h2>${t('solver.title')}</h2>
      <div class="fields">
        ${this.#choice()} ${this.#size('input', input)} ${this.#size('output', output)}
        ${this.#ratio(input)}
        <span class="rule" aria-hidden="true"></span>
        ${ranges.map((name) => this.#range(name))}
      </div>
      ${
        this.#fields.drafts.size > 0
          ? html`<p role="status" class="note">${t('shapes.number')}</p>`
          : this.#answers(engine.settingsBetween(operationOf(state), input, output, this.most))
      }
    `;
  }

  /**
   * @param {'input' | 'output'} name
   * @param {number} value
   */
  #size(name, value) {
    const { setting } = this.given.engine.limits;
    return this.#field(`solver.${name}`, value, [1, setting], (wanted) => (this[name] = wanted));
  }

  /** @param {keyof Search} name */
  #range(name) {
    const least = name === 'padding' ? 0 : 1;
    const { search } = this.given.engine.limits;
    return this.#field(`solver.most.${name}`, this.most[name], [least, search[name]], (wanted) => {
      this.most = { ...this.most, [name]: wanted };
    });
  }

  /**
   * @param {string} name
   * @param {number} value
   * @param {number[]} range
   * @param {(value: number) => void} set
   */
  #field(name, value, [minimum, maximum], set) {
    const { t } = this.given;
    return html`<conv-number-field
      name=${name}
      label=${t(name)}
      .value=${[value]}
      .minimum=${minimum}
      .maximum=${maximum}
      .drafts=${this.#fields.drafts}
      .t=${t}
      @numbers=${(/** @type {any} */ event) => {
        set(event.value[0]);
        this.all = false;
      }}
    ></conv-number-field>`;
  }

  /** The output most often asked for: twice the input, or half of it. @param {number} input */
  #ratio(input) {
    const { t, state } = this.given;
    const conv = state.op === 'conv';
    if (conv && input % 2 === 1) return '';
    return html`<button @click=${() => (this.output = conv ? input / 2 : 2 * input)}>
      ${t(conv ? 'solver.halve' : 'solver.double')}
    </button>`;
  }

  /** @param {Found[]} found */
  #answers(found) {
    const { t, state } = this.given;
    const { input, output } = this.#sizes;
    if (found.length === 0) {
      return html`<p role="status">${t('solver.none', { input, output })}</p>`;
    }
    const shown = this.all ? found : found.slice(0, few);
    const headings = [...ranges.filter((name) => this.#shows(name)), 'outputPadding', 'overlap'];
    const scaling = found.some(({ scales }) => scales);
    return html`
      <p role="status" class="note">
        ${t('solver.count', { count: found.length, input, output })}
        ${state.op === 'conv' ? t('solver.back') : ''}
      </p>
      <div class="answers">
        <div class="table" role="region" aria-label=${t('solver.title')} tabindex="0">
          <table>
            <thead>
              <tr>
                ${headings.map((name) => html`<th scope="col">${t(`solver.${name}`)}</th>`)}
                ${scaling ? html`<th scope="col">${t('solver.always')}</th>` : ''}
                <td></td>
              </tr>
            </thead>
            <tbody>
              ${shown.map((each) => this.#row(each, scaling))}
            </tbody>
          </table>
        </div>
        <p class="note">
          ${t('solver.note.even')}<br />${scaling ? html`${t('solver.note.always')}<br />` : ''}
          ${t(this.#axes.indices.length === 2 ? 'solver.note.use' : 'solver.note.use.axis')}
        </p>
      </div>
      ${
        shown.length < found.length
          ? html`<button class="more" @click=${() => (this.all = true)}>
              ${t('solver.all', { count: found.length })}
            </button>`
          : ''
      }
    `;
  }

  /** A dilation of 1 throughout needs no column. @param {string} name */
  #shows(name) {
    return name !== 'dilation' || this.most.dilation > 1;
  }

  /**
   * @param {Found} found
   * @param {boolean} scaling whether any holds for every size
   */
  #row(found, scaling) {
    const { t, state } = this.given;
    const { input, output } = this.#sizes;
    const { indices } = this.#axes;
    const same = indices.every((axis) => state.x.shape[2 + axis] === input);
    const present = same && isFound(state, found, indices);
    const ratio = found.stride === 1 ? '=' : `${state.op === 'conv' ? '÷' : '×'}${found.stride}`;
    return html`<tr aria-current=${present ? 'true' : 'false'}>
      ${ranges.filter((name) => this.#shows(name)).map((name) => html`<td>${found[name]}</td>`)}
      <td>${found.outputPadding}</td>
      <td class=${found.even ? 'even' : 'uneven'}>
        ${t(found.even ? 'solver.even' : 'solver.uneven')}
      </td>
      ${scaling ? html`<td>${found.scales ? ratio : ''}</td>` : ''}
      <td>${this.#use(found, input, output, present)}</td>
    </tr>`;
  }

  /**
   * @param {Found} found
   * @param {number} input
   * @param {number} output
   * @param {boolean} present whether it is the layer already; the button stays, for who has just used it
   */
  #use(found, input, output, present) {
    const { t, state, engine, lock } = this.given;
    const { name: axis, indices } = this.#axes;
    const update = (/** @type {typeof state} */ now) =>
      withFound(engine, now, found, input, indices);
    const { kernel, stride, padding, dilation, outputPadding } = found;
    return html`<button
      class=${present ? 'plain' : ''}
      aria-disabled=${present ? 'true' : nothing}
      aria-label=${present ? nothing : t('solver.use.all', { kernel, stride, padding, dilation, outputPadding, input, output })}
      ?disabled=${!present && !allowed(lock, state, update(state))}
      @click=${() => {
        if (present) return;
        this.dispatchEvent(new UpdateEvent(update, used(this.given, update)));
        // The layer may have become square: the question stays on its axis if it has not.
        this.axis = indices.length === 1 ? axis : undefined;
        this.input = input;
        this.output = output;
      }}
    >
      ${t(present ? 'solver.present' : 'solver.use')}
    </button>`;
  }

  static styles = [
    controls,
    sections,
    css`
      .rule {
        align-self: stretch;
        border-inline-start: 1px solid var(--line);
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: 12px 40px;
        margin: 8px 0 12px;
      }
      .answers .note {
        flex: 1 1 260px;
        max-width: 52ch;
        padding-top: 4px;
        line-height: 1.7;
      }
      .table {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 4px 14px;
        text-align: center;
        border-bottom: 1px solid var(--line);
      }
      th {
        font-size: 12px;
        font-weight: 400;
        color: var(--quiet);
        vertical-align: bottom;
      }
      thead td {
        border-bottom: 1px solid var(--line);
      }
      tbody td {
        height: 42px;
      }
      tbody td:not([class]):not(:last-child) {
        font-weight: 600;
      }
      [aria-current='true'] td {
        background: var(--well);
      }
      td button[aria-disabled] {
        cursor: default;
        padding: 0;
        border-color: transparent;
        font-size: 13px;
        white-space: normal;
      }
      .uneven {
        color: var(--quiet);
      }
      .even::before {
        content: '✓ ';
      }
      @container (max-width: 600px) {
        .rule {
          flex: 1 0 100%;
          align-self: auto;
        }
        .table {
          flex: 1 0 100%;
        }
        table {
          width: 100%;
        }
        th,
        td {
          padding: 4px;
          font-size: 14px;
        }
        th {
          font-size: 11px;
        }
      }
    `,
  ];
}
