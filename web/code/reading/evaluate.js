import { problem } from '../../state/problem.js';
import { keepsChannels, modelOf, through } from './chains.js';
import { called, last, method, takes } from './functions.js';
import { rangeOf } from './joined.js';
import { layerCall, layerMethod } from './layers.js';
import { Unread } from './parse.js';
import { sumOf } from './sums.js';
import { indexed, mapped, mostNumbers, permuted } from './tensors.js';
import {
  dictOf,
  isLayer,
  isList,
  isRandom,
  isTensor,
  isUnknown,
  listWith,
  sizesOf,
  tensorOf,
  withShape,
} from './values.js';

/**
 * @typedef {import('./parse.js').Node} Node
 * @typedef {import('./values.js').Value} Value
 * @typedef {import('./functions.js').Call} Call
 *
 * What a program's names stand for, and what was found on the way.
 * @typedef {object} Scope
 * @property {Map<string, Value>} names
 * @property {Set<string>} used names that went into something else
 * @property {import('./layer.js').Found[]} layers
 * @property {string} text of the program
 * @property {number} left how many numbers it may still make
 * @property {number} deep how deep the expression is that is looked at, from 0 in each statement
 * @property {WeakSet<number[]>} counted those that it has made
 * @property {Map<string, boolean>} mentioned words that were looked for in it
 * @property {{ problem: import('../../state/problem.js').Problem, at: number }} [asked] whose numbers are not in it
 * @property {Map<string, number | undefined>} chains the channels that models make so far
 */

/** How deep expressions are in one another: chains of operators in brackets, too, so deep that no stack overflows. */
const deepest = 1000;

/** The most numbers that a program makes, all of its tensors together. */
export const mostMade = 1.5 * mostNumbers;

const endless = /^(?:.*\.)?[+-]?(?:nan|inf|infinity|∞)$/i;

/** @param {Node} node @returns {string | undefined} */
function pathOf(node) {
  if (node.kind === 'name') return node.name;
  if (node.kind !== 'member') return undefined;
  const path = pathOf(node.of);
  return path && `${path}.${node.name}`;
}

/**
 * What an expression comes to. What cannot be known is a value too; what is there but cannot be read is
 * thrown as `Unread`.
 * @param {Node} node
 * @param {Scope} scope
 * @returns {Value}
 */
export function evaluated(node, scope) {
  if (++scope.deep > deepest) throw new Unread(problem('depth', { limit: 4 }), node.at);
  const value = valueOf(node, scope);
  scope.deep--;
  // A name stands for what was made before.
  if (node.kind === 'name' || !isTensor(value) || scope.counted.has(value.data)) return value;
  spend(value.data.length, node.at, scope);
  // Another shape makes no other numbers.
  scope.counted.add(value.data);
  return value;
}

/**
 * Counts the numbers that a program makes, which are many more than it is long where it repeats itself.
 * @param {number} numbers
 * @param {number} at
 * @param {Scope} scope
 */
export function spend(numbers, at, scope) {
  scope.left -= numbers;
  if (scope.left >= 0) return;
  throw new Unread(problem('elements', { elements: mostMade - scope.left, limit: mostMade }), at);
}

/** @param {Node} node @param {Scope} scope @returns {Value} */
function valueOf(node, scope) {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'text':
      return { word: node.text };
    case 'dots':
      return { unknown: '...', at: node.at };
    case 'name':
      return named(node.name, node, scope);
    case 'list':
      return listOf(node, scope);
    case 'pair':
      return evaluated(node.value, scope);
    case 'sign': {
      if (node.of.kind === 'sign' && node.of.at === node.at + 1)
        throw new Unread(problem('stray', {}, node.op), node.of.at);
      const value = evaluated(node.of, scope);
      if (node.op === '+') return value;
      if (typeof value === 'number') return -value;
      if (isTensor(value)) return mapped(value, (each) => -each);
      if (isUnknown(value)) return { ...value, unknown: `-${value.unknown}` };
      return unknown(node, scope);
    }
    case 'sum':
      return combined(node, scope);
    case 'turned': {
      const value = evaluated(node.of, scope);
      const tensor = tensorOf(value);
      return (
        (tensor && method(tensor, { path: "'", args: [], named: {}, at: node.at })) ??
        unknown(node, scope)
      );
    }
    case 'member':
      return member(node, scope);
    case 'index':
      return part(node, scope);
    case 'call':
      return callOf(node, scope);
    default:
      return unknown(node, scope);
  }
}

/** @param {Node} node @param {Scope} scope @returns {import('./values.js').Unknown} */
const unknown = (node, scope) => ({
  unknown: scope.text.slice(node.at, node.end).slice(0, 60),
  at: node.at,
});

/** @param {string} name @param {Node} node @param {Scope} scope @returns {Value} */
function named(name, node, scope) {
  const known = scope.names.get(name);
  if (known !== undefined) {
    scope.used.add(name);
    return known;
  }
  if (/^(?:True|true|TRUE)$/.test(name)) return true;
  if (/^(?:False|false|FALSE)$/.test(name)) return false;
  if (/^(?:None|null|nil|nullptr|NULL|nothing)$/.test(name)) return null;
  return { unknown: endless.test(name) ? last(name) : name, at: node.at };
}

/** @param {Extract<Node, { kind: 'list' }>} node @param {Scope} scope @returns {Value} */
function listOf(node, scope) {
  if (node.open === '(' && node.items.length === 1 && !node.loose) {
    // A tuple of one has a comma behind its item.
    const inside = scope.text.slice(node.items[0].end, node.end);
    if (!inside.includes(',')) return evaluated(node.items[0], scope);
  }
  const items = node.items.flatMap((item) =>
    item.kind === 'slice' ? between(item, scope) : evaluated(item, scope),
  );
  const loop = items.find((item) => isUnknown(item) && item.unknown === 'for');
  if (isUnknown(loop)) throw new Unread(problem('call', {}, 'for'), loop.at);
  const pairs = node.items.every((item) => item.kind === 'pair');
  if (pairs && items.length > 0) {
    const dict = node.items.map(
      (item, i) =>
        /** @type {[string, Value]} */ ([item.kind === 'pair' ? item.key : '', items[i]]),
    );
    return { ...listWith(items, node), dict };
  }
  const list = listWith(items, node);
  // Rows without brackets of their own are a matrix of MATLAB's or Julia's, which one can calculate with.
  if (
    node.open === '[' &&
    node.loose &&
    items.length > 0 &&
    // A row is one already.
    items.every((item) => typeof item === 'number' || isList(item) || isTensor(item))
  ) {
    return tensorOf(list) ?? list;
  }
  return list;
}

/** @param {Extract<Node, { kind: 'sum' }>} node @param {Scope} scope @returns {Value} */
function combined(node, scope) {
  const [a, b] = [evaluated(node.left, scope), evaluated(node.right, scope)];
  if (isLayer(a) && node.op === '+')
    return layerMethod(a, { path: '+', args: [b], named: {}, at: node.at }) ?? a;
  return sumOf(a, b, node, scope.text) ?? unknown(node, scope);
}

/** @param {Extract<Node, { kind: 'member' }>} node @param {Scope} scope @returns {Value} */
function member(node, scope) {
  const path = pathOf(node);
  if (path && scope.names.has(path)) return named(path, node, scope);
  if (path && endless.test(path)) return { unknown: last(path), at: node.at };
  const of = evaluated(node.of, scope);
  if (isTensor(of) || isRandom(of)) {
    if (/^(?:shape|size|dtype|device|ndim|length)$/.test(node.name)) return unknown(node, scope);
    const value = method(of, { path: node.name, args: [], named: {}, at: node.at });
    if (value !== undefined) return value;
    throw new Unread(problem('call', {}, `.${node.name}`), node.end - node.name.length - 1);
  }
  return path ? { unknown: path, at: node.at } : unknown(node, scope);
}

/** @param {Extract<Node, { kind: 'index' }>} node @param {Scope} scope @returns {Value} */
function part(node, scope) {
  const path = pathOf(node.of);
  const known = path !== undefined && scope.names.get(path);
  // Float32[1 2; 3 5], vec![..], np.r_[..]: a list with its type before it.
  if (path !== undefined && known === undefined) {
    if (/^(?:(?:Complex)?(?:Float|Int|UInt)\d*|Real|Rational\w*|Bool|np\.[cr]_|\w+!)$/.test(path)) {
      const list = listOf(
        {
          ...node,
          kind: 'list',
          open: '[',
          items: node.args,
          rows: false,
          loose: !path.endsWith('!'),
        },
        scope,
      );
      const columns = /c_$/.test(path) ? tensorOf(list) : undefined;
      if (columns) return permuted(columns, columns.shape.map((_, i) => i).reverse()) ?? list;
      return path.endsWith('!')
        ? (called({ path, args: repeats(node, list), named: {}, at: node.at }) ?? list)
        : (tensorOf(list) ?? list);
    }
    // MatrixForm[..] of Mathematica
    if (/^(?:MatrixForm|TableForm|NumericArray|N)$/.test(path))
      return functionCall(path, node, argumentsOf(node.args, scope), scope);
    return unknown(node, scope);
  }
  const of = evaluated(node.of, scope);
  const cuts = node.args.map((arg) => cutOf(arg, scope));
  if (cuts.includes(undefined)) return unknown(node, scope);
  const all = /** @type {import('./tensors.js').Cut[]} */ (cuts);
  if (isLayer(of))
    return (
      layerMethod(of, { path: '[]', args: /** @type {any} */ (all), named: {}, at: node.at }) ?? of
    );
  const tensor = isTensor(of) ? of : undefined;
  const found = tensor && indexed(tensor, all);
  if (tensor && !found)
    throw new Unread(problem('call', {}, scope.text.slice(node.of.end, node.end)), node.of.end);
  if (isRandom(of) || !tensor) return unknown(node, scope);
  return found ?? unknown(node, scope);
}

/** vec![0.0; 4] @param {Extract<Node, { kind: 'index' }>} node @param {Value} list @returns {Value[]} */
const repeats = (node, list) =>
  isList(list) && list.items.length === 1 && node.args[0].kind === 'list' ? list.items : [list];

/** @param {Node} node @param {Scope} scope @returns {import('./tensors.js').Cut | undefined} */
function cutOf(node, scope) {
  if (node.kind === 'dots') return 'rest';
  if (node.kind !== 'slice') {
    const value = evaluated(node, scope);
    if (value === null || (isUnknown(value) && /(?:^|\.)newaxis$/.test(value.unknown)))
      return 'new';
    return typeof value === 'number' ? value : undefined;
  }
  const [from, to, step] = node.parts.map((each) => each && evaluated(each, scope));
  if ([from, to, step].some((each) => each !== undefined && typeof each !== 'number'))
    return undefined;
  const numbers = /** @type {(number | undefined)[]} */ ([from, to, step]);
  return numbers[2] === 0 ? undefined : { from: numbers[0], to: numbers[1], step: numbers[2] };
}

/**
 * What stands in the brackets behind a name: of an index of Python's, or, in round ones, of MATLAB's, which
 * counts from 1.
 * @param {import('./parse.js').Parser} parser before the name
 * @param {Scope} scope
 * @returns {import('./tensors.js').Cut[] | undefined}
 */
export function cutsAt(parser, scope) {
  const node = parser.expression(100);
  if (node.kind !== 'index' && node.kind !== 'call') return undefined;
  const cuts = node.args.map((arg) => cutOf(arg, scope));
  const counted = cuts.map((cut) =>
    node.kind === 'call' && typeof cut === 'number' ? cut - 1 : cut,
  );
  return counted.includes(undefined)
    ? undefined
    : /** @type {import('./tensors.js').Cut[]} */ (counted);
}

/** `1:4` as an argument. @param {Extract<Node, { kind: 'slice' }>} node @param {Scope} scope @returns {Value} */
function ranged(node, scope) {
  const parts = node.parts.map((each) => each && evaluated(each, scope));
  return rangeOf(/** @type {(number | undefined)[]} */ (parts), node.at) ?? unknown(node, scope);
}

/** `1:3` in a row of MATLAB's. @param {Extract<Node, { kind: 'slice' }>} node @param {Scope} scope @returns {Value[]} */
function between(node, scope) {
  const range = ranged(node, scope);
  return isTensor(range) ? range.data : [range];
}

/** @param {readonly Node[]} args @param {Scope} scope */
export function argumentsOf(args, scope) {
  /** @type {Value[]} */
  const list = [];
  /** @type {Record<string, Value>} */
  const byName = Object.create(null);
  for (const arg of args) {
    if (arg.kind === 'pair') byName[arg.key] = evaluated(arg.value, scope);
    else if (arg.kind === 'slice') list.push(ranged(arg, scope));
    else list.push(evaluated(arg, scope));
  }
  return { args: list, named: byName };
}

/** `conv.weight.data.copy_(..)` */
const inPlace = /^(.+)\.(weight|bias)(?:\.data)?\.(copy_|fill_|zero_)$/;

/** @param {Extract<Node, { kind: 'call' }>} node @param {Scope} scope @returns {Value} */
function callOf(node, scope) {
  const path = pathOf(node.of);
  const known = path === undefined ? undefined : scope.names.get(path);
  const given = argumentsOf(node.args, scope);
  if (node.of.kind === 'member' && node.of.name === '<<')
    return streamed(node, node.of.of, given.args, scope);
  const [, owner, part, does] = inPlace.exec(path ?? '') ?? [];
  const filledLayer = owner === undefined ? undefined : scope.names.get(owner);
  if (isLayer(filledLayer)) {
    const call = { path: does === 'copy_' ? part : `${part}.${does}`, ...given, at: node.at };
    layerMethod(filledLayer, call);
    return unknown(node, scope);
  }
  if (path !== undefined && !isLayer(known)) {
    const owner = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
    const of = scope.names.get(owner);
    if (of === undefined) return functionCall(path, node, given, scope);
  }
  if (isLayer(known)) return layerMethod(known, { path: '()', ...given, at: node.at }) ?? known;
  if (node.of.kind === 'member') {
    const of = evaluated(node.of.of, scope);
    const call = { path: node.of.name, ...given, at: node.of.end - node.of.name.length - 1 };
    if (isLayer(of)) return layerMethod(of, call) ?? of;
    if (isTensor(of) || isRandom(of)) return chained(of, call, node, scope);
    if (isList(of)) return chainedList(of, call, node, scope);
    if (path !== undefined && isUnknown(of)) modelOf({ ...call, path }, scope.chains);
    // Conv2dOptions(3, 8, 3).stride(2)
    return unknown(node, scope);
  }
  const of = evaluated(node.of, scope);
  if (isLayer(of)) return layerMethod(of, { path: '()', ...given, at: node.at }) ?? of;
  const keeps = isUnknown(of) && keepsChannels(of.unknown);
  return withChannels(unknown(node, scope), keeps, given.args[0]);
}

/** What has the channels of what went into it, where they are kept. @param {import('./values.js').Unknown} made
 * @param {boolean} keeps @param {Value | undefined} input @returns {Value} */
function withChannels(made, keeps, input) {
  const outputs = keeps ? through(input, undefined) : undefined;
  return outputs ? { ...made, outputs } : made;
}

/** `cv::Mat_<float>(2, 2) << 1, 2, 3, 4` has its sizes before, `m << 1, 2,⏎ 3, 4` of Eigen a row a line.
 * @param {Node & { kind: 'call' }} node @param {Node} of @param {Value[]} numbers @param {Scope} scope @returns {Value} */
function streamed(node, of, numbers, scope) {
  const sizes = of.kind === 'call' ? sizesOf(argumentsOf(of.args, scope).args) : undefined;
  const listed = tensorOf(listWith(numbers, node));
  if (!listed || listed.shape.length !== 1) return unknown(node, scope);
  if (sizes) return withShape(listed, sizes, node.at);
  const lines = scope.text.slice(node.args[0].at, node.end).split(/\n(?=[^\n]*[\d.])/).length;
  const name = pathOf(of);
  const value = withShape(listed, [lines, listed.data.length / lines], node.at);
  if (name) scope.names.set(name, value);
  return value;
}

/** @param {import('./values.js').Tensor | import('./values.js').Random} of @param {Call} call @param {Node} node
 * @param {Scope} scope @returns {Value} */
function chained(of, call, node, scope) {
  if (/^(?:size|dim|numel|mean|sum|min|max|std|show|plot|save|backward)$/.test(call.path))
    return unknown(node, scope);
  const value = method(of, call);
  if (value !== undefined) return value;
  throw new Unread(problem('call', {}, `.${call.path}()`), call.at);
}

/** Methods of lists, as of nested lists in JavaScript. @param {import('./values.js').List} of @param {Call} call
 * @param {Node} node @param {Scope} scope @returns {Value} */
function chainedList(of, call, node, scope) {
  if (/^(?:append|keys|items|join|map|forEach|push)$/.test(call.path)) return unknown(node, scope);
  const tensor = tensorOf(of);
  return tensor ? chained(tensor, call, node, scope) : unknown(node, scope);
}

/**
 * @param {string} path
 * @param {Node} node
 * @param {{ args: Value[], named: Record<string, Value> }} given
 * @param {Scope} scope
 * @returns {Value}
 */
function functionCall(path, node, { args, named: byName }, scope) {
  const call = { path, args, named: byName, at: node.at };
  const layer = layerCall(call, scope);
  if (layer) return layer;
  if (/(?:conv_dimension_numbers|ConvDimensionNumbers)$/.test(path))
    return args[2] ?? unknown(node, scope);
  const model = modelOf(call, scope.chains);
  if (model) return { ...unknown(node, scope), ...model };
  // Conv2dConfig { stride: 2 }
  if (/(?:Config|Options)$/.test(path) && isList(args[0]) && args[0].dict) return args[0];
  if (
    last(path) === 'float' &&
    args.length === 1 &&
    typeof args[0] === 'object' &&
    args[0] !== null &&
    'word' in args[0]
  ) {
    const { word } = args[0];
    return endless.test(word) ? { unknown: word, at: node.at } : unknown(node, scope);
  }
  const value = called({ ...call, most: Math.min(mostNumbers, scope.left) });
  if (value !== undefined) return value;
  asks(call, node, scope);
  // What a variable holds was read before; what a function makes of numbers written here was not.
  const literal =
    node.kind === 'call' &&
    node.args.some(
      (arg, i) => !/^(?:name|pair|slice)$/.test(arg.kind) && (isList(args[i]) || isTensor(args[i])),
    );
  const pairs = /^(?:OrderedDict|odict|dict|FrozenDict|freeze)$/.test(last(path));
  if (pairs) return dictOf(args[0], byName) ?? unknown(node, scope);
  if (literal && args.some((arg) => isTensor(arg) || (isList(arg) && tensorOfQuietly(arg)))) {
    throw new Unread(problem('call', {}, `${path}()`), node.at);
  }
  return withChannels(unknown(node, scope), keepsChannels(path), args[0]);
}

const files =
  /(?:^|\.)(?:load|loadtxt|genfromtxt|read_csv|imread|fromfile|read_image|open|load_npy)$/;

/** Notes whose numbers are asked for: `torch.tensor(data)`, `np.load('x.npy')`. @param {Call} call @param {Node} node
 * @param {Scope} scope */
function asks({ path, args: [first], at }, node, scope) {
  const variable = takes(path) && isUnknown(first) ? first : undefined;
  const file = files.test(path) ? scope.text.slice(node.at, node.end).slice(0, 60) : undefined;
  if (variable && /^\p{L}[\p{L}\p{N}_.]*$/u.test(variable.unknown))
    scope.asked ??= { problem: problem('contents', {}, variable.unknown), at: variable.at };
  else if (file) scope.asked ??= { problem: problem('contents', {}, file), at };
}

/** @param {import('./values.js').List} list */
function tensorOfQuietly(list) {
  try {
    return (tensorOf(list)?.shape.length ?? 0) > 1;
  } catch (error) {
    if (error instanceof Unread) return true;
    throw error;
  }
}
