// How evenly a step of the player moves, for 16x16 by 5x5 at no slowdown: npm run bench:motion. The time from
// each frame to the next while products fly to Y, which is to stay below 33 ms. Figures, not a test: what else
// runs on the machine shows; so beside them stands the longest task of the page's thread in the processor's
// time, which is the page's own.
import { loadavg } from 'node:os';
import { serve } from '../../.tools/serve.mjs';
import { launch } from './browser.mjs';

const most = 33;
const steps = 20;
const { url, close } = await serve({ root: process.env.DIST ?? 'dist' });
const browser = await launch();

/** Runs in the page: the ms between the frames of each step, the page at rest before it. */
async function frames({ steps }) {
  const player = document.querySelector('conv-playground').renderRoot.querySelector('conv-player');
  const next = [...player.renderRoot.querySelectorAll('button')][3];
  const flight = () =>
    document
      .querySelector('conv-playground')
      .renderRoot.querySelector('conv-stage')
      .renderRoot.querySelector('.flight');
  const times = [];
  let flown = 0;
  for (let step = 0; step < steps; step++) {
    await new Promise((done) => setTimeout(done, 300));
    let before = await new Promise(requestAnimationFrame);
    next.click();
    const until = performance.now() + 1000;
    while (performance.now() < until) {
      const now = await new Promise(requestAnimationFrame);
      times.push(now - before);
      before = now;
      flown = Math.max(flown, flight().childElementCount);
    }
  }
  return { times: times.sort((a, b) => a - b), flown };
}

/** The longest task of the page's thread while something is done, in ms of the processor.
 * @param {import('@playwright/test').Page} page @param {() => Promise<unknown>} run */
async function longestTask(page, run) {
  const client = await page.context().newCDPSession(page);
  /** @type {any[]} */
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const categories = 'devtools.timeline,disabled-by-default-devtools.timeline';
  await client.send('Tracing.start', { categories, transferMode: 'ReportEvents' });
  await run();
  const complete = new Promise((done) => client.once('Tracing.tracingComplete', done));
  await client.send('Tracing.end');
  await complete;
  const painted = events.find(({ name }) => name === 'FireAnimationFrame');
  const tasks = events.filter(({ name, tid }) => name === 'RunTask' && tid === painted.tid);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

console.log('16x16 by 5x5, ms from frame to frame while a step moves');
console.log('mode       median   95 %  longest  over 33 ms  products  longest task');
for (const mode of ['scatter', 'gather']) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}index.html#op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2&mode=${mode}&step=60`);
  await page.waitForFunction(() => document.querySelector('conv-playground')?.result?.y);
  // The first step fetches what flies.
  await page.evaluate(frames, { steps: 1 });
  const { times, flown } = await page.evaluate(frames, { steps });
  const task = await longestTask(page, () => page.evaluate(frames, { steps }));
  const at = (share) => times[Math.ceil(share * times.length) - 1].toFixed(1);
  const over = times.filter((ms) => ms > most).length;
  console.log(
    `${mode.padEnd(9)} ${at(0.5).padStart(7)} ${at(0.95).padStart(6)} ${at(1).padStart(8)} ${`${over} of ${times.length}`.padStart(11)} ${String(flown).padStart(9)} ${task.toFixed(1).padStart(13)}`,
  );
  await page.close();
}
console.log(`load of the machine: ${loadavg()[0].toFixed(1)}`);
await browser.close();
await close();
