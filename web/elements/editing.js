import { stepped } from '../model/stepped.js';
import { formatNumber, parseNumber } from '../state/number.js';
import { CellEvent, DraftEvent, isUndo } from './events.js';

/**
 * What is edited: a grid.
 * @typedef {object} Edited
 * @property {'x' | 'k' | 'b' | 'y'} operand
 * @property {{ shape: readonly number[], data: ArrayLike<number> }} tensor
 * @property {ReadonlyMap<string, import('../model/drafts.js').Draft>} drafts
 * @property {(event: Event) => unknown} dispatchEvent
 *
 * What goes on in the open cell.
 * @typedef {object} Open
 * @property {number} offset
 * @property {string} shape of the tensor that it was opened in
 * @property {number} start the number that stood in it
 * @property {string} first the text that stood in it
 * @property {string} text what stands in it
 * @property {number} told the number that it was last said to hold
 * @property {boolean} typed
 * @property {import('./events.js').Edit} edit
 */

/**
 * The editing of the open cell of a grid. Every keystroke that leaves a number is told; what is none
 * becomes a draft when the cell is left. An open cell belongs to the tensor that it was opened in: when that
 * changes in another way, what was typed is over, and the cell shows what there is now.
 */
export class Editing {
  #grid;
  #cells;
  /** @type {Open | undefined} */
  #open;
  #caret = false;

  /**
   * @param {Edited} grid
   * @param {import('./cells.js').Cells} cells whose open cell has the input
   */
  constructor(grid, cells) {
    this.#grid = grid;
    this.#cells = cells;
  }

  /** Whether arrows move within the text. */
  get caret() {
    return this.#open !== undefined && this.#caret;
  }

  get #field() {
    return `${this.#grid.operand}:${this.#open?.offset}`;
  }

  get #draft() {
    return this.#grid.drafts.get(this.#field);
  }

  /** What a cell begins to be edited with. @param {number} offset */
  text(offset) {
    const draft = this.#grid.drafts.get(`${this.#grid.operand}:${offset}`);
    return draft?.text ?? formatNumber(this.#grid.tensor.data[offset]);
  }

  /** Begins anew, with all of the text selected, so that typing replaces it. @param {number} offset */
  begin(offset) {
    this.#begin(offset, this.#grid.tensor.data[offset], this.text(offset));
  }

  /** @param {number} offset @param {number} start @param {string} text */
  #begin(offset, start, text) {
    const shape = this.#grid.tensor.shape.join();
    const edit = { over: false };
    this.#open = { offset, shape, start, first: text, text, told: start, typed: false, edit };
    this.#write(text);
  }

  /** @param {string} text */
  #write(text) {
    this.#caret = false;
    const { input } = this.#cells;
    if (!input) return;
    input.value = text;
    input.select();
  }

  /**
   * What a key does, if it does anything.
   * @param {KeyboardEvent} event
   * @returns {(() => void) | undefined}
   */
  act(event) {
    const open = this.#open;
    const { key, altKey, shiftKey } = event;
    if (altKey) {
      const up = { ArrowUp: 1, ArrowDown: -1 }[key];
      return up ? () => this.#step(up * (shiftKey ? 1 : 10)) : undefined;
    }
    if (key === 'F2') return () => this.place();
    if (key === 'Delete' && !this.#caret) return () => this.#set(0);
    if (key === 'Escape' && (open?.typed || this.#draft)) return () => this.#takeBack('escape');
    // Of all that there is to undo, the typing came last.
    if (isUndo(event) && open && open.text !== open.first) return () => this.#takeBack('undo');
    return undefined;
  }

  /** Takes in what a person typed. */
  read() {
    const { input } = this.#cells;
    const open = this.#open;
    if (!open || !input) return;
    if (open.edit.over) {
      open.edit = { over: false };
      open.start = this.#grid.tensor.data[open.offset];
    }
    open.text = input.value;
    this.#tell(open, parseNumber(input.value));
  }

  /** @param {number} value */
  #set(value) {
    if (!this.#open) return;
    this.#open.text = formatNumber(value);
    this.#write(this.#open.text);
    this.#tell(this.#open, value);
  }

  /** Makes the number larger. @param {number} tenths */
  #step(tenths) {
    if (!this.#open) return;
    const value = parseNumber(this.#open.text) ?? this.#grid.tensor.data[this.#open.offset];
    if (Number.isFinite(value)) this.#set(stepped(value, tenths));
  }

  /** @param {Open} open @param {number | undefined} value */
  #tell(open, value) {
    const { operand } = this.#grid;
    const { offset, edit } = open;
    open.typed = true;
    const known = value === undefined || Object.is(value, open.told);
    if (value !== undefined) {
      open.told = value;
      if (this.#draft) this.#grid.dispatchEvent(new DraftEvent(this.#field));
    }
    this.#grid.dispatchEvent(new CellEvent(operand, offset, known ? undefined : value, edit));
  }

  /** Leaves the text: what is no number, as a draft. */
  leave() {
    const open = this.#open;
    if (open?.typed && !open.edit.over && parseNumber(open.text) === undefined) {
      const { text } = open;
      if (this.#draft?.text !== text) {
        this.#grid.dispatchEvent(new DraftEvent(this.#field, { text }));
      }
    }
    this.#open = undefined;
  }

  /**
   * Takes back the whole edit: undoing leads to the text that stood there, Escape to the number.
   * @param {'undo' | 'escape'} back
   */
  #takeBack(back) {
    const open = this.#open;
    if (!open) return;
    const { offset, start, edit } = open;
    const number = formatNumber(start);
    const text = back === 'undo' ? open.first : number;
    const { operand } = this.#grid;
    const draft = parseNumber(text) === undefined && text !== number ? { text } : undefined;
    this.#grid.dispatchEvent(new CellEvent(operand, offset, start, edit, back));
    this.#grid.dispatchEvent(new DraftEvent(this.#field, draft));
    this.#begin(offset, start, text);
  }

  /** Forgets what was typed: something else takes its place. */
  drop() {
    if (this.#open) this.#open.edit.over = true;
    this.#open = undefined;
  }

  /** Before the cells change: what was typed in another tensor is over. */
  settle() {
    const open = this.#open;
    if (!open?.typed) return;
    const { data, shape } = this.#grid.tensor;
    const same = open.shape === shape.join() && equal(data[open.offset], open.told);
    if (open.edit.over || !same) this.drop();
  }

  /** Once they have: an open cell in which nothing was typed shows what there is. */
  show() {
    const { edited } = this.#cells;
    if (edited === undefined || this.#open?.typed) return;
    if (this.#open?.offset !== edited || this.#open.first !== this.text(edited)) this.begin(edited);
    else this.#open.start = this.#open.told = this.#grid.tensor.data[edited];
  }

  /**
   * Places the caret in the text: at a point of the window, else at the end.
   * @param {{ x: number, y: number }} [point]
   */
  place(point) {
    const { input } = this.#cells;
    if (!input) return;
    this.#caret = true;
    const end = input.value.length;
    const root = /** @type {ShadowRoot} */ (input.getRootNode());
    const at =
      point && document.caretPositionFromPoint?.(point.x, point.y, { shadowRoots: [root] });
    const caret = at?.offsetNode === input ? Math.min(at.offset, end) : end;
    input.setSelectionRange(caret, caret);
  }

  /** Lets arrows move within the text, where the browser places the caret itself. */
  enter() {
    this.#caret = true;
  }
}

/** Whether two numbers are the same, be it after one of them was kept in single precision.
 * @param {number} a @param {number} b */
const equal = (a, b) => Object.is(a, b) || Object.is(Math.fround(a), Math.fround(b));
