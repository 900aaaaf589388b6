/** The help page. */
import { find, made, showArticle, withCode } from './article.js';
import './offline.js';
import { questions } from '../help/questions.js';

await showArticle(
  async (language) => {
    /** @type {{ help: import('../help/questions.js').Help }} */
    const { help } = await import(`../help/help.${language}.js`);
    return help;
  },
  (book) => {
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
    find('#examples').textContent = book.examples;
  },
);
