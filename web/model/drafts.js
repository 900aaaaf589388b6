import { kernelChannels } from '../state/kernel.js';
import { formatNumber } from '../state/number.js';
import { perAxis, perSide } from './settings.js';

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

/**
 * What stands in a field once its draft is given up.
 * @param {string} field
 * @param {State} state
 * @param {Pick<import('./evaluate.js').Outcome, 'x' | 'k'>} outcome with the numbers of X and K
 */
export function restored(field, state, outcome) {
  const [operand, offset] = field.split(':');
  if (offset !== undefined) {
    const numbers =
      operand === 'b' ? state.bias : outcome[/** @type {'x' | 'k'} */ (operand)]?.data;
    return formatNumber(numbers?.[Number(offset)] ?? 0);
  }
  const [name, part] = field.split('.');
  const { input, output } = kernelChannels(state.op, state.k.shape, state.groups);
  /** @type {Record<string, number[]>} */
  const values = {
    inputSize: state.x.shape.slice(2),
    kernelSize: state.k.shape.slice(2),
    channelsIn: [input],
    channelsOut: [output],
    groups: [state.groups],
    stride: state.stride,
    dilation: state.dilation,
    outputPadding: state.outputPadding,
    padding: state.padding,
  };
  const list = values[name] ?? [];
  if (part === undefined) return list.map(formatNumber).join(' × ');
  const spread = name === 'padding' && Number(part) > 1 ? perSide(list) : perAxis(list);
  return formatNumber(spread[Number(part)]);
}
