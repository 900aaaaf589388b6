import { hatchOf } from './hatch.js';
import { inkOf } from './ink.js';

/** @typedef {import('../scene.js').Shape} Shape */

const sides = /** @type {const} */ (['Top', 'Right', 'Bottom', 'Left']);

/**
 * The ground and the border of a box.
 * @param {CSSStyleDeclaration} style @param {DOMRect} place @param {number} opacity
 * @param {number} x @param {number} y @returns {Shape[]} */
export function boxOf(style, { left, top, width, height }, opacity, x, y) {
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  const whole = {
    kind: /** @type {const} */ ('rect'),
    x: left - x,
    y: top - y,
    width,
    height,
    radius,
  };
  /** @type {Shape[]} */
  const shapes = [
    { ...whole, fill: inkOf(style.backgroundColor, opacity) },
    ...hatchOf(style, whole, opacity),
  ];
  const lines = sides.map((side) =>
    style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
  );
  const [line] = lines;
  if (lines.every((each) => each === line) && line > 0) {
    const dash = style.borderTopStyle === 'dashed' ? [3, 3] : undefined;
    shapes.push({
      ...inset(whole, line / 2),
      stroke: inkOf(style.borderTopColor, opacity),
      line,
      dash,
    });
  } else {
    const [up, right, down, before] = lines;
    const { x: from, y: above } = whole;
    for (const [side, place] of /** @type {const} */ ([
      ['Top', { height: up }],
      ['Right', { x: from + width - right, width: right }],
      ['Bottom', { y: above + height - down, height: down }],
      ['Left', { width: before }],
    ])) {
      const fill = inkOf(style[`border${side}Color`], opacity);
      if (lines[sides.indexOf(side)] > 0) shapes.push({ ...whole, radius: 0, ...place, fill });
    }
  }
  for (const [colour, spread, inner] of edgesOf(style.boxShadow)) {
    const stroke = inkOf(colour, opacity);
    // An inner one is within the border.
    const away = inner ? line + spread / 2 : -spread / 2;
    shapes.push({ ...inset(whole, away), stroke, line: spread });
  }
  const outline = style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
  if (outline > 0 && style.outlineStyle !== 'auto') {
    const away = -Number.parseFloat(style.outlineOffset) - outline / 2;
    const stroke = inkOf(style.outlineColor, opacity);
    shapes.push({ ...inset(whole, away), stroke, line: outline });
  }
  return shapes;
}

/**
 * The shadows that are lines around a box, or within it: those that have no blur.
 * @param {string} shadow as computed: "rgb(1, 2, 3) 0px 0px 0px 1px inset, …"
 * @returns {[colour: string, spread: number, inner: boolean][]}
 */
const edgesOf = (shadow) =>
  [...shadow.matchAll(/([a-z]+\([^)]*\)) 0px 0px 0px ([\d.]+)px( inset)?/g)].map(
    ([, colour, spread, inner]) => [colour, Number(spread), inner !== undefined],
  );

/** @param {import('../scene.js').Rect} rect @param {number} by in pixels */
const inset = ({ x, y, width, height, radius = 0, kind }, by) => ({
  kind,
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
  radius: Math.max(0, radius - by),
});
