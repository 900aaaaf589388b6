import { GIFEncoder, quantize } from 'gifenc';

/**
 * Frames of pixels as an animated GIF, in one palette for all of them.
 *
 * @typedef {[red: number, green: number, blue: number]} Rgb
 * @typedef {Uint8ClampedArray | Uint8Array} Pixels RGBA, four bytes each
 */

/** The most colours of a GIF; one of them says that a pixel stays as it is. */
const most = 255;

/** @param {Rgb} colour */
const packed = ([red, green, blue]) => (red << 16) | (green << 8) | blue;

/**
 * The colours that are to be kept, and as many of the others in the pixels as there is room for.
 * @param {readonly Rgb[]} kept
 * @param {readonly Pixels[]} samples
 * @returns {Rgb[]}
 */
export function paletteOf(kept, samples) {
  const exact = new Set(kept.map(packed));
  const others = [];
  for (const pixels of samples) {
    for (let i = 0; i < pixels.length; i += 4) {
      const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
      if (!exact.has(colour)) others.push(pixels[i], pixels[i + 1], pixels[i + 2], 255);
    }
  }
  const unique = [...exact].map(
    (colour) => /** @type {Rgb} */ ([colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  const room = most - unique.length;
  if (others.length === 0 || room <= 0) return unique.slice(0, most);
  return [
    ...unique,
    ...quantize(new Uint8Array(others), room).map(([r, g, b]) => /** @type {Rgb} */ ([r, g, b])),
  ];
}

export class Gif {
  #encoder = GIFEncoder();
  #width;
  #height;
  #palette;
  /** The places of colours in the palette, as far as they were looked up. @type {Map<number, number>} */
  #places;
  /** The pixels of the last frame. @type {Uint32Array | undefined} */
  #before;

  /**
   * @param {number} width in pixels
   * @param {number} height
   * @param {readonly Rgb[]} palette at most 255 colours
   */
  constructor(width, height, palette) {
    this.#width = width;
    this.#height = height;
    this.#palette = palette;
    this.#places = new Map(palette.map((colour, i) => [packed(colour), i]));
  }

  /**
   * @param {Pixels} pixels opaque, width times height of them
   * @param {number} delay until the next frame, in ms; a GIF counts hundredths of a second
   */
  frame(pixels, delay) {
    const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4).slice();
    const first = this.#before === undefined;
    const transparentIndex = this.#palette.length;
    this.#encoder.writeFrame(this.#indices(pixels, words), this.#width, this.#height, {
      ...(first ? { palette: [...this.#palette, [0, 0, 0]], repeat: 0 } : {}),
      delay,
      transparent: !first,
      transparentIndex,
      // The next frame is drawn over this one.
      dispose: 1,
    });
    this.#before = words;
  }

  /** @param {Pixels} pixels @param {Uint32Array} words the same */
  #indices(pixels, words) {
    const before = this.#before;
    const same = this.#palette.length;
    const indices = new Uint8Array(words.length);
    let [last, place] = [-1, 0];
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (before?.[i] === word) {
        indices[i] = same;
        continue;
      }
      if (word !== last) {
        place = this.#nearest(pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2]);
        last = word;
      }
      indices[i] = place;
    }
    return indices;
  }

  /** @param {number} red @param {number} green @param {number} blue */
  #nearest(red, green, blue) {
    const colour = (red << 16) | (green << 8) | blue;
    const known = this.#places.get(colour);
    if (known !== undefined) return known;
    let [best, least] = [0, Infinity];
    for (const [i, [r, g, b]] of this.#palette.entries()) {
      // Eyes are keenest for green.
      const distance = 3 * (r - red) ** 2 + 6 * (g - green) ** 2 + 2 * (b - blue) ** 2;
      if (distance < least) [best, least] = [i, distance];
    }
    this.#places.set(colour, best);
    return best;
  }

  /** The bytes of the file. */
  finish() {
    this.#encoder.finish();
    return this.#encoder.bytes();
  }
}
