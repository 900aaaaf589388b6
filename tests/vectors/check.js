// Checks of an engine against the vectors, the same in Node and in a browser.

const calls = { conv2d: 'conv2d', conv_transpose2d: 'convTranspose2d' };

/** The settings of a case in the words of engine.js. */
function settings({ stride, dilation, padding, output_padding, groups }) {
  const numbers = (list) => list?.map(Number); // some are text, too long for JSON's readers
  return {
    stride: numbers(stride),
    dilation: numbers(dilation),
    padding: numbers(padding),
    outputPadding: numbers(output_padding),
    groups,
  };
}

/** What is wrong with the engine's answer to a case, computed in an element type; '' if nothing is. */
export function misses(engine, { op, x, w, b, y, rtol, atol, ...rest }, Floats) {
  const rounded = ({ shape, data }) => ({ shape, data: Floats.from(Float32Array.from(data)) });
  const bias = b ? rounded(b).data : undefined;
  const got = engine[calls[op]](rounded(x), rounded(w), { ...settings(rest), bias });
  if (!(got.data instanceof Floats)) return `is a ${got.data.constructor.name}`;
  if (String(got.shape) !== String(y.shape)) return `has the shape ${got.shape}, not ${y.shape}`;
  if (got.data.length !== y.data.length) return `has ${got.data.length} numbers`;
  const at = y.data.findIndex((value, i) => {
    const distance = Math.abs(got.data[i] - value);
    return !(distance <= atol + rtol * Math.abs(value));
  });
  return at < 0 ? '' : `has ${got.data[at]}, not ${y.data[at]}, at ${at}`;
}

/** The error that the engine throws for a call of errors.json; undefined if it throws none. */
export function refusal(engine, { op, args }) {
  const zeros = (shape) => ({
    shape,
    data: new Float32Array(shape.reduce((count, size) => count * size, 1)),
  });
  const bias = args.b_shape && zeros(args.b_shape).data;
  try {
    engine[calls[op]](zeros(args.x_shape), zeros(args.w_shape), { ...settings(args), bias });
  } catch (error) {
    return error;
  }
  return undefined;
}
