import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluated } from '../../web/model/evaluate.js';
import { progressAt } from '../../web/model/progress.js';
import { cellsAt, stepCount } from '../../web/model/steps.js';
import { readLink } from '../../web/state/link.js';
import { cellAt } from '../../web/state/tensor.js';
import { allLinks } from './all-links.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

const modes = ['scatter', 'gather', 'both'];

/** What is drawn: a number for each cell of Y, and nothing for one that is not reached. */
const drawn = ({ y, reached }) => Array.from(y.data, (value, at) => (reached(at) ? value : '–'));

/** The same by brute force: the sum over all multiplications of the cells of X so far. */
function scattered(state, outcome, last, links) {
  return Array.from(outcome.y.data, (_, y) => {
    const own = links.filter((link) => link.y === y && link.x <= last);
    if (own.length === 0) return '–';
    const bias = state.bias?.[cellAt(outcome.y.shape, y)[1]] ?? 0;
    return own.reduce((sum, { x, k }) => sum + state.x.data[x] * state.k.data[k], bias);
  });
}

const collected = ({ y }, last) => Array.from(y.data, (value, at) => (at <= last ? value : '–'));

describe('the output while it is played', () => {
  it('is, at every step of either reading, the sum of the multiplications so far', () => {
    fc.assert(
      fc.property(layer, fc.constantFrom(...modes), (plain, mode) => {
        const state = { ...plain, mode };
        const outcome = evaluated(engine, state);
        const links = allLinks(state, outcome);
        const count = stepCount(mode, outcome);
        for (let step = 0; step < count; step++) {
          const { scatter, gather } = progressAt(engine, state, outcome, step);
          const at = cellsAt(mode, step, outcome);
          const last = step === count - 1;
          const all = Array.from(outcome.y.data);
          expect(scatter && drawn(scatter)).toEqual(
            mode === 'gather' ? undefined : last ? all : scattered(state, outcome, at.x, links),
          );
          expect(gather && drawn(gather)).toEqual(
            mode === 'scatter' ? undefined : last ? all : collected(outcome, at.y),
          );
        }
      }),
      { ...runs, numRuns: 200 },
    );
  });

  it('is that of the article’s 10 to 20 channels too, in each mode', async () => {
    // Whole numbers, whose sums are exact in any order.
    const link = 'op=conv&x=arange:10x16x16&k=arange:20x10x5x5&p=2&s=3';
    const { state: plain } = await readLink(link);
    const outcome = evaluated(engine, plain);
    const [xs, ks] = [outcome.x.data, outcome.k.data];
    const stamps = Array.from(xs, () => []);
    for (const one of allLinks({ ...plain, x: outcome.x, k: outcome.k }, outcome))
      stamps[one.x].push(one);
    const all = Array.from(outcome.y.data);
    for (const mode of modes) {
      const state = { ...plain, mode };
      const sums = Array(all.length).fill('–');
      let next = 0;
      const count = stepCount(mode, outcome);
      for (let step = 0; step < count; step++) {
        const { scatter, gather } = progressAt(engine, state, outcome, step);
        const at = cellsAt(mode, step, outcome);
        for (; next <= at.x; next++) {
          for (const { k, y } of stamps[next])
            sums[y] = (sums[y] === '–' ? 0 : sums[y]) + xs[next] * ks[k];
        }
        const last = step === count - 1;
        expect(scatter && drawn(scatter)).toEqual(
          mode === 'gather' ? undefined : last ? all : sums,
        );
        expect(gather && drawn(gather)).toEqual(
          mode === 'scatter' ? undefined : last ? all : collected(outcome, at.y),
        );
      }
    }
  });

  it('begins with the first stamp and the first window', async () => {
    const { state } = await readLink('x=0,1;2,3&k=0,1;2,3');
    const first = (mode) => {
      const outcome = evaluated(engine, state);
      return progressAt(engine, { ...state, mode }, outcome, 0);
    };
    // prettier-ignore
    expect(drawn(first('scatter').scatter)).toEqual([
      0,  0, '–',
      0,  0, '–',
     '–', '–', '–',
    ]);
    // prettier-ignore
    expect(drawn(first('gather').gather)).toEqual([
      0, '–', '–',
     '–', '–', '–',
     '–', '–', '–',
    ]);
  });

  it('holds what is not finite to the cells that it is multiplied into', async () => {
    const { state } = await readLink('x=1,2&k=0,1');
    const k = { shape: [1, 1, 1, 2], data: [Infinity, 1] };
    const infinite = { ...state, k, mode: 'scatter' };
    const outcome = evaluated(engine, infinite);
    // X[0,1] is still to come: nothing of it is in Y[0,1] yet.
    expect(drawn(progressAt(engine, infinite, outcome, 0).scatter)).toEqual([Infinity, 1, '–']);
  });
});
