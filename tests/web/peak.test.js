import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peakOf } from '../../web/model/peak.js';

describe('the magnitude that is drawn at full strength', () => {
  it.each([
    [[0, 0], 1],
    [[0, 1, 2, 3], 3],
    [[-3, 1], 3],
    [[9], 10],
    [[11], 12],
    [[1000], 1000],
    [[0.001], 0.001],
    [[Infinity], Infinity],
  ])('of %j is %d', (data, peak) => {
    expect(peakOf(data)).toBe(peak);
  });

  it('is the largest magnitude, or at most a third more', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
        const peak = peakOf([0, -value]);
        expect(peak).toBeGreaterThanOrEqual(value);
        expect(peak).toBeLessThanOrEqual(1.334 * value);
      }),
    );
  });

  it('stays as it is while numbers grow a little', () => {
    const peaks = new Set(Array.from({ length: 80 }, (_, i) => peakOf([i + 11])));
    expect(peaks.size).toBeLessThan(12);
  });
});
