/** What the pages of words share: their words are data, so that each has one address in all languages. */
import { languageOf, languages, rowOf } from '../i18n/languages.js';
import { remember, remembered } from './storage.js';

/** @typedef {import('../i18n/languages.js').Language} Language */
/** @typedef {{ title: string, playground: string, intro: string, language: string }} Words what each says */

export const find = (/** @type {string} */ selector) =>
  /** @type {HTMLElement} */ (document.querySelector(selector));

/**
 * @param {string} tag
 * @param {Record<string, string>} properties
 * @param {(Node | string)[]} content
 */
export function made(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/** A text with its `code` set as code. @param {string} text */
export const withCode = (text) =>
  text.split('`').map((part, i) => (i % 2 === 0 ? part : made('code', {}, part)));

/**
 * Shows a page in the reader's language, and lets another one be chosen.
 * @template {Words} Book
 * @param {(language: Language) => Promise<Book>} fetchBook
 * @param {(book: Book) => void} fill writes what is the page's own
 */
export async function showArticle(fetchBook, fill) {
  /** The language that was asked for last. @type {Language | undefined} */
  let asked;

  /** The page before stays when the words cannot be had. @param {Language} language */
  async function show(language) {
    asked = language;
    const book = await fetchBook(language).catch(() => undefined);
    if (language !== asked) return;
    find('#failed').textContent = book ? '' : rowOf(language).lost;
    if (!book) return;
    document.documentElement.lang = rowOf(language).tag;
    document.title = book.title;
    find('h1').textContent = book.title;
    find('#playground').textContent = book.playground;
    find('#intro').replaceChildren(...withCode(book.intro));
    find('#languages').ariaLabel = book.language;
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
      document.querySelectorAll('#languages button')
    )) {
      button.ariaPressed = String(button.value === language);
    }
    fill(book);
  }

  find('#languages').append(
    ...languages.map(({ code, tag, label, name }) =>
      made('button', { value: code, lang: tag, title: name }, label),
    ),
  );
  find('#languages').addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const language = languageOf(target.value);
    remember('lang', language);
    show(language);
  });

  // The language chosen here or in the playground, else the browser's.
  await show(languageOf(remembered('lang') ?? navigator.language));
  // What the address asks for was not there yet when the browser looked for it.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
