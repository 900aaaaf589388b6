/** How long a frame is waited for, in ms: a page that nobody sees has none. */
const patience = 50;

/** When the next frame begins: what is drawn then is laid out and painted once, however many keys came before. */
export const nextFrame = () =>
  /** @type {Promise<void>} */ (
    new Promise((done) => {
      const timer = setTimeout(begin, patience);
      const request = requestAnimationFrame(begin);
      function begin() {
        clearTimeout(timer);
        cancelAnimationFrame(request);
        done();
      }
    })
  );
