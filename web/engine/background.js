/**
 * Work away from the page: a worker that is handed tasks by name. What it makes of them is told by
 * serving.js.
 *
 * @typedef {object} Task
 * @property {object} message
 * @property {(part: any) => void} tell
 * @property {(answer: any) => void} done
 * @property {(error: unknown) => void} failed
 * @property {boolean} wanted
 */

/** So long a task that is not wanted any more may still go on, in ms; then its worker is ended. */
const patience = 200;

/**
 * The worker of a script, also of one from another origin, which a page may not start itself but import.
 * @param {string} url
 * @param {boolean} anywhere
 */
function started(url, anywhere) {
  const { href, origin } = new URL(url, import.meta.url);
  if (origin === self.origin) return new Worker(href, { type: 'module' });
  if (!anywhere) throw new Error('The script is of another origin.');
  const text = `import ${JSON.stringify(href)};`;
  const blob = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(blob, { type: 'module' });
  // By then it has been fetched.
  worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true });
  return worker;
}

/** A worker, there as long as it is needed; its tasks fail where the page may have none. */
export class Background {
  #url;
  #anywhere;
  /** @type {Worker | undefined} */
  #worker;
  #count = 0;
  /** What the worker is given once. @type {Map<string, unknown>} */
  #kept = new Map();
  /** What it is at. @type {Map<number, Task>} */
  #tasks = new Map();

  /**
   * @param {string} url of the worker's script
   * @param {{ anywhere?: boolean }} [how] `anywhere`: also on a page of another origin, whose policy may
   *   forbid it and report that; for work that would hold such a page otherwise
   */
  constructor(url, { anywhere = false } = {}) {
    this.#url = url;
    this.#anywhere = anywhere;
  }

  static possible() {
    return typeof Worker === 'function';
  }

  /** Whether nothing is being done. */
  get idle() {
    return this.#tasks.size === 0;
  }

  /**
   * Gives the worker what several tasks are about.
   * @param {string} name
   * @param {unknown} value
   */
  keep(name, value) {
    if (this.#kept.get(name) === value) return;
    this.#kept.set(name, value);
    this.#worker?.postMessage({ keep: name, value });
  }

  /**
   * Has a task done.
   * @param {string} name
   * @param {unknown} given what can be cloned
   * @param {object} [how]
   * @param {AbortSignal} [how.signal]
   * @param {(part: any) => void} [how.tell] hears what is told on the way
   * @returns {Promise<any>} what it comes to
   * @throws {DOMException} AbortError
   * @throws {unknown} where there can be no worker
   */
  async ask(name, given, { signal, tell = () => {} } = {}) {
    signal?.throwIfAborted();
    const id = ++this.#count;
    const message = { id, name, given };
    const ended = new AbortController();
    try {
      return await new Promise((done, failed) => {
        this.#tasks.set(id, { message, tell, done, failed, wanted: true });
        if (this.#worker) this.#worker.postMessage(message);
        else this.#start();
        const abort = () => {
          failed(signal?.reason);
          this.#cancel(id);
        };
        signal?.addEventListener('abort', abort, { signal: ended.signal });
      });
    } finally {
      ended.abort();
    }
  }

  /** Starts the worker, with all that it is to know and to do. */
  #start() {
    try {
      const worker = started(this.#url, this.#anywhere);
      worker.addEventListener('message', ({ data }) => this.#hear(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        if (worker === this.#worker) this.#fail(new Error(event.message || 'no worker'));
      });
      this.#worker = worker;
    } catch (error) {
      this.#fail(error);
      return;
    }
    for (const [keep, value] of this.#kept) this.#worker.postMessage({ keep, value });
    for (const [id, { message, wanted }] of this.#tasks) {
      if (wanted) this.#worker.postMessage(message);
      else this.#tasks.delete(id);
    }
  }

  /** @param {{ id: number, part?: unknown, answer?: unknown, error?: string, ended?: boolean }} data */
  #hear({ id, part, answer, error, ended }) {
    const task = this.#tasks.get(id);
    if (!task) return;
    if (!ended) {
      if (task.wanted) task.tell(part);
      return;
    }
    this.#tasks.delete(id);
    if (error === undefined) task.done(answer);
    else task.failed(new Error(error));
  }

  /** @param {number} id of a task that is not wanted any more, and tells nothing any more */
  #cancel(id) {
    const worker = this.#worker;
    const task = this.#tasks.get(id);
    if (task) task.wanted = false;
    worker?.postMessage({ cancelled: id });
    setTimeout(() => {
      if (!this.#tasks.delete(id) || worker !== this.#worker) return;
      this.#worker?.terminate();
      this.#worker = undefined;
      if (!this.idle) this.#start();
    }, patience);
  }

  /** @param {unknown} error */
  #fail(error) {
    const tasks = [...this.#tasks.values()];
    this.close();
    for (const { failed } of tasks) failed(error);
  }

  /** Lets go of the worker. */
  close() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#tasks.clear();
  }
}
