// For Vite: the service worker that keeps the site without network, and what makes it installable.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, importedFrom } from './integrity.mjs';

const source = (name) => new URL(`../web/pages/${name}`, import.meta.url);

/** Pages of their own; a frame is part of somebody else's. */
const pages = ['index.html', 'help.html', 'examples.html'];

/** What a system shows of an installed page, by the names in manifest.webmanifest. */
const installable = [
  'manifest.webmanifest',
  'icon.svg',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable.png',
];

/** What pages load that is no module: the rest (types, licences) nobody sees. */
const seen = /\.(?:css|html|js|png|svg|wasm|webmanifest)$/;

/** The files of a build that its pages may come to need: all but the modules that none of them imports. */
function neededFiles(bundle) {
  const all = Object.values(bundle);
  const entries = all.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('.html'));
  const chunks = importedFrom(
    bundle,
    entries.map(({ fileName }) => fileName),
  );
  return all
    .filter(({ type, fileName }) =>
      type === 'chunk' ? chunks.includes(fileName) : seen.test(fileName),
    )
    .map(({ fileName }) => fileName)
    .concat('integrity.json')
    .sort();
}

/**
 * The service worker of the site in a folder.
 * @param {string} folder
 * @param {string[]} names of the files that it keeps, whole or not at all
 */
export function serviceWorker(folder, names) {
  const files = Object.fromEntries(names.map((name) => [name, hashOf(join(folder, name))]));
  const list = JSON.stringify(files);
  const version = createHash('sha256').update(list).digest('hex').slice(0, 16);
  return readFileSync(source('service-worker.js'), 'utf8')
    .replace("'FILES'", () => `'${list}'`)
    .replace("'VERSION'", () => `'${version}'`);
}

/** The names in a service worker's list. */
export const filesOf = (text) => Object.keys(JSON.parse(/JSON\.parse\('(.*)'\)/.exec(text)[1]));

export const offline = {
  name: 'offline',
  apply: 'build',

  transformIndexHtml(html, { path }) {
    if (!pages.some((page) => path.endsWith(page))) return [];
    const colour = (scheme, content) => ({
      injectTo: 'head',
      tag: 'meta',
      attrs: { name: 'theme-color', content, media: `(prefers-color-scheme: ${scheme})` },
    });
    return [
      {
        injectTo: 'head',
        tag: 'link',
        attrs: { rel: 'manifest', href: './manifest.webmanifest' },
      },
      colour('light', '#fafaf8'),
      colour('dark', '#111113'),
    ];
  },

  generateBundle() {
    for (const fileName of installable)
      this.emitFile({ type: 'asset', fileName, source: readFileSync(source(fileName)) });
  },

  // The last of the hooks: what is written is what the hashes are of.
  writeBundle({ dir }, bundle) {
    writeFileSync(join(dir, 'service-worker.js'), serviceWorker(dir, neededFiles(bundle)));
  },
};
