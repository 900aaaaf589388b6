import { irVersion, modelBytes, opset } from '../onnx-model.js';
import { unusual } from '../layer.js';
import { numbersOf } from '../reads.js';
import {
  assertion,
  biasList,
  bracketed,
  call,
  comments,
  heading,
  program,
  tensor,
  tuple,
} from '../python.js';

/**
 * @typedef {import('../layer.js').Layer} Layer
 * @typedef {import('../onnx-model.js').Node} Node
 */

const make = /** @type {const} */ ({
  list: ['np.array(', ', dtype=np.float32)'],
  array: ['', '.astype(np.float32)'],
});

/** The digits that float32 holds. */
const digits = 8;

/** @type {import('../layer.js').Format} */
export const onnx = {
  name: 'onnx',
  label: 'ONNX',
  extension: 'py',
  write(layer) {
    const { bias, x, y } = layer;
    const info = (/** @type {string} */ name, /** @type {number[]} */ shape) =>
      `helper.make_tensor_value_info('${name}', TensorProto.FLOAT, ${bracketed(shape)})`;
    const weights = [
      "numpy_helper.from_array(K, 'K')",
      ...(bias ? ["numpy_helper.from_array(bias, 'bias')"] : []),
      ...(more(layer) ? ["numpy_helper.from_array(below, 'below')"] : []),
    ];
    return program(
      'import numpy as np\nimport onnx\nimport onnxruntime\nfrom onnx import TensorProto, helper, numpy_helper',
      `${heading(layer)}\n${comments('In float32: ONNX Runtime knows no ConvTranspose in float64.')}\n${tensor('X', x, make)}`,
      `${comments(
        layer.op === 'conv'
          ? 'The weights are (out, in/group, kh, kw), as in PyTorch, and are not flipped.'
          : 'The weights are (in, out/group, kh, kw), as in PyTorch.',
      )}\n${tensor('K', layer.k, make)}`,
      bias && `bias = np.array(${biasList(bias)}, dtype=np.float32)`,
      nodesText(layer),
      [
        call('graph = helper.make_graph', [
          'nodes',
          "'layer'",
          `[${info('X', x.shape)}]`,
          `[${info('Y', y.shape)}]`,
          `initializer=[${weights.join(', ')}]`,
        ]),
        `model = helper.make_model(graph, ir_version=${irVersion}, opset_imports=[helper.make_opsetid('', ${opset})])`,
        'onnx.checker.check_model(model, full_check=True)',
        "Y, = onnxruntime.InferenceSession(model.SerializeToString()).run(None, {'X': X})",
      ].join('\n'),
      assertion(layer, digits),
    );
  },
  reads: {
    mark: /^# In float32: ONNX Runtime/m,
    body: /^(?:# ONNX Runtime asks|below = |# pads|nodes = )/m,
    settings(text) {
      const pair = (/** @type {string} */ name) =>
        numbersOf(new RegExp(`\\b${name}=\\[(\\d+), (\\d+)\\]`), text);
      const [stride, dilation] = [pair('strides'), pair('dilations')];
      const pads = numbersOf(/\bpads=\[(\d+), (\d+), (\d+), (\d+)\]/, text);
      const [groups] = numbersOf(/\bgroup=(\d+)/, text) ?? [];
      if (!stride || !dilation || !pads || !groups || !text.includes('make_node')) return undefined;
      const [top, left, bottom, right] = pads;
      const below = numbersOf(/^below = np\.array\(\[0, 0, 0, 0, 0, 0, (\d+), (\d+)\]/m, text);
      if (!below) {
        const outputPadding = pair('output_padding') ?? [0, 0];
        return { stride, dilation, padding: [top, bottom, left, right], outputPadding, groups };
      }
      // Of what the zeros at the end of X make, pads crop some: the least output padding that comes to it.
      const made = below.map((cells, i) => cells * stride[i]);
      const more = below.map((cells, i) =>
        cells === 0 ? 0 : Math.max(made[i] - stride[i] + 1, made[i] - [bottom, right][i]),
      );
      const padding = [top, bottom - made[0] + more[0], left, right - made[1] + more[1]];
      return { stride, dilation, padding, outputPadding: more, groups };
    },
  },
  /** The model itself, as a file. */
  bytes(layer) {
    const { x, k, y, bias } = layer;
    const below = more(layer);
    return modelBytes({
      nodes: nodes(layer),
      input: { name: 'X', shape: x.shape },
      output: { name: 'Y', shape: y.shape },
      weights: [
        { name: 'K', ...k },
        ...(bias ? [{ name: 'bias', shape: [bias.length], data: bias }] : []),
        ...(below ? [{ name: 'below', shape: [8], data: padOf(below), whole: true }] : []),
      ],
    });
  },
  cells(layer) {
    const { op, k, stride, dilation, outputPadding } = layer;
    const { pads, strides, dilations, output_padding } = /** @type {Record<string, number[]>} */ (
      attributes(layer)
    );
    return {
      padding: {
        text: `pads=${bracketed(pads)}`,
        value: pads,
      },
      stride: { text: `strides=${bracketed(strides)}`, value: stride },
      dilation: { text: `dilations=${bracketed(dilations)}`, value: dilation },
      outputPadding:
        op === 'conv'
          ? { text: '', value: outputPadding }
          : {
              text: more(layer) ? 'Pad(X)' : `output_padding=${bracketed(output_padding)}`,
              value: more(layer) ? undefined : outputPadding,
            },
      kernel: { text: tuple(k.shape), value: k.shape },
    };
  },
};

/**
 * How many rows and columns of zeros X needs at its end where the output padding is not below the
 * stride: then some runtimes refuse it, while each row of zeros makes as many rows as the stride.
 * @param {Layer} layer
 */
function more({ op, stride, outputPadding }) {
  if (op === 'conv' || outputPadding.every((rows, i) => rows < stride[i])) return undefined;
  return outputPadding.map((rows, i) => Math.ceil(rows / stride[i]));
}

/** @param {number[]} below */
const padOf = ([rows, columns]) => [0, 0, 0, 0, 0, 0, rows, columns];

/** @param {Layer} layer @returns {Node['attributes']} */
function attributes(layer) {
  const { op, k, stride, dilation, outputPadding, padding, groups } = layer;
  const [top, bottom, left, right] = padding;
  const below = more(layer);
  const [down, across] = below
    ? below.map((cells, i) => cells * stride[i] - outputPadding[i])
    : [0, 0];
  return {
    kernel_shape: k.shape.slice(2),
    strides: stride,
    pads: [top, left, bottom + down, right + across],
    dilations: dilation,
    group: groups,
    ...(op === 'tconv' ? { output_padding: below ? [0, 0] : outputPadding } : {}),
  };
}

/** @param {Layer} layer @returns {Node[]} */
function nodes(layer) {
  const { op, bias } = layer;
  const input = more(layer) ? 'padded' : 'X';
  const node = {
    type: op === 'conv' ? 'Conv' : 'ConvTranspose',
    inputs: [input, 'K', ...(bias ? ['bias'] : [])],
    outputs: ['Y'],
    attributes: attributes(layer),
  };
  if (!more(layer)) return [node];
  return [{ type: 'Pad', inputs: ['X', 'below'], outputs: ['padded'], attributes: {} }, node];
}

/** The nodes as `onnx.helper` makes them. @param {Layer} layer */
function nodesText(layer) {
  const below = more(layer);
  const made = nodes(layer).map(({ type, inputs, outputs, attributes }) => {
    const names = (/** @type {string[]} */ list) =>
      `[${list.map((name) => `'${name}'`).join(', ')}]`;
    const settings = Object.entries(attributes).map(
      ([name, value]) => `${name}=${Array.isArray(value) ? bracketed(value) : value}`,
    );
    return call('helper.make_node', [`'${type}'`, names(inputs), names(outputs), ...settings]);
  });
  return [
    ...(below
      ? [
          comments(
            'ONNX Runtime asks for an output_padding below the stride. Zeros below and beside X make',
            'stride rows and columns each; pads crops those that are too many.',
          ),
          `below = np.array(${bracketed(padOf(below))}, dtype=np.int64)`,
        ]
      : []),
    ...(unusual(layer.padding, 0)
      ? [comments('pads is top, left, bottom, right: all that begin, then all that end.')]
      : []),
    `nodes = [${made.join(', ')}]`,
  ].join('\n');
}
