/**
 * The words of program text, of whatever language.
 *
 * @typedef {object} Token
 * @property {'number' | 'name' | 'text' | 'mark' | 'line' | 'bad' | 'end'} kind `line`: a line ends; `bad`:
 *   what no language here has
 * @property {string} text
 * @property {number} at offset in the text
 * @property {boolean} spaced whether a blank is before it
 * @property {number} [value] of a number
 */

// Digits, with the exponents of Fortran and Mathematica and the types that C and Rust write behind.
const number =
  /(?:\d[\d_]*(?:\.(?!\.)[\d_]*)?|\.\d[\d_]*)(?:[eEdD][+-]?\d+|f(?!16|32|64)[+-]?\d{1,2}(?![\d.]))?(?:`[\d.]*)?(?:\*\^-?\d+)?(?:_?(?:f16|f32|f64|bf16|[iu](?:8|16|32|64|128|size))|[fFlL]|[uU][lL]{0,2}|LL)?(?![\p{L}\d_])/uy;
const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const marks =
  /\.\*|\.\/|\.\^|\*\*|\/\/|<-|:=|::|->|=>|==|!=|<=|>=|<<|\+=|-=|\*=|\/=|\.{3}|…|⋮|⋱|[^\s]/uy;
const string = /(['"`])(?:(?!\1)[^\\\n]|\\.){0,2000}\1/y;
const longString = /("""|''')[^]{0,20000}?\1/y;
const prefix = /^[rbfuRBFU]{1,2}$/;

// A comment of MATLAB, not a remainder: at the start of a line, or after what ends a statement or row.
const percent = /%[^\n]*/y;
const hash = /#[^\n]*/y;
const slashes = /\/\/[^\n]*/y;
const block = /\/\*[^]*?\*\/|\(\* [^]*?\*\)/y;

/** @param {RegExp} pattern @param {string} text @param {number} at */
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * The tokens of a text; comments are left out.
 * @param {string} text
 * @returns {Token[]} the last is the end
 */
export function tokensOf(text) {
  /** @type {Token[]} */
  const tokens = [];
  let at = 0;
  let spaced = false;
  const last = () => tokens[tokens.length - 1];
  /** @param {Token['kind']} kind @param {string} piece @param {number} [value] */
  const push = (kind, piece, value) => {
    tokens.push({ kind, text: piece, at, spaced, value });
    at += piece.length;
    spaced = false;
  };
  // A block comment that never ends is looked for once.
  let closes = true;
  /** @type {RegExpExecArray | null} */
  let digits = null;
  while (at < text.length) {
    const c = text[at];
    if (c === '\n') {
      push('line', c);
    } else if (c === ' ' || /\s/.test(c) || (c === '\\' && text[at + 1] === '\n')) {
      // A backslash takes the end of the line with it.
      if (c === '\\') at++;
      at++;
      spaced = true;
    } else if (c === '#') {
      at += match(hash, text, at)?.[0].length ?? 1;
    } else if (c === '%' && endsStatement(last())) {
      at += match(percent, text, at)?.[0].length ?? 1;
    } else if (c === '/' && text[at + 1] === '/' && startsComment(last(), text, at, spaced)) {
      at += match(slashes, text, at)?.[0].length ?? 2;
    } else if (closes && (c === '/' || c === '(') && text[at + 1] === '*') {
      const found = match(block, text, at);
      closes = found !== null;
      at += found?.[0].length ?? 0;
    } else if (c === '.' && continues(last(), text, at)) {
      at = text.indexOf('\n', at) + 1;
      spaced = true;
    } else if (isDigit(c) && (digits = match(number, text, at))) {
      push('number', digits[0], valueOf(digits[0]));
    } else if (c !== '.' && isDigit(c)) {
      push('bad', /** @type {RegExpExecArray} */ (match(/[\p{L}\p{N}_.]+/uy, text, at))[0]);
    } else if (isQuote(c, tokens, spaced)) {
      const found = match(longString, text, at) ?? match(string, text, at);
      if (found && prefix.test(last()?.text ?? '') && !spaced) tokens.pop();
      push(found ? 'text' : 'bad', found?.[0] ?? c);
    } else {
      const word = match(name, text, at);
      if (word) push('name', word[0]);
      else push('mark', /** @type {RegExpExecArray} */ (match(marks, text, at))[0]);
    }
  }
  tokens.push({ kind: 'end', text: '', at: text.length, spaced });
  return tokens;
}

/** Whether a character can begin a number. @param {string} c */
const isDigit = (c) => c === '.' || (c >= '0' && c <= '9');

/** @param {string} piece */
function valueOf(piece) {
  if (/^[\d.]{1,30}$/.test(piece)) return Number(piece);
  const bare = piece
    .replace(/`[\d.]*/, '')
    .replace(
      /_?(?:f16|f32|f64|bf16|[iu](?:8|16|32|64|128|size))$|(?<=[\d.])(?:[fFlL]|[uU][lL]{0,2}|LL)$/,
      '',
    )
    .replaceAll('_', '')
    .replace(/[dDf]/, 'e')
    .replace('*^', 'e');
  return Number(bare);
}

/** @param {Token | undefined} token */
const endsStatement = (token) =>
  token === undefined || token.kind === 'line' || /^[;,[{]$/.test(token.text);

/**
 * Whether two slashes begin a comment; in Julia they write a fraction, in Python they divide.
 * @param {Token | undefined} last
 * @param {string} text
 * @param {number} at
 * @param {boolean} spaced
 */
function startsComment(last, text, at, spaced) {
  if (endsStatement(last) || /^[)\]}]$/.test(last?.text ?? '')) return true;
  return spaced && /\p{L}/u.test(text.slice(at + 2, at + 4));
}

/** Whether three dots say that a row goes on in the next line. @param {Token | undefined} last
 * @param {string} text @param {number} at */
function continues(last, text, at) {
  if (!text.startsWith('...', at) || !last || !/^[;,=(+*[]$/.test(last.text)) return false;
  const rest = /\.{3}[ \t]*(?:%[^\n]*)?\n\s*([^\s])/y;
  const found = match(rest, text, at);
  return found !== null && !/[\])}]/.test(found[1]);
}

/** Whether a mark begins a text; MATLAB's ' after a matrix transposes it. @param {string} c
 * @param {Token[]} tokens @param {boolean} spaced */
function isQuote(c, tokens, spaced) {
  if (c !== "'" && c !== '"' && c !== '`') return false;
  const last = tokens[tokens.length - 1];
  if (c !== "'" || !last || spaced) return true;
  if (last.kind === 'name') return prefix.test(last.text);
  return !/^[)\]}']$/.test(last.text) && last.kind !== 'number';
}
