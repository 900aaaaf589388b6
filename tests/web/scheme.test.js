import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lightness, schemeIn } from '../../web/playground/scheme.js';

const clear = 'rgba(0, 0, 0, 0)';
const black = 'rgb(10, 10, 12)';
const white = 'rgb(255, 255, 255)';
const page = { inherited: 'normal', root: 'normal', grounds: [clear], dark: false, framed: false };

describe('the scheme', () => {
  test.each([
    ['what was asked for', 'light', { inherited: 'dark', grounds: [black], dark: true }, 'light'],
    ['what is inherited', 'auto', { inherited: 'dark', grounds: [white] }, 'dark'],
    ['what is inherited by force', '', { inherited: 'only light', dark: true }, 'light'],
    ['the system, where both are inherited', '', { inherited: 'light dark', dark: true }, 'dark'],
    ['the nearest opaque ground', '', { grounds: [clear, black, white] }, 'dark'],
    ['a light ground on a dark system', '', { grounds: [white], dark: true }, 'light'],
    ['what shines through a veil', '', { grounds: ['rgba(255, 255, 255, 0.1)', black] }, 'dark'],
    ['the canvas, which is white on a dark system too', '', { dark: true }, 'light'],
    ['the canvas under a veil', '', { grounds: ['rgba(0, 0, 0, 0.7)'] }, 'dark'],
    ['the system in a frame, where nothing is opaque', '', { dark: true, framed: true }, 'dark'],
    [
      'the system in a frame, under a veil',
      '',
      { grounds: ['rgba(0, 0, 0, 0.7)'], framed: true },
      'light',
    ],
    ['an opaque ground in a frame', '', { grounds: [white], dark: true, framed: true }, 'light'],
  ])('is %s', (_, theme, around, expected) => {
    expect(schemeIn(theme, { ...page, ...around }).scheme).toBe(expected);
  });

  test.each([[undefined], [null], [12], [{}], [true], ['darkish'], ['x'.repeat(1e6)]])(
    'is that of the page for a theme of %o',
    (theme) => expect(schemeIn(theme, { ...page, grounds: [black] }).scheme).toBe('dark'),
  );

  test('takes a ground of its own where the one behind is of the other kind', () => {
    const ground = (theme, around) => schemeIn(theme, { ...page, ...around }).ground;
    expect(ground('', { grounds: [black] })).toBe(false);
    expect(ground('', { grounds: [white], dark: true })).toBe(false);
    expect(ground('dark', { grounds: [white] })).toBe(true);
    expect(ground('light', { grounds: [black] })).toBe(true);
    // The canvas of a page without any style is white, whatever the system is.
    expect(ground('', { dark: true })).toBe(false);
    expect(ground('dark', {})).toBe(true);
    expect(ground('', { dark: true, framed: true })).toBe(true);
    expect(ground('', { inherited: 'light dark', root: 'light dark', dark: true })).toBe(false);
  });

  test('is never lighter than a ground that it needs nothing under', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(part, part, part, fc.boolean(), (r, g, b, dark) => {
        const grounds = [`rgb(${r}, ${g}, ${b})`];
        const { scheme, ground } = schemeIn('', { ...page, grounds, dark });
        expect(ground).toBe(false);
        expect(scheme).toBe(lightness(grounds[0]).light < 0.5 ? 'dark' : 'light');
      }),
    );
  });
});

test.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgba(0, 0, 0, 0.25)', 0, 0.25],
  ['rgb(0 0 0 / 0.5)', 0, 0.5],
  ['color(srgb 1 1 1)', 1, 1],
  ['color(display-p3 0 0 0 / 0.5)', 0, 0.5],
  ['color(xyz-d65 0.95 1 1.09)', 1, 1],
  ['lab(50 none none)', 0.5, 1],
  ['oklch(0.25 0.1 120 / 0.75)', 0.25, 0.75],
  ['a colour of tomorrow', 0, 0],
])('the colour %s has the lightness %d and covers %d', (color, light, alpha) => {
  expect(lightness(color).light).toBeCloseTo(light, 5);
  expect(lightness(color).alpha).toBe(alpha);
});
