import { html } from 'lit';
import { letThrough } from '../../model/let-through.js';
import { cellName, namer } from '../../model/names.js';
import { peakOf } from '../../model/peak.js';
import { run } from '../../model/run.js';
import { unusedCells } from '../../model/unused.js';
import { cellAt } from '../../state/tensor.js';
import { shortNumber } from '../../state/number.js';
import { cell, cellSide, mostDrawn, pitch, symbolWidth } from './measures.js';
import { StepsPart } from './part.js';
import { windowAround } from './parts.js';
import { stamped } from './stamps.js';
import { figures } from './styles.js';

/**
 * @typedef {import('./stamps.js').Stamp} Stamp
 * @typedef {import('../../model/let-through.js').Added} Added
 *
 * @typedef {object} FullOutput the output before padding crops it, of all stamps of a layer
 * @property {number} plane the one of its planes that is drawn
 * @property {(offset: number) => number | undefined} toY the cell of Y that a cell of it is
 * @property {(light: import('../../elements/light.js').Light) => import('../../elements/light.js').Lit} lit
 * @property {(offset: number) => string} name
 * @property {{ rows: Added, columns: Added }} [added] what output padding lets through of it
 *
 * @typedef {object} Drawing a stamp or a sum, ready to be drawn
 * @property {Stamp['tensor']} tensor
 * @property {(offset: number) => string} mark
 */

/** The most stamps that are drawn at once. */
const mostStamps = 5;

/** Drawings that are kept, of a layer whose steps go on. */
const mostKept = 64;
/** The room that "the 17 before" takes. */
const beforeWidth = 110;

/**
 * @param {readonly number[]} y the shape of the output
 * @param {import('../../engine/engine.d.ts').Steps} steps
 * @param {number} plane
 * @returns {FullOutput}
 */
function fullOutput(y, steps, plane) {
  const [, , height, width] = y;
  const [tall, wide] = steps.full;
  const [top, left] = steps.frame;
  const called = namer('y', y);
  /** @param {number} offset */
  const toY = (offset) => {
    const row = (Math.floor(offset / wide) % tall) - top;
    const column = (offset % wide) - left;
    const inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? (plane * height + row) * width + column : undefined;
  };
  /** @param {number} offset */
  const fromY = (offset) => {
    const [, channel, row, column] = cellAt([...y], offset);
    return (channel * tall + row + top) * wide + column + left;
  };
  return {
    plane,
    toY,
    lit(light) {
      const { selection } = light;
      const cell = selection && 'operand' in selection ? selection : undefined;
      return {
        // A stamp's links go all over it.
        linked: cell?.operand === 'x' ? [] : [...light.linked('y')].map(fromY),
        selected: cell?.operand === 'y' ? fromY(cell.offset) : undefined,
      };
    },
    name(offset) {
      const own = toY(offset);
      return own === undefined ? '(Y)' : called(own);
    },
  };
}

/**
 * The stamps of X's cells and their sum so far, on the output before padding crops it.
 *
 * @extends {StepsPart<FullOutput>}
 */
export class ConvScatter extends StepsPart {
  static properties = { ...StepsPart.properties, brief: { type: Boolean } };

  /** @type {Map<string, Drawing>} */
  #drawings = new Map();
  /** @type {{ outcome?: unknown, channel?: number }} */
  #drawnFor = {};

  constructor() {
    super();
    /** Whether only the present stamp is drawn. */
    this.brief = false;
  }

  planned() {
    const { outcome, channel, engine, state } = this.layer;
    const { y, steps } = outcome;
    const output = fullOutput(y.shape, steps, Math.min(channel.output, y.shape[1] - 1));
    return { ...output, added: letThrough(engine, state, outcome) };
  }

  render() {
    const { outcome, state, t } = this.layer;
    const count = outcome.x.data.length;
    const columns = Math.min(outcome.steps.full[1], mostDrawn.columns);
    const room = this.room - beforeWidth;
    const fits = Math.floor((room + symbolWidth) / (columns * cell.least * pitch + symbolWidth));
    const wanted = this.brief ? 1 : Math.max(1, Math.min(fits - 1, mostStamps));
    const shown = run(count, wanted, this.present, this.present);
    const size = cellSide(room, Math.max(1, Math.min(shown.count + 1, fits)), columns);
    const stamps = Array.from({ length: shown.count }, (_, i) =>
      this.#stamp(shown.first + i, size),
    );
    const before = shown.first > 0 ? t('steps.before', { count: shown.first }) : '';
    return html`<h3>${t(`steps.scatter.${state.op}`)}</h3>
      <div class="row">
        ${before ? html`<span class="before">${before}</span><span class="symbol">+</span>` : ''}
        ${stamps.map((stamp, i) => (i === 0 ? stamp : html`<span class="symbol">+</span>${stamp}`))}
        <span class="symbol">=</span>
        ${this.#sum(size)}
      </div>
      ${this.#notes()}`;
  }

  /**
   * @param {number} offset of the cell of X that stamps
   * @param {number} size
   */
  #stamp(offset, size) {
    const { outcome, engine, state, t } = this.layer;
    const { x } = outcome;
    const [, , row, column] = cellAt(x.shape, offset);
    const caption = html`<span class="x">${shortNumber(x.data[offset], 6)}</span> ·
      <span class="k">${t(state.op === 'conv' ? 'steps.flipped' : 'steps.kernel')}</span>
      ${t('steps.at', { row, column })}`;
    const label = t('steps.stamp', { cell: cellName('x', x.shape, offset) });
    // A cell that is cropped shows it by lying outside the frame.
    const unused = state.op === 'conv' && unusedCells(outcome.steps, x.shape)(offset);
    const drawing = this.#kept(`stamp ${offset}`, () => {
      const drawn = this.#drawing(stamped(engine, state, outcome, (other) => other === offset));
      return unused ? { ...drawn, mark: (at) => `${drawn.mark(at)} unused` } : drawn;
    });
    return this.#figure(drawing, label, caption, size, offset);
  }

  /** All that has been stamped, and the bias under it. @param {number} size */
  #sum(size) {
    const { outcome, engine, state, channel, t } = this.layer;
    const { present } = this;
    const drawing = this.#kept(`sum ${present}`, () => {
      const sum = stamped(engine, state, outcome, (offset) => offset <= present);
      const bias = state.bias?.[channel.output] ?? 0;
      const data = bias === 0 ? sum.tensor.data : sum.tensor.data.map((value) => value + bias);
      return this.#drawing({ ...sum, tensor: { ...sum.tensor, data } });
    });
    const all = outcome.x.data.length;
    const label =
      present === all - 1 ? t('steps.sum') : t('steps.sofar', { count: present + 1, all });
    return this.#figure(drawing, t('steps.added-up'), label, size, present);
  }

  /** What was drawn before of the same layer: a hover or a step leaves most as it is.
   * @param {string} key
   * @param {() => Drawing} draw */
  #kept(key, draw) {
    const { outcome, channel } = this.layer;
    if (this.#drawnFor.outcome !== outcome.y || this.#drawnFor.channel !== channel.output) {
      this.#drawings.clear();
      this.#drawnFor = { outcome: outcome.y, channel: channel.output };
    }
    // One may be as large as Y, and a player goes through thousands.
    if (this.#drawings.size >= mostKept) this.#drawings.clear();
    const drawing = this.#drawings.get(key) ?? draw();
    this.#drawings.set(key, drawing);
    return drawing;
  }

  /**
   * A stamp with how its cells are marked; what padding crops is pale.
   * @param {Stamp} stamp
   * @returns {Drawing}
   */
  #drawing({ tensor, reached }) {
    const { toY } = this.plan;
    return {
      tensor,
      mark: (offset) =>
        (reached(offset) ? '' : 'blank ') + (toY(offset) === undefined ? 'outside' : ''),
    };
  }

  /**
   * @param {Drawing} drawing
   * @param {string} label
   * @param {unknown} caption
   * @param {number} size
   * @param {number} around the cell of X whose stamp is to be in sight
   */
  #figure({ tensor, mark }, label, caption, size, around) {
    const { outcome, light } = this.layer;
    const { plane, toY, lit, name } = this.plan;
    return html`<figure>
      <conv-grid
        operand="y"
        .tensor=${tensor}
        .plane=${plane}
        .window=${this.#window(around, size)}
        .size=${size}
        .label=${label}
        ?faint=${around > this.present}
        .name=${name}
        .peak=${peakOf(outcome.y.data)}
        .mark=${mark}
        .frame=${this.#frame()}
        .light=${light}
        .lit=${lit}
        .stands=${toY}
      ></conv-grid>
      <figcaption>${caption}</figcaption>
    </figure>`;
  }

  /** What padding leaves of the full output; nothing where it crops nothing. */
  #frame() {
    const { y, steps } = this.layer.outcome;
    const [, , rows, columns] = y.shape;
    if (steps.full[0] <= rows && steps.full[1] <= columns) return undefined;
    return { row: steps.frame[0], column: steps.frame[1], rows, columns };
  }

  /**
   * The part that is drawn of an output too large: around where a cell stamps, near enough.
   * @param {number} around
   * @param {number} size
   */
  #window(around, size) {
    const { x, steps } = this.layer.outcome;
    const [, , row, column] = cellAt(x.shape, around);
    const [height, width] = steps.full;
    const middle = (
      /** @type {number} */ index,
      /** @type {number} */ count,
      /** @type {number} */ all,
    ) => Math.floor(((index + 0.5) / count) * all);
    const top = middle(row, x.shape[2], height);
    const left = middle(column, x.shape[3], width);
    const columns = Math.max(
      1,
      Math.min(mostDrawn.columns, Math.floor(this.room / (size * pitch))),
    );
    const box = { top, bottom: top, left, right: left };
    return windowAround(steps.full, { rows: mostDrawn.rows, columns }, box);
  }

  #notes() {
    const { outcome, t } = this.layer;
    const { y, steps } = outcome;
    const cropped = steps.full[0] > y.shape[2] || steps.full[1] > y.shape[3];
    return html`<div class="notes">
      ${cropped ? html`<p>${t('steps.crop')}</p>` : ''} ${this.#added()} ${this.channels()}
    </div>`;
  }

  /** What output padding has let through, and what else it has added. */
  #added() {
    const { state, t } = this.layer;
    const { added } = this.plan;
    if (!added) return '';
    const { rows, columns } = added;
    const all = rows.unreached.length + columns.unreached.length === 0;
    const counts = (/** @type {Added} */ { added, reached }) => ({ added, reached });
    const rest = state.bias ? 'steps.added.bias' : 'steps.added.zeros';
    return html`<p>
      ${rows.added > 0 ? t('steps.added.rows', counts(rows)) : ''}
      ${columns.added > 0 ? t('steps.added.columns', counts(columns)) : ''}
      ${t(all ? 'steps.added.all' : rest)}
    </p>`;
  }

  static styles = figures;
}
