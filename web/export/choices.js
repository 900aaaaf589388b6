/**
 * What a reader chooses of a picture.
 *
 * @typedef {import('./palettes.js').Theme} Theme
 * @typedef {import('./stage.js').Part} Part
 * @typedef {'stage' | 'panel' | 'steps' | 'slides'} What
 *
 * @typedef {object} Choices
 * @property {What} what
 * @property {Theme | 'both'} theme
 * @property {'wide' | 'column'} layout
 * @property {number} scale of a PNG
 * @property {number} size of a GIF: its width in pixels; 0 for that of the picture itself
 * @property {number} speed steps in a second
 * @property {number} from the first step, counted from 1
 * @property {number} to the last one; 0 for the last that there is
 * @property {readonly (Part | 'ground')[]} parts
 */

/** @type {Choices} */
export const usual = {
  what: 'stage',
  theme: 'light',
  layout: 'wide',
  scale: 2,
  size: 800,
  speed: 1.5,
  from: 1,
  to: 0,
  parts: ['formula', 'sentence', 'surround', 'ground'],
};

/** @type {readonly What[]} */
const whats = ['stage', 'panel', 'steps', 'slides'];

/** What there is to choose from. @param {boolean} panel whether one is open */
export const whatOf = (panel) => whats.filter((what) => panel || what !== 'panel');

/** Whether it is one picture. @param {What} what */
export const isStill = (what) => what === 'stage' || what === 'panel';

export const themes = /** @type {const} */ (['light', 'dark', 'both']);
export const layouts = /** @type {const} */ (['wide', 'column']);
export const parts = /** @type {const} */ (['formula', 'sentence', 'surround', 'ground']);

/** The parts that can be left out of what is chosen. @param {Choices} choices */
export const partsOf = ({ what }) =>
  parts.filter((part) =>
    what === 'panel' ? part === 'ground' : what === 'steps' ? part !== 'ground' : true,
  );
export const scales = [1, 2, 3];
export const sizes = [480, 640, 800, 1000];
export const speeds = [0.5, 1, 1.5, 2, 4, 8];

/** The width that the tensors have to fit into, in pixels. */
export const widths = { wide: 1060, column: 420 };

/** The most frames of a GIF, and slides; the most pixels of a PNG. */
export const limits = { steps: 400, slides: 400, pixels: 40_000_000 };

/** The themes that are written. @param {Choices} choices @returns {Theme[]} */
export const themesOf = ({ theme }) => (theme === 'both' ? ['light', 'dark'] : [theme]);

/**
 * The steps that are chosen, counted from 0, or why they cannot be.
 * @param {Choices} choices
 * @param {number} count how many steps there are
 * @returns {{ range: { from: number, to: number } } |
 *   { refused: { key: string, values: Record<string, number | string> } }}
 */
export function rangeOf({ what, from, to }, count) {
  const last = to || count;
  if (count === 0) return { refused: { key: 'export.none', values: {} } };
  const whole = Number.isInteger(from) && Number.isInteger(last);
  if (!whole || from < 1 || last > count || from > last) {
    return { refused: { key: 'export.range', values: { count } } };
  }
  const most = limits[what === 'slides' ? 'slides' : 'steps'];
  const chosen = last - from + 1;
  if (chosen > most) {
    const values = { from, to: last, count: chosen, most, last: from + most - 1 };
    return { refused: { key: `export.many.${what}`, values } };
  }
  return { range: { from: from - 1, to: last - 1 } };
}
