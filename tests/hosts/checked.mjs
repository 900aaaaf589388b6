/**
 * What is looked at, and how.
 * @typedef {object} Sight
 * @property {import('@playwright/test').Browser} browser
 * @property {string} url the host's page
 * @property {string} site where the playground is served, for hosts that fetch it from there
 * @property {number} width in px
 * @property {'light' | 'dark'} dress
 * @property {string} picture where to put pictures, less what ends their names
 *
 * @typedef {(what: string, condition: unknown, found?: unknown) => void} Holds notes what holds of a page, and
 *   throws what does not, with what was found instead
 */

/**
 * Opens an empty page, goes through what is to hold of a host's with it, and closes it. Where something does not
 * hold, a picture of it is left.
 * @param {Sight} at
 * @param {object} how
 * @param {number} how.height of the window, in px
 * @param {(text: string, from: string) => boolean} [how.ours] whether an error is one of ours, by what the console
 *   says and by where that comes from; else all are
 * @param {(page: import('@playwright/test').Page, holds: Holds) => Promise<void>} steps
 * @returns {Promise<string[]>} what holds of it; rejected with what does not
 */
export async function checked({ browser, width, dress, picture }, { height, ours }, steps) {
  const viewport = { width, height };
  const page = await browser.newPage({ viewport, colorScheme: dress, locale: 'en' });
  /** @type {string[]} */
  const trouble = [];
  const note = (text, from) => ours?.(text, from) !== false && trouble.push(`${text} ${from}`);
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text(), message.location().url);
  });
  page.on('pageerror', (error) => note(String(error), error.stack ?? ''));
  /** @type {string[]} */
  const all = [];
  /** @type {Holds} */
  function holds(what, condition, found) {
    if (!condition) throw new Error(`not so: ${what}; ${JSON.stringify(found)}`);
    all.push(what);
  }
  try {
    await steps(page, holds);
    holds('the console is quiet', trouble.length === 0, trouble);
    return all;
  } catch (error) {
    await page.screenshot({ path: `${picture}-failed.png` }).catch(() => {});
    throw error;
  } finally {
    await page.close();
  }
}
