/** The engine away from the page: it computes large layers, and answers what else takes long. */
import { loadEngine } from './engine.js';
import { reported } from './reported.js';
import { serving } from './serving.js';
import { made } from './task.js';

/** What is computed between two messages: some 30 ms. */
const most = 2 ** 26;
/** So often it is told how far it is, in ms. */
const pace = 50;

/** @type {Promise<import('./engine.d.ts').Engine> | undefined} */
let engine;

/** @param {ReadonlyMap<string, any>} kept */
const engineOf = (kept) => (engine ??= loadEngine({ wasm: kept.get('wasm') }));

/** The memory of all numbers in an answer, which is handed over.
 * @param {any} value
 * @returns {ArrayBuffer[]} */
function buffersIn(value) {
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(buffersIn))];
}

serving({
  /** @param {import('./task.js').Task & { wants: string[] }} task */
  async layer({ wants, ...task }, { kept, tell, wanted }) {
    let told = 0;
    const answer = await made(await engineOf(kept), task, {
      most,
      wanted,
      have(operand, { dense, peak }) {
        if (!wants.includes(operand)) return;
        const data = dense.data.slice();
        tell({ [operand]: { dense: { shape: dense.shape, data }, peak } }, [data.buffer]);
      },
      progress(share) {
        if (performance.now() < told + pace) return;
        told = performance.now();
        tell({ share });
      },
    });
    return { answer, transfer: buffersIn(answer) };
  },

  /** @param {{ method: string, args: any[] }} call of the engine */
  async call({ method, args }, { kept, wanted }) {
    const all = /** @type {any} */ (await engineOf(kept));
    await wanted();
    try {
      const value = all[method](...args);
      return { answer: { value }, transfer: buffersIn(value) };
    } catch (error) {
      return { answer: { fault: reported(error) } };
    }
  },
});
