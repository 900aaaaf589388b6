// The layers of Keras by TensorFlow.js, for stand-ins/tensorflow.py. What tfjs-layers has not is said
// by TensorFlow.js' own operation: Keras' output_padding only chooses the shape that conv2d_transpose is
// asked for, and groups are layers side by side.
import * as layers from '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { answer } from './answer.js';

const tensor = ({ shape, data }) => tf.tensor(data, shape);

/** What Keras refuses. */
function check({ strides, dilation_rate = [1, 1], output_padding }) {
  if (Math.max(...strides) > 1 && Math.max(...dilation_rate) > 1)
    throw new Error('`strides > 1` not supported in conjunction with `dilation_rate > 1`');
  if (output_padding?.some((more, i) => more >= strides[i]))
    throw new Error('The `output_padding` argument must be lower than the stride');
}

/** A layer of tfjs-layers with these weights. */
function applied(layer, x, weights) {
  layer.build(x.shape);
  if (weights.length) layer.setWeights(weights);
  return layer.apply(x);
}

const kinds = {
  ZeroPadding2D: (x, weights, { padding }) =>
    applied(layers.layers.zeroPadding2d({ padding }), x, weights),
  Cropping2D: (x, weights, { cropping }) =>
    applied(layers.layers.cropping2D({ cropping }), x, weights),

  Conv2D(x, [kernel, ...bias], settings) {
    const { filters, kernel_size, strides, padding, dilation_rate, groups = 1 } = settings;
    check(settings);
    const parts = tf.split(x, groups, 3).map((part, g) => {
      const each = filters / groups;
      const own = [kernel, ...bias].map((w) => {
        const before = w.shape.slice(0, -1);
        return tf.slice(w, [...before.fill(0), g * each], [...w.shape.slice(0, -1), each]);
      });
      const layer = layers.layers.conv2d({
        filters: each,
        kernelSize: kernel_size,
        strides,
        padding,
        dilationRate: dilation_rate,
        useBias: bias.length > 0,
      });
      return applied(layer, part, own);
    });
    return tf.concat(parts, 3);
  },

  Conv2DTranspose(x, [kernel, ...bias], settings) {
    const { filters, kernel_size, strides, padding, output_padding } = settings;
    check(settings);
    const size = (axis) =>
      (x.shape[1 + axis] - 1) * strides[axis] + kernel_size[axis] + output_padding[axis];
    const shape = [x.shape[0], size(0), size(1), filters];
    const y = tf.conv2dTranspose(x, kernel, shape, strides, padding);
    // Where Keras' default comes to the same, tfjs-layers has to agree.
    const usual = kernel_size.map((taps, axis) => Math.max(strides[axis] - taps, 0));
    if (usual.every((more, axis) => more === output_padding[axis])) {
      const layer = layers.layers.conv2dTranspose({
        filters,
        kernelSize: kernel_size,
        strides,
        padding,
        useBias: false,
      });
      const difference = tf.max(tf.abs(tf.sub(applied(layer, x, [kernel]), y))).dataSync()[0];
      if (difference > 0) throw new Error('tfjs-layers gives other numbers');
    }
    return bias.length ? tf.add(y, bias[0]) : y;
  },
};

await tf.setBackend('cpu');
await answer(({ layer, settings, x, weights }) =>
  tf.tidy(() => {
    const y = kinds[layer](tensor(x), weights.map(tensor), settings);
    return { shape: y.shape, data: [...y.dataSync()] };
  }),
);
