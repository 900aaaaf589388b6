import { extents, operationNames, sums, tolerance, unusual } from '../layer.js';
import { numberIn } from '../lists.js';
import { isWritten } from '../python.js';
import { cropsAround, numbersOf } from '../reads.js';

/**
 * @typedef {import('../layer.js').Layer} Layer
 * @typedef {import('../layer.js').Numbers} Numbers
 */

/** For MATLAB and Octave. @type {import('../layer.js').Format} */
export const matlab = {
  name: 'matlab',
  label: 'MATLAB',
  extension: 'm',
  writes: (numbers) => isWritten(numbers) || formula(numbers) !== undefined,
  write(layer) {
    const { op, x, k, y, bias } = layer;
    const size = (/** @type {number[]} */ shape) => shape.join(' x ');
    const parts = [
      `% ${operationNames[op]}: X ${size(x.shape)}, K ${size(k.shape)} -> Y ${size(y.shape)}\n` +
        '% All are laid out as in PyTorch: (batch, channel, row, column).',
      tensor('X', x),
      tensor('K', k),
      bias && `bias = [${bias.map(numberIn.matlab).join(' ')}];`,
      op === 'conv' ? convolution(layer) : transposed(layer),
      isWritten(y) ? `${tensor('expected', y)}\n${compared(layer)}` : summed(layer),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
  },
  reads: {
    mark: /^ *% conv/,
    body: /^Y = zeros\(/m,
    settings(text, sizes) {
      const { op, x } = sizes;
      const [inputs] = numbersOf(/for c = 1:(\d+)$/m, text) ?? [];
      if (!inputs || !text.includes('conv2(')) return undefined;
      const dilation = numbersOf(/kernel\(1:(\d+):end, 1:(\d+):end\) =/, text) ?? [1, 1];
      const stride = numbersOf(/(?:= part|spread)\(1:(\d+):end, 1:(\d+):end\)/, text);
      if (!stride) return undefined;
      const [columns] = numbersOf(/full = \[full zeros\(size\(full, 1\), (\d+)\)\]/, text) ?? [0];
      const [rows] = numbersOf(/full = \[full; zeros\((\d+), size\(full, 2\)\)\]/, text) ?? [0];
      const settings = { stride, dilation, outputPadding: [rows, columns], groups: x[1] / inputs };
      if (op === 'conv') {
        const whole = numbersOf(/padded = zeros\((\d+), (\d+)\)/, text);
        const first = numbersOf(/padded\((\d+) \+ \(1:\d+\), (\d+) \+ \(1:\d+\)\)/, text);
        if (!whole || !first) return undefined;
        const padding = [0, 1].flatMap((i) => [first[i], whole[i] - first[i] - x[2 + i]]);
        return { ...settings, padding };
      }
      const part = numbersOf(/part = full\((\d+) \+ \(1:(\d+)\), (\d+) \+ \(1:(\d+)\)\)/, text);
      if (!part) return undefined;
      const [top, height, left, width] = part;
      return { ...settings, padding: cropsAround(sizes, settings, [top, left], [height, width]) };
    },
  },
  cells(layer) {
    const { op, k, stride, dilation, outputPadding, padding } = layer;
    const [outer, inner, ...taps] = k.shape;
    const [top, bottom, left, right] = padding;
    const name = op === 'conv' ? "'Padding'" : "'Cropping'";
    const list = (/** @type {number[]} */ numbers) => `[${numbers.join(' ')}]`;
    return {
      padding: { text: `${name}, ${list([top, bottom, left, right])}`, value: padding },
      stride: { text: `'Stride', ${list(stride)}`, value: stride },
      dilation:
        op === 'conv'
          ? { text: `'DilationFactor', ${list(dilation)}`, value: dilation }
          : unusual(dilation, 1)
            ? { text: '', means: 'taps' }
            : { text: '', value: dilation },
      outputPadding: unusual(outputPadding, 0)
        ? {
            text: `'Cropping', ${list([top, bottom - outputPadding[0], left, right - outputPadding[1]])}`,
          }
        : { text: '', value: outputPadding },
      kernel: { text: list([...taps, inner, outer]) },
    };
  },
};

/** @param {string} name @param {Numbers} numbers */
function tensor(name, numbers) {
  const { shape, data } = numbers;
  const [outer, inner, rows, columns] = shape;
  if (!isWritten(numbers)) return `${name} = ${formula(numbers)};`;
  const lines = [`${name} = zeros(${shape.join(', ')});`];
  for (let a = 0; a < outer; a++) {
    for (let b = 0; b < inner; b++) {
      const before = `${name}(${a + 1}, ${b + 1}, :, :) = [`;
      const row = (/** @type {number} */ r) => {
        const from = ((a * inner + b) * rows + r) * columns;
        return Array.from({ length: columns }, (_, c) => numberIn.matlab(data[from + c])).join(' ');
      };
      const all = Array.from({ length: rows }, (_, r) => row(r));
      lines.push(`${before}${all.join(`\n${' '.repeat(before.length)}`)}];`);
    }
  }
  return lines.join('\n');
}

/** What makes a tensor that is too large to write out, where MATLAB has it. @param {Numbers} numbers */
function formula({ shape, generator }) {
  const [outer, inner, rows, columns] = shape;
  const { name = '', args = [] } = generator ?? {};
  if (name === 'zeros' || name === 'ones') return `${name}(${shape.join(', ')})`;
  if (name === 'eye')
    return `repmat(reshape(eye(${rows}, ${columns}), [1 1 ${rows} ${columns}]), [${outer} ${inner}])`;
  if (name === 'arange') {
    const [start = 0, step = 1] = args;
    const count = outer * inner * rows * columns;
    // MATLAB counts along the first dimension first.
    const list = `${numberIn.matlab(start)} + ${numberIn.matlab(step)} * (0:${count - 1})`;
    return `permute(reshape(${list}, [${[...shape].reverse().join(' ')}]), [4 3 2 1])`;
  }
  return undefined;
}

/** @param {Layer} layer */
const compared = (layer) =>
  `assert(all(abs(Y(:) - expected(:)) <= ${tolerance(layer)} | Y(:) == expected(:)))`;

/** @param {Layer} layer */
function summed(layer) {
  const count = layer.y.data.length;
  const { sum, weighted, near } = sums(layer);
  return [
    `% ${count} numbers are too many to write: their sum, and that weighted by their places, are compared.`,
    `flat = reshape(permute(Y, [4 3 2 1]), [], 1);`,
    `assert(numel(flat) == ${count})`,
    `assert(abs(sum(flat) - ${numberIn.matlab(sum)}) <= ${near})`,
    `assert(abs((1:${count}) * flat / ${count} - ${numberIn.matlab(weighted)}) <= ${near})`,
  ].join('\n');
}

/** The kernel of one pair of channels, its gaps filled with zeros. @param {Layer} layer @param {string} channels */
function kernel(layer, channels) {
  const { k, dilation } = layer;
  const [rows, columns] = k.shape.slice(2);
  const plane = `reshape(K(${channels}, :, :), ${rows}, ${columns})`;
  if (!unusual(dilation, 1)) return [`kernel = ${plane};`];
  const [height, width] = extents(layer);
  return [
    `kernel = zeros(${height}, ${width});  % dilation: zeros between the taps`,
    `kernel(1:${dilation[0]}:end, 1:${dilation[1]}:end) = ${plane};`,
  ];
}

/** The loops over the pairs of channels that are joined. @param {Layer} layer @param {string[]} body */
function pairs({ op, x, y, groups }, body) {
  const [inputs, outputs] = [x.shape[1] / groups, y.shape[1] / groups];
  const first = groups === 1 ? '' : `floor((o - 1) / ${outputs}) * ${inputs} + `;
  return [
    `for o = 1:${y.shape[1]}`,
    `    for c = 1:${inputs}`,
    `        i = ${first}c;${first ? "  % the channels of the output's own group" : ''}`,
    ...(op === 'tconv' && groups > 1 ? [`        p = mod(o - 1, ${outputs}) + 1;`] : []),
    ...body.map((line) => `        ${line}`),
    '    end',
    'end',
  ];
}

/** @param {Layer} layer */
function convolution(layer) {
  const { x, y, bias, stride, padding } = layer;
  const [top, bottom, left, right] = padding;
  const [rows, columns] = x.shape.slice(2);
  const last = [y.shape[2], y.shape[3]];
  return [
    `Y = zeros(${y.shape.join(', ')});`,
    '% conv2 flips its kernel; the convolution of deep learning does not: rot90(kernel, 2) undoes it.',
    ...pairs(layer, [
      ...kernel(layer, 'o, c'),
      `padded = zeros(${rows + top + bottom}, ${columns + left + right});`,
      `padded(${top} + (1:${rows}), ${left} + (1:${columns})) = reshape(X(1, i, :, :), ${rows}, ${columns});`,
      "part = conv2(padded, rot90(kernel, 2), 'valid');",
      `part = part(1:${stride[0]}:end, 1:${stride[1]}:end);`,
      `Y(1, o, :, :) = Y(1, o, :, :) + reshape(part, 1, 1, ${last.join(', ')});`,
    ]),
    ...biased(bias),
  ].join('\n');
}

/** @param {Layer} layer */
function transposed(layer) {
  const { x, y, bias, stride, outputPadding, padding, groups } = layer;
  const [top, , left] = padding;
  const [rows, columns] = x.shape.slice(2);
  const [height, width] = y.shape.slice(2);
  const spread = [rows, columns].map((cells, i) => (cells - 1) * stride[i] + 1);
  const more = unusual(outputPadding, 0);
  return [
    `Y = zeros(${y.shape.join(', ')});`,
    '% A transposed convolution is the full convolution of mathematics, which flips the kernel: conv2.',
    ...pairs(layer, [
      ...kernel(layer, groups > 1 ? 'i, p' : 'i, o'),
      `spread = zeros(${spread.join(', ')});  % stride: zeros between the cells of X`,
      `spread(1:${stride[0]}:end, 1:${stride[1]}:end) = reshape(X(1, i, :, :), ${rows}, ${columns});`,
      'full = conv2(spread, kernel);',
      ...(more
        ? [
            '% output_padding: more rows and columns',
            `full = [full zeros(size(full, 1), ${outputPadding[1]})];`,
            `full = [full; zeros(${outputPadding[0]}, size(full, 2))];`,
          ]
        : []),
      `part = full(${top} + (1:${height}), ${left} + (1:${width}));  % padding crops`,
      `Y(1, o, :, :) = Y(1, o, :, :) + reshape(part, 1, 1, ${height}, ${width});`,
    ]),
    ...biased(bias),
  ].join('\n');
}

/** @param {number[] | undefined} bias */
const biased = (bias) => (bias ? [`Y = Y + reshape(bias, 1, []);`] : []);
