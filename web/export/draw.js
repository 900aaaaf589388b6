import { fontFamily, monoFamily } from './font.js';
import { colourOf, hexOf } from './paints.js';

/**
 * A scene drawn on a canvas.
 *
 * @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./paints.js').Palette} Palette
 */

/**
 * @param {Context} context of a canvas of the scene's size times the scale
 * @param {Scene} scene
 * @param {Palette} palette
 * @param {number} scale
 * @param {{ ground?: boolean }} [options]
 */
export function draw(context, scene, palette, scale, { ground = true } = {}) {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, scene.width, scene.height);
  if (ground) {
    context.fillStyle = css('card', palette);
    context.fillRect(0, 0, scene.width, scene.height);
  }
  if ('lang' in context) context.lang = scene.lang;
  for (const shape of scene.shapes) {
    if (shape.kind === 'text') text(context, shape, palette);
    else if (shape.kind === 'image') pixels(context, shape);
    else outline(context, shape, palette);
  }
}

/** @param {string} paint @param {Palette} palette */
function css(paint, palette) {
  const colour = colourOf(paint, palette);
  const alpha = Math.round(colour.alpha * 255);
  return hexOf(colour) + (alpha < 255 ? alpha.toString(16).padStart(2, '0') : '');
}

/**
 * @param {Context} context
 * @param {import('./scene.js').Rect | import('./scene.js').Path} shape
 * @param {Palette} palette
 */
function outline(context, shape, palette) {
  const path = shape.kind === 'path' ? new Path2D(shape.d) : rounded(shape);
  context.save();
  if (shape.kind === 'path' && shape.matrix) {
    const [a, b, c, d, e, f] = shape.matrix;
    context.transform(a, b, c, d, e, f);
  }
  if (shape.fill) {
    context.fillStyle = css(shape.fill, palette);
    context.fill(path);
  }
  if (shape.stroke) {
    context.strokeStyle = css(shape.stroke, palette);
    context.lineWidth = shape.line ?? 1;
    context.setLineDash([...(shape.dash ?? [])]);
    context.stroke(path);
  }
  context.restore();
}

/** @param {Context} context @param {import('./scene.js').Picture} picture */
function pixels(context, { picture, ...box }) {
  context.save();
  context.clip(rounded(box));
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, box.x, box.y, box.width, box.height);
  context.restore();
}

/** @param {Pick<import('./scene.js').Rect, 'x' | 'y' | 'width' | 'height' | 'radius'>} box */
function rounded({ x, y, width, height, radius = 0 }) {
  const path = new Path2D();
  path.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  return path;
}

/**
 * @param {Context} context
 * @param {import('./scene.js').Text} text
 * @param {Palette} palette
 */
function text(context, { x, y, size, anchor, runs, halo, mono }, palette) {
  const font = (/** @type {import('./scene.js').Run} */ run) =>
    `${run.bold ? 700 : 400} ${run.size ?? size}px ${mono ? monoFamily : fontFamily}`;
  const widths = runs.map((run) => {
    context.font = font(run);
    return context.measureText(run.text).width;
  });
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let left = x - { start: 0, middle: whole / 2, end: whole }[anchor];
  for (const [i, run] of runs.entries()) {
    context.font = font(run);
    const bottom = y - (run.rise ?? 0);
    if (halo) {
      context.strokeStyle = css(halo, palette);
      context.lineWidth = 3;
      context.lineJoin = 'round';
      context.strokeText(run.text, left, bottom);
    }
    context.fillStyle = css(run.fill, palette);
    context.fillText(run.text, left, bottom);
    left += widths[i];
  }
}
