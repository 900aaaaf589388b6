import { describe, expect, it } from 'vitest';
import { evaluated } from '../../web/model/evaluate.js';
import { atFirst } from '../../web/panels/image/choices.js';
import { channels } from '../../web/panels/image/picture.js';
import {
  largestFactor,
  pixelWithin,
  planned,
  resultPixel,
} from '../../web/panels/image/planned.js';
import { defaults, withChannelsIn } from '../../web/state/state.js';
import { engine } from './load.js';

const picture = (width, height) => ({
  width,
  height,
  planes: new Float32Array(channels * width * height),
});
const pageOf = (state) => ({ state, k: evaluated(engine, state).k });
const page = pageOf(defaults);
const choices = atFirst(defaults);
const small = picture(9, 6);

describe('what is chosen for a picture', () => {
  it('is a layer on it, with what the darkroom is to do', () => {
    const { layer, job, problem, fault } = planned(engine, choices, small, page);
    expect(layer?.y).toEqual([1, channels, 6, 9]);
    expect(job).toEqual({ picture: small, layer, mapping: choices.mapping });
    expect([problem, fault]).toEqual([undefined, undefined]);
  });

  it('has every way to enlarge when one of them is chosen', () => {
    const { layer, ways } = planned(engine, { ...choices, mode: 'upsample' }, small, page);
    expect(layer?.y.slice(2)).toEqual([12, 18]);
    expect(ways.map(({ name }) => name)).toContain('bilinear');
    expect(planned(engine, choices, small, page).ways).toEqual([]);
  });

  it('is brought within what a large picture leaves', () => {
    const large = picture(1500, 2);
    const wanted = { ...choices, mode: 'upsample', factor: 4 };
    const plan = planned(engine, wanted, large, page);
    expect(largestFactor(large)).toBe(2);
    expect(plan.choices).toEqual({ ...wanted, factor: 2 });
    expect(plan.layer?.y.slice(2)).toEqual([4, 3000]);
  });

  it('says why there is no result', () => {
    const reason = (state, image = small) =>
      planned(engine, { ...choices, filter: 'page' }, image, pageOf(state));
    const two = withChannelsIn(defaults, 2);
    expect(reason(two)).toMatchObject({
      layer: undefined,
      job: undefined,
      problem: { key: 'image.misfit', values: { input: 2, output: 1 } },
    });
    expect(reason({ ...defaults, stride: [9] }, picture(900, 2)).problem).toMatchObject({
      key: 'image.large',
      values: { width: 8093, most: 4096 },
    });
    expect(reason({ ...defaults, stride: [0] }).fault).toMatchObject({ field: 'stride' });
  });

  it('stays the same where nothing has changed, so that nothing is computed again', () => {
    const before = planned(engine, choices, small, page);
    const after = planned(engine, { ...choices }, small, page, before);
    expect(after.layer).toBe(before.layer);
    expect(after.job).toBe(before.job);

    const shaded = planned(engine, { ...choices, mapping: 'absolute' }, small, page, after);
    expect(shaded.layer).toBe(before.layer);
    expect(shaded.job).toMatchObject({ mapping: 'absolute' });

    const other = planned(engine, { ...choices, stride: 2 }, small, page, after);
    expect(other.layer).not.toBe(before.layer);
    expect(planned(engine, choices, picture(9, 6), page, after).layer).not.toBe(before.layer);
  });
});

describe('a pixel of the result', () => {
  const { layer } = planned(engine, { ...choices, mode: 'upsample' }, small, page);

  it('is where a place of the picture comes to lie', () => {
    expect(resultPixel(layer, small, { row: 2.5, column: 8.5 })).toEqual({ row: 5, column: 17 });
  });

  it('is within the result', () => {
    expect(pixelWithin(layer, { row: -1, column: 18 })).toEqual({ row: 0, column: 17 });
    expect(pixelWithin(layer, { row: 11, column: 3 })).toEqual({ row: 11, column: 3 });
  });
});
