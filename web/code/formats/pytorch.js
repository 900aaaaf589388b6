import { operationNames, symmetric } from '../layer.js';
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
} from '../python.js';

/** @typedef {import('../layer.js').Layer} Layer */

const double = 'dtype=torch.float64';
const make = /** @type {const} */ ({
  list: ['torch.tensor(', `, ${double})`],
  array: ['torch.from_numpy(', ')'],
});

/** @type {import('../layer.js').Format} */
export const pytorch = {
  name: 'pytorch',
  label: 'PyTorch',
  extension: 'py',
  write(layer) {
    return program(
      `import numpy as np\nimport torch\nimport torch.nn.functional as F`,
      `${heading(layer)}\n${tensor('X', layer.x, make)}`,
      `${comments(
        layer.op === 'conv'
          ? 'The weights are (out, in/groups, kh, kw). PyTorch does not flip them.'
          : 'The weights are (in, out/groups, kh, kw): the first two exchanged from those of conv2d.',
      )}\n${tensor('K', layer.k, make)}`,
      layer.bias && `bias = torch.tensor(${biasList(layer.bias)}, ${double})`,
      layer.op === 'conv' ? convolution(layer) : transposed(layer),
      assertion(layer),
    );
  },
  cells(layer) {
    const { op, k, stride, dilation, outputPadding, padding } = layer;
    const [top, bottom, left, right] = padding;
    const even = symmetric(layer);
    const crop = `full[:, :, ${slice(top, bottom)}, ${slice(left, right)}]`;
    const pad = `F.pad(X, (${left}, ${right}, ${top}, ${bottom}))`;
    return {
      padding: even
        ? { text: `padding=(${top}, ${left})`, value: padding }
        : { text: op === 'conv' ? pad : crop },
      stride: { text: `stride=(${stride.join(', ')})`, value: stride },
      dilation: { text: `dilation=(${dilation.join(', ')})`, value: dilation },
      outputPadding: { text: `output_padding=(${outputPadding.join(', ')})`, value: outputPadding },
      kernel: { text: `(${k.shape.join(', ')})`, value: k.shape },
    };
  },
};

/** The part that cropping leaves. @param {number} before @param {number} after */
const slice = (before, after) => `${before || ''}:${after ? -after : ''}`;

/** @param {Layer} layer @param {Record<string, string | false | undefined>} more */
const settings = ({ bias, stride, dilation, groups }, more) =>
  keywords({
    bias: bias && 'bias',
    stride: given(stride, 1),
    ...more,
    groups: groups > 1 && String(groups),
    dilation: given(dilation, 1),
  });

/** @param {Layer} layer */
function convolution(layer) {
  const [top, bottom, left, right] = layer.padding;
  if (symmetric(layer)) {
    const padding = given([top, left], 0);
    return call(`Y = F.${operationNames.conv}`, ['X', 'K', ...settings(layer, { padding })]);
  }
  return [
    comments(
      'padding= is the same on both sides of an axis. Four sides are padded by hand: left, right, top, bottom.',
    ),
    `padded = F.pad(X, (${left}, ${right}, ${top}, ${bottom}))`,
    call(`Y = F.${operationNames.conv}`, ['padded', 'K', ...settings(layer, {})]),
  ].join('\n');
}

/** @param {Layer} layer */
function transposed(layer) {
  const [top, bottom, left, right] = layer.padding;
  const output_padding = given(layer.outputPadding, 0);
  const why = output_padding
    ? 'output_padding makes rows and columns at the end; PyTorch asks for less than the stride or the dilation.'
    : undefined;
  if (symmetric(layer)) {
    const padding = given([top, left], 0);
    return [
      ...(why ? [comments(why)] : []),
      call(`Y = F.${operationNames.tconv}`, [
        'X',
        'K',
        ...settings(layer, { padding, output_padding }),
      ]),
    ].join('\n');
  }
  return [
    comments(
      why,
      'padding= crops as much from both sides of an axis. Four sides are cropped by hand.',
    ),
    call(`full = F.${operationNames.tconv}`, ['X', 'K', ...settings(layer, { output_padding })]),
    `Y = full[:, :, ${slice(top, bottom)}, ${slice(left, right)}]`,
  ].join('\n');
}
