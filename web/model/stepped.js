/** The fewest digits after its point with which a number is exactly itself. @param {number} value */
function digitsOf(value) {
  for (let digits = 0; digits < 20; digits++) {
    if (Number(value.toFixed(digits)) === value) return digits;
  }
  return 20;
}

/**
 * A number some tenths further, with no more digits than it and the step have: 0.1 and two tenths are 0.3.
 * @param {number} value
 * @param {number} tenths a whole number
 */
export function stepped(value, tenths) {
  if (tenths === 0) return value;
  const digits = Math.max(digitsOf(value), tenths % 10 === 0 ? 0 : 1);
  // Adding 0 turns -0 into 0.
  return Number((value + tenths / 10).toFixed(digits)) + 0;
}
