import { settingsOf } from '../state/layer.js';
import { operationOf, runOf } from './asked.js';

/**
 * What each input channel adds to an output channel: their sum, and the bias, is the channel.
 *
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../state/state.js').State} State
 *
 * @typedef {object} Contribution
 * @property {number} input the channel of X
 * @property {number} plane the plane of K that it goes through, by its number over K's first two dimensions
 * @property {{ shape: number[], data: Float64Array }} y as large as a plane of Y
 */

/** The most channels that are told apart, and the most multiplications that this may take. */
const most = { channels: 64, work: 4e6 };

/** A plane of a tensor, as a tensor of its own.
 * @param {{ shape: readonly number[], data: Float64Array }} tensor @param {number} plane */
const planeOf = ({ shape: [, , rows, columns], data }, plane) => ({
  shape: [1, 1, rows, columns],
  data: data.slice(plane * rows * columns, (plane + 1) * rows * columns),
});

/**
 * The contributions to an output channel, in the order of the input channels of its group.
 * @param {Engine} engine
 * @param {State} state
 * @param {object} outcome of a valid layer
 * @param {{ shape: number[], data: Float64Array }} outcome.x
 * @param {{ shape: number[], data: Float64Array }} outcome.k
 * @param {{ shape: number[], data: ArrayLike<number> }} outcome.y
 * @param {number} output the channel of Y
 * @returns {Contribution[] | undefined} undefined where there are too many, or too much work
 */
export function contributions(engine, state, { x, k, y }, output) {
  const inputs = x.shape[1] / state.groups;
  const outputs = y.shape[1] / state.groups;
  const [, , rows, columns] = y.shape;
  // No cell of either side meets more weights than a plane of K has.
  const cells = Math.max(rows * columns, x.shape[2] * x.shape[3]);
  const work = inputs * cells * k.shape[2] * k.shape[3];
  if (inputs > most.channels || work > most.work) return undefined;
  const first = Math.floor(output / outputs) * inputs;
  const run = runOf(engine, operationOf(state));
  const settings = { ...settingsOf(state), groups: 1 };
  return Array.from({ length: inputs }, (_, i) => {
    const input = first + i;
    const plane = state.op === 'conv' ? output * inputs + i : input * outputs + (output % outputs);
    const y = /** @type {Contribution['y']} */ (
      run(planeOf(x, input), planeOf(k, plane), settings)
    );
    return { input, plane, y };
  });
}
