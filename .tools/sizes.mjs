// Prints what a first visit of dist/index.html transfers, compressed, and fails above the limits.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const limits = { all: 150_000, wasm: 64_000 };

/** The files that a file of the site asks for as soon as it is there. */
function requests(file) {
  const found = file.endsWith('.html')
    ? text(file).matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"#]+)"/g)
    : file.endsWith('.js')
      ? text(file).matchAll(/\b(?:import|from)\s*["'](\.[^"']+)["']/g)
      : [];
  return [...found].map(([, url]) => normalize(join(dirname(file), url)));
}

const assets = readdirSync('dist/assets').map((name) => join('assets', name));
const text = (file) => readFileSync(join('dist', file), 'utf8');

// What comes once Y is there counts too: the panel that is open first.
const visited = new Set(['index.html', assets.find((file) => text(file).includes('panel-steps'))]);
for (const file of visited) requests(file).forEach((next) => visited.add(next));
// The words of the page, and of the panel, in one language: the larger file counts.
visited.add(largest(assets.filter((file) => /\bpage\.[a-z]+-/.test(file))));
const stepsWords = /"\.\/steps\/words\.[a-z]+\.js":[^"]*"\.\/([^"]+)"/g;
visited.add(
  largest(
    [...visited]
      .flatMap(text)
      .flatMap((script) =>
        [...script.matchAll(stepsWords)].map(([, name]) => join('assets', name)),
      ),
  ),
);
// One of the two modules: the larger counts.
visited.add(largest(['engine.wasm', 'fma/engine.wasm']));

let all = 0;
for (const file of visited) {
  const size = compressed(file);
  all += size;
  console.log(`${kB(size)}  ${file}${check(size, file.endsWith('.wasm') && limits.wasm)}`);
}
console.log(`${kB(all)}  a first visit, compressed${check(all, limits.all)}`);

function largest(files) {
  return files.reduce((a, b) => (compressed(a) > compressed(b) ? a : b));
}

function compressed(file) {
  return gzipSync(readFileSync(join('dist', file)), { level: 9 }).length;
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
}

function check(size, limit) {
  if (!limit) return '';
  if (size > limit) process.exitCode = 1;
  return size > limit ? `  TOO BIG: at most ${limit / 1000} kB` : `  (at most ${limit / 1000} kB)`;
}
