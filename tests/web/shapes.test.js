import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationOf, optionsOf } from '../../web/model/asked.js';
import { fillOf, isFound, withFound, withSource } from '../../web/panels/shapes/apply.js';
import { axesOf } from '../../web/panels/axes.js';
import { linksOf } from '../../web/model/explain.js';
import { allowed } from '../../web/state/lock.js';
import { readLink } from '../../web/state/link.js';
import { defaults, withOperation } from '../../web/state/state.js';
import { engine } from './load.js';

const stateOf = async (/** @type {string} */ link) => {
  const read = await readLink(link);
  if (!('state' in read)) throw new Error(`cannot read ${link}`);
  return read.state;
};
const planned = (state) =>
  engine.plan(operationOf(state), state.x.shape, state.k.shape, optionsOf(state));

const op = fc.constantFrom('conv', 'tconv');
const size = fc.integer({ min: 1, max: 24 });
const search = fc.record({
  kernel: fc.integer({ min: 1, max: 5 }),
  stride: fc.integer({ min: 1, max: 4 }),
  padding: fc.integer({ min: 0, max: 3 }),
  dilation: fc.integer({ min: 1, max: 3 }),
});

describe('the solver', () => {
  it('knows the ways to double', () => {
    const most = { kernel: 7, stride: 2, padding: 3, dilation: 1 };
    const found = engine
      .settingsBetween('conv_transpose2d', 7, 14, most)
      .map(({ kernel, padding, outputPadding }) => [kernel, padding, outputPadding]);
    for (const rule of [
      [1, 0, 1],
      [2, 0, 0],
      [3, 1, 1],
      [4, 1, 0],
      [5, 2, 1],
      [6, 2, 0],
      [7, 3, 1],
    ]) {
      expect(found).toContainEqual(rule);
    }
  });

  it('finds settings that, applied, give the output on both axes', () => {
    fc.assert(
      fc.property(op, size, size, search, (op, input, output, most) => {
        const state = withOperation(defaults, op);
        for (const found of engine.settingsBetween(operationOf(state), input, output, most)) {
          const next = withFound(engine, state, found, input, [0, 1]);
          expect(planned(next).layer?.y.slice(2)).toEqual([output, output]);
          expect(next.x.shape.slice(2)).toEqual([input, input]);
          expect(isFound(next, found, [0, 1])).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lists a convolution with the output padding of the way back', () => {
    fc.assert(
      fc.property(size, size, search, (input, output, most) => {
        for (const found of engine.settingsBetween('conv2d', input, output, most)) {
          const state = withFound(engine, withOperation(defaults, 'conv'), found, input, [0, 1]);
          const back = withFound(engine, withOperation(state, 'tconv'), found, output, [0, 1]);
          expect(planned(back).layer?.y.slice(2)).toEqual([input, input]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves alone what is as wanted, for it may be locked', async () => {
    const state = await stateOf('op=tconv&x=arange:7x7&k=bilinear:4x4&s=2&p=1');
    const [found] = engine
      .settingsBetween('conv_transpose2d', 7, 14)
      .filter(({ kernel, stride, dilation }) => kernel === 4 && stride === 2 && dilation === 1);
    expect(withFound(engine, state, found, 7, [0, 1])).toBe(state);
    expect(
      allowed(['k'], state, withFound(engine, state, { ...found, kernel: 2 }, 7, [0, 1])),
    ).toBe(false);
  });

  it('changes one axis alone where that is asked: 7 to 35 on one row', async () => {
    const state = await stateOf('x=ones:1x7&k=ones:1x10&s=1,3&p=0,0,2,1');
    const most = { kernel: 7, stride: 5, padding: 0, dilation: 1 };
    const all = engine.settingsBetween('conv_transpose2d', 7, 35, most);
    expect(all.length).toBeGreaterThan(0);
    for (const found of all) {
      const next = withFound(engine, state, found, 7, [1]);
      expect(next.x.shape.slice(2)).toEqual([1, 7]);
      expect(planned(next).layer?.y.slice(2)).toEqual([1, 35]);
      expect(next.k.shape[2]).toBe(1);
      expect(isFound(next, found, [1])).toBe(true);
    }
  });

  it('fills what has grown by counting, and keeps what was typed', async () => {
    const kernel = (/** @type {number} */ size) => ({ kernel: size, stride: 2, dilation: 1 });
    const one = { ...kernel(3), padding: 0, outputPadding: 0 };
    const fresh = withFound(engine, defaults, one, 3, [0, 1]);
    expect(fresh.x).toEqual({ shape: [1, 1, 3, 3], generator: 'arange', args: [] });
    const typed = await stateOf('x=7,1;2,9&k=0,1;2,5');
    const next = withFound(engine, typed, one, 3, [0, 1]);
    expect(next.x.data).toEqual([7, 1, 2, 2, 9, 5, 6, 7, 8]);
    expect(next.k.data).toEqual([0, 1, 2, 2, 5, 5, 6, 7, 8]);
    expect(withFound(engine, typed, one, 1, [0, 1]).x.data).toEqual([7]);
    expect([fresh, next, typed].map((after) => fillOf(typed, after))).toEqual([
      'counted',
      'grown',
      'same',
    ]);
  });

  it('keeps an X that cannot be of that size', async () => {
    const [found] = engine.settingsBetween('conv_transpose2d', 100, 200);
    const typed = await stateOf('x=0,1;2,4&k=0,1;2,3');
    expect(withFound(engine, typed, found, 100, [0, 1]).x).toBe(typed.x);
  });

  it('answers nothing for what is no size', () => {
    for (const odd of [0, -1, 0.5, NaN, Infinity, 1e300]) {
      expect(engine.settingsBetween('conv2d', odd, 4)).toEqual([]);
      expect(engine.inputsOf('conv2d', 3, {}, 'height', odd)).toEqual([]);
      expect(engine.roundTrips('conv2d', 3, {}, 'height', odd, 9)).toEqual([]);
    }
  });
});

describe('the inputs of an output', () => {
  const links = [
    'op=conv&x=rand:16x16&k=rand:5x5&s=3&p=2',
    'op=conv&x=rand:9x16&k=rand:3x5&s=2,3&p=0,1,2,0&d=2,1',
    'op=tconv&x=rand:2x6x6&k=rand:2x1x5x5&s=3&p=2&g=2',
    'op=tconv&x=rand:5x6&k=rand:3x2&s=1,2&d=3,1&o=2,0',
  ];

  it.each(links)('are those that lead there: %s', async (link) => {
    const state = await stateOf(link);
    for (const { name, indices } of axesOf(state)) {
      for (let output = 1; output < 30; output++) {
        const taps = state.k.shape[2 + indices[0]];
        const sources = engine.inputsOf(operationOf(state), taps, optionsOf(state), name, output);
        for (const source of sources) {
          const next = withSource(engine, state, source, indices);
          const { layer } = planned(next);
          for (const axis of indices) expect(layer?.y[2 + axis]).toBe(output);
        }
      }
    }
  });

  it('are told apart by output padding: 16, 17 and 18 all become 6', () => {
    const options = { stride: 3, padding: 2 };
    expect(engine.inputsOf('conv2d', 5, options, 'height', 6)).toEqual([
      { input: 16, outputPadding: 0 },
      { input: 17, outputPadding: 1 },
      { input: 18, outputPadding: 2 },
    ]);
  });
});

describe('the cost', () => {
  it.each([
    'op=tconv&x=0,1;2,3&k=0,1;2,3',
    'op=conv&x=rand:4x6x5&k=rand:2x2x3x2&g=2&p=1,0,2,1&s=2,1&b=1,2',
    'op=tconv&x=rand:4x3x4&k=rand:4x3x3x2&g=2&p=1&s=2&d=2&b=1,2,3,4,5,6',
  ])('is the number of links: %s', async (link) => {
    const state = await stateOf(link);
    const { layer } = planned(state);
    const cells = layer.y.reduce((a, b) => a * b);
    let links = 0;
    for (let offset = 0; offset < cells; offset++) {
      links += linksOf(engine, state, { operand: 'y', offset }).length;
    }
    const { x, k, bias } = state;
    const { parameters, multiplications, dense } = engine.cost(
      operationOf(state),
      x.shape,
      k.shape,
      optionsOf(state),
    );
    expect(multiplications).toBe(links);
    expect(parameters).toBe(k.shape.reduce((a, b) => a * b) + (bias?.length ?? 0));
    expect(dense).toBeGreaterThanOrEqual(links);
  });
});
