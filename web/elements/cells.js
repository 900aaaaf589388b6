import { formatNumber, shortNumber } from '../state/number.js';

/**
 * What a grid shows in its cells.
 * @typedef {object} View
 * @property {ArrayLike<number>} data of the tensor
 * @property {number} first the offset of the first cell
 * @property {number} stride from a row's offset to the next row's
 * @property {number} characters how many fit into a cell
 * @property {number} peak the magnitude that is drawn at full strength
 * @property {(offset: number) => string} name
 * @property {(offset: number) => string} mark
 * @property {ReadonlySet<number>} linked
 * @property {number | undefined} selected
 * @property {number | undefined} pinned
 * @property {number} reachable the cell that Tab reaches
 * @property {(offset: number) => string | undefined} draft text in the place of the number
 * @property {{ offset: number, text: string } | undefined} typed
 */

/**
 * One cell and what is written in it, so that only what differs is written again.
 * @typedef {object} Cell
 * @property {HTMLElement} holder
 * @property {HTMLElement} target what is focused: the holder, or the input in it
 * @property {number} offset
 * @property {number} value
 * @property {string} mark
 * @property {string} text
 * @property {string} classes
 * @property {string} label
 * @property {number} tabIndex
 */

/** Steps of strength in which magnitudes are drawn. */
const strengths = 10;

/**
 * The cells of a grid: built anew when their arrangement changes, patched where a number, a mark or a
 * highlight does. An edit or a hover touches few cells of many, and has to be painted in a frame.
 */
export class Cells {
  /** @type {Cell[]} */
  #cells = [];
  #arrangement = '';
  #columns = 0;
  #editable = false;
  /** @type {View | undefined} */
  #view;

  /**
   * @param {HTMLElement} grid
   * @param {{ row: number, column: number, rows: number, columns: number }} window
   * @param {boolean} editable
   */
  arrange(grid, { row, column, rows, columns }, editable) {
    const arrangement = [row, column, rows, columns, editable].join();
    if (arrangement === this.#arrangement) return;
    this.#arrangement = arrangement;
    this.#columns = columns;
    this.#editable = editable;
    this.#view = undefined;
    this.#cells = [];
    const lines = Array.from({ length: rows }, (_, r) => {
      const line = element('div', { role: 'row', 'aria-rowindex': String(row + r + 1) });
      for (let c = 0; c < columns; c++) line.append(this.#built(column + c));
      return line;
    });
    grid.replaceChildren(...lines);
  }

  /** @param {number} column */
  #built(column) {
    const holder = element('div', { role: 'gridcell', 'aria-colindex': String(column + 1) });
    const input = { autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'next' };
    const target = this.#editable ? element('input', input) : holder;
    if (target !== holder) holder.append(target);
    const empty = {
      offset: -1,
      value: NaN,
      mark: '',
      text: '',
      classes: '',
      label: '',
      tabIndex: -2,
    };
    this.#cells.push({ holder, target, ...empty });
    return holder;
  }

  /** @param {View} view */
  fill(view) {
    const before = this.#view;
    // With the same namer, widths and marks, a cell of the same number has the same text.
    const afresh =
      before?.name !== view.name ||
      before.characters !== view.characters ||
      before.mark !== view.mark;
    this.#cells.forEach((cell, i) => {
      const row = Math.floor(i / this.#columns);
      const offset = view.first + row * view.stride + (i % this.#columns);
      this.#patch(cell, offset, view, afresh);
    });
    this.#view = view;
  }

  /** The element of a cell that takes the focus, if the cell is drawn. @param {number} offset */
  target(offset) {
    return this.#cells.find((cell) => cell.offset === offset)?.target;
  }

  /**
   * @param {Cell} cell
   * @param {number} offset
   * @param {View} view
   * @param {boolean} afresh
   */
  #patch(cell, offset, view, afresh) {
    const value = view.data[offset];
    const draft = view.draft(offset);
    const moved = cell.offset !== offset;
    if (moved) {
      cell.offset = offset;
      cell.target.dataset.offset = String(offset);
    }
    if (moved || afresh || !Object.is(cell.value, value)) {
      cell.value = value;
      cell.mark = view.mark(offset);
      this.#write(cell, offset, value, view);
    }
    if (this.#editable) this.#type(cell, offset, view, draft);

    const strength = Math.min(
      strengths,
      Math.round((strengths * Math.abs(value)) / view.peak) || 0,
    );
    let classes = `cell t${strength}`;
    if (cell.mark) classes += ` ${cell.mark}`;
    if (view.linked.has(offset)) classes += ' linked';
    if (offset === view.selected) classes += ' selected';
    if (offset === view.pinned) classes += ' pinned';
    if (draft !== undefined) classes += ' invalid';
    if (cell.classes !== classes) {
      cell.classes = classes;
      cell.holder.className = classes;
      if (!this.#editable) cell.holder.ariaSelected = String(offset === view.pinned);
    }
    const tabIndex = offset === view.reachable ? 0 : -1;
    if (cell.tabIndex !== tabIndex) {
      cell.tabIndex = tabIndex;
      cell.target.tabIndex = tabIndex;
    }
  }

  /**
   * Writes a cell's number and name.
   * @param {Cell} cell
   * @param {number} offset
   * @param {number} value
   * @param {View} view
   */
  #write(cell, offset, value, view) {
    const blank = cell.mark.includes('blank');
    cell.text = blank ? '' : shortNumber(value, view.characters);
    if (this.#editable) {
      cell.target.ariaLabel = view.name(offset);
      return;
    }
    const full = blank ? '–' : formatNumber(value);
    cell.holder.textContent = cell.text;
    cell.holder.ariaLabel = `${view.name(offset)} = ${full}`;
    if (blank || full === cell.text) delete cell.holder.dataset.full;
    else cell.holder.dataset.full = full;
  }

  /**
   * Keeps an input at what is being typed into it, at its draft, or else at its number.
   * @param {Cell} cell
   * @param {number} offset
   * @param {View} view
   * @param {string | undefined} draft
   */
  #type(cell, offset, { typed }, draft) {
    const input = /** @type {HTMLInputElement} */ (cell.target);
    const text = typed?.offset === offset ? typed.text : (draft ?? cell.text);
    if (input.value !== text) input.value = text;
    const invalid = String(draft !== undefined);
    if (input.ariaInvalid !== invalid) input.ariaInvalid = invalid;
  }
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
