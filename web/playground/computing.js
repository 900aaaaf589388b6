import { awaited, evaluated, isPrompt, started } from '../model/evaluate.js';
import { Job } from '../model/job.js';
import { unchangedLayer } from '../state/layer.js';

/**
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../state/state.js').State} State
 */

/**
 * What the engine makes of the present state: at once where that takes no time, else away from the page,
 * which is drawn anew when more of it is there. Another layer ends what is being computed. Without an engine
 * it is what the state itself holds.
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
   * @param {Engine | undefined} engine
   * @param {State} state
   * @returns {Outcome} the same one for the same layer
   */
  outcome(engine, state) {
    const known = this.#known;
    const answered = known && !known.outcome.room === Boolean(engine);
    if (answered && unchangedLayer(known.state, state)) return known.outcome;
    known?.outcome.computing?.stop();
    const outcome = !engine
      ? awaited(state)
      : isPrompt(engine, state)
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
    const outcome = { ...started(engine, state, false), large: true };
    // There is nothing more to come.
    if (!outcome.layer && outcome.x && outcome.k) return outcome;
    /** @param {Partial<Outcome>} more */
    const have = (more) => {
      if (this.#known?.state !== state) return;
      this.#known.outcome = { ...this.#known.outcome, ...more };
      this.#host.requestUpdate();
    };
    const computing = new Job(async (signal, progress) => {
      // Most visits see no large layer: what computes it comes with the first one.
      const { large } = await import('./large.js');
      const more = await large(engine, state, outcome, { signal, have, progress });
      const before = this.#known?.outcome;
      if (signal.aborted || !before) return;
      have(more({ ...before, computing: undefined }));
    });
    return { ...outcome, computing };
  }
}
