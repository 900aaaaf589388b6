/** What ends a bracket. */
export const closers = /** @type {Record<string, string>} */ ({ '(': ')', '[': ']', '{': '}' });
/** How strongly operators bind what is to their left. */
export const left = /** @type {Record<string, number>} */ ({
  '<<': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
  '.*': 3,
  './': 3,
  '//': 3,
  '%': 3,
  '@': 3,
  '**': 5,
  '^': 5,
  '.^': 5,
});

export const opens = new Set(['(', '[', '{']);
export const signs = new Set(['-', '+', '&', '*', '!']);
export const dots = new Set(['...', '…', '⋮', '⋱']);

/** Whether an expression can begin with a mark. @param {string} text */
export const begins = (text) =>
  opens.has(text) || signs.has(text) || dots.has(text) || text === '<' || text === '∞';

/** A text without what it is in. @param {string} text */
export function unquoted(text) {
  const long = text.length > 5 && text[0] === text[1] && text[0] === text[2];
  return text.slice(long ? 3 : 1, long ? -3 : -1);
}
