import { describe, expect, it } from 'vitest';
import { ConvError } from '../../web/engine/engine.js';
import { misses, refusal } from '../vectors/check.js';
import { article, articleNumbers, engine, readVectors } from './load.js';

describe.each(['conv', 'conv_transpose'])('the vectors of %s.json', (name) => {
  const cases = readVectors(name);
  it.each(cases)('hold in float32: $id', (example) => {
    expect(misses(engine, example, Float32Array)).toBe('');
  });
  it.each(cases)('hold in float64: $id', (example) => {
    expect(misses(engine, example, Float64Array)).toBe('');
  });
});

describe('the calls of errors.json', () => {
  const refusals = readVectors('refusals');
  const portable = readVectors('errors').filter((example) => example.portable);

  it('are all answered', () => {
    expect(Object.keys(refusals).sort()).toEqual(portable.map(({ id }) => id).sort());
  });

  it.each(portable.filter(({ id }) => !refusals[id].unasked))(
    'are refused with their numbers: $id',
    (example) => {
      const { code, field, axis, numbers } = refusals[example.id];
      const error = refusal(engine, example);
      expect(error).toBeInstanceOf(ConvError);
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
