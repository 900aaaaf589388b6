import { Press } from './press.js';

/**
 * Where GIFs are pressed: in a worker, or, in a frame that may have none, on the page's own thread with
 * pauses between the frames.
 *
 * @typedef {import('./press.js').Sheet} Sheet
 * @typedef {import('./scene.js').Scene} Scene
 *
 * @typedef {object} Pressing
 * @property {(scene: Scene) => Promise<void>} sample
 * @property {(scene: Scene, delay: number) => Promise<void>} frame
 * @property {() => Promise<Uint8Array>} finish
 * @property {() => void} close
 */

/** Whether the page may start the worker: a frame without an origin, or a page of another one, may not. */
export const possible = () =>
  typeof Worker === 'function' &&
  typeof OffscreenCanvas === 'function' &&
  new URL(import.meta.url).origin === self.origin;

/** Lets the page paint and answer. */
export const pause = () => new Promise((resolve) => setTimeout(resolve));

/** @param {Sheet} sheet @returns {Pressing} */
function onPage(sheet) {
  const press = new Press(sheet);
  return {
    async sample(scene) {
      press.sample(scene);
      await pause();
    },
    async frame(scene, delay) {
      press.frame(scene, delay);
      await pause();
    },
    finish: async () => press.finish(),
    close() {},
  };
}

/** @param {Sheet} sheet @returns {Promise<Pressing>} rejected where no worker is to be had after all */
async function inWorker(sheet) {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  /** @param {object} message @returns {Promise<{ bytes?: Uint8Array }>} */
  const asked = (message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) =>
        data.failed ? reject(new Error(data.failed)) : resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'The worker could not be started'));
      };
      worker.postMessage(message);
    });
  try {
    await asked({ sheet });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    async sample(scene) {
      await asked({ sample: scene });
    },
    async frame(scene, delay) {
      await asked({ frame: scene, delay });
    },
    finish: async () => /** @type {Uint8Array} */ ((await asked({ finish: true })).bytes),
    close: () => worker.terminate(),
  };
}

/**
 * @param {Sheet} sheet
 * @param {{ worker?: boolean }} [options] whether there may be a worker
 */
export async function pressing(sheet, { worker = possible() } = {}) {
  if (worker) {
    try {
      return await inWorker(sheet);
    } catch {
      // on the page then
    }
  }
  return onPage(sheet);
}
