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
 */
import { asked } from './asked.js';

/** @type {WeakMap<Tensor, Dense>} tensors are never changed, so their numbers are made once */
const expanded = new WeakMap();

/**
 * The numbers of a tensor.
 * @param {Engine} engine
 * @param {Tensor} tensor
 * @returns {Dense}
 * @throws {import('../engine/engine.js').ConvError} where a generator is refused
 */
function dense(engine, tensor) {
  const known = expanded.get(tensor);
  if (known) return known;
  const made =
    'generator' in tensor
      ? engine.generate(tensor.generator, tensor.shape, tensor.args)
      : { shape: tensor.shape, data: Float64Array.from(tensor.data) };
  expanded.set(tensor, made);
  return made;
}

/**
 * One operand's numbers, or why it cannot be used: a literal tensor stays within what can be edited.
 * @param {Engine} engine
 * @param {'x' | 'k'} field
 * @param {Tensor} tensor
 * @returns {{ dense?: Dense, fault?: FaultReport }}
 */
function operand(engine, field, tensor) {
  const fault = 'generator' in tensor ? undefined : engine.editingFault(field, tensor.shape);
  try {
    return { dense: dense(engine, tensor), fault };
  } catch (error) {
    return { fault: { .../** @type {FaultReport} */ (reported(error)), field } };
  }
}

/**
 * The fault that an engine's error carries; anything else is a bug, and is thrown on.
 * @param {any} error
 * @returns {FaultReport}
 */
function reported(error) {
  if (error?.name !== 'ConvError') throw error;
  const { code, field, axis, numbers, message, nearest } = error;
  return { code, field, axis, numbers, message, nearest };
}

/**
 * Why there is no layer, as far as the shapes and settings tell.
 * @param {Engine} engine
 * @param {State} state
 * @returns {FaultReport | undefined}
 */
export const layerFault = (engine, state) => asked(engine, state).plan().fault;

/**
 * @param {Engine} engine
 * @param {State} state
 * @returns {Outcome}
 */
export function evaluated(engine, state) {
  const x = operand(engine, 'x', state.x);
  const k = operand(engine, 'k', state.k);
  const outcome = {
    x: x.dense,
    k: k.dense,
    layer: undefined,
    y: undefined,
    steps: undefined,
    fault: undefined,
  };

  const layer = asked(engine, state);
  const plan = layer.plan();
  const fault = x.fault ?? k.fault ?? plan.fault;
  if (fault || !x.dense || !k.dense) return { ...outcome, fault };
  try {
    const y = layer.run(x.dense, k.dense);
    return { ...outcome, layer: plan.layer, y, steps: layer.steps() };
  } catch (error) {
    return { ...outcome, fault: reported(error) };
  }
}
