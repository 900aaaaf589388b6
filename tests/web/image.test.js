import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { evaluated } from '../../web/model/evaluate.js';
import { linksOf } from '../../web/model/explain.js';
import { bandsOf, reach } from '../../web/engine/bands.js';
import {
  atFirst,
  filterRecipe,
  filterWeights,
  pageRecipe,
  upsampleRecipe,
  withFilter,
  withWeight,
} from '../../web/panels/image/choices.js';
import { Darkroom } from '../../web/panels/image/darkroom.js';
import { computed, developed, part } from '../../web/panels/image/develop.js';
import { Latest } from '../../web/panels/image/latest.js';
import { layerOf, misfit } from '../../web/panels/image/layer.js';
import { patchOf } from '../../web/panels/image/patch.js';
import { bytesOf, channels, pictureOf } from '../../web/panels/image/picture.js';
import { presets, weightsOf } from '../../web/panels/image/presets.js';
import { factors, overhang, upsampler, upsamplers } from '../../web/panels/image/upsamplers.js';
import { defaults } from '../../web/state/state.js';
import { engine } from './load.js';

const choices = atFirst(defaults);
const sum = (numbers) => [...numbers].reduce((a, b) => a + b, 0);

/** A picture of numbers that the engine makes of a seed. */
function picture(width, height, seed = 1) {
  const { data } = engine.generate('rand', [1, channels, height, width], [seed]);
  return { width, height, planes: Float32Array.from(data, (value) => Math.floor(256 * value)) };
}

const plain = (width, height, value) => ({
  width,
  height,
  planes: new Float32Array(channels * width * height).fill(value),
});

const whole = (layer) => ({ from: 0, to: layer.y[2] });

/** What a recipe makes of a picture. */
function result(image, recipe) {
  const { layer, fault } = layerOf(engine, image, recipe);
  expect(fault).toBeUndefined();
  return computed(engine, image, layer, whole(layer));
}

const natural = (least, most) => fc.integer({ min: least, max: most });

/** Layers of all kinds, on pictures of all sizes; some have no result. */
const cases = fc
  .record({
    width: natural(1, 14),
    height: natural(1, 14),
    operation: fc.constantFrom('conv2d', 'conv_transpose2d'),
    shape: fc.constantFrom([1, 1], [3, 3], [1, 3], [3, 1]),
    taps: fc.tuple(natural(1, 5), natural(1, 5)),
    stride: fc.tuple(natural(1, 4), natural(1, 4)),
    dilation: fc.tuple(natural(1, 3), natural(1, 3)),
    padding: fc.tuple(natural(0, 3), natural(0, 3), natural(0, 3), natural(0, 3)),
    mixed: fc.boolean(),
    edge: fc.constantFrom('repeat', 'zero'),
    bias: fc.option(natural(-9, 9), { nil: undefined }),
    seed: natural(0, 99),
  })
  .map(({ width, height, shape, taps, seed, bias, ...settings }) => ({
    image: picture(width, height, seed),
    recipe: {
      ...settings,
      weights: engine.generate('rand', [...shape, ...taps], [seed]),
      bias: bias === undefined ? undefined : [bias],
    },
  }))
  .filter(({ image, recipe }) => {
    if (misfit({ ...recipe, shape: recipe.weights.shape })) return false;
    if (recipe.bias && recipe.weights.shape.join().startsWith('3,3')) return false;
    if (recipe.bias && recipe.weights.shape[0] === 3 && recipe.operation === 'conv2d') return false;
    return layerOf(engine, image, recipe).fault === undefined;
  });

describe('a layer on a picture', () => {
  it('is the engine’s own, where zeros lie beyond the edge', () => {
    fc.assert(
      fc.property(cases, ({ image, recipe }) => {
        const { layer } = layerOf(engine, image, { ...recipe, edge: 'zero' });
        const x = { shape: [1, channels, image.height, image.width], data: image.planes };
        const k = { shape: layer.k.shape, data: Float32Array.from(layer.k.data) };
        const { stride, dilation, padding } = recipe;
        const run = layer.operation === 'conv2d' ? engine.conv2d : engine.convTranspose2d;
        const bias = layer.bias.length > 0 ? { bias: Float32Array.from(layer.bias) } : {};
        const y = run(x, k, { stride, dilation, padding, groups: layer.groups, ...bias });
        const made = computed(engine, image, layer, whole(layer));
        expect(made.shape).toEqual(y.shape);
        expect(made.shape).toEqual(layer.y);
        made.data.forEach((value, i) => expect(value).toBeCloseTo(y.data[i], 2));
      }),
    );
  });

  it('is the same in bands as in one piece', () => {
    fc.assert(
      fc.property(cases, natural(1, 7), ({ image, recipe }, rows) => {
        const { layer } = layerOf(engine, image, recipe);
        const one = developed(engine, image, layer, whole(layer), 'centred');
        const bands = bandsOf(layer.y[2], rows).map((band) =>
          developed(engine, image, layer, band, 'centred'),
        );
        const glued = bands.flatMap((bytes) => [...bytes]);
        expect(glued).toHaveLength(one.length);
        // A sum in another order may round to the shade beside.
        glued.forEach((shade, i) => expect(Math.abs(shade - one[i])).toBeLessThanOrEqual(1));
      }),
    );
  });

  it('on each channel by itself is one that mixes them by a diagonal', () => {
    const image = picture(9, 7);
    const weights = engine.generate('rand', [1, 1, 3, 3], [5]);
    const none = new Float64Array(9);
    const data = [0, 1, 2].flatMap((out) =>
      [0, 1, 2].flatMap((from) => [...(out === from ? weights.data : none)]),
    );
    const diagonal = { shape: [3, 3, 3, 3], data: Float64Array.from(data) };
    const each = result(image, filterRecipe(choices, weights));
    const full = result(image, filterRecipe(choices, diagonal));
    expect(full.shape).toEqual(each.shape);
    full.data.forEach((value, i) => expect(value).toBeCloseTo(each.data[i], 3));
  });

  it('mixed is the mean of the channels', () => {
    const image = picture(6, 5);
    const identity = engine.generate('delta', [1, 1, 3, 3]);
    const mean = result(image, filterRecipe({ ...choices, channels: 'mixed' }, identity));
    expect(mean.shape).toEqual([1, 1, 5, 6]);
    mean.data.forEach((value, i) =>
      expect(value).toBeCloseTo(
        (image.planes[i] + image.planes[30 + i] + image.planes[60 + i]) / 3,
        3,
      ),
    );
  });

  it('is the page’s, with the page’s settings', () => {
    const k = engine.generate('ones', [1, 1, 2, 2]);
    const state = { ...defaults, stride: [2], bias: [3] };
    const y = result(plain(4, 3, 5), pageRecipe(choices, state, k));
    expect(y.shape).toEqual([1, 3, 6, 8]);
    expect(new Set(y.data)).toEqual(new Set([8]));
  });

  it('has channels that a picture has', () => {
    const fits = (operation, shape, groups = 1) =>
      misfit({ operation, shape: [...shape, 1, 1], groups }) === undefined;
    expect(fits('conv2d', [1, 1])).toBe(true);
    expect(fits('conv2d', [1, 3])).toBe(true);
    expect(fits('conv2d', [3, 1], 3)).toBe(true);
    expect(fits('conv_transpose2d', [3, 1])).toBe(true);
    expect(fits('conv2d', [3, 1])).toBe(false);
    expect(fits('conv2d', [20, 10])).toBe(false);
  });
});

test('a stretch of the picture is no longer than it has to be', () => {
  const { height } = engine.plan('conv2d', [1, 1, 20, 20], [1, 1, 3, 3], { padding: 1 }).layer;
  expect(reach('conv2d', height, 0, 20)).toMatchObject({ first: -1, count: 22 });
  expect(reach('conv2d', height, 5, 6)).toMatchObject({ first: 4, count: 3 });
  const up = engine.plan('conv_transpose2d', [1, 1, 9, 9], [1, 1, 4, 4], { stride: 2, padding: 1 });
  expect(reach('conv_transpose2d', up.layer.height, 6, 8)).toMatchObject({ first: 2, count: 3 });
});

describe('the presets', () => {
  const sums = Object.fromEntries(
    presets.map((preset) => {
      const { shape, data } = weightsOf(engine, preset, { size: 5, strength: 1 });
      return [preset.name, sum(data) / (shape[0] === 3 ? 3 : 1)];
    }),
  );

  it.each(['blur', 'box', 'sharpen', 'emboss', 'grey'])('%s keeps a plain picture', (name) => {
    expect(sums[name]).toBeCloseTo(1, 12);
  });

  it.each(['sobel-x', 'sobel-y', 'outline'])('%s sees nothing in a plain picture', (name) => {
    expect(sums[name]).toBe(0);
  });

  it.each(presets.filter(({ rest }) => rest).map(({ name }) => name))(
    '%s of strength 0 changes nothing, or shows nothing',
    (name) => {
      const preset = presets.find((each) => each.name === name);
      const image = picture(5, 4);
      const recipe = filterRecipe(choices, weightsOf(engine, preset, { size: 3, strength: 0 }));
      const expected = preset.rest === 'delta' ? [...image.planes] : Array(60).fill(0);
      expect([...result(image, recipe).data].map((value) => value + 0)).toEqual(expected);
    },
  );

  it('give way to what is typed', () => {
    const sharpen = withFilter(choices, 'sharpen', engine.generate('delta', [1, 1, 3, 3]));
    const weights = filterWeights(engine, sharpen);
    const typed = withWeight(sharpen, weights, 4, 9);
    expect(typed.filter).toBe('own');
    expect([...filterWeights(engine, typed).data]).toEqual([0, -1, 0, -1, 9, -1, 0, -1, 0]);
    const larger = filterWeights(engine, { ...typed, size: 4 });
    expect([...larger.data]).toEqual([0, -1, 0, 0, -1, 9, -1, 0, 0, -1, 0, 0, 0, 0, 0, 0]);
  });

  it('begin with the page’s kernel where it is not the article’s', () => {
    expect(atFirst(defaults).filter).toBe('blur');
    expect(atFirst({ ...defaults, k: { ...defaults.k } }).filter).toBe('page');
    expect(atFirst({ ...defaults, k: { ...defaults.k, shape: [20, 10, 5, 5] } }).filter).toBe(
      'blur',
    );
  });
});

describe('the ways to enlarge', () => {
  const each = upsamplers.flatMap((name) =>
    Array.from({ length: factors.most - 1 }, (_, i) => ({ name, factor: i + 2 })),
  );

  it.each(each)('$name makes a picture $factor times as large', ({ name, factor }) => {
    for (const side of [factor, factor + 1, 2 * factor + 3]) {
      const recipe = upsampleRecipe(engine, { ...choices, factor, side }, name);
      expect(result(picture(5, 3), recipe).shape).toEqual([1, 3, 3 * factor, 5 * factor]);
    }
  });

  it.each(each.filter(({ name }) => name !== 'random'))(
    '$name by $factor keeps a plain picture, up to its edges',
    ({ name, factor }) => {
      const recipe = upsampleRecipe(engine, { ...choices, factor }, name);
      for (const value of result(plain(5, 4, 77), recipe).data) expect(value).toBeCloseTo(77, 3);
      const { spreads } = engine.overlap('conv_transpose2d', [1, 1, 8, 8], recipe.weights, recipe);
      expect(spreads).toMatchObject([{ even: true }]);
    },
  );

  it('random weights keep the brightness on average, and leave a checkerboard', () => {
    const recipe = upsampleRecipe(engine, choices, 'random');
    expect(sum(recipe.weights.data)).toBeCloseTo(4, 12);
    const { spreads } = engine.overlap('conv_transpose2d', [1, 1, 8, 8], recipe.weights, recipe);
    expect(spreads).toMatchObject([{ even: false }]);
  });

  it('bilinear and bicubic pass through a slope, the nearest steps up it', () => {
    const slope = {
      width: 12,
      height: 1,
      planes: Float32Array.from({ length: 36 }, (_, i) => i % 12),
    };
    const row = (name) => [
      ...result(slope, upsampleRecipe(engine, choices, name)).data.slice(8, 16),
    ];
    expect(row('bilinear')).toEqual([3.75, 4.25, 4.75, 5.25, 5.75, 6.25, 6.75, 7.25]);
    row('bicubic').forEach((value, i) => expect(value).toBeCloseTo(3.75 + i / 2, 5));
    expect(row('nearest')).toEqual([4, 4, 5, 5, 6, 6, 7, 7]);
  });

  it('bicubic passes through a parabola', () => {
    const planes = Float32Array.from({ length: 36 }, (_, i) => (i % 12) ** 2);
    const made = result(
      { width: 12, height: 1, planes },
      upsampleRecipe(engine, choices, 'bicubic'),
    );
    for (let i = 8; i < 16; i++) expect(made.data[i]).toBeCloseTo((i / 2 - 0.25) ** 2, 4);
  });

  it('crop what hangs over', () => {
    expect(overhang(4, 2)).toEqual([1, 1, 1, 1]);
    expect(overhang(3, 2)).toEqual([0, 1, 0, 1]);
    expect(upsampler(engine, 'bicubic', 3, {}).shape).toEqual([1, 1, 11, 11]);
  });
});

describe('the pixels as cells', () => {
  it('have the numbers of the result, and its links', () => {
    fc.assert(
      fc.property(
        cases,
        natural(0, 99),
        natural(0, 99),
        natural(0, 2),
        ({ image, recipe }, i, j, c) => {
          const { layer } = layerOf(engine, image, recipe);
          const [, count, height, width] = layer.y;
          const pixel = { row: i % height, column: j % width };
          const channel = c % count;
          const { state, offset } = patchOf(image, layer, pixel, channel);
          const { y, fault } = evaluated(engine, state);
          expect(fault).toBeUndefined();
          const made = computed(engine, image, layer, whole(layer));
          const value = made.data[(channel * height + pixel.row) * width + pixel.column];
          expect(y.data[offset]).toBeCloseTo(value, 2);
          const links = linksOf(engine, state, { operand: 'y', offset });
          const terms = links.map((link) => state.x.data[link.x] * state.k.data[link.k]);
          expect(sum(terms) + (state.bias?.[0] ?? 0)).toBeCloseTo(value, 2);
        },
      ),
    );
  });

  it('show the last pixels again beyond the edge', () => {
    const image = picture(4, 4);
    const { layer } = layerOf(
      engine,
      image,
      filterRecipe(choices, engine.generate('box', [1, 1, 3, 3])),
    );
    const { state, source } = patchOf(image, layer, { row: 0, column: 0 }, 0);
    expect(source).toMatchObject({ row: -1, column: -1 });
    expect(state.x.data[0]).toBe(image.planes[0]);
    expect(
      part(image, { ...layer, edge: 'zero' }, { from: 0, to: 3 }, { from: 0, to: 3 }).x.data[0],
    ).toBe(0);
  });
});

describe('a picture', () => {
  it('comes back as it went in', () => {
    const data = Uint8ClampedArray.from({ length: 4 * 6 }, (_, i) => (i % 4 === 3 ? 255 : 7 * i));
    const { planes } = pictureOf({ width: 3, height: 2, data });
    expect([...bytesOf({ shape: [1, 3, 2, 3], data: planes }, 'clamp')]).toEqual([...data]);
  });

  it('shows numbers as shades in three ways', () => {
    const tensor = { shape: [1, 1, 1, 3], data: [-300, -20, 100] };
    const shades = (mapping) => [...bytesOf(tensor, mapping)].filter((_, i) => i % 4 === 0);
    expect(shades('clamp')).toEqual([0, 0, 100]);
    expect(shades('absolute')).toEqual([255, 20, 100]);
    expect(shades('centred')).toEqual([0, 118, 178]);
  });
});

describe('the latest of what is asked for', () => {
  /** Tasks that end when they are told to. */
  function held(patience) {
    const log = [];
    const open = new Map();
    const latest = new Latest(
      (task, signal) =>
        new Promise((resolve) => {
          log.push(task);
          open.set(task, resolve);
          signal.addEventListener('abort', () => {
            log.push(`${task} given up`);
            resolve();
          });
        }),
      patience,
    );
    return { latest, log, end: (task) => open.get(task)() };
  }
  const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

  it('comes after the running one, without those between', async () => {
    const { latest, log, end } = held(1e6);
    latest.ask('a');
    latest.ask('b');
    latest.ask('c');
    expect(log).toEqual(['a']);
    end('a');
    await soon();
    expect(log).toEqual(['a', 'c']);
    end('c');
    await soon();
    latest.ask('d');
    expect(log).toEqual(['a', 'c', 'd']);
  });

  it('takes the place of one that takes too long', async () => {
    const { latest, log } = held(0);
    latest.ask('a');
    latest.ask('b');
    await soon();
    expect(log).toEqual(['a', 'a given up', 'b']);
  });

  it('is given up, and what waits with it', async () => {
    const { latest, log } = held(1e6);
    latest.ask('a');
    latest.ask('b');
    latest.cancel();
    await soon();
    expect(log).toEqual(['a', 'a given up']);
  });
});

describe('without a worker', () => {
  const image = picture(400, 300);
  const job = (size) => {
    const weights = engine.generate('gaussian', [1, 1, size, size]);
    return {
      picture: image,
      layer: layerOf(engine, image, filterRecipe(choices, weights)).layer,
      mapping: 'clamp',
    };
  };
  const signal = new AbortController().signal;

  it('what is short is made at once, what is long in slices', async () => {
    const darkroom = new Darkroom(engine, { worker: false });
    const small = { ...job(3), picture: picture(9, 9) };
    small.layer = layerOf(
      engine,
      small.picture,
      filterRecipe(choices, engine.generate('box', [1, 1, 3, 3])),
    ).layer;
    expect((await darkroom.develop(small, signal, () => {})).place).toBe('frame');

    const large = job(15);
    const painted = [];
    const { place } = await darkroom.develop(large, signal, (rows, bytes) =>
      painted.push({ rows, bytes }),
    );
    expect(place).toBe('slices');
    expect(painted[0].rows.from).toBe(0);
    expect(painted.at(-1).rows.to).toBe(300);
    const glued = painted.flatMap(({ bytes }) => [...bytes]);
    const one = developed(engine, image, large.layer, whole(large.layer), 'clamp');
    expect(glued.length).toBe(one.length);
  });

  it('what is given up ends between two slices', async () => {
    const darkroom = new Darkroom(engine, { worker: false });
    const controller = new AbortController();
    const painted = [];
    const work = darkroom.develop(job(15), controller.signal, (rows) => {
      painted.push(rows);
      controller.abort();
    });
    await expect(work).rejects.toThrow();
    expect(painted).toHaveLength(1);
  });
});
