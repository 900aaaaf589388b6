/** Develops pictures away from the page: it is handed the compiled engine, a picture, then layers. */
import { loadEngine } from '../../engine/engine.js';
import { bandsOf } from './bands.js';
import { developed } from './develop.js';

/** @type {Promise<import('../../engine/engine.d.ts').Engine>} */
let engine;
/** @type {import('./picture.js').Picture} */
let picture;
/** The last job that is not wanted any more. */
let cancelled = 0;

const send = (/** @type {object} */ message, /** @type {Transferable[]} */ transfer = []) =>
  self.postMessage(message, { transfer });

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

/** @param {{ id: number, rows: number } & Omit<import('./develop.js').Job, 'picture'>} job */
async function develop({ id, layer, mapping, rows }) {
  try {
    const ready = await engine;
    let milliseconds = 0;
    for (const band of bandsOf(layer.y[2], rows)) {
      await pause();
      if (cancelled >= id) return;
      const start = performance.now();
      const bytes = developed(ready, picture, layer, band, mapping);
      milliseconds += performance.now() - start;
      send({ id, band, bytes }, [bytes.buffer]);
    }
    send({ id, milliseconds });
  } catch (error) {
    send({ id, failed: String(error) });
  }
}

self.addEventListener('message', ({ data }) => {
  if (data.wasm) engine = loadEngine({ wasm: data.wasm });
  if (data.picture) picture = data.picture;
  if (data.cancelled) cancelled = data.cancelled;
  if (data.id) develop(data);
});
