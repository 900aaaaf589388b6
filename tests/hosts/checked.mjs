/**
 * What is looked at, and how.
 * @typedef {object} Sight
 * @property {import('@playwright/test').Browser} browser
 * @property {string} url the host's page
 * @property {string} site where the playground is served, for hosts that fetch it from there
 * @property {number} width in px
 * @property {'light' | 'dark'} dress
 * @property {string} picture where to put pictures, less what ends their names
 */

/** What holds of a page, one statement after the other: `holds` throws the first that does not. */
export function statements() {
  /** @type {string[]} */
  const checked = [];
  function holds(what, condition, found) {
    if (!condition) throw new Error(`not so: ${what}; ${JSON.stringify(found)}`);
    checked.push(what);
  }
  return { checked, holds };
}
