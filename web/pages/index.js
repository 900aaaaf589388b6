/** The page: the only module that touches the address bar, the document and the storage. */
import '../conv-playground.js';
import './offline.js';
import { translator } from '../i18n/index.js';
import { rowOf } from '../i18n/languages.js';
import { pasting } from './pasting.js';
import { keepLeft, remember, remembered, takeLeft } from './storage.js';

const playground = /** @type {import('../playground/playground.js').ConvPlayground} */ (
  document.querySelector('conv-playground')
);
const preferences = /** @type {const} */ (['lang', 'theme']);

/** What the reader has chosen, now or on a visit before.
 * @type {Partial<Record<'lang' | 'theme', string>>} */
const chosen = {};
for (const name of preferences) chosen[name] = remembered(name);

/** A link that says how it is to look is obeyed, but not remembered; else the reader's own choice is.
 * @param {string} text */
function wear(text) {
  const said = (/** @type {string} */ name) =>
    new RegExp(`(?:^|&)${name}=([a-z]+)`).exec(text)?.[1];
  playground.lang = said('lang') ?? chosen.lang ?? navigator.language;
  playground.theme = said('theme') ?? chosen.theme ?? '';
  dress();
}

playground.addEventListener('playground-choice', (event) => {
  const { name, value } = /** @type {import('../playground/events.js').ChoiceEvent} */ (event)
    .choice;
  chosen[name] = value;
  remember(name, value);
  dress();
});

/** What the document wears, so that it is not given it again: a browser then computes every style anew. */
let worn = '';

/** Gives the document the language and the colours that the playground shows. */
function dress() {
  const { language, theme } = playground;
  if (worn === [language, theme].join()) return;
  worn = [language, theme].join();
  if (language) {
    document.documentElement.lang = rowOf(language).tag;
    document.title = translator(language)('title');
    const heading = playground.querySelector('h1');
    if (heading) heading.textContent = document.title;
  }
  document.documentElement.style.colorScheme =
    theme === 'light' || theme === 'dark' ? theme : 'light dark';
}

/** What was last read from the address or written there. */
let address = location.hash;
/** What stood there before, in this entry of the history: at most three, the last one first. */
let earlier = /** @type {string[]} */ ([]);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;

function open() {
  address = location.hash;
  earlier = [];
  clearTimeout(writing);
  writing = undefined;
  const text = address.slice(1);
  playground.greets = text === '';
  wear(text);
  playground.state = text;
}

/** @param {string} link */
function write(link) {
  clearTimeout(writing);
  writing = undefined;
  // A link that is followed meanwhile is there before its event: it is not written over.
  if (location.hash !== address) return;
  history.replaceState(null, '', `#${link}`);
  earlier = [address, ...earlier].slice(0, 3);
  address = location.hash;
  wear(link);
}

/** The address follows every change once there is a pause: a browser refuses more than a hundred in half a
 * minute, and each takes longer than most edits. */
playground.addEventListener('conv-change', () => {
  clearTimeout(writing);
  const own = setTimeout(async () => {
    const link = await playground.link();
    if (writing === own) write(link);
  }, 300);
  writing = own;
});

// Whoever leaves may come back: what was changed last goes with them, its tensors not packed, for which
// there is no time.
document.addEventListener('visibilitychange', () => {
  if (document.hidden && writing !== undefined) write(playground.state);
});
addEventListener('pagehide', () => {
  if (writing !== undefined) write(playground.state);
  // What was written just before may be lost as well.
  if (earlier.length > 0) keepLeft(earlier, address.slice(1));
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) takeLeft(address);
});

playground.addEventListener('playground-language', dress);

/** The lessons that were learnt, now or on a visit before. */
const learned = new Set(remembered('lessons')?.split(','));
playground.learned = [...learned];
playground.addEventListener('playground-learned', (event) => {
  learned.add(/** @type {import('../elements/events.js').LearnedEvent} */ (event).lesson);
  playground.learned = [...learned];
  remember('lessons', playground.learned.join());
});

document.addEventListener('keydown', (event) => {
  if (event.target !== document.body || !(event.ctrlKey || event.metaKey)) return;
  if (event.key === 'z') playground.undo();
  if (event.key === 'y' || event.key === 'Z') playground.redo();
});
pasting(playground);
addEventListener('hashchange', open);
const kept = takeLeft(location.hash);
if (kept !== undefined) history.replaceState(null, '', `#${kept}`);
open();

// On a first visit the default example shows by itself what the page is about; a link, be it empty,
// shows what it says.
if (!location.href.includes('#') && !remembered('visited')) {
  playground.play = true;
  remember('visited', '1');
}
