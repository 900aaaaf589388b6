import { perAxis } from '../../model/settings.js';
import { settingNames } from '../../state/layer.js';
import { withInputSize, withKernelSize, withSetting } from '../../state/state.js';
import { cellAt, isLiteral } from '../../state/tensor.js';

/**
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('../../state/state.js').Setting} Setting
 * @typedef {import('../../state/tensor.js').Tensor} Tensor
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../../engine/engine.d.ts').Found} Found
 */

/** The settings that are searched for. */
const settingsIn = (/** @type {Found} */ found) => settingNames.filter((name) => name in found);

/**
 * Whether X can be so large: a literal within what can be edited.
 * @param {Engine} engine
 * @param {State} state
 * @param {number[]} size height, width
 */
function canBe(engine, { x }, size) {
  const shape = [x.shape[0], x.shape[1], ...size];
  return !(isLiteral(x) ? engine.editingFault('x', shape) : engine.shapeFault('x', shape));
}

/** Whether a tensor's numbers are those of arange, so that nobody has typed any. @param {Tensor} tensor */
const counts = (tensor) => isLiteral(tensor) && tensor.data.every((value, i) => value === i);

/** A tensor as it is resized: one that counts goes on counting. @param {Tensor} tensor @returns {Tensor} */
const fresh = (tensor) =>
  counts(tensor) ? { shape: tensor.shape, generator: 'arange', args: [] } : tensor;

/**
 * A tensor that was resized: zeros would show nothing of what becomes of the new cells, so that they count,
 * while what was typed stays.
 * @param {Tensor} next
 * @param {Tensor} before
 * @returns {Tensor}
 */
function filled(next, before) {
  if (!isLiteral(next)) return next;
  const old = (/** @type {number[]} */ cell) => cell.every((at, i) => at < before.shape[i]);
  const data = next.data.map((value, i) => (old(cellAt(next.shape, i)) ? value : i));
  return { ...next, data };
}

/**
 * What the cells of X hold after it was resized.
 * @param {State} before
 * @param {State} after
 * @returns {'same' | 'counted' | 'grown'}
 */
export function fillOf({ x: before }, { x: after }) {
  if (before === after) return 'same';
  if (!isLiteral(after)) return after.generator === 'arange' ? 'counted' : 'same';
  return after.shape.some((extent, i) => extent > before.shape[i]) ? 'grown' : 'same';
}

/**
 * The state with an X of another size, if it can have one.
 * @param {Engine} engine
 * @param {State} state
 * @param {number[]} size height, width
 * @returns {State}
 */
export function withInput(engine, state, size) {
  const [height, width] = state.x.shape.slice(2);
  if (height === size[0] && width === size[1]) return state;
  const ready = { ...state, x: fresh(state.x) };
  if (!canBe(engine, ready, size)) return state;
  const next = withInputSize(ready, size[0], size[1]);
  return { ...next, x: filled(next.x, state.x) };
}

/** @param {State} state @param {number} rows @param {number} columns @returns {State} */
function withKernel(state, rows, columns) {
  const next = withKernelSize({ ...state, k: fresh(state.k) }, rows, columns);
  return { ...next, k: filled(next.k, state.k) };
}

/**
 * The state with found settings on some axes, and with the input that they were asked for. What is as
 * wanted stays untouched: it may be locked.
 * @param {Engine} engine
 * @param {State} state
 * @param {Found} found
 * @param {number} input
 * @param {readonly (0 | 1)[]} axes height, width or both
 * @returns {State}
 */
export function withFound(engine, state, found, input, axes) {
  const kernel = state.k.shape.slice(2);
  const [rows, columns] = kernel.map((old, axis) => (on(axes, axis) ? found.kernel : old));
  const sized =
    rows === kernel[0] && columns === kernel[1] ? state : withKernel(state, rows, columns);
  const set = settingsIn(found).reduce(
    (next, name) =>
      has(next, name, found[name], axes)
        ? next
        : withSetting(next, name, changed(next, name, found[name], axes)),
    sized,
  );
  const size = state.x.shape.slice(2).map((old, axis) => (on(axes, axis) ? input : old));
  return withInput(engine, set, size);
}

/**
 * The numbers of a setting that are an axis's: two of a padding for each side.
 * @param {State} state
 * @param {Setting} name
 * @param {number} axis
 */
const numbersOn = (state, name, axis) =>
  state[name].length === 4
    ? state[name].slice(2 * axis, 2 * axis + 2)
    : [perAxis(state[name])[axis]];

/**
 * A setting with a value on some axes, as short as it can be.
 * @param {State} state
 * @param {Setting} name
 * @param {number} value
 * @param {readonly (0 | 1)[]} axes
 */
function changed(state, name, value, axes) {
  const [height, width] = [0, 1].map((axis) =>
    on(axes, axis) ? [value] : numbersOn(state, name, axis),
  );
  const all = [...height, ...width];
  if (all.every((number) => number === all[0])) return [all[0]];
  const same = (/** @type {number[]} */ list) => list.every((number) => number === list[0]);
  if (same(height) && same(width)) return [height[0], width[0]];
  return [height[0], height[height.length - 1], width[0], width[width.length - 1]];
}

/**
 * @param {State} state
 * @param {Setting} name
 * @param {number} value
 * @param {readonly (0 | 1)[]} axes
 */
const has = (state, name, value, axes) =>
  axes.every((axis) => numbersOn(state, name, axis).every((number) => number === value));

/**
 * Whether a state has found settings on some axes.
 * @param {State} state
 * @param {Found} found
 * @param {readonly (0 | 1)[]} axes
 */
export const isFound = (state, found, axes) =>
  axes.every((axis) => state.k.shape[2 + axis] === found.kernel) &&
  settingsIn(found).every(
    (name) =>
      (state.op === 'conv' && name === 'outputPadding') || has(state, name, found[name], axes),
  );

/**
 * The state with the input that an output comes from, and with the output padding that tells it apart.
 * @param {Engine} engine
 * @param {State} state
 * @param {import('../../engine/engine.d.ts').Source} source
 * @param {readonly (0 | 1)[]} axes height, width or both
 */
export function withSource(engine, state, { input, outputPadding }, axes) {
  const size = state.x.shape.slice(2).map((old, axis) => (on(axes, axis) ? input : old));
  const sized = withInput(engine, state, size);
  if (state.op === 'conv') return sized;
  const [height, width] = perAxis(state.outputPadding).map((old, axis) =>
    on(axes, axis) ? outputPadding : old,
  );
  if (JSON.stringify(perAxis(state.outputPadding)) === JSON.stringify([height, width]))
    return sized;
  return withSetting(sized, 'outputPadding', height === width ? [height] : [height, width]);
}

/**
 * @param {readonly number[]} axes
 * @param {number} axis
 */
const on = (axes, axis) => axes.includes(axis);
