import { html } from 'lit';
import { defined } from '../../elements/defined.js';
import { namer } from '../../model/names.js';
import { peakOf } from '../../model/peak.js';
import { unusedCells } from '../../model/unused.js';
import { kernelPlane, planeSources, windowOf } from '../../model/window.js';
import { cellAt } from '../../state/tensor.js';
import { cell, cellSide, mostDrawn, pitch, symbolWidth } from './measures.js';
import { StepsPart } from './part.js';
import { windowAround } from './parts.js';
import { figures } from './styles.js';

/**
 * @typedef {import('../../elements/light.js').Light} Light
 *
 * @typedef {object} Read what is read, whatever the numbers
 * @property {Int32Array} sources the cell of X's plane that each cell of the drawn one is, or what zero
 * @property {number} first the offset of that plane's first cell
 * @property {number} begin the offset of the first weight
 * @property {(at: number) => number | undefined} source the cell of X
 * @property {(at: number) => number} weight the cell of K
 * @property {(at: number) => string} name of a cell of X
 * @property {(at: number) => string} weightName
 */

/** How the zeros of the plane are drawn. */
const zeros = /** @type {Record<number, string>} */ ({ [-1]: 'inserted', [-2]: 'padding' });

/**
 * The window over X as the operation reads it, and Y as far as it is collected: for a transposed
 * convolution over X with zeros inserted, under the flipped kernel.
 *
 * @extends {StepsPart<Read>}
 */
export class ConvGather extends StepsPart {
  planned() {
    const { outcome, state, channel } = this.layer;
    const { x, k, steps } = outcome;
    const [, channels, height, width] = x.shape;
    const first = Math.min(channel.input, channels - 1) * height * width;
    const sources = planeSources(steps, width);
    const cells = k.shape[2] * k.shape[3];
    const begin = kernelPlane(state, k.shape, channel) * cells;
    const [xName, kName] = [namer('x', x.shape), namer('k', k.shape)];
    /** @param {number} at */
    const source = (at) => (sources[at] < 0 ? undefined : first + sources[at]);
    /** @param {number} at */
    const weight = (at) => begin + (steps.flipped ? cells - 1 - at : at);
    return {
      sources,
      first,
      begin,
      source,
      weight,
      /** @param {number} at */
      name(at) {
        const offset = source(at);
        return offset === undefined ? '0' : xName(offset);
      },
      weightName: (/** @type {number} */ at) => kName(weight(at)),
    };
  }

  render() {
    const { outcome, state, t } = this.layer;
    const { k, y, steps } = outcome;
    const columns = steps.columns.length + k.shape[3] + y.shape[3];
    const size = cellSide(this.room - 2 * symbolWidth, 1, Math.min(columns, 3 * mostDrawn.columns));
    return html`<h3>${t(`steps.gather.${state.op}`)}</h3>
      <div class="row">
        ${this.#plane(size)}<span class="symbol">·</span>${this.#kernel(size)}
        <span class="symbol">=</span>${this.#collected(size)}
      </div>
      <div class="notes">${this.channels()}</div>`;
  }

  /** @param {number} size */
  #plane(size) {
    const { outcome, state, t } = this.layer;
    const { sources, first, source, name } = this.plan;
    const { x, steps } = outcome;
    const data = Float64Array.from(sources, (from) => (from < 0 ? 0 : x.data[first + from]));
    const tensor = { shape: [1, 1, steps.rows.length, steps.columns.length], data };
    const box = windowOf(state, outcome, this.present);
    const taps = new Set(box.taps);
    const unused = unusedCells(steps, x.shape);
    const label = t(steps.flipped ? 'steps.zeros' : 'steps.plane');
    return html`<figure>
      <conv-grid
        operand="x"
        .tensor=${tensor}
        .window=${windowAround([steps.rows.length, steps.columns.length], this.#most(size), box)}
        .size=${size}
        .label=${label}
        .name=${name}
        .peak=${peakOf(x.data)}
        .mark=${(/** @type {number} */ at) =>
          `${zeros[sources[at]] ?? (unused(sources[at]) ? 'unused' : '')} ${taps.has(at) ? 'window' : ''}`}
        .stands=${source}
      ></conv-grid>
      <figcaption>${label}</figcaption>
    </figure>`;
  }

  /** @param {number} size */
  #kernel(size) {
    const { outcome, light, t } = this.layer;
    const { begin, weight, weightName } = this.plan;
    const { k, steps } = outcome;
    const [, , rows, columns] = k.shape;
    const cells = k.data.slice(begin, begin + rows * columns);
    const drawn = (/** @type {number} */ offset) =>
      steps.flipped ? cells.length - 1 - (offset - begin) : offset - begin;
    const label = t(steps.flipped ? 'steps.flipped' : 'steps.kernel');
    return html`<figure>
      <conv-grid
        operand="k"
        .tensor=${{ shape: [1, 1, rows, columns], data: steps.flipped ? cells.reverse() : cells }}
        .window=${windowAround([rows, columns], this.#most(size), {
          top: 0,
          bottom: 0,
          left: 0,
          right: 0,
        })}
        .size=${size}
        .label=${label}
        .name=${weightName}
        .peak=${peakOf(k.data)}
        .light=${light}
        .lit=${(/** @type {Light} */ from) => ({
          linked: [...from.linked('k')].map(drawn).filter((at) => at >= 0 && at < cells.length),
          selected: undefined,
        })}
        .stands=${weight}
      ></conv-grid>
      <figcaption>${label}</figcaption>
    </figure>`;
  }

  /** @param {number} size */
  #collected(size) {
    const { outcome, state, light, t } = this.layer;
    const { y } = outcome;
    const { present } = this;
    const [, channel, row, column] = cellAt(y.shape, present);
    const box = { top: row, bottom: row, left: column, right: column };
    const all = y.data.length;
    const selected = state.step === undefined ? undefined : present;
    const label =
      present === all - 1 ? t('steps.sum') : t('steps.sofar', { count: present + 1, all });
    return html`<figure>
      <conv-grid
        operand="y"
        .tensor=${y}
        .plane=${channel}
        .window=${windowAround(y.shape.slice(2), this.#most(size), box)}
        .size=${size}
        .label=${t('steps.collected')}
        .name=${namer('y', y.shape)}
        .peak=${peakOf(y.data)}
        .light=${light}
        .lit=${(/** @type {Light} */ from) => ({ linked: from.linked('y'), selected })}
        .mark=${(/** @type {number} */ offset) => (offset > present ? 'blank' : '')}
      ></conv-grid>
      <figcaption>${label}</figcaption>
    </figure>`;
  }

  /** As much of a plane as is drawn. @param {number} size */
  #most(size) {
    const columns = Math.floor((this.room - symbolWidth) / (Math.max(size, cell.least) * pitch));
    return { rows: mostDrawn.rows, columns: Math.max(4, Math.min(mostDrawn.columns, columns)) };
  }

  static styles = figures;
}

export const defineGather = () => defined({ 'conv-gather': ConvGather });
