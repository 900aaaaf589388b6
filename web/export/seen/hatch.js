import { inkOf } from './ink.js';

/** Stripes that are repeated, all in one colour, as they are computed. */
const stripes =
  /^repeating-linear-gradient\((-?[\d.]+)deg, (.+) 0px, \2 ([\d.]+)px, (.+) \3px, \4 ([\d.]+)px\)$/;

/**
 * The stripes that a style sheet lays over a box, as a path.
 * @param {CSSStyleDeclaration} style
 * @param {{ x: number, y: number, width: number, height: number }} box
 * @param {number} opacity
 * @returns {import('../scene.js').Path[]}
 */
export function hatchOf(style, { x, y, width, height }, opacity) {
  const [, degrees, , from, colour, to] = stripes.exec(style.backgroundImage) ?? [];
  if (colour === undefined) return [];
  const angle = (Number(degrees) * Math.PI) / 180;
  // The way that the stripes follow each other, from one end of the box to the other through its middle.
  const [right, down] = [Math.sin(angle), -Math.cos(angle)];
  const length = Math.abs(width * right) + Math.abs(height * down);
  const along = (/** @type {Point} */ [px, py]) =>
    (px - width / 2) * right + (py - height / 2) * down + length / 2;
  const corners = /** @type {Point[]} */ ([
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]);
  let d = '';
  for (let start = 0; start < length; start += Number(to)) {
    const [first, last] = [start + Number(from), start + Number(to)];
    const above = half(corners, (point) => along(point) - first);
    const stripe = half(above, (point) => last - along(point));
    const points = stripe.map(([px, py]) => `${(x + px).toFixed(2)} ${(y + py).toFixed(2)}`);
    if (points.length > 2) d += `M${points.join('L')}z`;
  }
  return d ? [{ kind: 'path', d, fill: inkOf(colour, opacity) }] : [];
}

/** @typedef {[x: number, y: number]} Point */

/**
 * The part of a shape where a measure is not below 0.
 * @param {readonly Point[]} points its corners
 * @param {(point: Point) => number} measure that grows evenly
 * @returns {Point[]}
 */
const half = (points, measure) =>
  points.flatMap((point, i) => {
    const next = points[(i + 1) % points.length];
    const [here, there] = [measure(point), measure(next)];
    const kept = here >= 0 ? [point] : [];
    if (here >= 0 === there >= 0) return kept;
    const share = here / (here - there);
    const [x, y] = point.map((from, axis) => from + share * (next[axis] - from));
    return [...kept, /** @type {Point} */ ([x, y])];
  });
