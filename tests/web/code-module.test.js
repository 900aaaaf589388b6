import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as code from '../../web/code.js';
import { packLink, readLink } from '../../web/state/link.js';
import { evaluated } from '../../web/model/evaluate.js';
import { wayBack } from '../../web/model/way-back.js';
import { engine, thrown } from './load.js';
import { layer, runs } from './random-layer.js';

const link = 'op=tconv&x=0,1;2,3&k=0,1;2,3&s=2';

it('names its formats and what they are called', () => {
  expect(code.formats).toEqual([
    ...['pytorch', 'tensorflow', 'jax', 'onnx', 'numpy', 'scipy', 'paddle', 'matlab', 'xtensor'],
  ]);
  expect(code.about('matlab')).toEqual({ label: 'MATLAB', extension: 'm' });
});

it('has types for all that it exports', () => {
  const types = readFileSync(new URL('../../web/code.d.ts', import.meta.url), 'utf8');
  const declared = [...types.matchAll(/^export (?:const|class|function) (\w+)/gm)];
  expect(declared.map(([, name]) => name).sort()).toEqual(Object.keys(code).sort());
});

it('writes a program at once, of a link as it is copied', () => {
  for (const format of code.formats) {
    const text = code.write(link, format);
    expect(text).toMatch(/\bY\b/);
    expect(code.write(`#${link}`, format)).toBe(text);
  }
});

it('reads packed tensors without waiting', async () => {
  const data = Array.from({ length: 400 }, (_, i) => Math.fround(Math.sin(i)));
  const { state } = await readLink('k=1');
  const packed = await packLink({ ...state, x: { shape: [1, 1, 20, 20], data } });
  expect(packed).toContain('z:');
  expect(code.write(packed, 'numpy')).toContain(String(data[399]));
  const damaged = packed.replace(/z:20x20:..../, 'z:20x20:AAAA');
  expect(thrown(() => code.write(damaged, 'numpy'))).toMatchObject({ code: 'damaged' });
});

it('opens a lesson by its name', () => {
  expect(code.write('lesson=stamping', 'numpy')).toContain('conv_transpose2d');
});

it.each([
  ['x=1,q', 'pytorch', 'not-number', 'input (x): Row 1, column 2: “q” is not a number.'],
  ['s=0', 'pytorch', 'range', 'stride must be from 1 to 16777216; it is 0.'],
  ['v=1&x=1', 'pytorch', 'cut', 'The link was cut off after “x”'],
  ['', 'torch', 'format', 'There is no format “torch”; there are pytorch, tensorflow'],
  ['x=rand:300x300&k=1', 'matlab', 'size', 'X, 1 × 1 × 300 × 300, has too many numbers'],
])('says why there is no program of %s for %s', (text, format, rule, message) => {
  const error = thrown(() => code.write(text, format));
  expect(error).toBeInstanceOf(code.CodeError);
  expect(error.code).toBe(rule);
  expect(error.message).toContain(message);
});

it('writes a notebook with both operations, the second back to the sizes of the first', () => {
  const { cells, nbformat } = JSON.parse(
    code.writeNotebook('op=conv&x=arange:1x6x6&k=0,1;2,3&s=3', 'pytorch'),
  );
  expect(nbformat).toBe(4);
  expect(cells.map(({ cell_type }) => cell_type)).toEqual(['markdown', 'code', 'markdown', 'code']);
  const [there, back] = [1, 3].map((i) => cells[i].source.join(''));
  expect(there).toContain('X (1, 1, 6, 6), K (1, 1, 2, 2) -> Y (1, 1, 2, 2)');
  expect(back).toContain('X (1, 1, 2, 2), K (1, 1, 2, 2) -> Y (1, 1, 6, 6)');
  expect(thrown(() => code.writeNotebook(link, 'matlab'))).toMatchObject({ code: 'format' });
});

it('writes the operation for LaTeX, each plane as a matrix', () => {
  const text = code.writeLatex('op=conv&x=rand:2x3x3&k=ones:1x2x2x2&s=2,1&b=1.5');
  expect(text).toContain('X_{1} &= \\left[\\begin{array}{rrr}');
  expect(text).toContain('\\operatorname{conv2d}_{s = (2, 1)}(X, K) + b');
  expect(text).toContain('\\right\\rfloor + 1 = 1');
  expect(text.match(/\\begin/g).length).toBe(text.match(/\\end/g).length);
});

it('finds a way back from every layer, a convolution’s to the size that it began with', () => {
  fc.assert(
    fc.property(layer, (state) => {
      const back = evaluated(engine, wayBack(engine, state, evaluated(engine, state)));
      expect(back.fault).toBeUndefined();
      if (state.op === 'conv') expect(back.y.shape).toEqual(state.x.shape);
    }),
    runs,
  );
});
