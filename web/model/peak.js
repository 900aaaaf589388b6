import { peakOf as searched } from '../engine/peak.js';

/** Lists from which on it is worth remembering. */
const long = 2 ** 16;

/** @type {WeakMap<ArrayLike<number>, number>} long lists, which are never changed, by what was found */
const known = new WeakMap();

/**
 * The largest magnitude, which the colours of cells are measured against; 1 where all is 0.
 * @param {ArrayLike<number>} data
 */
export function peakOf(data) {
  if (data.length < long) return searched(data);
  const peak = known.get(data) ?? searched(data);
  keepPeak(data, peak);
  return peak;
}

/** Remembers what was found elsewhere. @param {ArrayLike<number>} data @param {number} peak */
export const keepPeak = (data, peak) => void known.set(data, peak);
