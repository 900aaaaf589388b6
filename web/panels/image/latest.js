/** One task at a time; of the tasks asked for meanwhile, only the last. @template Task */
export class Latest {
  #run;
  #patience;
  /** @type {AbortController | undefined} */
  #running;
  /** @type {{ task: Task } | undefined} */
  #next;

  /**
   * @param {(task: Task, signal: AbortSignal) => Promise<void>} run never fails
   * @param {number} [patience] milliseconds that a task still has once a newer one is there: short ones
   *   end, so that what is dragged is seen on its way
   */
  constructor(run, patience = 120) {
    this.#run = run;
    this.#patience = patience;
  }

  /** @param {Task} task */
  ask(task) {
    const waiting = this.#next !== undefined;
    this.#next = { task };
    if (!this.#running) this.#start();
    else if (!waiting) this.#hurry(this.#running);
  }

  /** Ends the running task; none is waiting any more. */
  cancel() {
    this.#next = undefined;
    this.#running?.abort();
  }

  /** @param {AbortController} running */
  #hurry(running) {
    setTimeout(() => {
      if (this.#next) running.abort();
    }, this.#patience);
  }

  async #start() {
    while (this.#next && !this.#running) {
      const { task } = this.#next;
      this.#next = undefined;
      this.#running = new AbortController();
      await this.#run(task, this.#running.signal);
      this.#running = undefined;
    }
  }
}
