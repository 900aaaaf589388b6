import { languages } from './languages.js';

/**
 * @typedef {import('./languages.js').Language} Language
 * @typedef {Record<string, string>} Words sentences by their keys, with {placeholders} for values
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Translate
 */
/**
 * Fetches a file of words, of those that stand beside each other, one for each language.
 * @template T
 * @typedef {(language: Language) => Promise<T>} Shelf
 */

/** The words of the page itself.
 * @type {Shelf<{ words: Words }>} */
const page = (language) => import(`./page.${language}.js`);

/** The files that are there, by their shelf.
 * @type {Map<Shelf<any>, Partial<Record<Language, any>>>} */
const there = new Map();

/**
 * The file of a shelf in a language, once it was fetched.
 * @template T
 * @param {Shelf<T>} shelf
 * @param {Language} language
 * @returns {T | undefined}
 */
export const fetched = (shelf, language) => there.get(shelf)?.[language];

/**
 * Fetches the file of a shelf in a language, unless it is there.
 * @template T
 * @param {Shelf<T>} shelf
 * @param {Language} language
 * @returns {Promise<T>} rejected when it cannot be had; asked again, it is fetched again
 */
export async function fetchWords(shelf, language) {
  const file = fetched(shelf, language) ?? (await shelf(language));
  there.set(shelf, { ...there.get(shelf), [language]: file });
  return file;
}

/**
 * Fetches all that a language needs to take the place of another: the words of the page, and of each part
 * of it that has been open. Nothing is shown in two languages.
 * @param {Language} language
 * @returns {Promise<unknown>} rejected when some of it cannot be had
 */
export const fetchLanguage = (language) =>
  Promise.all([page, ...there.keys()].map((shelf) => fetchWords(shelf, language)));

/**
 * Fetches the words of the page in a language, or in the first of the others that can be had.
 * @param {Language} language
 * @returns {Promise<Language>} the one that is there; rejected when none can be had
 */
export async function fetchAny(language) {
  const others = languages.map(({ code }) => code).filter((code) => code !== language);
  for (const code of [language, ...others]) {
    try {
      await fetchLanguage(code);
      return code;
    } catch {
      // the next one
    }
  }
  throw new Error('No words can be had');
}

/**
 * Puts values in the place of a sentence's {placeholders}. A placeholder may have the noun that it counts,
 * for one and for more: `{count|cell|cells}`.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export const filled = (sentence, values) =>
  sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (placeholder, name, one, more) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return one === undefined ? String(value) : `${value} ${Number(value) === 1 ? one : more}`;
  });

/** @type {Words} */
const none = {};
/** One function for the same words: elements that are given it again are not drawn again.
 * @type {WeakMap<Words, WeakMap<Words, Translate>>} */
const made = new WeakMap();

/**
 * Says things in a language whose words were fetched.
 * @param {Language} language
 * @param {Words} [more] words of a part that comes later than the page
 * @returns {Translate}
 */
export function translator(language, more = none) {
  const words = fetched(page, language)?.words ?? none;
  const known = made.get(words) ?? new WeakMap();
  made.set(words, known);
  const translate = known.get(more) ?? translation({ ...words, ...more });
  known.set(more, translate);
  return translate;
}

/**
 * @param {Words} sentences
 * @returns {Translate}
 */
function translation(sentences) {
  return (key, values = {}) => filled(sentences[key] ?? key, values);
}
