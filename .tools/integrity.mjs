// For Vite: integrity.json, the hashes of all scripts that the element loads, for pages that hold it to them.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hash of a file, as the attribute `integrity` has it. @param {string} file */
export const hashOf = (file) =>
  `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;

/** The modules of a build that some of them import, at once or later, with these. */
export function importedFrom(bundle, names) {
  const found = new Set(names);
  for (const name of found) {
    const { imports = [], dynamicImports = [] } = bundle[name] ?? {};
    for (const next of [...imports, ...dynamicImports]) if (bundle[next]) found.add(next);
  }
  return [...found].sort();
}

export const integrity = {
  name: 'integrity',
  apply: 'build',

  // What is written is what the hashes are of.
  writeBundle({ dir }, bundle) {
    const names = importedFrom(bundle, ['conv-playground.js']);
    const hashes = Object.fromEntries(names.map((name) => [name, hashOf(join(dir, name))]));
    writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(hashes, null, 1)}\n`);
  },
};
