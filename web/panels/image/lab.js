/**
 * The worker's side that the page talks to.
 *
 * @typedef {import('./develop.js').Job} Job
 */
export class Lab {
  #worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  /** The picture that the worker has. @type {import('./picture.js').Picture | undefined} */
  #picture;
  #count = 0;

  /** Whether the page may start the worker: a frame without an origin, or a page of another one, may
   * not. */
  static possible() {
    return typeof Worker === 'function' && new URL(import.meta.url).origin === self.origin;
  }

  /** @param {WebAssembly.Module} wasm the engine that is there already */
  constructor(wasm) {
    this.#worker.postMessage({ wasm });
  }

  /**
   * @param {Job} job
   * @param {number} rows of a band
   * @param {AbortSignal} signal
   * @param {import('./develop.js').Paint} paint
   * @returns {Promise<number>} milliseconds
   */
  develop({ picture, layer, mapping }, rows, signal, paint) {
    const id = ++this.#count;
    if (picture !== this.#picture) this.#worker.postMessage({ picture });
    this.#picture = picture;
    this.#worker.postMessage({ id, layer, mapping, rows });
    const ended = new AbortController();
    const { signal: end } = ended;
    return new Promise((resolve, reject) => {
      this.#worker.addEventListener(
        'message',
        ({ data }) => {
          if (data.id !== id) return;
          if (data.bytes) paint(data.band, data.bytes);
          if (data.failed) reject(new Error(data.failed));
          if (data.milliseconds !== undefined) resolve(data.milliseconds);
        },
        { signal: end },
      );
      this.#worker.addEventListener('error', reject, { signal: end });
      signal.addEventListener(
        'abort',
        () => {
          this.#worker.postMessage({ cancelled: id });
          reject(signal.reason);
        },
        { signal: end },
      );
    }).finally(() => ended.abort());
  }

  close() {
    this.#worker.terminate();
  }
}
