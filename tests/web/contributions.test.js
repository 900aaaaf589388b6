import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contributions } from '../../web/model/contributions.js';
import { evaluated } from '../../web/model/evaluate.js';
import { readLink } from '../../web/state/link.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

it('an output channel is the sum of what the input channels of its group add, and its bias', () => {
  fc.assert(
    fc.property(layer, (state) => {
      const outcome = evaluated(engine, state);
      const { x, y } = outcome;
      const [, channels, rows, columns] = y.shape;
      const cells = rows * columns;
      for (let output = 0; output < channels; output++) {
        const parts = contributions(engine, state, outcome, output);
        expect(parts).toHaveLength(x.shape[1] / state.groups);
        for (let at = 0; at < cells; at++) {
          const sum = parts.reduce((all, { y: part }) => all + part.data[at], 0);
          expect(sum + (state.bias?.[output] ?? 0)).toBe(y.data[output * cells + at]);
        }
      }
    }),
    runs,
  );
});

it('names the channel and the plane of K that each goes through', async () => {
  const of = async (link, output) => {
    const { state } = await readLink(link);
    return contributions(engine, state, evaluated(engine, state), output).map(
      ({ input, plane, y }) => [input, plane, [...y.data]],
    );
  };
  //     out 0: in 0, in 1 // out 1
  expect(await of('op=conv&x=1,2/3,4&k=1/10//100/1000', 1)).toEqual([
    [0, 2, [100, 200]],
    [1, 3, [3000, 4000]],
  ]);
  //     in 0: out 0, out 1 // in 1
  expect(await of('x=1,2/3,4&k=1/10//100/1000', 1)).toEqual([
    [0, 1, [10, 20]],
    [1, 3, [3000, 4000]],
  ]);
  // Each group has its own.
  expect(await of('op=conv&x=1/2/3/4&k=1/10//100/1000&g=2', 1)).toEqual([
    [2, 2, [300]],
    [3, 3, [4000]],
  ]);
});

it('is left out where it would take long', async () => {
  const { state } = await readLink('op=conv&x=ones:65x2x2&k=ones:1x65x1x1');
  expect(contributions(engine, state, evaluated(engine, state), 0)).toBeUndefined();
});
