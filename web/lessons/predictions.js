/**
 * What each lesson asks to be foretold, of a layer of its own. The answers are nowhere: the engine
 * computes them (see check.js).
 *
 * @typedef {{ link: string } & (
 *   | { kind: 'size' }
 *   | { kind: 'cell' }
 *   | { kind: 'products' }
 *   | { kind: 'matrix' }
 *   | { kind: 'outputPadding', wanted: number[] }
 * )} Prediction size: the height and width of Y; cell: the number in the pinned cell; products: how
 *   many are added up in it; matrix: the rows and columns of W; outputPadding: one that gives Y this
 *   height and width
 */

/** @type {Record<string, Prediction>} */
export const predictions = {
  'sliding-window': { kind: 'size', link: 'op=conv&x=0,1,2;3,4,5;6,7,8&k=0,1;2,3&p=1' },
  stamping: { kind: 'cell', link: 'op=tconv&x=0,10;20,30&k=0,1;2,3&panel=steps&at=y:1,1' },
  'both-readings': {
    kind: 'cell',
    link: 'op=tconv&x=0,1;2,10&k=0,1;2,3&panel=steps&mode=both&at=y:1,1',
  },
  padding: { kind: 'size', link: 'op=tconv&x=arange:4x4&k=ones:3x3&p=1&panel=shapes' },
  stride: { kind: 'size', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3&s=3&panel=steps' },
  'output-padding': {
    kind: 'cell',
    link: 'op=tconv&x=1,2,3;4,5,6;7,8,9&k=1,2,1;2,4,2;1,2,1&s=2&p=1&o=1&panel=shapes&at=y:5,5',
  },
  channels: {
    kind: 'products',
    link: 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&s=3&p=2&at=y:0,2,2',
  },
  matrix: { kind: 'matrix', link: 'op=conv&x=arange:4x4&k=arange:3x3&panel=matrix' },
  'round-trip': {
    kind: 'size',
    link: 'op=tconv&x=rand:6x6:1&k=rand:5x5:2&s=3&p=2&panel=round-trip',
  },
  doubling: {
    kind: 'outputPadding',
    wanted: [14, 14],
    link: 'op=tconv&x=rand:7x7:1&k=rand:3x3:2&s=2&p=1&panel=shapes',
  },
  checkerboard: {
    kind: 'products',
    link: 'op=tconv&x=ones:5x5&k=ones:4x4&s=2&p=1&panel=overlap&at=y:5,5',
  },
  bilinear: {
    kind: 'cell',
    link: 'op=tconv&x=8,8,8;8,8,8;8,8,8&k=bilinear:4x4&s=2&p=1&panel=overlap&at=y:2,2',
  },
  frameworks: {
    kind: 'cell',
    link: 'op=tconv&x=1,2,3;4,5,6;7,8,9&k=1,2,3;4,5,6;7,8,9&s=2&p=1&o=1&at=y:0,0&panel=shapes',
  },
  deconvolution: { kind: 'cell', link: 'op=tconv&x=3,2;1,0&k=0,1;2,3&at=y:1,1&panel=steps' },
};
