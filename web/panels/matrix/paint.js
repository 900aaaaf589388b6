import { shortNumber } from '../../state/number.js';
import { legible, windowOf } from './camera.js';
import { begins, sharesOf } from './view.js';

/**
 * @typedef {import('./grid.js').Drawing} Drawing
 * @typedef {import('./camera.js').Camera} Camera
 * @typedef {import('./view.js').Side} Side
 * @typedef {CanvasRenderingContext2D} Context
 *
 * @typedef {object} Place where the parts of the picture are, in pixels
 * @property {number} left of the matrix
 * @property {number} top
 * @property {import('./camera.js').Frame} frame
 *
 * @typedef {{ drawing: Drawing, camera: Camera, place: Place, palette: Record<string, string> }} Scene
 */

/** The colours that a picture needs. */
export const colours = ['x', 'k', 'y', 'ink', 'quiet', 'cell', 'card', 'page'];

const nameWidth = 26;
/** The vectors' thickness, and what parts them from the matrix. */
const strip = { above: 24, aboveGap: 8, beside: 42, besideGap: 26 };
const height = { least: 160, most: 460 };
/** The scale from which lines part the cells. */
const lined = 9;

/**
 * @param {number} width of the whole picture
 * @param {number} rows
 * @param {number} columns
 * @returns {Place}
 */
export function places(width, rows, columns) {
  const inner = Math.max(40, width - nameWidth - strip.besideGap - strip.beside);
  const wanted = (inner / columns) * rows;
  return {
    left: nameWidth,
    top: strip.above + strip.aboveGap,
    frame: {
      rows,
      columns,
      width: inner,
      height: Math.round(Math.max(height.least, Math.min(height.most, wanted))),
    },
  };
}

/** Where the vector beside the matrix begins, within the frame's right edge.
 * @param {Place} place @param {Camera} camera */
export function besideAt({ left, frame }, { scale, column }) {
  return left + Math.min(frame.width, (frame.columns - column) * scale) + strip.besideGap;
}

/** A canvas of the picture's size, cleared, that is drawn on in pixels of the page.
 * @param {HTMLCanvasElement} canvas @param {Place} place */
function cleared(canvas, { left, top, frame }) {
  const width = left + frame.width + strip.besideGap + strip.beside;
  const tall = top + frame.height;
  const ratio = devicePixelRatio;
  const [across, down] = [Math.round(width * ratio), Math.round(tall * ratio)];
  const context = /** @type {Context} */ (canvas.getContext('2d'));
  if (canvas.width !== across || canvas.height !== down) {
    [canvas.width, canvas.height] = [across, down];
    canvas.style.setProperty('width', `${width}px`);
    canvas.style.setProperty('height', `${tall}px`);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, across, down);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/** Draws on the matrix only. @param {Context} context @param {Scene} scene @param {() => void} draw */
function clipped(context, { camera, place: { left, top, frame } }, draw) {
  const width = Math.min(frame.width, (frame.columns - camera.column) * camera.scale);
  const height = Math.min(frame.height, (frame.rows - camera.row) * camera.scale);
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  draw();
  context.restore();
}

/** The pixel at which a row or a column begins. @param {Scene} scene */
const pixels = ({ place, camera }) => ({
  x: (/** @type {number} */ column) => place.left + (column - camera.column) * camera.scale,
  y: (/** @type {number} */ row) => place.top + (row - camera.row) * camera.scale,
});

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
function paintWeights(context, { drawing, camera, place, palette }, window) {
  const { x, y } = pixels(/** @type {Scene} */ ({ place, camera }));
  const density = Math.min(1, camera.scale * devicePixelRatio);
  const width = Math.max(1, Math.round(window.columns * density));
  const tall = Math.max(1, Math.round(window.rows * density));
  const strengths = drawing.view.matrix.picture(drawing.k, window, tall, width);
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
  context.imageSmoothingEnabled = camera.scale < 1;
  context.drawImage(
    picture,
    x(window.column),
    y(window.row),
    window.columns * camera.scale,
    window.rows * camera.scale,
  );
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
    context.fillStyle = offset === undefined ? palette.quiet : palette[vector.operand];
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

/**
 * What is lit, and the cursor, over the picture.
 * @param {HTMLCanvasElement} canvas
 * @param {Scene} scene
 * @param {import('./view.js').Lit | undefined} lit
 * @param {import('./view.js').Position | undefined} cursor
 */
export function paintLit(canvas, scene, lit, cursor) {
  const { drawing, camera, place, palette } = scene;
  const context = cleared(canvas, place);
  const { x, y } = pixels(scene);
  const { rows, columns } = drawing.view;
  const [rowColour, columnColour] = [palette[rows.operand], palette[columns.operand]];
  // A cell smaller than this would not be seen.
  const size = Math.max(3, camera.scale);
  const off = (size - camera.scale) / 2;
  const beside = besideAt(place, camera);
  const edge = place.left + place.frame.width;
  const inRows = (/** @type {number} */ at) =>
    at > place.top - size && at < place.top + place.frame.height;
  const inColumns = (/** @type {number} */ at) => at > place.left - size && at < edge;

  const band = (/** @type {string} */ colour, /** @type {number[]} */ [left, top, width, tall]) => {
    context.fillStyle = context.strokeStyle = colour;
    context.globalAlpha = 0.16;
    context.fillRect(left, top, width, tall);
    context.globalAlpha = 1;
    context.lineWidth = 1.5;
    context.strokeRect(left, top, width, tall);
  };
  if (lit) {
    clipped(context, scene, () => {
      if (lit.row !== undefined) {
        band(rowColour, [place.left - 2, y(lit.row) - off, beside - place.left, size]);
      }
      if (lit.column !== undefined) {
        band(columnColour, [x(lit.column) - off, place.top - 2, size, place.frame.height + 4]);
      }
      context.fillStyle = context.strokeStyle = palette.k;
      for (const { row, column } of lit.entries) {
        const [left, top] = [x(column) - off, y(row) - off];
        if (!inColumns(left) || !inRows(top)) continue;
        if (camera.scale < lined) context.fillRect(left, top, size, size);
        else {
          context.lineWidth = 2;
          context.strokeRect(left + 1, top + 1, size - 2, size - 2);
        }
      }
    });
    const tick = (
      /** @type {string} */ colour,
      /** @type {number[]} */ [left, top, width, tall],
      strong = false,
    ) => {
      context.strokeStyle = colour;
      context.lineWidth = strong ? 3 : 1.5;
      context.strokeRect(left, top, width, tall);
    };
    for (const column of lit.columns) {
      const left = x(column) - off;
      if (inColumns(left)) tick(columnColour, [left + 0.5, 1.5, size - 1, strip.above - 3]);
    }
    for (const row of lit.rows) {
      const top = y(row) - off;
      if (inRows(top)) tick(rowColour, [beside + 1.5, top + 0.5, strip.beside - 3, size - 1]);
    }
    if (lit.column !== undefined && inColumns(x(lit.column))) {
      tick(columnColour, [x(lit.column) - off + 0.5, 1.5, size - 1, strip.above - 3], true);
    }
    if (lit.row !== undefined && inRows(y(lit.row))) {
      tick(rowColour, [beside + 1.5, y(lit.row) - off + 0.5, strip.beside - 3, size - 1], true);
    }
  }
  if (cursor) {
    const left = cursor.column === columns.count ? beside : x(cursor.column) - off;
    const top = cursor.row < 0 ? 0 : y(cursor.row) - off;
    const width = cursor.column === columns.count ? strip.beside : size;
    context.strokeStyle = palette.ink;
    context.lineWidth = 2;
    context.strokeRect(left - 2, top - 2, width + 4, (cursor.row < 0 ? strip.above : size) + 4);
  }
}
