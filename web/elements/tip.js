/** How long the pointer rests on a cell before the cell says what does not fit into it, in ms. */
const rest = 250;

/** The whole of a number that a cell has no room for, above the cell. */
export class Tip {
  element = document.createElement('div');
  #place;
  #text = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /**
   * @param {(offset: number) => { text: string, left: number, top: number } | undefined} place what does not
   *   fit into a cell, and where the tip goes for it, in pixels; nothing for a cell that is not drawn
   */
  constructor(place) {
    this.#place = place;
    this.element.className = 'tip';
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** @param {number | undefined} offset of a cell; without one, nothing is said any more */
  say(offset) {
    clearTimeout(this.#resting);
    const said = offset === undefined ? undefined : this.#place(offset);
    const text = said?.text ?? '';
    if (!text && !this.#text) return;
    this.#text = text;
    this.element.textContent = text;
    if (!said) return;
    this.element.style.left = `${said.left}px`;
    this.element.style.top = `${said.top}px`;
  }

  /** Speaks of a cell once the pointer has rested on it. @param {number | undefined} offset */
  sayRested(offset) {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.say(offset), rest);
  }
}
