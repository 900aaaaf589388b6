/**
 * What was typed but cannot become part of the state, by its field: a setting (`stride`), a part of
 * one (`padding.2`), or a cell (`x:3`).
 *
 * @typedef {import('../state/state.js').State} State
 *
 * @typedef {object} Draft stays in its field, and nothing is computed while it is there
 * @property {string} text
 * @property {import('../engine/engine.d.ts').FaultReport} [fault] the rule it breaks; without one, it is no number
 */

/**
 * The setting or the tensor that a draft's field belongs to.
 * @param {string} field
 */
export const partOf = (field) => field.split(/[.:]/)[0];

/**
 * What has to stay for a draft to stay: the setting that the field shows, the shape that its cell is in.
 * @param {State} state
 * @param {string} field
 */
function ground({ x, k, bias, ...settings }, field) {
  const parts = /** @type {Record<string, unknown>} */ ({
    ...settings,
    x: x.shape,
    k: k.shape,
    b: bias?.length,
    inputSize: x.shape,
    kernelSize: k.shape,
    channelsIn: x.shape,
    channelsOut: k.shape,
  });
  return JSON.stringify(parts[partOf(field)]);
}

/**
 * The drafts that outlive a change: the same map, if all do.
 * @param {ReadonlyMap<string, Draft>} drafts
 * @param {State} before
 * @param {State} after
 * @returns {ReadonlyMap<string, Draft>}
 */
export function keptDrafts(drafts, before, after) {
  const kept = [...drafts].filter(([field]) => ground(before, field) === ground(after, field));
  return kept.length === drafts.size ? drafts : new Map(kept);
}
