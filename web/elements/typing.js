/** @typedef {{ offset: number, text: string }} Typed */

/** The text that is typed into the open cell of a grid. */
export class Typing {
  #cells;
  /** @type {Typed | undefined} */
  #typed;
  #caret = false;

  /** @param {import('./cells.js').Cells} cells whose open cell has the input */
  constructor(cells) {
    this.#cells = cells;
  }

  /** Whether arrows move within the text. */
  get caret() {
    return this.#typed !== undefined && this.#caret;
  }

  set caret(on) {
    this.#caret = on;
  }

  /** Whether something else is typed than a text. @param {string} text */
  differs(text) {
    return this.#typed !== undefined && this.#typed.text !== text;
  }

  /** Takes in what stands in the input. @param {number} offset */
  read(offset) {
    const { input } = this.#cells;
    if (!input) return;
    this.#caret = this.caret;
    this.#typed = { offset, text: input.value };
  }

  /**
   * Begins with a text, all of it selected, so that typing replaces it.
   * @param {number} offset
   * @param {string} text
   */
  replace(offset, text) {
    this.#typed = { offset, text };
    this.#caret = false;
    const { input } = this.#cells;
    if (!input) return;
    input.value = text;
    input.select();
  }

  /**
   * Begins anew where a text other than the typed one has come to stand.
   * @param {number} offset
   * @param {string} text
   */
  restore(offset, text) {
    if (this.#cells.input?.value !== text) return this.replace(offset, text);
    this.#typed = { offset, text };
    this.#caret = false;
  }

  /** Places the caret at the end of the text. */
  place() {
    const { input, edited } = this.#cells;
    if (!input || edited === undefined) return;
    this.#typed = { offset: edited, text: input.value };
    this.#caret = true;
    input.setSelectionRange(input.value.length, input.value.length);
  }

  /** What was typed, which ends it. @returns {Typed | undefined} */
  taken() {
    const typed = this.#typed;
    this.#typed = undefined;
    return typed;
  }
}
