import fc from 'fast-check';
import { expect, it } from 'vitest';
import { notationOf, numberTally, roomsOf } from '../../web/model/notation.js';
import { Tally } from '../../web/model/tally.js';

/** Numbers to the nearest multiple, of those up to 20: ways in which few or many are told apart. */
const write = (number, way) =>
  Math.abs(number) > 20 ? undefined : String(Math.round(number / way));
const apart = (numbers, way) =>
  new Set(numbers.map((number) => write(number, way)).filter((text) => text !== undefined)).size;

/** Lists of numbers, most of which are those of the list before, and the ways that are asked about. */
const number = fc.oneof(fc.integer({ min: -25, max: 25 }), fc.constantFrom(NaN, -0, 0.5));
const edit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ at: fc.nat(11), to: number }) },
  fc.record({ list: fc.array(number, { maxLength: 12 }) }),
);
const asked = fc.subarray([1, 2, 5], { minLength: 0 });

const applied = (numbers, { at, to, list }) =>
  list ?? numbers.map((each, i) => (i === at % numbers.length ? to : each));

it('tells apart as many as there are texts, whatever was there and asked before', () => {
  fc.assert(
    fc.property(
      fc.array(number, { maxLength: 12 }),
      fc.array(fc.tuple(edit, asked), { maxLength: 20 }),
      (first, edits) => {
        const tally = new Tally(write);
        let numbers = first;
        tally.take(numbers);
        for (const [change, ways] of edits) {
          numbers = applied(numbers, change);
          tally.take(numbers);
          for (const way of [...ways, ...ways]) expect(tally.of(way)).toBe(apart(numbers, way));
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('writes again only what is another number', () => {
  let written = 0;
  const tally = new Tally((number) => (written++, number));
  tally.take([1, 2, 3, 4]);
  tally.of('a way');
  expect(written).toBe(4);
  tally.take([1, 2, 7, 4]);
  expect(tally.of('a way')).toBe(4);
  expect(written).toBe(5);
});

it('decides on the notation of numbers as if they were the first', () => {
  const value = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 40 }),
      fc.array(fc.record({ at: fc.nat(39), to: value }), { maxLength: 8 }),
      fc.integer({ min: 8, max: 52 }),
      fc.boolean(),
      (first, edits, side, scalable) => {
        const tally = numberTally();
        let numbers = first;
        for (const change of [undefined, ...edits]) {
          if (change) numbers = applied(numbers, change);
          const rooms = roomsOf(side);
          expect(notationOf(numbers, rooms, scalable, tally)).toBe(
            notationOf(numbers, rooms, scalable),
          );
        }
      },
    ),
  );
});
