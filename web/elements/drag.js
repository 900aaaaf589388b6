import { stepped } from '../model/stepped.js';

/** How far the pointer goes, in px, before it drags, and for each step. */
const slack = 4;
const stride = 8;

/**
 * @typedef {import('./events.js').Edit} Edit
 *
 * @typedef {object} Dragged what is done with the number of a cell
 * @property {(offset: number) => number} value
 * @property {(offset: number) => void} begin
 * @property {(offset: number, value: number, edit: Edit, back?: 'escape') => void} set
 *
 * @typedef {object} Press
 * @property {number} offset of the cell
 * @property {number} pointer
 * @property {number} x where the last step was, in px
 * @property {number} start the number that stood there
 * @property {number} tenths it has gone since
 * @property {Edit} edit
 * @property {boolean} going
 */

/**
 * Dragging the number of a cell: it grows to the right, by 1 or, with Shift, by 0.1. Escape takes it back.
 * A finger that goes up or down scrolls, which the cells' touch-action leaves to the browser.
 */
export class Drag {
  #element;
  #dragged;
  /** @type {Press | undefined} */
  #press;

  /**
   * @param {() => HTMLElement} element that the cells are in
   * @param {Dragged} dragged
   */
  constructor(element, dragged) {
    this.#element = element;
    this.#dragged = dragged;
  }

  get going() {
    return this.#press?.going ?? false;
  }

  /** @param {PointerEvent} event @param {number} offset */
  down({ isPrimary, button, ctrlKey, pointerId, clientX }, offset) {
    this.end();
    const start = this.#dragged.value(offset);
    // With Control, a press opens a menu on some systems.
    if (!isPrimary || button !== 0 || ctrlKey || !Number.isFinite(start)) return;
    const edit = { over: false };
    this.#press = { offset, pointer: pointerId, x: clientX, start, tenths: 0, edit, going: false };
  }

  /** @param {PointerEvent} event */
  move(event) {
    const press = this.#press;
    if (!press || event.pointerId !== press.pointer) return;
    const beyond = Math.abs(event.clientX - press.x);
    if (!press.going && beyond >= slack) this.#go(press);
    if (!press.going) return;
    // A slide of the page around is not to be dragged along.
    event.stopPropagation();
    if (press.edit.over) {
      this.end();
      return;
    }
    const steps = Math.trunc((event.clientX - press.x) / stride);
    if (steps === 0) return;
    press.x += steps * stride;
    press.tenths += steps * (event.shiftKey ? 1 : 10);
    this.#dragged.set(press.offset, stepped(press.start, press.tenths), press.edit);
  }

  /** @param {Press} press */
  #go(press) {
    press.going = true;
    const element = this.#element();
    element.setPointerCapture(press.pointer);
    element.classList.add('dragged');
    // Before anyone else hears of the key, wherever the focus is.
    addEventListener('keydown', this.#keyDown, { capture: true });
    this.#dragged.begin(press.offset);
  }

  /** @param {TouchEvent} event */
  touch = (event) => {
    if (this.going) event.stopPropagation();
  };

  /** The cell that a finger pressed loses it to the grid. @param {PointerEvent} event */
  lose = (event) => {
    if (event.target === this.#element()) this.end();
  };

  end() {
    const press = this.#press;
    this.#press = undefined;
    if (!press?.going) return;
    removeEventListener('keydown', this.#keyDown, { capture: true });
    const element = this.#element();
    element.classList.remove('dragged');
    if (element.hasPointerCapture(press.pointer)) element.releasePointerCapture(press.pointer);
  }

  /** Ends it with the number that was there before. */
  takeBack() {
    const press = this.#press;
    this.end();
    if (!press?.going || press.edit.over) return;
    this.#dragged.set(press.offset, press.start, press.edit, 'escape');
  }

  /** @param {KeyboardEvent} event */
  #keyDown = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.takeBack();
  };
}
