/**
 * What the panel's choices come to on a picture, and which pixel of it is looked at: pure.
 *
 * @typedef {import('../../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('./choices.js').Choices} Choices
 * @typedef {import('./compare.js').Way} Way
 * @typedef {import('./develop.js').Job} Job
 * @typedef {import('./layer.js').Layer} Layer
 * @typedef {import('./layer.js').Recipe} Recipe
 * @typedef {import('./patch.js').Pixel} Pixel
 * @typedef {import('./picture.js').Picture} Picture
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ state: import('../../state/state.js').State, k: import('./presets.js').Weights }} Page the
 *   page's own layer and the numbers of its kernel
 * @typedef {{ key: string, values: Record<string, number> }} Words a key of the panel's words, its numbers
 *
 * @typedef {object} Plan
 * @property {Picture} picture
 * @property {Choices} choices within what the picture leaves
 * @property {Recipe} recipe what the engine is to be asked
 * @property {Way[]} ways to enlarge, where that is what is chosen
 * @property {Layer | undefined} layer
 * @property {Job | undefined} job absent where there is no layer
 * @property {Words | undefined} problem why there is no layer
 * @property {FaultReport | undefined} fault why there is none by the engine's rules
 */
import { filterRecipe, filterWeights, pageRecipe, upsampleRecipe } from './choices.js';
import { layerOf, misfit } from './layer.js';
import { factors, upsamplers } from './upsamplers.js';

/** The largest side of a result. */
const largestSide = 4096;
/** The most weights of a kernel. */
const mostWeights = 2 ** 16;

/** The largest factor by which a picture can be enlarged. @param {Size} picture */
export function largestFactor({ width, height }) {
  const fits = Math.floor(largestSide / Math.max(width, height));
  return Math.max(factors.least, Math.min(factors.most, fits));
}

/**
 * @param {Engine} engine
 * @param {Choices} choices
 * @param {Picture} picture
 * @param {Page} page
 * @param {Plan} [before] the plan so far: what it has in common with the new one stays the same object,
 *   for which nothing is drawn or computed anew
 * @returns {Plan}
 */
export function planned(engine, choices, picture, page, before) {
  const most = largestFactor(picture);
  if (choices.mode === 'upsample' && choices.factor > most) {
    return planned(engine, { ...choices, factor: most }, picture, page, before);
  }
  const recipe = recipeOf(engine, choices, page);
  const kept =
    before?.picture === picture && sameRecipe(recipe, before.recipe) ? before : undefined;
  const plan = kept ?? {
    picture,
    recipe,
    ways: waysOf(engine, choices),
    ...layerFor(engine, picture, recipe),
  };
  const { layer } = plan;
  const { mapping } = choices;
  const job = kept?.job?.mapping === mapping ? kept.job : layer && { picture, layer, mapping };
  return { ...plan, choices, job };
}

/**
 * @param {Engine} engine
 * @param {Choices} choices
 * @param {Page} page
 * @returns {Recipe}
 */
function recipeOf(engine, choices, { state, k }) {
  if (choices.mode === 'upsample') return upsampleRecipe(engine, choices, choices.upsampler);
  if (choices.filter === 'page') return pageRecipe(choices, state, k);
  return filterRecipe(choices, filterWeights(engine, choices));
}

/**
 * @param {Engine} engine
 * @param {Choices} choices
 * @returns {Way[]}
 */
function waysOf(engine, choices) {
  if (choices.mode !== 'upsample') return [];
  return upsamplers.map((name) => ({ name, recipe: upsampleRecipe(engine, choices, name) }));
}

/**
 * @param {Engine} engine
 * @param {Picture} picture
 * @param {Recipe} recipe
 * @returns {Pick<Plan, 'layer' | 'problem' | 'fault'>}
 */
function layerFor(engine, picture, recipe) {
  const none = { layer: undefined, problem: undefined, fault: undefined };
  const { weights, ...settings } = recipe;
  const refused = (/** @type {string} */ key, /** @type {Words['values']} */ values) => ({
    ...none,
    problem: { key, values },
  });
  const wrong = misfit({ ...settings, shape: weights.shape });
  if (wrong) return refused('image.misfit', wrong);
  if (weights.data.length > mostWeights) return refused('image.heavy', { most: mostWeights });
  const { layer, fault } = layerOf(engine, picture, recipe);
  if (fault) return { ...none, fault };
  const [, , height, width] = layer.y;
  if (Math.max(height, width) <= largestSide) return { ...none, layer };
  return refused('image.large', { height, width, most: largestSide });
}

/** Whether two recipes make the same layer. @param {Recipe} a @param {Recipe} b */
function sameRecipe(a, b) {
  const { weights, ...settings } = a;
  const { weights: others, ...rest } = b;
  return (
    JSON.stringify(settings) === JSON.stringify(rest) &&
    weights.shape.join() === others.shape.join() &&
    (weights.data === others.data || weights.data.every((weight, i) => weight === others.data[i]))
  );
}

/**
 * A place in a picture as a pixel of its result.
 * @param {Layer} layer
 * @param {Size} picture
 * @param {Pixel} place in pixels of the picture, not only whole ones
 * @returns {Pixel}
 */
export const resultPixel = ({ y: [, , rows, columns] }, { width, height }, { row, column }) => ({
  row: Math.floor((row * rows) / height),
  column: Math.floor((column * columns) / width),
});

/**
 * The pixel of a result that is nearest to one.
 * @param {Layer} layer
 * @param {Pixel} pixel
 * @returns {Pixel}
 */
export const pixelWithin = ({ y: [, , rows, columns] }, { row, column }) => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});
