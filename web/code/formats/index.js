import { jax } from './jax.js';
import { matlab } from './matlab.js';
import { numpy } from './numpy.js';
import { onnx } from './onnx.js';
import { paddle } from './paddle.js';
import { pytorch } from './pytorch.js';
import { scipy } from './scipy.js';
import { tensorflow } from './tensorflow.js';
import { xtensor } from './xtensor.js';

/**
 * What is to be written in one place of a framework's layer, and what it states: numbers as in PyTorch,
 * nothing where they are not these numbers.
 * @typedef {{ text: string, value?: readonly number[] }} Cell
 *
 * A framework or language that layers are written for.
 * @typedef {object} Format
 * @property {string} name
 * @property {string} label
 * @property {string} extension of a program's file
 * @property {(layer: import('../layer.js').Layer) => string} write a program that leaves the output in
 *   `Y`, (N, C, H, W), and asserts it
 * @property {(layer: import('../layer.js').Layer) => Uint8Array} [bytes] the layer as a file of the
 *   framework's own
 * @property {(numbers: import('../layer.js').Numbers) => boolean} [writes] whether it can write a tensor;
 *   by default those that are not too large or that NumPy makes by a formula
 * @property {(layer: import('../layer.js').Layer) => Record<Place, Cell>} cells
 * @typedef {'padding' | 'stride' | 'dilation' | 'outputPadding' | 'kernel'} Place
 */

/** In the order in which the page offers them. @type {readonly Format[]} */
export const formats = [pytorch, tensorflow, jax, onnx, numpy, scipy, paddle, matlab, xtensor];
