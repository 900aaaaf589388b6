import fc from 'fast-check';
import { defaults } from '../../web/state/state.js';
import { generators } from '../../web/state/tensor.js';

const extent = fc.integer({ min: 1, max: 3 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
// A state holds no -0: see parseNumber.
export const number = fc.oneof(fc.integer({ min: -99, max: 99 }), finite).map((value) => value + 0);
export const float32 = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

export const shape = (/** @type {fc.Arbitrary<number>[]} */ ...extents) =>
  fc.tuple(...extents, extent, extent);

/** Literals of the shapes, with such numbers. */
export const literal = (shapes = shape(extent, extent), values = number) =>
  shapes.chain((shape) => {
    const length = shape.reduce((a, b) => a * b, 1);
    const data = fc.array(values, { minLength: length, maxLength: length });
    return data.map((data) => ({ shape: [...shape], data }));
  });

const generated = (/** @type {fc.Arbitrary<number[]>} */ shapes) =>
  fc.record({
    shape: shapes.map((shape) => [...shape]),
    generator: fc.constantFrom(...generators),
    args: fc.array(number, { maxLength: 3 }),
  });

const inputShape = shape(fc.constant(1), extent);
const kernelShape = shape(extent, extent);

const list = (/** @type {number[]} */ ...counts) =>
  fc.oneof(...counts.map((n) => fc.array(number, { minLength: n, maxLength: n })));
const maybe = (/** @type {fc.Arbitrary<any>} */ some) => fc.option(some, { nil: undefined });
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const index = fc.nat(20);
const at = fc.oneof(
  fc.record({
    operand: fc.constantFrom('x', 'y'),
    cell: fc.tuple(fc.constant(0), index, index, index).map((cell) => [...cell]),
  }),
  fc.record({
    operand: fc.constant('k'),
    cell: fc.tuple(index, index, index, index).map((cell) => [...cell]),
  }),
);
// Keys with a full stop belong to nobody; any text may be their value.
const unknown = fc.tuple(
  name.map((name) => `${name}.x`),
  fc.string({ unit: 'grapheme' }),
);

/** Any state that a page could be in. */
export const state = fc.record({
  op: fc.constantFrom('conv', 'tconv'),
  x: fc.oneof(literal(inputShape), generated(inputShape), fc.constant(defaults.x)),
  k: fc.oneof(literal(kernelShape), generated(kernelShape), fc.constant(defaults.k)),
  bias: maybe(fc.array(number, { minLength: 1, maxLength: 4 })),
  stride: list(1, 2),
  dilation: list(1, 2),
  outputPadding: list(1, 2),
  padding: list(1, 2, 4),
  groups: number,
  panel: maybe(name),
  mode: maybe(fc.constantFrom('scatter', 'gather', 'both')),
  step: maybe(fc.nat()),
  at: maybe(at),
  lesson: maybe(name),
  lang: maybe(fc.constantFrom('en', 'zh')),
  theme: maybe(fc.constantFrom('light', 'dark', 'auto')),
  hide: fc.array(name, { maxLength: 3 }),
  lock: fc.array(name, { maxLength: 3 }),
  unknown: fc.array(unknown, { maxLength: 2 }),
});
