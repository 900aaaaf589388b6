import { canvasOf, contextOf } from './canvas.js';
import { draw } from './draw.js';
import { Gif, paletteOf } from './gif.js';

/**
 * Scenes in, an animated GIF out: first a few samples, which the palette is chosen from, then the frames.
 *
 * @typedef {import('./scene.js').Scene} Scene
 *
 * @typedef {object} Sheet what all frames share
 * @property {number} width in pixels
 * @property {number} height
 * @property {number} scale pixels for one of the scenes'
 * @property {import('./paints.js').Palette} palette
 * @property {import('./gif.js').Rgb[]} kept the colours that are to be kept
 */
export class Press {
  #sheet;
  #context;
  /** @type {Uint8ClampedArray[]} */
  #samples = [];
  /** @type {Gif | undefined} */
  #gif;

  /** @param {Sheet} sheet */
  constructor(sheet) {
    this.#sheet = sheet;
    this.#context = contextOf(canvasOf(sheet.width, sheet.height), { read: true });
  }

  /** @param {Scene} scene */
  sample(scene) {
    this.#samples.push(this.#pixels(scene));
  }

  /** @param {Scene} scene @param {number} delay until the next one, in ms */
  frame(scene, delay) {
    const { width, height, kept } = this.#sheet;
    this.#gif ??= new Gif(width, height, paletteOf(kept, this.#samples));
    this.#samples = [];
    this.#gif.frame(this.#pixels(scene), delay);
  }

  /** The bytes of the file; at least one frame is in it. */
  finish() {
    return /** @type {Gif} */ (this.#gif).finish();
  }

  /** @param {Scene} scene */
  #pixels(scene) {
    const { width, height, scale, palette } = this.#sheet;
    draw(this.#context, scene, palette, scale);
    return this.#context.getImageData(0, 0, width, height).data;
  }
}
