import { isLayer, isList, isUnknown } from './values.js';

/**
 * Layers one after another: what one makes, the next takes, unless it says itself how many channels it takes.
 *
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./values.js').Value} Value
 */

/** What leaves the channels as they are. */
const keeps =
  /^(?:Leaky|P|Thresholded)?(?:[Rr]e[Ll][Uu]6?|[EGCS]?ELU|[Ss]i[Ll][Uu]|elu|gelu|selu|[Ss]igmoid|[Tt]anh|[Ss]oftmax|[Ss]wish|Mish|Hard\w+|LogSoftmax|Identity|Activation|Dropout\w*|SpatialDropout\w*|GaussianNoise|\w*[Bb]atchNorm\w*|\w*InstanceNorm\w*|\w*GroupNorm\w*|\w*LayerNorm\w*|BN|\w*(?:Max|Avg|Average)Pool\w*|max_pool\w*|avg_pool\w*|max_unpool\w*|MaxUnpool\w*|Up[Ss]ampl\w*|interpolate|ZeroPad\w*|ZeroPadding\w*|ReflectionPad\w*|ReplicationPad\w*|Cropping\w*)$/;

/** The most layers of a list, and of the lists in it, that are followed. */
const most = 4096;

/** The name that a text calls. @param {string} text */
const calledIn = (text) => /(\w+)\s*(?:\(|$)/.exec(text)?.[1] ?? '';

/** How many channels a layer makes. @param {Found} layer */
const madeBy = ({ op, k, groups, outputs }) =>
  k ? (op === 'conv' ? k.shape[0] : k.shape[1] * groups) : outputs;

/**
 * How many channels come out of what has some; a layer whose own are open takes as many as come to it.
 * @param {Value | undefined} value
 * @param {number | undefined} channels
 * @returns {number | undefined}
 */
export function through(value, channels) {
  if (isLayer(value)) {
    const { layer } = value;
    const op = /** @type {string} */ (layer.op);
    if (op !== 'conv' && op !== 'tconv') return channels;
    if (channels && !layer.x && !layer.k) layer.inputs ??= channels;
    return madeBy(layer);
  }
  if (isList(value)) return value.weight > most ? undefined : throughAll(value.items, channels);
  if (!isUnknown(value)) return value === null ? channels : undefined;
  return value.outputs ?? (keepsChannels(value.unknown) ? channels : undefined);
}

/** Whether what a text calls leaves the channels as they are. @param {string} text */
export const keepsChannels = (text) => keeps.test(calledIn(text));

/** Whether nothing that is called between two layers of a printed model changes the channels.
 * @param {readonly import('./tokens.js').Token[]} tokens @param {number} from @param {number} to */
export const keptBetween = (tokens, from, to) =>
  tokens
    .slice(from, to)
    .every(
      ({ kind, text }, i) =>
        kind !== 'name' || tokens[from + i + 1].text !== '(' || keeps.test(text),
    );

/** @param {readonly Value[]} values @param {number} [channels] */
const throughAll = (values, channels) =>
  values.reduce((/** @type {number | undefined} */ n, value) => through(value, n), channels);

/**
 * Layers that a model is made of: `nn.Sequential(..)`, `model.add(..)`; an input, whose shape the first of them
 * takes.
 * @param {import('./functions.js').Call} call
 * @param {Map<string, number | undefined>} chains the channels that models make so far
 * @returns {{ outputs?: number, shape?: number[] } | undefined}
 */
export function modelOf({ path, args, named }, chains) {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (/^(?:Hybrid)?Sequential(?:Cell)?$|^Chain$/.test(name)) return madeOf(throughAll(args));
  if (name === 'add' && path !== name) {
    const owner = path.slice(0, -name.length - 1);
    chains.set(owner, throughAll(args, chains.get(owner)));
    return undefined;
  }
  const shape = named.shape ?? named.input_shape ?? args[0];
  if (!/^(?:Input|InputLayer)$/.test(name) || !isList(shape)) return undefined;
  const sizes = shape.items.map((item) => (typeof item === 'number' ? item : 0));
  return { ...madeOf(sizes[sizes.length - 1]), shape: [1, ...sizes] };
}

/** @param {number | undefined} outputs */
const madeOf = (outputs) => (outputs ? { outputs } : {});
