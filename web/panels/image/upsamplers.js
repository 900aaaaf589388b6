/**
 * Ways to enlarge a picture. All are one transposed layer whose stride is the factor; only the kernel
 * differs.
 *
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('./presets.js').Weights} Weights
 * @typedef {'nearest' | 'bilinear' | 'bicubic' | 'random'} Name
 */

/** @type {Name[]} */
export const upsamplers = ['nearest', 'bilinear', 'bicubic', 'random'];

export const factors = { least: 2, most: 8 };

/** The weight of a pixel at a distance, by Keys (1981) with a = -1/2: exact for parabolas. */
function cubic(/** @type {number} */ distance) {
  const d = Math.abs(distance);
  if (d < 1) return 1.5 * d ** 3 - 2.5 * d ** 2 + 1;
  return d < 2 ? -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2 : 0;
}

/** How far a kernel over a number of pixels reaches, centred on a pixel of the result or between two. */
const span = (/** @type {number} */ pixels, /** @type {number} */ factor) =>
  pixels * factor - (factor % 2);

/**
 * @param {Engine} engine
 * @param {Name} name
 * @param {number} factor
 * @param {{ size: number, seed: number }} random the random kernel
 * @returns {Weights}
 */
export function upsampler(engine, name, factor, { size, seed }) {
  const square = (/** @type {number} */ side) => [1, 1, side, side];
  if (name === 'nearest') return engine.generate('ones', square(factor));
  if (name === 'bilinear') return engine.generate('bilinear', square(span(2, factor)));
  if (name === 'bicubic') {
    const side = span(4, factor);
    const line = Array.from({ length: side }, (_, i) => cubic((i - (side - 1) / 2) / factor));
    const data = Float64Array.from(line.flatMap((row) => line.map((column) => row * column)));
    return { shape: square(side), data };
  }
  // On average as bright as the picture: what is uneven is left to be seen.
  const { shape, data } = engine.generate('rand', square(size), [seed]);
  const sum = data.reduce((a, b) => a + b, 0);
  return { shape, data: data.map((weight) => (weight * factor ** 2) / sum) };
}

/**
 * The padding that crops the stamps' overhang, so that the result is the factor times as large.
 * @param {number} side of the kernel, at least the factor
 * @param {number} factor
 */
export function overhang(side, factor) {
  const before = Math.floor((side - factor) / 2);
  const after = side - factor - before;
  return [before, after, before, after];
}
