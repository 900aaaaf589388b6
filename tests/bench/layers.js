// What a line of layers.json stands for. Needs no page.

const pair = (setting) => (Array.isArray(setting) ? setting : [setting, setting]);

/** Top, bottom, left and right. */
function sides(padding) {
  const list = pair(padding);
  return list.length === 4 ? list : [list[0], list[0], list[1], list[1]];
}

/** Numbers from -0.5 to 0.5, the same everywhere. */
export function noise(count, seed) {
  const numbers = new Float32Array(count);
  let state = seed;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    numbers[i] = state / 2 ** 32 - 0.5;
  }
  return numbers;
}

export const cells = (shape) => shape.reduce((product, size) => product * size, 1);

const tensor = (shape, seed) => ({ shape, data: noise(cells(shape), seed) });

/** A layer with every setting present, and with its tensors. */
export function prepared(line) {
  const { op, in: inputs, out: outputs, groups = 1, batch = 1 } = line;
  const kernel = pair(line.kernel);
  const transposed = op === 'tconv';
  const [first, second] = transposed ? [inputs, outputs] : [outputs, inputs];
  return {
    name: line.name,
    transposed,
    groups,
    stride: pair(line.stride ?? 1),
    dilation: pair(line.dilation ?? 1),
    padding: sides(line.padding ?? 0),
    outputPadding: pair(line.output_padding ?? 0),
    x: tensor([batch, inputs, ...line.size], 1),
    k: tensor([first, second / groups, ...kernel], 2),
  };
}

/**
 * The multiplications of a layer by its definition: each kernel once at each cell of the coarse side.
 * Those with padding count, and so do those that padding crops: for every contender alike.
 */
export const multiplications = ({ transposed, x, k }, y) =>
  (cells(transposed ? x.shape : y.shape) * cells(k.shape)) / k.shape[0];
