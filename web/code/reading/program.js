import { problem } from '../../state/problem.js';
import { cutsAt, evaluated, mostMade, spend } from './evaluate.js';
import { Parser, Unread, budgetFor } from './parse.js';
import { indexed } from './tensors.js';
import { tokensOf } from './tokens.js';
import { layerMethod } from './layers.js';
import { isLayer, isList, isRandom, isTensor, tensorOf } from './values.js';

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
  /^(?:Lazy)?(?:Conv(?:Transpose|Transposed|olution)?[123][dD](?:Transpose)?|DepthwiseConv[12]D|conv(?:_transpose|_transposed)?[12]d(?:_transpose)?|conv_general_dilated|conv_transpose|ConvTranspose|Conv|convolve2d|correlate2d|trans_conv|corr2d|convolution2dLayer|transposedConv2dLayer|Conv2dOptions|ConvTranspose2dOptions)$/;

/**
 * What a program makes.
 * @param {string} text cleaned
 * @returns {{ tensors: NamedTensor[], layers: (Found & { name: string })[], trouble: Trouble[] }}
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
    mentioned: new Map(),
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
  while (goesOn()) {
    const start = parser.position;
    if (endsStatement(parser.token)) {
      parser.position = start + 1;
      continue;
    }
    try {
      const statement = statementAt(parser, tokens, start, scope);
      // Layers that a failing statement has found before are found again below.
      for (const layer of scope.layers.splice(0))
        layers.push(Object.assign(layer, { name: statement.name }));
      keep(statement, scope, tensors);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      scope.layers.length = 0;
      const end = lineEnd(tokens, start);
      budget.left -= end - start;
      const found = scanned(tokens, start, end, scope, trouble, budget);
      layers.push(...found);
      parser.position = end;
      const numbers = tokens
        .slice(start, end)
        .some(({ kind }) => kind === 'number' || kind === 'bad');
      if (found.length === 0 && (numbers || error.problem.code !== 'stray'))
        trouble.push({ problem: error.problem, at: error.at });
    }
  }
  if (tensors.length + layers.length + trouble.length === 0) trouble.push(...random(scope, text));
  return {
    tensors: tensors.filter(({ name }) => name === '' || !scope.used.has(name)),
    layers: merged(layers),
    trouble,
  };
}

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
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) depth--;
  }
}

/** @typedef {{ name: string, value: Value, at: number, into?: boolean }} Statement */

/**
 * @param {Parser} parser
 * @param {readonly Token[]} tokens
 * @param {number} start
 * @param {Scope} scope
 * @returns {Statement}
 */
function statementAt(parser, tokens, start, scope) {
  const first = tokens[start];
  if (first.text === 'return' || first.text === 'await') parser.position = start + 1;
  else if (first.text === '@' || (skipped.has(first.text) && !assigns(tokens, start))) {
    parser.position = lineEnd(tokens, start);
    return { name: '', value: null, at: first.at };
  }
  const target = targetOf(tokens, parser.position);
  if (target) parser.position = target.next;
  while (target && parser.token.kind === 'line') parser.position += 1;
  if (target && parser.token.kind === 'end') return { name: '', value: null, at: first.at };
  const { at } = parser.token;
  const node = parser.expression();
  closes(parser);
  let value = evaluated(node, scope);
  if (target?.op) value = updated(target, value, scope, at);
  const name = target?.name ?? '';
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

/** Whether a word that could begin a statement is a name here. @param {readonly Token[]} tokens @param {number} start */
const assigns = (tokens, start) =>
  tokens[start + 1].text === '=' || tokens[start + 1].text === '<-';

/** @param {Parser} parser */
function closes(parser) {
  const { token } = parser;
  if (token.kind === 'line' || token.kind === 'end') return;
  if (/^[;,>.]$/.test(token.text)) {
    parser.position += 1;
    return;
  }
  throw new Unread(problem('stray', {}, token.text), token.at);
}

/**
 * What a statement assigns to, if it does: `x =`, `const float k[2][2] =`, `let k: Tensor =`, `K(1, 1, :, :) =`;
 * a label, as `"k": `, is a name too.
 * @param {readonly Token[]} tokens
 * @param {number} start
 * @returns {{ name: string, next: number, op?: string, into?: Token[] } | undefined}
 */
function targetOf(tokens, start) {
  let depth = 0;
  let colon = -1;
  let comma = false;
  for (let i = start; i < start + 60; i++) {
    const token = tokens[i];
    const { kind, text } = token;
    if (kind === 'end' || (kind === 'line' && depth <= 0)) break;
    if (kind === 'number' && depth <= 0 && i > start) break;
    if (kind !== 'mark') continue;
    if (text === '{' && depth === 0 && declares(tokens, start, i))
      return { name: tokens[i - 1].text, next: i };
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) depth--;
    if (depth < 0) break;
    if (depth > 0) continue;
    // A number, or a list and then another, is none.
    if (text === ',' && /^[[({]$/.test(tokens[start].text)) break;
    if (text === ',') comma = true;
    if (text === ':' && colon < 0) colon = i;
    const update = /^([-+*/])=$/.exec(text);
    if (text === '=' || text === '<-' || text === ':=' || update) {
      const name = comma ? '' : nameBefore(tokens, start, colon < 0 ? i : colon);
      const into = subscripted(tokens, start, i);
      return { name, next: i + 1, ...(update ? { op: update[1] } : {}), ...(into ? { into } : {}) };
    }
    if (text === ';') break;
  }
  if (colon > start) {
    const words = tokens
      .slice(start, colon)
      .every(({ kind, text }) => kind !== 'mark' || /^[()[\]."#*-]$/.test(text));
    if (words) return { name: nameBefore(tokens, start, colon), next: colon + 1 };
  }
  return undefined;
}

/** Whether `{` begins what C++ gives a variable: a type and a name are before it. @param {readonly Token[]} tokens
 * @param {number} start @param {number} at */
const declares = (tokens, start, at) =>
  at - start > 1 &&
  tokens[at - 1].kind === 'name' &&
  /^(?:>|\w+)$/.test(tokens[at - 2].text) &&
  tokens[at - 2].text !== 'new';

/** The last name, with what it belongs to, before a token; brackets behind it are sizes.
 * @param {readonly Token[]} tokens @param {number} start @param {number} end */
function nameBefore(tokens, start, end) {
  let depth = 0;
  for (let i = end - 1; i >= start; i--) {
    const { kind, text } = tokens[i];
    if (/^[)\]]$/.test(text)) depth++;
    else if (/^[([]$/.test(text)) depth--;
    else if (depth === 0 && (kind === 'name' || kind === 'text')) {
      let name = text.replace(/^(["'`])(.*)\1$/, '$2');
      for (; tokens[i - 1]?.text === '.' && tokens[i - 2]?.kind === 'name'; i -= 2)
        name = `${tokens[i - 2].text}.${name}`;
      return name;
    }
  }
  return tokens.slice(start, end).find(({ kind }) => kind === 'name')?.text ?? '';
}

/** What stands in the brackets of `K(1, 1, :, :) =`, where the line begins with the name.
 * @param {readonly Token[]} tokens @param {number} start @param {number} end */
function subscripted(tokens, start, end) {
  const open = tokens[start + 1];
  if (tokens[start].kind !== 'name' || end < start + 3 || !/^[([]$/.test(open.text))
    return undefined;
  if (!/^[)\]]$/.test(tokens[end - 1].text)) return undefined;
  return tokens.slice(start + 1, end);
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
  const part = tensorOf(value);
  if (isTensor(before)) spend(3 * before.data.length, brackets[0].at, scope);
  const offsets = isTensor(before)
    ? { shape: before.shape, data: before.data.map((_, i) => i) }
    : undefined;
  const cuts = offsets && cutsAt(new Parser(tokens, start), scope);
  const places = offsets && cuts && indexed(offsets, cuts);
  if (!isTensor(before) || !part || places?.data.length !== part.data.length) {
    scope.names.set(name, { unknown: name, at: brackets[0].at });
    return;
  }
  const data = before.data.slice();
  places.data.forEach((place, i) => (data[place] = part.data[i]));
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
      evaluated(parser.expression(100), scope);
      const name = labelBefore(tokens, start, first);
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

/**
 * Keeps what a statement has made.
 * @param {Statement} statement
 * @param {Scope} scope
 * @param {NamedTensor[]} tensors
 */
function keep({ name, value, at }, scope, tensors) {
  const known = name === '' ? -1 : tensors.findIndex((each) => each.name === name);
  if (known >= 0) tensors.splice(known, 1);
  if (isList(value) && value.dict) {
    for (const [key, item] of dictItems(value.dict, 0))
      keep({ name: key, value: item, at }, scope, tensors);
    return;
  }
  if (!isList(value) && !isTensor(value)) return;
  // Words and types are lists too: not of numbers.
  if (isList(value) && !hasNumbers(value)) return;
  const tensor = tensorOf(value);
  if (tensor) tensors.push({ name, tensor, at });
}

/** The items of objects in objects. @param {[string, Value][]} dict @param {number} depth @returns {[string, Value][]} */
const dictItems = (dict, depth) => {
  const shape = dict.find(([key]) => key === 'shape' || key === 'dims');
  const data = dict.find(([key]) => key === 'data' || key === 'values');
  if (shape && data) return [['', shapedData(shape[1], data[1])]];
  return dict.flatMap(([key, value]) =>
    isList(value) && value.dict && depth < 8
      ? dictItems(value.dict, depth + 1)
      : [/** @type {[string, Value]} */ ([key, value])],
  );
};

/** @param {Value} shape @param {Value} data @returns {Value} */
function shapedData(shape, data) {
  const [sizes, numbers] = [tensorOf(shape), tensorOf(data)];
  const fits = sizes && numbers && sizes.data.reduce((a, b) => a * b, 1) === numbers.data.length;
  return fits ? { shape: sizes.data, data: numbers.data } : data;
}

/** @param {import('./values.js').List} list @returns {boolean} */
const hasNumbers = ({ items }) =>
  items.length === 0 ||
  items.some(
    (item) => typeof item === 'number' || isTensor(item) || (isList(item) && hasNumbers(item)),
  );
