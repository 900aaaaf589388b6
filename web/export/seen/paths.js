import { inkOf } from './ink.js';

/**
 * What an element of an SVG draws, in the scene's own pixels.
 * @param {SVGElement} element
 * @param {CSSStyleDeclaration} style
 * @param {number} opacity
 * @param {number} x of the scene's left edge in the window
 * @param {number} y of its upper edge
 * @returns {import('../scene.js').Path[]}
 */
export function outlineOf(element, style, opacity, x, y) {
  const d = pathOf(element);
  const matrix = /** @type {SVGGraphicsElement} */ (element).getScreenCTM?.();
  if (!d || !matrix) return [];
  const ink = (/** @type {string} */ paint, /** @type {string} */ share) =>
    paint === 'none' ? undefined : inkOf(paint, opacity * Number(share));
  const { a, b, c, d: e, e: right, f: down } = matrix;
  const dashes = style.strokeDasharray.match(/[\d.]+/g);
  return [
    {
      kind: 'path',
      d,
      matrix: [a, b, c, e, right - x, down - y],
      fill: ink(style.fill, style.fillOpacity),
      stroke: ink(style.stroke, style.strokeOpacity),
      line: Number.parseFloat(style.strokeWidth),
      ...(dashes && { dash: dashes.map(Number) }),
    },
  ];
}

/** @param {SVGElement} element */
function pathOf(element) {
  const n = (/** @type {string} */ name) => Number(element.getAttribute(name) ?? 0);
  switch (element.localName) {
    case 'path':
      return element.getAttribute('d');
    case 'line':
      return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
    case 'polyline':
      return `M${element.getAttribute('points')}`;
    case 'polygon':
      return `M${element.getAttribute('points')}z`;
    case 'rect':
      return `M${n('x')} ${n('y')}h${n('width')}v${n('height')}h${-n('width')}z`;
    case 'circle': {
      const r = n('r');
      return `M${n('cx') - r} ${n('cy')}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    }
    default:
      return undefined;
  }
}
