import { settingNames } from '../state/layer.js';
import { defaults } from '../state/state.js';

/** A shape as short as it can be told: its sizes without leading ones, but at least two.
 * @param {readonly number[]} shape */
function shortShape(shape) {
  const first = shape.findIndex((extent, i) => i === 2 || extent !== 1);
  return shape.slice(first).join('×');
}

/**
 * A layer in a few words: "Transposed convolution, X 2×2, K 3×3, stride 2".
 * @param {import('../state/state.js').State} state
 * @param {import('../i18n/index.js').Translate} t
 */
export function titleOf(state, t) {
  const settings = /** @type {const} */ ([...settingNames, 'groups']).flatMap((name) => {
    const list = [state[name]].flat();
    const usual = [defaults[name]].flat();
    const same = list.length === usual.length && list.every((number, i) => number === usual[i]);
    return same ? [] : [`${t(`field.${name}`)} ${list.join('×')}`];
  });
  return [
    t(state.op === 'conv' ? 'share.conv' : 'share.tconv'),
    `X ${shortShape(state.x.shape)}`,
    `K ${shortShape(state.k.shape)}`,
    ...settings,
  ].join(t('share.comma'));
}
