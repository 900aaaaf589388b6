import { percent, strengths } from '../elements/shades.js';
import { tokens } from '../elements/styles.js';
import { colourOf, hex, hexOf, minusOf } from './paints.js';

/**
 * The page's colours by theme, from its style sheet.
 *
 * @typedef {'light' | 'dark'} Theme
 */

/** @param {1 | 2} which of the two that a token has */
const palette = (which) =>
  Object.fromEntries(
    [
      ...tokens.cssText.matchAll(/--([a-z-]+):[^;]*?light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/g),
    ].map(([, name, ...colours]) => [name, colours[which - 1]]),
  );

/** @type {Record<Theme, import('./paints.js').Palette>} */
export const palettes = { light: palette(1), dark: palette(2) };

/**
 * The colours of a scene.
 * @param {import('./scene.js').Scene} scene
 * @param {Theme} theme
 * @returns {import('./paints.js').Palette}
 */
export const paletteFor = ({ own }, theme) => ({ ...palettes[theme], ...own?.[theme] });

const operands = ['x', 'k', 'y', 'b'];
const marks = [...operands, 'card', 'cell', 'ink', 'quiet', 'line', 'well', 'bad', 'bad-well'];

/**
 * The colours that a picture of few colours has to keep apart: the grounds of all cells, and the marks.
 * @param {Theme} theme
 * @returns {[red: number, green: number, blue: number][]}
 */
export function keptColours(theme) {
  const shades = operands.flatMap((operand) =>
    [operand, minusOf(operand)].flatMap((hue) =>
      Array.from({ length: strengths }, (_, i) => `${hue} ${percent(i + 1)} cell`),
    ),
  );
  const colours = [...marks, ...shades].map((paint) => hexOf(colourOf(paint, palettes[theme])));
  return [...new Set(colours)].map((colour) => {
    const { red, green, blue } = hex(colour);
    return [red, green, blue];
  });
}
