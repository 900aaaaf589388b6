import { Background } from '../../engine/background.js';
import url from './worker.js?worker&url';

/**
 * The worker's side that the page talks to.
 *
 * @typedef {import('./develop.js').Job} Job
 */
export class Lab {
  #background = new Background(url);

  static possible = Background.possible;

  /** @param {WebAssembly.Module} wasm the engine that is there already */
  constructor(wasm) {
    this.#background.keep('wasm', wasm);
  }

  /**
   * @param {Job} job
   * @param {number} rows of a band
   * @param {AbortSignal} signal
   * @param {import('./develop.js').Paint} paint
   * @returns {Promise<number>} milliseconds
   */
  develop({ picture, layer, mapping }, rows, signal, paint) {
    this.#background.keep('picture', picture);
    const tell = (/** @type {any} */ { band, bytes }) => paint(band, bytes);
    return this.#background.ask('develop', { layer, mapping, rows }, { signal, tell });
  }

  close() {
    this.#background.close();
  }
}
