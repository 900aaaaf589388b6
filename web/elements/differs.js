/**
 * Whether two small plain values differ in what they hold: what has a property of them is not drawn again for
 * one that was made anew and says the same.
 * @param {unknown} value
 * @param {unknown} before
 */
export const differs = (value, before) =>
  value !== before && JSON.stringify(value) !== JSON.stringify(before);
