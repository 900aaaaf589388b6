import { extents, padsByAxis, unusual } from '../layer.js';
import {
  assertion,
  biasList,
  call,
  comments,
  given,
  heading,
  keywords,
  program,
  tensor,
  tuple,
} from '../python.js';

import { numbersOf } from '../reads.js';

/** @typedef {import('../layer.js').Layer} Layer */

/** @type {import('../layer.js').Format} */
export const jax = {
  name: 'jax',
  label: 'JAX',
  extension: 'py',
  write(layer) {
    return program(
      "import jax\nimport numpy as np\nfrom jax import lax\n\njax.config.update('jax_enable_x64', True)  # else float32",
      `${heading(layer)}\n${tensor('X', layer.x)}\n${tensor('K', layer.k)}`,
      layer.bias && `bias = np.array(${biasList(layer.bias)})`,
      layer.op === 'conv' ? convolution(layer) : transposed(layer),
      layer.bias && 'Y = Y + bias[:, None, None]',
      assertion(layer),
    );
  },
  reads: {
    mark: /^Y = lax\.conv_general_dilated\(/m,
    body: /^# (?:The weights are OIHW|lax\.conv_transpose)/m,
    settings(text, { op }) {
      const pair = (/** @type {string} */ name) =>
        numbersOf(new RegExp(`\\b${name}=\\((\\d+), (\\d+)\\)`), text);
      const stride = pair(op === 'conv' ? 'window_strides' : 'lhs_dilation');
      const [, written] = /\bpadding=\[([\d ,()+-]{1,120})\]/.exec(text) ?? [];
      const sides = (written ?? '').match(/\d+/g)?.map(Number) ?? [];
      const settings = {
        dilation: pair('rhs_dilation') ?? [1, 1],
        groups: numbersOf(/\bfeature_group_count=(\d+)/, text)?.[0] ?? 1,
      };
      if (!stride) return undefined;
      if (op === 'conv')
        return sides.length === 4
          ? { ...settings, stride, padding: sides, outputPadding: [0, 0] }
          : undefined;
      // As sums: the reach of the kernel, less the padding, and the output padding behind.
      if (sides.length !== 10) return undefined;
      const [, top, , bottom, rows, , left, , right, columns] = sides;
      return {
        ...settings,
        stride,
        padding: [top, bottom, left, right],
        outputPadding: [rows, columns],
      };
    },
  },
  cells(layer) {
    const { op, k, stride, dilation, padding, outputPadding } = layer;
    const [outer, inner, ...taps] = k.shape;
    const [outputs, inputs] =
      op === 'conv' ? [outer, inner] : [inner * layer.groups, outer / layer.groups];
    return {
      padding:
        op === 'conv'
          ? { text: `padding=[${padsByAxis(layer).map(tuple).join(', ')}]`, value: padding }
          : { text: `padding=${around(layer, false)}` },
      stride:
        op === 'conv'
          ? { text: `window_strides=${tuple(stride)}`, value: stride }
          : { text: `lhs_dilation=${tuple(stride)}`, value: stride },
      dilation: { text: `rhs_dilation=${tuple(dilation)}`, value: dilation },
      outputPadding: unusual(outputPadding, 0)
        ? { text: '', means: 'inPadding' }
        : { text: '', value: outputPadding },
      kernel:
        op === 'conv'
          ? { text: tuple(k.shape), value: k.shape }
          : { text: tuple([outputs, inputs, ...taps]), means: 'flipped' },
    };
  },
};

/** @param {Layer} layer */
function convolution(layer) {
  const { stride, dilation, groups } = layer;
  const args = [
    'X',
    'K',
    ...keywords({
      window_strides: tuple(stride),
      padding: `[${padsByAxis(layer).map(tuple).join(', ')}]`,
      rhs_dilation: given(dilation, 1),
      dimension_numbers: "('NCHW', 'OIHW', 'NCHW')",
      feature_group_count: groups > 1 && String(groups),
    }),
  ];
  return [
    comments(
      'The weights are OIHW, as in PyTorch, and are not flipped; each side has its own padding.',
    ),
    call('Y = lax.conv_general_dilated', args),
  ].join('\n');
}

/**
 * The padding around the spread input, as sums or as numbers.
 * @param {Layer} layer
 * @param {boolean} asSum
 */
function around(layer, asSum) {
  const { outputPadding } = layer;
  const covered = extents(layer);
  const axes = padsByAxis(layer).map(([before, after], i) => {
    const reach = covered[i] - 1;
    const [first, last] = [reach - before, reach - after + outputPadding[i]];
    if (!asSum) return tuple([first, last]);
    return `(${reach} - ${before}, ${reach} - ${after} + ${outputPadding[i]})`;
  });
  return `[${axes.join(', ')}]`;
}

/** @param {Layer} layer */
function transposed(layer) {
  const { k, stride, dilation, groups } = layer;
  const [inputs, outputs, ...taps] = k.shape;
  const grouped = [groups, inputs / groups, outputs, ...taps];
  const weights =
    groups > 1
      ? [
          comments(
            'Inside each group, in and out change places, and the kernel makes half a turn.',
          ),
          `W = K.reshape(${tuple(grouped)}).swapaxes(1, 2)`,
          `W = W.reshape(${tuple([outputs * groups, inputs / groups, ...taps])})[:, :, ::-1, ::-1]`,
        ]
      : [
          comments('In and out change places, and the kernel makes half a turn.'),
          'W = K.swapaxes(0, 1)[:, :, ::-1, ::-1]',
        ];
  const args = [
    'X',
    'W',
    ...keywords({
      window_strides: '(1, 1)',
      padding: around(layer, true),
      lhs_dilation: tuple(stride),
      rhs_dilation: given(dilation, 1),
      dimension_numbers: "('NCHW', 'OIHW', 'NCHW')",
      feature_group_count: groups > 1 && String(groups),
    }),
  ];
  return [
    comments(
      'lax.conv_transpose pads the spread input: its padding= is not that of the forward convolution.',
      'Said plainly, X with stride - 1 zeros between its cells (lhs_dilation) is convolved, with padding',
      'dilation * (kernel - 1) - padding before and, with output_padding on top of that, after.',
    ),
    ...weights,
    call('Y = lax.conv_general_dilated', args),
  ].join('\n');
}
