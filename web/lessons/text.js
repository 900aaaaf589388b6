/**
 * The lessons and terms of one language.
 * @typedef {object} Book
 * @property {Record<string, string>} words what the card itself says
 * @property {Record<string, Lesson>} lessons
 * @property {Record<string, [name: string, meaning: string]>} terms
 *
 * @typedef {object} Lesson
 * @property {string[]} text paragraphs
 * @property {string} try one thing to do
 * @property {string} ask the prediction to make
 * @property {string} right what to know once it is right
 * @property {string} look where to look when it is wrong
 *
 * @typedef {object} Piece a stretch of text
 * @property {string} text
 * @property {string} [term] the term that it opens
 * @property {string} [before] the bracket that stays with a term
 * @property {string} [after] the punctuation that stays with it
 * @property {'code' | 'x' | 'k' | 'y'} [style] code, or a name of X, K or Y or of one of their cells
 */

const marked =
  /(?<before>[(（“]?)\[\[(?<term>[a-z-]+)(?:\|(?<shown>[^\]]+))?\]\](?<after>[.,;:?)，。；：、？）”]*)|`(?<code>[^`]+)`|(?<![\w(])(?<operand>[XKY])(?:\[\d+(?:,\d+)*\])?(?!\w)/g;

/** The text with sizes such as 3 × 3 kept on one line. @param {string} text */
const unbroken = (text) => text.replace(/(\d) × (?=\d)/g, '$1\u00a0×\u00a0');

/**
 * Takes a marked text apart.
 * @param {string} text
 * @param {Book['terms']} terms
 * @returns {Piece[]}
 */
export function pieces(text, terms) {
  const found = [];
  let done = 0;
  for (const match of text.matchAll(marked)) {
    const { before, term, shown, after, code, operand } = match.groups ?? {};
    found.push({ text: text.slice(done, match.index) });
    done = match.index + match[0].length;
    if (term) found.push({ text: shown ?? terms[term]?.[0] ?? term, term, before, after });
    else if (code) found.push({ text: code, style: /** @type {const} */ ('code') });
    else
      found.push({ text: match[0], style: /** @type {Piece['style']} */ (operand.toLowerCase()) });
  }
  return [...found, { text: text.slice(done) }]
    .filter((piece) => piece.text !== '')
    .map((piece) => ({ ...piece, text: unbroken(piece.text) }));
}
