import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { readFile } from '../../web/code/files/index.js';
import { onnx } from '../../web/code/formats/onnx.js';
import { words as files } from '../../web/code/files/words.en.js';
import { words as english } from '../../web/code/words.en.js';
import { evaluated } from '../../web/model/evaluate.js';
import { written } from '../../web/model/written.js';
import { words as page } from '../../web/i18n/page.en.js';
import { isProblem } from '../../web/state/problem.js';
import { engine } from './load.js';
import { layer } from './random-layer.js';

// Written by NumPy 1.24 and onnx 1.12 themselves.
const golden = JSON.parse(readFileSync(new URL('../vectors/files.json', import.meta.url), 'utf8'));
const bytesOf = (base64) => new Uint8Array(Buffer.from(base64, 'base64'));
const textBytes = (text) => new TextEncoder().encode(text);
const said = ({ array: { shape, data } }) => [shape, [...data]];
const codeOf = ({ problem }) => problem?.code;

/** A file of NumPy with a header that says what it likes. */
function npy(header, data = new Uint8Array(), [major, minor] = [1, 0]) {
  const text = textBytes(header);
  const length = major === 1 ? [text.length & 255, text.length >> 8] : [text.length, 0, 0, 0];
  return Uint8Array.from([0x93, ...textBytes('NUMPY'), major, minor, ...length, ...text, ...data]);
}

describe('a file of NumPy', () => {
  test.each(Object.entries(golden.npy))('of %s', async (name, { bytes, shape, data }) => {
    const { arrays } = await readFile(bytesOf(bytes), 'a.npy');
    expect(said(arrays[0])).toEqual([shape, data]);
  });

  it('is read by the bytes that its documentation gives', async () => {
    // The header of np.array([[1, 2], [3, 4]], '<i2'), padded with spaces up to a new line.
    const header = "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 2), }".padEnd(117) + '\n';
    const file = npy(header, [1, 0, 2, 0, 255, 255, 4, 1]);
    expect(said((await readFile(file, 'K.npy')).arrays[0])).toEqual([
      [2, 2],
      [1, 2, -1, 260],
    ]);
  });

  const header = (descr, shape) =>
    `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }\n`;
  const hostile = [
    ['of complex numbers', bytesOf(golden.refused.complex), 'npy-type'],
    ['of objects', bytesOf(golden.refused.object), 'npy-type'],
    ['of records', bytesOf(golden.refused.structured), 'npy-type'],
    ['of text', bytesOf(golden.refused.text), 'npy-type'],
    ['without numbers', bytesOf(golden.refused.empty), 'file-empty'],
    ['that claims 3 GB', npy(header("'<f4'", '(30000, 25000)')), 'file-elements'],
    ['that claims more than there is', npy(header("'<f8'", '(4, 4)'), [1, 2, 3]), 'file-cut'],
    ['cut in its header', bytesOf(golden.npy.f4.bytes).slice(0, 40), 'npy-header'],
    ['cut in its length', bytesOf(golden.npy.f4.bytes).slice(0, 9), 'npy-header'],
    ['of another version', npy(header("'<f4'", '(1,)'), [], [9, 0]), 'npy-version'],
    ['with an odd shape', npy(header("'<f4'", '(2, x)')), 'file-shape'],
    ['that is none', textBytes('hello'), 'npy-magic'],
  ];
  test.each(hostile)('%s is refused', async (name, bytes, code) => {
    expect(codeOf(await readFile(bytes, 'a.npy'))).toBe(code);
  });
});

describe('an archive of NumPy', () => {
  it('has arrays by their names, stored or deflated', async () => {
    const { arrays } = await readFile(bytesOf(golden.npz.stored), 'layer.npz');
    expect(arrays.map((each) => [each.name, ...said(each)])).toEqual([
      ['X', [2, 3], [0, 1, 2, 3, 4, 5]],
      ['K', [2, 2], [1, 0, 0, 1]],
    ]);
    const deflated = await readFile(bytesOf(golden.npz.deflated), 'layer.npz');
    expect(deflated.arrays.map((each) => [each.name, each.array.shape])).toEqual([
      ['a', [3, 3]],
      ['b', [2, 2]],
      ['c', [4]],
    ]);
  });

  const array = bytesOf(golden.npy.f4.bytes);
  const file = zipSync({ 'a.npy': array });
  const central = file.length - 22 - 46 - 5;
  const changed = (at, ...bytes) => {
    const next = file.slice();
    next.set(bytes, at);
    return next;
  };
  const hostile = [
    ['cut in half', file.slice(0, file.length / 2), 'zip-cut'],
    ['whose list is elsewhere', changed(file.length - 6, 255, 255, 255, 0), 'zip-cut'],
    ['of a size that is a lie', changed(central + 24, 10, 0, 0, 0), 'zip-damaged'],
    ['that claims to become 4 GB', changed(central + 24, 254, 255, 255, 255), 'zip-size'],
    ['packed in another way', changed(central + 10, 14), 'zip-method'],
    ['without arrays', zipSync({ 'a.txt': array }), 'zip-none'],
    ['of torch.save', zipSync({ 'model/data.pkl': array }), 'file-pickle'],
    // 200 MB of zeros
    ['that is a bomb', zipSync({ 'a.npy': new Uint8Array(2e8) }, { level: 1 }), 'zip-size'],
  ];
  test.each(hostile)('%s is refused', async (name, bytes, code) => {
    const content = await readFile(bytes, 'a.npz');
    expect(codeOf(content)).toBe(code);
  });
});

const texts = [
  [
    'a.csv',
    '1,2\n3,4\n',
    [
      [2, 2],
      [1, 2, 3, 4],
    ],
  ],
  [
    'a.csv',
    '\ufeff1;2,5\r\n3;4\r\n',
    [
      [2, 2],
      [1, 2.5, 3, 4],
    ],
  ],
  [
    'a.csv',
    'left,right\n1,2\n3,4',
    [
      [2, 2],
      [1, 2, 3, 4],
    ],
  ],
  [
    'a.csv',
    ',0,1\n0,5,6\n1,7,8',
    [
      [2, 2],
      [5, 6, 7, 8],
    ],
  ],
  [
    'a.csv',
    '"1","2"\n"3","4"',
    [
      [2, 2],
      [1, 2, 3, 4],
    ],
  ],
  [
    'a.csv',
    '1,2\n3,4\n\n5,6\n7,8\n',
    [
      [2, 2, 2],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
  ],
  [
    'a.tsv',
    '1\t2\n3\t4\n',
    [
      [2, 2],
      [1, 2, 3, 4],
    ],
  ],
  [
    'a.json',
    '[[1, 2], [3, 4.5]]',
    [
      [2, 2],
      [1, 2, 3, 4.5],
    ],
  ],
  [
    'a.json',
    '{"shape": [1, 2, 1], "data": [3, 4]}',
    [
      [1, 2, 1],
      [3, 4],
    ],
  ],
  [
    'a.json',
    '{"layer": {"K": [[1, 2]]}, "note": "x"}',
    [
      [1, 2],
      [1, 2],
    ],
  ],
];
test.each(texts)('%s with %j is read', async (name, text, expected) => {
  const { arrays } = await readFile(textBytes(text), name);
  expect(said(arrays[0])).toEqual(expected);
});

test('rows of a table are no names where they have numbers, and blank lines part its channels', async () => {
  const read = async (text, name = 'a.csv') => readFile(textBytes(text), name);
  expect(said((await read('0,5;1\n2;3\n\n4;5\n6;7\n')).arrays[0])).toEqual([
    [2, 2, 2],
    [0.5, 1, 2, 3, 4, 5, 6, 7],
  ]);
  expect(said((await read('"0,5","1,25"\n"2","3"\n')).arrays[0])).toEqual([
    [2, 2],
    [0.5, 1.25, 2, 3],
  ]);
  for (const text of ['1,NaN\n3,5', 'inf;1\n3;5', '1.000,5;2\n3;4'])
    expect(codeOf(await read(text))).toBe('not-number');
  const objects = '[{"name": "x", "data": [[1, 2]]}, {"name": "k", "data": [[3]]}]';
  expect((await read(objects, 'a.json')).arrays.map(({ name }) => name)).toEqual(['x', 'k']);
});

const wrong = [
  ['a.csv', '1,2\n3', 'ragged'],
  ['a.csv', '1,2\n3,four', 'not-number'],
  ['a.csv', '1,2\n3,', 'empty-cell'],
  ['a.json', '[[1, 2], [3]]', 'json-ragged'],
  ['a.json', '[[1, "x"], [3, 4]]', 'json-number'],
  ['a.json', '{"shape": [2, 2], "data": [1]}', 'reshape'],
  ['a.json', '{"shape": [99999, 99999], "data": [1]}', 'file-elements'],
  ['a.json', '{"a": "b"}', 'json-none'],
  ['a.json', '['.repeat(100_000) + ']'.repeat(100_000), 'depth'],
  ['a.json', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000), 'depth'],
  ['a.bin', '\0\x01\x02', 'file-kind'],
  ['a.txt', '', 'file-none'],
];
test.each(wrong)('%s with %.40j is refused as %s', async (name, text, code) => {
  expect(codeOf(await readFile(textBytes(text), name))).toBe(code);
});

test('code is read from scripts and notebooks', async () => {
  const code = 'conv = nn.Conv2d(1, 2, 3, stride=2)';
  const { choices } = await readFile(textBytes(code), 'net.py');
  expect(choices[0].state.stride).toEqual([2]);
  const cells = [
    { cell_type: 'markdown', source: ['# Title'] },
    { cell_type: 'code', source: ['%matplotlib inline\n', 'import torch\n', code] },
  ];
  const book = JSON.stringify({ cells, nbformat: 4 });
  const read = await readFile(textBytes(book), 'net.ipynb');
  expect(read.choices[0].state.k.shape).toEqual([2, 1, 3, 3]);
});

describe('a model of ONNX', () => {
  const read = (name) => readFile(bytesOf(golden.onnx[name]), 'model.onnx');

  it('has its layers with their settings and weights', async () => {
    const { choices } = await read('conv and transposed');
    const [first, up] = choices;
    expect([first.name, first.label, up.name, up.label]).toEqual([
      'first',
      'Conv',
      'up',
      'ConvTranspose',
    ]);
    expect(first.state).toMatchObject({
      op: 'conv',
      stride: [2, 1],
      padding: [1, 1, 0, 2],
      bias: [0.5, -1],
      x: { shape: [1, 1, 5, 5] },
      k: { shape: [2, 1, 3, 3], data: Array.from({ length: 18 }, (_, i) => i) },
    });
    expect(up.state).toMatchObject({
      op: 'tconv',
      stride: [2],
      padding: [1],
      outputPadding: [1],
      k: { shape: [2, 1, 2, 2], data: [1, 2, 3, 4, 5, 6, 7, 8.5] },
    });
  });

  it('may have its numbers in any of the ways', async () => {
    const kernel = async (name) => (await read(name)).choices[0].state.k;
    expect(await kernel('float16')).toEqual({ shape: [1, 1, 1, 2], data: [1.5, -2] });
    expect(await kernel('float_data')).toEqual({ shape: [1, 1, 2, 2], data: [1, 2, 3, 4] });
    expect(await kernel('one axis')).toEqual({ shape: [1, 1, 1, 3], data: [1, 0, -1] });
    expect(await kernel('constant')).toEqual({ shape: [1, 1, 1, 1], data: [3] });
  });

  it('says what it leaves open', async () => {
    const notes = async (name) => (await read(name)).choices[0].notes.map(({ code }) => code);
    expect(await notes('unknown shapes')).toContain('onnx-shape');
    expect(await notes('external')).toEqual(['onnx-external', 'drawn']);
    expect(codeOf(await read('no layer'))).toBe('onnx-no-layer');
    expect(codeOf(await read('three axes'))).toBe('onnx-axes');
  });

  it('cut anywhere is refused, or has what came before', async () => {
    const bytes = bytesOf(golden.onnx['conv and transposed']);
    expect(codeOf(await readFile(bytes.slice(0, bytes.length / 2), 'model.onnx'))).toBe('onnx-cut');
    for (let length = 1; length < bytes.length; length++) {
      const content = await readFile(bytes.slice(0, length), 'model.onnx');
      expect(codeOf(content) ?? 'read', `${length} bytes`).toMatch(/^onnx-|^read$/);
    }
  });

  it('that is written here is read as the same layer', async () => {
    await fc.assert(
      fc.asyncProperty(layer, async (state) => {
        const before = evaluated(engine, state);
        const model = onnx.bytes(written(state, before));
        const { choices } = await readFile(model, 'layer.onnx', { ...state });
        const after = evaluated(engine, { ...choices[0].state, x: state.x });
        expect(after.y?.shape).toEqual(before.y.shape);
        const scale = Math.max(...before.y.data.map(Math.abs), 1);
        after.y.data.forEach((value, i) =>
          expect(Math.abs(value - before.y.data[i])).toBeLessThanOrEqual(1e-6 * scale * 64),
        );
      }),
      { numRuns: 100, seed: 14 },
    );
  });
});

test('changed bytes are read or refused, and every refusal has its words', async () => {
  const all = [
    ...Object.values(golden.npy).map(({ bytes }) => [bytes, 'a.npy']),
    ...Object.values(golden.npz).map((bytes) => [bytes, 'a.npz']),
    ...Object.values(golden.onnx).map((bytes) => [bytes, 'a.onnx']),
  ].map(([bytes, name]) => [bytesOf(bytes), name]);
  const words = { ...page, ...english, ...files };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      fc.array(fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255)), {
        minLength: 1,
        maxLength: 4,
      }),
      async ([bytes, name], changes) => {
        const changed = bytes.slice();
        for (const [at, byte] of changes) changed[Math.floor(at * changed.length)] = byte;
        const content = await readFile(changed, name);
        if (!('problem' in content)) return;
        expect(isProblem(content.problem)).toBe(true);
        expect(words).toHaveProperty([`problem.${content.problem.code}`]);
      },
    ),
    { numRuns: Number(process.env.READINGS ?? 1500), seed: 3 },
  );
});
