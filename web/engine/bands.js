/**
 * A result in parts: which stretch of the input a stretch of the result is made of. Along an axis it
 * is the one relation of both operations, fine = coarse * stride + tap * dilation - padding; sizes are
 * the engine's.
 *
 * @typedef {import('./engine.d.ts').Axis} Axis
 * @typedef {import('./engine.d.ts').Operation} Operation
 *
 * @typedef {object} Reach
 * @property {number} first the first row (or column) of the picture; it may lie outside, as may the last
 * @property {number} count
 * @property {number} before what the part's own padding crops
 * @property {number} after
 *
 * @typedef {{ from: number, to: number }} Band rows of the result, the last not included
 */

/**
 * The stretch of the input behind [from, to) of the output. A layer on it, with this padding, makes
 * just that.
 * @param {Operation} operation
 * @param {Axis} axis of the whole layer
 * @param {number} from
 * @param {number} to
 * @returns {Reach}
 */
export function reach(operation, { taps, stride, dilation, padding }, from, to) {
  const halo = (taps - 1) * dilation;
  if (operation === 'conv2d') {
    const first = from * stride - padding;
    return { first, count: (to - 1 - from) * stride + halo + 1, before: 0, after: 0 };
  }
  // The stamps that touch the first and the last row; where taps leave gaps, those around them.
  const first = Math.min(
    Math.ceil((from + padding - halo) / stride),
    Math.floor((from + padding) / stride),
  );
  const last = Math.max(
    Math.floor((to - 1 + padding) / stride),
    Math.ceil((to - 1 + padding - halo) / stride),
  );
  const before = from + padding - first * stride;
  const full = (last - first) * stride + halo + 1;
  return { first, count: last - first + 1, before, after: full - before - (to - from) };
}

/**
 * A number of rows in bands of at most another number.
 * @param {number} rows
 * @param {number} most
 * @returns {Band[]}
 */
export function bandsOf(rows, most) {
  const each = Math.max(1, Math.floor(most));
  return Array.from({ length: Math.ceil(rows / each) }, (_, i) => ({
    from: i * each,
    to: Math.min(rows, (i + 1) * each),
  }));
}
