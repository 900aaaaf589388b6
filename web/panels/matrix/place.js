/**
 * Where the parts of the picture of a matrix are, and what all that is drawn on it begins with.
 *
 * @typedef {import('./grid.js').Drawing} Drawing
 * @typedef {import('./camera.js').Camera} Camera
 * @typedef {CanvasRenderingContext2D} Context
 *
 * @typedef {object} Place where the parts of the picture are, in pixels
 * @property {number} left of the matrix
 * @property {number} top
 * @property {import('./camera.js').Frame} frame
 *
 * @typedef {{ drawing: Drawing, camera: Camera, place: Place, palette: Record<string, string> }} Scene
 */

const nameWidth = 26;
/** The vectors' thickness, and what parts them from the matrix. */
export const strip = { above: 24, aboveGap: 8, beside: 42, besideGap: 26 };
const height = { least: 160, most: 460 };
/** The scale from which lines part the cells. */
export const lined = 9;

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
export function cleared(canvas, { left, top, frame }) {
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
export function clipped(context, { camera, place: { left, top, frame } }, draw) {
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
export const pixels = ({ place, camera }) => ({
  x: (/** @type {number} */ column) => place.left + (column - camera.column) * camera.scale,
  y: (/** @type {number} */ row) => place.top + (row - camera.row) * camera.scale,
});
