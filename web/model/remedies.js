import { allowed } from '../state/lock.js';
import { layerFault } from './evaluate.js';
import { forBothAxes, withNearest } from './refusals.js';
import { perAxis } from './settings.js';

/**
 * All that would put a refused layer right: what the engine says is nearest, and each other setting or size
 * that does it by itself, changed as little as that takes. No rule stands here: the engine is asked.
 *
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./refusals.js').Nearest} Remedy
 * @typedef {0 | 1} Axis height or width
 */

/** Both where they are the same. @param {number[]} list */
const short = (list) => (list.every((number) => number === list[0]) ? list.slice(0, 1) : list);

/** A list with the number of an axis moved. @param {number[]} list @param {Axis} axis @param {number} by */
const moved = (list, axis, by) => list.with(axis, list[axis] + by);

/** What the value of a field is with an axis moved, in the order in which remedies are offered.
 * @type {Record<string, (state: State, axis: Axis, by: number) => number[]>} */
const movedBy = {
  padding({ padding }, axis, by) {
    if (padding.length < 4) return short(moved(perAxis(padding), axis, by));
    const before = Math.ceil(by / 2);
    const sides = [...padding];
    sides[2 * axis] += before;
    sides[2 * axis + 1] += by - before;
    return sides;
  },
  k: ({ k }, axis, by) => moved(k.shape.slice(2), axis, by),
  dilation: ({ dilation }, axis, by) => short(moved(perAxis(dilation), axis, by)),
  stride: ({ stride }, axis, by) => short(moved(perAxis(stride), axis, by)),
  outputPadding: ({ outputPadding }, axis, by) => short(moved(perAxis(outputPadding), axis, by)),
  x: ({ x }, axis, by) => moved(x.shape.slice(2), axis, by),
};

/** No setting is moved further. */
const furthest = 4096;

/**
 * @param {Engine} engine
 * @param {State} state
 * @param {FaultReport} fault of the state's layer
 * @param {readonly string[]} lock the parts that cannot be changed
 * @returns {Remedy[]} each of which gives a layer that can be, the engine's own first; that one alone where
 *   it is not all that is wrong
 */
export function remedies(engine, state, fault, lock) {
  const { nearest } = forBothAxes(engine, state, fault);
  const tried = (nearest ? [nearest] : []).concat(
    Object.keys(movedBy).flatMap((field) =>
      [1, -1].flatMap((direction) => remedy(engine, state, field, direction) ?? []),
    ),
  );
  /** @type {Map<string, Remedy>} */
  const found = new Map();
  for (const each of tried) {
    const next = applied(engine, state, each);
    if (!next || layerFault(engine, next) || !allowed(lock, state, next)) continue;
    // A size may come as a whole shape: what it makes is what counts.
    const size = each.field === 'x' || each.field === 'k' ? next[each.field].shape : each.value;
    const key = `${each.field} ${size}`;
    if (!found.has(key)) found.set(key, each);
  }
  if (found.size > 0 || !nearest) return [...found.values()];
  // Something else is wrong as well: one after the other.
  return allowed(lock, state, withNearest(state, nearest)) ? [nearest] : [];
}

/**
 * The least change of a field in one direction that the engine accepts, on each axis that needs it.
 * @param {Engine} engine
 * @param {State} state
 * @param {string} field
 * @param {number} direction
 * @returns {Remedy | undefined}
 */
function remedy(engine, state, field, direction) {
  let next = state;
  /** @type {Remedy | undefined} */
  let found;
  for (let fault = layerFault(engine, next); fault; fault = layerFault(engine, next)) {
    const { axis, code } = fault;
    if (!axis) return undefined;
    const at = /** @type {Axis} */ (axis === 'height' ? 0 : 1);
    const from = next;
    /** @param {number} by */
    const changed = (by) => ({ field, value: movedBy[field](from, at, direction * by) });
    /** Whether nothing is wrong any more, or only on the other axis. @param {number} by */
    const right = (by) => {
      const to = applied(engine, from, changed(by));
      const left = to && layerFault(engine, to);
      return to !== undefined && (!left || (left.code === code && left.axis !== axis));
    };
    const by = least(right);
    if (by === undefined) return undefined;
    found = changed(by);
    next = /** @type {State} */ (applied(engine, from, found));
  }
  return found;
}

/**
 * The least whole number for which something holds, of what goes on to hold for a while.
 * @param {(number: number) => boolean} holds
 */
function least(holds) {
  let high = 1;
  while (!holds(high)) {
    high *= 2;
    if (high > furthest) return undefined;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The state with a remedy; nothing where that would be too large to be edited by hand.
 * @param {Engine} engine
 * @param {State} state
 * @param {Remedy} remedy
 */
function applied(engine, state, remedy) {
  const { field, value } = remedy;
  if (field === 'x' || field === 'k') {
    const { shape } = state[field];
    const whole = [...shape.slice(0, 4 - value.length), ...value];
    // Before it is made: it may be millions of numbers.
    const fault = 'data' in state[field] ? engine.editingFault : engine.shapeFault;
    if (fault(field, whole)) return undefined;
  }
  return withNearest(state, remedy);
}
