// Runs in the page: times this engine on layers of growing size.
import { calls, median, sample } from './clock.js';
import { load } from './contenders/engine.js';
import { cells, multiplications, prepared } from './layers.js';

const rounds = 5;
const warm = 100; // ms

export const enter = load;

/** @param {any} line a layer as in layers.json */
export async function measure(engine, line) {
  const layer = prepared(line);
  const { x, k, stride, padding } = layer;
  const call = layer.transposed ? engine.convTranspose2d : engine.conv2d;
  const run = () => call(x, k, { stride, padding });
  const y = run();
  const count = await calls(run, warm);
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await sample(run, count));
  return {
    multiplications: multiplications(layer, y),
    elements: Math.max(...[x, k, y].map(({ shape }) => cells(shape))),
    ms: median(times),
  };
}
