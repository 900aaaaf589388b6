import { unusual } from '../layer.js';
import { numbersOf, padsOfNumpy } from '../reads.js';
import { assertion, biasList, comments, heading, program, tensor, tuple } from '../python.js';

/** @typedef {import('../layer.js').Layer} Layer */

/** The article's own loops. @type {import('../layer.js').Format} */
export const numpy = {
  name: 'numpy',
  label: 'NumPy',
  extension: 'py',
  write(layer) {
    return program(
      'import numpy as np',
      `${heading(layer)}\n${tensor('X', layer.x)}\n${tensor('K', layer.k)}`,
      layer.bias && `bias = np.array(${biasList(layer.bias)})`,
      layer.op === 'conv' ? convolution(layer) : transposed(layer),
      layer.bias && 'Y += bias[:, None, None]',
      assertion(layer),
    );
  },
  reads: {
    mark: /^kh, kw = K\.shape/m,
    body: /^kh, kw = /m,
    settings(text, { op }) {
      if (!text.includes('np.tensordot(')) return undefined;
      const steps = [
        ...text.matchAll(/\b([ij])(?: \* (\d+))? : \1(?: \* \d+)? \+ k[hw](?: \* (\d+) : \d+)?/g),
      ];
      if (steps.length !== 2) return undefined;
      const crop = /^Y = full\[:, :, (\d+) : height - (\d+), (\d+) : width - (\d+)\]/m;
      const [rows] = numbersOf(/^height = .{1,80}\(kh - 1\) \+ 1(?: \+ (\d+))?$/m, text) ?? [0];
      const [columns] = numbersOf(/^width = .{1,80}\(kw - 1\) \+ 1(?: \+ (\d+))?$/m, text) ?? [0];
      const whole = /^Y = full$/m.test(text) ? [0, 0, 0, 0] : undefined;
      const padding = op === 'conv' ? padsOfNumpy(text) : (numbersOf(crop, text) ?? whole);
      return (
        padding && {
          stride: steps.map(([, , step = '1']) => Number(step)),
          dilation: steps.map(([, , , step = '1']) => Number(step)),
          padding,
          outputPadding: [rows, columns],
          groups: numbersOf(/^for g in range\((\d+)\)/m, text)?.[0] ?? 1,
        }
      );
    },
  },
  cells(layer) {
    const { op, k, stride, dilation, outputPadding, padding } = layer;
    const none = { text: '', value: outputPadding };
    return {
      padding: unusual(padding, 0)
        ? op === 'conv'
          ? { text: `np.pad(X, ${sides(layer)})` }
          : { text: `full${cropped(layer)}` }
        : { text: '', value: padding },
      stride: {
        text: `i * ${stride[0]}, j * ${stride[1]}`,
        value: stride,
      },
      dilation: { text: `::${dilation[0]}, ::${dilation[1]}`, value: dilation },
      outputPadding: unusual(outputPadding, 0) ? { text: '', means: 'more' } : none,
      kernel: { text: tuple(k.shape), value: k.shape },
    };
  },
};

/** `[:, :, 1:-1, 2:]`, what padding leaves. @param {Layer} layer */
export const cropped = ({ padding: [top, bottom, left, right] }) =>
  `[:, :, ${top || ''}:${-bottom || ''}, ${left || ''}:${-right || ''}]`;

/** `((0, 0), (0, 0), (1, 1), (2, 2))`. @param {Layer} layer */
export const sides = ({ padding: [top, bottom, left, right] }) =>
  `((0, 0), (0, 0), (${top}, ${bottom}), (${left}, ${right}))`;

/** `i * 2 : i * 2 + 3 : 2`, the cells that the taps meet. */
const slices = (/** @type {Layer} */ { stride, dilation }) =>
  ['i', 'j'].map((index, axis) => {
    const from = stride[axis] === 1 ? index : `${index} * ${stride[axis]}`;
    const taps = axis === 0 ? 'kh' : 'kw';
    const step = dilation[axis];
    return step === 1
      ? `${from} : ${from} + ${taps}`
      : `${from} : ${from} + ${taps} * ${step} : ${step}`;
  });

/** The loops over groups and cells around one line. @param {Layer} layer @param {string} over @param {(outs: string, ins: string) => string} line */
function loops({ op, k, groups }, over, line) {
  const [outer, inner] = k.shape;
  const [outputs, inputs] = op === 'conv' ? [outer / groups, inner] : [inner, outer / groups];
  const cells = (/** @type {string} */ indent, /** @type {string} */ body) =>
    [
      `${indent}for i in range(${over}.shape[2]):`,
      `${indent}    for j in range(${over}.shape[3]):`,
      `${indent}        ${body}`,
    ].join('\n');
  if (groups === 1) return cells('', line(':', ':'));
  return [
    `for g in range(${groups}):  # each group has inputs and outputs of its own`,
    `    ins, outs = slice(g * ${inputs}, (g + 1) * ${inputs}), slice(g * ${outputs}, (g + 1) * ${outputs})`,
    cells('    ', line('outs', 'ins')),
  ].join('\n');
}

/** @param {Layer} layer */
function convolution(layer) {
  const [rows, columns] = slices(layer);
  const body = loops(layer, 'Y', (outs, ins) => {
    const kernel = outs === ':' ? 'K' : `K[${outs}]`;
    return `Y[0, ${outs}, i, j] = np.tensordot(${kernel}, P[0, ${ins}, ${rows}, ${columns}], 3)`;
  });
  return [
    `kh, kw = K.shape[2:]`,
    `P = np.pad(X, ${sides(layer)})`,
    `Y = np.zeros(${tuple(layer.y.shape)})`,
    comments('Each cell of Y collects a window of X, weighed by K as it is: not flipped.'),
    body,
  ].join('\n');
}

/** @param {Layer} layer */
function transposed(layer) {
  const { y, stride, dilation, outputPadding, padding } = layer;
  const [top, bottom, left, right] = padding;
  const [rows, columns] = slices(layer);
  const body = loops(layer, 'X', (outs, ins) => {
    const kernel = ins === ':' ? 'K' : `K[${ins}]`;
    return `full[0, ${outs}, ${rows}, ${columns}] += np.tensordot(X[0, ${ins}, i, j], ${kernel}, 1)`;
  });
  const extent = (/** @type {number} */ axis) =>
    [
      `(X.shape[${2 + axis}] - 1) * ${stride[axis]}`,
      `${dilation[axis]} * (${axis === 0 ? 'kh' : 'kw'} - 1)`,
      '1',
      ...(outputPadding[axis] ? [String(outputPadding[axis])] : []),
    ].join(' + ');
  const crop = unusual(padding, 0);
  return [
    `kh, kw = K.shape[2:]`,
    `height = ${extent(0)}`,
    `width = ${extent(1)}`,
    `full = np.zeros((1, ${y.shape[1]}, height, width))`,
    comments('Each cell of X adds its stamp, K times its number.'),
    body,
    ...(crop
      ? [
          comments('Padding crops.'),
          `Y = full[:, :, ${top} : height - ${bottom}, ${left} : width - ${right}]`,
        ]
      : ['Y = full']),
  ].join('\n');
}
