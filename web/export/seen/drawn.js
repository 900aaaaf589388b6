import { contextOf } from '../canvas.js';
import { inkOf } from './ink.js';
import { outlineOf } from './paths.js';
import { addedTo, valueOf } from './text.js';

/** @typedef {import('../scene.js').Shape} Shape */

/**
 * What an element draws itself, without what is in it.
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @param {DOMRect} place
 * @param {number} opacity
 * @param {import('./text.js').Look['clip']} clip
 * @param {number} x
 * @param {number} y
 * @returns {Shape[]}
 */
export function drawn(element, style, place, opacity, clip, x, y) {
  if (element instanceof SVGElement)
    return element instanceof SVGSVGElement ? [] : outlineOf(element, style, opacity, x, y);
  if (element instanceof HTMLCanvasElement || element instanceof HTMLImageElement) {
    const picture = pixelsOf(element);
    const { left, top, width, height } = place;
    return picture ? [{ kind: 'image', x: left - x, y: top - y, width, height, ...picture }] : [];
  }
  if (element instanceof HTMLInputElement && element.type === 'range')
    return sliderOf(element, inkOf(style.color, opacity), place, x, y);
  const shapes = boxOf(style, place, opacity, x, y);
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
    shapes.push(...valueOf(element, { style, opacity, clip, x, y }));
  return [...shapes, ...addedTo(element, { style, opacity, clip, x, y })];
}

/** @param {HTMLInputElement} slider @param {string} fill @param {DOMRect} place @param {number} x
 * @param {number} y @returns {Shape[]} */
function sliderOf({ valueAsNumber, min, max }, fill, { left, top, width, height }, x, y) {
  const part = (valueAsNumber - Number(min)) / (Number(max || 100) - Number(min) || 1);
  const middle = top + height / 2 - y;
  const line = { x: left - x, y: middle - 2, width, height: 4, radius: 2 };
  const knob = {
    x: left - x + part * (width - 12),
    y: middle - 6,
    width: 12,
    height: 12,
    radius: 6,
  };
  return [line, knob].map((each) => ({ kind: 'rect', ...each, fill }));
}

const sides = /** @type {const} */ (['Top', 'Right', 'Bottom', 'Left']);

/** The ground and the border of a box.
 * @param {CSSStyleDeclaration} style @param {DOMRect} place @param {number} opacity
 * @param {number} x @param {number} y @returns {Shape[]} */
function boxOf(style, { left, top, width, height }, opacity, x, y) {
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
  const shapes = [{ ...whole, fill: inkOf(style.backgroundColor, opacity) }];
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
    shapes.push({ ...inset(whole, (inner ? spread : -spread) / 2), stroke, line: spread });
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

/** The pixels of a picture, where the page may read them. @param {HTMLCanvasElement | HTMLImageElement} element */
function pixelsOf(element) {
  const [width, height] =
    element instanceof HTMLImageElement
      ? [element.naturalWidth, element.naturalHeight]
      : [element.width, element.height];
  if (width === 0 || height === 0) return undefined;
  try {
    const picture = Object.assign(document.createElement('canvas'), { width, height });
    contextOf(picture).drawImage(element, 0, 0);
    return { picture, href: picture.toDataURL() };
  } catch {
    return undefined;
  }
}
