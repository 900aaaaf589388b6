import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { multiplications, prepared } from '../bench/layers.js';
import { chart } from '../bench/chart.mjs';
import { summary, table } from '../bench/report.mjs';
import { engine } from './load.js';

const lines = ['layers', 'more-layers'].flatMap((name) => {
  const file = new URL(`../bench/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).layers;
});

const planned = (line) => {
  const layer = prepared(line);
  const operation = layer.transposed ? 'conv_transpose2d' : 'conv2d';
  return { layer, call: [operation, layer.x.shape, layer.k.shape, layer] };
};

describe('the benchmark', () => {
  it.each(lines.map((line) => [line.name, line]))('has a layer to measure: %s', (_, line) => {
    const { layer, call } = planned(line);
    const { layer: plan, fault } = engine.plan(...call);
    expect(fault).toBeUndefined();
    const padded = layer.padding.some((side) => side > 0);
    const all = multiplications(layer, { shape: plan.y });
    const { multiplications: without } = engine.cost(...call);
    if (padded) expect(all).toBeGreaterThan(without);
    else expect(all).toBe(without);
  });

  it('tells how many times faster than the faster peer a contender is', () => {
    const contenders = [
      { name: 'engine', title: 'this engine', ours: true },
      { name: 'a', title: 'A <1>', ours: false },
      { name: 'b', title: 'B', ours: false },
    ];
    const times = [
      { engine: 1, a: 4, b: 8 },
      { engine: 2, b: 2 },
    ];
    const results = times.map((ms, i) => ({
      name: `layer ${i}`,
      transposed: i === 1,
      shapes: {},
      multiplications: 5e6,
      peak: 40,
      ms,
      errors: { engine: 1e-7, a: 0, b: 0 },
    }));
    const layers = summary(results, contenders);
    expect(layers[0].figures.engine).toMatchObject({ gflops: 10, peakShare: 0.25, timesFaster: 4 });
    const where = { processor: 'P', cores: 2, browser: 'C', date: 'D' };
    const figures = { ...where, rounds: 1, statistic: 'median', contenders, layers };
    expect(table(figures)).toContain('2.00x over all layers, 1.00x over the transposed ones');
    const svg = chart(figures);
    expect(svg).toContain('A &lt;1&gt;');
    expect(svg).toContain('cannot');
    expect(svg).not.toContain('NaN');
  });
});
