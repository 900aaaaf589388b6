import { isLiteral } from './tensor.js';

/** @typedef {import('./state.js').State} State */

/** What a layer is but for its numbers. @param {State} state */
const settings = ({ op, x, k, bias, stride, dilation, padding, outputPadding, groups }) =>
  [
    [op, groups, bias?.length],
    ...[x, k].map((tensor) => [isLiteral(tensor), tensor.shape]),
    ...[stride, dilation, padding, outputPadding],
  ].join(';');

/**
 * Whether two states have a layer of the same operation, sizes and settings, whatever its numbers.
 * @param {State} one
 * @param {State} other
 */
export const sameLayer = (one, other) => one === other || settings(one) === settings(other);
