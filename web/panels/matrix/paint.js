import { shortNumber } from '../../state/number.js';
import { legible, windowOf } from './camera.js';
import { besideAt, cleared, clipped, lined, pixels, strip } from './place.js';
import { begins, sharesOf } from './view.js';

/**
 * @typedef {import('./place.js').Context} Context
 * @typedef {import('./place.js').Scene} Scene
 * @typedef {import('./view.js').Side} Side
 */

/** The colours that a picture needs. */
export const colours = ['x', 'k', 'y', 'amber', 'ink', 'quiet', 'cell', 'card', 'page'];

/**
 * The matrix and its vectors.
 * @param {HTMLCanvasElement} canvas
 * @param {Scene} scene
 */
export function paintBase(canvas, scene) {
  const { drawing, camera, place, palette } = scene;
  const context = cleared(canvas, place);
  const window = windowOf(place.frame, camera);
  clipped(context, scene, () => {
    paintGroups(context, scene);
    paintMargins(context, scene, window);
    paintWeights(context, scene, window);
    if (camera.scale >= lined) paintLines(context, scene, window);
    paintPlanes(context, scene, window);
    if (camera.scale >= legible) paintNumbers(context, scene, window);
  });
  paintAbove(context, scene, window);
  paintBeside(context, scene, window);

  context.font = `700 15px ${getComputedStyle(canvas).fontFamily}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = palette[drawing.above.operand];
  context.fillText(drawing.above.name, 0, strip.above / 2);
  context.fillStyle = palette.k;
  context.fillText(drawing.name, 0, place.top + 10);
  const beside = besideAt(place, camera);
  context.textAlign = 'center';
  context.fillStyle = palette[drawing.beside.operand];
  context.fillText(drawing.beside.name, beside + strip.beside / 2, strip.above / 2);
  context.fillStyle = palette.quiet;
  context.fillText('=', beside - strip.besideGap / 2, place.top + 10);
}

/** Where weights can be: the blocks of the groups on the diagonal. @param {Context} context @param {Scene} scene */
function paintGroups(context, scene) {
  const { view } = scene.drawing;
  const { groups } = view.matrix;
  const { scale } = scene.camera;
  const { x, y } = pixels(scene);
  const [rows, columns] = [view.rows.count / groups, view.columns.count / groups];
  context.fillStyle = scene.palette.cell;
  const first = Math.floor(scene.camera.row / rows);
  for (let group = first; group < groups && y(group * rows) < 2000; group++) {
    context.fillRect(x(group * columns), y(group * rows), columns * scale, rows * scale);
  }
}

/** Hatches the rows or columns of the margin. @param {Context} context @param {Scene} scene
 * @param {import('../../engine/engine.d.ts').MatrixWindow} window */
function paintMargins(context, { drawing, camera, place, palette }, window) {
  const { x, y } = pixels(/** @type {Scene} */ ({ place, camera }));
  const { rows, columns } = drawing.view;
  context.fillStyle = palette.quiet;
  context.globalAlpha = 0.18;
  for (let i = 0; i < window.columns; i++) {
    if (columns.cell(window.column + i) !== undefined) continue;
    context.fillRect(x(window.column + i), place.top, camera.scale, place.frame.height);
  }
  for (let i = 0; i < window.rows; i++) {
    if (rows.cell(window.row + i) !== undefined) continue;
    context.fillRect(place.left, y(window.row + i), place.frame.width, camera.scale);
  }
  context.globalAlpha = 1;
}

/** How strongly a weight is drawn: small cells need more. @param {number} strength @param {number} scale */
const opacity = (strength, scale) =>
  scale >= legible ? 0.05 + (0.4 * strength) / 255 : 0.25 + (0.75 * strength) / 255;

/** @param {Context} context @param {Scene} scene
 * @param {import('../../engine/engine.d.ts').MatrixWindow} window */
function paintWeights(context, scene, window) {
  const { x, y } = pixels(scene);
  const { scale } = scene.camera;
  context.imageSmoothingEnabled = scale < 1;
  context.drawImage(
    pictureOf(scene, window),
    x(window.column),
    y(window.row),
    window.columns * scale,
    window.rows * scale,
  );
}

/** @type {WeakMap<object, { of: string, k: unknown, picture: OffscreenCanvas }>} the last one of a matrix */
const pictures = new WeakMap();

/** The weights that are in sight, a pixel for each or for several. Most edits leave them as they are.
 * @param {Scene} scene
 * @param {import('../../engine/engine.d.ts').MatrixWindow} window */
function pictureOf({ drawing, camera, palette }, window) {
  const { view, k } = drawing;
  const density = Math.min(1, camera.scale * devicePixelRatio);
  const of = [...Object.values(window), camera.scale, density, palette.k].join();
  const last = pictures.get(view.matrix);
  if (last?.of === of && last.k === k) return last.picture;
  const width = Math.max(1, Math.round(window.columns * density));
  const tall = Math.max(1, Math.round(window.rows * density));
  const strengths = view.matrix.picture(k, window, tall, width);
  const image = new ImageData(width, tall);
  const [red, green, blue] = (palette.k.match(/[\d.]+/g) ?? []).map(Number);
  const bytes = Uint8ClampedArray.from({ length: 4 * 256 }, (_, i) => {
    const strength = i >> 2;
    if (strength === 0) return 0;
    return [red, green, blue, 255 * opacity(strength, camera.scale)][i & 3];
  });
  const colour = new Uint32Array(bytes.buffer);
  const pixel = new Uint32Array(image.data.buffer);
  for (let i = 0; i < strengths.length; i++) pixel[i] = colour[strengths[i]];
  const picture = new OffscreenCanvas(width, tall);
  /** @type {OffscreenCanvasRenderingContext2D} */ (picture.getContext('2d')).putImageData(
    image,
    0,
    0,
  );
  pictures.set(view.matrix, { of, k, picture });
  return picture;
}

/** @param {Context} context @param {Scene} scene
 * @param {import('../../engine/engine.d.ts').MatrixWindow} window */
function paintLines(context, scene, window) {
  const { x, y } = pixels(scene);
  const { place, palette } = scene;
  context.fillStyle = palette.page;
  for (let i = 0; i <= window.columns; i++) {
    context.fillRect(x(window.column + i) - 0.5, place.top, 1, place.frame.height);
  }
  for (let i = 0; i <= window.rows; i++) {
    context.fillRect(place.left, y(window.row + i) - 0.5, place.frame.width, 1);
  }
}

/** Lines where a channel begins, or a row of its plane. @param {Context} context @param {Scene} scene
 * @param {import('../../engine/engine.d.ts').MatrixWindow} window */
function paintPlanes(context, scene, window) {
  const { drawing, camera, place, palette } = scene;
  const { x, y } = pixels(scene);
  const kinds = /** @type {const} */ ({ channel: 0.35, line: 0.18 });
  context.fillStyle = palette.quiet;
  const all = (
    /** @type {Side} */ side,
    /** @type {number} */ first,
    /** @type {number} */ count,
    /** @type {(index: number) => void} */ draw,
  ) => {
    const [, , height, width] = side.shape;
    for (let index = first; index < first + count; index++) {
      const kind = begins(side, index);
      if (!kind) continue;
      const apart = (kind === 'channel' ? height * width : width) * camera.scale;
      if (apart < 8) continue;
      context.globalAlpha = kinds[kind];
      draw(index);
    }
  };
  all(drawing.view.columns, window.column, window.columns, (column) =>
    context.fillRect(x(column) - 0.5, place.top, 1, place.frame.height),
  );
  all(drawing.view.rows, window.row, window.rows, (row) =>
    context.fillRect(place.left, y(row) - 0.5, place.frame.width, 1),
  );
  context.globalAlpha = 1;
}

/** Sets how numbers are written in cells of a width; says how many characters fit.
 * @param {Context} context @param {number} width */
function writing(context, width) {
  const size = Math.min(14, width * 0.4);
  context.font = `${size}px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  return Math.max(2, Math.floor((width - 3) / (0.62 * size)));
}

/** @param {Context} context @param {Scene} scene
 * @param {import('../../engine/engine.d.ts').MatrixWindow} window */
function paintNumbers(context, scene, window) {
  const { drawing, camera, palette } = scene;
  const { x, y } = pixels(scene);
  const weights = drawing.view.matrix.weights(window);
  const room = writing(context, camera.scale);
  context.fillStyle = palette.ink;
  for (let i = 0; i < weights.length; i += 3) {
    const text = shortNumber(drawing.k[weights[i + 2]], room);
    context.fillText(text, x(weights[i + 1] + 0.5), y(weights[i] + 0.5));
  }
}

/**
 * Draws a vector's cells, at most one for each pixel.
 * @param {Context} context
 * @param {Scene} scene
 * @param {{ side: Side, vector: import('./grid.js').Vector, first: number, count: number }} part
 * @param {(index: number, length: number) => [number, number, number, number]} box of a cell
 */
function paintVector(context, { camera, palette }, { side, vector, first, count }, box) {
  const { scale } = camera;
  const gap = scale >= lined ? 1 : 0;
  const share = sharesOf(vector.data);
  const stride = Math.max(1, Math.floor(1 / (scale * devicePixelRatio)));
  for (let index = first; index < first + count; index += stride) {
    const offset = side.cell(index);
    const [x, y, width, height] = box(index, Math.max(stride * scale - gap, 0.5));
    const hue = (/** @type {number} */ cell) =>
      palette[vector.data[cell] < 0 ? 'amber' : vector.operand];
    context.fillStyle = offset === undefined ? palette.quiet : hue(offset);
    context.globalAlpha = offset === undefined ? 0.12 : 0.12 + 0.5 * share(offset);
    context.fillRect(x, y, width, height);
    context.globalAlpha = 1;
    if (scale < legible || offset === undefined) continue;
    context.fillStyle = palette.ink;
    const text = shortNumber(vector.data[offset], writing(context, width));
    context.fillText(text, x + width / 2, y + height / 2);
  }
}

/** @param {Context} context @param {Scene} scene
 * @param {import('../../engine/engine.d.ts').MatrixWindow} window */
function paintAbove(context, scene, window) {
  const { drawing, place } = scene;
  const { x } = pixels(scene);
  context.save();
  context.beginPath();
  context.rect(place.left, 0, place.frame.width, strip.above);
  context.clip();
  const part = { first: window.column, count: window.columns };
  const { above: vector, view } = drawing;
  paintVector(context, scene, { side: view.columns, vector, ...part }, (column, length) => [
    x(column),
    0,
    length,
    strip.above,
  ]);
  context.restore();
}

/** @param {Context} context @param {Scene} scene
 * @param {import('../../engine/engine.d.ts').MatrixWindow} window */
function paintBeside(context, scene, window) {
  const { drawing, place, camera } = scene;
  const { y } = pixels(scene);
  const left = besideAt(place, camera);
  context.save();
  context.beginPath();
  context.rect(left, place.top, strip.beside, place.frame.height);
  context.clip();
  const part = { first: window.row, count: window.rows };
  const { beside: vector, view } = drawing;
  paintVector(context, scene, { side: view.rows, vector, ...part }, (row, length) => [
    left,
    y(row),
    strip.beside,
    length,
  ]);
  context.restore();
}
