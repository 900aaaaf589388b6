import { zipped } from './archive.js';
import { pngOf } from './canvas.js';
import { limits, themesOf, widths } from './choices.js';
import { filmOf, gifOf } from './film.js';
import { paletteFor, palettes } from './palettes.js';
import { escaped, svgOf } from './svg.js';

/**
 * The files of a picture, as it was chosen.
 *
 * @typedef {import('./archive.js').File} File
 * @typedef {import('./choices.js').Choices} Choices
 * @typedef {import('./film.js').Watched} Watched
 * @typedef {import('./palettes.js').Theme} Theme
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./stage.js').Pictured} Pictured
 * @typedef {{ name: string, blob: Blob }} Made
 */

const types = { svg: 'image/svg+xml', png: 'image/png', gif: 'image/gif', zip: 'application/zip' };

/** What files of a layer are called. @param {Pictured} given */
export const nameOf = ({ state }) =>
  state.op === 'conv' ? 'convolution' : 'transposed-convolution';

/** Thrown where a picture is too large. */
export class TooLarge extends Error {
  /** @param {number} width @param {number} height in pixels */
  constructor(width, height) {
    super(`${width} × ${height} pixels are too many`);
    this.values = { width, height, most: limits.pixels / 1e6 };
  }
}

/**
 * A picture of the stage.
 * @param {Scene} scene
 * @param {'svg' | 'png'} format
 * @param {Choices} choices
 * @param {string} name of the file, without its ending
 * @returns {Promise<Made>}
 * @throws {TooLarge}
 */
export async function pictureOf(scene, format, choices, name) {
  const options = { ground: choices.parts.includes('ground') };
  const written = async (/** @type {Theme} */ theme) => {
    if (format === 'svg')
      return new Blob([svgOf(scene, paletteFor(scene, theme), options)], { type: types.svg });
    const [width, height] = [scene.width, scene.height].map((n) => Math.round(n * choices.scale));
    if (width * height > limits.pixels) throw new TooLarge(width, height);
    return pngOf(scene, paletteFor(scene, theme), choices.scale, options);
  };
  return packed(name, format, scene, choices, written);
}

/**
 * The steps as an animated GIF.
 * @param {Pictured} given
 * @param {Choices} choices
 * @param {import('./film.js').Range} range
 * @param {Watched} watched
 * @returns {Promise<Made>}
 */
export async function animationOf(given, choices, range, watched) {
  const film = await filmOf(given, range, watched);
  const { speed, size } = choices;
  const written = async (/** @type {Theme} */ theme) => {
    const bytes = await gifOf(film, { theme, width: size || film.width, speed }, watched);
    return new Blob([/** @type {BlobPart} */ (bytes)], { type: types.gif });
  };
  return packed(`${nameOf(given)}-steps`, 'gif', film.at(0), choices, written);
}

/**
 * The steps as SVGs that are numbered in their order, in one ZIP.
 * @param {Pictured} given
 * @param {Choices} choices
 * @param {import('./film.js').Range} range
 * @param {Watched} watched
 * @returns {Promise<Made>}
 */
export async function slidesOf(given, choices, range, watched) {
  const film = await filmOf(given, range, watched);
  const options = { ground: choices.parts.includes('ground') };
  const all = themesOf(choices);
  const digits = String(range.to + 1).length;
  function* files() {
    for (let i = 0; i < film.count; i++) {
      watched.progress?.(i, film.count);
      const number = String(range.from + i + 1).padStart(digits, '0');
      const scene = film.at(i);
      for (const theme of all) {
        const folder = all.length > 1 ? `${theme}/` : '';
        const content = svgOf(scene, palettes[theme], options);
        yield { name: `${folder}step-${number}.svg`, content };
      }
    }
  }
  const bytes = await zipped(files(), watched);
  return { name: `${nameOf(given)}-slides.zip`, blob: new Blob([bytes], { type: types.zip }) };
}

/**
 * One file, or those of both themes with the HTML that picks between them.
 * @param {string} name
 * @param {'svg' | 'png' | 'gif'} format
 * @param {Scene} scene
 * @param {Choices} choices
 * @param {(theme: Theme) => Promise<Blob>} written
 * @returns {Promise<Made>}
 */
async function packed(name, format, scene, choices, written) {
  const [theme, other] = themesOf(choices);
  if (!other) return { name: `${name}.${format}`, blob: await written(theme) };
  /** @type {File[]} */
  const files = [{ name: `${name}.html`, content: `${htmlOf(scene, format, choices, name)}\n` }];
  for (const each of [theme, other]) {
    const bytes = new Uint8Array(await (await written(each)).arrayBuffer());
    files.push({ name: `${name}-${each}.${format}`, content: bytes });
  }
  const blob = new Blob([await zipped(files)], { type: types.zip });
  return { name: `${name}-${format}.zip`, blob };
}

/**
 * The HTML that shows the files, which stand beside it.
 * @param {Scene} scene
 * @param {'svg' | 'png' | 'gif'} format
 * @param {Choices} choices
 * @param {string} name
 */
export function htmlOf(scene, format, choices, name) {
  const [theme, other] = themesOf(choices);
  const ratio = format === 'gif' && choices.size > 0 ? choices.size / scene.width : 1;
  const [width, height] = [scene.width, scene.height].map((n) => Math.round(n * ratio));
  const file = (/** @type {Theme} */ each) => `${name}${other ? `-${each}` : ''}.${format}`;
  const image =
    `<img src="${file(theme)}" width="${width}" height="${height}"` +
    ` alt="${escaped(altOf(scene)).replaceAll('\n', ' ')}">`;
  if (!other) return image;
  const dark = `<source media="(prefers-color-scheme: dark)" srcset="${file(other)}">`;
  return `<picture>\n  ${dark}\n  ${image}\n</picture>`;
}

/** A scene in words, without its link. @param {Scene} scene */
const altOf = ({ title, description }) =>
  [title, ...description.split('\n').filter((line) => line !== '' && !line.startsWith('#'))].join(
    '. ',
  );

/**
 * What is pictured, as it was chosen.
 * @param {Omit<Pictured, 'width' | 'parts'>} given
 * @param {Choices} choices
 * @returns {Pictured}
 */
export const chosen = (given, { layout, parts }) => ({
  ...given,
  width: widths[layout],
  parts: /** @type {import('./stage.js').Part[]} */ (parts.filter((part) => part !== 'ground')),
});
