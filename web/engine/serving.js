/**
 * The worker's side of background.js.
 *
 * @typedef {object} Served
 * @property {ReadonlyMap<string, any>} kept what it was given once
 * @property {(part: unknown, transfer?: Transferable[]) => void} tell tells of what is there already
 * @property {() => Promise<void>} wanted lets messages in; rejected once the task is not wanted any more
 *
 * @typedef {(given: any, served: Served) => Promise<{ answer: unknown, transfer?: Transferable[] }>} Serve
 */

/** Lets messages in. */
const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(undefined);
  });

/**
 * Does what the page asks for.
 * @param {Record<string, Serve>} tasks by name
 */
export function serving(tasks) {
  /** @type {Map<string, any>} */
  const kept = new Map();
  /** @type {Set<number>} */
  const cancelled = new Set();

  const send = (/** @type {object} */ message, /** @type {Transferable[]} */ transfer = []) =>
    self.postMessage(message, { transfer });

  /** @param {{ id: number, name: string, given: unknown }} task */
  async function serve({ id, name, given }) {
    /** @type {Served} */
    const served = {
      kept,
      tell: (part, transfer) => send({ id, part }, transfer),
      async wanted() {
        await pause();
        if (cancelled.has(id)) throw new Error('cancelled');
      },
    };
    try {
      const { answer, transfer } = await tasks[name](given, served);
      send({ id, answer, ended: true }, transfer);
    } catch (error) {
      send({ id, error: String(error), ended: true });
    }
    cancelled.delete(id);
  }

  self.addEventListener('message', ({ data }) => {
    if (data.keep) kept.set(data.keep, data.value);
    else if (data.cancelled) cancelled.add(data.cancelled);
    else serve(data);
  });
}
