import fc from 'fast-check';
import { afterEach, describe, expect, it, test } from 'vitest';
import { read } from '../../web/code.js';
import { formats } from '../../web/code/formats/index.js';
import { linksIn } from '../../web/code/read.js';
import { understood } from '../../web/code/reading/understand.js';
import { evaluated } from '../../web/model/evaluate.js';
import { written } from '../../web/model/written.js';
import { readLink } from '../../web/state/link.js';
import { defaults } from '../../web/state/state.js';
import { isProblem } from '../../web/state/problem.js';
import { forms } from '../../web/state/text/write.js';
import { readText } from '../../web/state/text/read.js';
import * as arbitrary from './arbitrary.js';
import { engine } from './load.js';
import { layer } from './random-layer.js';
import * as configured from './configured.js';
import * as copied from './copied.js';
import * as readings from './readings.js';

const tensors = [...readings.tensors, ...copied.tensors, ...configured.tensors];
const layers = [...readings.layers, ...copied.layers, ...configured.layers];
const refused = [...readings.refused, ...copied.refused, ...configured.refused];

// Lets the tests' runner hear of each of so many.
afterEach(() => new Promise((done) => setImmediate(done)));

// More are tried with READINGS=100000.
const count = Number(process.env.READINGS ?? 1000);

const said = ({ parts }) =>
  parts
    .map(({ role = '', shape, data }) => `${role} ${shape.join('x')} ${data.join()}`.trim())
    .join(' | ');

describe('a text with tensors', () => {
  test.each(tensors)('%j', (text, expected) => {
    expect(said(understood(text))).toBe(expected);
  });

  it('says whose numbers are not there', () => {
    const { parts, notes } = understood('X = torch.tensor(data)\nK = torch.tensor([[1., 2.]])');
    expect(said({ parts })).toBe('k 1x2 1,2');
    expect(notes).toMatchObject([{ code: 'contents', text: 'data' }]);
  });

  it('is read as by the reader of plain blocks', () => {
    fc.assert(
      fc.property(arbitrary.literal(), fc.constantFrom(...Object.keys(forms)), (tensor, form) => {
        const text = forms[form](tensor);
        const plain = readText(text);
        const { parts } = understood(text);
        expect(parts).toHaveLength(1);
        expect(parts[0].data).toEqual(plain.data);
      }),
    );
  });
});

const short = (link) =>
  link
    .replace(/^v=1&?/, '')
    .replace(/&?end$/, '')
    .replace(/b=0(,0){4,}/, (zeros) => `b=0*${zeros.split(',').length}`);

describe('a text with layers', () => {
  test.each(copied.computed)('%j comes to %s', (text, expected) => {
    const [{ state }] = understood(text).choices;
    expect([...evaluated(engine, state).y.data].join()).toBe(expected);
  });

  test.each(layers)('%j', async (text, expected) => {
    const { links } = linksIn(text);
    expect(links.map(short)).toEqual(expected);
    for (const link of links) {
      const { state } = await readLink(link);
      expect(evaluated(engine, state).fault).toBeUndefined();
    }
  });

  it('takes the reader’s own tensors where it leaves them open', async () => {
    const { state } = await readLink('x=1,2;3,4/5,6;7,8&k=1//2');
    const { choices } = understood('nn.Conv2d(2, 1, 1, bias=False)', state);
    expect(choices[0].state.x).toBe(state.x);
    expect(understood('F.conv2d(x, w, padding=1)', state).choices[0].state.k.data).toEqual([1, 2]);
  });
});

describe('a program that was written here', () => {
  // 1,000 of each with READINGS=20000.
  const numRuns = Math.max(200, Math.min(1000, count / 20));

  test.each(formats)('for $label comes back as the layer that it computes', ({ write }) => {
    fc.assert(
      fc.property(layer, (state) => {
        const before = evaluated(engine, state);
        const { choices } = understood(write(written(state, before)));
        expect(choices).toHaveLength(1);
        const [{ state: read, notes }] = choices;
        expect(notes).toEqual([]);
        expect([read.op, read.x.data, read.groups]).toEqual([state.op, state.x.data, state.groups]);
        const after = evaluated(engine, read);
        expect(after.y?.shape).toEqual(before.y.shape);
        expect([...after.y.data]).toEqual([...before.y.data]);
      }),
      { numRuns, seed: 14 },
    );
  });

  test.each(formats.filter(({ reads }) => reads))(
    'for $label is refused where it was changed beyond recognition',
    ({ write }) => {
      const [state] = fc.sample(layer, { numRuns: 1, seed: 3 });
      const text = write(written(state, evaluated(engine, state)));
      const changed = text.replace(
        /np\.tensordot|signal\.|Conv2D\w*\(|strides=|make_node|conv2\(|Settings settings|_strides|lhs_dilation/g,
        'other',
      );
      expect(understood(changed).problem?.code).toBe('own-changed');
    },
  );

  it('of a tensor too large to write out says that its numbers are drawn', () => {
    const state = { ...defaults, x: { shape: [1, 1, 200, 200], generator: 'rand', args: [1] } };
    const { write } = formats.find(({ name }) => name === 'scipy');
    const { choices } = understood(write(written(state, evaluated(engine, state))));
    expect(choices[0].state.x.shape).toEqual([1, 1, 200, 200]);
    expect(choices[0].notes).toEqual([{ code: 'drawn', numbers: { tensor: 'X' } }]);
  });
});

describe('a text that means nothing', () => {
  test.each(refused)('%j is refused as %s at %j', (text, code, place) => {
    const { problem } = linksIn(text);
    expect(problem?.code).toBe(code);
    const { row, line = row, column } = problem.numbers;
    expect([line ?? 1, column ?? 1]).toEqual(place);
    expect(read(text).problem.message).not.toMatch(/problem\.|undefined|\{/);
  });
});

it('read(text) gives links and sentences', () => {
  expect(read('nn.Conv1d(1, 1, 1, bias=False)')).toEqual({
    links: ['v=1&op=conv&x=rand:1x6:1&k=rand:1x1:2&end'],
    notes: [
      'The numbers of K are not in the code: they are drawn here.',
      'A layer of one axis is shown with a height of 1.',
    ],
  });
  expect(read('x = [[1, 2], [3]]')).toEqual({
    problem: { message: 'Row 2 has 1 number, the first row 2.', row: 2, column: 2 },
  });
  expect(read(undefined)).toHaveProperty('problem');
});

it(`any text is read without a throw (${count} changed ones)`, () => {
  const texts = [tensors, layers, refused].flat().map(([text]) => text);
  const pieces = [
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    ',',
    ';',
    '\n',
    ' ',
    '=',
    '-',
    '.',
    ':',
    '"',
    "'",
    '0',
    '1e9',
    '*',
    '%',
    '#',
    '//',
    '...',
    '\\',
    '|',
    '<',
    '>',
    '\u200b',
    '１',
    '“',
    'nn.Conv2d(',
    '.T',
    '[:, ::-1]',
    '.reshape(',
    '<tr>',
    '\\begin{',
  ];
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(6),
    put: fc.oneof(fc.constantFrom('', ...pieces), fc.constantFrom(...texts)),
  });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(change, { maxLength: 4 }), (text, changes) => {
      const changed = changes.reduce((before, { at, length, put }) => {
        const from = Math.floor(at * before.length);
        return before.slice(0, from) + put + before.slice(from + length);
      }, text);
      const answer = understood(changed);
      if ('problem' in answer) {
        expect(isProblem(answer.problem)).toBe(true);
        return;
      }
      for (const { shape, data } of answer.parts ?? []) {
        expect(data.length).toBe(shape.reduce((a, b) => a * b, 1));
        expect(data.length).toBeLessThanOrEqual(2 ** 20);
        expect(data.every(Number.isFinite)).toBe(true);
      }
    }),
    { numRuns: count, seed: 1 },
  );
});

it('takes no time that grows faster than the text', () => {
  const pieces = [
    '[',
    '(',
    '{',
    '1 ',
    '1,',
    '"',
    "'",
    '<',
    'a.',
    'a(',
    '[1',
    '-',
    '1*',
    '\n',
    '#',
    '//',
    '/*',
    '(* ',
    '...',
    '…',
    ':',
    '=',
    'x=',
    '|',
    '\\begin{matrix}',
    '<td>',
    '%1 = ',
    'nn.Conv2d(',
    '`',
    '[1,2]\n',
    'A =\n',
    '1 2\n\n',
    ';',
    'f[',
    '>>> ',
    'Conv ',
    '0.',
    '(((',
  ];
  for (const piece of pieces) {
    understood(piece.repeat(Math.floor(2e4 / piece.length)));
    understood(`[[1, 2], ${piece.repeat(Math.floor(2e4 / piece.length))}`);
  }
});
