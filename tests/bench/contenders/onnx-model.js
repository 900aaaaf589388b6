// An ONNX model of one layer, written as the bytes of its protocol buffers. The numbers of the fields
// are those of onnx.proto; its weights are an initializer, so that a runtime may arrange them once.

const utf8 = new TextEncoder();

function varint(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
  return Uint8Array.from([...bytes, number]);
}

function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const integer = (field, value) => joined([varint(field * 8), varint(value)]);
const block = (field, bytes) => joined([varint(field * 8 + 2), varint(bytes.length), bytes]);
const text = (field, value) => block(field, utf8.encode(value));
const message = (field, ...parts) => block(field, joined(parts));

const float = 1; // TensorProto.DataType
const [oneInteger, integers] = [2, 7]; // AttributeProto.AttributeType

const attribute = (name, value) =>
  Array.isArray(value)
    ? message(5, text(1, name), ...value.map((n) => integer(8, n)), integer(20, integers))
    : message(5, text(1, name), integer(3, value), integer(20, oneInteger));

const tensor = (name, { shape, data }) =>
  message(
    5,
    ...shape.map((size) => integer(1, size)),
    integer(2, float),
    text(8, name),
    block(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  );

const value = (field, name, shape) => {
  const dimensions = shape.map((size) => message(1, integer(1, size)));
  return message(
    field,
    text(1, name),
    message(2, message(1, integer(1, float), message(2, ...dimensions))),
  );
};

/** The bytes of a model with input `x`, output `y` and the kernel inside. */
export function onnxModel({ transposed, x, k, ...layer }, y) {
  const [top, bottom, left, right] = layer.padding;
  const node = message(
    1,
    text(1, 'x'),
    text(1, 'k'),
    text(2, 'y'),
    text(4, transposed ? 'ConvTranspose' : 'Conv'),
    attribute('dilations', layer.dilation),
    attribute('group', layer.groups),
    attribute('kernel_shape', k.shape.slice(2)),
    attribute('pads', [top, left, bottom, right]),
    attribute('strides', layer.stride),
    ...(transposed ? [attribute('output_padding', layer.outputPadding)] : []),
  );
  return joined([
    integer(1, 8), // the version of the format
    message(8, text(1, ''), integer(2, 17)), // the version of the operators
    message(
      7,
      node,
      text(2, 'layer'),
      tensor('k', k),
      value(11, 'x', x.shape),
      value(12, 'y', y.shape),
    ),
  ]);
}
