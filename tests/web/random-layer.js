import fc from 'fast-check';
import { evaluated } from '../../web/model/evaluate.js';
import { defaults } from '../../web/state/state.js';
import { engine } from './load.js';

const upTo = (most, least = 0) => fc.integer({ min: least, max: most });
const pair = (part) => fc.oneof(fc.tuple(part), fc.tuple(part, part)).map((list) => [...list]);
const numbers = (count) => fc.array(upTo(9, -9), { minLength: count, maxLength: count });
const cells = (shape) => shape.reduce((a, b) => a * b, 1);

/** The states of small layers of both operations, every setting varied; all are valid. */
export const layer = fc
  .record({
    op: fc.constantFrom('conv', 'tconv'),
    groups: upTo(2, 1),
    inputs: upTo(2, 1),
    outputs: upTo(2, 1),
    size: fc.tuple(upTo(4, 1), upTo(4, 1)),
    taps: fc.tuple(upTo(3, 1), upTo(3, 1)),
    stride: pair(upTo(3, 1)),
    dilation: pair(upTo(2, 1)),
    outputPadding: pair(upTo(1)),
    padding: fc.oneof(pair(upTo(2)), fc.array(upTo(2), { minLength: 4, maxLength: 4 })),
    biased: fc.boolean(),
  })
  .chain(({ groups, inputs, outputs, size, taps, biased, ...rest }) => {
    const [input, output] = [inputs * groups, outputs * groups];
    const x = [1, input, ...size];
    const k = rest.op === 'conv' ? [output, inputs, ...taps] : [input, outputs, ...taps];
    return fc
      .tuple(numbers(cells(x)), numbers(cells(k)), numbers(output))
      .map(([xs, ks, bias]) => ({
        ...defaults,
        ...rest,
        groups,
        x: { shape: x, data: xs },
        k: { shape: k, data: ks },
        bias: biased ? bias : undefined,
      }));
  })
  .filter((state) => evaluated(engine, state).y !== undefined);

/** As many layers as the views are tried on, the same ones every time. */
export const runs = { numRuns: 500, seed: 20 };
