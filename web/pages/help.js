/** The help page: its words are data, so that each question has one address in both languages. */
import { help as en } from '../help/en.js';
import { questions } from '../help/questions.js';
import { help as zh } from '../help/zh.js';

const books = { en, zh };

/** @typedef {keyof typeof books} Language */

const find = (/** @type {string} */ selector) =>
  /** @type {HTMLElement} */ (document.querySelector(selector));

/**
 * @param {string} tag
 * @param {Record<string, string>} properties
 * @param {(Node | string)[]} content
 */
function made(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/** A text with its `code` set as code. @param {string} text */
const withCode = (text) =>
  text.split('`').map((part, i) => (i % 2 === 0 ? part : made('code', {}, part)));

/** @param {Language} language */
function show(language) {
  const book = books[language];
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  document.title = book.title;
  find('h1').textContent = book.title;
  find('#playground').textContent = book.playground;
  find('#intro').textContent = book.intro;
  find('#languages').ariaLabel = book.language;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('#languages button')
  )) {
    button.ariaPressed = String(button.lang.startsWith(language));
  }
  find('#questions').replaceChildren(
    ...questions.map(({ name, link }) => {
      const { question, answer, see } =
        book.questions[/** @type {keyof typeof book.questions} */ (name)];
      return made(
        'section',
        { id: name },
        made('h2', {}, question),
        made('p', {}, ...withCode(answer)),
        made('a', { href: `./index.html#${link}` }, see),
      );
    }),
  );
}

/** The language chosen here or in the playground, else the browser's. @returns {Language} */
function preferred() {
  let chosen;
  try {
    chosen = localStorage.getItem('lang');
  } catch {
    // a browser without storage forgets
  }
  return (chosen ?? navigator.language).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

find('#languages').addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const language = target.lang === 'en' ? 'en' : 'zh';
  try {
    localStorage.setItem('lang', language);
  } catch {
    // a browser without storage forgets
  }
  show(language);
});

show(preferred());
// The questions were not there yet when the browser looked for the address's one.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
