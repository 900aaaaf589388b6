import { createServer } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConvError, loadEngine } from '../../web/engine/engine.js';
import { article, articleNumbers, engine, matrix, thrown, wasm } from './load.js';

const x = matrix([
  [0, 1],
  [2, 3],
]);
const book = matrix([
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
]);
const one = matrix([[1]]);

describe('conv2d', () => {
  it('gives the numbers of the book', () => {
    expect(engine.conv2d(book, x)).toEqual({
      shape: [1, 1, 2, 2],
      data: Float64Array.of(19, 25, 37, 43),
    });
  });

  it('reads no outputPadding, because its input size is given', () => {
    expect([...engine.conv2d(book, x, { outputPadding: 9 }).data]).toEqual([19, 25, 37, 43]);
  });
});

describe('convTranspose2d', () => {
  it('gives the numbers of the article', () => {
    expect(engine.convTranspose2d(x, x)).toEqual({
      shape: [1, 1, 3, 3],
      data: Float64Array.of(...articleNumbers),
    });
  });

  it('pads its output by what no tap reaches', () => {
    const { shape, data } = engine.convTranspose2d(x, one, { stride: 2, outputPadding: [0, 1] });
    expect(shape).toEqual([1, 1, 3, 4]);
    expect([...data]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 2, 0, 3, 0]);
  });
});

describe('the type of x', () => {
  const third = (Floats) => matrix([[1 / 3]], Floats);

  it.each([Float32Array, Float64Array])('is computed in and returned: %o', (Floats) => {
    const { data } = engine.conv2d(third(Floats), third(Floats));
    const [rounded] = Floats.of(1 / 3);
    expect(data).toEqual(Floats.of(rounded * rounded));
  });

  it('has to be that of w', () => {
    const call = () => engine.conv2d(third(Float32Array), third(Float64Array));
    expect(thrown(call)).toMatchObject({ code: 'type', field: 'k' });
  });

  it('need not be that of the bias', () => {
    const { data } = engine.conv2d(one, one, { bias: Float32Array.of(0.5) });
    expect(data).toEqual(Float64Array.of(1.5));
  });
});

describe('a setting', () => {
  const sizes = (options) => engine.conv2d(book, one, options).shape.slice(2);

  it('is one number for both axes, or two', () => {
    expect(sizes({ stride: 2 })).toEqual([2, 2]);
    expect(sizes({ stride: [2] })).toEqual([2, 2]);
    expect(sizes({ stride: [1, 2] })).toEqual([3, 2]);
    expect(sizes({ stride: Uint8Array.of(1, 2) })).toEqual([3, 2]);
  });

  it('keeps its default where it is left out', () => {
    const none = { stride: undefined, dilation: undefined, padding: undefined, groups: undefined };
    expect(sizes()).toEqual([3, 3]);
    expect(sizes({})).toEqual([3, 3]);
    expect(sizes({ ...none, bias: undefined })).toEqual([3, 3]);
  });

  it('pads each side by its name', () => {
    const padding = { top: 1, bottom: 0, left: 2, right: 0 };
    const { shape, data } = engine.conv2d(one, one, { padding });
    expect(shape).toEqual([1, 1, 2, 3]);
    expect([...data]).toEqual([0, 0, 0, 0, 0, 1]);
    expect(engine.conv2d(one, one, { padding: [1, 0, 2, 0] })).toEqual({ shape, data });
  });

  it('pads all sides, or none', () => {
    const error = thrown(() => engine.conv2d(one, one, { padding: { top: 1 } }));
    expect(error).toMatchObject({ code: 'whole', field: 'padding' });
  });
});

describe('a call', () => {
  it('leaves its input as it was', () => {
    const input = structuredClone({ x: book, w: x, bias: Float64Array.of(1), stride: [1, 2] });
    const before = structuredClone(input);
    engine.conv2d(input.x, input.w, { bias: input.bias, stride: input.stride });
    expect(input).toEqual(before);
  });

  it('keeps nothing of an earlier result', () => {
    const first = engine.conv2d(book, x);
    const second = engine.conv2d(book, one);
    expect([...first.data]).toEqual([19, 25, 37, 43]);
    expect(first.data.buffer).not.toBe(second.data.buffer);
    expect(first.data.byteLength).toBe(first.data.buffer.byteLength);
  });

  it('takes an empty batch', () => {
    const none = { shape: [0, 1, 2, 2], data: new Float64Array(0) };
    expect(engine.convTranspose2d(none, x)).toEqual({
      shape: [0, 1, 3, 3],
      data: new Float64Array(0),
    });
  });

  it('computes on what is no number', () => {
    expect([...engine.conv2d(matrix([[NaN, Infinity, -0, 5e-324]]), one).data]).toEqual([
      NaN,
      Infinity,
      0,
      5e-324,
    ]);
  });
});

describe('a refusal', () => {
  it('is a RangeError with the rule, the numbers and what would do', () => {
    const error = thrown(() => engine.conv2d(x, book, { stride: [1, 1] }));
    expect(error).toBeInstanceOf(ConvError);
    expect(error).toBeInstanceOf(RangeError);
    expect(error.name).toBe('ConvError');
    expect(error).toMatchObject({
      code: 'kernel',
      field: 'k',
      axis: 'height',
      numbers: { extent: 3, dilation: 1, taps: 3, input: 2 },
      nearest: { field: 'k', value: [2, 3] },
      message:
        'K (height) covers 3 cells (dilation 1, 3 taps), more than the 2 of the padded input.',
    });
  });

  const floats = new Float64Array(4);
  it.each([
    ['x', [undefined, x]],
    ['x', [{}, x]],
    ['x', [{ shape: [1, 1, 2, 2], data: [0, 1, 2, 3] }, x]],
    ['x', [{ shape: [1, 1, 2, 2], data: Int32Array.of(0, 1, 2, 3) }, x]],
    ['x', [{ shape: 4, data: floats }, x]],
    ['k', [x, null]],
    ['bias', [x, x, { bias: [1] }]],
    ['bias', [x, x, { bias: 1 }]],
  ])('says that %s is not of the kind it takes', (field, args) => {
    expect(thrown(() => engine.conv2d(...args))).toMatchObject({ code: 'type', field });
  });

  it.each([
    ['length', 'x', [{ shape: [1, 1, 2, 3], data: floats }, x]],
    ['length', 'k', [x, { shape: [1, 1, 1, 1], data: floats }]],
    ['rank', 'x', [{ shape: [2, 2], data: floats }, x]],
    ['range', 'x', [{ shape: [1, 1, 0, 2], data: new Float64Array(0) }, x]],
    ['whole', 'stride', [x, x, { stride: '2' }]],
    ['whole', 'groups', [x, x, { groups: NaN }]],
    ['range', 'padding', [x, x, { padding: -1 }]],
    ['pair', 'dilation', [x, x, { dilation: [1, 1, 1] }]],
    ['bias', 'bias', [x, x, { bias: new Float64Array(0) }]],
  ])('has the code %s at %s', (code, field, args) => {
    expect(thrown(() => engine.conv2d(...args))).toMatchObject({ code, field });
    expect(article()).toEqual(articleNumbers);
  });

  it('comes before any number is computed where Y would be too large', () => {
    const call = () => engine.convTranspose2d(x, x, { stride: 2 ** 24 });
    expect(thrown(call)).toMatchObject({ code: 'elements', field: 'y' });
  });
});

describe('constant weights', () => {
  it('give the same numbers each time, also for another layer', () => {
    const weights = {
      shape: [2, 1, 3, 3],
      data: Float32Array.from({ length: 18 }, (_, i) => i - 9),
    };
    const input = { shape: [1, 1, 8, 8], data: Float32Array.from({ length: 64 }, (_, i) => i % 7) };
    for (const options of [{}, { padding: 1 }, { stride: 2 }, {}]) {
      const expected = engine.conv2d(input, weights, options);
      const constant = { ...options, constantWeights: true };
      for (let call = 0; call < 3; ++call) {
        expect(engine.conv2d(input, weights, constant)).toEqual(expected);
      }
    }
  });

  it('are not read again', () => {
    const weights = { shape: [1, 1, 1, 1], data: Float64Array.of(2) };
    const input = { shape: [1, 1, 1, 1], data: Float64Array.of(3) };
    expect([...engine.conv2d(input, weights, { constantWeights: true }).data]).toEqual([6]);
    weights.data[0] = 5;
    const { data } = engine.conv2d(input, { ...weights }, { constantWeights: true });
    expect([...data]).toEqual([6]);
    expect([...engine.conv2d(input, weights).data]).toEqual([15]);
  });

  it('do not fill the memory', async () => {
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
    const input = { shape: [1, 256, 4, 4], data: new Float32Array(4096) };
    for (let call = 0; call < 100; ++call) {
      const weights = { shape: [256, 256, 3, 3], data: new Float32Array(256 * 256 * 9) };
      engine.conv2d(input, weights, { constantWeights: true });
    }
    const growths = grow.mock.calls.length;
    for (let call = 0; call < 50; ++call) {
      const weights = { shape: [256, 256, 3, 3], data: new Float32Array(256 * 256 * 9) };
      engine.conv2d(input, weights, { constantWeights: true });
    }
    expect(grow.mock.calls.length).toBe(growths);
    vi.restoreAllMocks();
  });
});

describe('numbers that are not finite', () => {
  const row = (...numbers) => matrix([numbers], Float32Array);

  it('reach what PyTorch lets them reach', () => {
    const ones = row(1, 1);
    expect([...engine.convTranspose2d(ones, row(NaN, 1)).data]).toEqual([NaN, NaN, 1]);
    // Around x there is nothing for conv_transpose2d, but the zeros of its padding for conv2d.
    const padding = [0, 1];
    expect([...engine.convTranspose2d(ones, row(Infinity, 1), { padding }).data]).toEqual([
      Infinity,
    ]);
    expect([...engine.conv2d(ones, row(Infinity, 1), { padding }).data]).toEqual([
      ...[NaN, Infinity, Infinity],
    ]);
  });

  it('give the same in the first call, the third and with constant weights', () => {
    const input = { shape: [1, 64, 12, 12], data: new Float32Array(64 * 144).fill(1) };
    const weights = { shape: [64, 64, 3, 3], data: new Float32Array(64 * 64 * 9).fill(1) };
    weights.data[4] = Infinity;
    input.data[65] = NaN;
    for (const compute of [engine.conv2d, engine.convTranspose2d]) {
      const calls = [{}, {}, {}, { constantWeights: true }, { constantWeights: true }];
      const [first, ...others] = calls.map((options) => compute(input, weights, options).data);
      // NaN reaches 3 by 3 cells of each of 64 channels, infinity all other cells of one.
      const reached = first.filter((value) => Number.isNaN(value)).length;
      expect(reached).toBe(64 * 9);
      expect(first.some((value) => value === Infinity)).toBe(true);
      for (const data of others) {
        expect(data.map(Number.isFinite)).toEqual(first.map(Number.isFinite));
        expect(data.map(Number.isNaN)).toEqual(first.map(Number.isNaN));
      }
    }
  });
});

describe('into', () => {
  const input = { shape: [1, 1, 2, 2], data: Float32Array.of(0, 1, 2, 3) };

  it('takes the numbers of the result', () => {
    const into = new Float32Array(9);
    const { shape, data } = engine.convTranspose2d(input, input, { into });
    expect(shape).toEqual([1, 1, 3, 3]);
    expect(data).toBe(into);
    // prettier-ignore
    expect([...into]).toEqual([
      0,  0, 1,
      0,  4, 6,
      4, 12, 9,
    ]);
  });

  it('may be the input itself', () => {
    const own = { shape: [1, 1, 2, 2], data: Float32Array.of(0, 1, 2, 3) };
    const double = { shape: [1, 1, 1, 1], data: Float32Array.of(2) };
    engine.conv2d(own, double, { into: own.data });
    expect([...own.data]).toEqual([0, 2, 4, 6]);
  });

  it('is refused where it does not fit, and the next call is computed', () => {
    for (const into of [new Float32Array(8), new Float64Array(9), [], 'array']) {
      const error = thrown(() => engine.convTranspose2d(input, input, { into }));
      expect(error).toMatchObject({ name: 'ConvError', code: 'type', field: 'into' });
    }
    expect(engine.convTranspose2d(input, input).data[4]).toBe(4);
  });
});

describe('memory', () => {
  afterEach(() => vi.restoreAllMocks());
  it('does not grow with the number of calls', async () => {
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
    const fresh = await loadEngine({ wasm });
    const [input, kernel] = [matrix(new Array(32).fill(new Array(32).fill(1))), x];
    for (let call = 0; call < 10_000; ++call) {
      fresh.conv2d(input, kernel);
      thrown(() => fresh.conv2d(kernel, input));
    }
    expect(grow).not.toHaveBeenCalled();
  }, 60_000);

  it('may grow by any call', async () => {
    const fresh = await loadEngine({ wasm });
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
    fresh.generate('rand', [1, 1, 2048, 2048], [1]);
    expect(grow).toHaveBeenCalled();
    expect([...fresh.convTranspose2d(x, x).data]).toEqual(articleNumbers);
  });

  it('that is not to be had is a refusal', async () => {
    const fresh = await loadEngine({ wasm });
    vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('no more');
    });
    const large = { shape: [1, 1, 2048, 2048], data: new Float64Array(2 ** 22) };
    const error = thrown(() => fresh.conv2d(large, one));
    expect(error).toMatchObject({ code: 'memory', field: 'y', numbers: { megabytes: 143 } });
    expect([...fresh.convTranspose2d(x, x).data]).toEqual(articleNumbers);
  });

  it('that ended with a large layer leaves its matrix to be asked for', async () => {
    const fresh = await loadEngine({ wasm });
    const shape = [1, 1, 4000, 4000];
    vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('no more');
    });
    const large = { shape, data: new Float64Array(4000 * 4000) };
    expect(thrown(() => fresh.convTranspose2d(large, one))).toMatchObject({ code: 'memory' });
    const { weights, picture, entries } = fresh.matrix('conv_transpose2d', shape, one.shape, {});
    expect(entries).toBe(4000 * 4000);
    const window = { row: 0, column: 0, rows: 2048, columns: 2048 };
    expect(weights(window)).toHaveLength(3 * 2048);
    expect(picture(one.data, window, 2, 2)).toEqual(Uint8Array.of(255, 0, 0, 255));
    expect([...fresh.convTranspose2d(x, x).data]).toEqual(articleNumbers);
  });

  it('that is not to be had is a refusal of whatever asks for much', async () => {
    const fresh = await loadEngine({ wasm });
    vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('no more');
    });
    const huge = [1, 1, 4096, 4096];
    const data = new Float64Array(2 ** 24);
    const large = { shape: huge, data };
    const op = 'conv_transpose2d';
    const all = { row: 0, column: 0, rows: 2048, columns: 2048 };
    const [many, joining] = [
      [1, 2048, 1, 1],
      [2048, 2048, 1, 1],
    ];
    const row = [1, 1, 1, 2 ** 24];
    for (const call of [
      () => fresh.conv2d(large, one),
      () => fresh.generate('rand', huge),
      () => fresh.overlap(op, huge, one, {}),
      () => fresh.gradient(op, large, one, data, {}),
      () => fresh.adjoint(op, large, one, data, {}),
      () => fresh.leastSquares('conv2d', large, one, { stride: 64 }),
      () => fresh.matrix('conv2d', many, joining, {}).weights(all),
      () => fresh.matrix('conv2d', many, joining, {}).picture(data.subarray(0, 2 ** 22), all, 9, 9),
      () => fresh.matrix('conv2d', row, [1, 1, 1, 1], {}),
      () => fresh.links('conv2d', huge, huge, {}, 'y', 0),
      () => fresh.steps('conv2d', row, [1, 1, 1, 1], { padding: [0, 2 ** 23], stride: 4 }),
    ]) {
      const error = thrown(call);
      expect(`${error?.name} ${error?.code}: ${call}`).toBe(`ConvError memory: ${call}`);
      expect([...fresh.convTranspose2d(x, x).data]).toEqual(articleNumbers);
    }
  }, 60_000);
});

describe('what a layer is made of', () => {
  it('is planned without numbers', () => {
    const { layer, fault } = engine.plan('conv2d', [1, 1, 3, 3], [1, 1, 2, 2], { stride: 2 });
    expect(fault).toBeUndefined();
    expect(layer.y).toEqual([1, 1, 1, 1]);
    expect(layer.height).toEqual({
      ...{ coarse: 1, fine: 3, taps: 2 },
      ...{ stride: 2, dilation: 1, padding: 0 },
    });
  });

  it('is a fault where it is none', () => {
    const { layer, fault } = engine.plan('conv2d', [1, 1, 3, 3], [1, 1, 2, 2], { stride: 0 });
    expect(layer).toBeUndefined();
    expect(fault).toMatchObject({ code: 'range', field: 'stride', nearest: { value: [1] } });
  });

  it('has links, three numbers each', () => {
    const links = engine.links('conv2d', [1, 1, 3, 3], [1, 1, 2, 2], {}, 'y', 3);
    expect(links).toEqual(Uint32Array.of(4, 0, 3, 5, 1, 3, 7, 2, 3, 8, 3, 3));
  });

  it('can be generated', () => {
    expect(engine.generate('arange', [1, 1, 2, 2])).toEqual({
      shape: [1, 1, 2, 2],
      data: Float64Array.of(0, 1, 2, 3),
    });
    expect(engine.generate('ones', [1, 1, 1, 2]).data).toEqual(Float64Array.of(1, 1));
    expect(thrown(() => engine.generate('two', [1, 1, 1, 1]))).toMatchObject({ code: 'generator' });
  });

  it('has rules with English sentences', () => {
    expect(engine.rules.range).toBe(
      '{setting} must be from {minimum} to {maximum}; it is {value}.',
    );
    expect(engine.limits.elements).toBe(2 ** 24);
    expect(engine.generators).toContain('bilinear');
  });
});

describe('loadEngine', () => {
  const article = (engine) => [...engine.convTranspose2d(x, x).data];

  it('takes bytes, as a view or as a buffer', async () => {
    const buffer = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
    expect(article(await loadEngine({ wasm: buffer }))).toEqual(articleNumbers);
    expect(article(await loadEngine({ wasm: new Uint8Array(buffer) }))).toEqual(articleNumbers);
  });

  it('takes a compiled module, more than once', async () => {
    const module = await WebAssembly.compile(wasm);
    expect(article(await loadEngine({ wasm: module }))).toEqual(articleNumbers);
    expect(article(await loadEngine({ wasm: module }))).toEqual(articleNumbers);
  });

  it('offers its module for another engine, as of a worker', async () => {
    const { wasm: module } = await loadEngine({ wasm });
    expect(article(await loadEngine({ wasm: structuredClone(module) }))).toEqual(articleNumbers);
  });

  it('is refused where it is another', async () => {
    const empty = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
    await expect(loadEngine({ wasm: empty })).rejects.toThrow();
    await expect(loadEngine({ wasm: empty.subarray(0, 5) })).rejects.toThrow();
  });

  it('takes an address, whether or not the server says what is there', async () => {
    const server = createServer(({ url }, answer) => {
      if (url === '/nothing') answer.statusCode = 404;
      if (url === '/typed') answer.setHeader('content-type', 'application/wasm');
      answer.end(wasm);
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const site = `http://127.0.0.1:${server.address().port}`;
    expect(article(await loadEngine({ wasm: `${site}/typed` }))).toEqual(articleNumbers);
    expect(article(await loadEngine({ wasm: new URL(`${site}/bare`) }))).toEqual(articleNumbers);
    await expect(loadEngine({ wasm: `${site}/nothing` })).rejects.toThrow('404');
    server.closeAllConnections();
    server.close();
  });
});
