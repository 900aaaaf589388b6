/**
 * A run of at most `most` of `all` places that has `from` to `to` in its middle.
 * @param {number} all
 * @param {number} most
 * @param {number} from
 * @param {number} to
 * @returns {{ first: number, count: number }}
 */
export function run(all, most, from, to) {
  const count = Math.min(all, most);
  const middle = Math.floor((from + to + 1 - count) / 2);
  return { first: Math.max(0, Math.min(middle, all - count)), count };
}
