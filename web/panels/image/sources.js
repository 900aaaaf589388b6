/**
 * Where pictures come from: drawn, opened, dropped, pasted, taken. They become canvases here, on this
 * device; no request is made for any of it.
 *
 * @typedef {object} Found a picture, and what has to be said of it
 * @property {HTMLCanvasElement} canvas
 * @property {{ width: number, height: number } | undefined} from its size, where that was too large
 *
 * @typedef {{ problem: string, values?: Record<string, string> }} Refusal why there is none: words of
 *   `image.problem.<problem>`
 */
import { drawings, side } from './drawings.js';

/** Lets the page paint. */
export const pause = () => new Promise((done) => setTimeout(done));

/** The most pixels on a side. */
export const largestSide = 2048;

/**
 * @param {number} width
 * @param {number} height
 */
export function blank(width, height) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  return canvas;
}

/** @param {HTMLCanvasElement} canvas */
export const contextOf = (canvas) =>
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));

/**
 * @param {import('../../engine/engine.d.ts').Engine} engine
 * @param {string} name
 */
export function drawn(engine, name) {
  const drawing = drawings.find((each) => each.name === name) ?? drawings[0];
  const canvas = blank(side, side);
  /** @type {ArrayLike<number>} */
  let numbers = [];
  let next = 0;
  let seed = 1;
  drawing.draw(contextOf(canvas), () => {
    if (next === numbers.length) {
      numbers = engine.generate('rand', [1, 1, 256, 256], [seed++]).data;
      next = 0;
    }
    return numbers[next++];
  });
  return canvas;
}

/**
 * A picture in its size, or the largest that fits; what is transparent lies on white.
 * @param {CanvasImageSource} source
 * @param {number} width
 * @param {number} height
 * @returns {Found}
 */
export function fitted(source, width, height) {
  const scale = Math.min(1, largestSide / Math.max(width, height));
  const size = [width, height].map((length) => Math.max(1, Math.round(length * scale)));
  const canvas = blank(size[0], size[1]);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size[0], size[1]);
  context.drawImage(source, 0, 0, size[0], size[1]);
  return { canvas, from: scale < 1 ? { width, height } : undefined };
}

/**
 * @param {Blob} file
 * @returns {Promise<Found | Refusal>}
 */
export async function opened(file) {
  const { name = '' } = /** @type {Partial<File>} */ (file);
  if (file.type && !file.type.startsWith('image/')) return { problem: 'kind', values: { name } };
  try {
    const bitmap = await createImageBitmap(file);
    const found = fitted(bitmap, bitmap.width, bitmap.height);
    bitmap.close();
    return found;
  } catch {
    return { problem: 'decode', values: { name } };
  }
}

/**
 * The file of a drop, or of a paste.
 * @param {DataTransfer | null} data
 */
export const fileOf = (data) =>
  [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? data?.files[0];

/** Whether the clipboard can be read by a button. */
export const canPaste = () => typeof navigator.clipboard?.read === 'function';

/** @returns {Promise<Found | Refusal>} */
export async function pasted() {
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = item.types.find((each) => each.startsWith('image/'));
      if (type) return opened(await item.getType(type));
    }
    return { problem: 'clipboard' };
  } catch {
    return { problem: 'clipboard-denied' };
  }
}

/** Whether there may be a camera: not on pages that come unencrypted. */
export const mayFilm = () => typeof navigator.mediaDevices?.getUserMedia === 'function';

/**
 * The camera's stream.
 * @returns {Promise<MediaStream | Refusal>}
 */
export async function filming() {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: true });
  } catch (error) {
    const { name } = /** @type {Error} */ (error);
    return { problem: name === 'NotFoundError' ? 'camera-missing' : 'camera-denied' };
  }
}

/** Switches the camera off. @param {MediaStream} stream */
export function stopped(stream) {
  for (const track of stream.getTracks()) track.stop();
}
