/** How long the pointer rests on a cell before the cell says what does not fit into it, in ms. */
const rest = 250;

/** What does not fit into a cell, said above it. */
export class Tip {
  element = document.createElement('div');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  constructor() {
    this.element.classList.add('tip');
    this.element.setAttribute('aria-hidden', 'true');
  }

  /**
   * Says it at once, or takes it away.
   * @param {string} text
   * @param {{ left: number, top: number }} [place] the middle of the cell's upper edge, in pixels
   */
  show(text, place) {
    clearTimeout(this.#resting);
    if (this.element.textContent !== text) this.element.textContent = text;
    if (!place || !text) return;
    this.element.style.left = `${place.left}px`;
    this.element.style.top = `${place.top}px`;
  }

  /** Says it once the pointer has rested. @param {() => void} show */
  later(show) {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(show, rest);
  }
}
