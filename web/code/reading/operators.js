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
