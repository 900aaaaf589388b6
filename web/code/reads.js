/**
 * What the readers of the formats have in common.
 */

/**
 * The numbers in the places of a pattern, where the text has it.
 * @param {RegExp} pattern
 * @param {string} text
 * @returns {number[] | undefined}
 */
export function numbersOf(pattern, text) {
  const match = pattern.exec(text);
  return match ? match.slice(1).map((number) => Number(number ?? 0)) : undefined;
}

/** `P = np.pad(X, ((0, 0), (0, 0), (1, 0), (2, 1)))`: top, bottom, left, right. @param {string} text */
export const padsOfNumpy = (text) =>
  numbersOf(/^P = np\.pad\(X, \(\(0, 0\), \(0, 0\), \((\d+), (\d+)\), \((\d+), (\d+)\)\)\)/m, text);

/**
 * What is cropped from what a transposed convolution makes in full, before and after on each axis, once it
 * is known where the part that stays begins and how large it is.
 * @param {import('./layer.js').Sizes} sizes
 * @param {{ stride: number[], dilation: number[], outputPadding: number[] }} settings
 * @param {readonly number[]} first of height and width
 * @param {readonly number[]} size of height and width
 */
export const cropsAround = ({ x, k }, { stride, dilation, outputPadding }, first, size) =>
  [0, 1].flatMap((i) => {
    const reach = dilation[i] * (k[2 + i] - 1) + 1;
    const full = (x[2 + i] - 1) * stride[i] + reach + outputPadding[i];
    return [first[i], full - first[i] - size[i]];
  });
