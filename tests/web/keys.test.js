import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advanced, moved } from '../../web/model/keys.js';

const bounds = { top: 0, left: 0, bottom: 2, right: 3 };
const stroke = (text) => {
  const keys = text.split('+');
  return {
    key: keys.at(-1),
    ctrlKey: keys.includes('Control'),
    metaKey: keys.includes('Meta'),
    altKey: keys.includes('Alt'),
    shiftKey: keys.includes('Shift'),
  };
};
const middle = { row: 1, column: 2 };

describe('the keys that move from cell to cell', () => {
  test.each([
    ['ArrowUp', 0, 2],
    ['ArrowDown', 2, 2],
    ['ArrowLeft', 1, 1],
    ['ArrowRight', 1, 3],
    ['Home', 1, 0],
    ['End', 1, 3],
    ['Control+Home', 0, 0],
    ['Control+End', 2, 3],
    ['Meta+End', 2, 3],
  ])('%s leads from row 1, column 2 to row %i, column %i', (keys, row, column) => {
    expect(moved(stroke(keys), middle, bounds)).toEqual({ row, column });
  });

  test.each([
    'a',
    'Enter',
    'Tab',
    'Shift+ArrowUp',
    'Alt+ArrowLeft',
    'Control+ArrowRight',
    'toString',
  ])('%s leads nowhere', (keys) => {
    expect(moved(stroke(keys), middle, bounds)).toBeUndefined();
  });

  test('stay within any bounds', () => {
    const extent = fc.tuple(fc.integer({ min: -2, max: 2 }), fc.nat(3));
    const places = fc.tuple(extent, extent, fc.nat(3), fc.nat(3)).map(([r, c, down, right]) => ({
      bounds: { top: r[0], bottom: r[0] + r[1], left: c[0], right: c[0] + c[1] },
      from: { row: r[0] + Math.min(down, r[1]), column: c[0] + Math.min(right, c[1]) },
    }));
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Control+Home'];
    fc.assert(
      fc.property(places, fc.constantFrom(...keys), ({ bounds, from }, key) => {
        const { row, column } = moved(stroke(key), from, bounds);
        expect(row).toBeGreaterThanOrEqual(bounds.top);
        expect(row).toBeLessThanOrEqual(bounds.bottom);
        expect(column).toBeGreaterThanOrEqual(bounds.left);
        expect(column).toBeLessThanOrEqual(bounds.right);
      }),
    );
  });
});

describe('the keys by which typing goes on', () => {
  test('Enter leads down, Shift and Enter up, as far as there are cells', () => {
    expect(advanced(stroke('Enter'), middle, bounds)).toEqual({ row: 2, column: 2 });
    expect(advanced(stroke('Shift+Enter'), middle, bounds)).toEqual({ row: 0, column: 2 });
    const last = { row: 2, column: 2 };
    expect(advanced(stroke('Enter'), last, bounds)).toEqual(last);
  });

  test.each([
    [
      [0, 0],
      [1, 1],
    ],
    [
      [-1, 4],
      [3, 2],
    ],
  ])(
    'Tab reads all cells from %j on and leaves after the last, Shift and Tab backwards',
    (first, [down, right]) => {
      const [top, left] = first;
      const bounds = { top, left, bottom: top + down, right: left + right };
      const walk = (keys, at) => {
        const way = [];
        for (let next = at; next; next = advanced(stroke(keys), next, bounds)) way.push(next);
        return way;
      };
      const forward = walk('Tab', { row: top, column: left });
      const cells = [];
      for (let row = top; row <= bounds.bottom; row++)
        for (let column = left; column <= bounds.right; column++) cells.push({ row, column });
      expect(forward).toEqual(cells);
      expect(walk('Shift+Tab', cells.at(-1))).toEqual(cells.reverse());
    },
  );

  test.each(['ArrowUp', 'a', 'Alt+Enter', 'Alt+Tab'])('%s leads nowhere', (keys) => {
    expect(advanced(stroke(keys), middle, bounds)).toBeUndefined();
  });
});
