import { html } from 'lit';
import { Job } from '../model/job.js';

/**
 * What the engine answers a panel: at once, or for a large layer away from the page.
 *
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 */

/** Writes down a call in the place of the engine. */
const recorder = /** @type {Engine} */ (
  new Proxy(
    {},
    {
      get:
        (_, method) =>
        (/** @type {unknown[]} */ ...args) => ({ method, args }),
    },
  )
);

/** @template T */
export class Away {
  #host;
  /** The answer, when it is there. @type {T | undefined} */
  value = undefined;
  /** What it is waited for. @type {Job | undefined} */
  job = undefined;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.job?.stop();
  }

  /**
   * Asks anew; the answer before is not wanted any more.
   * @param {Engine} engine
   * @param {boolean} large
   * @param {(engine: Engine) => T} ask makes one call
   */
  ask(engine, large, ask) {
    this.job?.stop();
    this.job = undefined;
    this.value = large ? undefined : ask(engine);
    if (!large) return;
    const call = /** @type {any} */ (ask(recorder));
    const job = new Job(async (signal) => {
      const { callAway } = await import('../model/away.js');
      const { value, fault } = await callAway(engine, call, signal);
      if (this.job !== job) return;
      if (fault) return job.stop();
      this.value = value;
      this.job = undefined;
      this.#host.requestUpdate();
    });
    this.job = job;
  }

  /** Nothing is asked any more. */
  clear() {
    this.job?.stop();
    this.job = this.value = undefined;
  }

  /** What stands in its place. @param {import('../i18n/index.js').Translate} t */
  waiting = (t) => html`<conv-computing .job=${this.job} .t=${t}></conv-computing>`;
}
