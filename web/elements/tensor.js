import { html } from 'lit';
import { PlaygroundElement } from './element.js';
import { planeGap, rowsDrawn } from '../model/layout.js';
import { bare } from '../model/surround.js';
import { letter, namer, shapeName } from '../model/names.js';
import { notationFor, numberTally } from '../model/notation.js';
import { forms, plane as planeOf } from '../state/text/write.js';
import { cellAt, isLiteral } from '../state/tensor.js';
import { peakOf } from '../model/peak.js';
import { failureReason } from '../model/failure.js';
import { copied } from './clipboard.js';
import { wanted } from './defined.js';
import { differs } from './differs.js';
import { ChannelEvent, NoticeEvent } from './events.js';
import { icons } from './icons.js';
import { controls } from './styles.js';
import { tensorStyles } from './tensor-styles.js';

/** What it is saved as: see code/tensor-files.js, which comes with the first. */
const fileForms = ['file.csv', 'file.json', 'file.npy32', 'file.npy64'];

/**
 * A tensor: its name and shape, the planes that are shown, and ways to the others.
 */
export class ConvTensor extends PlaygroundElement {
  static properties = {
    operand: { reflect: true },
    called: {},
    tensor: { attribute: false },
    source: { attribute: false },
    planes: { attribute: false, hasChanged: differs },
    channel: { attribute: false, hasChanged: differs },
    counts: { attribute: false, hasChanged: differs },
    place: { attribute: false, hasChanged: differs },
    editable: { type: Boolean },
    locked: { type: Boolean },
    mark: { attribute: false },
    light: { attribute: false },
    lit: { attribute: false },
    stands: { attribute: false },
    pinned: { type: Number },
    surround: { attribute: false, hasChanged: differs },
    cropped: { type: Boolean },
    stencil: { attribute: false },
    absent: {},
    caption: { attribute: false },
    narrow: { type: Boolean, reflect: true },
    drafts: { attribute: false },
    invalid: { type: Boolean, reflect: true },
    t: { attribute: false },
    origin: { state: true },
  };

  constructor() {
    super();
    /** @type {'x' | 'k' | 'b' | 'y'} */
    this.operand = 'x';
    /** Its name where it is not the operand itself, as dX. */
    this.called = '';
    /** @type {{ shape: readonly number[], data: ArrayLike<number> }} */
    this.tensor = { shape: [1, 1, 1, 1], data: [0] };
    /** The state's tensor, where it has one: says how the numbers came about.
     * @type {import('../state/tensor.js').Tensor | undefined} */
    this.source = undefined;
    /** @type {import('../model/layout.js').Planes} */
    this.planes = { rows: [[0]], pickers: [] };
    /** The channels that are picked. */
    this.channel = { input: 0, output: 0 };
    /** How many channels there are to pick from. */
    this.counts = { input: 1, output: 1 };
    /** @type {import('../model/layout.js').Place} */
    this.place = { size: 52, columns: 1 };
    this.editable = false;
    /** Whether a link has locked its numbers, which it says. */
    this.locked = false;
    /** What is special about a cell: see ConvGrid. */
    this.mark = (/** @type {number} */ _offset) => '';
    /** What lights up its cells, and which: see ConvGrid.
     * @type {import('./light.js').Light | undefined} */
    this.light = undefined;
    /** @type {((light: import('./light.js').Light) => import('./light.js').Lit) | undefined} */
    this.lit = undefined;
    /** What a cell stands for when it is pointed at: see ConvGrid.
     * @type {(offset: number) => number | undefined} */
    this.stands = (offset) => offset;
    /** @type {number | undefined} */
    this.pinned = undefined;
    /** @type {ReadonlyMap<string, import('../model/drafts.js').Draft>} */
    this.drafts = new Map();
    this.invalid = false;
    /** What lies around its planes and between their cells, where they are drawn whole: see ConvGrid. */
    this.surround = bare;
    this.cropped = false;
    /** The weights that lie on a plane.
     * @type {(plane: number) => readonly import('./surround.js').Stencil[]} */
    this.stencil = () => [];
    /** What is said of a cell that nothing has come to. */
    this.absent = '';
    /** What is said below its planes.
     * @type {unknown} */
    this.caption = undefined;
    /** Whether the shape stands below the name. */
    this.narrow = false;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** The first row and column that are drawn, of a plane too large to be drawn whole. */
    this.origin = { row: 0, column: 0 };
  }

  /** The largest magnitude, which the cells' colours are measured against. */
  #peak = 1;
  /** What tells its numbers apart. */
  #tally = numberTally();

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('tensor')) this.#peak = peakOf(this.tensor.data);
  }

  render() {
    const window = this.#window();
    const { tensor, place } = this;
    const { strip } = this.planes;
    const planes = this.planes.rows.flat();
    const notation = notationFor({ tensor, planes, window }, place.size, true, this.#tally);
    return html`
      <header class=${strip ? 'stripped' : ''}>
        <strong>${this.#name}</strong>
        <span>${shapeName(this.operand, this.tensor.shape)}</span>
        ${
          notation.scale === 0
            ? ''
            : html`<span class="scale">× 10<sup>${notation.scale}</sup></span>`
        }
        ${strip ? html`<span class="which">${this.#channelOf(strip.side)}</span>` : ''}
        <conv-menu
          plain
          .label=${this.t('copy.as', { tensor: this.#name })}
          .items=${[...Object.keys(forms), ...fileForms].map((name) => ({ name, label: this.t(`copy.${name}`) }))}
          @choose=${this.#copy}
          >${icons.copy}</conv-menu
        >
      </header>
      ${
        this.planes.pickers.length > 0
          ? html`<div class="pickers">
              ${this.planes.pickers.map((side) => this.#picker(side))}
            </div>`
          : ''
      }
      <div class="planes" @keydown=${this.#keyDown} @paste=${this.#refuse}>
        ${this.planes.rows.map(
          (row) =>
            html`<div class="row">${row.map((plane) => this.#grid(plane, window, notation))}</div>`,
        )}
      </div>
      ${this.#pager(window)} ${this.#note()}
      ${
        this.locked
          ? html`<p class="note" title=${this.t('locked.why')}>
              ${icons.lock} ${this.t('locked')}
            </p>`
          : ''
      }
      ${this.caption ? html`<p class="note">${this.caption}</p>` : ''}
    `;
  }

  firstUpdated() {
    this.style.setProperty('--plane-gap', `${planeGap}px`);
  }

  /**
   * @param {number} plane
   * @param {import('./grid.js').Window} window
   * @param {import('../model/notation.js').Notation} notation
   */
  #grid(plane, window, notation) {
    const { operand, tensor } = this;
    return html`<conv-grid
      .operand=${operand}
      .tensor=${tensor}
      .plane=${plane}
      .window=${window}
      .size=${this.place.size}
      .label=${this.#label(plane)}
      .name=${namer(operand, tensor.shape, this.called)}
      ?editable=${this.editable}
      .peak=${this.#peak}
      .notation=${notation}
      .mark=${this.mark}
      .surround=${this.surround}
      ?cropped=${this.cropped}
      .stencil=${this.stencil(plane)}
      .absent=${this.absent}
      .light=${this.light}
      .lit=${this.lit}
      .stands=${this.stands}
      .pinned=${this.pinned}
      .drafts=${this.drafts}
      @reveal=${(/** @type {CustomEvent<{ row: number, column: number }>} */ event) =>
        this.#reveal(event.detail)}
    ></conv-grid>`;
  }

  /** The element of a cell, if it is drawn. @param {number} offset */
  cellOf(offset) {
    for (const grid of this.renderRoot.querySelectorAll('conv-grid')) {
      const cell = /** @type {import('./grid.js').ConvGrid} */ (grid).cellOf(offset);
      if (cell) return cell;
    }
    return undefined;
  }

  get #name() {
    return this.called || letter(this.operand);
  }

  #label(/** @type {number} */ plane) {
    const name = this.#planeName(plane);
    return this.locked ? this.t('locked.part', { name }) : name;
  }

  /** Typing that would change a cell of others. @param {KeyboardEvent} event */
  #keyDown({ key, ctrlKey, metaKey, altKey }) {
    if (ctrlKey || metaKey || altKey) return;
    if (/^(?:[^ ]|F2|Delete|Backspace)$/u.test(key)) this.#refuse();
  }

  #refuse() {
    if (!this.locked) return;
    this.dispatchEvent(new NoticeEvent(this.t('locked.typed', { name: this.#name })));
  }

  #planeName(/** @type {number} */ plane) {
    const [first, second, height, width] = this.tensor.shape;
    const name = this.#name;
    if (this.operand === 'b' || first * second === 1) return name;
    const [a, b] = cellAt([first, second, height, width], plane * height * width);
    return this.operand === 'k' ? `${name}[${a},${b}]` : `${name}[${b}]`;
  }

  /** The part of each plane that is drawn.
   * @returns {import('./grid.js').Window} */
  #window() {
    const [, , height, width] = this.tensor.shape;
    const rows = rowsDrawn(height);
    const columns = Math.min(width, this.place.columns);
    return {
      row: Math.max(0, Math.min(this.origin.row, height - rows)),
      column: Math.max(0, Math.min(this.origin.column, width - columns)),
      rows,
      columns,
    };
  }

  /** The channel of a side that is picked, where not all fit. @param {'input' | 'output'} side */
  #picked(side) {
    return Math.min(this.channel[side], this.counts[side] - 1);
  }

  /** Which one that is, in words. @param {'input' | 'output'} side */
  #channelOf(side) {
    const [channel, last] = [this.#picked(side), this.counts[side] - 1];
    return this.t('channel.of', { side: this.t(`channel.${side}`), channel, last });
  }

  /** Ways to the channels of a side: between them those that there are, or which one it is.
   * @param {'input' | 'output'} side */
  #picker(side) {
    const channel = this.#picked(side);
    const label = this.t(`channel.${side}`);
    const go = (/** @type {number} */ next) => this.dispatchEvent(new ChannelEvent(side, next));
    return html`<div class="picker" role="group" aria-label=${label}>
      <button
        aria-label=${this.t('channel.previous', { side: label })}
        ?disabled=${channel === 0}
        @click=${() => go(channel - 1)}
      >
        ${icons.chevronLeft}
      </button>
      ${this.planes.strip?.side === side ? this.#strip(this.planes.strip) : html`<span>${this.#channelOf(side)}</span>`}
      <button
        aria-label=${this.t('channel.next', { side: label })}
        ?disabled=${channel >= this.counts[side] - 1}
        @click=${() => go(channel + 1)}
      >
        ${icons.chevronRight}
      </button>
    </div>`;
  }

  /** The channels as small planes; of K, those of the picked output that meet an input.
   * @param {import('../model/layout.js').Strip} strip */
  #strip(strip) {
    wanted('conv-strip', async () => (await import('./strip.js')).defineStrip());
    return html`<conv-strip
      .tensor=${this.tensor}
      .strip=${strip}
      .last=${this.counts[strip.side] - 1}
      .peak=${this.#peak}
      .t=${this.t}
    ></conv-strip>`;
  }

  /** @param {import('./grid.js').Window} window */
  #pager({ row, column, rows, columns }) {
    const [, , height, width] = this.tensor.shape;
    if (rows >= height && columns >= width) return '';
    const go = (/** @type {number} */ down, /** @type {number} */ right) => () => {
      this.origin = { row: row + down * rows, column: column + right * columns };
    };
    const button = (
      /** @type {string} */ name,
      /** @type {unknown} */ icon,
      /** @type {() => void} */ move,
      /** @type {boolean} */ possible,
    ) =>
      html`<button aria-label=${this.t(`page.${name}`)} ?disabled=${!possible} @click=${move}>
        ${icon}
      </button>`;
    return html`<div class="pager" role="group" aria-label=${this.t('page.part')}>
      ${button('left', icons.chevronLeft, go(0, -1), column > 0)}
      ${button('up', icons.chevronUp, go(-1, 0), row > 0)}
      <span
        >${this.t('page.rows', { first: row, last: row + rows - 1, all: height })}<br />${this.t(
          'page.columns',
          { first: column, last: column + columns - 1, all: width },
        )}</span
      >
      ${button('down', icons.chevronDown, go(1, 0), row + rows < height)}
      ${button('right', icons.chevronRight, go(0, 1), column + columns < width)}
    </div>`;
  }

  /** Where the numbers come from, when nobody typed them. */
  #note() {
    if (!this.source || isLiteral(this.source)) return '';
    const { generator, args } = this.source;
    const call = [generator, ...args].join(' ');
    return html`<p class="note made">
      ${this.t(this.editable ? 'generated' : 'generated.fixed', { generator: call })}
    </p>`;
  }

  /** Moves the drawn part so that a cell is in it. */
  #reveal(/** @type {{ row: number, column: number }} */ cell) {
    const { row, column, rows, columns } = this.#window();
    const moved = (
      /** @type {number} */ first,
      /** @type {number} */ count,
      /** @type {number} */ at,
    ) => (at < first ? at : at >= first + count ? at - count + 1 : first);
    this.origin = { row: moved(row, rows, cell.row), column: moved(column, columns, cell.column) };
  }

  /** @param {import('./menu.js').ChooseEvent} event */
  async #copy({ name }) {
    if (fileForms.includes(name)) return this.#save(name);
    const [, channels] = this.tensor.shape;
    const form = /** @type {keyof typeof forms} */ (name);
    const whole = { shape: [...this.tensor.shape], data: Array.from(this.tensor.data) };
    const shown = this.planes.rows[0][0];
    const flat = ['matlab', 'csv', 'tsv'].includes(form);
    const tensor = flat ? planeOf(whole, Math.floor(shown / channels), shown % channels) : whole;
    const done = await copied(forms[form](tensor));
    this.dispatchEvent(new NoticeEvent(this.t(done ? 'copied' : 'copied.not')));
  }

  /** Gives the reader all of it as a file. @param {string} name of the form */
  async #save(name) {
    const { tensor, operand, t } = this;
    const notice = (/** @type {string} */ said) => this.dispatchEvent(new NoticeEvent(said));
    try {
      const { saved } = await import('./tensor-file.js');
      const shape = operand === 'b' ? tensor.shape.slice(2, 3) : tensor.shape;
      notice(saved({ shape, data: tensor.data }, name.slice('file.'.length), this.#name, t));
    } catch (error) {
      notice(failureReason(error, t));
    }
  }

  static styles = [controls, tensorStyles];
}
