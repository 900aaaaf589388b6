import { css, unsafeCSS } from 'lit';

/** Steps of strength in which magnitudes are drawn. */
export const strengths = 10;

/** How much of its hue the ground of a cell has at a strength, in percent. @param {number} strength */
export const percent = (strength) => (strength === 0 ? 0 : 2 + 4 * strength);

/** How strongly a number is drawn, in steps. @param {number} value @param {number} peak */
const strengthOf = (value, peak) =>
  Math.min(strengths, Math.round((strengths * Math.abs(value)) / peak) || 0);

/** How much of its hue the ground of a number's cell has, in percent.
 * @param {number} value
 * @param {number} peak
 */
export const percentOf = (value, peak) => percent(strengthOf(value, peak));

/**
 * The classes of a cell's shade: how large its number is beside the largest, and whether it is below zero.
 * @param {number} value
 * @param {number} peak
 */
export function shadeOf(value, peak) {
  const strength = strengthOf(value, peak);
  return value < 0 && strength > 0 ? `t${strength} minus` : `t${strength}`;
}

/** The grounds of cells, in the hue of their operand; of numbers below zero in that of the other end of the
 * scale. The two ends are as far apart for readers who do not tell red from green. */
export const shades = css`
  ${unsafeCSS(
    Array.from({ length: strengths + 1 }, (_, i) => `.t${i} { --strength: ${percent(i)}% }`).join(
      '',
    ),
  )}
  .minus {
    --shade: var(--minus);
  }
`;
