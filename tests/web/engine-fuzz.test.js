import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConvError } from '../../web/engine/engine.js';
import { article, articleNumbers, engine, thrown } from './load.js';

const odd = fc.constantFrom(
  ...[0, -0, -1, 0.5, 1, 2, 3, 7, 2 ** 24, 2 ** 24 + 1, 2 ** 31, 2 ** 32, 2 ** 53, 1e300],
  ...[NaN, Infinity, -Infinity, 5e-324, undefined, null, true, '', '1', 'x', 1n, Symbol('s')],
);
const small = fc.integer({ min: 0, max: 5 });
const entry = fc.oneof({ weight: 6, arbitrary: small }, { weight: 1, arbitrary: odd });
const list = fc.array(entry, { maxLength: 6 });
const garbage = fc.oneof(
  odd,
  list,
  fc.anything({ withBigInt: true, withTypedArray: true, withSparseArray: true, withDate: true }),
  fc.constantFrom(() => 1, new Float32Array(4), new DataView(new ArrayBuffer(8)), new Map(), {}),
);
const setting = fc.oneof(
  entry,
  list,
  fc.record({ top: entry, bottom: entry, left: entry, right: entry }, { requiredKeys: [] }),
  garbage,
);
const data = fc.oneof(
  ...[Float32Array, Float64Array].map((Floats) =>
    fc.integer({ min: 0, max: 40 }).map((length) => new Floats(length)),
  ),
  garbage,
);
const options = fc.oneof(
  fc.record(
    {
      stride: setting,
      dilation: setting,
      padding: setting,
      outputPadding: setting,
      groups: setting,
      constantWeights: fc.oneof(fc.boolean(), garbage),
      into: data,
      bias: fc.oneof(
        small.map((length) => new Float32Array(length)),
        small.map((length) => new Float64Array(length)),
        garbage,
      ),
    },
    { requiredKeys: [] },
  ),
  garbage,
);
const shape = fc.oneof(fc.tuple(small, small, small, small), list, garbage);
const fitting = fc
  .tuple(fc.tuple(small, small, small, small), fc.constantFrom(Float32Array, Float64Array))
  .map(([shape, Floats]) => ({
    shape,
    data: new Floats(shape.reduce((count, size) => count * size, 1)),
  }));
const tensor = fc.oneof(fitting, fc.record({ shape, data }), garbage);
const operation = fc.oneof(fc.constantFrom('conv2d', 'conv_transpose2d'), garbage);
const operand = fc.oneof(fc.constantFrom('x', 'k', 'y'), garbage);
const axis = fc.oneof(fc.constantFrom('height', 'width'), garbage);
const size = fc.oneof(entry, fc.integer({ min: 1, max: 40 }), garbage);
const range = fc.record(
  { kernel: size, stride: size, padding: size, dilation: size },
  { requiredKeys: [] },
);
const view = fc.oneof(fc.record({ transposed: fc.boolean(), framed: fc.boolean() }), garbage);
const generator = fc.oneof(fc.constantFrom(...engine.generators), garbage);

/** @type {[keyof typeof engine, fc.Arbitrary<any>[]][]} */
const calls = [
  ['conv2d', [tensor, tensor, options]],
  ['convTranspose2d', [tensor, tensor, options]],
  ['plan', [operation, shape, shape, options]],
  ['links', [operation, shape, shape, options, operand, entry]],
  ['steps', [operation, shape, shape, options]],
  ['cost', [operation, shape, shape, options]],
  ['settingsBetween', [operation, size, size, fc.oneof(range, garbage)]],
  ['inputsOf', [operation, size, options, axis, size]],
  ['roundTrips', [operation, size, options, axis, size, size]],
  ['leastSquares', [operation, tensor, tensor, options]],
  ['matrix', [operation, shape, shape, options, view]],
  ['adjoint', [operation, tensor, tensor, data, options]],
  ['overlap', [operation, shape, tensor, options]],
  ['gradient', [operation, tensor, tensor, data, options]],
  ['generate', [generator, shape, setting]],
  ['shapeFault', [operand, shape]],
  ['editingFault', [operand, shape]],
];

/** Makes a call, and sees that nothing but a ConvError comes of it, and that the next call is right. */
function survives(call) {
  const error = thrown(call);
  if (error !== undefined) {
    expect(error).toBeInstanceOf(ConvError);
    if (error.code !== 'type') expect(error.message).not.toMatch(/[{}]/);
    expect(error.code).toMatch(/^[a-z_]+$/);
    expect(error.field).toMatch(/^[a-zA-Z]+$/);
  }
  expect(article()).toEqual(articleNumbers);
}

describe('whatever it is given', () => {
  it('has its calls tried here, all of them', () => {
    const functions = Object.keys(engine).filter((name) => typeof engine[name] === 'function');
    expect(calls.map(([name]) => name).sort()).toEqual(functions.sort());
  });

  it.each(calls)(
    '%s answers or throws a ConvError, and the engine goes on',
    (name, given) => {
      const run = (args) => survives(() => engine[name](...args));
      fc.assert(fc.property(fc.tuple(...given), run), { numRuns: 1000, seed: 1 });
    },
    60_000,
  );

  it('a matrix answers or throws a ConvError', () => {
    const matrix = engine.matrix('conv2d', [1, 2, 5, 5], [2, 2, 3, 3], { padding: 1 });
    const count = fc.oneof(fc.integer({ min: 0, max: 60 }), entry, garbage);
    const window = fc.oneof(
      fc.record({ row: count, column: count, rows: count, columns: count }),
      garbage,
    );
    const weights = fc.oneof(fc.constant(new Float64Array(36).fill(1)), data, garbage);
    const run = (window, k, height, width) => {
      survives(() => matrix.weights(window));
      survives(() => matrix.picture(k, window, height, width));
    };
    fc.assert(fc.property(window, weights, count, count, run), { numRuns: 1000, seed: 1 });
  });
});
