import { LitElement, css, html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber, parseNumber } from '../state/number.js';
import { Cells } from './cells.js';
import { CellEvent, DraftEvent, PasteEvent, SelectEvent, isUndo } from './events.js';
import { controls } from './styles.js';

/** @typedef {{ row: number, column: number, rows: number, columns: number }} Window the part of a plane that is drawn */

/** The keys that move from cell to cell, as steps of rows and columns. */
const steps = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Text that is more than one number: a block for the reader of matrices. */
const isBlock = (/** @type {string} */ text) => /[\n\t;,[\]()]|\S\s+\S/.test(text.trim());

/**
 * One plane of a tensor as a grid of cells, editable as in a spreadsheet: arrows, Enter and Tab
 * move; typing replaces; F2 or a second click edits; Escape takes back; Delete clears.
 *
 * @fires SelectEvent @fires CellEvent @fires DraftEvent @fires PasteEvent
 */
export class ConvGrid extends LitElement {
  static properties = {
    operand: { reflect: true },
    tensor: { attribute: false },
    plane: { type: Number },
    window: { attribute: false },
    size: { type: Number },
    label: {},
    name: { attribute: false },
    editable: { type: Boolean },
    faint: { type: Boolean, reflect: true },
    peak: { type: Number },
    mark: { attribute: false },
    frame: { attribute: false },
    linked: { attribute: false },
    selected: { type: Number },
    pinned: { type: Number },
    drafts: { attribute: false },
    active: { state: true },
    editing: { state: true },
  };

  #cells = new Cells();

  constructor() {
    super();
    /** @type {'x' | 'k' | 'b' | 'y'} */
    this.operand = 'x';
    /** @type {{ shape: readonly number[], data: ArrayLike<number> }} */
    this.tensor = { shape: [1, 1, 0, 0], data: [] };
    /** Which plane of the tensor, counted over its first two dimensions. */
    this.plane = 0;
    /** @type {Window} */
    this.window = { row: 0, column: 0, rows: 0, columns: 0 };
    /** The side of a cell in pixels. */
    this.size = 52;
    /** What the plane is called. */
    this.label = '';
    /** What a cell is called, from its offset in the tensor. */
    this.name = (/** @type {number} */ offset) => String(offset);
    this.editable = false;
    /** Whether all of it is drawn as what is yet to come. */
    this.faint = false;
    /** The magnitude that is drawn at full strength. */
    this.peak = 1;
    /** What is special about a cell, from its offset: `blank` (nothing has come there yet), `outside` (it
     * is cropped), `inserted` or `padding` (a zero that is no cell of X), `unused`, `window`; or nothing.
     * @type {(offset: number) => string} */
    this.mark = () => '';
    /** A part of the plane to draw a line around.
     * @type {Window | undefined} */
    this.frame = undefined;
    /** The offsets of the cells that the selected cell is linked with.
     * @type {ReadonlySet<number>} */
    this.linked = new Set();
    /** @type {number | undefined} */
    this.selected = undefined;
    /** @type {number | undefined} */
    this.pinned = undefined;
    /** What could not be read, by `operand:offset`.
     * @type {ReadonlyMap<string, import('./events.js').Draft>} */
    this.drafts = new Map();
    /** The cell that the Tab key reaches. @type {number | undefined} */
    this.active = undefined;
    /** The cell whose text is being typed. @type {{ offset: number, text: string, caret: boolean } | undefined} */
    this.editing = undefined;
  }

  /** Moves the focus to a cell, if it is drawn. */
  focusCell(/** @type {number} */ offset) {
    this.active = offset;
    this.updateComplete.then(() => this.#element(offset)?.focus());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // What was typed gives way to what undo or a paste has put there.
    if (changed.has('tensor') && this.editing) this.#edit(this.editing.offset, false);
  }

  render() {
    const [, , height, width] = this.tensor.shape;
    return html`
      <div
        class="grid"
        role="grid"
        aria-label=${this.label}
        aria-rowcount=${height}
        aria-colcount=${width}
        @keydown=${this.#keyDown}
        @focusin=${this.#focusIn}
        @focusout=${this.#focusOut}
        @input=${this.#input}
        @paste=${this.#paste}
        @pointerdown=${this.#pointerDown}
        @click=${this.#click}
        @dblclick=${this.#doubleClick}
        @pointerover=${this.#pointerOver}
        @pointerleave=${() => this.dispatchEvent(new SelectEvent('hover'))}
      ></div>
      ${this.#drawnFrame()}
    `;
  }

  /** The line around the frame, as far as it is in the part that is drawn. */
  #drawnFrame() {
    const { frame, window } = this;
    if (!frame) return '';
    const top = Math.max(frame.row, window.row) - window.row;
    const left = Math.max(frame.column, window.column) - window.column;
    const bottom = Math.min(frame.row + frame.rows - window.row, window.rows);
    const right = Math.min(frame.column + frame.columns - window.column, window.columns);
    if (bottom <= top || right <= left) return '';
    return html`<div
      class="frame"
      style=${styleMap({
        '--top': String(top),
        '--left': String(left),
        '--down': String(bottom - top),
        '--across': String(right - left),
      })}
    ></div>`;
  }

  updated() {
    const { window, tensor } = this;
    this.style.setProperty('--size', `${this.size}px`);
    this.style.setProperty('--columns', String(window.columns));
    const grid = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.grid'));
    const focused = this.#drawn(this.active) && this.matches(':focus-within');
    this.#cells.arrange(grid, window, this.editable);
    this.#cells.fill({
      data: tensor.data,
      first: this.#offset(window.row, window.column),
      stride: tensor.shape[3],
      characters: this.#characters(),
      peak: this.peak,
      name: this.name,
      mark: this.mark,
      linked: this.linked,
      selected: this.selected,
      pinned: this.pinned,
      reachable: /** @type {number} */ (this.#reachable()),
      draft:
        this.drafts.size === 0
          ? () => undefined
          : (offset) => this.drafts.get(`${this.operand}:${offset}`)?.text,
      typed: this.editing,
    });
    if (focused && !this.matches(':focus-within')) this.#element(this.active ?? 0)?.focus();
  }

  #offset(/** @type {number} */ row, /** @type {number} */ column) {
    const [, , height, width] = this.tensor.shape;
    return (this.plane * height + row) * width + column;
  }

  #position(/** @type {number} */ offset) {
    const [, , height, width] = this.tensor.shape;
    return { row: Math.floor(offset / width) % height, column: offset % width };
  }

  /** How many characters a cell has room for. */
  #characters() {
    return Math.max(2, Math.floor((this.size - 4) / (0.6 * Math.min(18, 0.37 * this.size))));
  }

  /** Whether a cell of this plane is drawn. */
  #drawn(/** @type {number | undefined} */ offset) {
    if (offset === undefined) return false;
    const { row, column } = this.#position(offset);
    const { window } = this;
    return (
      offset === this.#offset(row, column) &&
      row >= window.row &&
      row < window.row + window.rows &&
      column >= window.column &&
      column < window.column + window.columns
    );
  }

  /** The one cell that Tab reaches from outside: the last one used, else the first. */
  #reachable() {
    return this.#drawn(this.active)
      ? this.active
      : this.#offset(this.window.row, this.window.column);
  }

  #element(/** @type {number} */ offset) {
    return this.#cells.target(offset);
  }

  /** The offset of the cell that an event is about.
   * @param {Event} event */
  #target(event) {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    const holder =
      target.closest?.('[data-offset]') ?? target.querySelector?.(':scope > [data-offset]');
    return holder ? Number(/** @type {HTMLElement} */ (holder).dataset.offset) : undefined;
  }

  /** @param {'hover' | 'focus' | 'pin'} how
   * @param {number | undefined} offset */
  #select(how, offset) {
    const operand = /** @type {'x' | 'k' | 'y'} */ (this.operand);
    const cell = offset === undefined || this.operand === 'b' ? undefined : { operand, offset };
    this.dispatchEvent(new SelectEvent(how, cell));
  }

  /** Leaves the typed text: as a number, or as a draft that says why not. */
  #commit() {
    const { editing, operand } = this;
    this.editing = undefined;
    if (!editing) return;
    const { offset } = editing;
    const value = parseNumber(editing.text);
    const field = `${operand}:${offset}`;
    if (value === undefined) {
      this.dispatchEvent(new DraftEvent(field, { text: editing.text }));
      return;
    }
    if (this.drafts.has(field)) this.dispatchEvent(new DraftEvent(field));
    if (Object.is(value, this.tensor.data[offset])) return;
    this.dispatchEvent(new CellEvent(operand, offset, value));
  }

  /** @param {number} offset
   * @param {boolean} caret whether arrows move the caret rather than the cell */
  #edit(offset, caret) {
    this.editing = { offset, text: this.#before(offset), caret };
  }

  /** What a cell's text was before it was typed over. */
  #before(/** @type {number} */ offset) {
    const draft = this.drafts.get(`${this.operand}:${offset}`);
    return draft?.text ?? formatNumber(this.tensor.data[offset]);
  }

  #move(/** @type {number} */ offset) {
    this.#commit();
    const { row, column } = this.#position(offset);
    if (!this.#drawn(offset)) {
      this.dispatchEvent(new CustomEvent('reveal', { detail: { row, column } }));
    }
    this.focusCell(offset);
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const offset = this.#target(event);
    if (offset === undefined || event.altKey) return;
    const [, , height, width] = this.tensor.shape;
    const { row, column } = this.#position(offset);
    const control = event.ctrlKey || event.metaKey;
    const at = (/** @type {number} */ r, /** @type {number} */ c) =>
      r >= 0 && r < height && c >= 0 && c < width ? this.#offset(r, c) : undefined;

    /** @type {number | undefined} */
    let next;
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step && !control && !event.shiftKey && !this.editing?.caret) {
      next = at(row + step[0], column + step[1]) ?? offset;
    } else if (event.key === 'Home' && !this.editing?.caret) {
      next = at(control ? 0 : row, 0);
    } else if (event.key === 'End' && !this.editing?.caret) {
      next = at(control ? height - 1 : row, width - 1);
    } else if (event.key === 'Enter' && this.editable) {
      next = at(row + (event.shiftKey ? -1 : 1), column) ?? offset;
    } else if (event.key === 'Tab' && this.editable) {
      const following = row * width + column + (event.shiftKey ? -1 : 1);
      next = at(Math.floor(following / width), ((following % width) + width) % width);
    } else if (!this.editable && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.#select('pin', offset);
      return;
    } else if (event.key === 'F2' && this.editable) {
      this.#caret(offset);
    } else if (event.key === 'Escape' && this.editable) {
      this.dispatchEvent(new DraftEvent(`${this.operand}:${offset}`));
      this.editing = { offset, text: formatNumber(this.tensor.data[offset]), caret: false };
      this.updateComplete.then(() => this.#inputOf(offset)?.select());
    } else if (isUndo(event) && this.editing && this.editing.text !== this.#before(offset)) {
      // Of all that there is to undo, the typing came last.
      event.preventDefault();
      event.stopPropagation();
      this.#edit(offset, false);
      this.updateComplete.then(() => this.#inputOf(offset)?.select());
    } else if (event.key === 'Delete' && this.editable && !this.editing?.caret) {
      event.preventDefault();
      this.editing = { offset, text: '0', caret: false };
      this.#commit();
      this.#edit(offset, false);
      this.updateComplete.then(() => this.#inputOf(offset)?.select());
    }
    if (next === undefined) return;
    event.preventDefault();
    this.#move(next);
  }

  #inputOf(/** @type {number} */ offset) {
    return /** @type {HTMLInputElement | undefined} */ (this.#element(offset));
  }

  /** Lets arrows move within the text of the cell. */
  #caret(/** @type {number} */ offset) {
    if (!this.editing) this.#edit(offset, true);
    else this.editing = { ...this.editing, caret: true };
    const input = this.#inputOf(offset);
    input?.setSelectionRange(input.value.length, input.value.length);
  }

  /** @param {FocusEvent} event */
  #focusIn(event) {
    const offset = this.#target(event);
    if (offset === undefined) return;
    this.active = offset;
    this.#select('focus', offset);
    if (!this.editable) return;
    this.#edit(offset, false);
    this.updateComplete.then(() => {
      const input = this.#inputOf(offset);
      if (input?.matches(':focus')) input.select();
    });
  }

  /** @param {FocusEvent} event */
  #focusOut(event) {
    this.#commit();
    if (!this.renderRoot.contains(/** @type {Node | null} */ (event.relatedTarget))) {
      this.#select('focus', undefined);
    }
  }

  /** @param {Event} event */
  #input(event) {
    const offset = this.#target(event);
    if (offset === undefined) return;
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    this.editing = { offset, text: value, caret: this.editing?.caret ?? false };
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const offset = this.#target(event);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (offset === undefined || !this.editable || !isBlock(text)) return;
    event.preventDefault();
    if (this.operand === 'b') return;
    this.editing = undefined;
    this.dispatchEvent(new PasteEvent({ operand: this.operand, offset }, text));
    this.focusCell(offset);
  }

  /** A second press on the focused cell places the caret, as a double click does.
   * @param {PointerEvent} event */
  #pointerDown(event) {
    const offset = this.#target(event);
    if (offset === undefined || !this.editable) return;
    const focused = this.#element(offset)?.matches(':focus');
    if (!focused) return;
    if (this.editing) this.editing = { ...this.editing, caret: true };
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const offset = this.#target(event);
    if (offset !== undefined && !this.editable) this.#select('pin', offset);
  }

  /** @param {MouseEvent} event */
  #doubleClick(event) {
    const offset = this.#target(event);
    if (offset !== undefined && this.editable) this.#caret(offset);
  }

  /** @param {PointerEvent} event */
  #pointerOver(event) {
    if (event.pointerType === 'touch') return;
    this.#select('hover', this.#target(event));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        /* What changes inside moves nothing outside. */
        contain: layout style;
        --hue: var(--y);
        --gap: max(1px, calc(var(--size) / 18));
      }
      :host([operand='x']) {
        --hue: var(--x);
      }
      :host([operand='k']) {
        --hue: var(--k);
      }
      :host([operand='b']) {
        --hue: var(--b);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(var(--columns), var(--size));
        gap: var(--gap);
        width: max-content;
        font-size: min(18px, calc(var(--size) * 0.37));
        font-variant-numeric: tabular-nums;
      }
      [role='row'] {
        display: contents;
      }
      .cell {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: center;
        height: var(--size);
        border-radius: max(2px, calc(var(--size) / 9));
        background: color-mix(in srgb, var(--hue) var(--strength), var(--cell));
        user-select: none;
        white-space: nowrap;
      }
      .t0 {
        --strength: 0%;
      }
      .t1 {
        --strength: 6%;
      }
      .t2 {
        --strength: 10%;
      }
      .t3 {
        --strength: 14%;
      }
      .t4 {
        --strength: 18%;
      }
      .t5 {
        --strength: 22%;
      }
      .t6 {
        --strength: 26%;
      }
      .t7 {
        --strength: 30%;
      }
      .t8 {
        --strength: 34%;
      }
      .t9 {
        --strength: 38%;
      }
      .t10 {
        --strength: 42%;
      }
      .frame {
        --step: calc(var(--size) + var(--gap));
        position: absolute;
        top: calc(var(--top) * var(--step) - 2px);
        left: calc(var(--left) * var(--step) - 2px);
        width: calc(var(--across) * var(--step) - var(--gap) + 4px);
        height: calc(var(--down) * var(--step) - var(--gap) + 4px);
        border: 1.5px dashed var(--quiet);
        border-radius: max(3px, calc(var(--size) / 8));
        pointer-events: none;
        z-index: 3;
      }
      .blank {
        background: none;
        box-shadow: inset 0 0 0 1px var(--line);
      }
      /* Pale by its ground alone: the numbers stay legible. */
      .outside,
      :host([faint]) .cell {
        background: color-mix(in srgb, var(--hue) calc(0.3 * var(--strength)), transparent);
        color: var(--quiet);
      }
      .inserted,
      .padding {
        background: none;
        box-shadow: inset 0 0 0 1px var(--line);
        color: var(--quiet);
      }
      .padding {
        background: repeating-linear-gradient(-45deg, transparent 0 4px, var(--well) 4px 6px);
      }
      .unused {
        background-image: repeating-linear-gradient(
          45deg,
          transparent 0 5px,
          color-mix(in srgb, var(--quiet) 45%, transparent) 5px 6px
        );
      }
      .linked {
        box-shadow: 0 0 0 max(1px, min(2px, calc(var(--size) / 20))) var(--hue);
        z-index: 1;
      }
      .window {
        box-shadow: 0 0 0 max(1px, min(2px, calc(var(--size) / 20))) var(--k);
        z-index: 1;
      }
      .selected {
        box-shadow: 0 0 0 max(2px, min(3px, calc(var(--size) / 14))) var(--hue);
        font-weight: 700;
        z-index: 2;
      }
      .pinned::before {
        content: '';
        position: absolute;
        top: 10%;
        right: 10%;
        width: max(4px, 12%);
        aspect-ratio: 1;
        border-radius: 50%;
        background: var(--hue);
      }
      .cell[tabindex] {
        cursor: pointer;
      }
      .cell:focus-visible {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
        z-index: 3;
      }
      .cell[data-full]:is(:focus-visible, :hover)::after {
        content: attr(data-full);
        position: absolute;
        bottom: calc(100% + 4px);
        left: 50%;
        translate: -50%;
        padding: 2px 8px;
        border-radius: 6px;
        background: var(--strong);
        color: var(--on-strong);
        font-size: 13px;
        font-weight: 500;
        pointer-events: none;
        z-index: 4;
      }
      input {
        width: 100%;
        height: 100%;
        padding: 0;
        border: 0;
        border-radius: inherit;
        background: none;
        text-align: center;
        cursor: cell;
      }
      input:focus {
        position: absolute;
        left: 50%;
        translate: -50%;
        width: max(100%, 44px);
        height: max(100%, 26px);
        min-width: min-content;
        field-sizing: content;
        font-size: max(1em, 13px);
        padding: 0 4px;
        background: var(--card);
        outline: 2px solid var(--hue);
        outline-offset: -1px;
        cursor: text;
        z-index: 4;
      }
      .cell:focus-within {
        z-index: 4;
      }
      .invalid {
        background: var(--bad-well);
        box-shadow: 0 0 0 2px var(--bad);
      }
    `,
  ];
}
