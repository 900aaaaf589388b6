import { expect, it } from 'vitest';
import { panelPlaces } from '../../web/panels/places.js';

const plane = (columns, across = 1) => ({
  columns,
  planes: { rows: [Array.from({ length: across }, (_, i) => i)], pickers: [] },
});

it('places a panel’s tensors beside each other while they fit', () => {
  const { stacked, places } = panelPlaces(1000, [plane(3), plane(7)], 38);
  expect(stacked).toBe(false);
  expect(places).toEqual([
    { size: 38, columns: 3 },
    { size: 38, columns: 7 },
  ]);
});

it('draws large ones in part, small ones whole', () => {
  const { stacked, places } = panelPlaces(1000, [plane(121), plane(4, 2), plane(60)], 38);
  expect(stacked).toBe(false);
  expect(places.map(({ columns }) => columns)).toEqual([10, 4, 10]);
});

it('lays them one above the other where there is no room', () => {
  expect(panelPlaces(330, [plane(16), plane(16)], 38).stacked).toBe(true);
});
