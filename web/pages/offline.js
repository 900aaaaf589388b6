/** Has the site kept for a time without network: importing this is enough. Once the page is there and has
 * nothing else to do, its service worker fetches what is left of the site. */

/** Of a page that can be installed: neither one that is being developed nor one that is a single file. What
 * is framed belongs to somebody else, and a reader who saves data has not asked for more than there is to
 * see. */
function wanted() {
  const { connection } = /** @type {any} */ (navigator);
  const installable = document.querySelector('link[rel=manifest]');
  return installable && window === window.top && !connection?.saveData;
}

function register() {
  try {
    // Pages that come from no https have none, a file's cannot be registered, and a sandbox throws.
    const url = new URL(/* @vite-ignore */ './service-worker.js', document.baseURI);
    navigator.serviceWorker?.register(url).catch(() => {});
  } catch {
    // Then the page needs its network, as any page does.
  }
}

/** Safari has no `requestIdleCallback`. */
const idle = () => (globalThis.requestIdleCallback ?? setTimeout)(register);

if (wanted()) {
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle, { once: true });
}
