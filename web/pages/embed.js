/** The frame: a playground that shows the link in its address and never changes it. */
import '../conv-playground.js';
import { sizeObserver } from '../elements/width.js';
import { message, readMessage } from './messages.js';
import { pasting } from './pasting.js';

const playground = /** @type {import('../playground/playground.js').ConvPlayground} */ (
  document.querySelector('conv-playground')
);
const root = document.documentElement;
root.lang = navigator.language;
const open = () => (playground.state = location.hash.slice(1));
pasting(playground);
addEventListener('hashchange', open);
open();

/** The page around, if there is one. */
const host = parent === window ? undefined : parent;
/** What the page around calls this frame. @type {string | number | undefined} */
let id;
let height = 0;

/** @param {import('./messages.js').FromFrame} type @param {{ height?: number, state?: string }} [about] */
function tell(type, about) {
  // To whichever page it is: a frame cannot know its host, and what it says the host has framed.
  host?.postMessage(message(type, id === undefined ? { ...about } : { ...about, id }), '*');
}

/** Tells the height when it is another one. @param {boolean} [anyway] */
function measure(anyway = false) {
  const now = Math.ceil(playground.getBoundingClientRect().height);
  if (now === height && !anyway) return;
  height = now;
  tell('height', { height });
}

/** The ground of the frame is that of what it shows. */
function dress() {
  const { theme } = playground;
  root.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : '';
}

addEventListener('message', ({ source, data }) => {
  if (!host || source !== host) return;
  const read = readMessage(data);
  if (!read) return;
  Object.assign(playground, read.given);
  if ('theme' in read.given) dress();
  if (read.type === 'set') return;
  id = read.id ?? id;
  // Who comes late asks for what was said before.
  measure(true);
});
playground.addEventListener('playground-choice', dress);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let telling;
playground.addEventListener('conv-change', () => {
  // Of many changes in a row the last one counts.
  telling ??= setTimeout(() => {
    telling = undefined;
    tell('change', { state: playground.state });
  }, 50);
});

sizeObserver(() => measure()).observe(playground);
// While a frame is far from view nothing of it is drawn, so that no observer is told.
if (host) setInterval(() => measure(), 500);
playground.addEventListener('conv-ready', () =>
  setTimeout(() => {
    tell('ready');
    measure();
  }),
);
