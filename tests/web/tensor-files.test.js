import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { files, mostInText, npy, tooLargeFor } from '../../web/code/tensor-files.js';
import { readText } from '../../web/state/text/read.js';

const bytes = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** What numpy.save writes of an array, 128 bytes of header: see numpy.lib.format. */
const golden = {
  // np.save(f, np.array([[[[0., 1.], [2., -0.5]]]]))
  f8:
    "\x93NUMPY\x01\x00v\x00{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1, 2, 2), }" +
    `${' '.repeat(52)}\n` +
    '\0\0\0\0\0\0\0\0' +
    '\0\0\0\0\0\0\xf0\x3f' +
    '\0\0\0\0\0\0\0\x40' +
    '\0\0\0\0\0\0\xe0\xbf',
  // np.save(f, np.array([1.5, np.inf], dtype='float32'))
  f4:
    "\x93NUMPY\x01\x00v\x00{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }" +
    `${' '.repeat(60)}\n` +
    '\0\0\xc0\x3f\0\0\x80\x7f',
};

/** An .npy read as its description says, by nothing that wrote it. */
function read(file) {
  const view = new DataView(file.buffer, file.byteOffset);
  const length = view.getUint16(8, true);
  const header = new TextDecoder('latin1').decode(file.subarray(10, 10 + length));
  const [, width, list] =
    /^\{'descr': '<f([48])', 'fortran_order': False, 'shape': \(([\d, ]*)\), \} *\n$/.exec(header);
  const start = 10 + length;
  const get = width === '8' ? 'getFloat64' : 'getFloat32';
  return {
    start,
    shape: list
      .split(',')
      .filter((part) => part.trim())
      .map(Number),
    data: Array.from({ length: (file.length - start) / width }, (_, i) =>
      view[get](start + i * width, true),
    ),
  };
}

const tensor = fc
  .tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 4 })))
  .chain((shape) => {
    const length = shape.reduce((a, b) => a * b, 1);
    const data = fc.array(fc.double(), { minLength: length, maxLength: length });
    return data.map((data) => ({ shape, data }));
  });

describe('an .npy', () => {
  it('is what NumPy writes, byte by byte', () => {
    const square = { shape: [1, 1, 2, 2], data: [0, 1, 2, -0.5] };
    expect(npy(square, 8)).toEqual(bytes(golden.f8));
    expect(npy({ shape: [2], data: [1.5, Infinity] }, 4)).toEqual(bytes(golden.f4));
  });

  it('reads back as the numbers and the shape, which begin at a multiple of 64 bytes', () => {
    fc.assert(
      fc.property(tensor, ({ shape, data }) => {
        const wide = read(npy({ shape, data }, 8));
        expect(wide).toEqual({ start: expect.any(Number), shape, data });
        const narrow = read(npy({ shape, data }, 4));
        expect(narrow.data).toEqual(data.map(Math.fround));
        expect([wide.start % 64, narrow.start % 64]).toEqual([0, 0]);
      }),
    );
  });
});

describe('a file of text', () => {
  it('has every number as it is, plane by plane', () => {
    fc.assert(
      fc.property(tensor, ({ shape, data }) => {
        const planes = files.csv.write({ shape, data }).trimEnd().split('\n\n');
        expect(planes.length).toBe(shape[0] * shape[1]);
        const numbers = planes.flatMap((plane) => plane.split(/[\n,]/));
        const value = (text) => Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));
        // A decimal has no -0.
        expect(numbers.map(value).map((n) => n + 0)).toEqual(data.map((n) => n + 0));
        const nested = JSON.parse(files.json.write({ shape, data }));
        expect(nested.flat(3).map((n) => Number(n) + 0)).toEqual(data.map((n) => n + 0));
        expect([nested.length, nested[0].length]).toEqual(shape.slice(0, 2));
      }),
    );
  });

  it('is read by the page as what it was', () => {
    const data = [1, -2.5, 1e-9, 4, 5, 6];
    const text = files.csv.write({ shape: [1, 1, 2, 3], data });
    expect(readText(text)).toMatchObject({ shape: [1, 1, 2, 3], data });
  });

  it('is refused with numbers where it would be too large; an .npy is not', () => {
    const large = { shape: [1, 16, 1000, 1000], data: [] };
    expect(tooLargeFor(large, 'csv')).toEqual({ all: '16,000,000', most: '1,000,000' });
    expect(tooLargeFor(large, 'npy64')).toBeUndefined();
    expect(tooLargeFor({ shape: [mostInText], data: [] }, 'json')).toBeUndefined();
  });
});
