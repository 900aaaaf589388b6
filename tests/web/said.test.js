import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostTerms, saidOf, widthIn } from '../../web/model/said.js';

const t = (key) => key;
const part = (name) =>
  fc.integer({ min: -999, max: 999 }).map((value) => ({ name, value: value / 100 }));
const terms = fc.array(fc.record({ x: part('X[0,0]'), k: part('K[0,0]'), y: part('Y[0,0]') }), {
  minLength: 1,
  maxLength: 40,
});
const subject = { name: 'Y[0,0]', value: 1.5 };
const room = fc.record({
  lines: fc.integer({ min: 1, max: 5 }),
  width: fc.integer({ min: 12, max: 70 }),
});

/** The terms that are said. */
const count = ({ words }) => words.filter(([text]) => text === '·').length;

describe('a sentence', () => {
  it('says each term, or how many more there are', () => {
    fc.assert(
      fc.property(terms, room, fc.constantFrom('sum', 'stamp'), (all, given, kind) => {
        const sentence = { kind, subject, terms: all, cropped: 3 };
        const said = saidOf(sentence, t, given);
        expect(count(said) + said.rest).toBe(all.length);
        expect(count(said)).toBeGreaterThanOrEqual(1);
        expect(said.rest).not.toBe(1);
        expect(count(said)).toBeLessThanOrEqual(mostTerms + 1);
        expect(saidOf(sentence, t, given, true).rest).toBe(0);
      }),
    );
  });

  it('keeps within its lines once it says more than a few terms', () => {
    fc.assert(
      fc.property(terms, room, (all, given) => {
        const said = saidOf({ kind: 'sum', subject, terms: all }, t, given);
        fc.pre(said.rest > 0 && count(said) > 1);
        const text = [said.head, ...said.words, ...said.tail].map(([word]) => word).join('');
        expect(widthIn(text)).toBeLessThanOrEqual(given.lines * given.width);
      }),
    );
  });
});
