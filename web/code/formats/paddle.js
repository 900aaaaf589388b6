import { symmetric, unusual } from '../layer.js';
import {
  assertion,
  biasList,
  bracketed,
  call,
  comments,
  heading,
  keywords,
  program,
  tensor,
} from '../python.js';

/** @typedef {import('../layer.js').Layer} Layer */

const double = "dtype='float64'";
const make = /** @type {const} */ ({
  list: ['paddle.to_tensor(', `, ${double})`],
  array: ['paddle.to_tensor(', ')'],
});

/** @type {import('../layer.js').Format} */
export const paddle = {
  name: 'paddle',
  label: 'Paddle',
  extension: 'py',
  write(layer) {
    const { op, bias } = layer;
    return program(
      'import numpy as np\nimport paddle\nimport paddle.nn.functional as F',
      `${heading(layer)}\n${tensor('X', layer.x, make)}`,
      `${comments(
        op === 'conv'
          ? 'The weights are (out, in/groups, kh, kw), as in PyTorch, and are not flipped.'
          : 'The weights are (in, out/groups, kh, kw), as in PyTorch.',
      )}\n${tensor('K', layer.k, make)}`,
      bias && `bias = paddle.to_tensor(${biasList(bias)}, ${double})`,
      convolution(layer),
      assertion(layer),
    );
  },
  cells(layer) {
    const { k, stride, dilation, outputPadding, padding } = layer;
    return {
      padding: { text: `padding=${bracketed(shortPadding(layer))}`, value: padding },
      stride: { text: `stride=${bracketed(stride)}`, value: stride },
      dilation: { text: `dilation=${bracketed(dilation)}`, value: dilation },
      outputPadding: {
        text: layer.op === 'conv' ? '' : `output_padding=${bracketed(outputPadding)}`,
        value: outputPadding,
      },
      kernel: { text: `(${k.shape.join(', ')})`, value: k.shape },
    };
  },
};

/** Two numbers, or four where the sides differ. @param {Layer} layer */
const shortPadding = (layer) =>
  symmetric(layer) ? [layer.padding[0], layer.padding[2]] : layer.padding;

/** @param {Layer} layer */
function convolution(layer) {
  const { op, bias, stride, dilation, outputPadding, padding, groups } = layer;
  const unlike = (/** @type {number[]} */ list, /** @type {number} */ usual) =>
    unusual(list, usual) && bracketed(list);
  const args = keywords({
    bias: bias && 'bias',
    stride: unlike(stride, 1),
    padding: unusual(padding, 0) && bracketed(shortPadding(layer)),
    output_padding: op === 'tconv' && unlike(outputPadding, 0),
    groups: groups > 1 && String(groups),
    dilation: unlike(dilation, 1),
  });
  return [
    !symmetric(layer) &&
      comments('Unlike PyTorch, Paddle takes four sides: top, bottom, left, right.'),
    call(`Y = F.${op === 'conv' ? 'conv2d' : 'conv2d_transpose'}`, ['X', 'K', ...args]),
  ]
    .filter(Boolean)
    .join('\n');
}
