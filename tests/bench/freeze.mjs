// How long the page's own thread is held by links up to the limits: npm run bench:freeze, with words of
// links for only those. Figures, not a test: beside them stands an empty page, on the same machine.
import { serve } from '../../.tools/serve.mjs';
import { launch } from './browser.mjs';
import { tasksOf } from './tasks.mjs';

const literal = (numbers, columns) =>
  Array.from({ length: numbers / columns }, (_, i) =>
    Array.from({ length: columns }, (_, j) => ((i * 37 + j * 11) % 1000) / 8).join(','),
  ).join(';');
const keys = Array.from({ length: 50_000 }, (_, i) => `q${i}=1`).join('&');
const panels = ['steps', 'matrix', 'shapes', 'round-trip', 'overlap', 'gradient', 'image', 'code'];
const links = {
  'as usual': '',
  '4096x4096 by 1x1': 'op=conv&x=rand:4096x4096:1&k=ones:1x1',
  '1x16777216 by 1': 'op=conv&x=ones:1x16777216&k=1',
  '1000x1000, stamps 10x10': 'op=tconv&x=ones:1000x1000&k=ones:10x10',
  '64 channels of 512x512 by 7x7': 'op=conv&x=rand:64x512x512:1&k=rand:64x64x7x7:1',
  '50,000 unknown keys': `op=conv&${keys}`,
  'packed, too large': 'op=conv&x=z:4096x4096:eJztwQEBAAAAgJD-r-4ICgAAAAAAAAAAAAAAAAAAAAA&k=1',
  '262,144 numbers': `op=conv&k=${literal(2 ** 18, 512)}&x=ones:512x512`,
  'a crowded row': 'op=conv&x=rand:1x1000000:1&k=rand:1x1000:1&s=1',
  'padding and stride': 'op=conv&x=1&k=1&p=8000000&s=8000000',
  ...Object.fromEntries(
    panels.map((panel) => [
      `${panel}, 16 channels of 256x256`,
      `op=tconv&x=rand:16x256x256:1&k=rand:16x16x4x4:1&s=2&p=1&panel=${panel}`,
    ]),
  ),
  ...Object.fromEntries(
    panels.map((panel) => [
      `${panel}, 4096x4096`,
      `op=conv&x=rand:4096x4096:1&k=ones:1x1&panel=${panel}`,
    ]),
  ),
};
const words = process.argv.slice(2);
const wanted = Object.entries(links).filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);

const site = process.env.SITE
  ? { url: process.env.SITE, close: async () => {} }
  : await serve({ root: process.env.DIST ?? 'dist' });
const browser = await launch();

/** What opening a link takes; without one, an empty page: tasks in ms, elements on the page, and when there is an answer. */
async function opened(link) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let answer = '';
  const tasks = await tasksOf(browser, page, async () => {
    const began = performance.now();
    // The browser's own work on a long address is done before there is a page.
    await page.goto(link === undefined ? 'about:blank' : `${site.url}index.html#${link}`);
    await page.waitForTimeout(200);
    const settled = () => {
      const playground = document.querySelector('conv-playground');
      const problem = playground?.renderRoot?.querySelector('conv-link-problem');
      return !playground || problem || playground.result;
    };
    answer = await page
      .waitForFunction(settled, undefined, { timeout: 20_000 })
      .then(() => `${((performance.now() - began) / 1000).toFixed(1)} s`)
      .catch(() => 'still computing');
    await page.waitForTimeout(1500);
  });
  const elements = await page.evaluate(() => {
    const count = (root) =>
      [...root.querySelectorAll('*')].reduce(
        (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
        0,
      );
    return count(document);
  });
  await page.close();
  return { tasks, answer, elements };
}

console.log(
  'the five longest tasks of the page, in ms of the processor; elements; until an answer',
);
for (const [name, link] of [['an empty page', undefined], ...wanted]) {
  const { tasks, answer, elements } = await opened(link);
  const longest = tasks.slice(0, 5).map((ms) => ms.toFixed(0).padStart(5));
  console.log(name.padEnd(34), longest.join(''), String(elements).padStart(6), answer);
}
await browser.close();
await site.close();
