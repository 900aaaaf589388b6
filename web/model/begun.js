import { size } from '../state/tensor.js';
import { asked, operationOf, optionsOf } from './asked.js';
import { perElement } from './evaluate.js';

/**
 * What is to be done for an outcome that takes long.
 *
 * @typedef {import('./evaluate.js').Outcome} Outcome
 *
 * @param {import('../engine/engine.d.ts').Engine} engine
 * @param {import('../state/state.js').State} state
 * @param {Outcome} outcome as much as was there at once
 * @returns {{ task: import('../engine/task.js').Task, wants: ('x' | 'k')[] }} a task that makes the
 *   operands that it wants as well
 */
export function begun(engine, state, { layer, ...outcome }) {
  const work = layer && {
    operation: /** @type {import('../engine/engine.d.ts').Operation} */ (operationOf(state)),
    layer,
    options: optionsOf(state),
    cost: asked(engine, state).cost().multiplications + perElement * size(layer.y),
  };
  /** @param {'x' | 'k'} name */
  const given = (name) => {
    const tensor = state[name];
    return 'generator' in tensor
      ? tensor
      : (outcome[name] ?? { shape: tensor.shape, data: Float64Array.from(tensor.data) });
  };
  const wants = /** @type {const} */ (['x', 'k']).filter((name) => !outcome[name]);
  return { task: { x: given('x'), k: given('k'), work }, wants: [...wants] };
}
