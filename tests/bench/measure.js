// Runs in the page: times the contenders on one layer after the other.
import { calls, median, sample } from './clock.js';
import { contenders as engines, exact, load } from './contenders/engine.js';
import { contender as onnx } from './contenders/onnx.js';
import { contender as tfjs } from './contenders/tfjs.js';
import { multiplications, prepared } from './layers.js';

const warm = 150; // ms

function shuffled(list) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}

/** The largest difference from the exact numbers, over the largest of them. */
function difference(numbers, { data }) {
  let scale = 0;
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    scale = Math.max(scale, Math.abs(data[i]));
    most = Math.max(most, Math.abs(numbers[i] - data[i]));
  }
  return numbers.length === data.length ? most / scale : NaN;
}

/** Multiply-adds in registers alone: what share of the machine a layer gets is told by it. */
async function peakContender(url) {
  const { instance } = await WebAssembly.instantiateStreaming(fetch(url));
  const steps = 100_000;
  return { flops: steps * 12 * 4 * 2, run: () => instance.exports.peak(steps, 0.5) };
}

/** @param {{ engines: Record<string, string>, peak: string }} urls */
export async function enter({ engines: urls, peak }) {
  const builds = await Promise.all(Object.values(urls).map(load));
  const own = Object.keys(urls).flatMap((suffix, i) => engines(builds[i], suffix));
  const peers = await Promise.all([tfjs(), onnx()]);
  return { engine: builds[0], all: [...own, ...peers], peak: await peakContender(peak) };
}

const statistics = { median, best: (/** @type {number[]} */ times) => Math.min(...times) };

/**
 * Times one layer: `rounds` times all contenders in random order.
 * @param {any} entered
 * @param {any} line a layer as in layers.json
 * @param {{ rounds: number, statistic: keyof typeof statistics }} options
 */
export async function measure({ engine, all, peak }, line, { rounds, statistic }) {
  const layer = prepared(line);
  const y = exact(engine, layer);
  const entries = [{ name: 'peak', run: peak.run, times: [] }];
  for (const { name, prepare } of all) {
    const entry = await prepare(layer, y);
    if (entry) entries.push({ name, ...entry, times: [] });
  }
  const errors = {};
  for (const entry of entries) {
    if (entry.numbers) errors[entry.name] = difference(await entry.numbers(), y);
    entry.calls = await calls(entry.run, warm);
  }
  for (let round = 0; round < rounds; round++)
    for (const entry of shuffled(entries)) entry.times.push(await sample(entry.run, entry.calls));
  for (const { close } of entries) close?.();

  const ms = Object.fromEntries(
    entries.map(({ name, times }) => [name, statistics[statistic](times)]),
  );
  const { peak: peakMs, ...times } = ms;
  return {
    name: layer.name,
    transposed: layer.transposed,
    shapes: { x: layer.x.shape, k: layer.k.shape, y: y.shape },
    multiplications: multiplications(layer, y),
    peak: peak.flops / peakMs / 1e6,
    ms: times,
    errors,
  };
}
