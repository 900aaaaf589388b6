import { isProblem, problem } from '../../state/problem.js';
import { mostListed } from '../../state/limits.js';
import { fieldsOf, packedOf } from '../protobuf.js';
import { found } from '../reading/layer.js';
import { countOf, kinds, numbersOf, viewOf } from './bytes.js';

/**
 * The convolutions of an ONNX model. The numbers of the fields are those of onnx.proto.
 *
 * @typedef {import('../protobuf.js').Field} Field
 * @typedef {import('../reading/layer.js').Found} Found
 * @typedef {import('../../state/problem.js').Problem} Problem
 *
 * @typedef {object} Weights
 * @property {string} name
 * @property {number[]} shape
 * @property {boolean} external whether its numbers are in another file
 * @property {() => number[] | Problem} read
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {string} name
 * @property {string[]} inputs
 * @property {string[]} outputs
 * @property {Map<string, { numbers: number[], text: string, tensor: Weights | undefined }>} attributes
 */

/** What breaks off the reading. */
class Cut extends Error {}

/** The most layers of a model. */
const mostLayers = 2000;
/** How deep graphs may lie in each other. */
const deepest = 8;

const utf8 = new TextDecoder();

/** @type {Record<number, keyof typeof kinds>} by TensorProto.DataType */
const types = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  4: 'uint16',
  5: 'int16',
  6: 'int32',
  7: 'int64',
  9: 'bool',
  10: 'float16',
  11: 'float64',
  12: 'uint32',
  13: 'uint64',
  16: 'bfloat16',
};

/** @param {Uint8Array | undefined} bytes @returns {Field[]} */
function message(bytes) {
  const fields = bytes && fieldsOf(bytes);
  if (!fields) throw new Cut();
  return fields;
}

/** @param {Field[]} fields @param {number} field */
const texts = (fields, field) =>
  fields.flatMap((each) => (each.field === field && each.bytes ? [utf8.decode(each.bytes)] : []));

/** Numbers of a field, each by itself or packed. @param {Field[]} fields @param {number} field */
const wholes = (fields, field) =>
  fields.flatMap((each) => {
    if (each.field !== field) return [];
    if (!each.bytes) return [each.value];
    const packed = packedOf(each.bytes);
    if (!packed) throw new Cut();
    return packed;
  });

/** @param {Field[]} fields @param {number} field */
const all = (fields, field) => fields.flatMap((each) => (each.field === field ? [each.bytes] : []));

/** Floats of a field, each by itself or packed, little-endian. @param {Field[]} fields @param {number} field
 * @param {4 | 8} size */
const floats = (fields, field, size) =>
  all(fields, field).flatMap((bytes) => {
    if (!bytes || bytes.length % size !== 0) throw new Cut();
    const view = viewOf(bytes);
    return Array.from({ length: bytes.length / size }, (_, i) =>
      size === 4 ? view.getFloat32(4 * i, true) : view.getFloat64(8 * i, true),
    );
  });

/** @param {Uint8Array | undefined} bytes of a TensorProto @returns {Weights} */
function tensor(bytes) {
  const fields = message(bytes);
  const shape = wholes(fields, 1);
  const [type = 0] = wholes(fields, 2);
  const [name = ''] = texts(fields, 8);
  const external = wholes(fields, 14)[0] === 1 || all(fields, 13).length > 0;
  const read = () => {
    const kind = kinds[types[type]];
    if (!kind) return problem('onnx-type', { type }, name);
    const count = countOf(shape.length > 0 ? shape : [1]);
    if (typeof count !== 'number') return count;
    const [raw] = all(fields, 9);
    if (raw) {
      const dense = numbersOf(raw, shape, kind);
      return isProblem(dense) ? dense : Array.from(dense.data);
    }
    const bits = wholes(fields, 5);
    const numbers =
      type === 1
        ? floats(fields, 4, 4)
        : type === 11
          ? floats(fields, 10, 8)
          : type === 10 || type === 16
            ? bits.map((each) => {
                const view = new DataView(new ArrayBuffer(2));
                view.setUint16(0, each & 0xffff, true);
                return kind.at(view, 0, true);
              })
            : type === 7
              ? wholes(fields, 7)
              : bits;
    return numbers.length === count
      ? numbers
      : problem('file-cut', { count: numbers.length, expected: count });
  };
  return { name, shape, external, read };
}

/** @param {Uint8Array | undefined} bytes @returns {Node} */
function node(bytes) {
  const fields = message(bytes);
  return {
    type: texts(fields, 4)[0] ?? '',
    name: texts(fields, 3)[0] ?? '',
    inputs: texts(fields, 1),
    outputs: texts(fields, 2),
    attributes: new Map(
      all(fields, 5).map((each) => {
        const parts = message(each);
        const [value] = all(parts, 5);
        const tensor_ = value && tensor(value);
        return [
          texts(parts, 1)[0] ?? '',
          {
            numbers: [...wholes(parts, 3), ...wholes(parts, 8)],
            text: texts(parts, 4)[0] ?? '',
            tensor: tensor_,
          },
        ];
      }),
    ),
  };
}

/** The name of a value and its shape, 0 where the file leaves it open. @param {Uint8Array | undefined} bytes
 * @returns {[string, number[]]} */
function shapeOf(bytes) {
  const fields = message(bytes);
  const [name = ''] = texts(fields, 1);
  const [type] = all(fields, 2).map(message);
  const [plain] = type ? all(type, 1).map(message) : [];
  const [shape] = plain ? all(plain, 2).map(message) : [];
  const extents = shape ? all(shape, 1).map((each) => wholes(message(each), 1)[0] ?? 0) : [];
  return [name, extents];
}

/**
 * @param {Uint8Array} bytes
 * @returns {{ layers: (Found & { name: string })[], notes: Problem[] } | Problem}
 */
export function readOnnx(bytes) {
  try {
    const graphs = all(message(bytes), 7).filter((each) => each !== undefined);
    if (graphs.length === 0) return problem('onnx-none');
    const notes = /** @type {Problem[]} */ ([]);
    const layers = graphs.flatMap((graph) => layersOf(message(graph), notes, 0));
    if (layers.length === 0) return notes[0] ?? problem('onnx-no-layer');
    if (layers.length > mostLayers)
      notes.push(problem('many', { count: layers.length, limit: mostLayers }));
    return { layers: layers.slice(0, mostLayers), notes };
  } catch (error) {
    if (error instanceof Cut) return problem('onnx-cut');
    throw error;
  }
}

/**
 * @param {Field[]} graph
 * @param {Problem[]} notes
 * @param {number} depth
 * @returns {(Found & { name: string })[]}
 */
function layersOf(graph, notes, depth) {
  if (depth > deepest) return [];
  const weights = new Map(
    all(graph, 5)
      .map((each) => tensor(each))
      .map((each) => [each.name, each]),
  );
  const shapes = new Map([11, 12, 13].flatMap((field) => all(graph, field).map(shapeOf)));
  /** @type {Map<string, Padded>} */
  const padded = new Map();
  /** @type {(Found & { name: string })[]} */
  const layers = [];
  for (const each of all(graph, 1)) {
    const { type, name, inputs, outputs, attributes } = node(each);
    const constant = attributes.get('value')?.tensor;
    if (type === 'Constant' && constant) weights.set(outputs[0], constant);
    // What only hands its input on: the weights are behind it.
    if (['Identity', 'Cast'].includes(type)) {
      const before = weights.get(inputs[0]);
      if (before) weights.set(outputs[0], before);
    }
    if (type === 'Pad') padded.set(outputs[0], padOf(inputs, attributes, weights));
    if (type !== 'Conv' && type !== 'ConvTranspose') continue;
    const before = padded.get(inputs[0]);
    const parts = {
      name: name || outputs[0] || type,
      inputs: before ? [before.input, ...inputs.slice(1)] : inputs,
      attributes,
    };
    const layer = layerOf(type, parts, weights, shapes);
    if (!isProblem(layer) && before) withPad(layer, before);
    if (isProblem(layer)) notes.push(layer);
    else layers.push(layer);
  }
  return layers;
}

/**
 * @param {'Conv' | 'ConvTranspose'} type
 * @param {Pick<Node, 'name' | 'inputs' | 'attributes'>} node
 * @param {ReadonlyMap<string, Weights>} weights
 * @param {ReadonlyMap<string, number[]>} shapes
 * @returns {(Found & { name: string }) | Problem}
 */
function layerOf(type, { name, inputs, attributes }, weights, shapes) {
  const op = type === 'Conv' ? 'conv' : 'tconv';
  const list = (/** @type {string} */ key) => {
    const numbers = attributes.get(key)?.numbers;
    return numbers && numbers.length > 0 ? numbers : undefined;
  };
  const w = weights.get(inputs[1]);
  const kernel = w?.shape ?? known(shapes.get(inputs[1]));
  const taps = list('kernel_shape') ?? kernel?.slice(2);
  if (!taps) return problem('onnx-open', {}, name);
  if (taps.length > 2) return problem('onnx-axes', {}, name);
  const axes = taps.length === 1 ? 1 : 2;
  const two = (/** @type {string} */ key, /** @type {number} */ usual) => {
    const numbers = list(key);
    return !numbers ? [usual] : axes === 1 ? [usual, numbers[0]] : numbers.slice(0, 2);
  };
  const [groups = 1] = list('group') ?? [];
  const pads = list('pads') ?? [];
  const auto = attributes.get('auto_pad')?.text ?? '';
  const padding =
    auto === 'SAME_UPPER'
      ? 'keras-same'
      : auto === 'SAME_LOWER'
        ? 'same-lower'
        : pads.length === 4
          ? [pads[0], pads[2], pads[1], pads[3]]
          : pads.length === 2
            ? [0, 0, ...pads]
            : [0];
  /** @type {Problem[]} */
  const notes = [];
  const flat = (/** @type {number[]} */ shape) =>
    shape.length === 3 ? shape.toSpliced(2, 0, 1) : shape;
  const input = flat(shapes.get(inputs[0]) ?? []);
  const x =
    input.length === 4 && input.slice(1).every((extent) => extent > 0)
      ? { shape: [1, ...input.slice(1)] }
      : undefined;
  if (!x && input.length > 0) notes.push(problem('onnx-shape'));
  const size = kernel && flat(kernel);
  return {
    ...found({
      op,
      label: type,
      at: 0,
      axes,
      x,
      k: size && numbers(w, size, notes),
      taps: axes === 1 ? [1, taps[0]] : taps,
      outputs: size && (op === 'conv' ? size[0] : size[1] * groups),
      inputs: size ? (op === 'conv' ? size[1] * groups : size[0]) : undefined,
      stride: two('strides', 1),
      dilation: two('dilations', 1),
      outputPadding:
        /SAME/.test(auto) && op === 'tconv' && !list('output_padding')
          ? [-1]
          : two('output_padding', 0),
      padding,
      groups,
      wanted:
        axes === 1
          ? list('output_shape') && [1, ...(list('output_shape') ?? []).slice(-1)]
          : list('output_shape')?.slice(-2),
      bias: biasOf(inputs[2], weights, notes),
      notes,
    }),
    name,
  };
}

/**
 * What a Pad before a layer does: rows and columns on each side of the image, undefined where they are not
 * zeros, or more than that is padded.
 * @typedef {{ input: string, sides: number[] | undefined }} Padded `sides`: top, bottom, left, right
 */

/**
 * @param {string[]} inputs
 * @param {Node['attributes']} attributes
 * @param {ReadonlyMap<string, Weights>} weights
 * @returns {Padded}
 */
function padOf([input, pads, value], attributes, weights) {
  const read = (/** @type {string | undefined} */ name) => {
    const numbers = name ? weights.get(name)?.read() : undefined;
    return isProblem(numbers) ? undefined : numbers;
  };
  const list = attributes.get('pads')?.numbers ?? read(pads) ?? [];
  const zeros = value ? read(value)?.[0] === 0 : true;
  const mode = attributes.get('mode')?.text ?? '';
  const half = list.length / 2;
  const [begin, end] = [list.slice(0, half), list.slice(half)];
  const image =
    half === 3 || half === 4
      ? [begin, end].map((each) => (half === 3 ? [0, each[2]] : each.slice(2)))
      : [];
  const plain =
    zeros &&
    (mode === '' || mode === 'constant') &&
    image.length === 2 &&
    [...begin.slice(0, 2), ...end.slice(0, 2)].every((n) => n === 0);
  const [from, to] = image;
  return { input, sides: plain ? [from[0], to[0], from[1], to[1]] : undefined };
}

/**
 * A layer with what the Pad before it does: more padding of a convolution; rows and columns after the last
 * ones of a transposed one, each of which makes as many as the stride.
 * @param {Found} layer
 * @param {Padded} padded
 */
function withPad(layer, { sides }) {
  const { op, padding, stride, outputPadding } = layer;
  const own = Array.isArray(padding)
    ? padding.length === 4
      ? padding
      : [0, 1, 2, 3].map(() => padding[0])
    : undefined;
  const after = sides && [sides[1], sides[3]];
  const possible =
    own && sides?.every((n) => n >= 0) && (op === 'conv' || (sides[0] === 0 && sides[2] === 0));
  if (!own || !after || !possible) {
    layer.notes.push(problem('onnx-pad'));
    return;
  }
  if (op === 'conv') {
    layer.padding = own.map((n, i) => n + sides[i]);
    return;
  }
  // Of what is added at an end and cropped there again, neither is needed.
  const more = after.map(
    (n, axis) => n * (stride[axis] ?? stride[0]) + (outputPadding[axis] ?? outputPadding[0]),
  );
  const both = more.map((n, axis) => Math.min(n, own[2 * axis + 1]));
  layer.outputPadding = more.map((n, axis) => n - both[axis]);
  layer.padding = own.map((n, i) => (i % 2 ? n - both[(i - 1) / 2] : n));
}

/** A shape without open extents. @param {number[] | undefined} shape */
const known = (shape) => (shape?.every((extent) => extent > 0) ? shape : undefined);

/**
 * The numbers of the weights, where they are there and not too many.
 * @param {Weights | undefined} weights
 * @param {number[]} shape
 * @param {Problem[]} notes
 */
function numbers(weights, shape, notes) {
  if (!weights) return undefined;
  if (weights.external) {
    notes.push(problem('onnx-external'));
    return undefined;
  }
  const count = countOf(shape);
  if (typeof count !== 'number' || count > mostListed) return undefined;
  const data = weights.read();
  if (isProblem(data)) {
    notes.push(data);
    return undefined;
  }
  if (data.every(Number.isFinite)) return { shape, data };
  notes.push(problem('file-finite', {}, weights.name));
  return undefined;
}

/**
 * @param {string | undefined} name
 * @param {ReadonlyMap<string, Weights>} weights
 * @param {Problem[]} notes
 */
function biasOf(name, weights, notes) {
  if (!name) return false;
  const bias = weights.get(name);
  const data = bias && numbers(bias, bias.shape, notes)?.data;
  return data ?? true;
}
