import { html } from 'lit';
import { PlaygroundElement } from './element.js';
import { gapOf, inWindow } from '../model/layout.js';
import { advanced, moved } from '../model/keys.js';
import { fontOf, notationFor, numberTally } from '../model/notation.js';
import { isInWindow, offsetIn, positionIn } from '../model/plane.js';
import { bare } from '../model/surround.js';
import { isBlock } from '../state/text/read.js';
import { Cells } from './cells.js';
import { differs } from './differs.js';
import { Drag } from './drag.js';
import { Editing } from './editing.js';
import { CellEvent, PasteEvent, SelectEvent } from './events.js';
import { gridStyles } from './grid-styles.js';
import { LightController, unlit } from './light.js';
import { Rings } from './rings.js';
import { shades } from './shades.js';
import { controls } from './styles.js';
import { SurroundDrawing, surroundStyles } from './surround.js';
import { Tip } from './tip.js';

/** @typedef {import('../model/layout.js').Window} Window the part of a plane that is drawn */

/**
 * One plane of a tensor as a grid of cells, editable as in a spreadsheet: arrows, Enter and Tab
 * move; typing replaces; F2 or a second click edits; Escape takes back; Delete clears. Alt with an arrow,
 * or dragging sideways, makes a number larger or smaller.
 * @fires SelectEvent @fires CellEvent @fires DraftEvent @fires PasteEvent
 */
export class ConvGrid extends PlaygroundElement {
  static properties = {
    operand: { reflect: true },
    tensor: { attribute: false },
    plane: { type: Number },
    window: { attribute: false, hasChanged: differs },
    size: { type: Number },
    label: {},
    name: { attribute: false },
    editable: { type: Boolean, reflect: true },
    faint: { type: Boolean, reflect: true },
    peak: { type: Number },
    notation: { attribute: false },
    mark: { attribute: false },
    frame: { attribute: false },
    surround: { attribute: false, hasChanged: differs },
    cropped: { type: Boolean },
    stencil: { attribute: false },
    absent: {},
    linked: { attribute: false },
    selected: { type: Number },
    light: { attribute: false },
    lit: { attribute: false },
    stands: { attribute: false },
    pinned: { type: Number },
    drafts: { attribute: false },
  };

  #cells = new Cells();
  #rings = new Rings();
  #surround = new SurroundDrawing();
  /** The cell that the Tab key reaches. @type {number | undefined} */
  #active;
  /** The cell that is said to have the focus, while it moves there. @type {number | undefined} */
  #told;
  /** Whether the mouse is pressed on the open cell. */
  #pressed = false;
  #editing = new Editing(this, this.#cells);
  #tally = numberTally();
  #drag = new Drag(() => /** @type {HTMLElement} */ (this.renderRoot.querySelector('.grid')), {
    value: (offset) => this.tensor.data[offset],
    begin: (offset) => this.#beginDrag(offset),
    set: (offset, value, edit, back) =>
      this.dispatchEvent(new CellEvent(this.operand, offset, value, edit, back)),
  });
  #tip = new Tip((offset) => ({
    text: offset === this.#cells.edited ? '' : this.#cells.full(offset),
    cell: this.#cells.holder(offset),
  }));

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
     * is cropped), `inserted` or `padding` (a zero that is no cell of X), `unused`, `window`, `added` (by
     * output padding), `unreached` (by any multiplication); or nothing.
     * @type {(offset: number) => string} */
    this.mark = () => '';
    /** A part of the plane to draw a line around. @type {Window | undefined} */
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
    /** Offsets of the cells that the selected one is linked with. @type {ReadonlySet<number>} */
    this.linked = new Set();
    /** @type {number | undefined} */
    this.selected = undefined;
    /** What is explained, for a grid that follows it; else `linked` and `selected` name the lit cells.
     * @type {import('./light.js').Light | undefined} */
    this.light = undefined;
    /** Which cells are lit by it; by default, those of the operand.
     * @type {((light: import('./light.js').Light) => import('./light.js').Lit) | undefined} */
    this.lit = undefined;
    /** The offset of the cell that a drawn cell stands for when it is pointed at; nothing where it stands for
     * none. @type {(offset: number) => number | undefined} */
    this.stands = (offset) => offset;
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
    this.#cells.open(offset, this.#editing.text(offset));
    // Under the pointer it is explained before it is opened, which drew a ring there.
    this.#shine();
  }

  willUpdate() {
    this.#editing.settle();
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
          @input=${() => this.#editing.read()}
          @paste=${this.#paste}
          @mousedown=${this.#mouseDown}
          @pointerdown=${this.#pointerDown}
          @pointermove=${(/** @type {PointerEvent} */ event) => this.#drag.move(event)}
          @pointerup=${this.#pointerUp}
          @pointercancel=${() => this.#drag.takeBack()}
          @lostpointercapture=${this.#drag.lose}
          @touchmove=${this.#drag.touch}
          @click=${this.#click}
          @dblclick=${this.#doubleClick}
          @pointerover=${this.#pointerOver}
          @pointerleave=${this.#pointerLeave}
        ></div>
      </form>
      ${this.#surround.element} ${this.#rings.element}
      ${inWindow(this.frame, this.window) ? html`<div class="frame"></div>` : ''}
      ${this.#tip.element}
    `;
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
    for (const [side, cells] of Object.entries(inWindow(this.frame, this.window) ?? {})) {
      frame?.style.setProperty(`--${side}`, String(cells));
    }
    const grid = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.grid'));
    const notation = this.#notation();
    this.style.setProperty('--font-size', `${fontOf(size, notation.characters)}px`);
    const unfocused = this.#cells.arrange(grid, window, this.editable);
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
      reachable: this.#reachable(),
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
    this.#editing.show();
    this.#tip.again();
    this.#shine();
    if (unfocused) this.#focus(this.#reachable());
  }

  /** Draws rings around the lit cells. */
  #shine() {
    const { light, lit, operand, size } = this;
    const byLight = (/** @type {import('./light.js').Light} */ from) =>
      operand === 'b' ? unlit : from.of(operand);
    const { linked, selected } = light ? (lit ?? byLight)(light) : this;
    const places = [];
    for (const offset of linked) {
      const place = offset === selected ? undefined : this.#cells.place(offset);
      if (place) places.push(place);
    }
    // A cell that is typed into, or is about to be, has its own line around it.
    const edited = this.editable ? (this.#told ?? this.#cells.edited) : undefined;
    const open = selected !== undefined && selected === edited;
    const { spread } = this.surround;
    this.#rings.draw({
      size,
      across: spread.across * (size + gapOf(size)),
      down: spread.down * (size + gapOf(size)),
      linked: places,
      selected: open ? undefined : this.#cells.place(selected),
      pinned: this.#cells.place(this.pinned),
    });
  }

  /** The element of a cell, if it is drawn. @param {number} offset */
  cellOf(offset) {
    return this.#cells.holder(offset);
  }

  #offset(/** @type {number} */ row, /** @type {number} */ column) {
    return offsetIn(this.tensor.shape, this.plane, { row, column });
  }

  #position(/** @type {number} */ offset) {
    return positionIn(this.tensor.shape, offset);
  }

  /** How the numbers that are drawn are written: alike in all planes of a tensor, if it says so. */
  #notation() {
    const { tensor, plane, window, size } = this;
    return (
      this.notation ?? notationFor({ tensor, planes: [plane], window }, size, false, this.#tally)
    );
  }

  /** Whether a cell of this plane is drawn. */
  #drawn(/** @type {number | undefined} */ offset) {
    if (offset === undefined) return false;
    const position = this.#position(offset);
    return (
      isInWindow(position, this.window) && offset === this.#offset(position.row, position.column)
    );
  }

  /** The one cell that Tab reaches from outside: the last one used, else the first. */
  #reachable() {
    const { row, column } = this.window;
    return this.#drawn(this.#active) ? Number(this.#active) : this.#offset(row, column);
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
   * @param {number | undefined} offset @param {PointerEvent} [pointer] */
  #select(how, offset, pointer) {
    const { operand } = this;
    const own = offset === undefined ? undefined : this.stands(offset);
    const cell = own === undefined || operand === 'b' ? undefined : { operand, offset: own };
    this.dispatchEvent(new SelectEvent(how, cell, pointer));
  }

  #move(/** @type {number} */ offset) {
    this.#editing.leave();
    if (!this.#drawn(offset)) {
      this.dispatchEvent(new CustomEvent('reveal', { detail: this.#position(offset) }));
    }
    if (offset === this.#cells.edited) return this.#editing.begin(offset); // at the edge
    this.#told = offset;
    // What is said of the cell first: the focus lays all of it out, which is then done once.
    this.#select('focus', offset);
    this.focusCell(offset);
    this.#told = undefined;
  }

  /** Where a key leads: within the text, while the caret is in it, it leads nowhere.
   * @param {KeyboardEvent} event
   * @param {number} offset */
  #next(event, offset) {
    const [, , height, width] = this.tensor.shape;
    const bounds = { top: 0, left: 0, bottom: height - 1, right: width - 1 };
    const position = this.#position(offset);
    const next =
      (this.#editing.caret ? undefined : moved(event, position, bounds)) ??
      (this.editable ? advanced(event, position, bounds) : undefined);
    return next && this.#offset(next.row, next.column);
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const offset = this.#target(event);
    if (offset === undefined || event.isComposing) return;
    const act = this.#act(event, offset);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * What a key does, if anything. @param {KeyboardEvent} event @param {number} offset
   * @returns {(() => void) | undefined}
   */
  #act(event, offset) {
    const next = event.altKey ? undefined : this.#next(event, offset);
    if (next !== undefined) return () => this.#move(next);
    if (this.editable) return this.#editing.act(event);
    const pins = !event.altKey && (event.key === 'Enter' || event.key === ' ');
    return pins ? () => this.#select('pin', offset) : undefined;
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
    if (input) this.#editing.begin(offset);
    this.#tip.say(offset);
    if (offset !== this.#told) this.#select('focus', offset);
  }

  /** @param {FocusEvent} event */
  #focusOut(event) {
    this.#tip.say(undefined);
    this.#editing.leave();
    if (this.renderRoot.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    // A window that is left keeps its focus for when it is come back to.
    const { activeElement } = /** @type {ShadowRoot} */ (this.renderRoot);
    if (!activeElement) this.#cells.close();
    this.#select('focus', undefined);
    this.#shine();
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const offset = this.#target(event);
    const [text, html] = ['text/plain', 'text/html'].map(
      (type) => event.clipboardData?.getData(type) ?? '',
    );
    if (offset === undefined || !this.editable || !isBlock(text)) return;
    event.preventDefault();
    this.#editing.drop();
    this.dispatchEvent(new PasteEvent({ operand: this.operand, offset }, text, html));
    this.#editing.begin(offset);
  }

  /** A press on a cell lets it be typed into; a second one places the caret, as a double click does.
   * @param {MouseEvent} event */
  #mouseDown(event) {
    const offset = this.#target(event);
    if (offset === undefined || !this.editable || event.button !== 0) return;
    if (event.composedPath()[0] !== this.#cells.input) {
      event.preventDefault();
      this.#open(offset);
    } else if (this.#pressed) {
      // It may become a drag, which is to select nothing.
      event.preventDefault();
    } else {
      this.#editing.enter();
    }
  }

  /** @param {PointerEvent} event */
  #pointerDown(event) {
    const offset = this.#target(event);
    const within = event.composedPath()[0] === this.#cells.input;
    // In a text with a caret, a pointer selects.
    if (offset === undefined || !this.editable || (within && this.#editing.caret)) return;
    this.#drag.down(event, offset);
    this.#pressed = within && event.pointerType !== 'touch';
  }

  /** @param {PointerEvent} event */
  #pointerUp(event) {
    const { going } = this.#drag;
    this.#drag.end();
    if (this.#pressed && !going) this.#editing.place(event);
    this.#pressed = false;
  }

  /** @param {number} offset */
  #beginDrag(offset) {
    this.#editing.leave();
    const { edited } = this.#cells;
    if (edited !== undefined) this.#editing.begin(edited);
    this.#tip.say(undefined);
    this.#select('hover', offset);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const offset = this.#target(event);
    if (offset !== undefined && !this.editable) this.#select('pin', offset);
  }

  /** @param {MouseEvent} event */
  #doubleClick(event) {
    const offset = this.#target(event);
    if (offset !== undefined && this.editable) this.#editing.place(event);
  }

  /** @param {PointerEvent} event */
  #pointerOver(event) {
    if (event.pointerType === 'touch' || this.#drag.going) return;
    const offset = this.#target(event);
    this.#select('hover', offset, event);
    this.#tip.sayRested(offset);
  }

  #pointerLeave() {
    if (this.#drag.going) return;
    this.dispatchEvent(new SelectEvent('hover'));
    this.#tip.say(undefined);
  }

  static styles = [controls, surroundStyles, shades, gridStyles];
}
