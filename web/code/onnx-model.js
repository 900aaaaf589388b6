import { bytes, integer, joined, message, text } from './protobuf.js';

/**
 * A graph of ONNX as data, and as the bytes of a model. The numbers of the fields are those of
 * onnx.proto.
 *
 * @typedef {object} Node
 * @property {string} type of the operator
 * @property {string[]} inputs
 * @property {string[]} outputs
 * @property {Record<string, number | number[]>} attributes
 *
 * @typedef {object} Graph
 * @property {Node[]} nodes
 * @property {{ name: string, shape: number[] }} input
 * @property {{ name: string, shape: number[] }} output
 * @property {{ name: string, shape: number[], data: ArrayLike<number>, whole?: boolean }[]} weights
 *   float32; `whole`: int64
 */

const [float, int64] = [1, 7]; // TensorProto.DataType
const [oneInteger, integers] = [2, 7]; // AttributeProto.AttributeType

/** The version of the operators, and that of the file. */
export const [opset, irVersion] = [17, 8];

/** @param {string} name @param {number | number[]} value */
const attribute = (name, value) =>
  Array.isArray(value)
    ? message(5, text(1, name), ...value.map((n) => integer(8, n)), integer(20, integers))
    : message(5, text(1, name), integer(3, value), integer(20, oneInteger));

/** @param {Node} node */
const nodeOf = ({ type, inputs, outputs, attributes }) =>
  message(
    1,
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  );

/** Little-endian, whatever the machine. @param {Graph['weights'][number]} tensor */
function raw({ data, whole = false }) {
  const view = new DataView(new ArrayBuffer(data.length * (whole ? 8 : 4)));
  for (let i = 0; i < data.length; i++) {
    if (whole) view.setBigInt64(i * 8, BigInt(data[i]), true);
    else view.setFloat32(i * 4, data[i], true);
  }
  return new Uint8Array(view.buffer);
}

/** @param {Graph['weights'][number]} tensor */
const initializer = (tensor) =>
  message(
    5,
    ...tensor.shape.map((extent) => integer(1, extent)),
    integer(2, tensor.whole ? int64 : float),
    text(8, tensor.name),
    bytes(9, raw(tensor)),
  );

/** @param {number} field @param {{ name: string, shape: number[] }} value */
const valueInfo = (field, { name, shape }) => {
  const dimensions = shape.map((extent) => message(1, integer(1, extent)));
  const type = message(1, integer(1, float), message(2, ...dimensions));
  return message(field, text(1, name), message(2, type));
};

/**
 * The bytes of a model.
 * @param {Graph} graph
 */
export const modelBytes = ({ nodes, input, output, weights }) =>
  joined([
    integer(1, irVersion),
    text(2, 'convolution-playground'),
    message(
      7,
      ...nodes.map(nodeOf),
      text(2, 'layer'),
      ...weights.map(initializer),
      valueInfo(11, input),
      valueInfo(12, output),
    ),
    message(8, text(1, ''), integer(2, opset)),
  ]);
