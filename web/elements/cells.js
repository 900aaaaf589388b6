import { written } from '../model/notation.js';
import { formatNumber } from '../state/number.js';
import { overhang } from './overhang.js';
import { shadeOf } from './shades.js';

/**
 * What a grid shows in its cells.
 * @typedef {object} View
 * @property {ArrayLike<number>} data of the tensor
 * @property {number} first the offset of the first cell
 * @property {number} stride from a row's offset to the next row's
 * @property {import('../model/notation.js').Notation} notation
 * @property {number} peak the magnitude that is drawn at full strength
 * @property {(offset: number) => string} name
 * @property {(offset: number) => string} mark
 * @property {string} absent what is said of a cell that is blank
 * @property {number | undefined} pinned
 * @property {number} reachable the cell that Tab reaches
 * @property {(offset: number) => string | undefined} draft text in the place of the number
 */

/**
 * One cell and what is written in it, so that only what differs is written again.
 * @typedef {object} Cell
 * @property {HTMLElement} holder
 * @property {Text} text
 * @property {number} offset
 * @property {number} value
 * @property {string} mark
 * @property {string} short the number as it fits
 * @property {string} full the whole number, and more than fits
 * @property {string} label
 * @property {string | undefined} draft
 * @property {string} classes
 */

/**
 * The cells of a grid: built anew when their arrangement changes, patched where a number or a mark does.
 * They are plain text; an input takes its place in the one cell that is edited.
 */
export class Cells {
  /** @type {Cell[]} */
  #cells = [];
  #arrangement = '';
  #columns = 0;
  #editable = false;
  /** @type {View | undefined} */
  #view;
  #reachable = -1;
  /** Two, so that the focus goes from one straight to the other.
   * @type {HTMLInputElement[]} */
  #editors = [];
  /** The cell that is edited. @type {Cell | undefined} */
  #open;

  /**
   * @param {HTMLElement} grid
   * @param {{ row: number, column: number, rows: number, columns: number }} window
   * @param {boolean} editable
   * @returns {boolean} whether it took the focus away, with the cell that had it
   */
  arrange(grid, { row, column, rows, columns }, editable) {
    const arrangement = [row, column, rows, columns, editable].join();
    if (arrangement === this.#arrangement) return false;
    this.#arrangement = arrangement;
    this.#columns = columns;
    this.#editable = editable;
    this.#view = undefined;
    this.#cells = [];
    this.#open = undefined;
    this.#reachable = -1;
    const lines = Array.from({ length: rows }, (_, r) => {
      const line = element('div', { role: 'row', 'aria-rowindex': String(row + r + 1) });
      for (let c = 0; c < columns; c++) line.append(this.#built(column + c));
      return line;
    });
    const focused = grid.matches(':focus-within');
    grid.replaceChildren(...lines);
    return focused;
  }

  /** @param {number} column */
  #built(column) {
    const holder = element('div', {
      role: 'gridcell',
      'aria-colindex': String(column + 1),
      tabindex: '-1',
    });
    const text = document.createTextNode('');
    holder.append(text);
    this.#cells.push({
      holder,
      text,
      offset: -1,
      value: NaN,
      mark: '',
      short: '',
      full: '',
      label: '',
      draft: undefined,
      classes: '',
    });
    return holder;
  }

  /** @param {View} view */
  fill(view) {
    const before = this.#view;
    this.#view = view;
    // With the same namer and notation, a cell of the same number and mark has the same text.
    const afresh =
      before?.name !== view.name ||
      before.absent !== view.absent ||
      before.notation !== view.notation ||
      before.first !== view.first ||
      before.stride !== view.stride;
    const marked = afresh || before.mark !== view.mark;
    const shaded = afresh || before.peak !== view.peak;
    const cells = this.#cells;
    for (let i = 0, row = 0; i < cells.length; row++) {
      for (let column = 0; column < this.#columns; column++, i++) {
        const cell = cells[i];
        const offset = view.first + row * view.stride + column;
        const value = view.data[offset];
        const draft = view.draft(offset);
        const mark = marked ? view.mark(offset) : cell.mark;
        const changed = afresh || !Object.is(cell.value, value) || mark !== cell.mark;
        const drafted = draft !== cell.draft;
        if (!changed && !drafted && !shaded) continue;
        cell.draft = draft;
        if (changed || drafted) this.#number(cell, offset, value, mark, view);
        if (changed || drafted) this.#write(cell);
        this.#dress(cell, view);
      }
    }
    if (before?.pinned !== view.pinned || afresh) this.#pin(before?.pinned, view.pinned);
    this.reach(view.reachable);
  }

  /** The cell of an offset, if it is drawn. @param {number | undefined} offset */
  #at(offset) {
    const place = this.place(offset);
    return place && this.#cells[place.row * this.#columns + place.column];
  }

  /** Where a cell is drawn, if it is. @param {number | undefined} offset */
  place(offset) {
    if (!this.#view || offset === undefined || this.#columns === 0) return undefined;
    const { first, stride } = this.#view;
    const row = Math.floor((offset - first) / stride);
    const column = offset - first - row * stride;
    const drawn =
      row >= 0 && row * this.#columns < this.#cells.length && column >= 0 && column < this.#columns;
    return drawn ? { row, column } : undefined;
  }

  /** The element of a cell. @param {number} offset */
  holder(offset) {
    return this.#at(offset)?.holder;
  }

  /** What does not fit into a cell, in full. @param {number} offset */
  full(offset) {
    return this.#at(offset)?.full ?? '';
  }

  /** The input of the cell that is edited. */
  get input() {
    return this.#open && this.#editors[0];
  }

  /** The offset of the cell that is edited. */
  get edited() {
    return this.#open?.offset;
  }

  /**
   * Puts an input in the place of a cell's text, and the focus into it.
   * @param {number} offset
   * @param {string} text
   */
  open(offset, text) {
    const cell = this.#at(offset);
    if (!cell || cell === this.#open) return;
    const before = this.#open;
    this.#open = cell;
    // The other one, while the first still has the focus.
    const [other, spare = editor()] = this.#editors;
    this.#editors = other ? [spare, other] : [spare];
    spare.value = text;
    spare.ariaLabel = this.#view?.name(offset) ?? '';
    spare.ariaInvalid = String(cell.draft !== undefined);
    cell.holder.removeAttribute('aria-label');
    cell.holder.classList.add('open');
    cell.holder.parentElement?.classList.add('open');
    cell.text.replaceWith(spare);
    spare.focus();
    // The focus has laid it out.
    overhang(cell.holder, spare);
    // Only now: without it, the cell would let go of the focus that it may have had.
    cell.holder.removeAttribute('tabindex');
    if (before) this.#shut(before, other);
  }

  /** Puts the text back into the place of the input. */
  close() {
    const cell = this.#open;
    if (!cell) return;
    this.#open = undefined;
    this.#shut(cell, this.#editors[0]);
  }

  /**
   * @param {Cell} cell
   * @param {HTMLInputElement} input
   */
  #shut(cell, input) {
    if (input.parentNode === cell.holder) input.replaceWith(cell.text);
    cell.holder.classList.remove('open');
    const row = cell.holder.parentElement;
    if (row !== this.#open?.holder.parentElement) row?.classList.remove('open');
    cell.holder.tabIndex = cell.offset === this.#reachable ? 0 : -1;
    cell.holder.ariaLabel = cell.label;
  }

  /**
   * @param {Cell} cell
   * @param {number} offset
   * @param {number} value
   * @param {string} mark
   * @param {View} view
   */
  #number(cell, offset, value, mark, view) {
    if (cell.offset !== offset) {
      cell.offset = offset;
      cell.holder.dataset.offset = String(offset);
    }
    cell.value = value;
    cell.mark = mark;
    const blank = cell.mark.includes('blank');
    const full = blank ? '–' : formatNumber(value);
    cell.short = blank ? '' : written(value, view.notation);
    cell.full = blank || full === cell.short ? '' : full;
    const name = view.name(offset);
    cell.label =
      blank && view.absent ? `${name} ${view.absent}` : `${name} = ${cell.draft ?? full}`;
  }

  /** Writes a cell's number, or its draft, and its name. @param {Cell} cell */
  #write(cell) {
    const { draft, holder } = cell;
    const text = draft ?? cell.short;
    if (cell.text.data !== text) cell.text.data = text;
    holder.ariaInvalid = draft === undefined ? null : 'true';
    if (cell === this.#open) this.#editors[0].ariaInvalid = String(draft !== undefined);
    else holder.ariaLabel = cell.label;
  }

  /**
   * @param {Cell} cell
   * @param {View} view
   */
  #dress(cell, view) {
    let classes = `cell ${shadeOf(cell.value, view.peak)}`;
    if (cell.mark) classes += ` ${cell.mark}`;
    if (cell.draft !== undefined) classes += ' invalid';
    if (cell.classes === classes) return;
    cell.classes = classes;
    cell.holder.className = cell === this.#open ? `${classes} open` : classes;
  }

  /**
   * @param {number | undefined} before
   * @param {number | undefined} pinned
   */
  #pin(before, pinned) {
    if (this.#editable) return;
    this.#at(before)?.holder.removeAttribute('aria-selected');
    const cell = this.#at(pinned);
    if (cell) cell.holder.ariaSelected = 'true';
  }

  /** Makes a cell the one that Tab reaches. @param {number} offset */
  reach(offset) {
    if (this.#reachable === offset) return;
    const before = this.#at(this.#reachable);
    if (before && before !== this.#open) before.holder.tabIndex = -1;
    this.#reachable = offset;
    const cell = this.#at(offset);
    if (cell && cell !== this.#open) cell.holder.tabIndex = 0;
  }
}

function editor() {
  const attributes = {
    autocomplete: 'off',
    size: '1', // at least; its text widens it
    spellcheck: 'false',
    enterkeyhint: 'next',
    'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown',
  };
  return /** @type {HTMLInputElement} */ (element('input', attributes));
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
