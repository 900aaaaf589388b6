import { en } from './en.js';
import { zh } from './zh.js';

/**
 * @typedef {'en' | 'zh'} Language
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Translate
 */

export const languages = { en, zh };

/**
 * The language of a reader, from what a browser or an author says (`zh-CN`, `en-GB`, ..).
 * @param {string | undefined | null} tag
 * @returns {Language}
 */
export const languageOf = (tag) => (tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/**
 * Puts values in the place of a sentence's {placeholders}.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export const filled = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));

const none = {};
/** One function for the same words: elements that are given it again are not drawn again.
 * @type {WeakMap<object, Partial<Record<Language, Translate>>>} */
const made = new WeakMap();

/**
 * @param {Language} language
 * @param {Record<string, string>} [more] words of a part that comes later than the page
 * @returns {Translate}
 */
export function translator(language, more = none) {
  const known = made.get(more) ?? {};
  made.set(more, known);
  return (known[language] ??= translation({ ...languages[language], ...more }));
}

/**
 * @param {Record<string, string>} sentences
 * @returns {Translate}
 */
function translation(sentences) {
  return (key, values = {}) => filled(sentences[key] ?? key, values);
}
