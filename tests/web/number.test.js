import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  formatNumber,
  grouped,
  parseNumber,
  shortNumber,
  shownNumber,
} from '../../web/state/number.js';
import { number } from './arbitrary.js';

describe('parseNumber(text)', () => {
  test.each([
    ['0', 0],
    ['-3', -3],
    ['+3', 3],
    ['1.', 1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['2.5E-3', 0.0025],
    ['1/3', 1 / 3],
    ['-2/5', -0.4],
    [' 1 / 4 ', 0.25],
    ['0.5/2', 0.25],
    ['\u22121.5', -1.5], // the real minus
    ['1e\u22122', 0.01],
    ['-1.5', -1.5], // full width
    ['\u00a07\u3000', 7], // blanks of other kinds
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    ...['', ' ', '-', '.', 'x', '1x', 'e3', '1e', '1.2.3', '1 2', '--1', '1,5'],
    ...['0x10', '0b1', '1_000', 'NaN', 'inf', 'Infinity', '∞'],
    ...['1e999', '-1e999', '1/0', '0/0', '1/', '/2', '1/2/3', '1//2', '½'],
  ])('does not read %j', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it('reads -0 as 0, which is all that a link could say of it', () => {
    expect(parseNumber('-0')).toBe(0);
    expect(parseNumber('-0/5')).toBe(0);
  });

  it('returns a finite number or undefined, whatever the text', () => {
    const mostly = fc.string({ unit: fc.constantFrom(...'0123456789+-./eE x\u2212') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), mostly), (text) => {
        const value = parseNumber(text);
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  it('takes no time over a long text', () => {
    expect(parseNumber(`${'1'.repeat(1e6)}x`)).toBeUndefined();
    expect(parseNumber(`1${' '.repeat(1e6)}x`)).toBeUndefined();
  });
});

describe('formatNumber(value)', () => {
  test.each([
    [0.1, '0.1'],
    [-0, '0'],
    [1e21, '1e21'],
    [1e-7, '1e-7'],
    [1 / 3, '0.3333333333333333'],
    [Infinity, '∞'],
    [-Infinity, '-∞'],
    [NaN, 'NaN'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('reads back exactly', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(parseNumber(formatNumber(value))).toBe(value);
      }),
    );
  });
});

describe('shortNumber(value, width)', () => {
  test.each([
    [0.5, 5, '0.5'],
    [0.3333333, 5, '0.333'],
    [-0.3333333, 5, '-0.33'],
    [2 / 3, 5, '0.667'],
    [0.99999, 5, '1.000'],
    [123.456, 5, '123.5'],
    [12345678, 5, '1.2e7'],
    [-12345678, 5, '-1e7'],
    [0.00012345, 5, '1e-4'],
    [0.00012345, 7, '1.23e-4'],
    [5.55e-17, 5, '6e-17'],
    [-5.55e-17, 5, '-0.00'],
    [1.5e-300, 5, '0.000'],
    [-1.5e200, 5, '-…'],
    [Infinity, 5, '∞'],
    [-Infinity, 5, '-∞'],
    [NaN, 5, 'NaN'],
  ])('writes %d in %i characters as %s', (value, width, text) => {
    expect(shortNumber(value, width)).toBe(text);
  });

  const width = fc.integer({ min: 5, max: 24 });

  it('never takes more room', () => {
    fc.assert(
      fc.property(fc.double(), width, (value, width) => {
        expect(shortNumber(value, width).length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('keeps the sign, and the number to within what its last digit says', () => {
    fc.assert(
      fc.property(number, width, (value, width) => {
        fc.pre(Math.abs(value) < 1e308); // rounded up, more than any number is
        const text = shortNumber(value, width);
        if (text.endsWith('…')) return value < -9e99; // no room for the exponent
        expect(text.startsWith('-')).toBe(value < 0);
        const lost = Math.abs(Number(text) - value);
        // At five characters -0.00 is right to half a hundredth and 1e7 to a factor of 1.5.
        return lost <= Math.max(0.005, Math.abs(value) / 2);
      }),
    );
  });
});

describe('a number in a sentence', () => {
  test.each([
    [-1 / 3, '-0.333'],
    [65.99757876448258, '65.998'],
    [0.0625, '0.0625'],
    [1234567, '1234567'],
    [4.440892098500626e-16, '4e-16'],
  ])('%d is said as %s', (value, text) => {
    expect(shownNumber(value)).toBe(text);
  });

  it('has its thousands parted where it is large and whole', () => {
    expect(grouped('from 1 to 16777216; it is 0.')).toBe('from 1 to 16,777,216; it is 0.');
    expect(grouped('在 1 到 16777216 之间')).toBe('在 1 到 16,777,216 之间');
    expect(grouped('it is 0.123456 or 1234')).toBe('it is 0.123456 or 1234');
  });
});
