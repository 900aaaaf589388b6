import { fontFamily, monoFamily } from './font.js';
import { colourOf, hexOf } from './paints.js';
import { tidy } from './scene.js';

/**
 * A scene as the text of an SVG that needs nothing else: no style sheet, no font of its own.
 *
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./scene.js').Shape} Shape
 * @typedef {import('./paints.js').Palette} Palette
 */

/** Characters that no XML may hold, not even escaped. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** @param {string} text */
export const escaped = (text) =>
  text
    .replace(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * @param {Scene} scene
 * @param {Palette} palette
 * @param {{ ground?: boolean }} [options] whether it has a ground of its own, or lies on what is behind it
 */
export function svgOf(scene, palette, { ground = true } = {}) {
  const { width, height, shapes, title, description, lang } = scene;
  const behind = ground
    ? [`<rect width="${width}" height="${height}" rx="12"${fill('card', palette)}/>`]
    : [];
  const described = description ? [`<desc>${escaped(description)}</desc>`] : [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${lang}" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${width} ${height}" role="img" fill="none" font-family="${fontFamily}">`,
    `<title>${escaped(title)}</title>`,
    ...described,
    ...behind,
    ...shapes.map((shape) => written(shape, palette)),
    '</svg>',
    '',
  ].join('\n');
}

/** @param {Shape} shape @param {Palette} palette */
function written(shape, palette) {
  if (shape.kind === 'text') return text(shape, palette);
  if (shape.kind === 'image') return image(shape);
  const { kind, stroke, line = 1, dash } = shape;
  const paints =
    (shape.fill ? fill(shape.fill, palette) : '') +
    (stroke ? painted('stroke', stroke, palette) : '') +
    (stroke && line !== 1 ? ` stroke-width="${tidy(line)}"` : '') +
    (dash ? ` stroke-dasharray="${dash.join(' ')}"` : '');
  if (kind === 'path') {
    const { d, matrix } = shape;
    const placed = matrix ? ` transform="matrix(${matrix.map(tidy).join(' ')})"` : '';
    return `<path d="${escaped(d)}"${placed}${paints}/>`;
  }
  const round = shape.radius ? ` rx="${tidy(shape.radius)}"` : '';
  const [x, y, width, height] = [shape.x, shape.y, shape.width, shape.height].map(tidy);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${round}${paints}/>`;
}

/** @param {import('./scene.js').Picture} picture */
function image({ href, radius, ...place }) {
  const [x, y, width, height] = [place.x, place.y, place.width, place.height].map(tidy);
  const box = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  const drawn = (/** @type {string} */ clip) =>
    `<image href="${href}" ${box}${clip} style="image-rendering:pixelated"/>`;
  if (!radius) return drawn('');
  // A name that only a picture of the same place and size has, whose clip is the same.
  const name = `round-${[x, y, width, height].join('-')}`;
  const clip = `<clipPath id="${name}"><rect ${box} rx="${tidy(radius)}"/></clipPath>`;
  return `${clip}${drawn(` clip-path="url(#${name})"`)}`;
}

/** @param {import('./scene.js').Text} text @param {Palette} palette */
function text({ x, y, size, anchor, runs, halo, cell, mono }, palette) {
  const middle = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const around = halo
    ? `${painted('stroke', halo, palette)} stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
    : '';
  const named = cell === undefined ? '' : ` data-cell="${escaped(cell)}"`;
  const open = `<text x="${tidy(x)}" y="${tidy(y)}" font-size="${tidy(size)}"${
    mono ? ` font-family="${monoFamily}"` : ''
  }${middle}${around}${named}`;
  const [only] = runs;
  if (runs.length === 1 && only.size === undefined && !only.rise)
    return `${open}${fill(only.fill, palette)}${weight(only)}>${escaped(only.text)}</text>`;
  let risen = 0;
  const spans = runs.map((run) => {
    const { rise = 0 } = run;
    const own = run.size === undefined ? '' : ` font-size="${tidy(run.size)}"`;
    const shift = rise === risen ? '' : ` dy="${tidy(risen - rise)}"`;
    risen = rise;
    return `<tspan${shift}${own}${fill(run.fill, palette)}${weight(run)}>${escaped(run.text)}</tspan>`;
  });
  // The spaces at the ends of its parts are between words.
  return `${open} xml:space="preserve">${spans.join('')}</text>`;
}

/** @param {import('./scene.js').Run} run */
const weight = ({ bold }) => (bold ? ' font-weight="700"' : '');

/** @param {string} paint @param {Palette} palette */
const fill = (paint, palette) => painted('fill', paint, palette);

/** @param {'fill' | 'stroke'} what @param {string} paint @param {Palette} palette */
function painted(what, paint, palette) {
  const colour = colourOf(paint, palette);
  const clear = colour.alpha < 1 ? ` ${what}-opacity="${tidy(colour.alpha)}"` : '';
  return ` ${what}="${hexOf(colour)}"${clear}`;
}
