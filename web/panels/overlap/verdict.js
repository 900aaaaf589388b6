import { shownNumber } from '../../state/number.js';

/**
 * What there is to say of a layer's overlap.
 *
 * @typedef {import('../../engine/engine.d.ts').AxisOverlap} AxisOverlap
 * @typedef {import('../../engine/engine.d.ts').Overlap} Overlap
 * @typedef {import('../../engine/engine.d.ts').Layer} Layer
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('../../i18n/index.js').Translate} Translate
 */

/** How many numbers of a rhythm are said. */
const mostTaps = 6;

/** @param {AxisOverlap} axis */
const isEven = ({ evenness }) => evenness === 'strideOne' || evenness === 'multiple';

/**
 * Whether the layer is even in how often it touches the cells, and in the weights by which it does.
 * @param {Overlap} overlap
 * @param {number} channel of the finer plane
 */
function kind(overlap, channel) {
  const counts = isEven(overlap.height) && isEven(overlap.width) ? 'even' : 'uneven';
  return { counts, weights: overlap.spreads[channel].even ? 'even' : 'uneven' };
}

/**
 * Whether there is a checkerboard.
 * @param {Overlap} overlap
 * @param {number} channel
 * @param {State} state
 * @param {Translate} t
 */
export function verdict(overlap, channel, { op }, t) {
  const { height, width } = overlap;
  const { counts, weights } = kind(overlap, channel);
  const signs = /** @type {Record<string, string>} */ ({ eveneven: 'good', unevenuneven: 'bad' });
  return {
    sign: signs[counts + weights] ?? '',
    head: t(`overlap.${counts}.${weights}.${op}`),
    counts: t(`overlap.counts.${counts}.${op}`, {
      least: height.least * width.least,
      most: height.most * width.most,
    }),
  };
}

/**
 * Why, once for both axes where they are alike.
 * @param {Overlap} overlap
 * @param {Layer} layer
 * @param {Translate} t
 */
export function reasons(overlap, layer, t) {
  const reason = (/** @type {'height' | 'width'} */ name) => {
    const { evenness, taps } = overlap[name];
    const { taps: kernel, stride, dilation } = layer[name];
    const rhythm = [...taps.slice(0, mostTaps), ...(taps.length > 1 ? ['…'] : [])].join(', ');
    return t(`overlap.why.${evenness}`, { kernel, stride, dilation, rhythm, each: taps[0] });
  };
  const [height, width] = [reason('height'), reason('width')];
  if (height === width) return [t('overlap.both', { why: height })];
  return [t('overlap.height', { why: height }), t('overlap.width', { why: width })];
}

/**
 * What the weights add to it.
 * @param {Overlap} overlap
 * @param {number} channel of the finer plane
 * @param {State} state
 * @param {Translate} t
 */
export function weighing(overlap, channel, { op }, t) {
  const { least, most: largest } = overlap.spreads[channel];
  const { counts, weights } = kind(overlap, channel);
  return t(`overlap.weights.${counts}.${weights}.${op}`, {
    least: shownNumber(least),
    most: shownNumber(largest),
  });
}
