import { expect, foreignTo, grid, open, stage, test } from './fixture.js';

/** A layer that takes some minutes, and one that takes a moment. */
const long = 'op=conv&x=rand:64x512x512:1&k=rand:64x64x7x7:1';
const short = 'op=conv&x=rand:2048x2048:1&k=ones:1x1&hide=panels';

const stop = (page) => stage(page).getByRole('button', { name: 'Stop' });
/** The shape of Y, once it is there; all of its numbers take long to be told. */
const shape = (page) =>
  page.locator('conv-playground').evaluate(({ result }) => result?.y?.shape.join());

test('a large layer is computed away from the page, which shows how far it is and can be stopped', async ({
  page,
}) => {
  const worker = page.waitForEvent('worker', { timeout: 50_000 });
  await open(page, long);
  await worker;
  await expect(stop(page)).toBeVisible();
  await expect(stage(page).getByRole('progressbar')).toBeVisible();
  expect(await shape(page)).toBeUndefined();
  // X and K are there meanwhile.
  await expect(grid(page, 'X[0]')).toBeVisible();
  await expect(grid(page, 'K[0,0]')).toBeVisible();

  await stop(page).click();
  await expect(stage(page)).toContainText('Not computed.');
  await stage(page).getByRole('button', { name: 'Compute' }).click();
  await expect(stop(page)).toBeVisible();

  // Another layer ends it.
  await page.evaluate(() => (location.hash = 'op=conv&x=1,2;3,4&k=2'));
  await expect(stop(page)).toHaveCount(0);
  expect(await shape(page)).toBe('1,1,2,2');
});

/** Numbers of so many digits that their texts are long. */
const literal = (planes, side) =>
  Array.from({ length: planes }, (_, p) =>
    Array.from({ length: side }, (_, i) =>
      Array.from({ length: side }, (_, j) => ((p * 97 + i * 37 + j * 11) % 1000) / 8).join(),
    ).join(';'),
  );
const kernel = Array.from({ length: 16 }, () => literal(16, 32).join('/')).join('//');
const zeros = 'z:4096x4096:eJztwQEBAAAAgJD-r-4ICgAAAAAAAAAAAAAAAAAAAAA';
const listed = (count, each) => Array.from({ length: count }, (_, i) => each(i));

/** At the limits, or beyond them: by name, and whether it is computed so long that nobody waits for its end. */
const atLimits = {
  'much in few words': {
    'a large plane': 'op=conv&x=rand:4096x4096:1&k=ones:1x1',
    'stamps that overlap': 'op=tconv&x=ones:1000x1000&k=ones:10x10',
    'minutes of work': [long, 'x'],
    'one row': 'op=conv&x=ones:1x16777216&k=1',
    'a row and a long kernel': 'op=conv&x=rand:1x1000000:1&k=rand:1x1000:1',
    'channels in': 'op=conv&x=rand:16384x4x4:1&k=rand:1x16384x1x1:1',
    'channels out': 'op=conv&x=1&k=rand:262144x1x1x1:1',
    'padding and stride': 'op=conv&x=1&k=1&p=8000000&s=8000000',
  },
  'many words': {
    'unknown keys': `op=conv&${listed(50_000, (i) => `q${i}=1`).join('&')}`,
    'as many keys as there may be': `op=conv&${listed(998, (i) => `q${i}=${i}`).join('&')}`,
    'packed zeros': `op=conv&x=${zeros}&k=1`,
    'numbers one by one': `op=conv&x=ones:16x32x32&k=${kernel}`,
    'numbers that no field takes': `op=conv&x=ones:512x512&k=${literal(1, 512)[0]}`,
    'a bias': `op=conv&x=1&k=zeros:65536x1x1x1&b=${listed(65_536, (i) => i / 8).join()}`,
    'a large picture': 'op=tconv&x=rand:16x256x256:1&k=rand:16x16x4x4:1&s=2&p=1&panel=image',
    'a large program': `op=conv&x=ones:16x32x32&k=${kernel}&panel=code`,
  },
};

/** Notes how long the page's tasks are; the browser tells of those over 50 ms. */
const watchTasks = (page) =>
  page.addInitScript(() => {
    globalThis.tasks = [];
    const note = (list) => tasks.push(...list.getEntries().map(({ duration }) => duration));
    new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
  });

/** The longest task of a page so far, in ms, once it has nothing to do. */
const longestTask = (page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise((done) => requestIdleCallback(done));
    return Math.max(0, ...tasks);
  });

/** What an empty page needs for an amount of work that takes 200 ms where the limit was set. */
async function limitOf(page) {
  await page.goto('about:blank');
  await page.evaluate(() => {
    const work = () => {
      let mixed = 1;
      for (let i = 0; i < 1.6e8; i++) mixed = Math.imul(mixed ^ i, 0x01000193);
      return mixed;
    };
    return new Promise((done) => setTimeout(() => done(work())));
  });
  return longestTask(page);
}

for (const [name, links] of Object.entries(atLimits)) {
  test(`no link with ${name} holds the page for longer than an empty one needs for the limit`, async ({
    page,
  }) => {
    test.slow();
    await watchTasks(page);
    for (const [name, given] of Object.entries(links)) {
      await test.step(name, async () => {
        const [link, until = 'y'] = [given].flat();
        // What is too long is so each time; a busy machine is busy at times.
        let figures = [];
        for (let i = 0; i < 4 && figures.every(([task, limit]) => task > limit); i++) {
          const limit = await limitOf(page);
          await page.goto(`index.html#${link}`);
          await page.waitForFunction(
            (until) => {
              const playground = document.querySelector('conv-playground');
              const stage = playground?.renderRoot.querySelector('conv-stage');
              const problem = playground?.renderRoot.querySelector('conv-link-problem');
              return problem || stage?.outcome.fault || stage?.outcome[until];
            },
            until,
            { timeout: 50_000 },
          );
          figures.push([await longestTask(page), limit].map(Math.round));
          // Only what is in sight is there.
          expect(await stage(page).getByRole('gridcell').count()).toBeLessThan(4000);
        }
        if (process.env.FIGURES) console.log(name, JSON.stringify(figures));
        const [task, limit] = figures.at(-1);
        expect(task, JSON.stringify(figures)).toBeLessThanOrEqual(limit);
      });
    }
  });
}

test.describe('without a worker', () => {
  test.use({ expected: /worker/i });

  test('it is computed in slices, between which it can be stopped', async ({ page }) => {
    const site = new URL(process.env.SITE).origin;
    const policy = `script-src ${site} 'wasm-unsafe-eval'; worker-src 'none'`;
    const host = await foreignTo(page, {
      headers: { 'Content-Security-Policy': policy },
      pages: {
        '/favicon.ico': '',
        '/host.html': `<!doctype html><script type="module" src="${site}/conv-playground.js"></script>
          <conv-playground lang="en" state="${short.replaceAll('&', '&amp;')}"></conv-playground>`,
      },
    });
    await page.goto(`${host.url}host.html`);
    await expect.poll(() => shape(page), { timeout: 50_000 }).toBe('1,1,2048,2048');
    await page.evaluate(
      (state) => Object.assign(document.querySelector('conv-playground'), { state }),
      long,
    );
    await stop(page).click();
    await expect(stage(page)).toContainText('Not computed.');
    await host.close();
  });
});

test('a frame without an origin, and a page of another one, have a worker too', async ({
  page,
}) => {
  const site = new URL(process.env.SITE).origin;
  const host = await foreignTo(page, {
    pages: {
      '/favicon.ico': '',
      '/host.html': `<!doctype html><script type="module" src="${site}/conv-playground.js"></script>
        <conv-playground lang="en" state="${short.replaceAll('&', '&amp;')}"></conv-playground>`,
      '/frame.html': `<!doctype html><iframe width="900" height="900" sandbox="allow-scripts"
        src="${site}/embed.html#lang=en&amp;${short.replaceAll('&', '&amp;')}"></iframe>`,
    },
  });
  for (const name of ['host', 'frame']) {
    const worker = page.waitForEvent('worker', { timeout: 50_000 });
    await page.goto(`${host.url}${name}.html`);
    await worker;
    const frame = page.frames().at(-1);
    await expect.poll(() => shape(frame), { timeout: 50_000 }).toBe('1,1,2048,2048');
  }
  await host.close();
});
