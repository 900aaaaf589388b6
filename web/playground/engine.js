import { loadEngine } from '../engine/engine.js';

/** @typedef {import('../engine/engine.d.ts').Engine} Engine */

/**
 * A playground, or what else wants the engine.
 * @typedef {import('lit').ReactiveControllerHost & { near: boolean, engine: Engine | undefined, failure: unknown }} Host
 */

/** The engine that all playgrounds of a page share; none while it could not be had.
 * @type {Promise<Engine> | undefined} */
let shared;

/** Who goes without, until one of them has tried again.
 * @type {Set<EngineLoading>} */
const without = new Set();

/** Gives its host the engine once it is near, or why there is none. What failed is tried again when the host is put into
 * a document again, when there is a network again, and when a person asks. */
export class EngineLoading {
  #host;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('online', this.#again);
    if (this.#host.near && !this.#host.engine) this.load();
  }

  hostDisconnected() {
    removeEventListener('online', this.#again);
    without.delete(this);
  }

  #again = () => {
    if (this.#host.failure) this.load();
  };

  async load() {
    this.#host.failure = undefined;
    without.add(this);
    shared ??= loadEngine();
    const asked = shared;
    try {
      const engine = await asked;
      for (const waiting of without) waiting.#have(engine);
      without.clear();
      this.#have(engine);
    } catch (error) {
      if (shared === asked) shared = undefined;
      this.#host.failure = error;
    }
  }

  /** @param {Engine} engine */
  #have(engine) {
    this.#host.failure = undefined;
    this.#host.engine = engine;
  }
}
