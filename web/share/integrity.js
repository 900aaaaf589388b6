/**
 * Hashes of scripts, as the attribute `integrity` has them, by the scripts' addresses.
 * @typedef {Record<string, string>} Hashes
 */

/**
 * The hashes of all scripts that the element loads, at once or later, in the version that is served now.
 * @param {URL | string} home the playground's own page
 * @returns {Promise<Hashes>} rejected where the site does not tell them
 */
export async function hashesOf(home) {
  const response = await fetch(new URL('integrity.json', home));
  if (!response.ok) throw new Error(`${response.url} is answered with ${response.status}`);
  const hashes = Object.entries(await response.json());
  return Object.fromEntries(hashes.map(([file, hash]) => [new URL(file, home).href, hash]));
}
