/**
 * What the statements of a program assign to.
 *
 * @typedef {import('./tokens.js').Token} Token
 *
 * @typedef {object} Target
 * @property {string} name
 * @property {number} next the token at which its value begins
 * @property {string[]} [names] of several at once: `X, K =`
 * @property {string} [op] of `K /= 16`
 * @property {Token[]} [into] what stands in the brackets of `K(1, 1, :, :) =`
 * @property {number[]} [sizes] of C: `float k[2][2] =`
 */

/** How many tokens what is assigned to may have. */
const longest = 60;

/** What says that something is assigned to. */
const naming = new Set(['=', '<-', ':=', '+=', '-=', '*=', '/=', '{']);
const opens = new Set(['(', '[', '{']);
const closes = new Set([')', ']', '}']);

/**
 * Where, from each token of a text on, the next of those marks and the next colon are.
 * @type {WeakMap<readonly Token[], { assigned: Int32Array, colon: Int32Array }>}
 */
const ahead = new WeakMap();

/** @param {readonly Token[]} tokens */
function marksAhead(tokens) {
  const known = ahead.get(tokens);
  if (known) return known;
  const { length } = tokens;
  const next = { assigned: new Int32Array(length + 1), colon: new Int32Array(length + 1) };
  next.assigned[length] = next.colon[length] = length;
  for (let i = length - 1; i >= 0; i--) {
    const { kind, text } = tokens[i];
    const mark = kind === 'mark';
    next.assigned[i] = mark && naming.has(text) ? i : next.assigned[i + 1];
    next.colon[i] = mark && text === ':' ? i : next.colon[i + 1];
  }
  ahead.set(tokens, next);
  return next;
}

/**
 * What a statement assigns to, if it does: `x =`, `const float k[2][2] =`, `let k: Tensor =`, `K(1, 1, :, :) =`;
 * a label, as `"k": `, is a name too.
 * @param {readonly Token[]} tokens
 * @param {number} start
 * @returns {Target | undefined}
 */
export function targetOf(tokens, start) {
  let depth = 0;
  let colon = -1;
  let comma = false;
  const next = marksAhead(tokens);
  const end = next.assigned[start] < start + longest ? start + longest : next.colon[start] + 1;
  for (let i = start; i < Math.min(end, start + longest); i++) {
    const token = tokens[i];
    const { kind, text } = token;
    if (kind === 'end' || (kind === 'line' && depth <= 0)) break;
    if (kind === 'number' && depth <= 0 && i > start) break;
    if (kind !== 'mark') continue;
    if (text === '{' && depth === 0 && declares(tokens, start, i))
      return { name: tokens[i - 1].text, next: i };
    if (text === '<' && depth === 0) i = templateEnd(tokens, i);
    // The end of a sentence
    if (text === '.' && depth === 0 && tokens[i + 1].kind !== 'name') break;
    if (opens.has(text)) depth++;
    else if (closes.has(text)) depth--;
    if (depth < 0) break;
    if (depth > 0) continue;
    // A number, or a list and then another, is none.
    if (text === ',' && opens.has(tokens[start].text)) break;
    if (text === ',') comma = true;
    // What is before them in Fortran is a type.
    if (text === '::') comma = false;
    if (text === ':' && colon < 0) colon = i;
    if (text.endsWith('=') ? naming.has(text) : text === '<-') {
      const update = /^([-+*/])=$/.exec(text);
      const names = text === '=' ? namesBefore(tokens, start, i) : [];
      if (names.length > 1) return { name: '', names, next: i + 1 };
      const name = comma ? '' : nameBefore(tokens, start, colon < 0 ? i : colon);
      const key = i === start + 4 ? tokens[start + 2] : undefined;
      if (key?.kind === 'text' && tokens[start + 1].text === '[')
        return { name: key.text.replace(/^(["'`])(.*)\1$/, '$2'), next: i + 1 };
      const into = subscripted(tokens, start, i);
      const sizes = sizesBefore(tokens, start, i);
      return {
        name,
        next: i + 1,
        ...(update ? { op: update[1] } : {}),
        ...(into ? { into } : {}),
        ...(sizes ? { sizes } : {}),
      };
    }
    if (text === ';') break;
  }
  const printed = printedBehind(tokens, start);
  if (printed) return printed;
  if (colon > start) {
    const words = tokens
      .slice(start, colon)
      .every(({ kind, text }) => kind !== 'mark' || /^[()[\]."#*-]$/.test(text));
    if (words) return { name: nameBefore(tokens, start, colon), next: colon + 1 };
  }
  return undefined;
}

/** `conv.weight tensor(..)`, as `print(name, parameter)` has it. @param {readonly Token[]} tokens @param {number} start
 * @returns {Target | undefined} */
function printedBehind(tokens, start) {
  let i = start;
  while (i < start + longest && isPart(tokens[i]) && tokens[i + 1].text === '.') i += 2;
  if (tokens[i]?.kind !== 'name') return undefined;
  let next = i + 1;
  while (tokens[next].kind === 'line') next++;
  const made = /^(?:tensor|array|Array|DeviceArray|Tensor)$/.test(tokens[next].text);
  if (!made || tokens[next + 1].text !== '(') return undefined;
  return { name: nameBefore(tokens, start, i + 1), next };
}

/** Whether a token can be in `layers.0.weight`. @param {Token | undefined} token */
const isPart = (token) => token?.kind === 'name' || token?.kind === 'number';

/** Whether `{` begins what C++ gives a variable: a type and a name are before it. @param {readonly Token[]} tokens
 * @param {number} start @param {number} at */
const declares = (tokens, start, at) =>
  at - start > 1 &&
  tokens[at - 1].kind === 'name' &&
  /^(?:>|\w+)$/.test(tokens[at - 2].text) &&
  tokens[at - 2].text !== 'new';

/** Where what a template is of ends: `<float, 2>`. @param {readonly Token[]} tokens @param {number} at */
function templateEnd(tokens, at) {
  if (tokens[at - 1]?.kind !== 'name' || tokens[at].spaced) return at;
  let depth = 0;
  for (let i = at; i < at + 40 && i < tokens.length; i++) {
    const { kind, text } = tokens[i];
    if (text === '<') depth++;
    else if (text === '>') {
      if (--depth === 0) return i;
    } else if (!/^(?:name|number)$/.test(kind) && !/^(?:,|::|[*&])$/.test(text)) return at;
  }
  return at;
}

const keywords = new Set(['const', 'let', 'var', 'auto', 'val', 'local']);

/**
 * The names of `X, K =`, `(X, K) =`, `const [x, k] =`; none where other things are before.
 * @param {readonly Token[]} tokens
 * @param {number} start
 * @param {number} end
 */
function namesBefore(tokens, start, end) {
  if (keywords.has(tokens[start].text)) start++;
  if (end <= start) return [];
  const [open, close] = [tokens[start].text, tokens[end - 1].text];
  const inside = /^(?:\(\)|\[\])$/.test(open + close);
  const list = tokens.slice(inside ? start + 1 : start, inside ? end - 1 : end);
  const parted = list.every(({ kind, text }, i) => (i % 2 === 0 ? kind === 'name' : text === ','));
  return parted && list.length % 2 === 1
    ? list.filter(({ kind }) => kind === 'name').map(({ text }) => text)
    : [];
}

/**
 * The sizes of an array of C, behind a type and a name.
 * @param {readonly Token[]} tokens
 * @param {number} start
 * @param {number} end
 */
function sizesBefore(tokens, start, end) {
  /** @type {number[]} */
  const sizes = [];
  let i = end - 1;
  for (; tokens[i]?.text === ']' && tokens[i - 1].kind === 'number'; i -= 3) {
    if (tokens[i - 2].text !== '[') return undefined;
    sizes.unshift(/** @type {number} */ (tokens[i - 1].value));
  }
  const typed = i > start && tokens[i].kind === 'name' && tokens[i - 1].kind === 'name';
  return typed && sizes.length > 0 ? sizes : undefined;
}

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
  let depth = 0;
  let close = start + 1;
  for (; close < end; close++) {
    if (opens.has(tokens[close].text)) depth++;
    else if (closes.has(tokens[close].text) && --depth === 0) break;
  }
  return close === end - 1 ? tokens.slice(start + 1, end) : undefined;
}
