import { Background } from '../engine/background.js';
import { reported } from '../engine/reported.js';
import { made } from '../engine/task.js';
import url from '../engine/worker.js?worker&url';

/**
 * What takes long, done by a worker that all of the page shares; where there can be none, by the page in
 * slices.
 *
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('../engine/task.js').Task} Task
 * @typedef {import('../engine/task.js').Made} Made
 * @typedef {import('../engine/task.js').Peaked} Peaked
 */

/** The cost of a slice on the page's own thread. */
const slice = 2 ** 23;
/** So long a worker that has nothing to do keeps its memory, in ms. */
const rest = 10_000;

/** @type {Background | undefined} */
let shared;
let possible = Background.possible();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let closing;

/** Lets the page paint and answer. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/**
 * @template T
 * @param {Engine} engine
 * @param {AbortSignal} signal
 * @param {(background: Background) => Promise<T>} ask
 * @param {() => Promise<T>} instead
 * @returns {Promise<T>}
 */
async function away(engine, signal, ask, instead) {
  if (!possible) return instead();
  clearTimeout(closing);
  shared ??= new Background(url, { anywhere: true });
  shared.keep('wasm', engine.wasm);
  try {
    return await ask(shared);
  } catch (error) {
    signal.throwIfAborted();
    // No worker to be had after all.
    possible = false;
    return await instead();
  } finally {
    clearTimeout(closing);
    closing = setTimeout(() => {
      if (shared?.idle) shared.close();
    }, rest);
  }
}

/**
 * @param {Engine} engine
 * @param {Task} task
 * @param {object} how
 * @param {('x' | 'k')[]} how.wants the operands to be told of
 * @param {AbortSignal} how.signal
 * @param {(operands: { x?: Peaked, k?: Peaked }) => void} how.have
 * @param {(share: number) => void} how.progress
 * @returns {Promise<Made>}
 */
export function layerAway(engine, task, { wants, signal, have, progress }) {
  const tell = (
    /** @type {{ share?: number, x?: Peaked, k?: Peaked }} */ { share, ...operands },
  ) => (share === undefined ? have(operands) : progress(share));
  return away(
    engine,
    signal,
    (background) => background.ask('layer', { ...task, wants }, { signal, tell }),
    () =>
      made(engine, task, {
        most: slice,
        async wanted() {
          await pause();
          signal.throwIfAborted();
        },
        have: (operand, tensor) => wants.includes(operand) && have({ [operand]: tensor }),
        progress,
      }),
  );
}

/**
 * What a method of the engine answers.
 * @param {Engine} engine
 * @param {{ method: string, args: unknown[] }} call
 * @param {AbortSignal} signal
 * @returns {Promise<{ value?: any, fault?: FaultReport }>}
 */
export const callAway = (engine, call, signal) =>
  away(
    engine,
    signal,
    (background) => background.ask('call', call, { signal }),
    async () => {
      await pause();
      signal.throwIfAborted();
      try {
        return { value: /** @type {any} */ (engine)[call.method](...call.args) };
      } catch (error) {
        return { fault: reported(error) };
      }
    },
  );
