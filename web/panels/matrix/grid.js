import { html, nothing } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { SelectEvent } from '../../elements/events.js';
import { shadeOf, shades } from '../../elements/shades.js';
import { controls } from '../../elements/styles.js';
import { fontOf, notationOf, roomsOf, written } from '../../model/notation.js';
import { peakOf } from '../../model/peak.js';
import { formatNumber } from '../../state/number.js';
import { gridStyles } from './grid-styles.js';
import { begins, moved, selectionAt } from './view.js';

/**
 * @typedef {import('./view.js').Position} Position
 *
 * @typedef {object} Vector what stands above the columns, or beside the rows
 * @property {string} name
 * @property {'x' | 'y'} operand whose colour it has
 * @property {ArrayLike<number>} data
 *
 * @typedef {object} Shown how the numbers of a tensor are drawn
 * @property {number} peak
 * @property {import('../../model/notation.js').Notation} notation
 *
 * @typedef {object} Drawing all there is to draw, but for the lit rows and columns
 * @property {import('./view.js').View} view
 * @property {string} name of the matrix
 * @property {Float64Array} k
 * @property {Vector} above
 * @property {Vector} beside
 * @property {(selection: import('../../model/explain.js').Selection | undefined) => string} say
 *   what a position is called
 */

const key = (/** @type {Position} */ { row, column }) => `${row},${column}`;

/**
 * A small matrix as a grid of cells, between its two vectors.
 *
 * @fires SelectEvent
 */
export class MatrixGrid extends PlaygroundElement {
  static properties = { drawing: { attribute: false }, size: { type: Number } };

  /** @type {import('./view.js').Lit | undefined} */
  #lit;
  /** The elements that are lit, with the class each has for it.
   * @type {Map<Element, string>} */
  #marked = new Map();
  /** @type {Map<string, HTMLElement>} */
  #cells = new Map();
  /** The cell that the Tab key reaches. */
  #active = { row: 0, column: 0 };

  constructor() {
    super();
    /** @type {Drawing} */
    this.drawing = /** @type {any} */ (undefined);
    this.size = 30;
  }

  /** What is lit: patched into the cells that are there, so that pointing at them costs little.
   * @param {import('./view.js').Lit} lit */
  set lit(lit) {
    this.#lit = lit;
    if (this.hasUpdated && !this.isUpdatePending) this.#light();
  }

  render() {
    const { view, name, k } = this.drawing;
    const rooms = roomsOf(this.size);
    const shown = (/** @type {ArrayLike<number>} */ data) => ({
      peak: peakOf(data),
      notation: notationOf(Array.from(data), rooms, false),
    });
    const [above, beside] = [this.drawing.above, this.drawing.beside].map((vector) => ({
      ...vector,
      ...shown(vector.data),
    }));
    const weight = shown(k);
    for (const { operand, notation } of [above, beside, { operand: 'k', ...weight }]) {
      const font = fontOf(this.size, notation.characters);
      this.style.setProperty(`--font-${operand}`, `${font}px`);
    }
    const { rows, columns, matrix } = view;
    const window = { row: 0, column: 0, rows: rows.count, columns: columns.count };
    /** @type {Map<string, number>} */
    const weights = new Map();
    const flat = matrix.weights(window);
    for (let i = 0; i < flat.length; i += 3) weights.set(`${flat[i]},${flat[i + 1]}`, flat[i + 2]);
    return html`<div
      class="grid"
      role="grid"
      aria-label=${name}
      @keydown=${this.#keyDown}
      @focusin=${this.#focusIn}
      @focusout=${this.#focusOut}
      @click=${this.#pin}
      @pointerover=${this.#pointerOver}
      @pointerleave=${() => this.dispatchEvent(new SelectEvent('hover'))}
    >
      <div role="row">
        <div class="name ${above.operand}" aria-hidden="true">${above.name}</div>
        ${this.#all(columns.count, (column) => this.#vector(above, { row: -1, column }))}
        <div aria-hidden="true"></div>
        <div class="name ${beside.operand}" aria-hidden="true">${beside.name}</div>
      </div>
      ${this.#all(
        rows.count,
        (row) =>
          html`<div role="row">
            <div class="name k" aria-hidden="true">${row === 0 ? name : ''}</div>
            ${this.#all(columns.count, (column) => this.#entry({ row, column }, weights, weight))}
            <div class="equals" aria-hidden="true">${row === 0 ? '=' : ''}</div>
            ${this.#vector(beside, { row, column: columns.count })}
          </div>`,
      )}
    </div>`;
  }

  updated() {
    const { columns } = this.drawing.view;
    this.style.setProperty('--size', `${this.size}px`);
    this.style.setProperty('--columns', String(columns.count));
    this.#cells = new Map();
    for (const cell of this.renderRoot.querySelectorAll('[data-row]')) {
      this.#cells.set(key(this.#at(cell)), /** @type {HTMLElement} */ (cell));
    }
    if (!this.#cells.has(key(this.#active))) this.#active = { row: 0, column: 0 };
    this.#reach(this.#active);
    this.#light();
  }

  /** @param {number} count @param {(index: number) => unknown} draw */
  #all(count, draw) {
    return Array.from({ length: count }, (_, i) => draw(i));
  }

  /** Classes by which channels and rows of a plane stand apart. @param {Position} position */
  #gaps({ row, column }) {
    const { rows, columns } = this.drawing.view;
    const above = row > 0 && begins(rows, row);
    const left = column < columns.count && begins(columns, column);
    return `${above ? `row-${above}` : ''} ${left ? `column-${left}` : ''}`;
  }

  /** @param {Position} position @param {Map<string, number>} weights @param {Shown} shown */
  #entry(position, weights, shown) {
    const { view, k, say } = this.drawing;
    const { row, column } = position;
    const weight = weights.get(key(position));
    const margin = view.rows.cell(row) === undefined || view.columns.cell(column) === undefined;
    const dashed = margin && weight !== undefined;
    const value = weight === undefined ? 0 : k[weight];
    const level = weight === undefined ? 'zero' : `filled ${shadeOf(value, shown.peak)}`;
    const label = say(selectionAt(view, position));
    return this.#cell(
      position,
      'gridcell',
      `k ${level} ${dashed ? 'margin' : ''} ${this.#outside(position) ? 'outside' : ''}`,
      margin ? label : `${label} = ${weight === undefined ? '0' : formatNumber(value)}`,
      weight === undefined ? '' : value,
      shown.notation,
    );
  }

  /** Whether no weight can be there: another group's. @param {Position} position */
  #outside({ row, column }) {
    const { rows, columns, matrix } = this.drawing.view;
    const group = (/** @type {import('./view.js').Side} */ side, /** @type {number} */ index) =>
      Math.floor((index * matrix.groups) / side.count);
    return group(rows, row) !== group(columns, column);
  }

  /** @param {Vector & Shown} vector @param {Position} position */
  #vector({ operand, data, peak, notation }, position) {
    const { view, say } = this.drawing;
    const [side, index] =
      position.row < 0 ? [view.columns, position.column] : [view.rows, position.row];
    const offset = side.cell(index);
    const role = position.row < 0 ? 'columnheader' : 'rowheader';
    if (offset === undefined)
      return this.#cell(position, role, 'margin', say(undefined), '', notation);
    const label = `${say({ operand: side.operand, offset })} = ${formatNumber(data[offset])}`;
    return this.#cell(
      position,
      role,
      `${operand} filled ${shadeOf(data[offset], peak)}`,
      label,
      data[offset],
      notation,
    );
  }

  /**
   * @param {Position} position
   * @param {string} role
   * @param {string} classes
   * @param {string} label
   * @param {number | ''} value
   * @param {import('../../model/notation.js').Notation} notation
   */
  #cell(position, role, classes, label, value, notation) {
    const text = value === '' ? '' : written(value, notation);
    const full = value === '' ? '' : formatNumber(value);
    return html`<div
      role=${role}
      class="cell ${classes} ${this.#gaps(position)}"
      data-row=${position.row}
      data-column=${position.column}
      data-full=${full === text ? nothing : full}
      aria-label=${label}
      tabindex="-1"
    >
      ${text}
    </div>`;
  }

  /** Marks the lit cells, and only those that changed. */
  #light() {
    /** @type {Map<Element, string>} */
    const marks = new Map();
    const mark = (/** @type {Position} */ position, /** @type {string} */ name) => {
      const cell = this.#cells.get(key(position));
      if (cell) marks.set(cell, name);
    };
    if (this.#lit) {
      const { row, column, rows, columns, entries } = this.#lit;
      const last = this.drawing.view.columns.count;
      for (const entry of entries) mark(entry, 'linked');
      for (const touched of columns) mark({ row: -1, column: touched }, 'linked');
      for (const touched of rows) mark({ row: touched, column: last }, 'linked');
      if (column !== undefined) mark({ row: -1, column }, 'selected');
      if (row !== undefined) mark({ row, column: last }, 'selected');
      if (row !== undefined && column !== undefined) mark({ row, column }, 'selected');
    }
    for (const [cell, name] of this.#marked)
      if (marks.get(cell) !== name) cell.classList.remove(name);
    for (const [cell, name] of marks) cell.classList.add(name);
    this.#marked = marks;
  }

  /** @param {Element} cell @returns {Position} */
  #at(cell) {
    const { row, column } = /** @type {HTMLElement} */ (cell).dataset;
    return { row: Number(row), column: Number(column) };
  }

  /** @param {Event} event */
  #target(event) {
    const cell = /** @type {Element} */ (event.composedPath()[0]).closest('[data-row]');
    return cell ? this.#at(cell) : undefined;
  }

  /**
   * @param {'hover' | 'focus' | 'pin'} how
   * @param {Position | undefined} position
   * @param {PointerEvent} [pointer]
   */
  #select(how, position, pointer) {
    const selection = position && selectionAt(this.drawing.view, position);
    this.dispatchEvent(new SelectEvent(how, selection, pointer));
  }

  #reach(/** @type {Position} */ position) {
    this.#cells.get(key(this.#active))?.setAttribute('tabindex', '-1');
    this.#cells.get(key(position))?.setAttribute('tabindex', '0');
    this.#active = position;
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const position = this.#target(event);
    if (!position) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#select('pin', position);
      return;
    }
    const next = moved(this.drawing.view, position, event);
    if (!next) return;
    event.preventDefault();
    this.#cells.get(key(next))?.focus();
  }

  /** @param {FocusEvent} event */
  #focusIn(event) {
    const position = this.#target(event);
    if (!position) return;
    this.#reach(position);
    this.#select('focus', position);
  }

  /** @param {FocusEvent} event */
  #focusOut(event) {
    if (!this.renderRoot.contains(/** @type {Node | null} */ (event.relatedTarget))) {
      this.#select('focus', undefined);
    }
  }

  /** @param {Event} event */
  #pin(event) {
    const position = this.#target(event);
    if (position) this.#select('pin', position);
  }

  /** @param {PointerEvent} event */
  #pointerOver(event) {
    if (event.pointerType !== 'touch') this.#select('hover', this.#target(event), event);
  }

  static styles = [controls, shades, gridStyles];
}
