import { readFileSync } from 'node:fs';
import { loadEngine } from '../../web/engine/engine.js';

/** The bytes of the module that the page loads. */
export const wasm = readFileSync(new URL('../../build/wasm/engine-module.wasm', import.meta.url));

/** One engine for a whole file of tests, on purpose: no call may spoil the next. */
export const engine = await loadEngine({ wasm });

/** @param {string} name of a file in tests/vectors */
export const readVectors = (name) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'));

/** A tensor of one plane, written as one.
 * @param {number[][]} rows */
export const matrix = (rows, Floats = Float64Array) => ({
  shape: [1, 1, rows.length, rows[0].length],
  data: Floats.from(rows.flat()),
});

/** What a call throws. */
export function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

const x = matrix([
  [0, 1],
  [2, 3],
]);

/** The article's numbers, as the engine computes them now. */
export const article = () => [...engine.convTranspose2d(x, x).data];
export const articleNumbers = [0, 0, 1, 0, 4, 6, 4, 12, 9];
