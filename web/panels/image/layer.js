/**
 * A picture's layer: what the engine is to be asked.
 *
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../../engine/engine.d.ts').Axis} Axis
 * @typedef {import('../../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('./picture.js').Edge} Edge
 * @typedef {import('./presets.js').Weights} Weights
 *
 * @typedef {object} Recipe
 * @property {import('../../engine/engine.d.ts').Operation} operation
 * @property {Weights} weights one plane, or planes for three input channels
 * @property {boolean} mixed whether one plane is to sum up all channels, rather than be applied to each
 * @property {number[]} stride
 * @property {number[]} dilation
 * @property {number[]} padding
 * @property {number[]} [outputPadding]
 * @property {number} [groups] of weights for three channels
 * @property {number[]} [bias]
 * @property {Edge} edge
 *
 * @typedef {object} Layer
 * @property {Recipe['operation']} operation
 * @property {Weights} k
 * @property {number[]} bias none, or one for each output channel
 * @property {number} groups
 * @property {number[]} stride
 * @property {number[]} dilation
 * @property {Axis} height
 * @property {Axis} width
 * @property {number[]} y the shape of the result
 * @property {Edge} edge
 * @property {number} multiplications
 */
import { opNamed } from '../../model/asked.js';
import { kernelChannels } from '../../state/kernel.js';
import { channels } from './picture.js';

/**
 * The kernel over the three channels: one plane is applied to each of them in a group of its own, or
 * a third of it to each of them and all summed up.
 * @param {Recipe} recipe
 * @returns {{ k: Weights, groups: number, bias: number[] }}
 */
function overChannels({ operation, weights, mixed, groups = 1, bias = [] }) {
  const [first, second, height, width] = weights.shape;
  if (first !== 1 || second !== 1) return { k: weights, groups, bias };
  const area = height * width;
  const data = new Float64Array(channels * area);
  for (let channel = 0; channel < channels; channel++) {
    data.set(
      mixed ? weights.data.map((weight) => weight / channels) : weights.data,
      channel * area,
    );
  }
  const shape =
    mixed && operation === 'conv2d' ? [1, channels, height, width] : [channels, 1, height, width];
  if (mixed) return { k: { shape, data }, groups: 1, bias };
  return { k: { shape, data }, groups: channels, bias: bias.flatMap((b) => [b, b, b]) };
}

/**
 * The channels that a kernel takes and gives, where they are not those of a picture: three, or one for
 * each of the three; to three, or to one.
 * @param {{ operation: Recipe['operation'], shape: number[], groups?: number }} kernel
 * @returns {{ input: number, output: number } | undefined}
 */
export function misfit({ operation, shape, groups = 1 }) {
  const op = opNamed(operation);
  const { input, output } = kernelChannels(op, shape, groups);
  const fits =
    (input === 1 && output === 1) || (input === channels && [1, channels].includes(output));
  return fits ? undefined : { input, output };
}

/**
 * @param {Engine} engine
 * @param {{ width: number, height: number }} picture
 * @param {Recipe} recipe whose channels fit
 * @returns {{ layer: Layer, fault?: undefined } | { fault: FaultReport, layer?: undefined }}
 */
export function layerOf(engine, { width, height }, recipe) {
  const { operation, stride, dilation, padding, outputPadding, edge } = recipe;
  const { k, groups, bias } = overChannels(recipe);
  const settings = { stride, dilation, padding, outputPadding };
  // By the plane: the result is made in parts, so that only a plane of it has to have a size.
  const plane = [1, 1, ...k.shape.slice(2)];
  const plan = engine.plan(operation, [1, 1, height, width], plane, settings);
  if (plan.fault) return plan;
  const { layer } = plan;
  const op = opNamed(operation);
  const { output } = kernelChannels(op, k.shape, groups);
  const cost = engine.cost(operation, [1, 1, height, width], plane, settings);
  return {
    layer: {
      operation,
      k,
      bias,
      groups,
      stride,
      dilation,
      height: layer.height,
      width: layer.width,
      y: [1, output, ...layer.y.slice(2)],
      edge,
      multiplications: (cost.multiplications * channels * output) / groups,
    },
  };
}
