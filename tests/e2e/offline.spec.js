import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf, serviceWorker } from '../../.tools/offline.mjs';
import { serve } from '../../.tools/serve.mjs';
import { lessons } from '../../web/state/lessons.js';
import { panels } from '../../web/panels/index.js';
import { questions } from '../../web/help/questions.js';
import { expect, open, shows, test } from './fixture.js';
import { root } from './site.js';

// A browser asks for a newer service worker at every visit, also in vain.
test.use({
  serviceWorkers: 'allow',
  expected: /An unknown error occurred when fetching the script/,
});

const y = ['0 0 1', '0 4 6', '4 12 9'];

/** Waits until the site is kept, and serves the page. */
const kept = (page) =>
  expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), {
      timeout: 30_000,
    })
    .toBe(true);

/** Opens the page where it can only come from what is kept. */
async function reopen(page, link, language) {
  await page.evaluate((hash) => (location.hash = hash), `${link}&lang=${language}`);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-Hans' : 'en');
}

test('after one visit all of it is there without network, in both languages', async ({
  page,
  context,
}) => {
  test.slow();
  const { url, close } = await serve({ root });
  await page.goto(`${url}index.html`);
  await shows(page, 'Y', ...y);
  await kept(page);
  await context.setOffline(true);
  await close();

  const playground = page.locator('conv-playground');
  for (const language of ['en', 'zh']) {
    await reopen(page, 'x=0,1;2,3', language);
    await shows(page, 'Y', ...y);
    for (const { name } of panels) {
      await playground.evaluate((element, text) => (element.state = text), `panel=${name}`);
      const panel = page.getByRole('tabpanel');
      await expect(panel.locator(`conv-panel-${name}, conv-${name}-panel`)).toBeVisible();
      await expect(panel.getByRole('alert')).toHaveCount(0);
    }
    for (const { name } of lessons) {
      await playground.evaluate((element, text) => (element.state = text), `lesson=${name}`);
      await expect(page.locator('conv-lesson h2')).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
    await page.goto(`${url}help.html`);
    await expect(page.locator('#questions section')).toHaveCount(questions.length);
    await page.goto(url);
    await shows(page, 'Y', ...y);
  }
});

/** Gives the first page of a folder another title, and the folder its service worker. */
async function release(folder, title) {
  const file = join(folder, 'index.html');
  const html = await readFile(file, 'utf8');
  await writeFile(file, html.replace(/<title>.*<\/title>/, `<title>${title}</title>`));
  const names = filesOf(await readFile(join(folder, 'service-worker.js'), 'utf8'));
  await writeFile(join(folder, 'service-worker.js'), serviceWorker(folder, names));
  return names;
}

/** The title that a page came with, before its script gave it one in the reader's language. */
const version = (page) =>
  page.evaluate(
    async () => /<title>(.*)<\/title>/.exec(await (await fetch('./index.html')).text())[1],
  );

/** Looks for a newer version, as a browser does at a visit; whether there was a whole one. */
const updated = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (installing) {
      await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
    }
    return Boolean(registration.waiting);
  });

test('a new version comes whole, at the next visit, or not at all', async ({ page }, info) => {
  const folder = info.outputPath('site');
  await cp(root ?? 'dist', folder, { recursive: true });
  const names = await release(folder, 'first');
  const { url, close } = await serve({ root: folder });
  await page.goto(url);
  await kept(page);
  expect(await version(page)).toBe('first');

  // One file of the second version has not been put on the server yet.
  const late = join(
    folder,
    names.find((name) => /help\.en-/.test(name)),
  );
  await writeFile(late, (await readFile(late, 'utf8')).replace('Questions and answers', 'Second'));
  await release(folder, 'second');
  await rename(late, `${late}.later`);
  expect(await updated(page)).toBe(false);
  await page.reload();
  expect(await version(page)).toBe('first');
  await page.goto(`${url}help.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questions and answers');
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);

  // Then it is: the page that is open stays as it is, the next visit has all of it.
  await rename(`${late}.later`, late);
  expect(await updated(page)).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questions and answers');
  expect(await version(page)).toBe('first');
  await page.goto('about:blank');
  await expect
    .poll(async () => {
      await page.goto(url);
      const seen = await version(page);
      await page.goto('about:blank');
      return seen;
    })
    .toBe('second');
  await page.goto(`${url}help.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second');
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  await page.goto('about:blank');
  await close();
  await rm(folder, { recursive: true });
});

test('a frame and an element keep nothing, and what is to be installed is there', async ({
  page,
  request,
}) => {
  const registrations = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await page.goto('embed.html');
  await shows(page, 'Y', ...y);
  await page.waitForLoadState('networkidle');
  expect(await registrations()).toBe(0);

  await open(page);
  await kept(page);
  const manifest = await (await request.get('manifest.webmanifest')).json();
  expect(await page.locator('link[rel=manifest]').getAttribute('href')).toBe(
    './manifest.webmanifest',
  );
  for (const { src, sizes, type } of manifest.icons) {
    const response = await request.get(src);
    expect(response.headers()['content-type']).toBe(type);
    if (sizes === 'any') continue;
    const png = await response.body();
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
});
