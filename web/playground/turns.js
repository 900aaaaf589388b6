/** How long a frame is waited for, in ms: a page that nobody sees has none. */
const patience = 50;

/** When the next frame begins, or sooner. @param {number} most how long it may take at most, in ms */
const nextFrame = (most) =>
  /** @type {Promise<void>} */ (
    new Promise((done) => {
      const timer = setTimeout(begin, most);
      const request = requestAnimationFrame(begin);
      function begin() {
        clearTimeout(timer);
        cancelAnimationFrame(request);
        done();
      }
    })
  );

/**
 * Turns to draw what keys change. Browsers lay out a page before a frame begins, for the caret, and again
 * where the frame's own work changes it: what is drawn as soon as no more keys wait is laid out once. Keys
 * that come after that and before the frame are drawn together, when it begins.
 */
export class Turns {
  /** The frame that shows what was drawn last. @type {Promise<void> | undefined} */
  #frame;

  async take() {
    const turn = this.#frame ?? nextFrame(0);
    this.#frame ??= nextFrame(patience).then(() => {
      this.#frame = undefined;
    });
    await turn;
  }
}
