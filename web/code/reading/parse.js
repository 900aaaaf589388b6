import { problem } from '../../state/problem.js';
import { closers, dots, left, opens, signs, unquoted } from './operators.js';

/**
 * Reads expressions and statements of the languages that layers and tensors are written in, as one
 * lenient grammar: what they mean is for `evaluate.js`.
 *
 * @typedef {import('./tokens.js').Token} Token
 * @typedef {import('../../state/problem.js').Problem} Problem
 *
 * @typedef {{ at: number, end: number }} Span
 * @typedef {Span & (
 *   | { kind: 'number', value: number, text: string }
 *   | { kind: 'text', text: string }
 *   | { kind: 'name', name: string }
 *   | { kind: 'dots' }
 *   | { kind: 'list', open: string, items: Node[], rows: boolean, loose: boolean }
 *   | { kind: 'pair', key: string, value: Node }
 *   | { kind: 'member', of: Node, name: string }
 *   | { kind: 'call', of: Node, args: Node[] }
 *   | { kind: 'index', of: Node, args: Node[] }
 *   | { kind: 'turned', of: Node }
 *   | { kind: 'slice', parts: (Node | undefined)[] }
 *   | { kind: 'sum', op: string, left: Node, right: Node }
 *   | { kind: 'sign', op: string, of: Node }
 *   | { kind: 'opaque' }
 * )} Node
 */

/** How deep brackets may be in brackets. */
const deepest = 40;
/** How many operators, members or calls may follow one another. */
const longest = 200;

/** Why a text is not what the grammar has, at a token: thrown and caught inside of it. */
export class Unread {
  /** @param {Problem} problem @param {number} at */
  constructor(problem, at) {
    this.problem = problem;
    this.at = at;
  }
}

/**
 * How many steps may still be taken. A bracket that is never closed is read to the end of the text, and
 * again from each line: so that a text of such brackets does not take long, there is an end to it.
 * @typedef {{ left: number }} Budget
 */

/** @param {readonly Token[]} tokens @returns {Budget} */
export const budgetFor = (tokens) => ({ left: 5 * tokens.length + 2000 });

export class Parser {
  /** @type {readonly Token[]} */ #tokens;
  #at = 0;
  /** Where, in brackets, a line's end or blanks part items. @type {string[]} */
  #open = [];

  #budget;

  /**
   * @param {readonly Token[]} tokens
   * @param {number} [at]
   * @param {Budget} [budget] what all parsers of a text may spend together
   */
  constructor(tokens, at = 0, budget = budgetFor(tokens)) {
    this.#tokens = tokens;
    this.#at = at;
    this.#budget = budget;
  }

  get position() {
    return this.#at;
  }

  set position(at) {
    this.#at = at;
    this.#open = [];
  }

  get token() {
    return this.#tokens[this.#at];
  }

  /** The next token but line ends, which mean nothing in brackets. */
  #skipLines() {
    while (this.token.kind === 'line') this.#at++;
  }

  /** @param {string} text */
  #is(text) {
    return this.token.kind === 'mark' && this.token.text === text;
  }

  /** @param {string} text */
  #take(text) {
    const found = this.#is(text);
    if (found) this.#at++;
    return found;
  }

  /** @param {Token} [token] @returns {never} */
  #fail(token = this.token) {
    if (token.kind === 'end') throw new Unread(problem('cut-short'), token.at);
    throw new Unread(problem('stray', {}, token.text.trim() || '⏎'), token.at);
  }

  /** The end of the token before. */
  get #end() {
    const before = this.#tokens[this.#at - 1];
    return before ? before.at + before.text.length : 0;
  }

  /** An expression. @param {number} [power] of the operators that may be in it @returns {Node} */
  expression(power = 0) {
    const { at } = this.token;
    /** @type {Node} */
    let node = this.#unary();
    for (let length = 0; ; length++) {
      const { token } = this;
      if (length > longest) this.#fail();
      const weight = token.kind === 'mark' ? left[token.text] : undefined;
      if (weight === undefined || weight <= power || this.#startsItem(token)) return node;
      this.#at++;
      if (this.#open.length > 0) this.#skipLines();
      if (weight === 1) {
        node = this.#streamed(node, at);
        continue;
      }
      // Powers go from right to left, each in the one before.
      const right = weight === 5 ? this.#power(token) : this.expression(weight);
      node = { kind: 'sum', op: token.text, left: node, right, at, end: this.#end };
    }
  }

  /** What a number is raised to. @param {Token} token @returns {Node} */
  #power(token) {
    if (this.#open.length >= deepest) this.#fail(token);
    this.#deeper(token);
    const node = this.expression(4);
    this.#open.pop();
    return node;
  }

  /** `(cv::Mat_<float>(2, 2) << 1, 2, 3, 4)`: what follows is a list. @param {Node} of @param {number} at
   * @returns {Node} */
  #streamed(of, at) {
    const args = [this.expression(1)];
    while (this.#take(',')) {
      this.#skipLines();
      args.push(this.expression(1));
    }
    return {
      kind: 'call',
      of: { kind: 'member', of, name: '<<', at, end: at },
      args,
      at,
      end: this.#end,
    };
  }

  /** Whether a sign belongs to the next of items that only blanks part: `[1 -2]`. @param {Token} token */
  #startsItem(token) {
    const inList = this.#open[this.#open.length - 1] === '[';
    if (!inList || !/^[+-]$/.test(token.text) || !token.spaced) return false;
    return !this.#tokens[this.#at + 1].spaced;
  }

  /** @returns {Node} */
  #unary() {
    const { token } = this;
    if (--this.#budget.left < 0) this.#fail();
    if (token.kind === 'mark' && signs.has(token.text)) {
      this.#at++;
      this.#deeper(token);
      // -2 ** 2 is -(2 ** 2)
      const sign = token.text === '-' || token.text === '+';
      const of = sign ? this.expression(4) : this.#unary();
      this.#open.pop();
      if (!sign) return of;
      return { kind: 'sign', op: token.text, of, at: token.at, end: this.#end };
    }
    return this.#postfix(this.#primary());
  }

  /** Notes how deep the grammar is: so deep that no stack overflows. @param {Token} token */
  #deeper(token, mark = this.#open[this.#open.length - 1] ?? '') {
    if (this.#open.length >= deepest) throw new Unread(problem('depth', { limit: 4 }), token.at);
    this.#open.push(mark);
  }

  /** @returns {Node} */
  #primary() {
    const { token } = this;
    const { at } = token;
    if (token.kind === 'number') {
      this.#at++;
      const value = /** @type {number} */ (token.value);
      return { kind: 'number', value, text: token.text, at, end: this.#end };
    }
    if (token.kind === 'text') {
      this.#at++;
      return {
        kind: 'text',
        text: unquoted(token.text),
        at,
        end: this.#end,
      };
    }
    if (token.kind === 'name') return this.#named();
    if (dots.has(token.text)) {
      this.#at++;
      return { kind: 'dots', at, end: this.#end };
    }
    if (token.text === '<') return this.#opaque();
    if (opens.has(token.text)) return this.#list();
    if (token.text === '∞' || token.kind === 'bad') {
      this.#at++;
      return { kind: 'name', name: token.text, at, end: this.#end };
    }
    return this.#fail();
  }

  /** `<AddBackward0>`, as prints name what is no number. @returns {Node} */
  #opaque() {
    const { token } = this;
    for (let i = this.#at + 1; i < this.#at + 30; i++) {
      const { text, kind } = this.#tokens[i] ?? { kind: 'end', text: '' };
      if (kind === 'line' || kind === 'end') break;
      if (text !== '>') continue;
      this.#at = i + 1;
      return { kind: 'opaque', at: token.at, end: this.#end };
    }
    return this.#fail();
  }

  /** A name with all that is before its call: `torch::nn::Conv2d`, `Tensor<float, 2>`, `vec!`. @returns {Node} */
  #named() {
    const made = this.token.text === 'new' && this.#tokens[this.#at + 1].kind === 'name';
    if (made) {
      this.#at++;
      const type = this.#typed();
      // new int[,] {..} and new double[][] {..}
      while (this.#is('[') && /^[,\]]$/.test(this.#tokens[this.#at + 1].text)) {
        this.#at++;
        while (this.#take(','));
        if (!this.#take(']')) this.#fail();
      }
      return type;
    }
    return this.#typed();
  }

  /** A name with its modules and what its template is of. @returns {Node} */
  #typed() {
    const { token } = this;
    const { at } = token;
    this.#at++;
    let name = token.text;
    for (;;) {
      if (this.#is('::') && this.#tokens[this.#at + 1].kind === 'name') {
        name += `.${this.#tokens[this.#at + 1].text}`;
        this.#at += 2;
      } else if (this.#is('::') && this.#tokens[this.#at + 1].text === '<') {
        this.#at++;
      } else if (this.#is('<') && !this.token.spaced && this.#generic()) {
        // what a template is of says nothing here
      } else if (this.#is('!') && /^[[({]$/.test(this.#tokens[this.#at + 1].text)) {
        this.#at++;
        name += '!';
      } else {
        return { kind: 'name', name, at, end: this.#end };
      }
    }
  }

  /** Skips `<float, 2>`. */
  #generic() {
    let depth = 0;
    for (let i = this.#at; i < this.#at + 40; i++) {
      const { text, kind } = this.#tokens[i] ?? { kind: 'end', text: '' };
      if (text === '<') depth++;
      else if (text === '>' && --depth === 0) {
        this.#at = i + 1;
        return true;
      } else if (!/^(?:name|number)$/.test(kind) && !/^(?:,|::|\*|&|\(|\)|\[|\]|;)$/.test(text))
        return false;
    }
    return false;
  }

  /** @param {Node} node @returns {Node} */
  #postfix(node) {
    const { at } = node;
    for (let length = 0; ; length++) {
      const { token } = this;
      if (length > longest) this.#fail();
      const inList = this.#open[this.#open.length - 1] === '[';
      const next = this.#tokens[this.#at + 1];
      if (token.kind === 'line' && this.#chained()) {
        this.#skipLines();
      } else if (this.#is('.') && (next.kind === 'name' || next.text === '(')) {
        this.#at++;
        if (this.token.kind !== 'name') continue;
        node = { kind: 'member', of: node, name: this.token.text, at, end: this.#end };
        this.#at++;
        if (this.#is('::')) this.#at++;
        if (this.#is('<')) this.#generic();
      } else if (this.#is('->') && next.kind === 'name' && !token.spaced) {
        this.#at += 2;
        node = { kind: 'member', of: node, name: next.text, at, end: this.#end };
      } else if (this.#is('(') && !(inList && token.spaced) && callable(node)) {
        node = { kind: 'call', of: node, args: this.#items('('), at, end: this.#end };
      } else if (
        this.#is('[') &&
        !(token.spaced && (inList || !callable(node))) &&
        node.kind !== 'number' &&
        node.kind !== 'list'
      ) {
        node = { kind: 'index', of: node, args: this.#items('['), at, end: this.#end };
      } else if (this.#is('[') && !token.spaced && node.kind === 'list' && node.open === '(') {
        node = { kind: 'index', of: node, args: this.#items('['), at, end: this.#end };
      } else if (this.#is('[') && !token.spaced && node.kind === 'list' && this.#dimensions()) {
        // Go: [][]float64{..}; the name follows
        node = this.#primary();
      } else if (this.#is('{') && !inList && node.kind === 'name') {
        node = { kind: 'call', of: node, args: [this.#list()], at, end: this.#end };
      } else if (
        (this.#is("'") || this.#is('.')) &&
        !token.spaced &&
        next.text !== '.' &&
        this.#transposes(next)
      ) {
        node = { kind: 'turned', of: node, at, end: this.#end };
      } else if (this.#is('?') && !token.spaced) {
        this.#at++;
      } else {
        return node;
      }
    }
  }

  /** Takes `'` or `.'`. @param {Token} next */
  #transposes(next) {
    if (this.#take("'")) return true;
    if (next.text !== "'") return false;
    this.#at += 2;
    return true;
  }

  /** Whether the next line goes on with `.name(`. */
  #chained() {
    let i = this.#at;
    while (this.#tokens[i].kind === 'line') i++;
    const [dot, member] = [this.#tokens[i], this.#tokens[i + 1]];
    return dot.text === '.' && member.kind === 'name' && this.#tokens[i + 2].text === '(';
  }

  /** Whether brackets without anything in them come, and a type after them. */
  #dimensions() {
    let i = this.#at;
    const most = i + 2 * deepest;
    const closed = () => Number(this.#tokens[i + 1].kind === 'number') + 1;
    while (i < most && this.#tokens[i].text === '[' && this.#tokens[i + closed()]?.text === ']')
      i += closed() + 1;
    if (i === this.#at || this.#tokens[i].kind !== 'name') return false;
    const made = this.#tokens[i + 1].text === '{';
    if (made) this.#at = i + 1;
    return made;
  }

  /** A list in brackets of any kind, by rows where it has some. @returns {Node} */
  #list() {
    const { token } = this;
    const { at, text } = token;
    const outermost = !this.#open.includes('[') && !this.#open.includes('{');
    if (text === '[' && this.#dimensions()) return this.#primary();
    this.#at++;
    this.#deeper(token, text);
    /** @type {Node[][]} */
    const rows = [[]];
    let comma = true;
    let loose = false;
    let semicolons = false;
    let nested = false;
    while (!this.#take(closers[text])) {
      if (this.token.kind === 'end') throw new Unread(problem('brackets'), at);
      if (this.token.kind === 'line') {
        this.#at++;
        // A line ends a row of MATLAB's, not of NumPy's, whose rows have brackets of their own.
        if (text === '[' && outermost && !comma && !nested) {
          rows.push([]);
          comma = true;
        }
      } else if (this.#take(',')) {
        if (comma) throw new Unread(problem('empty-item'), this.#tokens[this.#at - 1].at);
        comma = true;
      } else if (text !== '(' && this.#take(';')) {
        // Rust's [0.0; 4]
        semicolons = true;
        if (!nested) rows.push([]);
        comma = true;
      } else {
        if (!comma && text !== '[') this.#fail();
        if (!comma) loose = true;
        const item = this.#item();
        nested ||= item.kind === 'list' && item.open !== '(';
        rows[rows.length - 1].push(item);
        comma = false;
      }
    }
    this.#open.pop();
    const filled = rows.length === 1 ? rows : rows.filter((row) => row.length > 0);
    const shared = { at, end: this.#end, loose: loose || semicolons };
    if (filled.length < 2 || nested)
      return {
        kind: 'list',
        open: text,
        items: filled.length === 1 ? filled[0] : filled.flat(),
        rows: semicolons && !nested,
        ...shared,
      };
    const row = (/** @type {Node[]} */ items) =>
      /** @type {Node} */ ({ kind: 'list', open: text, items, rows: false, ...shared });
    return { kind: 'list', open: text, items: filled.map(row), rows: true, ...shared };
  }

  /** The arguments of a call or an index. @param {'(' | '['} open @returns {Node[]} */
  #items(open) {
    if (open === '[') return /** @type {{ items: Node[] }} */ (this.#list()).items;
    const { token } = this;
    this.#at++;
    this.#deeper(token, open);
    /** @type {Node[]} */
    const items = [];
    let comma = true;
    while (!this.#take(')')) {
      if (this.token.kind === 'end') throw new Unread(problem('brackets'), token.at);
      if (this.token.kind === 'line') this.#at++;
      else if (this.#take(',') || this.#options()) comma = true;
      else {
        if (!comma) this.#fail();
        items.push(this.#item());
        comma = false;
      }
    }
    this.#open.pop();
    return items;
  }

  /** Takes the `;` of Julia, behind which options are. */
  #options() {
    return this.#tokens[this.#at + 2]?.text === '=' && this.#take(';');
  }

  /** `name=value`, `"key": value`, `-1:2` or an expression. @returns {Node} */
  #item() {
    const { token } = this;
    const next = this.#tokens[this.#at + 1];
    const key = token.kind === 'name' || token.kind === 'text';
    const dotted = token.text === '.' && next.kind === 'name' ? 1 : 0;
    const equals = this.#tokens[this.#at + 1 + dotted];
    const named = dotted || token.kind === 'name' ? equals.text === '=' : false;
    const colon = key && next.text === ':' && this.#open[this.#open.length - 1] !== '[';
    const arrow = (key || token.kind === 'number') && /^[-=]>$/.test(next.text);
    if (named || colon || arrow) {
      const { kind, text } = this.#tokens[this.#at + dotted];
      const name = kind === 'text' ? unquoted(text) : text;
      this.#at += 2 + dotted;
      this.#skipLines();
      const value = this.expression();
      return { kind: 'pair', key: name, value, at: token.at, end: this.#end };
    }
    if (this.#is(':') || this.#is('::')) return this.#slice(undefined, token.at);
    const first = this.expression();
    return this.#is(':') || this.#is('::') ? this.#slice(first, token.at) : first;
  }

  /** @param {Node | undefined} first @param {number} at @returns {Node} */
  #slice(first, at) {
    /** @type {(Node | undefined)[]} */
    const parts = [first];
    while (this.#is(':') || this.#is('::')) {
      if (this.token.text === '::') parts.push(undefined);
      this.#at++;
      const stops = this.token.kind === 'mark' && /^(?:[,\])};:]|::)$/.test(this.token.text);
      parts.push(stops ? undefined : this.expression());
    }
    return { kind: 'slice', parts, at, end: this.#end };
  }
}

/** Whether brackets right after a node are a call or an index. @param {Node} node */
const callable = ({ kind }) =>
  kind === 'name' || kind === 'member' || kind === 'call' || kind === 'index';
