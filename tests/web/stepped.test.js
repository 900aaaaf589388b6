import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepped } from '../../web/model/stepped.js';

test.each([
  [0.1, 2, 0.3],
  [0.1, -1, 0],
  [0.7, 1, 0.8],
  [1.005, 1, 1.105],
  [-0.1, 1, 0],
  [0.25, 10, 1.25],
  [1 / 3, 10, 1.3333333333333333],
  [1e-7, 1, 0.1000001],
  [1e21, 10, 1e21],
])('%s and %s tenths are %s', (value, tenths, sum) => {
  expect(Object.is(stepped(value, tenths), sum)).toBe(true);
});

test('short decimals stay so, however the steps are mixed, and come back to where they were', () => {
  const steps = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.integer({ min: -99999, max: 99999 }),
      fc.integer({ max: 4 }),
      steps,
      (n, e, by) => {
        const start = Number(`${n}e-${Math.max(0, e)}`);
        const end = by.reduce(stepped, start);
        expect(String(end).length).toBeLessThan(13);
        const back = by.reduce((value, tenths) => stepped(value, -tenths), end);
        expect(back).toBe(start + 0);
      },
    ),
  );
});
