import { begun, evaluated, finished, isPrompt, keep } from '../model/evaluate.js';
import { Job } from '../model/job.js';
import { keepPeak } from '../model/peak.js';
import { unchangedLayer } from '../state/layer.js';

/**
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../state/state.js').State} State
 */

/** A tensor whose largest magnitude is known. @param {import('../engine/task.js').Peaked} peaked */
function kept({ dense, peak }) {
  keepPeak(dense.data, peak);
  return dense;
}

/**
 * What the engine makes of the present state: at once where that takes no time, else away from the page,
 * which is drawn anew when more of it is there. Another layer ends what is being computed.
 */
export class Computing {
  #host;
  /** @type {{ state: State, outcome: Outcome } | undefined} */
  #known;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {Engine} engine
   * @param {State} state
   * @returns {Outcome} the same one for the same layer
   */
  outcome(engine, state) {
    const known = this.#known;
    if (known && unchangedLayer(known.state, state)) return known.outcome;
    known?.outcome.computing?.stop();
    const outcome = isPrompt(engine, state)
      ? evaluated(engine, state)
      : this.#started(engine, state);
    this.#known = { state, outcome };
    return outcome;
  }

  /**
   * @param {Engine} engine
   * @param {State} state
   * @returns {Outcome}
   */
  #started(engine, state) {
    const { outcome, task, wants } = begun(engine, state);
    // There is nothing more to come.
    if (!task.work && wants.length === 0) return outcome;
    /** @param {Partial<Outcome>} more */
    const have = (more) => {
      if (this.#known?.state !== state) return;
      this.#known.outcome = { ...this.#known.outcome, ...more };
      this.#host.requestUpdate();
    };
    const computing = new Job(async (signal, progress) => {
      const { layerAway } = await import('../model/away.js');
      const { y, fault } = await layerAway(engine, task, {
        wants,
        signal,
        have({ x, k }) {
          if (x) keep(state.x, kept(x));
          if (k) keep(state.k, kept(k));
          have({ ...(x && { x: x.dense }), ...(k && { k: k.dense }) });
        },
        progress,
      });
      if (signal.aborted || this.#known?.state !== state) return;
      const before = this.#known.outcome;
      const all = { ...before, fault: fault ?? before.fault, computing: undefined };
      if (fault) have({ ...all, layer: undefined });
      else have(y ? finished(engine, state, { ...all, y: kept(y) }) : all);
    });
    return { ...outcome, computing };
  }
}
