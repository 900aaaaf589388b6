import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  grownShape,
  isLiteral,
  literal,
  offset,
  resized,
  size,
  withBlock,
  withCell,
} from '../../web/state/tensor.js';
import * as arbitrary from './arbitrary.js';

// prettier-ignore
const matrix = literal([2, 3], [1, 2, 3,
                                4, 5, 6]);

describe('a tensor', () => {
  it('fills in leading ones', () => {
    expect(matrix.shape).toEqual([1, 1, 2, 3]);
    expect(size(matrix.shape)).toBe(6);
  });

  it('is a literal or comes from a generator', () => {
    expect(isLiteral(matrix)).toBe(true);
    expect(isLiteral({ shape: [1, 1, 2, 2], generator: 'eye', args: [] })).toBe(false);
  });

  it('has its cells in row-major order', () => {
    const shape = [2, 3, 4, 5];
    expect(offset(shape, [0, 0, 0, 1])).toBe(1);
    expect(offset(shape, [0, 0, 1, 0])).toBe(5);
    expect(offset(shape, [0, 1, 0, 0])).toBe(20);
    expect(offset(shape, [1, 0, 0, 0])).toBe(60);
    for (let i = 0; i < size(shape); i++) expect(offset(shape, cellAt(shape, i))).toBe(i);
  });

  it('with another number in a cell is another tensor', () => {
    const changed = withCell(matrix, [0, 0, 1, 0], 9);
    // prettier-ignore
    expect(changed.data).toEqual([1, 2, 3,
                                  9, 5, 6]);
    expect(matrix.data[3]).toBe(4);
  });
});

describe('resized(tensor, shape)', () => {
  it('keeps the cells that both sizes have, and fills with 0', () => {
    // prettier-ignore
    expect(resized(matrix, [1, 1, 3, 2])).toEqual(literal([3, 2], [1, 2,
                                                                   4, 5,
                                                                   0, 0]));
  });

  it('adds channels of zeros', () => {
    expect(resized(matrix, [1, 2, 1, 2])).toEqual(literal([2, 1, 2], [1, 2, 0, 0]));
  });

  it('only asks a generator for another size', () => {
    const eye = { shape: [1, 1, 2, 2], generator: 'eye', args: [] };
    expect(resized(eye, [1, 1, 5, 5])).toEqual({ ...eye, shape: [1, 1, 5, 5] });
  });

  it('grows and shrinks back without a trace', () => {
    const grown = (/** @type {number[]} */ shape) => shape.map((extent, i) => extent + i);
    fc.assert(
      fc.property(arbitrary.literal(), (tensor) => {
        expect(resized(resized(tensor, grown(tensor.shape)), tensor.shape)).toEqual(tensor);
      }),
    );
  });
});

describe('withBlock(tensor, cell, block)', () => {
  it('replaces the cells under the block', () => {
    // prettier-ignore
    expect(withBlock(matrix, [0, 0, 0, 1], literal([2, 2], [7, 8,
                                                            9, 0])).data).toEqual([1, 7, 8,
                                                                                   4, 9, 0]);
  });

  it('grows the tensor where the block reaches beyond it', () => {
    // prettier-ignore
    expect(withBlock(matrix, [0, 0, 1, 2], literal([2, 2], [7, 8,
                                                            9, 9]))).toEqual(
      literal([3, 4], [1, 2, 3, 0,
                       4, 5, 7, 8,
                       0, 0, 9, 9]));
  });

  it('grows channels by a block that has several', () => {
    const block = literal([2, 1, 1], [7, 8]);
    expect(grownShape([1, 2, 1, 2], [0, 1, 0, 0], block.shape)).toEqual([1, 3, 1, 2]);
    expect(withBlock(literal([2, 1, 2], [1, 2, 3, 4]), [0, 1, 0, 0], block)).toEqual(
      literal([3, 1, 2], [1, 2, 7, 4, 8, 0]),
    );
  });
});
