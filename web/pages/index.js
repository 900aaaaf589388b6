/** The page: the only module that touches the address bar, the document and the storage. */
import '../conv-playground.js';
import { translator } from '../i18n/index.js';
import { rowOf } from '../i18n/languages.js';

const playground = /** @type {import('../conv-playground.js').ConvPlayground} */ (
  document.querySelector('conv-playground')
);
const preferences = /** @type {const} */ (['lang', 'theme']);

/** What the reader chose before, where a browser remembers it. */
function remembered(/** @type {string} */ name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(/** @type {string} */ name, /** @type {string} */ value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // a browser without storage forgets
  }
}

/** Gives the document the language and the colours that the playground shows. */
function dress() {
  const { language } = playground;
  if (language) {
    document.documentElement.lang = rowOf(language).tag;
    document.title = translator(language)('title');
    const heading = playground.querySelector('h1');
    if (heading) heading.textContent = document.title;
  }
  const { theme } = playground;
  document.documentElement.style.colorScheme =
    theme === 'light' || theme === 'dark' ? theme : 'light dark';
}

/** What was last read from the address or written there. */
let address = location.hash;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;

function open() {
  address = location.hash;
  clearTimeout(writing);
  writing = undefined;
  const text = address.slice(1);
  for (const name of preferences) {
    // A link that says how it is to look is obeyed; else the reader's own choice is.
    const said = new RegExp(`(?:^|&)${name}=([a-z]+)`).exec(text)?.[1];
    const value = said ?? remembered(name);
    if (value) playground.setAttribute(name, value);
  }
  choices.takeRecords();
  playground.state = text;
  dress();
}

/** The address follows every change; not at once, because browsers refuse too many in a row. */
playground.addEventListener('conv-change', () => {
  clearTimeout(writing);
  const own = setTimeout(async () => {
    const link = await playground.link();
    // A link that is followed meanwhile is there before its event: it is not written over.
    if (writing !== own || location.hash !== address) return;
    history.replaceState(null, '', `#${link}`);
    address = location.hash;
  }, 100);
  writing = own;
});

/** What the reader chooses is remembered; what a link asks for is not. */
const choices = new MutationObserver((changes) => {
  for (const { attributeName } of changes) {
    const name = /** @type {'lang' | 'theme'} */ (attributeName);
    if (playground[name]) remember(name, playground[name]);
  }
  dress();
});
playground.addEventListener('playground-language', dress);
choices.observe(playground, { attributeFilter: [...preferences] });

document.addEventListener('keydown', (event) => {
  if (event.target !== document.body || !(event.ctrlKey || event.metaKey)) return;
  if (event.key === 'z') playground.undo();
  if (event.key === 'y' || event.key === 'Z') playground.redo();
});
addEventListener('hashchange', open);
open();
