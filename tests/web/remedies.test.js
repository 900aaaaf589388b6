import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { evaluated, layerFault } from '../../web/model/evaluate.js';
import { withNearest } from '../../web/model/refusals.js';
import { remedies } from '../../web/model/remedies.js';
import { allowed } from '../../web/state/lock.js';
import { readLink } from '../../web/state/link.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

const opened = async (link) => (await readLink(link)).state;
const listed = (state, lock = []) => remedies(engine, state, evaluated(engine, state).fault, lock);
const named = (all) => Object.fromEntries(all.map(({ field, value }) => [field, value]));

describe('the remedies of a refused layer', () => {
  test.each([
    // A kernel larger than the input: padding as well.
    ['op=conv&x=1,2;3,4&k=ones:3x3', { k: [2, 2], padding: [1], x: [3, 3] }],
    ['op=conv&x=1,2,3,4&k=ones:1x6', { k: [1, 4], padding: [0, 1], x: [1, 6] }],
    ['op=conv&x=ones:4x4&k=ones:3x3&d=2', { padding: [1], dilation: [1], k: [2, 2], x: [5, 5] }],
    ['op=conv&x=ones:1x4&k=ones:1x6&p=0,0,0,1', { k: [1, 5], padding: [0, 0, 1, 1], x: [1, 5] }],
    ['p=2', { padding: [1], k: [4, 4], x: [4, 4], stride: [3], dilation: [3] }],
    ['s=2&o=2', { outputPadding: [1], stride: [3], dilation: [3] }],
    ['s=1,2&o=1,2', { outputPadding: [0, 1], stride: [2, 3], dilation: [2, 3] }],
  ])('of %s are all that work by themselves', async (link, expected) => {
    expect(named(listed(await opened(link)))).toEqual(expected);
  });

  it('leave alone what is locked', async () => {
    const state = await opened('op=conv&x=1,2;3,4&k=ones:3x3');
    expect(named(listed(state, ['k', 'x']))).toEqual({ padding: [1] });
    expect(listed(state, ['k', 'x', 'settings'])).toEqual([]);
  });

  it('give a layer that can be, whatever is wrong, and differ in the least', () => {
    const wrong = fc.record({
      state: layer,
      name: fc.constantFrom('padding', 'outputPadding', 'dilation', 'stride'),
      value: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(wrong, ({ state, name, value }) => {
        const broken = { ...state, [name]: value };
        const { fault } = evaluated(engine, broken);
        fc.pre(fault !== undefined);
        const all = remedies(engine, broken, fault, []);
        expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(all.length);
        // Where one field alone cannot do it, the engine's own does the first part.
        if (all.length === 1) return;
        for (const each of all) {
          const next = withNearest(broken, each);
          expect(layerFault(engine, next)).toBeUndefined();
          expect(allowed([], broken, next)).toBe(true);
        }
      }),
      { ...runs, numRuns: 60 },
    );
  });
});
