/**
 * The settings' short lists, spelled out for the two axes and the four sides.
 *
 * @typedef {import('../state/state.js').State} State
 */
import { settingNames } from '../state/layer.js';
import { withSetting } from '../state/state.js';

/**
 * A setting for each axis: [height, width].
 * @param {number[]} list one number for both, or two
 */
export const perAxis = (list) => (list.length === 1 ? [list[0], list[0]] : list);

/**
 * The padding of each side: [top, bottom, left, right].
 * @param {number[]} list
 */
export function perSide(list) {
  if (list.length === 4) return list;
  const [height, width] = perAxis(list);
  return [height, height, width, width];
}

/**
 * Whether a state tells the axes apart.
 * @param {State} state
 */
export const differsByAxis = (state) => settingNames.some((name) => state[name].length === 2);

/**
 * The state with the height's setting for both axes.
 * @param {State} state
 * @returns {State}
 */
export const withAxesTied = (state) =>
  settingNames.reduce(
    (next, name) =>
      state[name].length === 2 ? withSetting(next, name, state[name].slice(0, 1)) : next,
    state,
  );

/**
 * One axis of a layer, as its size formula names the numbers.
 * @param {State} state
 * @param {0 | 1} axis height or width
 */
export function axisTerms(state, axis) {
  const [before, after] = perSide(state.padding).slice(2 * axis);
  return {
    input: state.x.shape[2 + axis],
    kernel: state.k.shape[2 + axis],
    stride: perAxis(state.stride)[axis],
    dilation: perAxis(state.dilation)[axis],
    outputPadding: perAxis(state.outputPadding)[axis],
    before,
    after,
  };
}
