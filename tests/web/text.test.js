import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isProblem } from '../../web/state/problem.js';
import { literal } from '../../web/state/tensor.js';
import { isBlock, readPaste, readText } from '../../web/state/text/read.js';
import { forms, plane } from '../../web/state/text/write.js';
import * as arbitrary from './arbitrary.js';

const square = literal([2, 2], [0, 1, 2, 3]);

describe('readText(text)', () => {
  test.each([
    ['a PyTorch tensor', 'tensor([[0., 1.],\n        [2., 3.]])'],
    ['its type', 'tensor([[0, 1],\n        [2, 3]], dtype=torch.float64)'],
    [
      'its device and gradient',
      "tensor([[0., 1.], [2., 3.]], device='cuda:0', grad_fn=<ConvolutionBackward0>)",
    ],
    ['code', 'k = torch.tensor([[0, 1], [2, 3]], requires_grad=True)'],
    ['a constructor', 'torch.Tensor([[0,1],[2,3]])'],
    [
      'a parameter',
      'Parameter containing:\ntensor([[0., 1.],\n        [2., 3.]], requires_grad=True)',
    ],
    ['four dimensions', 'tensor([[[[0., 1.],\n          [2., 3.]]]])'],
    ['NumPy code', 'x = np.array([[0, 1],\n              [2, 3]], dtype=np.float32)'],
    ['a NumPy value', 'array([[0, 1],\n       [2, 3]])'],
    ['a NumPy type by position', 'np.array([[0, 1], [2, 3]], np.float32)'],
    ['JAX', 'jnp.array([[0, 1], [2, 3]])'],
    ['TensorFlow code', 'tf.constant([[0, 1], [2, 3]], dtype=tf.float32)'],
    [
      'a TensorFlow value',
      '<tf.Tensor: shape=(2, 2), dtype=int32, numpy=\narray([[0, 1],\n       [2, 3]], dtype=int32)>',
    ],
    ['a nested list', '[[0, 1], [2, 3]]'],
    ['a list of JavaScript', 'const x = [\n  [0, 1],\n  [2, 3],\n];'],
    ['indented JSON', '[\n  [\n    0,\n    1\n  ],\n  [\n    2,\n    3\n  ]\n]\n'],
    ['rows of a list', '[0, 1],\n[2, 3],'],
    ["NumPy's print", '[[0 1]\n [2 3]]'],
    ["NumPy's print of floats", '[[0. 1.]\n [2. 3.]]'],
    ['MATLAB', '[0 1; 2 3]'],
    ['MATLAB with commas', 'A = [0, 1; 2, 3];'],
    ['MATLAB in lines', '[0 1\n 2 3]'],
    ['MATLAB in lines with semicolons', '[ 0 1 ;\n  2 3 ; ]'],
    ["MATLAB's print", 'A =\n\n     0     1\n     2     3\n'],
    ['C++ or Mathematica', 'k = {{0, 1}, {2, 3}};'],
    ['CSV', '0,1\n2,3\n'],
    ['CSV of Windows', '0,1\r\n2,3\r\n'],
    ['CSV with quotes', '"0","1"\n"2","3"'],
    ['CSV with commas at the end', '0, 1,\n2, 3,'],
    ['CSV with semicolons', '0;1\n2;3'],
    ['a spreadsheet', '0\t1\n2\t3\n'],
    ['columns', '0 1\n2 3'],
    ['columns with blanks around', '\n  0   1  \n  2   3  \n\n'],
    ['a link', '0,1;2,3'],
    ['full-width characters', '[[0,1],[2,3]]'],
    ['full-width brackets and digits', '［［０，１］，［２，３］］'],
    ['Chinese brackets and commas', '【【０、１】、【２、３】】'],
    ['characters of no width', '[[0, 1],\u200b [2, 3]]\ufeff'],
    ['rows with twice the space between them', '0 1\n\n2 3'],
  ])('reads %s', (_, text) => {
    expect(readText(text)).toEqual(square);
  });

  test.each([
    ['a number', '5', literal([1, 1], [5])],
    ['a list', '[1, 2, 3]', literal([1, 3], [1, 2, 3])],
    ['a long list that was printed in lines', '[1, 2,\n 3]', literal([1, 3], [1, 2, 3])],
    ['a long row', '[[1 2\n  3]\n [4 5\n  6]]', literal([2, 3], [1, 2, 3, 4, 5, 6])],
    ['a column', '[1; 2]', literal([2, 1], [1, 2])],
    ['three dimensions', '[[[1, 2]], [[3, 4]]]', literal([2, 1, 2], [1, 2, 3, 4])],
    ['four dimensions', '[[[[1]]], [[[2]]]]', literal([2, 1, 1, 1], [1, 2])],
    [
      'channels between blank lines',
      '1 2\n3 4\n\n\n5 6\n7 8',
      literal([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    [
      'channels of a sheet',
      '1\t2\r\n3\t4\r\n\t\r\n5\t6\r\n7\t8',
      literal([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    ['dashes for minus signs', '–1 −2 ‑3 -4', literal([1, 4], [-1, -2, -3, -4])],
    ['fractions', '1/3 -2/5', literal([1, 2], [1 / 3, -0.4])],
    ['fractions in a list', '[1 / 4, 1/2]', literal([1, 2], [0.25, 0.5])],
    ['numbers of all kinds', '1. .5 1e-3 \u22122', literal([1, 4], [1, 0.5, 0.001, -2])],
    ['decimal commas of a spreadsheet', '0,5\t1,25\n', literal([1, 2], [0.5, 1.25])],
    ['decimal commas between semicolons', '0,5;1\n2;3,5', literal([2, 2], [0.5, 1, 2, 3.5])],
  ])('reads %s', (_, text, tensor) => {
    expect(readText(text)).toEqual(tensor);
  });

  test.each([
    ['', 'empty', {}, undefined],
    [' \n ', 'empty', {}, undefined],
    ['[]', 'empty', {}, undefined],
    ['tensor([])', 'empty', {}, undefined],
    ['1 2\n3 4 5', 'ragged', { row: 2, count: 3, expected: 2 }, undefined],
    ['[[1, 2], [3]]', 'ragged', { row: 2, count: 1, expected: 2 }, undefined],
    ['[[1], []]', 'ragged', { row: 2, count: 0, expected: 1 }, undefined],
    ['[[[1, 2]], [[3]]]', 'ragged', { plane: 2, row: 1, count: 1, expected: 2 }, undefined],
    ['1 2\n3 4\n\n5 6', 'ragged-rows', { plane: 2, count: 1, expected: 2 }, undefined],
    ['[[[1], [2]], [[3]]]', 'ragged-rows', { plane: 2, count: 1, expected: 2 }, undefined],
    ['[[[[1]], [[2]]], [[[3]]]]', 'ragged-planes', { group: 2, count: 1, expected: 2 }, undefined],
    ['1,2\n3,x', 'not-number', { row: 2, column: 2 }, 'x'],
    ['a matrix', 'not-number', { row: 1, column: 1 }, 'a'],
    ['[[1, "2"]]', 'not-number', { row: 1, column: 2 }, '"2"'],
    ['[[[1]], [[y]]]', 'not-number', { plane: 2, row: 1, column: 1 }, 'y'],
    ['1,234\t5', 'not-number', { row: 1, column: 1 }, '1,234'],
    ['1\t\t3', 'empty-cell', { row: 1, column: 2 }, undefined],
    ['[1,,2]', 'empty-cell', { row: 1, column: 2 }, undefined],
    ['[[0, nan]]', 'not-finite', { row: 1, column: 2 }, 'nan'],
    ['1 -Inf', 'not-finite', { row: 1, column: 2 }, '-Inf'],
    ['1\n1e999', 'not-finite', { row: 2, column: 1 }, '1e999'],
    ['[0 1 ... 8 9]', 'elided', { row: 1, column: 3 }, '...'],
    ['[[0 1]\n ...\n [8 9]]', 'elided', { row: 2, column: 1 }, '...'],
    ['tensor([[1., …, 2.]])', 'elided', { row: 1, column: 2 }, '…'],
    ['[[1, 2], 3]', 'uneven', { row: 2 }, undefined],
    ['[[[[[1]]]]]', 'depth', { limit: 4 }, undefined],
    ['[[1, 2]', 'brackets', {}, undefined],
    ['[1, 2]]', 'brackets', {}, undefined],
    ['np.array([[1, 2, 3, 4]]).reshape(2, 2)', 'surrounding', {}, ').reshape(2, 2)'],
    ['5 * [1, 2]', 'surrounding', {}, '5 *'],
    ['[1, 2] and more', 'surrounding', {}, 'and more'],
  ])('refuses %j as %s', (text, code, numbers, offending) => {
    const expected = { code, numbers };
    expect(readText(text)).toEqual(offending ? { ...expected, text: offending } : expected);
  });

  it('shortens the offending text to what a sentence can hold', () => {
    const refused = readText(`1 ${'x'.repeat(1000)}`);
    expect(isProblem(refused) && refused.text).toMatch(/^x{39}…$/);
  });

  it('refuses a text that is far too long', () => {
    const text = '1'.repeat(2 ** 22 + 1);
    expect(readText(text)).toEqual({
      code: 'too-long',
      numbers: { length: text.length, limit: 2 ** 22 },
    });
  });

  it('returns finite numbers or a problem, whatever the text', () => {
    const pieces = [
      '[',
      ']',
      ',',
      ';',
      '\n',
      '\t',
      ' ',
      '1',
      '-2.5',
      '1/3',
      '...',
      'nan',
      'x',
      '(',
    ];
    const mostly = fc.array(fc.constantFrom(...pieces)).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), mostly), (text) => {
        const answer = readText(text);
        if (isProblem(answer)) return;
        const length = answer.shape.reduce((a, b) => a * b, 1);
        expect(answer.data.length).toBe(length);
        expect(answer.data.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no time over a long text', () => {
    const long = 2e5;
    for (const piece of ['[', ' ', '1', 'a ', '/ ', '\n', '"', '=', '(', '[1]', 'a.']) {
      readText(piece.repeat(long / piece.length));
      readText(`[1${piece.repeat(long / piece.length)}`);
      readText(`[1]${piece.repeat(long / piece.length)}`);
    }
  });
});

describe('readPaste(text, html)', () => {
  const cells = (...texts) => `<table>${texts.map((text) => `<tr><td>${text}</td></tr>`).join('')}`;

  test.each([
    ['a cell', '0,5\r\n', cells('0,5'), literal([1, 1], [0.5])],
    ['a column', '0,25\r\n0,5\r\n', cells('0,25', '0,5'), literal([2, 1], [0.25, 0.5])],
  ])('knows the decimal commas of a sheet by its table: %s', (_, text, html, tensor) => {
    expect(readPaste(text, html)).toEqual({ tensor, whole: false });
  });

  it('does not take a table around code, or around lines of CSV, for a sheet', () => {
    const numbered = '<table><tr><td>1</td><td>0,5</td></tr></table>';
    expect(readPaste('0,5', numbered)).toMatchObject({ tensor: { data: [0, 5] } });
    expect(readPaste('[0,5]', cells('[0,5]'))).toMatchObject({ tensor: { data: [0, 5] } });
  });

  test.each([
    ['[1, 2]', true],
    ['{{1, 2}}', true],
    ['A =\n\n  1 2', true],
    ['1\t2', false],
    ['1 2\n3 4\n\n5 6\n7 8', false],
  ])('%j is whole: %j', (text, whole) => {
    expect(readPaste(text)).toMatchObject({ whole });
  });
});

describe('isBlock(text)', () => {
  test.each(['1 2', '1,2', '[1]', '［１］', '１，２', '1\n2', 'f(1)'])('%j is one', (text) => {
    expect(isBlock(text)).toBe(true);
  });

  test.each(['1', ' -2.5\n', '１', 'x', ''])('%j is typed into a cell', (text) => {
    expect(isBlock(text)).toBe(false);
  });
});

describe('a tensor written as', () => {
  test.each([
    [
      'pytorch',
      `
torch.tensor([[[[0., 1.],
                [2., 3.]]]])`,
    ],
    [
      'numpy',
      `
np.array([[0., 1.],
          [2., 3.]])`,
    ],
    [
      'list',
      `
[[0, 1],
 [2, 3]]`,
    ],
    ['matlab', '\n[0 1; 2 3]'],
    ['csv', '\n0,1\n2,3'],
    ['tsv', '\n0\t1\n2\t3'],
  ])('%s looks like this', (form, text) => {
    expect(`\n${forms[/** @type {keyof typeof forms} */ (form)](square)}`).toBe(text);
  });

  it('a matrix shows one of its planes', () => {
    const planes = literal([2, 2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(forms.csv(plane(planes, 1, 0))).toBe('5,6');
  });

  it('a result may be infinite', () => {
    expect(forms.numpy(literal([1, 3], [Infinity, -Infinity, NaN]))).toBe(
      'np.array([[inf, -inf, nan]])',
    );
  });

  for (const form of /** @type {const} */ (['pytorch', 'numpy', 'list'])) {
    it(`${form} reads back the same`, () => {
      fc.assert(
        fc.property(arbitrary.literal(), (tensor) => {
          expect(readText(forms[form](tensor))).toEqual(tensor);
        }),
      );
    });
  }

  for (const form of /** @type {const} */ (['matlab', 'csv', 'tsv'])) {
    it(`${form} reads back the same plane`, () => {
      fc.assert(
        fc.property(arbitrary.literal(), (tensor) => {
          expect(readText(forms[form](tensor))).toEqual(plane(tensor, 0, 0));
        }),
      );
    });
  }
});
