import { draw } from './draw.js';

/**
 * Canvases on the page and in a worker.
 *
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./paints.js').Palette} Palette
 */

/**
 * @param {number} width
 * @param {number} height
 * @returns {OffscreenCanvas | HTMLCanvasElement}
 */
export function canvasOf(width, height) {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

/**
 * The context of a canvas, which a browser without memory for it does not give.
 * @param {OffscreenCanvas | HTMLCanvasElement} canvas
 * @param {{ read?: boolean }} [options] whether its pixels are read often
 */
export function contextOf(canvas, { read = false } = {}) {
  const context = /** @type {import('./draw.js').Context | null} */ (
    canvas.getContext('2d', { willReadFrequently: read })
  );
  if (!context) throw new Error('The browser has no room for a canvas of this size');
  return context;
}

/**
 * A scene as a PNG.
 * @param {Scene} scene
 * @param {Palette} palette
 * @param {number} scale
 * @param {{ ground?: boolean }} [options]
 * @returns {Promise<Blob>}
 */
export async function pngOf(scene, palette, scale, options) {
  const canvas = canvasOf(Math.round(scene.width * scale), Math.round(scene.height * scale));
  draw(contextOf(canvas), scene, palette, scale, options);
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/png' });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG could be made'))));
  });
}
