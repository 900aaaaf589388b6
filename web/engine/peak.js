/**
 * The largest magnitude of a list; 1 where all is 0.
 * @param {ArrayLike<number>} data
 */
export function peakOf(data) {
  let peak = 0;
  for (let i = 0; i < data.length; i++) {
    const magnitude = Math.abs(data[i]);
    if (magnitude > peak) peak = magnitude;
  }
  return peak || 1;
}
