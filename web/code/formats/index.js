import { jax } from './jax.js';
import { matlab } from './matlab.js';
import { numpy } from './numpy.js';
import { onnx } from './onnx.js';
import { paddle } from './paddle.js';
import { pytorch } from './pytorch.js';
import { scipy } from './scipy.js';
import { tensorflow } from './tensorflow.js';
import { xtensor } from './xtensor.js';

/** In the order in which the page offers them. @type {readonly import('../layer.js').Format[]} */
export const formats = [pytorch, tensorflow, jax, onnx, numpy, scipy, paddle, matlab, xtensor];
