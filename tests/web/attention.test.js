import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attended, usedLast } from '../../web/model/attention.js';

const tensors = {
  x: { shape: [1, 1, 2, 2] },
  k: { shape: [1, 1, 1, 1] },
  y: { shape: [1, 1, 3, 3] },
};
const ways = ['pointer', 'focus', 'step', 'pin'];
const selected = {
  pointer: { operand: 'y', offset: 8 },
  focus: { operand: 'x', offset: 3 },
  step: { operand: 'x', offset: 0 },
  pin: { operand: 'k', offset: 0 },
};
const after = (...used) => used.reduce(usedLast, []);

describe('what is explained', () => {
  test('is what was selected last, by whichever way', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ways), { minLength: 1 }), (used) => {
        expect(attended(after(...used), selected, tensors)).toBe(selected[used.at(-1)]);
      }),
    );
  });

  test('falls back to what was selected before, once the last is selected no more', () => {
    const used = after('pin', 'step', 'pointer', 'focus');
    const left = { ...selected };
    for (const way of ['focus', 'pointer', 'step', 'pin']) {
      expect(attended(used, left, tensors)).toBe(selected[way]);
      delete left[way];
    }
    expect(attended(used, left, tensors)).toBeUndefined();
  });

  test('is a link’s step before its pin, until one of them is used', () => {
    const { step, pin } = selected;
    expect(attended([], { step, pin }, tensors)).toBe(step);
    expect(attended(after('pin'), { step, pin }, tensors)).toBe(pin);
  });

  test('is a cell that there is', () => {
    const { step } = selected;
    const gone = { operand: 'y', offset: 9 };
    expect(attended(after('pointer'), { pointer: gone, step }, tensors)).toBe(step);
    expect(
      attended([], { pointer: { operand: 'y', offset: 0 } }, { x: tensors.x }),
    ).toBeUndefined();
  });

  test('is an entry of the matrix whose row and column there are', () => {
    expect(attended([], { pin: { x: 3, y: 8 } }, tensors)).toEqual({ x: 3, y: 8 });
    expect(attended([], { pin: { x: 4, y: 8 } }, tensors)).toBeUndefined();
    expect(attended([], { pin: { x: 3, y: 9 } }, tensors)).toBeUndefined();
  });
});

test('the ways stay the same while the last one is used again', () => {
  const used = after('focus', 'pointer');
  expect(usedLast(used, 'pointer')).toBe(used);
});
