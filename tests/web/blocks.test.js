import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBlocks } from '../../web/engine/blocks.js';
import { made } from '../../web/engine/task.js';
import { begun } from '../../web/model/begun.js';
import { evaluated, isPrompt, started } from '../../web/model/evaluate.js';
import { defaults } from '../../web/state/state.js';
import { engine } from './load.js';
import { layer } from './random-layer.js';

const drained = (blocks) => {
  const shares = [];
  for (;;) {
    const { done, value } = blocks.next();
    if (done) return { y: value, shares };
    shares.push(value);
  }
};
const near = (a, b) => a.every((value, i) => Math.abs(value - b[i]) <= 1e-9 * (1 + Math.abs(b[i])));

describe('a layer in blocks', () => {
  it('is the same layer, in parts of any size, and says how far it is', () => {
    fc.assert(
      fc.property(layer, fc.integer({ min: 1, max: 400 }), (state, most) => {
        const whole = evaluated(engine, state);
        fc.pre(whole.y !== undefined);
        const { task } = begun(engine, state, started(engine, state, false));
        const { y, shares } = drained(inBlocks(engine, task.work, whole.x, whole.k, most));
        expect(y.shape).toEqual(whole.y.shape);
        expect(near([...y.data], [...whole.y.data])).toBe(true);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        if (shares.length > 0) expect(shares.at(-1)).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('takes the long side of a single row apart, too', async () => {
    const state = {
      ...defaults,
      op: 'conv',
      x: { shape: [1, 1, 1, 5000], generator: 'rand', args: [1] },
      k: { shape: [1, 1, 1, 3], generator: 'ones', args: [] },
    };
    const { task } = begun(engine, state, started(engine, state, false));
    const heard = [];
    const answer = await made(engine, task, {
      most: 4000,
      wanted: async () => {},
      have: (operand) => heard.push(operand),
      progress: (share) => heard.push(share),
    });
    expect(heard.slice(0, 2)).toEqual(['k', 'x']);
    expect(heard.length).toBeGreaterThan(10);
    expect(near([...answer.y.dense.data], [...evaluated(engine, state).y.data])).toBe(true);
  });
});

describe('what is computed at once', () => {
  const conv = (x, k) => ({
    ...defaults,
    op: 'conv',
    x: { shape: x, generator: 'ones', args: [] },
    k: { shape: k, generator: 'ones', args: [] },
  });

  it('is what takes a few frames at most, by its multiplications and its numbers', () => {
    expect(isPrompt(engine, defaults)).toBe(true);
    expect(isPrompt(engine, conv([1, 16, 64, 64], [16, 16, 3, 3]))).toBe(true);
    expect(isPrompt(engine, conv([1, 1, 4096, 4096], [1, 1, 1, 1]))).toBe(false);
    expect(isPrompt(engine, conv([1, 64, 64, 64], [64, 64, 7, 7]))).toBe(false);
  });

  it('is never a tensor that is too large, also where there is no layer', () => {
    const refused = { ...conv([1, 1, 4096, 4096], [1, 1, 1, 1]), stride: [0] };
    expect(isPrompt(engine, refused)).toBe(false);
    const outcome = started(engine, refused, false);
    const { task, wants } = begun(engine, refused, outcome);
    expect(outcome.fault?.field).toBe('stride');
    expect(outcome.x).toBeUndefined();
    expect([task.work, wants]).toEqual([undefined, ['x']]);
  });
});
