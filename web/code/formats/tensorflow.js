import { extents, padsByAxis, unusual } from '../layer.js';
import {
  assertion,
  biasList,
  call,
  comments,
  heading,
  keywords,
  program,
  tensor,
  tuple,
} from '../python.js';

import { numbersOf } from '../reads.js';

/** @typedef {import('../layer.js').Layer} Layer */

/** @type {import('../layer.js').Format} */
export const tensorflow = {
  name: 'tensorflow',
  label: 'TensorFlow (Keras)',
  extension: 'py',
  write(layer) {
    return program(
      'import numpy as np\nimport tensorflow as tf',
      `${heading(layer)}\n${tensor('X', layer.x)}\n${tensor('K', layer.k)}`,
      layer.bias && `bias = np.array(${biasList(layer.bias)})`,
      spread(layer) && dilated(layer),
      `${comments('Keras has the channels last: (N, H, W, C).')}\nx = tf.constant(X.transpose(0, 2, 3, 1), tf.float64)`,
      layer.op === 'conv' ? convolution(layer) : transposed(layer),
      'Y = y.numpy().transpose(0, 3, 1, 2)',
      assertion(layer),
    );
  },
  reads: {
    mark: /^# Keras has/m,
    body: /^# Keras/m,
    settings(text, { op }) {
      const stride = numbersOf(/\bstrides=\((\d+), (\d+)\)/, text);
      if (!stride || !text.includes('tf.keras.layers.Conv2D')) return undefined;
      const whole = numbersOf(/^K = np\.zeros\(\(\d+, \d+, (\d+), (\d+)\)\)/m, text);
      const taps = numbersOf(/^K\[:, :, :(\d+):(\d+), :(\d+):(\d+)\] = taps/m, text);
      if (Boolean(whole) !== Boolean(taps)) return undefined;
      const [rows, down, columns, across] = taps ?? [];
      // What is behind the taps makes as many cells more.
      const behind = whole ? [whole[0] - rows, whole[1] - columns] : [0, 0];
      const written = numbersOf(/\boutput_padding=\((\d+), (\d+)\)/, text) ?? [0, 0];
      const rate = numbersOf(/\bdilation_rate=\((\d+), (\d+)\)/, text) ?? [1, 1];
      const around = numbersOf(
        /(?:ZeroPadding2D|Cropping2D)\(\(\((\d+), (\d+)\), \((\d+), (\d+)\)\)/,
        text,
      );
      const same = op === 'conv' && /\bpadding='same',$/m.test(text.replace(/, /g, ',\n'));
      return {
        stride,
        dilation: taps ? [down, across] : rate,
        padding: around ?? (same ? 'keras-same' : [0, 0, 0, 0]),
        outputPadding: written.map((more, i) => more + behind[i]),
        groups: numbersOf(/\bgroups=(\d+)|^for g in range\((\d+)\)/m, text)?.find(Boolean) ?? 1,
      };
    },
  },
  cells(layer) {
    const { op, stride, dilation, outputPadding, k } = layer;
    const [out, inner, ...taps] = k.shape;
    return {
      padding: paddingCell(layer),
      stride: { text: `strides=${tuple(stride)}`, value: stride },
      dilation: spread(layer)
        ? { text: '', means: 'taps' }
        : { text: `dilation_rate=${tuple(dilation)}`, value: dilation },
      outputPadding: surplus(layer)
        ? { text: '', means: 'afterTaps' }
        : {
            text: op === 'conv' ? '' : `output_padding=${tuple(outputPadding)}`,
            value: outputPadding,
          },
      kernel: { text: tuple([...taps, inner, out]) },
    };
  },
};

/**
 * What SAME pads on each axis where it comes to this layer's output: all that is needed, the larger
 * half at the end. Undefined where SAME makes another layer.
 * @param {Layer} layer
 */
export function isSame(layer) {
  const { op, x, y, stride, outputPadding } = layer;
  const covered = extents(layer);
  return padsByAxis(layer).every(([before, after], i) => {
    const [fine, coarse] =
      op === 'conv' ? [x.shape[2 + i], y.shape[2 + i]] : [y.shape[2 + i], x.shape[2 + i]];
    const total = Math.max((coarse - 1) * stride[i] + covered[i] - fine, 0);
    const rounded = (coarse - 1) * stride[i] < fine && fine <= coarse * stride[i];
    if (op === 'tconv' && fine !== coarse * stride[i]) return false;
    // What output padding adds, less is cropped at the end.
    const end = op === 'conv' ? after : after - outputPadding[i];
    return rounded && before === Math.floor(total / 2) && end === total - before;
  });
}

/** @param {Layer} layer */
function paddingCell(layer) {
  const { op, padding } = layer;
  if (!unusual(padding, 0)) return { text: "padding='valid'", value: padding };
  if (isSame(layer)) return { text: "padding='same'" };
  return { text: `${op === 'conv' ? 'ZeroPadding2D' : 'Cropping2D'}(${sides(layer)})` };
}

/** `((1, 1), (0, 2))`. @param {Layer} layer */
const sides = (layer) => `(${padsByAxis(layer).map(tuple).join(', ')})`;

/** Whether the output padding is more than Keras takes, which dilation makes possible in PyTorch. @param {Layer} layer */
const surplus = ({ op, stride, outputPadding }) =>
  op === 'tconv' && outputPadding.some((more, i) => more >= stride[i]);

/** Whether the kernel has to be written with its gaps: Keras takes no dilation beside a stride. @param {Layer} layer */
const spread = (layer) => {
  const { op, stride, dilation } = layer;
  if (!unusual(dilation, 1)) return false;
  return op === 'tconv' || unusual(stride, 1);
};

/** @param {Layer} layer */
function dilated(layer) {
  const { op, k, dilation, outputPadding } = layer;
  const [outer, inner] = k.shape;
  const more = surplus(layer) ? outputPadding : [0, 0];
  const rows = extents(layer).map((cells, i) => cells + more[i]);
  return [
    comments(
      op === 'conv'
        ? `Keras refuses strides > 1 with dilation_rate > 1: dilation ${tuple(dilation)} is a kernel with zeros between its taps.`
        : `Keras' transposed convolution has no dilation beside a stride: dilation ${tuple(dilation)} is a kernel with zeros between its taps.`,
      surplus(layer) &&
        `Keras refuses an output_padding that is not below strides: ${tuple(outputPadding)} is as many zeros after the taps.`,
    ),
    `taps = K`,
    `K = np.zeros(${tuple([outer, inner, ...rows])})`,
    `K[:, :, ${extents(layer)
      .map((cells, i) => `:${cells}:${dilation[i]}`)
      .join(', ')}] = taps`,
  ].join('\n');
}

/** @param {Layer} layer the kernel as it is by then */
const kernelSize = (layer) => {
  if (!spread(layer)) return layer.k.shape.slice(2);
  const more = surplus(layer) ? layer.outputPadding : [0, 0];
  return extents(layer).map((cells, i) => cells + more[i]);
};

const useBias = (/** @type {Layer} */ { bias }) => `use_bias=${bias ? 'True' : 'False'}`;

/** @param {Layer} layer */
function convolution(layer) {
  const { k, bias, stride, dilation, groups, padding } = layer;
  const named = padded(layer);
  const args = [
    String(k.shape[0]),
    tuple(kernelSize(layer)),
    ...keywords({
      strides: tuple(stride),
      padding: named ? "'valid'" : unusual(padding, 0) ? "'same'" : "'valid'",
      dilation_rate: !spread(layer) && tuple(dilation),
      groups: groups > 1 && String(groups),
    }),
    useBias(layer),
    "dtype='float64'",
  ];
  return [
    named &&
      comments(
        'padding= knows only these two words: other sides are padded by a layer of their own.',
      ),
    named && `x = tf.keras.layers.ZeroPadding2D(${sides(layer)}, dtype='float64')(x)`,
    !named && unusual(padding, 0) && sameNote(layer),
    call('layer = tf.keras.layers.Conv2D', args),
    'layer.build(x.shape)',
    comments('Keras has the weights as (kh, kw, in/groups, out); they are not flipped.'),
    `layer.set_weights([K.transpose(2, 3, 1, 0)${bias ? ', bias' : ''}])`,
    'y = layer(x)',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Whether the sides are padded by a layer of their own. @param {Layer} layer */
const padded = (layer) => unusual(layer.padding, 0) && !isSame(layer);

/** @param {Layer} layer */
const sameNote = (layer) =>
  comments(
    `padding='same' comes to ${sides(layer)} here: rows, then columns; an odd one goes to the end.`,
  );

/** @param {Layer} layer */
function transposed(layer) {
  const { k, y, bias, stride, outputPadding, padding, groups } = layer;
  const inputs = k.shape[0] / groups;
  const more = surplus(layer) ? [0, 0] : outputPadding;
  const args = [
    String(y.shape[1] / groups),
    tuple(kernelSize(layer)),
    `strides=${tuple(stride)}`,
    "padding='valid'",
    `output_padding=${tuple(more)}`,
    useBias(layer),
    "dtype='float64'",
  ];
  const notes = comments(
    `output_padding=None would not be 0: Keras then makes max(kernel, stride) cells of each last one.`,
  );
  const weights = comments(
    'Keras has the weights of a transposed convolution as (kh, kw, out, in).',
  );
  const single = [
    notes,
    call('layer = tf.keras.layers.Conv2DTranspose', args),
    'layer.build(x.shape)',
    weights,
    `layer.set_weights([K.transpose(2, 3, 1, 0)${bias ? ', bias' : ''}])`,
    'y = layer(x)',
  ];
  const outputs = y.shape[1] / groups;
  const several = [
    notes,
    comments('Keras has no groups in a transposed convolution: a layer for each.'),
    weights,
    'parts = []',
    `for g in range(${groups}):`,
    `    ${call('layer = tf.keras.layers.Conv2DTranspose', args).replaceAll('\n', '\n    ')}`,
    `    part = x[..., g * ${inputs} : (g + 1) * ${inputs}]`,
    '    layer.build(part.shape)',
    `    weights = K[g * ${inputs} : (g + 1) * ${inputs}].transpose(2, 3, 1, 0)`,
    `    layer.set_weights([weights${bias ? `, bias[g * ${outputs} : (g + 1) * ${outputs}]` : ''}])`,
    '    parts.append(layer(part))',
    'y = tf.concat(parts, axis=-1)',
  ];
  return [
    ...(groups > 1 ? several : single),
    unusual(padding, 0) &&
      comments('What padding crops in PyTorch, a layer of its own crops here.'),
    unusual(padding, 0) && `y = tf.keras.layers.Cropping2D(${sides(layer)}, dtype='float64')(y)`,
  ]
    .filter(Boolean)
    .join('\n');
}
