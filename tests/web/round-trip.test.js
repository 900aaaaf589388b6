import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationOf, optionsOf } from '../../web/model/asked.js';
import { evaluated } from '../../web/model/evaluate.js';
import { article, withArticle } from '../../web/panels/round-trip/article.js';
import { inverted, returning } from '../../web/panels/round-trip/numbers-of.js';
import { grouped, story } from '../../web/panels/round-trip/trips.js';
import { columnsFor, left, someOf, windowsOver } from '../../web/panels/round-trip/windows.js';
import { readLink } from '../../web/state/link.js';
import { defaults } from '../../web/state/state.js';
import { engine } from './load.js';

const stateOf = async (/** @type {string} */ link) => {
  const read = await readLink(link);
  if (!('state' in read)) throw new Error(`cannot read ${link}`);
  return read.state;
};

const settings = fc.record({
  stride: fc.integer({ min: 1, max: 4 }),
  dilation: fc.integer({ min: 1, max: 3 }),
  padding: fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 0, max: 3 }))),
});
const taps = fc.integer({ min: 1, max: 5 });

/** The width of Y for a row of X, if there is such a layer. */
const wide = (operation, size, taps, options) =>
  engine.plan(operation, [1, 1, 5, size], [1, 1, 1, taps], { ...options, groups: 1 }).layer?.y[3];

describe('sizes there and back', () => {
  it('are those of the two operations', () => {
    const first = fc.constantFrom('conv2d', 'conv_transpose2d');
    fc.assert(
      fc.property(first, settings, taps, fc.nat(3), (first, options, taps, extra) => {
        const other = first === 'conv2d' ? 'conv_transpose2d' : 'conv2d';
        const sides = [0, 0, options.padding[2], options.padding[3]];
        const used = {
          stride: [1, options.stride],
          dilation: [1, options.dilation],
          padding: sides,
          outputPadding: [0, extra],
        };
        for (const trip of engine.roundTrips(first, taps, used, 'width', 1, 20)) {
          const there = wide(first, trip.size, taps, used);
          expect(trip.there).toBe(there);
          expect(trip.back).toBe(there === undefined ? undefined : wide(other, there, taps, used));
          if (trip.repair === undefined) continue;
          const repaired = { ...used, outputPadding: [0, trip.repair] };
          const again = wide(first, trip.size, taps, repaired);
          expect(wide(other, again, taps, repaired)).toBe(trip.size);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of the article: 16, 17 and 18 go to 6 and come back as 16', () => {
    const trips = engine.roundTrips('conv2d', 5, optionsOf(article), 'height', 16, 18);
    expect(trips).toEqual([
      { size: 16, there: 6, back: 16, repair: 0 },
      { size: 17, there: 6, back: 16, repair: 1 },
      { size: 18, there: 6, back: 16, repair: 2 },
    ]);
    expect(grouped(trips)).toEqual([{ there: 6, back: 16, trips }]);
    expect(story(grouped(trips)[0])).toBe('share');
  });

  it('of the article are those of the layer that the button makes', () => {
    const state = withArticle(defaults);
    const { layer } = evaluated(engine, state);
    expect(layer?.y).toEqual([1, 1, 6, 6]);
    expect(optionsOf(state)).toEqual(optionsOf(article));
    expect(state.k.shape).toEqual(article.k.shape);
  });
});

describe('the windows along an axis', () => {
  /** Of each output cell, the cells that its multiplications read; and how many zeros they meet besides. */
  const readBy = (size, taps, options) => {
    const layer = ['conv2d', [1, 1, 1, size], [1, 1, 1, taps], options];
    const { layer: planned } = engine.plan(...layer);
    return Array.from({ length: planned?.y[3] ?? 0 }, (_, y) => {
      const flat = engine.links(...layer, 'y', y);
      return Array.from(flat.filter((_, i) => i % 3 === 0)).sort((a, b) => a - b);
    });
  };

  it('read what the links read, and one more does not fit', () => {
    fc.assert(
      fc.property(settings, taps, fc.integer({ min: 1, max: 40 }), (given, taps, size) => {
        const [, , before, after] = given.padding;
        const state = {
          ...defaults,
          op: 'conv',
          x: { shape: [1, 1, 3, size], data: [] },
          k: { shape: [1, 1, 2, taps], data: [] },
          stride: [5, given.stride],
          dilation: [1, given.dilation],
          padding: [9, 9, before, after],
        };
        const options = {
          stride: [1, given.stride],
          dilation: [1, given.dilation],
          padding: [0, 0, before, after],
        };
        const expected = readBy(size, taps, options);
        const laid = windowsOver(engine, state, 1, size);
        if (expected.length === 0) {
          expect(laid).toBeUndefined();
          return;
        }
        const { cells, windows, next } = laid;
        expect(cells.length).toBe(before + size + after);
        const read = windows.map((places) => places.map((place) => cells[place]));
        expect(read.map((list) => list.filter((cell) => cell >= 0))).toEqual(expected);
        for (const list of read) expect(list.length).toBe(taps);

        // As many more cells as are missing, and no fewer, make one more output cell.
        const { missing, cells: unread, zeros } = left(laid);
        expect(readBy(size + missing, taps, options).length).toBe(windows.length + 1);
        expect(readBy(size + missing - 1, taps, options).length).toBe(windows.length);
        expect(next).toEqual(windows.at(-1).map((place) => place + given.stride));

        expect(unread).toBe(size - new Set(expected.flat()).size);
        const met = new Set(windows.flat().filter((place) => cells[place] < 0));
        expect(zeros).toBe(before + after - met.size);
      }),
      { numRuns: 200 },
    );
  });

  it('of the article: six over 16, 17 and 18, of which the next lacks 3, 2 and 1', () => {
    const all = [16, 17, 18].map((size) => windowsOver(engine, article, 0, size));
    expect(all.map(({ windows }) => windows.length)).toEqual([6, 6, 6]);
    expect(all.map(left)).toEqual([
      { cells: 0, zeros: 0, missing: 3 },
      { cells: 0, zeros: 1, missing: 2 },
      { cells: 0, zeros: 2, missing: 1 },
    ]);
  });

  it('of a long axis are drawn where they begin and where they end', () => {
    const long = [200, 201].map((size) => windowsOver(engine, article, 0, size));
    const { columnOf, columns, cut } = columnsFor(long);
    const drawn = Array.from(long[1].cells, (_, place) => columnOf(place));
    expect(drawn.filter((column) => column !== undefined)).not.toContain(cut);
    expect(new Set(drawn).size).toBe(columns - left(long[1]).missing);
    expect(drawn[0]).toBe(0);
    expect(columnOf(long[1].next.at(-1))).toBe(columns - 1);
    expect(windowsOver(engine, article, 0, 5000)).toBeUndefined();
    expect(someOf([1, 2, 3, 4, 5, 6, 7], 4)).toEqual([1, 2, 4, 7]);
  });
});

const links = [
  'op=conv&x=arange:3x3&k=0,1;2,3',
  'op=conv&x=rand:17x16:1&k=rand:5x5:2&s=3&p=2',
  'op=conv&x=rand:4x7x6:1&k=rand:6x2x3x2:2&g=2&s=2,1&d=1,2&p=1,0,2,1&b=1,2,3,4,5,6',
  'op=tconv&x=0,1;2,3&k=0,1;2,3',
  'op=tconv&x=rand:4x5x4:1&k=rand:4x3x3x2:2&g=2&s=2,3&d=1,2&p=1,0,2,1&o=1,2&b=1,2,3,4,5,6',
  'op=tconv&x=rand:3x3:1&k=rand:2x2:2&d=3&o=2',
];

describe('numbers there and back', () => {
  it.each(links)('go back by the links read backwards: %s', async (link) => {
    const state = await stateOf(link);
    const outcome = evaluated(engine, state);
    const back = returning(engine, state, outcome).run(engine);
    const { x, k, y } = outcome;
    if (state.op === 'conv') expect(back.shape).toEqual(x.shape);
    if (state.op === 'tconv' && back.shape.join() !== x.shape.join()) return;
    const expected = new Float64Array(x.data.length);
    const cells = y.data.length;
    for (let cell = 0; cell < cells; cell++) {
      const { x: xs, k: ks } = state;
      const flat = engine.links(
        operationOf(state),
        xs.shape,
        ks.shape,
        optionsOf(state),
        'y',
        cell,
      );
      for (let i = 0; i < flat.length; i += 3) {
        expected[flat[i]] += k.data[flat[i + 1]] * y.data[flat[i + 2]];
      }
    }
    expected.forEach((value, i) => expect(back.data[i]).toBeCloseTo(value, 9));
  });

  it.each(links)('have an inverse with the same output: %s', async (link) => {
    const state = await stateOf(link);
    const outcome = evaluated(engine, state);
    const inverse = inverted(engine, state, outcome);
    expect(inverse.converged).toBe(true);
    expect(inverse.shape).toEqual(outcome.x.shape);
    const run = state.op === 'conv' ? engine.conv2d : engine.convTranspose2d;
    const again = run(inverse, outcome.k, optionsOf(state));
    again.data.forEach((value, i) => expect(value).toBeCloseTo(outcome.y.data[i], 6));
    const norm = (/** @type {Float64Array} */ data) => data.reduce((sum, v) => sum + v * v, 0);
    expect(norm(inverse.data)).toBeLessThanOrEqual(norm(outcome.x.data) * (1 + 1e-9));
  });

  it('come back from the article’s 2×2, which nothing is lost of', async () => {
    const state = await stateOf('x=0,1;2,3&k=0,1;2,3');
    const inverse = inverted(engine, state, evaluated(engine, state));
    expect([...inverse.data]).toEqual([0, 1, 2, 3]);
    expect(inverse.error).toBe(0);
  });

  it('are not looked for in large layers', async () => {
    const state = await stateOf('op=conv&x=rand:8x128x128&k=rand:8x8x3x3');
    expect(inverted(engine, state, evaluated(engine, state))).toBeUndefined();
  });
});
