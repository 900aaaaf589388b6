import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationOf, optionsOf } from '../../web/model/asked.js';
import { evaluated } from '../../web/model/evaluate.js';
import { linksOf } from '../../web/model/explain.js';
import * as camera from '../../web/panels/matrix/camera.js';
import { litBy, moved, nextWeight, selectionAt, viewOf } from '../../web/panels/matrix/view.js';
import { readLink } from '../../web/state/link.js';
import { allLinks } from './all-links.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

const views = [
  { transposed: false, framed: false },
  { transposed: true, framed: false },
  { transposed: false, framed: true },
  { transposed: true, framed: true },
];

const matrixOf = (state, choice) =>
  engine.matrix(operationOf(state), state.x.shape, state.k.shape, optionsOf(state), choice);

const shown = (state, { y }, choice) =>
  viewOf(matrixOf(state, choice), choice.transposed, { x: state.x.shape, y: y.shape });

/** The weights of a view as links; those of the margin have an x or a y that is undefined. */
function weights({ matrix, rows, columns }) {
  const window = { row: 0, column: 0, rows: rows.count, columns: columns.count };
  const flat = matrix.weights(window);
  return Array.from({ length: flat.length / 3 }, (_, i) => ({
    [rows.operand]: rows.cell(flat[3 * i]),
    [columns.operand]: columns.cell(flat[3 * i + 1]),
    k: flat[3 * i + 2],
  }));
}

const text = ({ x, k, y }) => `${y} ${x} ${k}`;
const texts = (links) => links.map(text).sort();

/** matrix · vector, from the weights. */
function product(state, links, from, to, vector, length) {
  const result = new Float64Array(length);
  for (const link of links) result[link[to]] += state.k.data[link.k] * vector[link[from]];
  return [...result];
}

describe('the matrix', () => {
  it('has the links found by brute force for its weights, in each view', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const expected = texts(allLinks(state, outcome));
        for (const choice of views) {
          const all = weights(shown(state, outcome, choice));
          const inside = all.filter(({ x, y }) => x !== undefined && y !== undefined);
          expect(texts(inside)).toEqual(expected);
          if (!choice.framed) expect(all.length).toBe(inside.length);
        }
      }),
      runs,
    );
  });

  it('times x is Y without its bias, and its transpose times v what the engine makes of v', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const { x, k, y } = outcome;
        const v = y.data.map((_, i) => ((i * 7) % 11) - 5);
        const links = weights(shown(state, outcome, views[0]));
        const said = engine.adjoint(operationOf(state), x, k, v, optionsOf(state));
        const plane = y.shape[2] * y.shape[3];
        const bias = (i) => state.bias?.[Math.floor(i / plane)] ?? 0;
        const forth = product(state, links, 'x', 'y', x.data, y.data.length);
        expect(forth.map((value, i) => value + bias(i))).toEqual([...y.data]);
        expect([...said.forth.data]).toEqual(forth);
        const back = product(state, links, 'y', 'x', v, x.data.length);
        expect([...said.back.data]).toEqual(back);
        expect(said.left).toBe(forth.reduce((sum, value, i) => sum + value * v[i], 0));
        expect(said.right).toBe(said.left);
        expect(said.equal).toBe(true);
      }),
      runs,
    );
  });

  it('lights up what the links found by brute force touch, for each selection in each view', () => {
    fc.assert(
      fc.property(layer, fc.nat(), (state, some) => {
        const outcome = evaluated(engine, state);
        const all = allLinks(state, outcome);
        const selections = ['x', 'k', 'y'].flatMap((operand) =>
          [...outcome[operand].data.keys()].map((offset) => ({ operand, offset })),
        );
        selections.push({ x: some % outcome.x.data.length, y: some % outcome.y.data.length });
        const links = selections.map((selection) => linksOf(engine, state, selection));
        for (const choice of views) {
          const view = shown(state, outcome, choice);
          const pairs = (links) => links.map(({ x, y }) => `${y} ${x}`).sort();
          selections.forEach((selection, i) => {
            const lit = litBy(view, selection, links[i]);
            const belongs = (link) =>
              'operand' in selection
                ? link[selection.operand] === selection.offset
                : link.x === selection.x && link.y === selection.y;
            const expected = all.filter(belongs);
            const entries = lit.entries.map((entry) => selectionAt(view, entry));
            expect(pairs(entries)).toEqual(pairs(expected));
            for (const side of [view.rows, view.columns]) {
              const touched = side === view.rows ? lit.rows : lit.columns;
              const cells = new Set(expected.map((link) => link[side.operand]));
              expect(new Set([...touched].map(side.cell))).toEqual(cells);
            }
          });
        }
      }),
      { ...runs, numRuns: 150 },
    );
  });

  it('tells a cell by its row or column, and what is only margin by nothing', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        for (const choice of views) {
          const view = shown(state, outcome, choice);
          for (const [side, at] of [
            [view.rows, (index) => ({ row: index, column: view.columns.count })],
            [view.columns, (index) => ({ row: -1, column: index })],
          ]) {
            const { operand } = side;
            const cells = Array.from({ length: side.count }, (_, i) => selectionAt(view, at(i)));
            const real = cells.filter((cell) => cell !== undefined);
            expect(real).toEqual(
              [...outcome[operand].data.keys()].map((offset) => ({ operand, offset })),
            );
            const found = real.map(({ offset }) => selectionAt(view, at(side.index(offset))));
            expect(found).toEqual(real);
          }
        }
      }),
      runs,
    );
  });

  it('says what is empty', async () => {
    const { state } = await readLink('op=conv&x=rand:4x4&k=1&s=2');
    const { emptyRows, emptyColumns, entries, structure } = matrixOf(state);
    expect({ emptyRows, emptyColumns, entries, structure }).toEqual({
      emptyRows: 0,
      emptyColumns: 12,
      entries: 4,
      structure: 'shifted-blocks',
    });
  });

  it('is drawn in one call for a layer whose matrix no list could hold', async () => {
    const { state } = await readLink('op=conv&x=rand:1x2048x2048&k=rand:3x3&p=1');
    const matrix = matrixOf(state);
    expect(matrix.entries).toBe((3 * 2048 - 2) ** 2);
    const k = engine.generate('rand', [1, 1, 3, 3], []).data;
    const window = { row: 2 ** 21, column: 2 ** 21 - 2048, rows: 1000, columns: 4000 };
    const picture = matrix.picture(k, window, 500, 1000);
    expect(picture.length).toBe(500 * 1000);
    expect(picture.some((strength) => strength > 0)).toBe(true);
    expect(matrix.weights({ ...window, rows: 2 ** 22 }).length).toBe(0);
  });
});

describe('the cursor in the matrix', () => {
  const key = (name, control = false) => ({
    key: name,
    ctrlKey: control,
    metaKey: false,
    altKey: false,
    shiftKey: false,
  });

  it('stays on the matrix and its vectors', () => {
    const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];
    fc.assert(
      fc.property(
        layer,
        fc.array(fc.tuple(fc.constantFrom(...arrows), fc.boolean())),
        (state, keys) => {
          const view = shown(state, evaluated(engine, state), views[0]);
          let at = { row: 0, column: 0 };
          for (const [name, control] of keys) at = moved(view, at, key(name, control)) ?? at;
          expect(selectionAt(view, at)).toBeDefined();
        },
      ),
    );
  });

  it('jumps from weight to weight', async () => {
    const { state } = await readLink('op=conv&x=0,1,2;3,4,5;6,7,8&k=0,1;2,3');
    const view = shown(state, evaluated(engine, state), views[0]);
    const lit = litBy(view, undefined, linksOf(engine, state, { operand: 'y', offset: 0 }));
    expect(nextWeight(lit, { row: 0, column: 1 }, 'ArrowRight')).toEqual({ row: 0, column: 3 });
    expect(nextWeight(lit, { row: 0, column: 3 }, 'ArrowLeft')).toEqual({ row: 0, column: 1 });
    expect(nextWeight(lit, { row: 0, column: 4 }, 'ArrowRight')).toBeUndefined();
  });
});

describe('the part of the matrix that is seen', () => {
  const size = fc.integer({ min: 1, max: 2 ** 24 });
  const frame = fc.record({
    rows: size,
    columns: size,
    width: fc.integer({ min: 40, max: 2000 }),
    height: fc.integer({ min: 160, max: 460 }),
  });
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const inside = ({ rows, columns }, window) =>
    window.row >= 0 &&
    window.column >= 0 &&
    window.rows >= 1 &&
    window.columns >= 1 &&
    window.row + window.rows <= rows &&
    window.column + window.columns <= columns;

  it('lies in the matrix and is no more than can be drawn, however one zooms and moves', () => {
    const steps = fc.array(fc.constantFrom('in', 'out', 'up', 'down', 'left', 'right'));
    fc.assert(
      fc.property(frame, steps, (frame, steps) => {
        let at = camera.opening(frame);
        const ways = {
          in: () => camera.zoomed(frame, at, 1),
          out: () => camera.zoomed(frame, at, -1),
          up: () => camera.panned(frame, at, -0.8, 0),
          down: () => camera.panned(frame, at, 0.8, 0),
          left: () => camera.panned(frame, at, 0, -0.8),
          right: () => camera.panned(frame, at, 0, 0.8),
        };
        for (const step of [undefined, ...steps]) {
          if (step) at = ways[step]();
          const window = camera.windowOf(frame, at);
          expect(inside(frame, window)).toBe(true);
          expect(window.rows * window.columns).toBeLessThanOrEqual(2 ** 22);
        }
      }),
    );
  });

  it('has a place in it once that is revealed', () => {
    fc.assert(
      fc.property(frame, share, share, (frame, down, right) => {
        const place = {
          row: Math.floor(down * frame.rows),
          column: Math.floor(right * frame.columns),
        };
        const zoomed = camera.zoomed(frame, camera.opening(frame), 1);
        const window = camera.windowOf(frame, camera.revealed(frame, zoomed, place));
        expect(place.row >= window.row && place.row < window.row + window.rows).toBe(true);
        expect(place.column >= window.column).toBe(true);
        expect(place.column < window.column + window.columns).toBe(true);
      }),
    );
  });
});
