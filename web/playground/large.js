import { ConvComputing } from '../elements/computing.js';
import { defined } from '../elements/defined.js';
import { layerAway } from '../model/away.js';
import { begun } from '../model/begun.js';
import { finished, keep } from '../model/evaluate.js';
import { keepPeak } from '../model/peak.js';

/**
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../state/state.js').State} State
 */

defined({ 'conv-computing': ConvComputing });

/** A tensor whose largest magnitude is known. @param {import('../engine/task.js').Peaked} peaked */
function kept({ dense, peak }) {
  keepPeak(dense.data, peak);
  return dense;
}

/**
 * Computes a large layer.
 * @param {Engine} engine
 * @param {State} state
 * @param {Outcome} outcome as much of it as was there at once
 * @param {object} how
 * @param {AbortSignal} how.signal
 * @param {(more: Partial<Outcome>) => void} how.have is given X and K as soon as they are there
 * @param {(share: number) => void} how.progress
 * @returns {Promise<(before: Outcome) => Outcome>} the outcome, made of what there was before
 */
export async function large(engine, state, outcome, { have, ...how }) {
  const { task, wants } = begun(engine, state, outcome);
  const { y, fault } = await layerAway(engine, task, {
    ...how,
    wants,
    have({ x, k }) {
      if (x) keep(state.x, kept(x));
      if (k) keep(state.k, kept(k));
      have({ ...(x && { x: x.dense }), ...(k && { k: k.dense }) });
    },
  });
  return (before) => {
    if (fault) return { ...before, fault, layer: undefined };
    return y ? finished(engine, state, { ...before, y: kept(y) }) : before;
  };
}
