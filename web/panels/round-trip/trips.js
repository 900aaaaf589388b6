/**
 * @typedef {import('../../engine/engine.d.ts').Trip} Trip
 * @typedef {{ there: number | undefined, back: number | undefined, trips: Trip[] }} Group sizes that
 *   become the same one
 */

/**
 * Neighbouring sizes by what becomes of them.
 * @param {Trip[]} trips
 * @returns {Group[]}
 */
export function grouped(trips) {
  /** @type {Group[]} */
  const groups = [];
  for (const trip of trips) {
    const last = groups.at(-1);
    if (last && last.there === trip.there && last.back === trip.back) last.trips.push(trip);
    else groups.push({ there: trip.there, back: trip.back, trips: [trip] });
  }
  return groups;
}

/**
 * The group that a size is in, if there is one.
 * @param {Group[]} groups
 * @param {number} own
 */
export const groupOf = (groups, own) =>
  groups.find(({ trips }) => trips.some(({ size }) => size === own));

/**
 * What a sentence says of the group that a size is in.
 * @param {Group} group
 * @returns {'none' | 'lost' | 'share' | 'same' | 'repair' | 'never'}
 */
export function story({ there, back, trips }) {
  if (there === undefined) return 'none';
  if (back === undefined) return 'lost';
  if (trips.length > 1) return 'share';
  const [{ size, repair }] = trips;
  if (size === back) return 'same';
  return repair === undefined ? 'never' : 'repair';
}
