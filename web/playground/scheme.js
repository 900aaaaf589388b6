/**
 * Whether the playground is light or dark, from what surrounds it.
 *
 * @typedef {'light' | 'dark'} Scheme
 * @typedef {object} Surroundings as computed styles tell them
 * @property {string} inherited the `color-scheme` that is inherited
 * @property {string} root that of the document, which the canvas behind everything has
 * @property {string[]} grounds the background colours of the element and behind it, the nearest first
 * @property {boolean} dark whether the system is dark
 * @property {boolean} framed whether the page is in another one, which may show through
 */

/** Of a colour space, the lightness of a colour from its components, from 0 to 1.
 * @type {Record<string, (a: number, b: number, c: number) => number>} */
const lightnessIn = {
  rgb: (r, g, b) => luma(r / 255, g / 255, b / 255),
  lab: (l) => l / 100,
  lch: (l) => l / 100,
  oklab: (l) => l,
  oklch: (l) => l,
  'srgb-linear': (r, g, b) => luma(r, g, b) ** (1 / 2.2),
  xyz: (x, y) => y ** (1 / 2.2),
  'xyz-d50': (x, y) => y ** (1 / 2.2),
  'xyz-d65': (x, y) => y ** (1 / 2.2),
};

function luma(/** @type {number} */ r, /** @type {number} */ g, /** @type {number} */ b) {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * How light and how opaque a colour is, both from 0 to 1.
 * @param {string} color as a computed style has it: `rgb(…)`, `color(srgb …)`, `oklch(…)`, ..
 */
export function lightness(color) {
  const [, name, inside] = /^(\w+)\((.*)\)$/.exec(color) ?? [, '', ''];
  const [first, ...rest] = inside.split(/[\s,/]+/);
  const [space, components] =
    name === 'color' ? [first, rest] : [name.replace('rgba', 'rgb'), [first, ...rest]];
  const [a, b, c, alpha = 1] = components.map((part) => (part === 'none' ? 0 : Number(part)));
  const light = (lightnessIn[space] ?? luma)(a, b, c);
  // A colour that cannot be read says nothing: it counts as none.
  return Number.isFinite(light) ? { light, alpha } : { light: 0, alpha: 0 };
}

/**
 * The lightness of colours that lie on each other, and how much of what is behind shows through.
 * @param {string[]} colors the nearest first
 */
function mixed(colors) {
  let light = 0;
  let through = 1;
  for (const { light: own, alpha } of colors.map(lightness)) {
    light += through * alpha * own;
    through *= 1 - alpha;
  }
  return { light, through };
}

const schemeOf = (/** @type {number} */ light) => (light < 0.5 ? 'dark' : 'light');

/** The scheme that a `color-scheme` comes to; none for `normal` and for names that are not ours.
 * @param {string} value
 * @param {boolean} dark whether the system is
 * @returns {Scheme | undefined} */
function namedScheme(value, dark) {
  const named = (/** @type {Scheme} */ scheme) => value.split(' ').includes(scheme);
  if (named('light') && named('dark')) return dark ? 'dark' : 'light';
  return named('dark') ? 'dark' : named('light') ? 'light' : undefined;
}

/**
 * The scheme of a playground: what was asked for, else what is inherited, else what the nearest opaque
 * ground is, else the canvas of a page, which is white where nothing is said, and in a frame the system's.
 * @param {unknown} theme `light` or `dark`; anything else asks for nothing
 * @param {Surroundings} surroundings
 * @returns {{ scheme: Scheme, ground: boolean }} `ground`: whether what is behind is of the other kind, so
 *   that the playground has to bring a ground of its own
 */
export function schemeIn(theme, { inherited, root, grounds, dark, framed }) {
  const { light, through } = mixed(grounds);
  const canvas = namedScheme(root, dark) === 'dark' ? 0 : 1;
  const behind = schemeOf(light + through * canvas);
  const known = !framed || through < 0.1;
  const scheme =
    namedScheme(String(theme), dark) ??
    namedScheme(inherited, dark) ??
    (known ? behind : dark ? 'dark' : 'light');
  return { scheme, ground: behind !== scheme };
}
