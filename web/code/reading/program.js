import { problem } from '../../state/problem.js';
import { cutsAt, evaluated, mostMade, spend } from './evaluate.js';
import { keptBetween, through } from './chains.js';
import { configured } from './configs.js';
import { namedIn, objectsIn } from './objects.js';
import { begins, signs } from './operators.js';
import { Parser, Unread, budgetFor } from './parse.js';
import { targetOf } from './targets.js';
import { indexed } from './tensors.js';
import { tokensOf } from './tokens.js';
import { layerMethod } from './layers.js';
import { isSetting } from './roles.js';
import { bookLoop } from './signal.js';
import { isLayer, isList, isRandom, isTensor, isWord, tensorOf } from './values.js';

/**
 * Goes through a program line by line, as far as tensors and layers are concerned.
 *
 * @typedef {import('./evaluate.js').Scope} Scope
 * @typedef {import('./tokens.js').Token} Token
 * @typedef {import('./values.js').Value} Value
 * @typedef {import('./values.js').Tensor} Tensor
 * @typedef {import('./layer.js').Found} Found
 * @typedef {{ name: string, tensor: Tensor, at: number }} NamedTensor
 * @typedef {{ problem: import('../../state/problem.js').Problem, at: number }} Trouble
 */

/** The most tensors, layers and troubles of a text: what is beyond them is not looked at. */
const mostTensors = 80;
const mostLayers = 256;
const mostTrouble = 64;

/** How long a text may be to be read as a program. */
export const longestProgram = 2 ** 20;

// What begins a line that says nothing about numbers.
const skipped = new Set(
  `import from using use include package namespace print println printf assert assert_close for while if elif else
  def class with try except finally raise del pass break continue pip conda global fn pub impl struct function end
  library require disp clc clear close figure imshow plt plot export mod cout typedef template
  fprintf console System`.split(/\s+/),
);

const layerName =
  /^(?:Lazy|Quantized)?(?:Conv(?:Transpose|Transposed|olution)?[123][dD](?:Transpose)?|DepthwiseConv[12]D|(?:atrous_|depthwise_)?conv(?:_transpose|_transposed)?[12]d(?:_transpose|Transpose)?|conv_general_dilated|conv_transpose|ConvTranspose|Conv|CrossCor|DepthwiseConv|[cC]onvolution|[dD]econvolution|(?:fft|oa)convolve|filter2D|convolve2d|correlate2d|trans_conv|corr2d|dlconv|dltranspconv|convolution2dLayer|transposedConv2dLayer|Conv2dOptions|ConvTranspose2dOptions)$/;

/**
 * What a program makes.
 * @param {string} text cleaned
 * @returns {{ tensors: NamedTensor[], layers: (Found & { name: string })[], trouble: Trouble[], asked?: Trouble }} `asked`: of
 *   something whose numbers are not in it
 */
export function run(text) {
  const tokens = tokensOf(text);
  /** @type {Scope} */
  const scope = {
    names: new Map(),
    used: new Set(),
    layers: [],
    text,
    left: mostMade,
    deep: 0,
    counted: new WeakSet(),
    mentioned: new Map(),
    chains: new Map(),
  };
  const budget = budgetFor(tokens);
  const parser = new Parser(tokens, 0, budget);
  /** @type {NamedTensor[]} */
  const tensors = [];
  /** @type {(Found & { name: string })[]} */
  const layers = [];
  /** @type {Trouble[]} */
  const trouble = [];
  const goesOn = () =>
    parser.token.kind !== 'end' &&
    budget.left > 0 &&
    tensors.length <= mostTensors &&
    layers.length <= mostLayers &&
    trouble.length <= mostTrouble;
  /** Goes to the next line, with the layers that are in this one. @param {Unread} error @param {number} start */
  const failed = (error, start) => {
    scope.layers.length = 0;
    const end = lineEnd(tokens, start);
    budget.left -= end - start;
    const found = scanned(tokens, start, end, scope, trouble, budget);
    layers.push(...found);
    parser.position = end;
    let numbers = false;
    for (let i = start; i < end && !numbers; i++)
      numbers = tokens[i].kind === 'number' || tokens[i].kind === 'bad';
    if (found.length > 0 || (!numbers && error.problem.code === 'stray')) return;
    if (!declaration.test(text.slice(tokens[start].at, tokens[end].at)))
      trouble.push({ problem: error.problem, at: error.at });
  };
  /** @type {string | undefined} */
  let shown;
  while (goesOn()) {
    const start = parser.position;
    scope.deep = 0;
    if (endsStatement(parser.token)) {
      parser.position = start + 1;
      continue;
    }
    try {
      const statements = statementsAt(parser, tokens, start, scope);
      if (statements instanceof Unread) {
        failed(statements, start);
        continue;
      }
      const others = statements.filter(({ value, at }) => !configured(value, scope, at));
      // Layers that a failing statement has found before are found again below.
      for (const layer of scope.layers.splice(0))
        layers.push(Object.assign(layer, { name: layer.name ?? statements[0].name }));
      for (const statement of others) keep(answering(statement, shown), scope, tensors);
      shown = statements[0].shown;
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      failed(error, start);
    }
  }
  const loop = tensors.length + layers.length === 0 ? definedLoop(text) : undefined;
  if (loop) return { tensors, layers: [{ ...loop, name: '' }], trouble: [] };
  if (tensors.length + layers.length + trouble.length === 0)
    trouble.push(...(scope.asked ? [scope.asked] : random(scope, text)));
  return {
    tensors: tensors.filter(({ name }) => name === '' || !scope.used.has(name)),
    layers: merged(layers),
    trouble,
    asked: scope.asked,
  };
}

/** The layer of a book's loop that is not called. @param {string} text */
function definedLoop(text) {
  const match = /^ *def (trans_conv|corr2d)\(/m.exec(text);
  if (!match) return undefined;
  const call = { path: match[1], args: [], named: {}, at: match.index };
  return bookLoop(call, { transposed: match[1] === 'trans_conv' });
}

/** `Eigen::MatrixXf k(2, 2);` */
const declaration = /^[A-Za-z][\w:<>,]{1,60} [A-Za-z]\w{0,40}(?:\([\d, ]{0,40}\))? *;/;

/** That a tensor's numbers are drawn when the program runs. @param {Scope} scope @param {string} text @returns {Trouble[]} */
function random({ names }, text) {
  const drawn = [...names].find(([, value]) => isRandom(value));
  return drawn
    ? [{ problem: problem('random', {}, drawn[0]), at: Math.max(0, text.indexOf(drawn[0])) }]
    : [];
}

/** The layers that stay once those whose output is cropped are said once. @param {(Found & { name: string })[]} layers */
const merged = (layers) => layers.filter(({ op }) => op === 'conv' || op === 'tconv');

/** @param {Token} token */
const endsStatement = ({ kind, text }) =>
  kind === 'line' || text === ';' || text === ',' || text === '}';

/**
 * Whether what a token begins is no statement, which many lines of other texts are: nothing is thrown for each.
 * @param {Token} token
 * @param {Token} next
 */
const beginsNothing = ({ kind, text }, next) =>
  kind === 'mark' && text !== '@' && (!begins(text) || (signs.has(text) && ends(next)));

/** @param {Token} token */
const ends = ({ kind }) => kind === 'line' || kind === 'end';

/**
 * The token at which a line ends, not counting lines inside brackets.
 * @param {readonly Token[]} tokens
 * @param {number} start
 */
function lineEnd(tokens, start) {
  let depth = 0;
  for (let i = start; ; i++) {
    const { kind, text } = tokens[i];
    if (kind === 'end') return i;
    // A bracket that is never closed does not take the rest of the text with it.
    const opens = i > start && tokens[i - 1].text === '{' && depth === 1;
    if (kind === 'line' && (depth <= 0 || opens || tokens[i + 1].kind === 'line')) return i + 1;
    if (kind !== 'mark') continue;
    if (text === '(' || text === '[' || text === '{') depth++;
    else if (text === ')' || text === ']' || text === '}') depth--;
  }
}

/** @typedef {{ name: string, value: Value, at: number, shown?: string }} Statement `shown`: what a console is asked for */

/**
 * The statement at a token, or each of those that one line makes: `X, K = .., ..`.
 * @param {Parser} parser
 * @param {readonly Token[]} tokens
 * @param {number} start
 * @param {Scope} scope
 * @returns {Statement[] | Unread}
 */
function statementsAt(parser, tokens, start, scope) {
  const target = targetOf(tokens, start);
  const first = tokens[start];
  if (!target && beginsNothing(first, tokens[start + 1]))
    return new Unread(problem('stray', {}, first.text), first.at);
  if (!target?.names) return [statementAt(parser, tokens, start, scope, target)];
  const { names } = target;
  parser.position = target.next;
  const { at } = parser.token;
  /** @type {Value[]} */
  const values = [];
  do {
    if (values.length > 0) parser.position += 1;
    values.push(evaluated(parser.expression(), scope));
  } while (parser.token.text === ',' && values.length < names.length);
  closes(parser);
  const [one] = values;
  const items = values.length === 1 && isList(one) ? one.items : values;
  // What a function gives back, a shape or several tensors, is not known.
  return names.map((name, i) => {
    const value = items.length === names.length ? items[i] : { unknown: name, at };
    scope.names.set(name, value);
    scope.used.delete(name);
    return { name, value, at };
  });
}

/**
 * @param {Parser} parser
 * @param {readonly Token[]} tokens
 * @param {number} start
 * @param {Scope} scope
 * @param {import('./targets.js').Target | undefined} target
 * @returns {Statement}
 */
function statementAt(parser, tokens, start, scope, target) {
  const first = tokens[start];
  if (first.text === 'return' || first.text === 'await') parser.position = start + 1;
  else if (first.text === '@' || (skipped.has(first.text) && !assigns(tokens, start))) {
    parser.position = lineEnd(tokens, start);
    return { name: '', value: null, at: first.at };
  }
  target = parser.position === start ? target : targetOf(tokens, parser.position);
  if (target) parser.position = target.next;
  while (target && parser.token.kind === 'line') parser.position += 1;
  if (target && parser.token.kind === 'end') return { name: '', value: null, at: first.at };
  const { at } = parser.token;
  const node = parser.expression();
  if (target || !isMatrix(tokens, parser.position)) closes(parser);
  // A console shows what is called so, which stays what it is.
  if (!target && node.kind === 'name') return { name: '', value: null, at, shown: node.name };
  let value = evaluated(node, scope);
  if (target?.op) value = updated(target, value, scope, at);
  if (target?.sizes) value = inSizes(target.sizes, value, at);
  const name = target?.name ?? streamedInto(node);
  if (target?.into) {
    into(target, start, value, scope, tokens);
    return { name, value: scope.names.get(name) ?? null, at };
  }
  const [, owner, part] = /^(.+)\.(weight|bias)(?:\.data)?$/.exec(name) ?? [];
  const layer = owner === undefined ? undefined : scope.names.get(owner);
  if (isLayer(layer)) {
    layerMethod(layer, { path: part, args: [value], named: {}, at });
    return { name: '', value: null, at };
  }
  if (name) scope.names.set(name, value);
  // Assigned anew: what was used before has gone.
  if (name) scope.used.delete(name);
  return { name, value, at };
}

/** Whether a matrix follows another one, with blanks between them. @param {readonly Token[]} tokens @param {number} at */
const isMatrix = (tokens, at) =>
  tokens[at].spaced &&
  tokens[at].text === '[' &&
  tokens[at - 1]?.text === ']' &&
  tokens[at + 1].text === '[';

/** Whether a word that could begin a statement is a name here. @param {readonly Token[]} tokens @param {number} start */
const assigns = (tokens, start) =>
  tokens[start + 1].text === '=' || tokens[start + 1].text === '<-';

/** @param {Parser} parser */
function closes(parser) {
  const { token } = parser;
  if (token.kind === 'line' || token.kind === 'end') return;
  // print(x, k) parts them by a blank alone.
  if (/^(?:tensor|array|Array)$/.test(token.text) && token.spaced) return;
  if (/^[;,>.]$/.test(token.text)) {
    parser.position += 1;
    return;
  }
  // What is compared says nothing more.
  if (/^[=!<>]=$/.test(token.text)) {
    while (parser.token.kind !== 'line' && parser.token.kind !== 'end') parser.position += 1;
    return;
  }
  throw new Unread(problem('stray', {}, token.text), token.at);
}

/** The name in `k << 1, 2,⏎ 3, 4;` @param {import('./parse.js').Node} node */
const streamedInto = (node) =>
  node.kind === 'call' &&
  node.of.kind === 'member' &&
  node.of.name === '<<' &&
  node.of.of.kind === 'name'
    ? node.of.of.name
    : '';

/** The numbers of an array of C, whose sizes are before them. @param {number[]} sizes @param {Value} value
 * @param {number} at @returns {Value} */
function inSizes(sizes, value, at) {
  const tensor = tensorOf(value);
  if (!tensor) return value;
  const { data } = tensor;
  if (sizes.reduce((a, b) => a * b, 1) !== data.length) {
    const numbers = { count: data.length, shape: sizes.join(' × ') };
    throw new Unread(problem('cut-print', numbers), at);
  }
  return { shape: sizes, data };
}

/** `K /= 16` @param {{ name: string, op?: string }} target @param {Value} value @param {Scope} scope @param {number} at */
function updated({ name, op = '+' }, value, scope, at) {
  const before = scope.names.get(name);
  const tensor = isList(before) ? tensorOf(before) : before;
  if (isTensor(tensor) && typeof value === 'number') {
    spend(tensor.data.length, at, scope);
    const by = {
      '*': (/** @type {number} */ n) => n * value,
      '/': (/** @type {number} */ n) => n / value,
      '+': (/** @type {number} */ n) => n + value,
      '-': (/** @type {number} */ n) => n - value,
    };
    return { shape: tensor.shape, data: tensor.data.map(by[/** @type {keyof typeof by} */ (op)]) };
  }
  return { unknown: name, at };
}

/**
 * Puts a part into a tensor: `K[:, :, ::2] = taps`, or `K(1, 1, :, :) = [..]` of MATLAB; what cannot be
 * followed makes the tensor unknown.
 * @param {{ name: string, into?: Token[] }} target
 * @param {number} start the token at which the statement begins
 * @param {Value} value
 * @param {Scope} scope
 * @param {readonly Token[]} tokens
 */
function into({ name, into: brackets = [] }, start, value, scope, tokens) {
  const before = scope.names.get(name);
  if (before === undefined) return;
  const number = typeof value === 'number' ? value : undefined;
  const part = number === undefined ? tensorOf(value) : undefined;
  if (isTensor(before)) spend(3 * before.data.length, brackets[0].at, scope);
  const offsets = isTensor(before)
    ? { shape: before.shape, data: before.data.map((_, i) => i) }
    : undefined;
  const cuts = offsets && cutsAt(new Parser(tokens, start), scope);
  const places = offsets && cuts && indexed(offsets, cuts);
  const fits = places && (number !== undefined || part?.data.length === places.data.length);
  if (!isTensor(before) || !fits) {
    scope.names.set(name, { unknown: name, at: brackets[0].at });
    return;
  }
  const data = before.data.slice();
  places.data.forEach((place, i) => (data[place] = number ?? part?.data[i] ?? NaN));
  scope.names.set(name, { shape: before.shape, data });
}

/**
 * Layers inside of what cannot be read as a whole: a class, a printed model, a sentence.
 * @param {readonly Token[]} tokens
 * @param {number} start
 * @param {number} end
 * @param {Scope} scope
 * @param {Trouble[]} trouble
 * @param {import('./parse.js').Budget} budget
 */
function scanned(tokens, start, end, scope, trouble, budget) {
  /** @type {(Found & { name: string })[]} */
  const layers = [];
  let before = start;
  for (let i = start; i < end && trouble.length <= mostTrouble; i++) {
    if (layers.length > mostLayers) break;
    if (tokens[i].kind !== 'name' || !layerName.test(tokens[i].text) || tokens[i + 1].text !== '(')
      continue;
    let first = i;
    while (
      first - 2 >= start &&
      /^(?:\.|::)$/.test(tokens[first - 1].text) &&
      tokens[first - 2].kind === 'name'
    )
      first -= 2;
    try {
      const parser = new Parser(tokens, first, budget);
      scope.deep = 0;
      const value = evaluated(parser.expression(100), scope);
      const name = labelBefore(tokens, start, first);
      const previous = layers.at(-1);
      if (previous && keptBetween(tokens, before, first))
        through(value, through({ layer: previous }, undefined));
      before = parser.position;
      for (const layer of scope.layers.splice(0)) layers.push(Object.assign(layer, { name }));
      i = Math.max(i, parser.position - 1);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      scope.layers.length = 0;
      trouble.push({ problem: error.problem, at: error.at });
    }
  }
  return layers;
}

/** `(deconv1):` or `self.up =` before a layer. @param {readonly Token[]} tokens @param {number} start @param {number} at */
function labelBefore(tokens, start, at) {
  let i = at - 1;
  if (!/^[:=]$/.test(tokens[i]?.text ?? '')) return '';
  while (i > start && tokens[i].kind !== 'name' && tokens[i].kind !== 'number' && at - i < 4) i--;
  return /^(?:name|number)$/.test(tokens[i].kind) ? tokens[i].text : '';
}

/** A print with the name of what a console was asked for. @param {Statement} statement @param {string | undefined} shown
 * @returns {Statement} */
const answering = (statement, shown) =>
  shown && statement.name === '' && isTensor(statement.value)
    ? { ...statement, name: shown }
    : statement;

/**
 * Keeps what a statement has made.
 * @param {Statement} statement
 * @param {Scope} scope
 * @param {NamedTensor[]} tensors
 */
function keep({ name, value, at }, scope, tensors) {
  if (isSetting(name)) return;
  const known = name === '' ? -1 : tensors.findIndex((each) => each.name === name);
  if (known >= 0) tensors.splice(known, 1);
  const objects = isList(value) ? objectsIn(value.items) : undefined;
  if (objects) {
    for (const each of objects) keep({ ...each, at }, scope, tensors);
    return;
  }
  if (isList(value) && value.dict) {
    for (const [key, item] of namedIn(value))
      if (tensors.length <= mostTensors) keep({ name: key, value: item, at }, scope, tensors);
    return;
  }
  const [first, second] = isList(value) && value.items.length === 2 ? value.items : [];
  const tuple = isList(value) && value.node.kind === 'list' && value.node.open === '(';
  if (tuple && name === '' && isTensor(first) && isTensor(second)) {
    for (const each of [first, second]) keep({ name, value: each, at }, scope, tensors);
    return;
  }
  if (isWord(first) && isTensor(second))
    return keep({ name: first.word, value: second, at }, scope, tensors);
  // As model.get_weights() gives them.
  if (name === '' && isTensor(first) && isTensor(second) && isBiasOf(second, first)) {
    keep({ name: 'kernel', value: first, at }, scope, tensors);
    return keep({ name: 'bias', value: second, at }, scope, tensors);
  }
  if (isRandom(value) && name === '')
    scope.asked ??= {
      problem: problem('random', {}, scope.text.slice(at, at + 40).split('\n')[0]),
      at,
    };
  if (!isList(value) && !isTensor(value)) return;
  // Words and types are lists too: not of numbers.
  if (isList(value) && !value.numbers) return;
  const tensor = tensorOf(value);
  if (tensor) tensors.push({ name, tensor, at });
}

/** @param {Tensor} bias @param {Tensor} weights */
const isBiasOf = (bias, weights) =>
  bias.shape.length === 1 && weights.shape.length > 2 && weights.shape.includes(bias.shape[0]);
