import { focusedWithin } from './focused.js';

/** How long a browser may take to answer, in ms. */
const patience = 2000;

/**
 * Whether something gets onto the clipboard: not where there is none, where it is denied, or where no answer comes.
 * @param {() => Promise<void>} write
 * @returns {Promise<boolean>}
 */
export const copiedBy = (write) =>
  Promise.race([
    (async () => write())().then(
      () => true,
      () => false,
    ),
    new Promise((done) => setTimeout(done, patience, false)),
  ]);

/**
 * Puts text on the clipboard; false where the browser lets nobody (a frame without the permission).
 * @param {string} text
 */
export async function copied(text) {
  const page = focusedIn(document);
  const { clipboard } = (page.defaultView ?? window).navigator;
  return (await copiedBy(() => clipboard.writeText(text))) || copiedBySelection(text, page);
}

/** The document that has the focus: an element may have been moved into a frame's, and only the one with
 * the focus may write. @param {Document} page @returns {Document} */
function focusedIn(page) {
  const frame = /** @type {HTMLIFrameElement | null} */ (page.activeElement);
  return frame?.contentDocument ? focusedIn(frame.contentDocument) : page;
}

/** The older way, which works in frames that the newer one is denied to.
 * @param {string} text @param {Document} page */
function copiedBySelection(text, page) {
  const area = page.createElement('textarea');
  const focused = focusedWithin(page);
  area.value = text;
  area.setAttribute('readonly', '');
  Object.assign(area.style, { position: 'fixed', top: '0', opacity: '0' });
  page.body.append(area);
  area.select();
  const done = page.execCommand?.('copy') ?? false;
  area.remove();
  focused?.focus();
  return done;
}
