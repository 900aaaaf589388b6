/**
 * Develops pictures: at once where that fits into a frame, else in a worker, else (in a frame that may
 * have no worker) in slices between which the page goes on.
 *
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('./develop.js').Job} Job
 * @typedef {import('./develop.js').Paint} Paint
 *
 * @typedef {'frame' | 'worker' | 'slices'} Place
 */
import { bandsOf } from '../../engine/bands.js';
import { developed } from './develop.js';
import { Lab } from './lab.js';

/** Milliseconds of work: in one go, in a slice, between two messages of the worker. */
const times = { frame: 12, slices: 8, worker: 30 };
/** What a pixel of a channel costs beside the multiplications, in multiplications. */
const overhead = 6;

export class Darkroom {
  #engine;
  /** Milliseconds for a million multiplications, as far as has been seen. */
  #rate = 0.5;
  /** @type {Lab | undefined} */
  #lab;
  #worker;

  /**
   * @param {Engine} engine
   * @param {{ worker?: boolean }} [options] whether there may be a worker
   */
  constructor(engine, { worker = Lab.possible() } = {}) {
    this.#engine = engine;
    this.#worker = worker;
  }

  /** @param {Job} job */
  static work({ layer }) {
    const [, channels, rows, columns] = layer.y;
    return (layer.multiplications + overhead * channels * rows * columns) / 1e6;
  }

  /**
   * @param {Job} job
   * @param {AbortSignal} signal
   * @param {Paint} paint
   * @returns {Promise<{ place: Place, milliseconds: number }>} how long was worked
   * @throws {DOMException} AbortError
   */
  async develop(job, signal, paint) {
    const expected = Darkroom.work(job) * this.#rate;
    if (expected <= times.frame) return this.#slices(job, signal, paint, job.layer.y[2]);
    if (this.#worker) {
      try {
        this.#lab ??= new Lab(this.#engine.wasm);
        const rows = this.#rows(job, times.worker);
        const milliseconds = await this.#lab.develop(job, rows, signal, paint);
        this.#learn(job, milliseconds);
        return { place: 'worker', milliseconds };
      } catch (error) {
        signal.throwIfAborted();
        // No worker to be had after all.
        this.close();
        this.#worker = false;
      }
    }
    return this.#slices(job, signal, paint, this.#rows(job, times.slices));
  }

  /** Lets go of the worker. */
  close() {
    this.#lab?.close();
    this.#lab = undefined;
  }

  /** How many rows take so long. @param {Job} job @param {number} milliseconds */
  #rows(job, milliseconds) {
    return Math.max(1, (job.layer.y[2] * milliseconds) / (Darkroom.work(job) * this.#rate));
  }

  /**
   * @param {Job} job
   * @param {AbortSignal} signal
   * @param {Paint} paint
   * @param {number} rows of a slice
   * @returns {Promise<{ place: Place, milliseconds: number }>}
   */
  async #slices({ picture, layer, mapping }, signal, paint, rows) {
    const bands = bandsOf(layer.y[2], rows);
    let milliseconds = 0;
    for (const [i, band] of bands.entries()) {
      if (i > 0) await pause();
      signal.throwIfAborted();
      const start = performance.now();
      const bytes = developed(this.#engine, picture, layer, band, mapping);
      milliseconds += performance.now() - start;
      paint(band, bytes);
    }
    this.#learn({ picture, layer, mapping }, milliseconds);
    return { place: bands.length > 1 ? 'slices' : 'frame', milliseconds };
  }

  /** @param {Job} job @param {number} milliseconds */
  #learn(job, milliseconds) {
    const seen = milliseconds / Darkroom.work(job);
    if (Number.isFinite(seen)) this.#rate = (this.#rate + seen) / 2;
  }
}

/** Lets the page paint and answer. */
const pause = () => new Promise((resolve) => setTimeout(resolve));
