/** The page of examples: the forms of the playground in an article, and the lines for each host. */
import '../conv-playground.js';
import '../embed-host.js';
import { find, made, showArticle, withCode } from './article.js';
import './offline.js';
import { filledIn, forms, recipes } from '../help/recipes.js';

/** Where this playground is, so that the lines can be copied as they stand. */
const site = new URL('./', document.baseURI).href;

/** @param {string} code */
const lines = (code) => {
  const block = made('pre', {}, made('code', {}, filledIn(code, site)));
  block.tabIndex = 0; // it can be wider than the page
  return block;
};

/** @param {string} html */
const live = (html) => document.createRange().createContextualFragment(filledIn(html, './'));

// What lives stays as the reader has left it when the words change.
for (const { name, before, html } of forms) {
  find('#forms').append(
    made(
      'section',
      { id: name },
      made('h2', {}),
      made('p', {}),
      made('div', { className: 'live' }, live(html)),
      made('details', {}, made('summary', {}), lines([before, html].filter(Boolean).join('\n'))),
    ),
  );
}
for (const { name, label, files } of recipes) {
  find('#recipes').append(
    made(
      'details',
      { id: name, className: 'recipe' },
      made('summary', {}, label),
      made('p', {}),
      ...files.flatMap(({ file, code }) => [
        made('p', { className: 'file' }, made('code', {}, file)),
        lines(code),
      ]),
    ),
  );
}

await showArticle(
  async (language) => {
    /** @type {{ examples: import('../help/recipes.js').Examples }} */
    const { examples } = await import(`../help/examples.${language}.js`);
    return examples;
  },
  (book) => {
    for (const { name } of forms) {
      const { title, text } = book.forms[name];
      find(`#${name} h2`).textContent = title;
      find(`#${name} > p`).textContent = text;
      find(`#${name} summary`).textContent = book.source;
    }
    find('#hosts').textContent = book.recipes;
    find('#tried').textContent = book.tried;
    find('#more').textContent = book.more;
    for (const { name } of recipes)
      find(`#${name} > p`).replaceChildren(...withCode(filledIn(book.notes[name], site)));
  },
);
// A recipe that the address names is open.
const named = location.hash && document.getElementById(location.hash.slice(1));
if (named instanceof HTMLDetailsElement) named.open = true;
