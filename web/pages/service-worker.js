/**
 * Keeps the site for those who have no network: all of its files of one build, or none of them. The build
 * writes its own list into this file (.tools/offline.mjs), so that a build with other files is another
 * service worker. A new one waits until no page of the old one is open, and until then both have their own
 * files: a page never gets half of each.
 */

/** What tsc, which knows the types of pages, is told of a worker's. */
const worker = /** @type {any} */ (self);

/** The files by their addresses within the site, each with what its bytes must come to (as `integrity`).
 * @type {Record<string, string>} */
const files = JSON.parse('FILES');

/** Several copies of the site may share an origin, and its caches. @type {string} */
const scope = worker.registration.scope;
const prefix = `convolution-playground ${scope} `;
const own = `${prefix}${'VERSION'}`;

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const file = fileOf(event.request);
  if (file !== undefined) event.respondWith(answer(file, event.request));
});

/** Fetches all, past the browser's cache; one that is missing or of another build refuses the whole. */
async function install() {
  const cache = await caches.open(own);
  try {
    await Promise.all(
      Object.entries(files).map(async ([file, integrity]) => {
        const response = await fetch(new URL(file, scope), { cache: 'reload', integrity });
        if (!response.ok) throw new Error(`${response.status} for ${file}`);
        await cache.put(new URL(file, scope), await direct(response));
      }),
    );
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
}

/** A browser does not take a redirected answer for a page.
 * @param {Response} response */
async function direct(response) {
  if (!response.redirected) return response;
  const type = response.headers.get('Content-Type') ?? '';
  return new Response(await response.blob(), { headers: { 'Content-Type': type } });
}

/** Lets go of older builds, and serves the pages that are open already. */
async function activate() {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(prefix) && name !== own)
      .map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

/** Which of the files a request asks for; undefined for anything else.
 * @param {Request} request */
function fileOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  const home = new URL(scope);
  if (method !== 'GET' || origin !== home.origin || !pathname.startsWith(home.pathname)) return;
  const file = pathname.slice(home.pathname.length);
  // Servers may leave out these parts of an address.
  return [file, `${file}index.html`, `${file}.html`].find((name) => Object.hasOwn(files, name));
}

/** @param {string} file @param {Request} request */
async function answer(file, request) {
  const cache = await caches.open(own);
  // Browsers empty caches where room is short; then the network is all there is.
  return (await cache.match(new URL(file, scope), { ignoreVary: true })) ?? fetch(request);
}
