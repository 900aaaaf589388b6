import { describe, expect, it, test } from 'vitest';
import { percent, shadeOf, shades, strengths } from '../../web/elements/shades.js';
import { tokens } from '../../web/elements/styles.js';

/** Colours are linear red, green and blue from 0 to 1, as light adds up; tokens are sRGB. */
const linear = (byte) => {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** The two colours of a token, light and dark, as bytes. */
const token = (name) => {
  const [, ...themes] = new RegExp(
    `--${name}: (?:var\\(--conv-\\w+, )?light-dark\\((#\\w+), (#\\w+)\\)`,
  ).exec(tokens.cssText);
  return themes.map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));
};

/** As CSS mixes in sRGB. */
const mixed = (colour, ground, percent) =>
  colour.map((byte, i) => (byte * percent + ground[i] * (100 - percent)) / 100);

/** What is seen: by all three cones, or without those for green or for red (Machado, Oliveira and
 * Fernandes 2009, full severity). */
const sights = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};
const seen = (sight, bytes) => {
  const light = bytes.map(linear);
  return sight.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, i) => sum + weight * light[i], 0),
      ),
    ),
  );
};

const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** WCAG's contrast of two colours. */
const contrast = (a, b) => {
  const [dark, bright] = [a, b].map((bytes) => luminance(bytes.map(linear))).sort((p, q) => p - q);
  return (bright + 0.05) / (dark + 0.05);
};

/** CIE L*a*b*, in which a distance of about 2 is just noticed. */
const lab = ([r, g, b]) => {
  const curve = (t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = curve(luminance([r, g, b]));
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const distance = (a, b) => Math.hypot(...lab(a).map((value, i) => value - lab(b)[i]));

/** The ends of the scales, above and below zero. */
const scales = { x: 'amber', k: 'violet', y: 'amber', b: 'amber' };
const cases = ['light', 'dark'].flatMap((name, theme) =>
  Object.entries(scales).map(([operand, minus]) => ({ name, theme, operand, minus })),
);
const levels = Array.from({ length: strengths }, (_, i) => i + 1);

describe('the shades of cells', () => {
  it('say the sign and how large a number is', () => {
    expect(shadeOf(1, 1)).toBe('t10');
    expect(shadeOf(-1, 1)).toBe('t10 minus');
    expect(shadeOf(-0.5, 1)).toBe('t5 minus');
    expect(shadeOf(0, 1)).toBe('t0');
    expect(shadeOf(-0.001, 1)).toBe('t0');
    expect(shadeOf(NaN, 1)).toBe('t0');
    expect(shades.cssText).toContain(`.t10 { --strength: ${percent(10)}% }`);
  });

  test.each(cases)('of $operand in $name tell −1 from 1, whatever is seen', (given) => {
    const { theme, operand, minus } = given;
    const ground = token('cell')[theme];
    for (const sight of Object.values(sights)) {
      const at = (name, level) => seen(sight, mixed(token(name)[theme], ground, percent(level)));
      for (const level of levels) {
        // Further apart the larger the numbers are.
        expect(distance(at(operand, level), at(minus, level))).toBeGreaterThan(2 * level + 1.5);
      }
    }
  });

  test.each(cases)(
    'of $operand in $name grow stronger step by step',
    ({ theme, operand, minus }) => {
      const ground = token('cell')[theme];
      for (const name of [operand, minus]) {
        const shade = (level) => mixed(token(name)[theme], ground, percent(level)).map(linear);
        for (const level of levels)
          expect(distance(shade(level), shade(level - 1))).toBeGreaterThan(1);
      }
    },
  );

  test.each(cases)(
    'of $operand in $name leave the numbers legible',
    ({ theme, operand, minus }) => {
      for (const name of [operand, minus]) {
        for (const level of [0, ...levels]) {
          const shade = (ground, share) =>
            mixed(token(name)[theme], token(ground)[theme], share * percent(level));
          expect(contrast(token('ink')[theme], shade('cell', 1))).toBeGreaterThanOrEqual(4.5);
          // Pale ones, as what is yet to come or is cropped.
          expect(contrast(token('quiet')[theme], shade('card', 0.3))).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );
});
