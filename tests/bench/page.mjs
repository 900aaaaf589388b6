// How long the page takes from an edit, and from a hover, to the painted answer, on a processor slowed
// down four times: npm run bench:page, with names of panels for only those. Figures, not a test: machines
// differ, and what else runs on them shows; so beside it stands a bare page (bare.html), which does the
// least that can be done for the same events.
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { serve } from '../../.tools/serve.mjs';
import { launch } from './browser.mjs';

const slowdown = Number(process.env.SLOWDOWN ?? 4);
// A page at a time for so many rounds, then the other: whatever else the machine does comes to both. The first
// block of each is left out, until its code is compiled.
const blocks = 5;
const rounds = 16;
const layer = 'op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2';
const all = ['steps', 'matrix', 'shapes', 'round-trip', 'overlap', 'gradient', 'image'];
const panels = process.argv.length > 2 ? process.argv.slice(2) : all;

const kinds = ['hover', 'edit', 'at once'];

const percentile = (times, share) =>
  times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)];

const { url, close } = await serve({ root: process.env.DIST ?? 'dist' });
const browser = await launch();
const newPage = () => browser.newPage({ viewport: { width: 1280, height: 800 } });

/**
 * Runs in the page. What is timed is the main thread's work: of the event with all that follows from it,
 * and of the frame that shows it, which is its callbacks, style, layout, paint and the handing over to the
 * compositor. Not timed is what no work of the page shortens: the wait for the screen's next refresh
 * between the two, and the way to the screen after them. Events are as far apart as a hand makes them, so
 * that one frame need not wait for the one before, and their cells are in sight, as for a hand. An edit is
 * a number typed and Enter, in a cell that has the focus already: each with the frame that shows it, as
 * for a hand, or both at once with one frame, as for a hand that is faster than the page.
 */
async function timed({ kind, first, rounds }) {
  const playground = document.querySelector('conv-playground');
  const deep = (selector, from = playground.renderRoot) => {
    const found = from.querySelector(selector);
    if (found) return found;
    for (const element of from.querySelectorAll('*')) {
      const inner = element.shadowRoot && deep(selector, element.shadowRoot);
      if (inner) return inner;
    }
    return undefined;
  };
  const grid = (operand) =>
    deep(`conv-stage`)
      .renderRoot.querySelector(`conv-tensor[operand=${operand}]`)
      .renderRoot.querySelector('conv-grid');
  const kindOfEvent = { bubbles: true, composed: true, cancelable: true };

  // Of the playground, or else of the bare page.
  const yCells = () =>
    playground ? grid('y').renderRoot.querySelectorAll('[role=gridcell]') : grids.y.cells;
  const inputAt = (cell) => {
    if (playground) grid('x').focusCell(cell);
    else edit(cell);
    return playground ? grid('x').renderRoot.querySelector('input') : input;
  };

  /** A number typed and Enter: of two digits, and another than the one that is there.
   * @param {number} round @param {number} shift of the numbers from those of other events */
  const keys = (round, shift) => {
    const input = inputAt((17 * round) % 256);
    const typed = new InputEvent('input', kindOfEvent);
    const enter = new KeyboardEvent('keydown', { key: 'Enter', ...kindOfEvent });
    return [
      () => {
        input.value = String(11 + ((shift + round) % 80));
        input.dispatchEvent(typed);
      },
      () => input.dispatchEvent(enter),
    ];
  };
  // Each gets ready what its events need, and gives them: those that have a frame of their own.
  const kinds = {
    edit: (round) => keys(round, 0),
    'at once'(round) {
      const [typed, enter] = keys(round, 40);
      const both = () => {
        typed();
        enter();
      };
      return [both];
    },
    hover(round) {
      const cells = yCells();
      const cell = cells[(37 * round) % cells.length];
      cell.scrollIntoView({ block: 'nearest' });
      const over = new PointerEvent('pointerover', kindOfEvent);
      return [() => cell.dispatchEvent(over)];
    },
  };
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()(performance.now());
  /** When the main thread has done what it was given before. */
  const settled = () =>
    new Promise((done) => {
      waiting.push(done);
      port2.postMessage(0);
    });
  /** When it has also done what waits for no more than its turn among the timers. */
  const idle = () => new Promise((go) => setTimeout(() => go(performance.now())));
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  /** All that the page says, to see whether a frame showed all of it. */
  const said = (from) =>
    [...from.childNodes].map((node) =>
      // A tip, which comes when the pointer rests, repeats what a cell says.
      node.ariaHidden === 'true'
        ? ''
        : node.nodeType === Node.TEXT_NODE
          ? node.data
          : [
              node.ariaLabel,
              ...(node.shadowRoot ? said(node.shadowRoot) : []),
              ...said(node),
            ].join(),
    );

  /** The work of an event and of the frame that shows it, in ms. */
  async function work(event) {
    // Right after a frame, so that no other comes between.
    await new Promise(requestAnimationFrame);
    await settled();
    const frame = new Promise((done) => {
      requestAnimationFrame(() => {
        const began = performance.now();
        done(settled().then((ended) => ({ began, ended })));
      });
    });
    const began = performance.now();
    event();
    const over = await idle();
    const painted = await frame;
    return painted.ended - began - Math.max(0, painted.began - over);
  }

  const times = [];
  let late = 0;
  for (let round = first; round < first + rounds; round++) {
    const events = kinds[kind](round);
    // What follows once the hands rest is not of these events.
    await rest(300);
    let sum = 0;
    for (const event of events) sum += await work(event);
    times.push(sum);
    const shown = said(document.body).join();
    await rest(150);
    if (said(document.body).join() !== shown) late++;
  }
  return { times, late };
}

console.log(`16x16 by 5x5, processor slowed ${slowdown}x, ms of work from event to painted`);
console.log(
  'late: after how many of the events something was yet to be written in that frame, as in a panel',
);
console.log('below the window, which follows once the hands rest');
console.log('panel        what      median   95 %   late    bare   95 %  ratio');

/** What a page takes for a block of rounds.
 * @param {import('@playwright/test').Page} page @param {string} kind @param {number} first of the rounds */
async function block(page, kind, first) {
  await page.bringToFront();
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const measured = await page.evaluate(timed, { kind, first, rounds });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await client.detach();
  return measured;
}

/** @param {string} panel @param {string} kind
 * @param {import('@playwright/test').Page[]} pages its own, and the bare one */
async function report(panel, kind, pages) {
  const times = pages.map(() => []);
  let late = 0;
  for (let i = 0; i < blocks; i++) {
    for (const [which, page] of pages.entries()) {
      const measured = await block(page, kind, i * rounds);
      if (i > 0) times[which].push(...measured.times);
      if (which === 0) late += measured.late;
    }
  }
  const [own, bare] = times.map((each) => {
    each.sort((a, b) => a - b);
    return [percentile(each, 0.5), percentile(each, 0.95)];
  });
  const figure = (ms) => ms.toFixed(1).padStart(6);
  console.log(
    `${panel.padEnd(12)} ${kind.padEnd(9)} ${own.map(figure).join(' ')} ${String(late).padStart(6)}  ${bare.map(figure).join(' ')}  ${(own[0] / bare[0]).toFixed(2).padStart(5)}`,
  );
}

const bare = await newPage();
await bare.setContent(await readFile(new URL('bare.html', import.meta.url), 'utf8'));
const page = await newPage();
for (const panel of panels) {
  await page.goto(`${url}index.html#${layer}&panel=${panel}`);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('conv-playground')?.result?.y);
  await page.waitForTimeout(300);
  for (const kind of kinds) await report(panel, kind, [page, bare]);
}
console.log(`load of the machine: ${loadavg()[0].toFixed(1)}`);
await browser.close();
await close();
