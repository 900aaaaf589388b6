import { problem } from '../../state/problem.js';
import { conv_transpose, flaxLayer, general_dilated } from './jax.js';
import { channelsFirst, kerasLayer, tensorflowFunction } from './keras.js';
import { candle, filters, firstTensorflow, flux, mxnet, tensorflowOthers, tfjs } from './others.js';
import { added, torchFunction, torchModule } from './torch.js';
import { bookLoop, dlarrayCall, matlabLayer, signal } from './signal.js';
import { through } from './chains.js';
import { Unread } from './parse.js';
import { fourOf, fourShape, numbersOf, planeOf } from './layer.js';
import { count } from './tensors.js';
import {
  isLayer,
  isList,
  isRandom,
  isTensor,
  isUnknown,
  isWord,
  tensorOf,
  wholesOf,
} from './values.js';

/**
 * Which calls are layers, and what is done with one afterwards.
 *
 * @typedef {import('./functions.js').Call} Call
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./values.js').Value} Value
 * @typedef {import('./values.js').Layer} Layer
 * @typedef {any} Scope of evaluate.js
 */

const module_ = /^(Lazy)?(?:Q|q|Quantized)?Conv(Transpose|Transposed)?([123])d(Transpose)?$/;
/** The most weights that are filled with a number. */
const mostFilled = 2 ** 16;

const upper = /^(Depthwise|Separable)?Conv(?:olution)?([123])D(Transpose)?$/;
const function_ = /^conv(_transpose|_transposed)?([123])d(_transpose)?$/;
/** What the names of all of them have. */
const about = /conv|cor|filter/i;
const three = (/** @type {Call} */ call) => {
  throw new Unread(problem('axes'), call.at);
};

/** Which library a text speaks of, for names that several have. @param {Scope} scope @param {Call} call
 * @param {...string} names */
const speaksOf = (scope, call, ...names) =>
  names.some((name) => call.path.startsWith(name) || mentions(scope, name));

/** Whether the text has a word, looked for once. @param {Scope} scope @param {string} name */
function mentions({ text, mentioned }, name) {
  if (!mentioned.has(name)) mentioned.set(name, text.includes(name));
  return mentioned.get(name);
}

/**
 * The layer that a call makes, or nothing where it makes none.
 * @param {Call} call
 * @param {Scope} scope
 * @returns {Value | undefined}
 */
export function layerCall(call, scope) {
  const padded = paddingCall(call);
  if (padded) return padded;
  // torch::nn::Conv2d(torch::nn::Conv2dOptions(..))
  if (isLayer(call.args[0]) && module_.test(call.path.slice(call.path.lastIndexOf('.') + 1)))
    return call.args[0];
  const layer = layerOf(call, scope);
  if (!layer) return undefined;
  scope.layers.push(layer);
  return { layer };
}

/** @param {Call} call @param {Scope} scope @returns {Found | undefined} */
function layerOf(call, scope) {
  if (!about.test(call.path)) return undefined;
  const config = /(?:^|\.)(Conv\w*)Config\.new$/.exec(call.path);
  const name =
    config?.[1] ?? call.path.slice(call.path.lastIndexOf('.') + 1).replace(/Options$/, '');
  const own = filters(call) ?? flux(call) ?? mxnet(call) ?? tfjs(call) ?? tensorflowOthers(call);
  if (own) return own;
  const small = module_.exec(name);
  // A call of a class with nothing in it says nothing of a layer.
  if ((small || upper.test(name)) && call.args.length + Object.keys(call.named).length === 0)
    return undefined;
  if (small) {
    if (small[3] === '3') three(call);
    const axes = small[3] === '1' ? 1 : 2;
    const mindspore =
      speaksOf(scope, call, 'mindspore') ||
      ['pad_mode', 'has_bias', 'group'].some((key) => key in call.named);
    const dialect = mindspore ? 'mindspore' : 'torch';
    const transposed = Boolean(small[2] ?? small[4]);
    return torchModule(options(small[1] ? unprinted(call) : call), {
      transposed,
      axes,
      lazy: Boolean(small[1]),
      dialect,
    });
  }
  const large = upper.exec(name);
  if (large) {
    if (large[2] === '3') three(call);
    const axes = large[2] === '1' ? 1 : 2;
    const transposed = Boolean(large[3]);
    if (large[1] === 'Separable') throw new Unread(problem('separable'), call.at);
    if (speaksOf(scope, call, 'hk.', 'haiku'))
      return flaxLayer(call, { transposed, dialect: 'haiku', axes });
    const dialect = upperDialect(call, scope);
    if (dialect) return torchModule(call, { transposed, axes, lazy: false, dialect });
    return kerasLayer(call, { transposed, axes, depthwise: large[1] === 'Depthwise' });
  }
  const plain = function_.exec(name);
  if (plain)
    return functionOf(call, scope, {
      transposed: Boolean(plain[1] ?? plain[3]),
      axes: Number(plain[2]),
    });
  return otherOf(name, call, scope);
}

/** print(model) says that a lazy layer takes 0 channels as yet. @param {Call} call @returns {Call} */
const unprinted = (call) =>
  call.args[0] === 0 && call.args.length > 1 ? { ...call, args: call.args.slice(1) } : call;

/** Paddle's and Gluon's names are those of Keras. @param {Call} call @param {Scope} scope
 * @returns {'paddle' | 'gluon' | undefined} */
function upperDialect(call, scope) {
  if (/keras|layers|^tf\./.test(call.path)) return undefined;
  // Nobody calls the module of Keras so.
  if (/^nn\./.test(call.path) && !speaksOf(scope, call, 'mxnet', 'gluon')) {
    const named = 'kernel_size' in call.named && call.args.length === 2;
    const paddle = named || call.args.length > 2 || 'out_channels' in call.named;
    return paddle || speaksOf(scope, call, 'paddle') ? 'paddle' : 'gluon';
  }
  // Keras knows padding by words alone.
  const padding = call.named.padding;
  const counted = typeof padding === 'number' || (isList(padding) && padding.items.length > 0);
  if (counted && 'strides' in call.named && !('filters' in call.named)) return 'gluon';
  const arrow = Object.keys(call.named).some((key) => /^\d+$/.test(key));
  if (arrow || 'channels' in call.named || speaksOf(scope, call, 'mxnet', 'gluon')) return 'gluon';
  const printed = 'kernel_size' in call.named && call.args.length === 2;
  const paddle =
    printed || ['in_channels', 'weight_attr', 'bias_attr'].some((key) => key in call.named);
  return paddle || speaksOf(scope, call, 'paddle') ? 'paddle' : undefined;
}

/** @param {Call} call @param {Scope} scope @param {{ transposed: boolean, axes: number }} kind @returns {Found | undefined} */
function functionOf(call, scope, { transposed, axes }) {
  if (axes === 3) three(call);
  const some = { transposed, axes: /** @type {1 | 2} */ (axes) };
  if (call.args.length + Object.keys(call.named).length === 0) return undefined;
  if (/^conv\./.test(call.path)) return ownFunction(call, some);
  const other = candle(call, scope.text) ?? firstTensorflow(call, some);
  if (other) return other;
  if (/^tf\.|^tfjs|^nn\.conv/.test(call.path) || 'filters' in call.named) {
    const torch = /^nn\.conv.*_transpose\dd|functional/.test(call.path);
    if (!torch && !speaksOf(scope, call, 'mindspore', 'paddle'))
      return tensorflowFunction(call, some);
  }
  if (/keras\.ops|^ops\.conv_transpose/.test(call.path)) return undefined;
  const dialect = speaksOf(scope, call, 'paddle')
    ? 'paddle'
    : speaksOf(scope, call, 'mindspore')
      ? 'mindspore'
      : 'torch';
  // Paddle puts transpose behind
  const behind = /_transpose$/.test(call.path);
  return torchFunction(call, {
    ...some,
    dialect: dialect === 'torch' && behind ? 'paddle' : dialect,
  });
}

/** `conv::conv2d(X, K, settings, bias)` of this project. @param {Call} call @param {{ transposed: boolean, axes: 1 | 2 }} kind */
function ownFunction(call, kind) {
  const [x, k, settings, bias] = call.args;
  const named = isList(settings) ? Object.fromEntries(settings.dict ?? []) : {};
  return torchFunction(
    { ...call, args: [x, k, ...(bias === undefined ? [] : [bias])], named },
    { ...kind, dialect: 'torch' },
  );
}

/** `torch::nn::Conv2dOptions(3, 8, 3)` and the settings that its methods or its last argument give.
 * @param {Call} call @returns {Call} */
function options(call) {
  const [first, ...rest] = call.args;
  // burn: Conv2dConfig::new([3, 8], [3, 3])
  if (call.path.endsWith('Config.new') && isList(first))
    return { ...call, args: [...first.items, ...rest] };
  const config = [...rest].reverse().find((arg) => isList(arg) && arg.dict);
  if (!isList(config))
    return { ...call, args: [first, ...rest].filter((arg) => arg !== undefined) };
  const args = call.args.filter((arg) => arg !== config);
  return { ...call, args, named: { ...Object.fromEntries(config.dict ?? []), ...call.named } };
}

/** @param {string} name @param {Call} call @param {Scope} scope @returns {Found | undefined} */
function otherOf(name, call, scope) {
  switch (name) {
    case 'conv_general_dilated':
      return general_dilated(call);
    case 'conv_transpose':
      return conv_transpose(call);
    case 'conv':
    case 'conv_with_general_padding':
      if (/lax\.conv/.test(call.path)) return general_dilated(call);
      // MATLAB's, of two vectors
      return call.path === name &&
        call.args.slice(0, 2).every((arg) => fourOf(arg, 2)) &&
        call.args.length > 1
        ? signal(call, { turns: true, axes: 1, usual: 'full', same: 'same' })
        : undefined;
    case 'Conv':
    case 'ConvTranspose':
      if (call.args.length + Object.keys(call.named).length === 0) return undefined;
      return flaxLayer(call, {
        transposed: name !== 'Conv',
        dialect: /nnx/.test(call.path) || 'in_features' in call.named ? 'nnx' : 'flax',
      });
    case 'convolve2d':
      return signal(call, { turns: true, axes: 2, usual: 'full' });
    case 'correlate2d':
      return signal(call, { turns: false, axes: 2, usual: 'full' });
    case 'convolve':
      return /signal|ndimage|^np\.|numpy/.test(call.path) && !/ndimage/.test(call.path)
        ? signal(call, { turns: true, axes: 1, usual: 'full' })
        : undefined;
    case 'correlate':
      if (!/signal|^np\.|numpy/.test(call.path)) return undefined;
      return signal(call, {
        turns: false,
        axes: 1,
        same: 'same-lower',
        usual: /signal/.test(call.path) ? 'full' : 'valid',
      });
    case 'conv2':
      if (call.path !== name || call.args.length < 2) return undefined;
      return signal(call, { turns: true, axes: 2, usual: 'full', same: 'same' });
    case 'trans_conv':
      return bookLoop(call, { transposed: true });
    case 'corr2d':
      return bookLoop(call, { transposed: false });
    case 'dlconv':
      return dlarrayCall(call, { transposed: false });
    case 'dltranspconv':
      return dlarrayCall(call, { transposed: true });
    case 'convolution2dLayer':
      return matlabLayer(call, { transposed: false });
    case 'transposedConv2dLayer':
      return matlabLayer(call, { transposed: true });
    default:
      return speaksOf(scope, call, 'candle') && name === 'conv2d'
        ? torchModule(options(call), { transposed: false, axes: 2, lazy: false, dialect: 'torch' })
        : undefined;
  }
}

/** F.pad(x, (left, right, top, bottom)), np.pad(x, ..), ZeroPadding2D(..)(x): X with padding around it.
 * @param {Call} call @returns {Value | undefined} */
function paddingCall(call) {
  const name = call.path.slice(call.path.lastIndexOf('.') + 1);
  if (name === 'ZeroPadding2D' || name === 'Cropping2D') {
    const sides = keptSides(call.args[0] ?? call.named.padding ?? call.named.cropping, call.at);
    return { layer: /** @type {any} */ ({ op: name, sides, notes: [] }) };
  }
  if (name !== 'pad' || !/(?:^|\.)(?:F|functional|nn)\.pad$/.test(call.path)) return undefined;
  const [x] = call.args;
  const list = numbersOf(call.args[1] ?? call.named.pad, 'pad', call.at);
  const mode = call.args[2] ?? call.named.mode;
  if (!list || (isWord(mode) && mode.word !== 'constant')) return undefined;
  const [left = 0, right = 0, top = 0, bottom = 0] = list;
  return withPadding(x, [top, bottom, left, right]);
}

/** ((1, 1), (0, 2)), (1, 2) or 1 @param {Value | undefined} value @param {number} at */
function keptSides(value, at) {
  if (isList(value) && value.items.every(isList)) {
    const four = value.items.flatMap((pair) => numbersOf(pair, 'padding', at) ?? []);
    if (four.length === 4) return four;
  }
  const list = numbersOf(value, 'padding', at) ?? [0];
  return [list[0], list[0], list[list.length - 1], list[list.length - 1]];
}

/** @param {Value | undefined} x @param {number[]} sides @returns {Value | undefined} */
function withPadding(x, sides) {
  if (sides.some((side) => side < 0)) return undefined;
  const value = isList(x) ? tensorOf(x) : x;
  if (isTensor(value) || isRandom(value) || isUnknown(value)) return { ...value, padded: sides };
  return undefined;
}

/**
 * What is done with a layer: it is called with X, given weights, its output cropped, or the bias added.
 * @param {Layer} value
 * @param {Call} call its path is the method, or (), [] and +
 * @returns {Value | undefined} nothing where it is no matter of the layer
 */
export function layerMethod(value, call) {
  const { layer } = value;
  const op = /** @type {string} */ (layer.op);
  if (call.path === '()' && (op === 'ZeroPadding2D' || op === 'Cropping2D'))
    return sidesOf(/** @type {any} */ (layer), call);
  if (call.path === '()') {
    takeInput(layer, call.args[0]);
    const wanted = wholesOf(call.named.output_size);
    if (wanted && op === 'tconv') layer.wanted = planeOf(wanted, layer.axes);
    return value;
  }
  if (call.path === 'weight' || (call.path === 'initialize' && isTensor(call.args[0]))) {
    takeWeights(layer, call.args[0]);
    return value;
  }
  if (/^(?:weight|bias)\.(?:fill|zero)_$/.test(call.path)) {
    fillWith(layer, call.path.startsWith('weight'), call.args[0] ?? 0);
    return value;
  }
  if (call.path === 'bias' && fourOf(call.args[0], 2)) {
    layer.bias = /** @type {import('./values.js').Tensor} */ (fourOf(call.args[0], 2)).data;
    return value;
  }
  if (call.path === 'load_state_dict' && isList(call.args[0])) {
    for (const [key, item] of call.args[0].dict ?? []) {
      if (/(?:^|\.)weight$/.test(key)) takeWeights(layer, item);
      const numbers = /(?:^|\.)bias$/.test(key) ? fourOf(item, 2)?.data : undefined;
      if (numbers) layer.bias = numbers;
    }
    return value;
  }
  if (call.path === 'set_weights' && isList(call.args[0])) {
    const [weights, bias] = call.args[0].items;
    takeWeights(layer, weights);
    const numbers = fourOf(bias, 2)?.data;
    if (numbers) layer.bias = numbers;
    return value;
  }
  if (call.path === '+') {
    const numbers = fourOf(call.args[0], 2)?.data;
    if (numbers) layer.bias = numbers;
    return numbers ? value : undefined;
  }
  if (call.path === '[]') return cropOf(value, /** @type {any} */ (call.args));
  const known = /^(?:with_)?(?:stride|padding|dilation|output_padding|groups|bias)$/.test(
    call.path,
  );
  const word = isUnknown(call.args[0]) ? call.args[0].unknown : '';
  if (known && /padding$/.test(call.path) && /\b(?:Same|kSame)\b/.test(word))
    layer.padding = 'keras-same';
  const one =
    known && word === '' && typeof call.args[0] !== 'boolean'
      ? numbersOf(call.args[0], call.path, call.at)
      : undefined;
  if (one) {
    const key = call.path.replace('with_', '').replace('output_padding', 'outputPadding');
    if (key === 'groups') layer.groups = one[0];
    else /** @type {any} */ (layer)[key] = one;
  }
  if (/^(?:with_)?bias$/.test(call.path) && typeof call.args[0] === 'boolean')
    [layer.bias] = /** @type {any} */ (call.args);
  return value;
}

/** @param {{ op: string, sides: number[] }} kind @param {Call} call */
function sidesOf({ op, sides }, call) {
  const [x] = call.args;
  if (op === 'ZeroPadding2D') return withPadding(x, sides);
  if (isLayer(x) && Array.isArray(x.layer.padding)) x.layer.padding = added(x.layer.padding, sides);
  return x;
}

/** @param {Found} layer @param {Value | undefined} x */
function takeInput(layer, x) {
  if (x === undefined) return;
  const last = layer.weights !== undefined;
  if (!fourOf(x, layer.axes)) layer.inputs ??= through(x, undefined);
  const four = fourOf(x, layer.axes);
  const shape = fourShape(x, layer.axes);
  const padded = /** @type {{ padded?: number[] } | null} */ (x)?.padded;
  if (four) layer.x = last ? channelsFirst(four, true, layer.axes) : four;
  else if (shape) layer.x = { shape: last ? [shape[0], shape[3], shape[1], shape[2]] : shape };
  if (padded && Array.isArray(layer.padding)) layer.padding = added(layer.padding, padded);
  if (layer.x) layer.inputs ??= layer.x.shape[1];
}

/** `conv.weight.fill_(1)`, `conv.bias.zero_()` @param {Found} layer @param {boolean} weights @param {Value} number */
function fillWith(layer, weights, number) {
  const { op, inputs, outputs, groups, taps } = layer;
  if (typeof number !== 'number' || !inputs || !outputs) return;
  const whole = (/** @type {number[]} */ sizes) =>
    sizes.every((size) => Number.isInteger(size) && size >= 1) && count(sizes) <= mostFilled;
  if (!weights && whole([outputs])) layer.bias = new Array(outputs).fill(number);
  const sizes = op === 'conv' ? [outputs, inputs / groups] : [inputs, outputs / groups];
  const shape = [...sizes, ...(taps ?? [])];
  // Sizes that no layer has are refused when it is finished.
  if (weights && taps && whole(shape))
    layer.k = { shape, data: new Array(count(shape)).fill(number) };
}

/** @param {Found} layer @param {Value | undefined} weights */
function takeWeights(layer, weights) {
  const tensor = fourOf(weights, 2);
  const k = tensor && (layer.weights ? layer.weights(tensor) : tensor);
  if (!k) return;
  layer.k = k;
  layer.taps = k.shape.slice(2);
}

/**
 * Y[:, :, top:-bottom, left:-right], which crops as much as padding does.
 * @param {Layer} value
 * @param {(import('./tensors.js').Cut)[]} cuts
 */
function cropOf(value, cuts) {
  const { layer } = value;
  const plane = cuts.filter((cut) => cut !== 'new').slice(-2);
  const sides = plane.flatMap((cut) => {
    if (typeof cut !== 'object' || (cut.step ?? 1) !== 1) return [NaN];
    return [cut.from ?? 0, cut.to === undefined ? 0 : -cut.to];
  });
  const whole = cuts.length === 4 && sides.length === 4 && sides.every((side) => side >= 0);
  if (!whole || layer.op !== 'tconv' || !Array.isArray(layer.padding)) return undefined;
  layer.padding = added(layer.padding, sides);
  return value;
}
