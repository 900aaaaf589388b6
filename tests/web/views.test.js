import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluated } from '../../web/model/evaluate.js';
import { linksOf, touched } from '../../web/model/explain.js';
import { sentenceOf, textOf } from '../../web/model/sentence.js';
import { cellsAt, stepCount } from '../../web/model/steps.js';
import { unusedCells } from '../../web/model/unused.js';
import { stamped } from '../../web/panels/steps/stamps.js';
import { kernelPlane, planeSources, windowOf } from '../../web/model/window.js';
import { cellAt, offset } from '../../web/state/tensor.js';
import { allLinks } from './all-links.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

const sorted = (set) => [...set].sort((a, b) => a - b);

describe('what the views light up', () => {
  it('is what the links found by brute force join, for every cell of X, K and Y', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const all = allLinks(state, outcome);
        for (const operand of ['x', 'k', 'y']) {
          const sets = (links) => Object.values(touched(links)).map(sorted);
          const shown = [...outcome[operand].data.keys()].map((offset) =>
            sets(linksOf(engine, state, { operand, offset })),
          );
          const naive = [...outcome[operand].data.keys()].map((offset) =>
            sets(all.filter((link) => link[operand] === offset)),
          );
          expect(shown).toEqual(naive);
        }
      }),
      runs,
    );
  });

  it('is one multiplication for an entry of the matrix, and none where the entry is a zero', () => {
    fc.assert(
      fc.property(layer, fc.nat(), fc.nat(), (state, a, b) => {
        const outcome = evaluated(engine, state);
        const entry = { x: a % outcome.x.data.length, y: b % outcome.y.data.length };
        const naive = allLinks(state, outcome).filter(
          (link) => link.x === entry.x && link.y === entry.y,
        );
        expect(naive.length).toBeLessThanOrEqual(1);
        expect(linksOf(engine, state, entry)).toEqual(naive);
      }),
      runs,
    );
  });

  it('marks as unused just the rows and columns of X that no multiplication reads', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const links = allLinks(state, outcome);
        const unused = unusedCells(outcome.steps, state.x.shape);
        state.x.data.forEach((_, offset) => {
          const used = links.some((link) => link.x === offset);
          expect(unused(offset)).toBe(!used);
        });
      }),
      runs,
    );
  });
});

describe('the sentence of an output cell', () => {
  it('adds up to the number that it ends with', () => {
    fc.assert(
      fc.property(layer, fc.nat(), (state, at) => {
        const outcome = evaluated(engine, state);
        const selection = { operand: 'y', offset: at % outcome.y.data.length };
        const links = linksOf(engine, state, selection);
        const sentence = sentenceOf(selection, links, outcome, state.bias);
        const parts = textOf(sentence).split(' = ');
        const value = Number(parts[parts.length - 1]);
        expect(value).toBe(outcome.y.data[selection.offset]);
        if (parts.length < 3) return;
        const sum = parts[1 + 1]
          .split(' + ')
          .map((term) =>
            term
              .split('*')
              .map((factor) => Number(factor.replace(/[()]/g, '')))
              .reduce((a, b) => a * b),
          )
          .reduce((a, b) => a + b, 0);
        expect(sum).toBe(value);
      }),
      runs,
    );
  });
});

describe('the player', () => {
  it('ends with the numbers of the engine when all stamps are added', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const { tensor } = stamped(engine, state, outcome, () => true);
        const [top, left] = outcome.steps.frame;
        outcome.y.data.forEach((value, at) => {
          const [, channel, row, column] = cellAt(outcome.y.shape, at);
          const sum = tensor.data[offset(tensor.shape, [0, channel, row + top, column + left])];
          expect(sum + (state.bias?.[channel] ?? 0)).toBe(value);
        });
      }),
      runs,
    );
  });

  it('adds up to the same numbers stamp by stamp', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const whole = stamped(engine, state, outcome, () => true).tensor.data;
        const sum = new Array(whole.length).fill(0);
        state.x.data.forEach((_, cell) => {
          const stamp = stamped(engine, state, outcome, (other) => other === cell);
          stamp.tensor.data.forEach((value, at) => (sum[at] += value));
          stamp.tensor.data.forEach((value, at) => value && expect(stamp.reached(at)).toBe(true));
        });
        expect(sum.map((value) => value + 0)).toEqual([...whole].map((value) => value + 0));
      }),
      runs,
    );
  });

  it('collects the numbers of the engine under its window', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const { x, k, y, steps } = outcome;
        const sources = planeSources(steps, x.shape[3]);
        const perGroup = { input: x.shape[1] / state.groups, output: y.shape[1] / state.groups };
        const [plane, cells] = [x.shape[2] * x.shape[3], k.shape[2] * k.shape[3]];
        y.data.forEach((value, at) => {
          const [, output] = cellAt(y.shape, at);
          const { taps } = windowOf(state, outcome, at);
          const group = Math.floor(output / perGroup.output);
          let sum = state.bias?.[output] ?? 0;
          for (let i = 0; i < perGroup.input; i++) {
            const input = group * perGroup.input + i;
            // Where K has one group's channels, it counts them within the group.
            const inner = state.op === 'conv' ? i : output % perGroup.output;
            const channel =
              state.op === 'conv' ? { input: inner, output } : { input, output: inner };
            const first = kernelPlane(state, k.shape, channel) * cells;
            taps.forEach((tap, t) => {
              const from = sources[tap];
              const weight = k.data[first + (steps.flipped ? cells - 1 - t : t)];
              if (from >= 0) sum += x.data[input * plane + from] * weight;
            });
          }
          expect(sum).toBe(value);
        });
      }),
      runs,
    );
  });

  it('begins and ends both readings together', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const { x, y } = evaluated(engine, state);
        const count = stepCount('both', { x, y });
        expect(count).toBe(Math.max(x.data.length, y.data.length));
        expect(cellsAt('both', count - 1, { x, y })).toEqual({
          x: x.data.length - 1,
          y: y.data.length - 1,
        });
        const steps = Array.from({ length: count }, (_, step) => cellsAt('both', step, { x, y }));
        for (const operand of ['x', 'y']) {
          const order = steps.map((cells) => cells[operand]);
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(new Set(order).size).toBe({ x, y }[operand].data.length);
        }
      }),
      runs,
    );
  });
});
