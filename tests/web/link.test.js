import fc from 'fast-check';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it, test, vi } from 'vitest';
import { examples } from '../../web/state/examples.js';
import { mostKeys, mostListed } from '../../web/state/limits.js';
import { formatLink, packLink, readLink } from '../../web/state/link.js';
import { defaults, withTensor } from '../../web/state/state.js';
import { generators, literal } from '../../web/state/tensor.js';
import * as arbitrary from './arbitrary.js';
import golden from './golden-links.json' with { type: 'json' };
import { engine } from './load.js';

/** The state that a link holds. @param {string} link */
async function stateOf(link) {
  const read = await readLink(link);
  expect(read).toHaveProperty('state');
  return /** @type {any} */ (read).state;
}

/** What is wrong with a link. @param {string} link */
async function problemsOf(link) {
  const read = await readLink(link);
  expect(read).toHaveProperty('problems');
  expect(read).toHaveProperty('text', link);
  return /** @type {any} */ (read).problems;
}

const bytes = (/** @type {number[]} */ values) => Buffer.from(new Float32Array(values).buffer);
const packed = (/** @type {number[]} */ values) => deflateSync(bytes(values)).toString('base64url');

describe('links of old', () => {
  test.each(golden)('keep opening: $link', async ({ link, state }) => {
    expect(await stateOf(link)).toEqual({ ...defaults, ...state });
  });
});

describe('formatLink(state)', () => {
  it('leaves out what is as usual', () => {
    expect(formatLink(defaults)).toBe('v=1&end');
    expect(formatLink({ ...defaults, stride: [2] })).toBe('v=1&s=2&end');
  });

  it('writes what the golden links say', async () => {
    for (const { link } of golden) {
      if (!link.startsWith('v=1') || link.includes('z:')) continue;
      expect(formatLink(await stateOf(link))).toBe(link);
    }
  });

  it('keeps the short form of a generator', () => {
    const eye = { shape: [1, 1, 1, 3], generator: 'eye', args: [] };
    expect(formatLink(withTensor(defaults, 'x', eye))).toBe('v=1&x=eye:1x3&end');
    const rand = { shape: [2, 1, 3, 3], generator: 'rand', args: [7] };
    expect(formatLink(withTensor(defaults, 'k', rand))).toBe('v=1&k=rand:2x1x3x3:7&end');
  });

  it('keeps unknown keys, before the end', async () => {
    const link = 'op=conv&fbclid=x%26y&flag';
    const { state, notes } = /** @type {any} */ (await readLink(link));
    expect(notes).toEqual([
      { code: 'unknown-key', numbers: {}, field: 'fbclid', text: 'x&y' },
      { code: 'unknown-key', numbers: {}, field: 'flag', text: '' },
    ]);
    expect(formatLink(state)).toBe('v=1&op=conv&fbclid=x%26y&flag&end');
  });

  it('reproduces any state', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary.state, async (state) => {
        expect(await stateOf(formatLink(state))).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });
});

describe('packLink(state)', () => {
  const long = (/** @type {number[]} */ data) => literal([1, data.length], data);

  it('packs a long tensor of float32 numbers', async () => {
    const state = withTensor(defaults, 'x', long(Array.from({ length: 300 }, (_, i) => i / 8)));
    const link = await packLink(state);
    expect(link).toMatch(/^v=1&x=z:1x300:[A-Za-z0-9_-]+&end$/);
    expect(link.length).toBeLessThan(formatLink(state).length);
    expect(await stateOf(link)).toEqual(state);
  });

  it('leaves alone what float32 does not hold exactly', async () => {
    const state = withTensor(defaults, 'x', long(Array(300).fill(0.1)));
    expect(await packLink(state)).toBe(formatLink(state));
  });

  it('leaves alone what is short', async () => {
    expect(await packLink({ ...defaults, op: 'conv' })).toBe('v=1&op=conv&end');
    const three = await packLink(withTensor(defaults, 'x', long([1, 2, 3])));
    expect(three).toBe('v=1&x=1,2,3&end');
  });

  it('reproduces any state', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary.state, async (state) => {
        expect(await stateOf(await packLink(state))).toEqual(state);
      }),
    );
  });

  it('reproduces any long tensor of float32 numbers', async () => {
    const shapes = fc.constant(/** @type {[number, number, number, number]} */ ([1, 2, 8, 8]));
    await fc.assert(
      fc.asyncProperty(arbitrary.literal(shapes, arbitrary.float32), async (x) => {
        const state = withTensor(defaults, 'x', x);
        expect(await stateOf(await packLink(state))).toEqual(state);
      }),
    );
  });
});

describe('readLink(text)', () => {
  test.each([
    ['nothing', ''],
    ['only a #', '#'],
    ['blanks', ' \n'],
    ['a #', '#op=tconv&x=0,1;2,3'],
    ['percent-encoded values', 'x=0%2C1%3B2%2C3&k=0%2c1%3b2%2c3'],
    ['values encoded twice', 'x=0%252C1%253B2%252C3'],
    ['a link encoded as a whole', 'v%3D1%26x%3D0%2C1%3B2%2C3%26end'],
    ['&amp;', 'v=1&amp;x=0,1;2,3&amp;k=0,1;2,3&amp;end'],
    ['blanks and line breaks between', '\n  op=tconv &\n  x=0, 1; 2, 3\n'],
    ['the full stop of a sentence', 'v=1&x=0,1;2,3&end.'],
    ['the bracket of a sentence', '#v=1&x=0,1;2,3&end)。'],
    ['an end with a =', 'v=1&end='],
    ['plain base64', `x=z:2x2:${deflateSync(bytes([0, 1, 2, 3])).toString('base64')}`],
    ['bare deflate', `x=z:2x2:${deflateRawSync(bytes([0, 1, 2, 3])).toString('base64url')}`],
    ['-0', 'p=-0'],
    ['an empty list', 'hide=&lock='],
  ])('takes %s', async (_, link) => {
    expect(await stateOf(link)).toEqual(defaults);
  });

  test.each([
    ['s=2,3', { stride: [2, 3] }],
    ['s=0', { stride: [0] }], // for the engine to refuse
    ['p=-1', { padding: [-1] }],
    ['g=1.5', { groups: 1.5 }],
    ['b=1', { bias: [1] }],
    ['at=x:1,2', { at: { operand: 'x', cell: [0, 0, 1, 2] } }],
    ['at=k:3,1,2', { at: { operand: 'k', cell: [0, 3, 1, 2] } }],
    ['at=k:4,3,1,2', { at: { operand: 'k', cell: [4, 3, 1, 2] } }],
    ['x=1', { x: literal([1, 1], [1]) }],
    ['x=arange:2x2:1:2', { x: { shape: [1, 1, 2, 2], generator: 'arange', args: [1, 2] } }],
    ['hide=a,%20b', { hide: ['a', 'b'] }],
  ])('reads %s', async (link, part) => {
    expect(await stateOf(link)).toEqual({ ...defaults, ...part });
  });

  test.each([
    ['op=dance', 'word', 'op', { choices: 'conv, tconv' }, 'dance'],
    ['mode=x', 'word', 'mode', { choices: 'scatter, gather, both' }, 'x'],
    ['theme=blue', 'word', 'theme', { choices: 'light, dark, auto' }, 'blue'],
    ['lang=', 'word', 'lang', { choices: 'en, zh' }, ''],
    ['s=x', 'number', 's', { position: 1 }, 'x'],
    ['s=1,nan', 'number', 's', { position: 2 }, 'nan'],
    ['g=1,2', 'number', 'g', { position: 1 }, '1,2'],
    ['b=1,,2', 'number', 'b', { position: 2 }, ''],
    ['s=1,2,3', 'count', 's', { count: 3, allowed: '1, 2' }, '1,2,3'],
    ['p=1,2,3', 'count', 'p', { count: 3, allowed: '1, 2, 4' }, '1,2,3'],
    ['p=', 'empty', 'p', {}, undefined],
    ['g', 'empty', 'g', {}, undefined],
    ['step=-1', 'whole', 'step', {}, '-1'],
    ['step=1e99', 'whole', 'step', {}, '1e99'],
    ['panel=<b>', 'name', 'panel', {}, '<b>'],
    ['hide=a,B', 'name', 'hide', {}, 'B'],
    ['at=z:1,2', 'cell', 'at', {}, 'z:1,2'],
    ['at=y:0,1,2,3', 'cell', 'at', {}, 'y:0,1,2,3'],
    ['at=y:-1,2', 'cell', 'at', {}, 'y:-1,2'],
    ['x=', 'empty', 'x', {}, undefined],
    ['x=1,2;3', 'ragged', 'x', { row: 2, count: 1, expected: 2 }, undefined],
    ['x=1,2;3,y', 'not-number', 'x', { row: 2, column: 2 }, 'y'],
    ['x=1,2;3,', 'empty-cell', 'x', { row: 2, column: 2 }, undefined],
    ['k=1/2//3', 'ragged-planes', 'k', { group: 2, count: 1, expected: 2 }, undefined],
    ['k=1,2/3', 'ragged', 'k', { plane: 2, row: 1, count: 1, expected: 2 }, undefined],
    ['k=1;2/3', 'ragged-rows', 'k', { plane: 2, count: 1, expected: 2 }, undefined],
    ['k=1/NaN', 'not-finite', 'k', { plane: 2, row: 1, column: 1 }, 'NaN'],
    ['x=1//2', 'batch', 'x', { count: 2 }, undefined],
    ['x=ones:2x1x1x1', 'batch', 'x', { count: 2 }, undefined],
    ['x=dream:2x2', 'generator', 'x', {}, 'dream'],
    ['x=toString:2x2', 'generator', 'x', {}, 'toString'],
    ['x=ones:', 'shape', 'x', {}, ''],
    ['x=ones:2', 'shape', 'x', {}, '2'],
    ['x=ones:0x2', 'shape', 'x', {}, '0x2'],
    ['x=ones:1x1x1x1x1', 'shape', 'x', {}, '1x1x1x1x1'],
    ['x=rand:2x2:a', 'number', 'x', { position: 1 }, 'a'],
    ['x=rand:2x2:', 'number', 'x', { position: 1 }, ''],
    ['x=z:2x2', 'damaged', 'x', { elements: 4 }, undefined],
    ['x=z:2x2:!!', 'damaged', 'x', { elements: 4 }, undefined],
    ['x=z:2x2:AAAA', 'damaged', 'x', { elements: 4 }, undefined],
    [`x=z:2x2:${packed([1, 2, 3])}`, 'damaged', 'x', { elements: 4 }, undefined],
    [`x=z:2x2:${packed([1, 2, 3, 4, 5])}`, 'damaged', 'x', { elements: 4 }, undefined],
    [`x=z:1x2:${packed([1, Infinity])}`, 'not-finite', 'x', { row: 1, column: 2 }, '∞'],
  ])('refuses %s', async (link, code, field, numbers, text) => {
    const problem = { code, numbers, field };
    expect(await problemsOf(link)).toEqual([text === undefined ? problem : { ...problem, text }]);
  });

  it('says everything that is wrong at once', async () => {
    const problems = await problemsOf('op=x&s=y&g=2&x=1,z');
    expect(problems.map((/** @type {any} */ { field }) => field)).toEqual(['op', 's', 'x']);
  });

  it('does not guess which of two values was meant', async () => {
    expect(await problemsOf('s=1&s=2')).toEqual([{ code: 'duplicate', numbers: {}, field: 's' }]);
  });

  it('tells a link of a later version', async () => {
    const version = { code: 'version', numbers: { version: '1' }, text: '2' };
    expect(await problemsOf('v=2&new=thing&end')).toEqual([version]);
  });

  it('tells a link that was cut, and where', async () => {
    const cut = { code: 'cut', numbers: {}, field: 'x' };
    expect(await problemsOf('v=1&op=conv&x=0,1;2,')).toEqual([cut]);
    expect(await problemsOf('v=1&op=conv&x=0,1;2,…')).toEqual([cut]);
  });
});

describe('what the reader of links knows of the engine', () => {
  it('is every generator that there is', () => {
    expect(generators.toSorted()).toEqual(engine.generators.toSorted());
  });

  it('is how large a tensor may be', async () => {
    const { elements } = engine.limits;
    expect((await stateOf(`x=ones:1x${elements}`)).x.shape).toEqual([1, 1, 1, elements]);
    expect(await problemsOf(`x=ones:1x${elements + 1}`)).toMatchObject([{ code: 'elements' }]);
  });
});

describe('a hostile link', () => {
  const limit = engine.limits.elements;

  test.each(['ones:4096x4097', 'ones:999999999x999999999x999999999x9999', 'z:4097x4096:AAAA'])(
    'does not get a tensor as large as %s',
    async (tensor) => {
      const [problem] = await problemsOf(`k=${tensor}`);
      expect(problem).toMatchObject({ code: 'elements', field: 'k', numbers: { limit } });
    },
  );

  it('does not get to inflate much more than its shape promises', async () => {
    let inflated = 0;
    const Real = DecompressionStream;
    class Counting {
      constructor(/** @type {CompressionFormat} */ format) {
        const { readable, writable } = new Real(format);
        const count = new TransformStream({
          transform(chunk, controller) {
            inflated += chunk.length;
            controller.enqueue(chunk);
          },
        });
        Object.assign(this, { writable, readable: readable.pipeThrough(count) });
      }
    }
    vi.stubGlobal('DecompressionStream', Counting);
    const bomb = deflateSync(Buffer.alloc(2 ** 27)).toString('base64url');
    expect(await problemsOf(`x=z:256x256:${bomb}`)).toMatchObject([{ code: 'damaged' }]);
    const before = inflated;
    // So long a text is no packed 2x2: nothing of it is inflated.
    expect(await problemsOf(`x=z:2x2:${bomb}`)).toMatchObject([{ code: 'damaged' }]);
    expect(inflated).toBe(before);
    vi.unstubAllGlobals();
    expect(inflated).toBeGreaterThan(16);
    expect(inflated).toBeLessThan(2 ** 22);
  });

  it('is counted before it is taken apart', async () => {
    const limit = mostListed;
    const many = { code: 'many', numbers: { limit } };
    const keys = Array.from({ length: 50_000 }, (_, i) => `u${i}=${i}`).join('&');
    expect(await problemsOf(keys)).toMatchObject([
      { code: 'many-keys', numbers: { count: 50_000, limit: mostKeys } },
    ]);
    expect(await problemsOf(`x=${'1,'.repeat(limit)}1`)).toMatchObject([many]);
    expect(await problemsOf(`k=${';/'.repeat(limit)}`)).toMatchObject([many]);
    expect(await problemsOf(`b=${'1,'.repeat(limit)}1`)).toMatchObject([many]);
    for (const list of ['s=', 'hide=', 'x=rand:2x2:']) {
      expect(await problemsOf(`${list}${'1,'.repeat(1e6)}1`)).toMatchObject([{ code: 'many' }]);
    }

    vi.stubGlobal('DecompressionStream', () => expect.unreachable('it is unpacked'));
    const zeros = deflateSync(Buffer.alloc(2 ** 26)).toString('base64url');
    expect(await problemsOf(`x=z:4096x4096:${zeros}`)).toMatchObject([
      { code: 'many', numbers: { count: 2 ** 24, limit } },
    ]);
    vi.unstubAllGlobals();
  });

  it('may give as many numbers as can be edited', async () => {
    const { channels, rows, columns } = engine.limits;
    expect(mostListed).toBe(channels * channels * rows * columns);
    const { k } = await stateOf(
      `k=${Array(mostListed / 32)
        .fill(Array(32).fill('-1.5'))
        .join(';')}`,
    );
    expect(k.data).toHaveLength(mostListed);
  });

  it('is not read at all when it is too long', async () => {
    const link = `x=${'1,'.repeat(2 ** 21)}1`;
    expect(await problemsOf(link)).toMatchObject([{ code: 'too-long' }]);
  });

  it('takes no time', async () => {
    for (const piece of ['%', '%41', '&', '&amp;', '=', '/', ';', 'end', ':', 'x1', ' ', '1']) {
      const long = piece.repeat(1e5 / piece.length);
      for (const before of ['', 'x=', 'x=1', 'x=z:1x1:', 's=', 'at=y:', 'op%3d']) {
        await readLink(before + long);
      }
    }
  });

  it('never makes the reader throw, nor a number that is none', async () => {
    const link = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.tuple(fc.constantFrom(...'x k b s d o p g v at end op'.split(' ')), fc.string()))
        .map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
    );
    await fc.assert(
      fc.asyncProperty(link, async (text) => {
        const read = await readLink(text);
        if ('problems' in read) {
          expect(read.problems.length).toBeGreaterThan(0);
          return;
        }
        // What was read can be written, and holds no NaN, which no link could give back.
        expect(await stateOf(formatLink(read.state))).toEqual(read.state);
      }),
      { numRuns: 500 },
    );
  });

  it('is told or read, wherever a letter of it was changed', async () => {
    const link = fc.constantFrom(...golden, ...examples).map(({ link }) => link);
    const change = fc.tuple(link, fc.nat(), fc.string({ unit: 'binary', maxLength: 2 }));
    await fc.assert(
      fc.asyncProperty(change, async ([link, at, text]) => {
        const place = at % link.length;
        const read = await readLink(link.slice(0, place) + text + link.slice(place + 1));
        expect('state' in read || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('that was cut anywhere is told as cut', async () => {
    for (const { link } of golden.filter(({ link }) => link.startsWith('v='))) {
      for (let length = 1; length < link.length; length++) {
        expect(await problemsOf(link.slice(0, length))).toMatchObject([{ code: 'cut' }]);
      }
    }
  });

  it('that was cut anywhere is told as cut, whatever its state', async () => {
    const cut = fc.record({ state: arbitrary.state, at: fc.nat() });
    await fc.assert(
      fc.asyncProperty(cut, async ({ state, at }) => {
        const link = await packLink(state);
        const length = 1 + (at % (link.length - 1));
        expect(await problemsOf(link.slice(0, length))).toMatchObject([{ code: 'cut' }]);
      }),
      { numRuns: 300 },
    );
  });

  it('that was cut inside a key like `end` is told as cut too', async () => {
    const state = { ...defaults, unknown: /** @type {[string, string][]} */ ([['endless', '1']]) };
    const link = formatLink(state);
    expect(await stateOf(link)).toEqual(state);
    for (let length = 1; length < link.length; length++) {
      expect(await problemsOf(link.slice(0, length))).toMatchObject([{ code: 'cut' }]);
    }
  });

  it('is told as damaged when a letter of packed numbers changed', async () => {
    const text = packed(Array.from({ length: 64 }, (_, i) => i));
    for (let i = 0; i < text.length; i++) {
      const other = text[i] === 'A' ? 'B' : 'A';
      const read = await readLink(`x=z:8x8:${text.slice(0, i)}${other}${text.slice(i + 1)}`);
      if ('problems' in read) continue;
      // Only the bits after the last byte may differ without changing a number.
      expect(i).toBe(text.length - 1);
      expect(/** @type {any} */ (read.state.x).data[63]).toBe(63);
    }
  });
});
