import { understood } from '../../code/reading/understand.js';
import { isProblem } from '../../state/problem.js';
import { readLink } from '../../state/link.js';
import { readPaste } from '../../state/text/read.js';
import { answerOf, linkAnswer } from './answer.js';

/** The text of a link alone, with the address before it or without.
 * @type {RegExp} */
const link = /^\s*(?:\S*#)?((?:v|op|x|k)=[^\s&]*(?:&[^\s&]*)*)\s*$/;

/**
 * What a text comes to: a plain block, a link to a playground, or whatever else it is.
 * @param {string} text
 * @param {{ html?: string, cell?: import('./answer.js').Place }} from
 * @param {import('./answer.js').Given} given
 * @returns {Promise<import('./answer.js').Answer>}
 */
export async function answerTo(text, { html, cell }, given) {
  const address = link.exec(text)?.[1];
  const opened = address?.includes('&') ? await readLink(address) : undefined;
  if (opened && 'state' in opened) return linkAnswer(opened, given);
  const meaning = understood(text, given.present);
  // The sheet's HTML alone tells decimal commas.
  const block = html && !cell ? readPaste(text, html) : undefined;
  if (block && !isProblem(block) && !block.whole) {
    const part = { role: undefined, name: '', last: false, ...block.tensor };
    return answerOf({ parts: [part], notes: [] }, given);
  }
  return answerOf(meaning, given, cell);
}
