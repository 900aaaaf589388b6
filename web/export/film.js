import { modeOf, stepCount } from '../model/steps.js';
import { keptColours, palettes } from './palettes.js';
import { pause, pressing } from './pressroom.js';
import { linesIn, stageScene, wordsWidth } from './stage.js';

/**
 * The steps of a layer one after the other: as scenes that are all of one size, and as a GIF.
 *
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./stage.js').Pictured} Pictured
 * @typedef {import('./palettes.js').Theme} Theme
 * @typedef {{ from: number, to: number }} Range steps, counted from 0
 *
 * @typedef {object} Watched
 * @property {AbortSignal} [signal] ends the work
 * @property {(done: number, count: number) => void} [progress]
 *
 * @typedef {object} Film
 * @property {number} count
 * @property {number} width in pixels at scale 1
 * @property {number} height
 * @property {(i: number) => Scene} at
 */

/** How many steps there are. @param {Pictured} given */
export function stepsOf({ state, outcome: { x, y } }) {
  return x && y ? stepCount(modeOf(state), { x, y }) : 0;
}

/** The state at a step: with its mode, since a step alone is one of stamps.
 * @param {Pictured} given @param {number} step */
export const atStep = (given, step) => ({
  ...given,
  state: { ...given.state, mode: modeOf(given.state), step, at: undefined },
  selection: undefined,
});

/** How many steps are looked through before the page may answer. */
const slice = 16;

/**
 * The scenes of the steps, all as large as the largest.
 * @param {Pictured} given
 * @param {Range} range within the steps that there are
 * @param {Watched} [watched]
 * @returns {Promise<Film>}
 * @throws {DOMException} AbortError
 */
export async function filmOf(given, { from, to }, { signal } = {}) {
  const first = stageScene({ ...atStep(given, from), lines: { formula: 0, sentence: 0 } });
  const lines = { formula: 0, sentence: 0 };
  for (let step = from; step <= to; step++) {
    if ((step - from) % slice === slice - 1) await pause();
    signal?.throwIfAborted();
    const own = linesIn(atStep(given, step), wordsWidth(first));
    lines.formula = Math.max(lines.formula, own.formula);
    lines.sentence = Math.max(lines.sentence, own.sentence);
  }
  const at = (/** @type {number} */ i) => stageScene({ ...atStep(given, from + i), lines });
  const { width, height } = at(0);
  return { count: to - from + 1, width, height, at };
}

/** The last frame stays longer: so many ms at least, and so many times as long as the others. */
const hold = { least: 2000, times: 3 };
/** As many frames tell what colours there are. */
const samples = 6;

/**
 * @param {Film} film
 * @param {object} options
 * @param {Theme} options.theme
 * @param {number} options.width of the GIF, in pixels
 * @param {number} options.speed steps in a second
 * @param {boolean} [options.worker] whether there may be a worker
 * @param {Watched} [watched]
 * @returns {Promise<Uint8Array>} the bytes of the file
 * @throws {DOMException} AbortError
 */
export async function gifOf(film, { theme, width, speed, worker }, { signal, progress } = {}) {
  const scale = width / film.width;
  const sheet = {
    width,
    height: Math.round(film.height * scale),
    scale,
    palette: palettes[theme],
    kept: keptColours(theme),
  };
  const press = await pressing(sheet, { worker });
  try {
    const { count } = film;
    for (let i = 0; i < Math.min(samples, count); i++) {
      signal?.throwIfAborted();
      await press.sample(film.at(Math.round((i * (count - 1)) / Math.max(1, samples - 1))));
    }
    const delay = 1000 / speed;
    const last = Math.max(hold.least, hold.times * delay);
    for (let i = 0; i < count; i++) {
      signal?.throwIfAborted();
      progress?.(i, count);
      await press.frame(film.at(i), i === count - 1 ? last : delay);
    }
    signal?.throwIfAborted();
    progress?.(count, count);
    return await press.finish();
  } finally {
    press.close();
  }
}
