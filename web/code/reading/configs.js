import { keepsChannels } from './chains.js';
import { layerCall } from './layers.js';
import { isList, isWord, listWith } from './values.js';

/**
 * Layers as objects: what `get_config()` gives, models that were saved as JSON, configurations that name a class and
 * its arguments.
 *
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./values.js').List} List
 * @typedef {import('./values.js').Value} Value
 * @typedef {import('./evaluate.js').Scope} Scope
 */

/** How deep objects may be in objects. */
const deepest = 24;

/** What was looked at: a program may have a list in others, or give it names, any number of times. @type {WeakSet<List>} */
const looked = new WeakSet();

/** What names the class, what holds its arguments, and what they say of the input. */
const classKeys = ['class_name', '_target_', 'type', 'op', 'layer_type', 'layer', 'class', 'cls'];
const argumentKeys = ['config', 'attrs', 'attr', 'param', 'params', 'kwargs', 'args'];
const shapeKeys = ['batch_input_shape', 'batch_shape', 'build_input_shape'];

/** What an object of which anything is known here has one of. */
const telling = new Set([
  ...classKeys,
  ...argumentKeys,
  ...shapeKeys,
  'build_config',
  'kernel_size',
  'kernel',
]);

/** A class that has settings of a layer. */
const layerClass =
  /(?:^|\.)(?:(?:Depthwise|Lazy)?Conv(?:Transpose)?[123][dD](?:Transpose)?|(?:Conv|Deconv)olution(?:[12]D)?(?:Transpose)?)$/;

/**
 * The layers of an object, in the order in which it has them.
 * @param {Value} value
 * @param {Scope} scope what finds a layer puts it there
 * @param {number} at
 * @returns {boolean} whether there are any
 */
export function configured(value, scope, at) {
  if (!isList(value) || !(value.dict || value.objects)) return false;
  const before = scope.layers.length;
  const walk = { scope, at, channels: /** @type {number | undefined} */ (undefined) };
  visit(value, walk, 0);
  return scope.layers.length > before;
}

/** @typedef {{ scope: Scope, at: number, channels: number | undefined }} Walk */

/** @param {Value} value @param {Walk} walk @param {number} depth */
function visit(value, walk, depth) {
  if (!isList(value) || depth > deepest || looked.has(value)) return;
  looked.add(value);
  if (!value.dict) {
    if (value.objects) for (const item of value.items) visit(item, walk, depth + 1);
    return;
  }
  if (!value.dict.some(([key]) => telling.has(key))) {
    if (value.objects) for (const [, item] of value.dict) visit(item, walk, depth + 1);
    return;
  }
  const dict = objectOf(value);
  const name = wordOf(classKeys.map((key) => dict[key]).find(isWord));
  const held = argumentKeys.map((key) => dict[key]).find((each) => isList(each) && each.dict);
  const given = isList(held) ? objectOf(held) : dict;
  const layer = layerOf(name, given);
  if (layer) return made(layer, given, dict, walk);
  if (name === 'InputLayer' || name === 'Input') walk.channels = shapeOf(given, dict)?.at(-1);
  else if (name && !keepsChannels(`${name}(`) && !held) walk.channels = undefined;
  for (const [key, item] of value.dict)
    if (!/initializer|regularizer|constraint/.test(key)) visit(item, walk, depth + 1);
}

/** @param {List} list @returns {Record<string, Value>} */
const objectOf = ({ dict = [] }) => Object.assign(Object.create(null), Object.fromEntries(dict));

/** @param {Value | undefined} value */
const wordOf = (value) => (isWord(value) ? value.word : undefined);

/**
 * The class of a layer: the one that is named, or the one that has such arguments.
 * @param {string | undefined} name
 * @param {Record<string, Value>} given
 */
function layerOf(name, given) {
  const kernel = given.kernel_size ?? given.kernel;
  if (kernel === undefined) return undefined;
  if (name) return layerClass.test(name) ? name : undefined;
  const axes = isList(kernel) ? kernel.items.length : 2;
  const own = wordOf(given.name) ?? '';
  if ('filters' in given) {
    const back = 'output_padding' in given || /transpose|deconv/i.test(own);
    return `Conv${axes}D${back ? 'Transpose' : ''}`;
  }
  if ('depth_multiplier' in given) return 'DepthwiseConv2D';
  if (!('in_channels' in given && 'out_channels' in given)) return undefined;
  return `nn.Conv${given.transposed === true ? 'Transpose' : ''}${axes}d`;
}

/** @param {string} path @param {Record<string, Value>} given @param {Record<string, Value>} dict @param {Walk} walk */
function made(path, given, dict, walk) {
  const { scope, at } = walk;
  /** @type {Record<string, Value>} */
  const named = Object.create(null);
  for (const [key, value] of Object.entries(given))
    if (!classKeys.includes(key) && !/initializer/.test(key)) named[key] = unquoted(value);
  const shape = shapeOf(given, dict);
  if (shape && !('input_shape' in named)) named.input_shape = listed(shape.slice(1));
  const value = layerCall({ path, args: [], named, at }, scope);
  const layer = scope.layers.at(-1);
  if (!value || !layer) return;
  Object.assign(layer, { name: wordOf(given.name) ?? wordOf(dict.name) ?? '' });
  if (!layer.x && layer.inputs === undefined) layer.inputs = walk.channels;
  walk.channels = layer.outputs;
}

/** The shape of the input, with 0 for what is open. @param {Record<string, Value>} given @param {Record<string, Value>} dict */
function shapeOf(given, dict) {
  const built = isList(dict.build_config) ? objectOf(dict.build_config).input_shape : undefined;
  const shape = [built, ...shapeKeys.map((key) => given[key] ?? dict[key])].find(isList);
  if (!isList(shape) || shape.dict || shape.items.length > 8) return undefined;
  return shape.items.map((item) => (typeof item === 'number' ? item : 0));
}

/** @param {readonly Value[]} items */
const listed = (items) => listWith([...items], { kind: 'opaque', at: 0, end: 0 });

/** Numbers that were written as texts: `"(3, 3)"`, `"64"`, `"True"`. @param {Value} value @returns {Value} */
function unquoted(value) {
  const word = wordOf(value)?.trim();
  if (word === undefined) return value;
  if (/^(?:True|False)$/i.test(word)) return /^t/i.test(word);
  if (/^\d{1,9}$/.test(word)) return Number(word);
  const list = /^[[(](\d{1,9}(?:, ?\d{1,9}){0,3}),?[\])]$/.exec(word);
  return list ? listed(list[1].split(',').map(Number)) : value;
}
