import { peakOf as searched } from '../engine/peak.js';

/** Lists from which on it is worth remembering. */
const long = 2 ** 16;

/** @type {WeakMap<ArrayLike<number>, number>} long lists, which are never changed, by what was found */
const known = new WeakMap();

/** Where the scale of colours may end, in tens. */
const ends = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * The magnitude that is drawn at full strength: the largest, or a little more. It is a round number, so that
 * an edit of one cell rarely shifts the colours of all others; 1 where all is 0.
 * @param {ArrayLike<number>} data
 */
export function peakOf(data) {
  if (data.length < long) return roundedUp(searched(data));
  const peak = known.get(data) ?? searched(data);
  keepPeak(data, peak);
  return roundedUp(peak);
}

/** @param {number} peak */
function roundedUp(peak) {
  const power = 10 ** Math.floor(Math.log10(peak));
  const end = ends.find((end) => end * power >= peak);
  return end === undefined ? peak : end * power;
}

/** Remembers what was found elsewhere. @param {ArrayLike<number>} data @param {number} peak */
export const keepPeak = (data, peak) => void known.set(data, peak);
