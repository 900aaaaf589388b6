/**
 * The named filters: a plane of weights for each channel by itself, or weights that mix the channels.
 * A strength of 1 is the kernel as it stands; less leads to no change (or, for those that measure
 * differences, to nothing at all).
 *
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('./picture.js').Mapping} Mapping
 * @typedef {{ shape: number[], data: Float64Array }} Weights
 *
 * @typedef {object} Preset
 * @property {string} name
 * @property {string} [generator] what makes it in every size
 * @property {number[][]} [plane] its weights
 * @property {number[][]} [mix] its weights from each channel (column) to each (row)
 * @property {'delta' | 'zeros'} [rest] what strength 0 is; none for a kernel without a strength
 * @property {number} [strength] to begin with, if not 1
 * @property {number} [size] to begin with
 * @property {Mapping} mapping
 */

/** @type {Preset[]} */
export const presets = [
  { name: 'blur', generator: 'gaussian', size: 7, mapping: 'clamp' },
  { name: 'box', generator: 'box', size: 7, mapping: 'clamp' },
  {
    name: 'sharpen',
    plane: [
      [0, -1, 0],
      [-1, 5, -1],
      [0, -1, 0],
    ],
    rest: 'delta',
    mapping: 'clamp',
  },
  {
    name: 'sobel-x',
    plane: [
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ],
    rest: 'zeros',
    mapping: 'centred',
  },
  {
    name: 'sobel-y',
    plane: [
      [-1, -2, -1],
      [0, 0, 0],
      [1, 2, 1],
    ],
    rest: 'zeros',
    mapping: 'centred',
  },
  {
    name: 'outline',
    plane: [
      [-1, -1, -1],
      [-1, 8, -1],
      [-1, -1, -1],
    ],
    rest: 'zeros',
    mapping: 'absolute',
  },
  {
    name: 'emboss',
    plane: [
      [-2, -1, 0],
      [-1, 1, 1],
      [0, 1, 2],
    ],
    rest: 'delta',
    mapping: 'clamp',
  },
  {
    name: 'grey',
    mix: [
      [0.299, 0.587, 0.114],
      [0.299, 0.587, 0.114],
      [0.299, 0.587, 0.114],
    ],
    rest: 'delta',
    mapping: 'clamp',
  },
  {
    name: 'sepia',
    mix: [
      [0.393, 0.769, 0.189],
      [0.349, 0.686, 0.168],
      [0.272, 0.534, 0.131],
    ],
    rest: 'delta',
    mapping: 'clamp',
  },
];

/** The sizes of a kernel that comes in every size, and the strengths of the others. */
export const sizes = { least: 3, most: 15 };
export const strengths = { least: 0, most: 3, step: 0.05 };

/**
 * @param {Engine} engine
 * @param {Preset} preset
 * @param {{ size: number, strength: number }} settings
 * @returns {Weights}
 */
export function weightsOf(engine, { generator, plane, mix, rest }, { size, strength }) {
  if (generator) return engine.generate(generator, [1, 1, size, size]);
  const rows = /** @type {number[][]} */ (plane ?? mix);
  const [height, width] = [rows.length, rows[0].length];
  const shape = plane ? [1, 1, height, width] : [height, width, 1, 1];
  const data = Float64Array.from(rows.flat());
  if (!rest || strength === 1) return { shape, data };
  const none = engine.generate(rest, shape).data;
  return { shape, data: data.map((weight, i) => none[i] + strength * (weight - none[i])) };
}
