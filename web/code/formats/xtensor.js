import { operationNames, sums, tolerance, unusual } from '../layer.js';
import { nestedText, numberIn, styles } from '../lists.js';
import { isWritten } from '../python.js';
import { numbersOf } from '../reads.js';

/**
 * @typedef {import('../layer.js').Layer} Layer
 * @typedef {import('../layer.js').Numbers} Numbers
 */

/** C++ with the headers of this project. @type {import('../layer.js').Format} */
export const xtensor = {
  name: 'xtensor',
  label: 'C++ (xtensor)',
  extension: 'cpp',
  writes: (numbers) => isWritten(numbers) || numbers.generator !== undefined,
  write(layer) {
    const { op, x, k, y, bias } = layer;
    const generated = !isWritten(x) || !isWritten(k);
    const lines = [
      `// ${operationNames[op]}: X ${braces(x.shape)}, K ${braces(k.shape)} -> Y ${braces(y.shape)}`,
      '// Built with the library of this project:',
      '//   cmake -S . -B build/conv && cmake --build build/conv --target conv',
      '//   c++ -std=c++20 -O2 -I cpp -I build/conv/include layer.cpp build/conv/libconv.a -o layer',
      '#include <cmath>',
      '#include <cstdio>',
      '#include <cstdlib>',
      '#include <limits>',
      '#include <variant>',
      '',
      '#include "convolution.hpp"',
      ...(generated ? ['#include "generators.hpp"'] : []),
      '',
      'int main() {',
      ...declared('X', x),
      ...(op === 'conv'
        ? ['  // (out, in/groups, kh, kw), as in PyTorch; not flipped.']
        : ['  // (in, out/groups, kh, kw), as in PyTorch.']),
      ...declared('K', k),
      ...(bias ? [`  const conv::Bias<double> bias{${bias.map(numberIn.cpp).join(', ')}};`] : []),
      '',
      `  const conv::Settings settings${settings(layer)};`,
      `  const auto answer = conv::${operationNames[op]}(X, K, settings${bias ? ', bias' : ''});`,
      '  if (const auto* fault = std::get_if<conv::Fault>(&answer)) {',
      '    std::fprintf(stderr, "%s\\n", fault->message().c_str());',
      '    return EXIT_FAILURE;',
      '  }',
      '  const auto& Y = std::get<conv::Tensor<double>>(answer);',
      '',
      ...(isWritten(y) ? compared(layer) : summed(layer)),
      '}',
    ];
    return `${lines.join('\n')}\n`;
  },
  reads: {
    mark: /^ *\/\/ conv/,
    body: /^ *const conv::Settings/m,
    settings(text) {
      const [, given] = /const conv::Settings settings\{([^;]{0,400})\};/.exec(text) ?? [];
      if (given === undefined) return undefined;
      const list = (/** @type {string} */ name) =>
        numbersOf(new RegExp(`\\.${name} = \\{(\\d+), (\\d+)(?:, (\\d+), (\\d+))?\\}`), given);
      return {
        stride: list('stride')?.slice(0, 2) ?? [1, 1],
        dilation: list('dilation')?.slice(0, 2) ?? [1, 1],
        padding: list('padding') ?? [0, 0, 0, 0],
        outputPadding: list('output_padding')?.slice(0, 2) ?? [0, 0],
        groups: numbersOf(/\.groups = (\d+)/, given)?.[0] ?? 1,
      };
    },
  },
  cells({ k, stride, dilation, outputPadding, padding, op }) {
    return {
      padding: { text: `.padding = ${braces(padding)}`, value: padding },
      stride: { text: `.stride = ${braces(stride)}`, value: stride },
      dilation: { text: `.dilation = ${braces(dilation)}`, value: dilation },
      outputPadding: {
        text: op === 'conv' ? '' : `.output_padding = ${braces(outputPadding)}`,
        value: outputPadding,
      },
      kernel: { text: braces(k.shape), value: k.shape },
    };
  },
};

/** @param {readonly (number | string)[]} list */
const braces = (list) => `{${list.join(', ')}}`;

/** @param {string} name @param {Numbers} numbers */
function declared(name, numbers) {
  if (isWritten(numbers)) {
    const before = `  const conv::Tensor<double> ${name}`;
    return [`${before}${nestedText(numbers, styles.cpp, before.length)};`];
  }
  const { shape, generator = { name: '', args: [] } } = numbers;
  const made = `"${generator.name}", ${braces(shape)}, ${braces(generator.args.map(numberIn.cpp))}`;
  return [`  const auto ${name} = std::get<conv::Tensor<double>>(conv::generate(${made}));`];
}

/** Four sides in the order top, bottom, left, right. @param {Layer} layer */
function settings({ op, stride, dilation, outputPadding, padding, groups }) {
  const given = [
    unusual(stride, 1) && `.stride = ${braces(stride)}`,
    unusual(dilation, 1) && `.dilation = ${braces(dilation)}`,
    unusual(padding, 0) && `.padding = ${braces(padding)}`,
    op === 'tconv' && unusual(outputPadding, 0) && `.output_padding = ${braces(outputPadding)}`,
    groups > 1 && `.groups = ${groups}`,
  ].filter(Boolean);
  return `{${given.join(',\n                                ')}}`;
}

/** @param {Layer} layer */
function compared(layer) {
  return [
    ...declared('expected', layer.y),
    '  if (Y.shape() != expected.shape()) return EXIT_FAILURE;',
    '  for (std::size_t i = 0; i < Y.size(); ++i) {',
    '    const double got = Y.data()[i], wanted = expected.data()[i];',
    `    if (!(std::abs(got - wanted) <= ${tolerance(layer)}) && got != wanted) return EXIT_FAILURE;`,
    '  }',
    '  return EXIT_SUCCESS;',
  ];
}

/** @param {Layer} layer */
function summed(layer) {
  const { sum, weighted, near } = sums(layer);
  const count = layer.y.data.length;
  return [
    `  // ${count} numbers are too many to write: their sum, and that weighted by their places, are compared.`,
    '  double sum = 0, weighted = 0;',
    `  if (Y.size() != ${count}) return EXIT_FAILURE;`,
    '  for (std::size_t i = 0; i < Y.size(); ++i) {',
    '    sum += Y.data()[i];',
    `    weighted += Y.data()[i] * static_cast<double>(i + 1) / ${count};`,
    '  }',
    `  const double near = ${near};`,
    `  const bool same = std::abs(sum - ${numberIn.cpp(sum)}) <= near &&`,
    `                    std::abs(weighted - ${numberIn.cpp(weighted)}) <= near;`,
    '  return same ? EXIT_SUCCESS : EXIT_FAILURE;',
  ];
}
