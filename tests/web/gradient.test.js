import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callText } from '../../web/model/calls.js';
import { operationOf, optionsOf } from '../../web/model/asked.js';
import { evaluated } from '../../web/model/evaluate.js';
import { followed, pasted, typed, upstream } from '../../web/panels/gradient/upstream.js';
import { readLink } from '../../web/state/link.js';
import { engine, matrix } from './load.js';
import { layer, runs } from './random-layer.js';

const opened = async (link) => (await readLink(link)).state;

/** The gradient of a state's layer for an upstream gradient of some whole numbers. */
function gradientOf(state) {
  const { x, k, y } = evaluated(engine, state);
  const dy = { shape: y.shape, data: y.data.map((_, i) => ((i * 7) % 11) - 5) };
  const gradient = engine.gradient(operationOf(state), x, k, dy.data, optionsOf(state));
  return { x, k, y, dy, gradient };
}

const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

describe('the gradient', () => {
  it('of X is what the call that it names makes of dY', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const { x, k, dy, gradient } = gradientOf(state);
        const { operation, options, y } = gradient.call;
        const run = operation === 'conv2d' ? engine.conv2d : engine.convTranspose2d;
        for (const given of Object.values(options)) expect(given).not.toEqual([]);
        const called = run(dy, k, options);
        expect(called.shape).toEqual(y);
        expect(gradient.difference).toBe(0);
        if (state.op === 'conv') expect(y).toEqual(x.shape);
        const kept = called.data.filter((_, i) => {
          const [, , rows, columns] = y;
          return i % columns < x.shape[3] && Math.floor(i / columns) % rows < x.shape[2];
        });
        expect([...kept]).toEqual([...gradient.x.data]);
      }),
      runs,
    );
  });

  it('is how fast the sum of Y·dY grows with each number', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const { y, dy, gradient } = gradientOf(state);
        const before = dot(y.data, dy.data);
        for (const operand of ['x', 'k']) {
          const { shape, data } = state[operand];
          const slopes = data.map((value, i) => {
            const tensor = { shape, data: data.with(i, value + 1) };
            return dot(evaluated(engine, { ...state, [operand]: tensor }).y.data, dy.data) - before;
          });
          expect(slopes).toEqual([...gradient[operand].data]);
        }
        const plane = y.shape[2] * y.shape[3];
        const sums = Array.from({ length: y.shape[1] }, (_, channel) =>
          dy.data.slice(channel * plane, (channel + 1) * plane).reduce((a, b) => a + b),
        );
        expect([...gradient.bias]).toEqual(sums);
      }),
      { ...runs, numRuns: 100 },
    );
  });

  it('names the size of X', async () => {
    const { gradient } = gradientOf(await opened('op=conv&x=rand:18x18&k=rand:5x5&p=2&s=3'));
    expect(callText(gradient.call, 'dY')).toBe(
      'conv_transpose2d(dY, K, stride=3, padding=2, output_padding=2)',
    );
    expect(gradient.call.y).toEqual([1, 1, 18, 18]);
  });

  it('of a transposed convolution is a convolution', async () => {
    const { gradient } = gradientOf(await opened('s=2&p=1'));
    expect(callText(gradient.call, 'dY')).toBe('conv2d(dY, K, stride=2, padding=1)');
  });
});

describe('the call of a padding for each side, which PyTorch has not,', () => {
  it.each([
    ['p=1,0,0,1', 'conv2d(F.pad(dY, (0, 1, 1, 0)), K)'],
    ['p=1,1,2,2&x=ones:4x4&k=ones:3x3&s=3', 'conv2d(dY, K, stride=3, padding=(1, 2))'],
    ['op=conv&x=ones:5x5&k=ones:3x3&p=1,0,0,2', 'conv_transpose2d(dY, K)[:, :, 1:, :-2]'],
    // The output padding that the size asks for: less is cropped at the end.
    [
      'op=conv&x=ones:7x7&k=ones:3x3&s=2&p=0,1,1,2',
      'conv_transpose2d(dY, K, stride=2)[:, :, :, 1:-1]',
    ],
    // Or more than the padding: nothing is cropped there, and the rest is output padding.
    [
      'op=conv&x=ones:7x7&k=ones:2x2&s=4&p=1,0,1,0',
      'conv_transpose2d(dY, K, stride=4, output_padding=2)[:, :, 1:, 1:]',
    ],
  ])('for %s is one that PyTorch runs: %s', async (link, text) => {
    const { gradient } = gradientOf(await opened(link));
    expect(callText(gradient.call, 'dY')).toBe(text);
  });
});

describe('the upstream gradient', () => {
  const y = matrix([
    [1, 2],
    [3, 4],
  ]);
  const rows = ({ dy }) => [...dy.data];

  it('begins as ones', () => {
    expect(rows(followed(engine, undefined, y))).toEqual([1, 1, 1, 1]);
  });

  it('is of the kind that was chosen', () => {
    expect(rows(upstream(engine, 'y', y))).toEqual([1, 2, 3, 4]);
    expect(rows(upstream(engine, 'delta', y))).toEqual([0, 0, 0, 1]);
    expect(rows(upstream(engine, 'rand', y))).toEqual(rows(upstream(engine, 'rand', y)));
  });

  it('keeps what was typed as long as Y keeps its shape', () => {
    const own = typed(upstream(engine, 'ones', y), [0, 0, 0, 1], 5);
    expect(rows(own)).toEqual([1, 5, 1, 1]);
    expect(followed(engine, own, y)).toBe(own);
    expect(rows(followed(engine, own, matrix([[7]])))).toEqual([1]);
  });

  it('follows the numbers of Y where it is Y', () => {
    const before = upstream(engine, 'y', matrix([[7, 7]]));
    expect(rows(followed(engine, before, matrix([[8, 9]])))).toEqual([8, 9]);
  });

  it('takes in a block where there is room for it, other numbers where they have its shape', () => {
    const ones = upstream(engine, 'ones', y);
    expect(rows(pasted(ones, [0, 0, 1, 0], matrix([[5, 6]])))).toEqual([1, 1, 5, 6]);
    expect(pasted(ones, [0, 0, 1, 1], matrix([[5, 6]]))).toBeUndefined();
    expect(
      rows(
        pasted(
          ones,
          undefined,
          matrix([
            [5, 6],
            [7, 8],
          ]),
        ),
      ),
    ).toEqual([5, 6, 7, 8]);
    expect(pasted(ones, undefined, matrix([[5, 6]]))).toBeUndefined();
  });
});
