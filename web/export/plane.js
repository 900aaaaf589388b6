import { gapOf } from '../model/layout.js';
import { fontOf, written } from '../model/notation.js';
import { placesAcross, placesDown } from '../model/surround.js';
import { percentOf } from '../elements/shades.js';
import { minusOf } from './paints.js';
import { tidy } from './scene.js';

/**
 * One plane of a tensor as shapes: its cells with their numbers, what lies around and between them, the
 * kernel where it lies on it, and the rings of what is explained. As elements/grid.js draws it.
 *
 * @typedef {import('./scene.js').Shape} Shape
 * @typedef {import('../model/stage.js').Mark} Mark
 * @typedef {import('../model/surround.js').Surround} Surround
 *
 * @typedef {object} Plane
 * @property {'x' | 'k' | 'b' | 'y'} operand
 * @property {{ shape: readonly number[], data: ArrayLike<number> }} tensor
 * @property {number} plane its number over the first two dimensions
 * @property {import('../model/layout.js').Window} window the part of it that is drawn
 * @property {number} size the side of a cell
 * @property {import('../model/notation.js').Notation} notation
 * @property {number} peak the magnitude that is drawn at full strength
 * @property {Surround} surround
 * @property {(offset: number) => Mark} mark
 * @property {readonly import('../model/moves.js').Weight[]} stencil
 * @property {(offset: number) => string} name
 * @property {ReadonlySet<number>} linked the cells that are lit
 * @property {number | undefined} selected the one that is explained
 * @property {number | undefined} pinned
 * @property {(offset: number) => string | undefined} draft what was typed that is no number
 */

/** From this side of a cell on there is room for the digits of zeros and weights. */
const legible = { zeros: 24, weights: 34 };

/** @param {Plane} plane @returns {import('./scene.js').Box} */
export function planeBox(plane) {
  const { window, size, surround } = plane;
  const step = size + gapOf(size);
  const { ring, spread } = surround;
  const at = (/** @type {number} */ row, /** @type {number} */ column) => ({
    x: (ring.left + column) * step,
    y: (ring.top + row) * step,
  });
  const cellAt = (/** @type {number} */ row, /** @type {number} */ column) =>
    at(row * spread.down, column * spread.across);
  return {
    width: placesAcross(window.columns, surround) * step - gapOf(size),
    height: placesDown(window.rows, surround) * step - gapOf(size),
    shapes: [
      ...around(plane, at),
      ...cells(plane, cellAt),
      ...stencil(plane, at),
      ...rings(plane, cellAt),
    ],
  };
}

/** @typedef {(row: number, column: number) => { x: number, y: number }} Places */

/** @param {number} size */
const radiusOf = (size) => Math.round(Math.max(2, size / 9));

/** @param {Plane} plane @param {number} row @param {number} column */
const offsetOf = ({ tensor: { shape }, plane, window }, row, column) =>
  (plane * shape[2] + window.row + row) * shape[3] + window.column + column;

/**
 * The zeros, or what padding crops.
 * @param {Plane} plane
 * @param {Places} at
 * @returns {Shape[]}
 */
function around({ operand, window, size, surround: { ring, spread } }, at) {
  /** @type {Shape[]} */
  const shapes = [];
  const cropped = operand === 'y';
  const [rows, columns] = [
    (window.rows - 1) * spread.down + 1,
    (window.columns - 1) * spread.across + 1,
  ];
  const box = { width: size, height: size, radius: radiusOf(size) };
  for (let row = -ring.top; row < rows + ring.bottom; row++) {
    for (let column = -ring.left; column < columns + ring.right; column++) {
      const within = row >= 0 && column >= 0 && row < rows && column < columns;
      if (within && row % spread.down === 0 && column % spread.across === 0) continue;
      const { x, y } = at(row, column);
      if (cropped) {
        const stroke = `${operand} 45 card`;
        shapes.push({ kind: 'rect', x, y, ...box, stroke, dash: [3, 3] });
        continue;
      }
      if (!within)
        shapes.push({ kind: 'path', d: stripes(x, y, size, 8.5, '/'), stroke: 'well', line: 2 });
      shapes.push({ kind: 'rect', x, y, ...box, stroke: 'line' });
      if (size >= legible.zeros) shapes.push(number(x, y, size, 0.31 * size, '0', 'quiet'));
    }
  }
  return shapes;
}

/**
 * Lines from edge to edge of a cell.
 * @param {number} left
 * @param {number} top
 * @param {number} size
 * @param {number} apart along the edge, in pixels
 * @param {'/' | '\\'} way
 */
function stripes(left, top, size, apart, way) {
  const [inset, side] = [1.5, size - 3];
  let d = '';
  for (let at = apart / 2; at < 2 * side; at += apart) {
    const [near, far] = [Math.min(at, side), Math.max(0, at - side)];
    const [x1, x2] = way === '/' ? [far, near] : [side - far, side - near];
    const point = (/** @type {number} */ x, /** @type {number} */ y) =>
      `${tidy(left + inset + x)} ${tidy(top + inset + y)}`;
    d += `M${point(x1, near)}L${point(x2, far)}`;
  }
  return d;
}

/**
 * @param {number} x of the cell
 * @param {number} y
 * @param {number} side of the cell
 * @param {number} size of the letters
 * @param {string} text
 * @param {string} fill
 * @param {string} [cell] its name
 * @returns {import('./scene.js').Text}
 */
const number = (x, y, side, size, text, fill, cell) => ({
  kind: 'text',
  x: tidy(x + side / 2),
  // Digits are as high as 0.72 of their font.
  y: tidy(y + side / 2 + 0.36 * size),
  size: tidy(size),
  anchor: 'middle',
  runs: [{ text, fill }],
  ...(cell === undefined ? {} : { cell }),
});

/**
 * @param {Plane} plane
 * @param {Places} at
 * @returns {Shape[]}
 */
function cells(plane, at) {
  const { operand, tensor, window, size, notation, peak, mark, name, draft } = plane;
  const font = fontOf(size, notation.characters);
  const box = { width: size, height: size, radius: radiusOf(size) };
  /** @type {Shape[]} */
  const shapes = [];
  for (let row = 0; row < window.rows; row++) {
    for (let column = 0; column < window.columns; column++) {
      const offset = offsetOf(plane, row, column);
      const [value, typed] = [tensor.data[offset], draft(offset)];
      const marks = mark(offset).split(' ');
      const blank = marks.includes('blank');
      const { x, y } = at(row, column);
      if (blank) {
        shapes.push({ kind: 'rect', ...inset(x, y, size), stroke: 'line' });
      } else if (typed !== undefined) {
        shapes.push({ kind: 'rect', x, y, ...box, fill: 'bad-well', stroke: 'bad', line: 2 });
      } else {
        const hue = value < 0 ? minusOf(operand) : operand;
        const fill = `${hue} ${percentOf(value, peak)} cell`;
        shapes.push({ kind: 'rect', x, y, ...box, fill });
      }
      if (marks.includes('unused') || marks.includes('unreached'))
        shapes.push({ kind: 'path', d: stripes(x, y, size, 8.5, '\\'), stroke: 'quiet 45' });
      const text = blank
        ? ''
        : typed === undefined
          ? written(value, notation)
          : cut(typed, notation.characters);
      if (marks.includes('added'))
        shapes.push({ kind: 'rect', ...inset(x, y, size), stroke: operand, dash: [3, 3] });
      shapes.push(number(x, y, size, font, text, 'ink', name(offset)));
    }
  }
  return shapes;
}

/** A line along the inner side of a cell's edge. @param {number} x @param {number} y @param {number} size */
const inset = (x, y, size) => ({
  x: x + 0.5,
  y: y + 0.5,
  width: size - 1,
  height: size - 1,
  radius: radiusOf(size),
});

/** A text that is no number, as much of it as there is room for. @param {string} text @param {number} room */
const cut = (text, room) => (text.length > room ? `${text.slice(0, room - 1)}…` : text);

/**
 * The kernel where it lies.
 * @param {Plane} plane
 * @param {Places} at
 * @returns {Shape[]}
 */
function stencil({ size, stencil }, at) {
  return stencil.flatMap(({ row, column, text }) => {
    const { x, y } = at(row, column);
    /** @type {Shape} */
    const frame = {
      kind: 'rect',
      ...{ x, y, width: size, height: size, radius: radiusOf(size) },
      ...{ fill: 'k 14', stroke: 'k', line: 2 },
    };
    if (size < legible.weights) return [frame];
    /** @type {Shape} */
    const weight = {
      kind: 'text',
      ...{ x: x + size - 3, y: y + size - 4, size: 11, anchor: 'end' },
      runs: [{ text, fill: 'k' }],
      halo: 'card',
    };
    return [frame, weight];
  });
}

/** The widths of the rings: see elements/rings.js. */
const ringWidths = {
  linked: (/** @type {number} */ size) => (size < 30 ? 1 : size < 40 ? 1.5 : 2),
  selected: (/** @type {number} */ size) => (size < 35 ? 2 : size < 42 ? 2.5 : 3),
};

/**
 * @param {Plane} plane
 * @param {Places} at
 * @returns {Shape[]}
 */
function rings(plane, at) {
  const { operand, window, size, linked, selected, pinned } = plane;
  /** @type {Shape[]} */
  const shapes = [];
  for (let row = 0; row < window.rows; row++) {
    for (let column = 0; column < window.columns; column++) {
      const offset = offsetOf(plane, row, column);
      const { x, y } = at(row, column);
      if (offset === selected || linked.has(offset)) {
        const line = ringWidths[offset === selected ? 'selected' : 'linked'](size);
        const out = line / 2;
        shapes.push({
          kind: 'rect',
          ...{ x: x - out, y: y - out, width: size + line, height: size + line },
          ...{ radius: radiusOf(size) + out, stroke: operand, line },
        });
      }
      if (offset === pinned) {
        const radius = Math.max(2, 0.06 * size);
        shapes.push({
          kind: 'rect',
          ...{ x: tidy(x + 0.9 * size - 2 * radius), y: tidy(y + 0.1 * size) },
          ...{ width: 2 * radius, height: 2 * radius, radius, fill: operand },
        });
      }
    }
  }
  return shapes;
}
