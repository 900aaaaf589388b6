import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { notation, notationOf, roomsOf, written } from '../../web/model/notation.js';

/** Sides of a cell on the stage: the largest to the smallest beside other tensors. */
const size = fc.integer({ min: 28, max: 52 });

/** What stands in the cells of a tensor. */
const texts = (numbers, side, scalable = true) => {
  const chosen = notationOf(numbers, roomsOf(side), scalable);
  return numbers.map((number) => written(number, chosen));
};

const count = (all) => new Set(all).size;

/** The numbers of a 16 × 16 tensor: small multiples of a unit of any magnitude. */
const multiples = (most) =>
  fc
    .record({
      counts: fc.array(fc.integer({ min: -most, max: most }), { minLength: 256, maxLength: 256 }),
      exponent: fc.integer({ min: -12, max: 12 }),
    })
    .map(({ counts, exponent }) => counts.map((times) => Number(`${times}e${exponent}`)));

/** The numbers of a 16 × 16 tensor of several magnitudes: one digit each. */
const digits = fc.array(
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }))
    .map(([digit, exponent]) => Number(`${digit}e${exponent}`)),
  { minLength: 256, maxLength: 256 },
);

describe('the numbers in the cells of one tensor', () => {
  it('differ where they are different and fit as they are', () => {
    fc.assert(
      fc.property(multiples(9999), size, (numbers, side) => {
        const most = roomsOf(side).at(-1);
        fc.pre(numbers.every((number) => String(number).length <= most));
        expect(count(texts(numbers, side))).toBe(count(numbers));
      }),
    );
  });

  it('differ where they are multiples of one unit, however large or small, in two digits', () => {
    fc.assert(
      fc.property(multiples(9), size, (numbers, side) => {
        expect(count(texts(numbers, side))).toBe(count(numbers));
      }),
    );
    // With a sign, two digits and a point need four characters.
    fc.assert(
      fc.property(multiples(99), size, (numbers, side) => {
        expect(count(texts(numbers, side))).toBe(count(numbers));
      }),
    );
  });

  it('differ where their magnitudes do, as soon as there is room for a sign and an exponent', () => {
    fc.assert(
      fc.property(digits, fc.integer({ min: 36, max: 52 }), (numbers, side) => {
        expect(count(texts(numbers, side))).toBe(count(numbers));
      }),
    );
  });

  it('tell apart as many as any notation does', () => {
    const any = fc.array(fc.double({ noNaN: true }), { minLength: 2, maxLength: 256 });
    fc.assert(
      fc.property(fc.oneof(any, digits, multiples(99999)), size, (numbers, side) => {
        const told = (all) => count(all.filter((text) => !text.endsWith('…')));
        const best = told(texts(numbers, side));
        for (const room of roomsOf(side)) {
          for (const exponents of [false, true]) {
            const other = numbers.map((number) => written(number, notation(room, { exponents })));
            expect(best).toBeGreaterThanOrEqual(told(other));
          }
        }
      }),
    );
  });

  it('are never larger than their cell, nor a zero that is none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double(), { maxLength: 64 }),
        fc.integer({ min: 19, max: 52 }),
        (numbers, side) => {
          const most = roomsOf(side).at(-1);
          for (const [i, text] of texts(numbers, side).entries()) {
            expect(text.length).toBeLessThanOrEqual(Math.max(most, 2));
            expect(text).not.toMatch(/^-?\.0*$|^-0$/);
            if (numbers[i] !== 0) expect(text).not.toBe('0');
          }
        },
      ),
    );
  });

  test.each([
    [
      'in a smaller font',
      [10000, 10100, 10200, 10300],
      52,
      ['10000', '10100', '10200', '10300'],
      0,
    ],
    ['with one scale', [10000, 10100, 10200, 10300], 28, ['1', '1.01', '1.02', '1.03'], 4],
    ['with one scale', [30906, 12, 0], 28, ['3.1', '0.0', '0'], 4],
    ['in a smaller font', [1.2e-5, 3.4e-5], 52, ['0.000012', '0.000034'], 0],
    ['with one scale', [1.2e-5, 3.4e-5], 28, ['1.2', '3.4'], -5],
    ['as they are', [1, -2, 0.25], 52, ['1', '-2', '0.25'], 0],
    ['as they are', [1 / 3, 2 / 3], 52, ['0.33', '0.67'], 0],
    ['with exponents', [3e-7, 3e9, 1], 52, ['3e-7', '3e9', '1'], 0],
  ])('stand %s: %j', (_, numbers, side, expected, scale) => {
    expect(texts(numbers, side)).toEqual(expected);
    expect(notationOf(numbers, roomsOf(side), true).scale).toBe(scale);
  });

  it('have exponents where there is no place to say a scale', () => {
    expect(texts([1.2e-5, 3.4e-5], 28, false)).toEqual(['1e-5', '3e-5']);
  });
});
