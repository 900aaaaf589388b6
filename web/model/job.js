/** Something that takes long: how far it is, and ways to end it and to begin it again. */
export class Job extends EventTarget {
  /** @type {AbortController | undefined} */
  #running;
  #run;
  /** How much of it is done, from 0 to 1. */
  share = 0;

  /** @param {(signal: AbortSignal, tell: (share: number) => void) => Promise<void>} run */
  constructor(run) {
    super();
    this.#run = run;
    this.start();
  }

  /** Whether it was ended before it was done. */
  get stopped() {
    return this.#running === undefined;
  }

  async start() {
    const running = new AbortController();
    const { signal } = running;
    this.#running = running;
    this.#tell(0);
    try {
      await this.#run(signal, (share) => {
        if (!signal.aborted) this.#tell(share);
      });
    } catch {
      // What it needs could not be had: it can be begun again.
      if (!signal.aborted) this.stop();
    }
  }

  stop() {
    this.#running?.abort();
    this.#running = undefined;
    this.#tell(this.share);
  }

  /** @param {number} share */
  #tell(share) {
    this.share = share;
    this.dispatchEvent(new Event('progress'));
  }
}
