import { isProblem } from './problem.js';

/**
 * The `sum` of a link that a program wrote, by which a character that was lost on its way, or changed, is
 * noticed where what is left would be read as something else: `12,3` without its comma, `10` without its 0.
 */

/** The characters of the mixed part: one change in 46,656 goes unnoticed by it. */
const mixedLength = 3;
const base = 36;

/**
 * The sum of a link's values: how many characters they have, so that one that is lost is noticed for
 * certain, and three characters that depend on all of them.
 * @param {readonly string[]} pairs `key=value`, decoded, in the order of the fields
 */
export function sumOf(pairs) {
  // A line that mail broke is still the same link.
  const text = pairs.join('&').replace(/\s+/g, '');
  let mixed = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  const rest = ((mixed ^ (mixed >>> 15)) >>> 0) % base ** mixedLength;
  return (text.length % base).toString(base) + rest.toString(base).padStart(mixedLength, '0');
}

/** Longer texts are not tried: something in them can be lost. */
const longestTried = 32;

/** Names without one of their letters are none of those that the page knows, which it says. */
const names = /^[a-z-]+(?:,[a-z-]+)*$/;

/** Packed numbers have a sum of their own. */
const packed = /^z:/;

/**
 * Whether a field's text could lose a character and be read as another value, unnoticed.
 * @param {import('./fields.js').Codec<any>} codec
 * @param {string} text
 */
export function canLose(codec, text) {
  if (packed.test(text)) return false;
  if (text.length > longestTried) return true;
  return Array.from(text, (_, i) => text.slice(0, i) + text.slice(i + 1)).some(
    (less) => !names.test(less) && !isProblem(codec.read(less, { unpack: () => undefined })),
  );
}
