// How long a first visit takes from navigation to the painted Y, on a processor slowed down four times:
// npm run bench:first. Figures, not a test: machines differ, and what else runs on them shows; so in turns
// with it a bare page (bare.html) of the same cells is visited, and their ratio is what counts.
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { serve } from '../../.tools/serve.mjs';
import { launch } from './browser.mjs';

const slowdown = Number(process.env.SLOWDOWN ?? 4);
const rounds = Number(process.env.ROUNDS ?? 15);
/** Round trip in ms: the server is on this machine, and readers are not. */
const latency = Number(process.env.LATENCY ?? 0);

const bare = await readFile(new URL('bare.html', import.meta.url), 'utf8');
const { url, close } = await serve({
  root: process.env.DIST ?? 'dist',
  pages: { '/bare.html': bare },
});
const browser = await launch();

/** What is visited; a number after the bare page's # is the side of X and of Y, and of K. */
const layers = {
  'the page as it opens': { page: '', bare: '#2,2' },
  '16x16 by 5x5': { page: '#op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2', bare: '#16,5' },
};

/** Runs in the page before anything else. Looks after every frame whether the cells of an operand are there
 * and say something; when they are, that frame has painted them. */
function watch() {
  const seen = (globalThis.seen = {});
  const { port1, port2 } = new MessageChannel();
  const cells = (operand) => {
    const playground = document.querySelector('conv-playground');
    if (!playground) return document.querySelector(`#${operand} .cell`);
    // The page itself holds the default's, and shows them where its style sheet says so.
    const own = document.querySelector(`.look .${operand} i`);
    if (own?.checkVisibility()) return own;
    return playground.shadowRoot
      ?.querySelector('conv-stage')
      ?.shadowRoot?.querySelector(`conv-tensor[operand=${operand}]`)
      ?.shadowRoot?.querySelector('conv-grid')
      ?.shadowRoot?.querySelector('[role=gridcell]');
  };
  port1.onmessage = () => {
    for (const operand of ['x', 'k', 'y'])
      if (!seen[operand] && /\d/.test(cells(operand)?.textContent))
        seen[operand] = performance.now();
    if (!seen.y) requestAnimationFrame(() => port2.postMessage(0));
  };
  requestAnimationFrame(() => port2.postMessage(0));
  // How far what was seen has moved since.
  seen.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** A visit by who has never been here: nothing is kept from the one before. */
async function visit(address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (latency > 0) {
    const throughput = 1.25e6; // 10 Mbit/s
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput },
    });
  }
  await page.goto(`${url}${address}`);
  await page.waitForFunction(() => globalThis.seen.y, undefined, { polling: 100 });
  const { x, k, y, shift } = await page.evaluate(() => globalThis.seen);
  await context.close();
  return { 'X and K': Math.max(x, k), Y: y, shift };
}

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1];
const figure = (number) => number.toFixed(0).padStart(7);

console.log(
  `processor slowed ${slowdown}x, latency ${latency} ms, ${rounds} rounds; ms from navigation to painted`,
);
for (const [layer, addresses] of Object.entries(layers)) {
  const paths = { bare: `bare.html${addresses.bare}`, page: `index.html${addresses.page}` };
  const visits = { bare: [], page: [] };
  for (let round = 0; round <= rounds; round++)
    for (const [name, path] of Object.entries(paths)) {
      const times = await visit(path);
      // The first of each warms what all share.
      if (round > 0) visits[name].push(times);
    }
  const of = (name, what) => visits[name].map((visit) => visit[what]);
  console.log(`\n${layer.padEnd(24)}    min  median`);
  for (const [label, times] of [
    ['bare page, Y', of('bare', 'Y')],
    ['page, X and K', of('page', 'X and K')],
    ['page, Y', of('page', 'Y')],
  ])
    console.log(`  ${label.padEnd(22)}${figure(Math.min(...times))} ${figure(median(times))}`);
  const ratio = (least) => (least(of('page', 'Y')) / least(of('bare', 'Y'))).toFixed(2).padStart(7);
  console.log(
    `  ${'Y, times the bare page'.padEnd(22)}${ratio((all) => Math.min(...all))} ${ratio(median)}`,
  );
  console.log(
    `  ${'layout shift of page'.padEnd(22)}${Math.max(...of('page', 'shift'))
      .toFixed(4)
      .padStart(15)}`,
  );
}
console.log(`\nload of the machine: ${loadavg()[0].toFixed(1)}`);
await browser.close();
await close();
