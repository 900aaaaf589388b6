/**
 * What the engine makes of a state: derived anew from each state, never stored in it.
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../state/tensor.js').Tensor} Tensor
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('../engine/engine.d.ts').Layer} Layer
 * @typedef {import('./asked.js').Dense} Dense
 *
 * @typedef {object} Outcome
 * @property {Dense | undefined} x absent when its generator was refused
 * @property {Dense | undefined} k
 * @property {Layer | undefined} layer the sizes; absent when there is a fault
 * @property {Dense | undefined} y absent when there is a fault
 * @property {import('../engine/engine.d.ts').Steps | undefined} steps how the layer is drawn step by step
 * @property {FaultReport | undefined} fault
 * @property {boolean} [large] whether it takes so long that it is not computed again for each step
 * @property {import('./job.js').Job} [computing] what computes it, as long as it is not there
 * @property {readonly number[]} [room] the place that is kept for Y, as long as the engine is not there
 */
import { reported } from '../engine/reported.js';
import { isLiteral, size } from '../state/tensor.js';
import { asked } from './asked.js';
import { roomOf } from './room.js';
import { perSide } from './settings.js';

/** What is computed at once at most, in multiplications: some 10 ms. */
export const mostAtOnce = 2 ** 24;
/** A number that is made, copied and looked through takes as long as so many multiplications. */
export const perElement = 8;
/** The longest side of a plane whose rows, or columns, are listed one by one. */
const longestSide = 2 ** 14;

/** @type {WeakMap<Tensor, Dense>} tensors are never changed, so their numbers are made once */
const expanded = new WeakMap();

/**
 * The numbers of a tensor, as far as they are there without an engine.
 * @param {Tensor} tensor
 * @returns {Dense | undefined}
 */
function held(tensor) {
  const known = expanded.get(tensor);
  if (known || 'generator' in tensor) return known;
  const made = { shape: tensor.shape, data: Float64Array.from(tensor.data) };
  expanded.set(tensor, made);
  return made;
}

/**
 * The numbers of a tensor.
 * @param {Engine} engine
 * @param {Tensor} tensor
 * @returns {Dense}
 * @throws {import('../engine/engine.js').ConvError} where a generator is refused
 */
function dense(engine, tensor) {
  const made = held(tensor);
  if (made || !('generator' in tensor)) return /** @type {Dense} */ (made);
  const generated = engine.generate(tensor.generator, tensor.shape, tensor.args);
  expanded.set(tensor, generated);
  return generated;
}

/**
 * What there is of a state before the engine is there: the numbers that it holds itself.
 * @param {State} state
 * @returns {Outcome}
 */
export const awaited = (state) => ({
  x: held(state.x),
  k: held(state.k),
  layer: undefined,
  y: undefined,
  steps: undefined,
  fault: undefined,
  room: roomOf(state),
});

/**
 * One operand's numbers, or why it cannot be used: a literal tensor stays within what can be edited.
 * @param {Engine} engine
 * @param {State} state
 * @param {'x' | 'k'} field
 * @returns {{ dense?: Dense, fault?: FaultReport }}
 */
function operand(engine, state, field) {
  const tensor = state[field];
  const fault = 'generator' in tensor ? undefined : asked(engine, state).editingFault(field);
  try {
    return { dense: dense(engine, tensor), fault };
  } catch (error) {
    return { fault: { .../** @type {FaultReport} */ (reported(error)), field } };
  }
}

/**
 * Why there is no layer, as far as the shapes and settings tell.
 * @param {Engine} engine
 * @param {State} state
 * @returns {FaultReport | undefined}
 */
export const layerFault = (engine, state) => asked(engine, state).plan().fault;

/** What making a tensor takes, unless it is there. @param {Tensor} tensor */
const making = (tensor) => (isLiteral(tensor) || expanded.has(tensor) ? 0 : size(tensor.shape));

/**
 * What a layer takes, its X and K included, as a number of multiplications.
 * @param {Engine} engine
 * @param {State} state
 */
function costOf(engine, state) {
  const { plan, cost } = asked(engine, state);
  const { x, k } = state;
  const { layer } = plan();
  const elements = layer ? [x.shape, k.shape, layer.y].map(size) : [making(x), making(k)];
  const numbers = perElement * elements.reduce((sum, count) => sum + count, 0);
  return layer && numbers <= mostAtOnce ? numbers + cost().multiplications : numbers;
}

/**
 * Whether what a state shows is computed so soon that nobody waits for it.
 * @param {Engine} engine
 * @param {State} state
 */
export const isPrompt = (engine, state) => costOf(engine, state) <= mostAtOnce;

/**
 * Whether the plane that the window slides over is small enough for its rows and columns to be listed.
 * @param {State} state
 * @param {Layer} layer
 */
function isListable({ op, padding, k }, { height, width, y }) {
  const [top, bottom, left, right] = perSide(padding);
  const sides = [
    { axis: height, taps: k.shape[2], around: top + bottom, out: y[2] },
    { axis: width, taps: k.shape[3], around: left + right, out: y[3] },
  ].map(({ axis, taps, around, out }) =>
    op === 'conv'
      ? axis.fine + around
      : Math.max(out, axis.fine) + around + 2 * (taps - 1) * axis.dilation,
  );
  return Math.max(...sides) <= longestSide;
}

/**
 * @param {Engine} engine
 * @param {State} state
 * @returns {Outcome}
 */
export function evaluated(engine, state) {
  const begun = started(engine, state);
  const { x, k, layer, fault } = begun;
  if (fault || !x || !k || !layer) return begun;
  try {
    return finished(engine, state, { ...begun, y: asked(engine, state).run(x, k) });
  } catch (error) {
    return { ...begun, layer: undefined, fault: reported(error) };
  }
}

/**
 * What is there before the layer is computed: why it cannot be, or its sizes.
 * @param {Engine} engine
 * @param {State} state
 * @param {boolean} [whole] whether X and K are made however large
 * @returns {Outcome}
 */
export function started(engine, state, whole = true) {
  const [x, k] = /** @type {const} */ (['x', 'k']).map((name) =>
    whole || perElement * making(state[name]) <= mostAtOnce / 8 ? operand(engine, state, name) : {},
  );
  const plan = asked(engine, state).plan();
  const fault = x.fault ?? k.fault ?? plan.fault;
  return {
    x: x.dense,
    k: k.dense,
    layer: fault ? undefined : plan.layer,
    y: undefined,
    steps: undefined,
    fault,
  };
}

/**
 * The outcome of a layer that is computed.
 * @param {Engine} engine
 * @param {State} state
 * @param {Outcome} outcome
 * @returns {Outcome}
 */
export function finished(engine, state, outcome) {
  const { layer } = outcome;
  if (!layer || !isListable(state, layer)) return { ...outcome, large: true };
  return { ...outcome, steps: asked(engine, state).steps() };
}

/** Keeps the numbers of a tensor that were made elsewhere. @param {Tensor} tensor @param {Dense} dense */
export const keep = (tensor, dense) => void expanded.set(tensor, dense);
