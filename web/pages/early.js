/**
 * Asks for what the page's modules will ask for, while those are still on their way: the engine that this
 * browser can run, and the words of this reader. It runs as soon as it has come, and nothing waits for it:
 * where it does not run, both are asked for later. And it shows the default's tensors, which the page holds,
 * where the page opens with them. An inline script would spare its own way, but policies forbid those.
 *
 * What did not help: a `preload` in the page for each of the two engines, which fetches both; handing over
 * what was fetched, since a browser hands over a preload by itself, and a failed one is asked for again.
 */
import { multiplyAdd } from '../engine/probes.js';
import { remembered, wasLeft } from './storage.js';

const script = /** @type {HTMLScriptElement} */ (document.currentScript);

/** @param {string} href @param {string} rel @param {string} as */
const ask = (href, rel, as) =>
  document.head.append(
    Object.assign(document.createElement('link'), { rel, as, crossOrigin: '', href }),
  );

if (location.hash.length < 2 && !wasLeft()) document.documentElement.classList.add('opens');

if (typeof WebAssembly === 'object') {
  const name = WebAssembly.validate(multiplyAdd) ? 'fma/engine.wasm' : 'engine.wasm';
  ask(new URL(name, script.src).href, 'preload', 'fetch');
}

// The build says where the words of each language are; a guess that is wrong costs a file of words. A frame
// has no choice of the reader's.
const [, said] = /[#&]lang=([a-z]+)/.exec(location.hash) ?? [];
const tag = said ?? (parent === window ? remembered('lang') : undefined) ?? navigator.language;
const { dataset } = script;
const words = dataset[tag.toLowerCase().split(/[-_]/)[0]] ?? Object.values(dataset)[0];
if (words) ask(new URL(words, script.src).href, 'modulepreload', 'script');
