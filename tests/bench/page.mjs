// How long the page takes from an edit, and from a hover, to the painted answer, on a processor slowed
// down four times: npm run bench:page, with names of panels for only those. Figures, not a test: machines
// differ, and what else runs on them shows.
import { loadavg } from 'node:os';
import { serve } from '../../.tools/serve.mjs';
import { launch } from './browser.mjs';

const slowdown = Number(process.env.SLOWDOWN ?? 4);
const rounds = 80;
const layer = 'op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2';
const all = ['steps', 'matrix', 'shapes', 'round-trip', 'overlap', 'gradient', 'image'];
const panels = process.argv.length > 2 ? process.argv.slice(2) : all;

const percentile = (times, share) =>
  times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)];

const { url, close } = await serve({ root: process.env.DIST ?? 'dist' });
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

/**
 * Runs in the page. What is timed is the main thread's work: of the event with all that follows from it,
 * and of the frame that shows it, which is its callbacks, style, layout, paint and the handing over to the
 * compositor. Not timed is what no work of the page shortens: the wait for the screen's next refresh
 * between the two, and the way to the screen after them. Events are as far apart as a hand makes them, so
 * that one frame need not wait for the one before. An edit is a number typed and Enter, in a cell that has
 * the focus already.
 */
async function timed({ kind, rounds }) {
  const root = document.querySelector('conv-playground').renderRoot;
  const deep = (selector, from = root) => {
    const found = from.querySelector(selector);
    if (found) return found;
    for (const element of from.querySelectorAll('*')) {
      const inner = element.shadowRoot && deep(selector, element.shadowRoot);
      if (inner) return inner;
    }
    return undefined;
  };
  const settle = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(async () => {
        const began = performance.now();
        await settle();
        done(performance.now() - began);
      });
    });
  const grid = (operand) =>
    deep(`conv-stage`)
      .renderRoot.querySelector(`conv-tensor[operand=${operand}]`)
      .renderRoot.querySelector('conv-grid');
  const kindOfEvent = { bubbles: true, composed: true, cancelable: true };
  const prepare = {
    edit: (round) => grid('x').focusCell((17 * round) % 256),
    hover() {},
  }[kind];
  const act = {
    edit(round) {
      const input = grid('x').renderRoot.querySelector('input');
      input.value = String((round % 10) + 1);
      input.dispatchEvent(new InputEvent('input', kindOfEvent));
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ...kindOfEvent }));
    },
    hover(round) {
      const cells = grid('y').renderRoot.querySelectorAll('[role=gridcell]');
      cells[(37 * round) % cells.length].dispatchEvent(
        new PointerEvent('pointerover', kindOfEvent),
      );
    },
  }[kind];
  const rest = () => new Promise((done) => setTimeout(done, 50));
  const times = [];
  for (let round = 0; round < rounds; round++) {
    prepare(round);
    await frame();
    await rest();
    const began = performance.now();
    act(round);
    await settle();
    const work = performance.now() - began;
    times.push(work + (await frame()));
  }
  return times.slice(20).sort((a, b) => a - b);
}

console.log(`16x16 by 5x5, processor slowed ${slowdown}x, ms of work from event to painted`);
console.log('panel        what     median   95 %');
for (const panel of panels) {
  await page.goto(`${url}index.html#${layer}&panel=${panel}`);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('conv-playground')?.result?.y);
  await page.waitForTimeout(300);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  for (const kind of ['hover', 'edit']) {
    const times = await page.evaluate(timed, { kind, rounds });
    const figures = [percentile(times, 0.5), percentile(times, 0.95)];
    console.log(
      `${panel.padEnd(12)} ${kind.padEnd(8)} ${figures.map((ms) => ms.toFixed(1).padStart(6)).join(' ')}`,
    );
  }
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
}
console.log(`load of the machine: ${loadavg()[0].toFixed(1)}`);
await browser.close();
await close();
