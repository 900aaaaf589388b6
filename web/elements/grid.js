import { LitElement, css, html } from 'lit';
import { gapOf } from '../model/layout.js';
import { fontOf, notationFor } from '../model/notation.js';
import { bare } from '../model/surround.js';
import { formatNumber, parseNumber } from '../state/number.js';
import { isBlock } from '../state/text/read.js';
import { Cells } from './cells.js';
import { CellEvent, DraftEvent, PasteEvent, SelectEvent, isUndo } from './events.js';
import { LightController, dark } from './light.js';
import { Lights } from './lights.js';
import { shades } from './shades.js';
import { controls } from './styles.js';
import { SurroundDrawing, surroundStyles } from './surround.js';

/** @typedef {{ row: number, column: number, rows: number, columns: number }} Window the part of a plane that is drawn */

/** The keys that move from cell to cell, as steps of rows and columns. */
const steps = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** How long the pointer rests on a cell before the cell says what does not fit into it, in ms. */
const rest = 250;

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
    editable: { type: Boolean, reflect: true },
    faint: { type: Boolean, reflect: true },
    peak: { type: Number },
    notation: { attribute: false },
    mark: { attribute: false },
    frame: { attribute: false },
    surround: { attribute: false },
    cropped: { type: Boolean },
    stencil: { attribute: false },
    absent: {},
    linked: { attribute: false },
    selected: { type: Number },
    light: { attribute: false },
    lit: { attribute: false },
    pinned: { type: Number },
    drafts: { attribute: false },
  };

  #cells = new Cells();
  #lights = new Lights();
  #surround = new SurroundDrawing();
  /** The cell that the Tab key reaches. @type {number | undefined} */
  #active;
  /** The cell whose text is being typed. @type {{ offset: number, text: string, caret: boolean } | undefined} */
  #editing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  #tipped = false;

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
    /** How the numbers are written; by default as tells those of the plane apart.
     * @type {import('../model/notation.js').Notation | undefined} */
    this.notation = undefined;
    /** What is special about a cell, from its offset: `blank` (nothing has come there yet), `outside` (it
     * is cropped), `inserted` or `padding` (a zero that is no cell of X), `unused`, `window`; or nothing.
     * @type {(offset: number) => string} */
    this.mark = () => '';
    /** A part of the plane to draw a line around.
     * @type {Window | undefined} */
    this.frame = undefined;
    /** What lies around the cells and between them, of a plane that is drawn whole. */
    this.surround = bare;
    /** Whether that is what padding crops, rather than zeros. */
    this.cropped = false;
    /** Weights that lie on the plane.
     * @type {readonly import('./surround.js').Stencil[]} */
    this.stencil = [];
    /** What is said of a cell that nothing has come to. */
    this.absent = '';
    /** The offsets of the cells that the selected cell is linked with.
     * @type {ReadonlySet<number>} */
    this.linked = new Set();
    /** @type {number | undefined} */
    this.selected = undefined;
    /** What is explained, for a grid that follows it; else `linked` and `selected` say what is lit.
     * @type {import('./light.js').Light | undefined} */
    this.light = undefined;
    /** Which cells are lit by it; by default, those of the operand.
     * @type {((light: import('./light.js').Light) => import('./light.js').Lit) | undefined} */
    this.lit = undefined;
    /** @type {number | undefined} */
    this.pinned = undefined;
    /** What could not be read, by `operand:offset`.
     * @type {ReadonlyMap<string, import('../model/drafts.js').Draft>} */
    this.drafts = new Map();
    new LightController(this, () => {
      // Drawn after an update anyway.
      if (this.hasUpdated && !this.isUpdatePending) this.#shine();
    });
  }

  /** Moves the focus to a cell, if it is drawn. */
  focusCell(/** @type {number} */ offset) {
    this.#active = offset;
    if (this.#cells.holder(offset)) this.#focus(offset);
    else this.updateComplete.then(() => this.#focus(offset));
  }

  #focus(/** @type {number} */ offset) {
    if (this.editable) this.#open(offset);
    else this.#cells.holder(offset)?.focus();
  }

  /** Lets a cell be typed into. @param {number} offset */
  #open(offset) {
    this.#cells.open(offset, this.#text(offset));
  }

  /** What a cell begins to be edited with. @param {number} offset */
  #text(offset) {
    const draft = this.drafts.get(`${this.operand}:${offset}`);
    return draft?.text ?? formatNumber(this.tensor.data[offset]);
  }

  render() {
    const [, , height, width] = this.tensor.shape;
    // A browser that offers to fill in forms reads, at each move of the focus, all inputs of the form that
    // it came to, or all of the page that are in none: a form that has only the cell's is read at once.
    return html`
      <form method="dialog">
        <div
          class="grid"
          role="grid"
          aria-label=${this.label}
          aria-readonly=${!this.editable}
          aria-rowcount=${height}
          aria-colcount=${width}
          @keydown=${this.#keyDown}
          @focusin=${this.#focusIn}
          @focusout=${this.#focusOut}
          @input=${this.#input}
          @paste=${this.#paste}
          @mousedown=${this.#mouseDown}
          @click=${this.#click}
          @dblclick=${this.#doubleClick}
          @pointerover=${this.#pointerOver}
          @pointerleave=${this.#pointerLeave}
        ></div>
      </form>
      ${this.#surround.element} ${this.#lights.element}
      ${this.#framed() ? html`<div class="frame"></div>` : ''}
      <div class="tip" aria-hidden="true"></div>
    `;
  }

  /** Where the line around the frame is, as far as it is in the part that is drawn. */
  #framed() {
    const { frame, window } = this;
    if (!frame) return undefined;
    const top = Math.max(frame.row, window.row) - window.row;
    const left = Math.max(frame.column, window.column) - window.column;
    const bottom = Math.min(frame.row + frame.rows - window.row, window.rows);
    const right = Math.min(frame.column + frame.columns - window.column, window.columns);
    if (bottom <= top || right <= left) return undefined;
    return { top, left, down: bottom - top, across: right - left };
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const { window, tensor, size } = this;
    if (changed.has('size') || changed.has('window') || changed.has('surround')) {
      const { ring, spread } = this.surround;
      this.style.setProperty('--size', `${size}px`);
      this.style.setProperty('--gap', `${gapOf(size)}px`);
      for (const [side, places] of Object.entries({ ...ring, ...spread })) {
        this.style.setProperty(`--ring-${side}`, String(places));
      }
      this.style.setProperty('--columns', String(window.columns));
      this.style.setProperty('--rows', String(window.rows));
    }
    // Not as a style attribute, which a strict policy forbids.
    const frame = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.frame'));
    for (const [side, cells] of Object.entries(this.#framed() ?? {})) {
      frame?.style.setProperty(`--${side}`, String(cells));
    }
    const grid = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.grid'));
    const notation = this.#notation();
    this.style.setProperty('--font-size', `${fontOf(size, notation.characters)}px`);
    const focused = this.#drawn(this.#active) && this.matches(':focus-within');
    this.#cells.arrange(grid, window, this.editable);
    this.#cells.fill({
      data: tensor.data,
      first: this.#offset(window.row, window.column),
      stride: tensor.shape[3],
      notation,
      peak: this.peak,
      name: this.name,
      mark: this.mark,
      absent: this.absent,
      pinned: this.pinned,
      reachable: /** @type {number} */ (this.#reachable()),
      draft:
        this.drafts.size === 0
          ? () => undefined
          : (offset) => this.drafts.get(`${this.operand}:${offset}`)?.text,
    });
    this.#surround.draw({
      size,
      step: size + gapOf(size),
      rows: window.rows,
      columns: window.columns,
      surround: this.surround,
      cropped: this.cropped,
      stencil: this.stencil,
    });
    // What was typed gives way to what undo or a paste has put there.
    const { edited } = this.#cells;
    if (changed.has('tensor') && edited !== undefined) this.#restore(edited);
    this.#shine();
    if (focused && !this.matches(':focus-within')) this.#focus(this.#active ?? 0);
  }

  /** Draws what is lit, over the cells. */
  #shine() {
    const { light, lit, operand, size } = this;
    const byLight = (/** @type {import('./light.js').Light} */ from) =>
      operand === 'b' ? dark : from.of(operand);
    const { linked, selected } = light ? (lit ?? byLight)(light) : this;
    const places = [];
    for (const offset of linked) {
      const place = offset === selected ? undefined : this.#cells.place(offset);
      if (place) places.push(place);
    }
    // A cell that is typed into has its own line around it.
    const open = selected !== undefined && selected === this.#cells.edited;
    const { spread } = this.surround;
    this.#lights.draw({
      size,
      across: spread.across * (size + gapOf(size)),
      down: spread.down * (size + gapOf(size)),
      linked: places,
      selected: open ? undefined : this.#cells.place(selected),
      pinned: this.#cells.place(this.pinned),
    });
  }

  /** Says what does not fit into a cell, above it. @param {number | undefined} offset */
  #tip(offset) {
    clearTimeout(this.#resting);
    const full = offset === undefined ? '' : this.#cells.full(offset);
    if (!full && !this.#tipped) return;
    this.#tipped = full !== '';
    const tip = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.tip'));
    tip.textContent = full;
    const place = this.#cells.place(offset);
    if (!place) return;
    const { spread } = this.surround;
    const step = this.size + gapOf(this.size);
    tip.style.left = `${place.column * spread.across * step + this.size / 2}px`;
    tip.style.top = `${place.row * spread.down * step}px`;
  }

  /** The element of a cell, if it is drawn. @param {number} offset */
  cellOf(offset) {
    return this.#cells.holder(offset);
  }

  #offset(/** @type {number} */ row, /** @type {number} */ column) {
    const [, , height, width] = this.tensor.shape;
    return (this.plane * height + row) * width + column;
  }

  #position(/** @type {number} */ offset) {
    const [, , height, width] = this.tensor.shape;
    return { row: Math.floor(offset / width) % height, column: offset % width };
  }

  /** How the numbers that are drawn are written: alike in all planes of a tensor, if it says so. */
  #notation() {
    const { tensor, plane, window, size } = this;
    return this.notation ?? notationFor({ tensor, planes: [plane], window }, size, false);
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
    return this.#drawn(this.#active)
      ? this.#active
      : this.#offset(this.window.row, this.window.column);
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
    const { operand } = this;
    const editing = this.#editing;
    this.#editing = undefined;
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

  /** Gives a cell that is edited its number, or its draft, to begin with again. @param {number} offset */
  #restore(offset) {
    const text = this.#text(offset);
    this.#editing = { offset, text, caret: false };
    const { input } = this.#cells;
    if (!input || input.value === text) return;
    input.value = text;
    input.select();
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
    if (offset === undefined || event.altKey || event.isComposing) return;
    const [, , height, width] = this.tensor.shape;
    const { row, column } = this.#position(offset);
    const control = event.ctrlKey || event.metaKey;
    const at = (/** @type {number} */ r, /** @type {number} */ c) =>
      r >= 0 && r < height && c >= 0 && c < width ? this.#offset(r, c) : undefined;

    /** @type {number | undefined} */
    let next;
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step && !control && !event.shiftKey && !this.#editing?.caret) {
      next = at(row + step[0], column + step[1]) ?? offset;
    } else if (event.key === 'Home' && !this.#editing?.caret) {
      next = at(control ? 0 : row, 0);
    } else if (event.key === 'End' && !this.#editing?.caret) {
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
      this.#type(offset, formatNumber(this.tensor.data[offset]));
    } else if (isUndo(event) && this.#editing && this.#editing.text !== this.#text(offset)) {
      // Of all that there is to undo, the typing came last.
      event.preventDefault();
      event.stopPropagation();
      this.#type(offset, this.#text(offset));
    } else if (event.key === 'Delete' && this.editable && !this.#editing?.caret) {
      event.preventDefault();
      this.#type(offset, '0');
      this.#commit();
      this.#editing = { offset, text: '0', caret: false };
    }
    if (next === undefined) return;
    event.preventDefault();
    this.#move(next);
  }

  /** Types a text into the cell that is edited.
   * @param {number} offset
   * @param {string} text */
  #type(offset, text) {
    this.#editing = { offset, text, caret: false };
    const { input } = this.#cells;
    if (!input) return;
    input.value = text;
    input.select();
  }

  /** Lets arrows move within the text of the cell. */
  #caret(/** @type {number} */ offset) {
    const { input } = this.#cells;
    if (!input) return;
    this.#editing = { offset, text: input.value, caret: true };
    input.setSelectionRange(input.value.length, input.value.length);
  }

  /** @param {FocusEvent} event */
  #focusIn(event) {
    const offset = this.#target(event);
    if (offset === undefined) return;
    const { input } = this.#cells;
    if (this.editable && event.composedPath()[0] !== input) {
      this.#open(offset);
      return;
    }
    this.#active = offset;
    this.#cells.reach(offset);
    if (input) {
      this.#restore(offset);
      input.select();
    } else {
      this.#tip(offset);
    }
    this.#select('focus', offset);
  }

  /** @param {FocusEvent} event */
  #focusOut(event) {
    this.#tip(undefined);
    this.#commit();
    if (this.renderRoot.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    // A window that is left keeps its focus for when it is come back to.
    const { activeElement } = /** @type {ShadowRoot} */ (this.renderRoot);
    if (!activeElement) this.#cells.close();
    this.#select('focus', undefined);
  }

  /** @param {Event} event */
  #input(event) {
    const offset = this.#target(event);
    if (offset === undefined) return;
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    this.#editing = { offset, text: value, caret: this.#editing?.caret ?? false };
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const offset = this.#target(event);
    const [text, html] = ['text/plain', 'text/html'].map(
      (type) => event.clipboardData?.getData(type) ?? '',
    );
    if (offset === undefined || !this.editable || !isBlock(text)) return;
    event.preventDefault();
    this.#editing = undefined;
    this.dispatchEvent(new PasteEvent({ operand: this.operand, offset }, text, html));
    this.focusCell(offset);
  }

  /** A press on a cell lets it be typed into; a second one places the caret, as a double click does.
   * @param {MouseEvent} event */
  #mouseDown(event) {
    const offset = this.#target(event);
    if (offset === undefined || !this.editable || event.button !== 0) return;
    if (event.composedPath()[0] !== this.#cells.input) {
      event.preventDefault();
      this.#open(offset);
    } else if (this.#editing) {
      this.#editing = { ...this.#editing, caret: true };
    }
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
    const offset = this.#target(event);
    this.#select('hover', offset);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#tip(offset), rest);
  }

  #pointerLeave() {
    this.dispatchEvent(new SelectEvent('hover'));
    this.#tip(undefined);
  }

  static styles = [
    controls,
    surroundStyles,
    shades,
    css`
      :host {
        display: block;
        position: relative;
        /* What changes inside moves nothing outside. */
        contain: layout style;
        --hue: var(--y);
        --minus: var(--amber);
        --step: calc(var(--size) + var(--gap));
        --right: calc(var(--ring-across, 1) * var(--step));
        --below: calc(var(--ring-down, 1) * var(--step));
        margin: calc(var(--ring-top, 0) * var(--step)) calc(var(--ring-right, 0) * var(--step))
          calc(var(--ring-bottom, 0) * var(--step)) calc(var(--ring-left, 0) * var(--step));
      }
      :host([operand='x']) {
        --hue: var(--x);
      }
      :host([operand='k']) {
        --hue: var(--k);
        --minus: var(--violet);
      }
      :host([operand='b']) {
        --hue: var(--b);
      }
      /* On a layer of its own, and so are its lights: neither is painted again for the other. */
      .grid {
        transform: translateZ(0);
        contain: layout size style;
        width: calc((var(--columns) - 1) * var(--right) + var(--size));
        height: calc((var(--rows) - 1) * var(--below) + var(--size));
        font-size: var(--font-size);
        line-height: var(--size);
        font-variant-numeric: tabular-nums;
        text-align: center;
        white-space: nowrap;
        user-select: none;
      }
      /* A row is laid out by itself. */
      [role='row'] {
        display: flex;
        gap: calc(var(--right) - var(--size));
        height: var(--size);
        margin-bottom: calc(var(--below) - var(--size));
        contain: layout size style;
      }
      .cell {
        flex: none;
        width: var(--size);
        height: var(--size);
        border-radius: max(2px, calc(var(--size) / 9));
        background: color-mix(in srgb, var(--shade, var(--hue)) var(--strength), var(--cell));
      }
      .lights {
        position: absolute;
        top: 0;
        left: 0;
        width: calc(var(--columns) * var(--right));
        height: calc(var(--rows) * var(--below));
        overflow: visible;
        pointer-events: none;
        will-change: transform;
        fill: none;
        stroke: var(--hue);
      }
      .lights .pinned {
        fill: var(--hue);
        stroke: none;
      }
      .frame {
        position: absolute;
        top: calc(var(--top) * var(--below) - 2px);
        left: calc(var(--left) * var(--right) - 2px);
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
        background: color-mix(
          in srgb,
          var(--shade, var(--hue)) calc(0.3 * var(--strength)),
          transparent
        );
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
      .window {
        box-shadow: 0 0 0 max(1px, min(2px, calc(var(--size) / 20))) var(--k);
      }
      .cell {
        cursor: pointer;
      }
      :host([editable]) .cell {
        cursor: cell;
      }
      .cell:focus-visible {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }
      .tip {
        position: absolute;
        translate: -50% calc(-100% - 4px);
        padding: 2px 8px;
        border-radius: 6px;
        background: var(--strong);
        color: var(--on-strong);
        font-size: 13px;
        font-weight: 500;
        line-height: 1.5;
        white-space: nowrap;
        pointer-events: none;
        z-index: 4;
      }
      .tip:empty {
        display: none;
      }
      /* The cell, and the row that it is in. */
      .open {
        position: relative;
        z-index: 4;
      }
      input:focus {
        position: absolute;
        top: 0;
        left: 50%;
        translate: -50%;
        width: max(100%, 44px);
        height: max(100%, 26px);
        min-width: min-content;
        field-sizing: content;
        padding: 0 4px;
        border: 0;
        border-radius: inherit;
        outline: 2px solid var(--hue);
        outline-offset: -1px;
        background: var(--card);
        font-size: max(1em, 13px);
        text-align: center;
      }
      .invalid {
        background: var(--bad-well);
        box-shadow: 0 0 0 2px var(--bad);
      }
    `,
  ];
}
