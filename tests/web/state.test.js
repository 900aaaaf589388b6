import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import {
  channels,
  defaults,
  withBias,
  withBiasValue,
  withChannelsIn,
  withChannelsOut,
  withGroups,
  withInputSize,
  withKernelSize,
  withOperation,
  withBiasPasted,
  withPasted,
  withSetting,
  withTensor,
  withTensorCell,
} from '../../web/state/state.js';
import { literal, size } from '../../web/state/tensor.js';

/** @typedef {import('../../web/state/state.js').State} State */

const arange = (/** @type {number[]} */ ...shape) => literal(shape, [...Array(size(shape)).keys()]);

/**
 * A state whose X and K are 0, 1, 2, ...
 * @param {'conv' | 'tconv'} op
 * @param {number[]} x shape
 * @param {number[]} k shape
 * @returns {State}
 */
const layer = (op, x, k, groups = 1) => ({
  ...defaults,
  op,
  x: arange(...x),
  k: arange(...k),
  groups,
});

/** Possible layers: the channels of a group on either side, the groups, the size of K. */
const possible = fc
  .record({
    op: fc.constantFrom('conv', 'tconv'),
    groups: fc.integer({ min: 1, max: 4 }),
    ins: fc.integer({ min: 1, max: 3 }),
    outs: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 1, max: 2 }),
    width: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ op, groups, ins, outs, height, width }) => {
    const [first, second] = op === 'conv' ? [outs * groups, ins] : [ins * groups, outs];
    return layer(op, [1, ins * groups, 2, 2], [first, second, height, width], groups);
  });

const noFault = () => undefined;

describe('the defaults', () => {
  it("are the article's example", () => {
    // prettier-ignore
    expect(defaults.x).toEqual(literal([2, 2], [0, 1,
                                                2, 3]));
    expect(defaults.k).toEqual(defaults.x);
    expect(channels(defaults)).toEqual({ input: 1, output: 1 });
  });
});

describe('channels(state)', () => {
  it('of a convolution are in K as (out, in/groups)', () => {
    expect(channels(layer('conv', [1, 4, 1, 1], [6, 2, 1, 1], 2))).toEqual({ input: 4, output: 6 });
  });

  it('of a transposed convolution are in K as (in, out/groups)', () => {
    expect(channels(layer('tconv', [1, 4, 1, 1], [4, 3, 1, 1], 2))).toEqual({
      input: 4,
      output: 6,
    });
  });

  it('stay countable when groups make no sense', () => {
    for (const groups of [0, -1, 1.5, 1e300]) {
      const { output } = channels({ ...layer('tconv', [1, 4, 1, 1], [4, 3, 1, 1]), groups });
      expect(output).toBeGreaterThanOrEqual(1);
      expect(output).toBeLessThanOrEqual(12);
    }
  });
});

describe('withOperation(state, op)', () => {
  it('exchanges the channels of K', () => {
    const conv = layer('conv', [1, 2, 1, 1], [3, 2, 1, 1]);
    // K as (out, in) and as (in, out)
    // prettier-ignore
    expect(conv.k).toEqual(literal([3, 2, 1, 1], [0, 1,
                                                  2, 3,
                                                  4, 5]));
    // prettier-ignore
    expect(withOperation(conv, 'tconv').k).toEqual(literal([2, 3, 1, 1], [0, 2, 4,
                                                                          1, 3, 5]));
  });

  it('exchanges them inside each group', () => {
    const conv = layer('conv', [1, 4, 1, 1], [2, 2, 1, 1], 2);
    // prettier-ignore
    expect(conv.k).toEqual(literal([2, 2, 1, 1], [0, 1,
                                                  2, 3]));
    // prettier-ignore
    expect(withOperation(conv, 'tconv').k).toEqual(literal([4, 1, 1, 1], [0,
                                                                          1,
                                                                          2,
                                                                          3]));
  });

  it('keeps each plane of K as it is', () => {
    const conv = layer('conv', [1, 1, 1, 1], [2, 1, 1, 3]);
    expect(withOperation(conv, 'tconv').k).toEqual(literal([1, 2, 1, 3], [0, 1, 2, 3, 4, 5]));
  });

  it('only asks a generator for another shape', () => {
    const rand = { shape: [20, 10, 5, 5], generator: 'rand', args: [7] };
    const conv = withTensor(layer('conv', [1, 10, 6, 6], [1, 1]), 'k', rand);
    expect(withOperation(conv, 'tconv').k).toEqual({ ...rand, shape: [10, 20, 5, 5] });
  });

  it('keeps the channels and is undone by itself', () => {
    fc.assert(
      fc.property(possible, (state) => {
        const other = withOperation(state, state.op === 'conv' ? 'tconv' : 'conv');
        expect(channels(other)).toEqual(channels(state));
        expect(other.x).toBe(state.x);
        expect(withOperation(other, state.op)).toEqual(state);
      }),
    );
  });

  it('leaves a K alone that groups do not divide', () => {
    const odd = layer('conv', [1, 3, 1, 1], [3, 2, 1, 1], 2);
    expect(withOperation(odd, 'tconv')).toEqual({ ...odd, op: 'tconv' });
  });
});

describe('withGroups(state, groups)', () => {
  it('lays K out anew when groups divide the channels', () => {
    const conv = withGroups(layer('conv', [1, 4, 1, 1], [6, 4, 1, 1]), 2);
    expect(conv.k.shape).toEqual([6, 2, 1, 1]);
    const tconv = withGroups(layer('tconv', [1, 4, 1, 1], [4, 6, 1, 1]), 2);
    expect(tconv.k.shape).toEqual([4, 3, 1, 1]);
    expect([conv, tconv].map(channels)).toEqual(Array(2).fill({ input: 4, output: 6 }));
  });

  it('changes nothing but the number in a convolution whose channels it does not divide', () => {
    const state = layer('conv', [1, 4, 1, 1], [6, 4, 1, 1]);
    for (const groups of [0, 1.5, 3, 4, 1e9]) {
      expect(withGroups(state, groups)).toEqual({ ...state, groups });
    }
  });

  it('takes the nearest possible number of outputs in a transposed convolution', () => {
    const state = layer('tconv', [1, 4, 1, 1], [4, 6, 1, 1]);
    expect(channels(withGroups(state, 4))).toEqual({ input: 4, output: 8 });
  });

  it('can step through impossible groups', () => {
    const state = layer('tconv', [1, 4, 1, 1], [4, 8, 1, 1]);
    const stepped = [2, 3, 4, 3, 2, 1].reduce(withGroups, state);
    expect(channels(stepped)).toEqual({ input: 4, output: 8 });
  });

  it('keeps sizes small whatever is asked for', () => {
    const absurd = fc.oneof(fc.double({ noNaN: true }), fc.integer());
    fc.assert(
      fc.property(possible, fc.array(absurd), (state, several) => {
        const biased = withBias(state, true);
        const last = withGroups(several.reduce(withGroups, biased), 1);
        expect(size(last.k.shape)).toBeLessThan(1e4);
        expect(last.bias?.length).toBe(channels(last).output);
      }),
    );
  });
});

describe('channels and sizes', () => {
  it('in: X and K follow', () => {
    fc.assert(
      fc.property(possible, fc.integer({ min: 1, max: 3 }), (state, perGroup) => {
        const input = perGroup * state.groups;
        const next = withChannelsIn(state, input);
        expect(next.x.shape[1]).toBe(input);
        expect(channels(withOperation(next, 'conv')).input).toBe(input);
        // A transposed convolution counts its inputs in K's first dimension.
        expect(withOperation(next, 'tconv').k.shape[0]).toBe(input);
        expect(channels(next).output).toBe(channels(state).output);
      }),
    );
  });

  it('out: K and the bias follow', () => {
    fc.assert(
      fc.property(possible, fc.integer({ min: 1, max: 3 }), (state, perGroup) => {
        const output = perGroup * state.groups;
        const next = withChannelsOut(withBias(state, true), output);
        expect(channels(next)).toEqual({ input: channels(state).input, output });
        expect(next.bias).toHaveLength(output);
      }),
    );
  });

  it('out: in groups, a transposed convolution goes to the next possible number', () => {
    const state = layer('tconv', [1, 2, 1, 1], [2, 2, 1, 1], 2);
    expect(channels(state).output).toBe(4);
    expect(channels(withChannelsOut(state, 5)).output).toBe(6);
    expect(channels(withChannelsOut(state, 3)).output).toBe(2);
    expect(channels(withChannelsOut(state, 1)).output).toBe(2);
  });

  it('of X and K change by themselves', () => {
    const state = layer('conv', [1, 2, 2, 2], [3, 2, 2, 2]);
    expect(withInputSize(state, 5, 1).x.shape).toEqual([1, 2, 5, 1]);
    expect(withKernelSize(state, 1, 4).k.shape).toEqual([3, 2, 1, 4]);
  });
});

describe('a setting', () => {
  test.each(/** @type {const} */ (['stride', 'dilation', 'outputPadding', 'padding']))(
    '%s is stored as it was given',
    (name) => {
      expect(withSetting(defaults, name, [2, 2])).toEqual({ ...defaults, [name]: [2, 2] });
    },
  );
});

describe('the bias', () => {
  const state = layer('conv', [1, 1, 1, 1], [2, 1, 1, 1]);

  it('starts as zeros, one for each output, and goes away', () => {
    expect(withBias(state, true).bias).toEqual([0, 0]);
    expect(withBias(withBias(state, true), false)).toEqual(state);
  });

  it('has a value for each channel', () => {
    expect(withBiasValue(withBias(state, true), 1, 5).bias).toEqual([0, 5]);
  });
});

describe('the tensors', () => {
  it('change cell by cell', () => {
    const next = withTensorCell(defaults, 'k', [0, 0, 1, 1], 9);
    // prettier-ignore
    expect(next.k).toEqual(literal([2, 2], [0, 1,
                                            2, 9]));
    expect(next.x).toBe(defaults.x);
  });

  it('cannot change cell by cell while only the engine knows their numbers', () => {
    const state = withTensor(defaults, 'x', { shape: [1, 1, 2, 2], generator: 'eye', args: [] });
    expect(() => withTensorCell(state, 'x', [0, 0, 0, 0], 1)).toThrow(TypeError);
  });
});

describe('withBiasPasted(state, channel, numbers)', () => {
  const state = withBias(layer('conv', [1, 1, 2, 2], [3, 1, 1, 1], 1), true);

  it('has one number for each output channel', () => {
    expect(withBiasPasted(state, undefined, [1, 2, 3])).toMatchObject({
      state: { bias: [1, 2, 3] },
    });
    expect(withBiasPasted(state, undefined, [1, 2])).toEqual({
      problem: { code: 'bias', numbers: { count: 2, expected: 3 } },
    });
  });

  it('takes in a block from a channel on, as far as there is room', () => {
    expect(withBiasPasted(state, 1, [5])).toMatchObject({ state: { bias: [0, 5, 0] } });
    expect(withBiasPasted(state, 2, [5, 6])).toEqual({
      problem: { code: 'bias', numbers: { count: 2, expected: 1 } },
    });
  });
});

describe('withPasted(state, operand, cell, block, fault)', () => {
  it('lays the block over the tensor, which grows', () => {
    const pasted = withPasted(defaults, 'x', [0, 0, 1, 1], literal([1, 2], [8, 9]), noFault);
    // prettier-ignore
    expect(pasted).toEqual({
      state: withTensor(defaults, 'x', literal([2, 3], [0, 1, 0,
                                                        2, 8, 9])),
    });
  });

  it('gives K the input channels that X gained', () => {
    const block = arange(3, 1, 1);
    const pasted = withPasted(defaults, 'x', [0, 0, 0, 0], block, noFault);
    expect(pasted).toMatchObject({
      state: { x: { shape: [1, 3, 2, 2] }, k: { shape: [3, 1, 2, 2] } },
    });
  });

  it('gives X and the bias the channels that K gained', () => {
    const state = withBias(layer('conv', [1, 2, 2, 2], [2, 1, 1, 1], 2), true);
    const pasted = withPasted(state, 'k', [0, 0, 0, 0], arange(4, 3, 1, 1), noFault);
    expect(pasted).toMatchObject({
      state: { x: { shape: [1, 6, 2, 2] }, k: { shape: [4, 3, 1, 1] }, bias: [0, 0, 0, 0] },
    });
  });

  it('takes the place of the tensor where it is all there is', () => {
    const state = layer('tconv', [1, 2, 3, 3], [2, 1, 2, 2], 1);
    const block = literal([1, 4], [1, 2, 4, 8]);
    expect(withPasted(state, 'x', undefined, block, noFault)).toMatchObject({
      state: { x: block, k: { shape: [1, 1, 2, 2] } },
    });
  });

  it('is refused with the fault of what would become too large', () => {
    const fault = vi.fn((operand) => (operand === 'k' ? 'too many' : undefined));
    const pasted = withPasted(defaults, 'x', [0, 0, 0, 0], arange(17, 1, 1), fault);
    expect(pasted).toEqual({ fault: 'too many' });
    expect(fault.mock.calls).toEqual([
      ['x', [1, 17, 2, 2]],
      ['k', [17, 1, 2, 2]],
    ]);
  });

  it('is not refused for a size that the tensor has already', () => {
    const block = literal([1, 1], [9]);
    expect(withPasted(defaults, 'x', [0, 0, 0, 0], block, () => 'too many')).toMatchObject({
      state: { x: { data: [9, 1, 2, 3] } },
    });
  });

  it('is refused when X would become a batch', () => {
    expect(withPasted(defaults, 'x', [0, 0, 0, 0], arange(2, 1, 1, 1), noFault)).toEqual({
      problem: { code: 'batch', numbers: { count: 2 } },
    });
  });
});
