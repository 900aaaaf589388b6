import { asked } from '../../model/asked.js';
import { fillOf } from './apply.js';

/** @typedef {import('../../state/state.js').State} State */

/**
 * What a change of sizes does, in words.
 * @param {Pick<import('../panel-element.js').PanelElement, 'state' | 'engine' | 't'>} given
 * @param {(state: State) => State} update
 */
export function used({ state, engine, t }, update) {
  const next = update(state);
  const { layer } = asked(engine, next).plan();
  const shape = (/** @type {readonly number[]} */ [, ...rest]) => rest.join(' × ');
  const said = t('shapes.used', { x: shape(next.x.shape), y: layer ? shape(layer.y) : '' });
  const fill = fillOf(state, next);
  return fill === 'same' ? said : `${said}${t(`shapes.used.${fill}`)}`;
}
