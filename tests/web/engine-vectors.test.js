import { describe, expect, it } from 'vitest';
import { ConvError } from '../../web/engine/engine.js';
import { article, articleNumbers, engine, readVectors, thrown } from './load.js';

const calls = { conv2d: 'conv2d', conv_transpose2d: 'convTranspose2d' };

/** The settings of a case in the words of engine.js. */
function settings({ stride, dilation, padding, output_padding, groups }) {
  const numbers = (list) => list?.map(Number); // some are text, too long for JSON's readers
  return {
    stride: numbers(stride),
    dilation: numbers(dilation),
    padding: numbers(padding),
    outputPadding: numbers(output_padding),
    groups,
  };
}

/** The largest distance from the expected numbers, in units of what is allowed. */
function distance({ op, x, w, b, y, rtol, atol, ...rest }, Floats) {
  const rounded = ({ shape, data }) => ({ shape, data: Floats.from(Float32Array.from(data)) });
  const bias = b ? rounded(b).data : undefined;
  const got = engine[calls[op]](rounded(x), rounded(w), { ...settings(rest), bias });
  expect(got.shape).toEqual(y.shape);
  expect(got.data).toBeInstanceOf(Floats);
  expect(got.data.length).toBe(y.data.length);
  return y.data.reduce(
    (most, value, i) =>
      Math.max(most, Math.abs(got.data[i] - value) / (atol + rtol * Math.abs(value))),
    0,
  );
}

describe.each(['conv', 'conv_transpose'])('the vectors of %s.json', (name) => {
  const cases = readVectors(name);
  it.each(cases)('hold in float32: $id', (example) => {
    expect(distance(example, Float32Array)).toBeLessThanOrEqual(1);
  });
  it.each(cases)('hold in float64: $id', (example) => {
    expect(distance(example, Float64Array)).toBeLessThanOrEqual(1);
  });
});

describe('the calls of errors.json', () => {
  const refusals = readVectors('refusals');
  const portable = readVectors('errors').filter((example) => example.portable);
  const zeros = (shape) => ({
    shape,
    data: new Float32Array(shape.reduce((count, size) => count * size, 1)),
  });

  it('are all answered', () => {
    expect(Object.keys(refusals).sort()).toEqual(portable.map(({ id }) => id).sort());
  });

  it.each(portable.filter(({ id }) => !refusals[id].unasked))(
    'are refused with their numbers: $id',
    ({ id, op, args }) => {
      const { code, field, axis, numbers } = refusals[id];
      const bias = args.b_shape && zeros(args.b_shape).data;
      const call = () =>
        engine[calls[op]](zeros(args.x_shape), zeros(args.w_shape), { ...settings(args), bias });
      expect(call).toThrow(ConvError);
      const error = thrown(call);
      expect(error).toMatchObject({ code, field, numbers });
      expect(error.axis).toBe(axis);
      expect(article()).toEqual(articleNumbers);
    },
  );

  it.each(portable.filter(({ id }) => refusals[id].unasked))(
    'cannot all be asked: $id',
    ({ id, args }) => {
      const unknown = ['auto_pad', 'output_shape', 'kernel_shape'].some((name) => name in args);
      expect(unknown || args.b_shape.length > 1).toBe(true);
      expect(refusals[id].unasked).toMatch(/\.$/);
    },
  );
});
