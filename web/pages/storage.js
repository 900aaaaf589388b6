/** What the reader chose before, where a browser remembers it. @param {string} name */
export function remembered(name) {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {string} value */
export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // a browser without storage forgets
  }
}

const left = 'left';

/**
 * Keeps a link for when the page is loaded again or gone back to in this tab: what is written to an address
 * while the page is left may be lost.
 * @param {readonly string[]} addresses that may stand there then
 * @param {string} link
 */
export function keepLeft(addresses, link) {
  try {
    sessionStorage.setItem(left, JSON.stringify({ addresses, link }));
  } catch {
    // a browser without storage forgets, and so does one that it is too long for
  }
}

/** Whether a link was kept when a page was left in this tab. */
export function wasLeft() {
  try {
    return sessionStorage.getItem(left) !== null;
  } catch {
    return false;
  }
}

/**
 * The link that was kept when this page was left; it is kept no longer.
 * @param {string} address that stands there now
 * @returns {string | undefined}
 */
export function takeLeft(address) {
  try {
    const { addresses, link } = JSON.parse(sessionStorage.getItem(left) ?? '{"addresses":[]}');
    sessionStorage.removeItem(left);
    const [entry] = /** @type {PerformanceNavigationTiming[]} */ (
      performance.getEntriesByType('navigation')
    );
    const back = entry?.type === 'reload' || entry?.type === 'back_forward';
    return back && addresses.includes(address) ? link : undefined;
  } catch {
    return undefined;
  }
}
