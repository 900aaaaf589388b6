import { perAxis, perSide } from '../../web/model/settings.js';
import { cellAt, offset } from '../../web/state/tensor.js';

/** Every multiplication of a layer, found by trying all pairs of an x and a k: the naive oracle. */
export function allLinks(state, { y }) {
  const [stride, dilation] = [perAxis(state.stride), perAxis(state.dilation)];
  const [top, , left] = perSide(state.padding);
  const links = [];
  for (let x = 0; x < state.x.data.length; x++) {
    for (let k = 0; k < state.k.data.length; k++) {
      const at = target(state, cellAt(state.x.shape, x), cellAt(state.k.shape, k), y.shape);
      if (at) links.push({ x, k, y: offset(y.shape, at) });
    }
  }
  return links;

  function target({ op, groups }, [, c, i, j], [a, b, u, v], shape) {
    const perGroup = { input: state.x.shape[1] / groups, output: shape[1] / groups };
    const [inputs, output] =
      op === 'conv'
        ? [Math.floor(a / perGroup.output) * perGroup.input + b, a]
        : [a, Math.floor(a / perGroup.input) * perGroup.output + b];
    if (c !== inputs) return undefined;
    const along = (cell, tap, axis, before) =>
      op === 'conv'
        ? (cell + before - tap * dilation[axis]) / stride[axis]
        : cell * stride[axis] + tap * dilation[axis] - before;
    const [row, column] = [along(i, u, 0, top), along(j, v, 1, left)];
    const inside =
      Number.isInteger(row) &&
      Number.isInteger(column) &&
      row >= 0 &&
      row < shape[2] &&
      column >= 0 &&
      column < shape[3];
    return inside ? [0, output, row, column] : undefined;
  }
}
