import { tasksOf } from '../bench/tasks.mjs';
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

test('no task of a large layer holds the page, and only cells in sight are there', async ({
  browser,
  page,
}) => {
  const tasks = await tasksOf(browser, page, async () => {
    await open(page, short);
    await expect.poll(() => shape(page), { timeout: 50_000 }).toBe('1,1,2048,2048');
    await expect(grid(page, 'Y')).toBeVisible();
  });
  // The processor's time: computing it takes five times as long at least.
  expect(tasks[0]).toBeLessThan(200);
  expect(await stage(page).getByRole('gridcell').count()).toBeLessThan(2000);
});

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
