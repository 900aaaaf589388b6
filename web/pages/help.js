/** The help page: its words are data, so that each question has one address in both languages. */
import './offline.js';
import { remember, remembered } from './storage.js';
import { questions } from '../help/questions.js';
import { languageOf, languages, rowOf } from '../i18n/languages.js';

/** @typedef {import('../i18n/languages.js').Language} Language */

/** @type {(language: Language) => Promise<{ help: import('../help/questions.js').Help }>} */
const fetchHelp = (language) => import(`../help/help.${language}.js`);

/** The language that was asked for last. @type {Language | undefined} */
let asked;

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

/** Shows the page in a language; the one before stays when its words cannot be had.
 * @param {Language} language */
async function show(language) {
  asked = language;
  const answer = await fetchHelp(language).catch(() => undefined);
  if (language !== asked) return;
  const failed = find('#failed');
  failed.textContent = answer ? '' : rowOf(language).lost;
  if (!answer) return;
  const { help: book } = answer;
  document.documentElement.lang = rowOf(language).tag;
  document.title = book.title;
  find('h1').textContent = book.title;
  find('#playground').textContent = book.playground;
  find('#intro').textContent = book.intro;
  find('#languages').ariaLabel = book.language;
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
    document.querySelectorAll('#languages button')
  )) {
    button.ariaPressed = String(button.value === language);
  }
  find('#questions').replaceChildren(
    ...questions.map(({ name, link }) => {
      const { question, answer, see } = book.questions[name];
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
  return languageOf(remembered('lang') ?? navigator.language);
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

await show(preferred());
// The questions were not there yet when the browser looked for the address's one.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
