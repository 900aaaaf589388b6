import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { asked } from '../../model/asked.js';
import { controls } from '../../elements/styles.js';
import { axesOf } from '../axes.js';
import { OwnFields } from '../own-fields.js';
import { sections } from '../sections.js';
import { article } from './article.js';
import { groupOf, grouped, story } from './trips.js';
import { someOf, windowsOver } from './windows.js';

/** How many sizes are shown before and after the layer's own. */
const around = { before: 4, after: 7 };

/** Every size in a range: there, back, and the output padding that brings it back. */
export class ConvTripSizes extends PlaygroundElement {
  static properties = {
    layer: { attribute: false },
    first: {},
    engine: { attribute: false },
    t: { attribute: false },
    from: { state: true },
    to: { state: true },
  };

  #fields = new OwnFields(this);

  constructor() {
    super();
    /** The layer whose settings are used. */
    this.layer = article;
    /** Which operation goes first.
     * @type {'conv' | 'tconv'} */
    this.first = 'conv';
    /** @type {import('../../engine/engine.d.ts').Engine} */
    this.engine = /** @type {any} */ (undefined);
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** The range; until a person says, around the layer's own size.
     * @type {number | undefined} */
    this.from = undefined;
    /** @type {number | undefined} */
    this.to = undefined;
  }

  /** The size that the sentence is about, and the range. */
  get #range() {
    const size = this.layer.x.shape[2];
    const from = this.from ?? Math.max(1, size - around.before);
    const to = Math.max(from, this.to ?? from + around.before + around.after);
    return { size, from, to };
  }

  render() {
    const { t } = this;
    const { from, to } = this.#range;
    return html`
      <div class="axes">
        ${axesOf(this.layer).map((axes) => this.#axis(axes, from, to))}
        <div class="range">
          <div class="fields">${this.#field('from', from)} ${this.#field('to', to)}</div>
          <p class="note">
            ${t('trip.legend.returns')}<br />${t('trip.legend.repair')}${
              this.first === 'tconv' ? html`<br />${t('trip.legend.not')}` : ''
            }
          </p>
        </div>
      </div>
    `;
  }

  /**
   * @param {'from' | 'to'} name
   * @param {number} value
   */
  #field(name, value) {
    const { t, engine } = this;
    return html`<conv-number-field
      name="trip.${name}"
      label=${t(`trip.${name}`)}
      .value=${[value]}
      .minimum=${1}
      .maximum=${engine.limits.setting}
      .drafts=${this.#fields.drafts}
      .t=${t}
      @numbers=${(/** @type {any} */ event) => {
        const [wanted] = event.value;
        const { from, to } = this.#range;
        // At most as many as are told of, whichever end moves.
        const span = engine.limits.trips - 1;
        [this.from, this.to] =
          name === 'from'
            ? [wanted, Math.min(Math.max(to, wanted), wanted + span)]
            : [Math.max(Math.min(from, wanted), wanted - span), wanted];
      }}
    ></conv-number-field>`;
  }

  /**
   * @param {import('../axes.js').Axes} axes
   * @param {number} from
   * @param {number} to
   */
  #axis({ name, indices }, from, to) {
    const { t, layer } = this;
    const trips = (/** @type {number} */ first, /** @type {number} */ last) =>
      asked(this.engine, { ...layer, op: this.first }).trips(name, first, last);
    const own = layer.x.shape[2 + indices[0]];
    const letters = this.first === 'conv' ? ['f(X)', 'g(f(X))'] : ['g(X)', 'f(g(X))'];
    const group = groupOf(grouped(trips(Math.max(1, own - 64), own + 63)), own);
    return html`<div class=${indices.length === 2 ? 'both' : ''}>
      ${indices.length === 1 ? html`<h3>${t(`axis.${name}`)}</h3>` : ''}
      <p role="status">${group ? this.#sentence(group) : ''}</p>
      <div>
        <table>
          <thead>
            <tr>
              <th scope="col">X</th>
              <td></td>
              <th scope="col">${letters[0]}</th>
              <td></td>
              <th scope="col">${letters[1]}</th>
            </tr>
          </thead>
          <tbody>
            ${grouped(trips(from, to)).map((group) => this.#row(group, own))}
          </tbody>
        </table>
      </div>
      ${group ? this.#windows(group, indices[0], own) : ''}
    </div>`;
  }

  /**
   * What conv2d reads, there or on the way back.
   * @param {import('./trips.js').Group} group
   * @param {0 | 1} axis
   * @param {number} own
   */
  #windows({ there, trips }, axis, own) {
    const forth = this.first === 'conv';
    const all = forth ? trips.map(({ size }) => size) : there === undefined ? [] : [there];
    const sizes = someOf(all, own)
      .map((size) => windowsOver(this.engine, this.layer, axis, size))
      .filter((windows) => windows !== undefined);
    return html`<conv-trip-windows
      .sizes=${sizes}
      hue=${forth ? 'x' : 'y'}
      .t=${this.t}
    ></conv-trip-windows>`;
  }

  /** @param {import('./trips.js').Group} group */
  #sentence(group) {
    const { t } = this;
    const { there, back, trips } = group;
    const list = (/** @type {(number | undefined)[]} */ numbers) =>
      [numbers.slice(0, -1).join(t('trip.comma')), numbers.at(-1)]
        .filter((part) => part !== '')
        .join(t('trip.and'));
    const others = trips.filter(({ size, repair }) => size !== back && repair !== undefined);
    const told = story(group);
    const key = told === 'share' && trips.length === 2 ? 'share.two' : told;
    const said = t(`trip.${key}`, {
      sizes: list(trips.map(({ size }) => size)),
      there: there ?? '',
      back: back ?? '',
      padding: trips[0].repair ?? '',
    });
    if (told !== 'share' || others.length === 0) return said;
    const repair = t('trip.repairs', {
      paddings: list(others.map(({ repair }) => repair)),
      sizes: list(others.map(({ size }) => size)),
    });
    return said + repair;
  }

  /**
   * @param {import('./trips.js').Group} group
   * @param {number} own
   */
  #row({ there, back, trips }, own) {
    const { t } = this;
    const current = trips.some(({ size }) => size === own);
    const size = (/** @type {number | undefined} */ number, /** @type {string} */ hue) =>
      number === undefined
        ? html`<td class="none">
            <span aria-hidden="true">–</span><span class="hidden">${t('trip.nothing')}</span>
          </td>`
        : html`<td class=${hue}>${number}</td>`;
    return html`<tr aria-current=${current}>
      <td>
        <ul class="chips">
          ${trips.map((trip) => this.#size(trip, back))}
        </ul>
      </td>
      <td class="arrow" aria-hidden="true">→</td>
      ${size(there, 'y')}
      <td class="arrow" aria-hidden="true">→</td>
      ${size(back, 'x')}
    </tr>`;
  }

  /**
   * @param {import('./trips.js').Trip} trip
   * @param {number | undefined} back
   */
  #size({ size, repair, there }, back) {
    const { t } = this;
    if (there === undefined && repair === undefined) return html`<li>${size}</li>`;
    if (size === back) {
      return html`<li class="returns">
        <strong class="x">${size}</strong>
        <span aria-hidden="true">✓</span><span class="hidden">${t('trip.returns')}</span>
      </li>`;
    }
    const how = repair === undefined ? t('trip.not') : t('trip.by', { padding: repair });
    return html`<li>
      <strong class="x">${size}</strong>
      <span aria-hidden="true">${repair === undefined ? '✗' : `+${repair}`}</span
      ><span class="hidden">${how}</span>
    </li>`;
  }

  static styles = [
    controls,
    sections,
    css`
      .axes {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: 16px 56px;
      }
      .axes > :not(.range) {
        flex: 0 1 440px;
      }
      /* Beside its sizes, why they are as they are. */
      .axes > .both {
        flex: 1 1 820px;
        display: flex;
        flex-wrap: wrap;
        gap: 10px 48px;
      }
      .both > * {
        flex: 0 1 auto;
      }
      .both > [role='status'] {
        flex-basis: 100%;
        max-width: none;
        margin: 0;
      }
      .both > conv-trip-windows {
        flex: 1 1 380px;
        max-width: 440px;
      }
      .range {
        flex: 1 0 200px;
      }
      .range .note {
        line-height: 1.8;
      }
      h3 {
        margin: 0 0 4px;
        font-size: 14px;
      }
      [role='status'] {
        margin-bottom: 14px;
        max-width: 60ch;
      }
      table {
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th {
        padding: 0 12px 4px;
        font-size: 13px;
        font-weight: 500;
        color: var(--quiet);
      }
      tr > :first-child {
        text-align: start;
        padding-inline-start: 10px;
      }
      tbody td {
        padding: 2px 12px;
        border-top: 1px solid var(--line);
        text-align: center;
        font-weight: 600;
      }
      tbody .arrow,
      tbody .none {
        color: var(--quiet);
        font-weight: 400;
      }
      tbody .arrow {
        padding: 4px;
      }
      [aria-current='true'] td {
        background: var(--well);
      }
      li {
        min-width: 56px;
        padding: 2px 8px;
        font-weight: 400;
        color: var(--quiet);
        text-align: center;
        white-space: nowrap;
      }
      @container (max-width: 600px) {
        table {
          width: 100%;
        }
        th,
        tbody td,
        tbody .arrow,
        tr > :first-child {
          padding-inline: 3px;
        }
        tr > :first-child {
          width: 100%;
        }
        .chips {
          gap: 4px;
        }
        li {
          min-width: 0;
          padding: 3px 6px;
        }
      }
      .returns {
        color: var(--x);
      }
    `,
  ];
}
