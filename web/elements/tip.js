import { overhang } from './overhang.js';

/** How long the pointer rests on a cell before the cell says what does not fit into it, in ms. */
const rest = 250;

/** The whole of a number that a cell has no room for, above the cell. */
export class Tip {
  element = document.createElement('div');
  #overflowing;
  /** What it speaks of, while it does. @type {number | undefined} */
  #offset;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /**
   * @param {(offset: number) => { text: string, cell: HTMLElement | undefined }} overflowing what does not fit
   *   into a cell, and the cell, if it is drawn
   */
  constructor(overflowing) {
    this.#overflowing = overflowing;
    this.element.className = 'tip';
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** @param {number | undefined} offset of a cell; without one, nothing is said any more */
  say(offset) {
    clearTimeout(this.#resting);
    this.#show(offset);
  }

  #show(/** @type {number | undefined} */ offset) {
    const { text = '', cell } = offset === undefined ? {} : this.#overflowing(offset);
    this.#offset = offset;
    if (this.element.textContent !== text) this.element.textContent = text;
    if (!text || !cell) return;
    overhang(cell, this.element);
    this.element.style.left = `${cell.offsetLeft}px`;
    this.element.style.top = `${cell.parentElement?.offsetTop}px`;
  }

  /** Says what there is now. */
  again() {
    this.#show(this.#offset);
  }

  /** Speaks of a cell once the pointer has rested on it. @param {number | undefined} offset */
  sayRested(offset) {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.say(offset), rest);
  }
}
