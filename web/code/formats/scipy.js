import { extents, unusual } from '../layer.js';
import { cropsAround, numbersOf, padsOfNumpy } from '../reads.js';
import { assertion, biasList, comments, heading, program, tensor, tuple } from '../python.js';
import { cropped, sides } from './numpy.js';

/** @typedef {import('../layer.js').Layer} Layer */

/** @type {import('../layer.js').Format} */
export const scipy = {
  name: 'scipy',
  label: 'SciPy',
  extension: 'py',
  write(layer) {
    const { op, dilation, stride, bias } = layer;
    return program(
      'import numpy as np\nfrom scipy import signal',
      `${heading(layer)}\n${tensor('X', layer.x)}\n${tensor('K', layer.k)}`,
      bias && `bias = np.array(${biasList(bias)})`,
      unusual(dilation, 1) &&
        gaps('K', extents(layer), dilation, 'dilation is zeros between the taps'),
      op === 'conv' ? convolution(layer) : transposed(layer, stride),
      bias && 'Y += bias[:, None, None]',
      assertion(layer),
    );
  },
  reads: {
    mark: /^# .*(?:that is correlate2d|full convolution of mathematics)/m,
    body: /^(?:# SciPy knows|P = |Y = |# A transposed|full = |rows, )/m,
    settings(text, sizes) {
      const { op, x } = sizes;
      const called = numbersOf(
        /signal\.(?:correlate2d|convolve2d)\(.{1,60}, mode='(?:valid|full)'\)(?:\[::(\d+), ::(\d+)\])?$/m,
        text,
      );
      const [inputs] = numbersOf(/for c in range\((\d+)\)/, text) ?? [];
      if (!called || !inputs) return undefined;
      const spread = (/** @type {string} */ name) =>
        numbersOf(new RegExp(`^spread\\[:, :, ::(\\d+), ::(\\d+)\\] = ${name}$`, 'm'), text);
      const stride = op === 'conv' ? called.map((step) => step || 1) : (spread('X') ?? [1, 1]);
      const dilation = spread('K') ?? [1, 1];
      const more = numbersOf(
        /full = np\.pad\(full, \(\(0, 0\), \(0, 0\), \(0, (\d+)\), \(0, (\d+)\)\)\)/,
        text,
      ) ?? [0, 0];
      const settings = { stride, dilation, outputPadding: more, groups: x[1] / inputs };
      if (op === 'conv') return { ...settings, padding: padsOfNumpy(text) ?? [0, 0, 0, 0] };
      const part = numbersOf(
        /^Y = full\[:, :, (\d+) : \d+ \+ (\d+), (\d+) : \d+ \+ (\d+)\]/m,
        text,
      );
      if (!part) return { ...settings, padding: [0, 0, 0, 0] };
      const [top, rows, left, columns] = part;
      return { ...settings, padding: cropsAround(sizes, settings, [top, left], [rows, columns]) };
    },
  },
  cells(layer) {
    const { op, k, stride, dilation, outputPadding, padding } = layer;
    return {
      padding: unusual(padding, 0)
        ? op === 'conv'
          ? { text: `np.pad(X, ${sides(layer)}), mode='valid'` }
          : { text: `mode='full', full${cropped(layer)}` }
        : { text: op === 'conv' ? "mode='valid'" : "mode='full'", value: padding },
      stride: unusual(stride, 1)
        ? op === 'conv'
          ? { text: `[::${stride[0]}, ::${stride[1]}]` }
          : { text: '', means: 'cells' }
        : { text: '', value: stride },
      dilation: unusual(dilation, 1) ? { text: '', means: 'taps' } : { text: '', value: dilation },
      outputPadding: unusual(outputPadding, 0)
        ? { text: '', means: 'more' }
        : { text: '', value: outputPadding },
      kernel: { text: tuple(k.shape), value: k.shape },
    };
  },
};

/**
 * The lines that put zeros between the cells of an operand.
 * @param {string} name
 * @param {number[]} sizes with the zeros
 * @param {number[]} steps
 * @param {string} why
 */
function gaps(name, sizes, steps, why) {
  return [
    comments(`SciPy knows neither stride nor dilation: ${why}.`),
    `spread = np.zeros(${name}.shape[:2] + ${tuple(sizes)})`,
    `spread[:, :, ::${steps[0]}, ::${steps[1]}] = ${name}`,
    `${name} = spread`,
  ].join('\n');
}

/** The two loops over the pairs of channels that are joined. @param {Layer} layer @param {string} body */
function pairs({ op, x, y, groups }, body) {
  const [inputs, outputs] = [x.shape[1] / groups, y.shape[1] / groups];
  const first = groups === 1 ? '' : `o // ${outputs} * ${inputs} + `;
  const kernel = op === 'conv' ? 'K[o, c]' : groups === 1 ? 'K[c, o]' : `K[i, o % ${outputs}]`;
  return [
    `for o in range(${y.shape[1]}):`,
    `    for c in range(${inputs}):`,
    ...(first ? [`        i = ${first}c  # the channels of the output's own group`] : []),
    `        ${body.replace('INPUT', first ? 'i' : 'c').replace('KERNEL', kernel)}`,
  ].join('\n');
}

/** @param {Layer} layer */
function convolution(layer) {
  const { y, stride, padding } = layer;
  const every = unusual(stride, 1) ? `[::${stride[0]}, ::${stride[1]}]` : '';
  const input = unusual(padding, 0) ? 'P' : 'X';
  return [
    ...(input === 'P' ? [`P = np.pad(X, ${sides(layer)})`] : []),
    `Y = np.zeros(${tuple(y.shape)})`,
    comments(
      'The convolution of deep learning does not flip K: that is correlate2d. convolve2d flips it.',
      ...(every ? ['SciPy knows no stride: the cells between are computed and left out.'] : []),
    ),
    pairs(layer, `Y[0, o] += signal.correlate2d(${input}[0, INPUT], KERNEL, mode='valid')${every}`),
  ].join('\n');
}

/** @param {Layer} layer @param {number[]} stride */
function transposed(layer, stride) {
  const { x, y, outputPadding, padding } = layer;
  const [top, , left] = padding;
  const sizes = stride.map((step, i) => step * (x.shape[2 + i] - 1) + 1);
  const more = unusual(outputPadding, 0);
  const [rows, columns] = [y.shape[2], y.shape[3]];
  const full = unusual(padding, 0) || more;
  return [
    ...(unusual(stride, 1)
      ? [gaps('X', sizes, stride, 'stride is zeros between the cells of X')]
      : []),
    comments('A transposed convolution is the full convolution of mathematics, which flips K.'),
    full
      ? pairsInto('full', layer)
      : `Y = np.zeros(${tuple(y.shape)})\n${pairs(layer, "Y[0, o] += signal.convolve2d(X[0, INPUT], KERNEL, mode='full')")}`,
    ...(more
      ? [
          comments('output_padding makes rows and columns at the end.'),
          `full = np.pad(full, ((0, 0), (0, 0), (0, ${outputPadding[0]}), (0, ${outputPadding[1]})))`,
        ]
      : []),
    ...(full
      ? [
          comments('Padding crops.'),
          `Y = full[:, :, ${top} : ${top} + ${rows}, ${left} : ${left} + ${columns}]`,
        ]
      : []),
  ].join('\n');
}

/** @param {string} name @param {Layer} layer */
function pairsInto(name, layer) {
  return [
    `rows, columns = X.shape[2] + K.shape[2] - 1, X.shape[3] + K.shape[3] - 1`,
    `${name} = np.zeros((1, ${layer.y.shape[1]}, rows, columns))`,
    pairs(layer, `${name}[0, o] += signal.convolve2d(X[0, INPUT], KERNEL, mode='full')`),
  ].join('\n');
}
