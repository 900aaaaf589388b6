import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { formats } from '../../code/formats/index.js';
import { controls } from '../../elements/styles.js';

/**
 * @typedef {import('../../code/layer.js').Layer} Layer
 * @typedef {import('../../code/layer.js').Cell} Cell
 * @typedef {import('../../code/layer.js').Place} Place
 */

/** @type {Place[]} */
const places = ['padding', 'stride', 'dilation', 'outputPadding', 'kernel'];

/**
 * What a cell has to state to be as in PyTorch.
 * @param {Layer} layer
 * @param {Place} place
 */
const numbersOf = (layer, place) => (place === 'kernel' ? layer.k.shape : layer[place]);

/**
 * Whether something else is written than the layer's numbers.
 * @param {Layer} layer
 * @param {Place} place
 * @param {Cell} cell
 */
const differs = (layer, place, { value }) =>
  value === undefined || String(value) !== String(numbersOf(layer, place));

/** The pads translator: what has to be written in each framework for a layer. */
export class CodePads extends PlaygroundElement {
  static properties = {
    layer: { attribute: false },
    chosen: {},
    t: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Layer} */
    this.layer = /** @type {any} */ (undefined);
    /** The name of the format whose program is shown. */
    this.chosen = '';
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    const { layer, t } = this;
    const shown = places.filter((place) => place !== 'outputPadding' || layer.op === 'tconv');
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t('code.pads')}>
        <table>
          <caption class="hidden">
            ${t('code.pads')}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t('code.framework')}</th>
              ${shown.map((place) => html`<th scope="col">${t(place === 'kernel' ? 'code.kernel' : `field.${place}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${formats.map((format) => this.#row(format, shown))}
          </tbody>
        </table>
      </div>
      <p class="note">${t('code.pads.note')}</p>
    `;
  }

  /**
   * @param {import('../../code/layer.js').Format} format
   * @param {Place[]} shown
   */
  #row({ name, label, cells }, shown) {
    const { layer, chosen, t } = this;
    const row = cells(layer);
    const [rows, columns] = layer.outputPadding;
    return html`<tr class=${name === chosen ? 'chosen' : ''}>
      <th scope="row">${label}</th>
      ${shown.map((place) => {
        const cell = row[place];
        const other = differs(layer, place, cell);
        return html`<td class=${other ? 'differs' : ''}>
          ${other ? html`<span class="mark" aria-hidden="true">≠</span>` : ''}
          ${cell.text ? html`<code>${cell.text}</code>` : ''}
          ${cell.means ? html`<span>${t(`code.means.${cell.means}`, { rows, columns })}</span>` : ''}
          ${cell.text || cell.means ? '' : html`<span class="quiet">–</span>`}
          ${other ? html`<span class="hidden">${t('code.differs')}</span>` : ''}
        </td>`;
      })}
    </tr>`;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .scroll {
        position: relative;
        overflow-x: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      table {
        border-collapse: collapse;
        width: 100%;
        font-size: 13px;
      }
      th,
      td {
        padding: 7px 10px;
        text-align: start;
        vertical-align: top;
      }
      th {
        white-space: nowrap;
      }
      td {
        min-width: 12ch;
      }
      th:first-child {
        position: sticky;
        inset-inline-start: 0;
        background: var(--page);
      }
      .chosen th:first-child {
        background: var(--well);
      }
      thead th {
        color: var(--quiet);
        font-weight: 400;
      }
      tbody th {
        font-weight: 600;
      }
      tbody tr {
        border-top: 1px solid var(--line);
      }
      .chosen {
        background: var(--well);
      }
      code {
        font-size: 12.5px;
      }
      .differs {
        color: var(--k);
      }
      .mark {
        font-weight: 700;
      }
      .note {
        margin: 8px 0 0;
        font-size: 13px;
        color: var(--quiet);
      }
    `,
  ];
}
