import { test as base, expect } from '@playwright/test';
import axe from 'axe-core';
import { serve } from '../../.tools/serve.mjs';

export { expect };

/** Writes to the console what a page, or a frame in it, would find in its log of errors. */
function tellErrors() {
  addEventListener('error', ({ message, error }) =>
    console.error(`an error event: ${error?.stack ?? message}`),
  );
  addEventListener('unhandledrejection', ({ reason }) =>
    console.error(`a rejection that nobody handles: ${reason?.stack ?? reason}`),
  );
}

/**
 * Collects what a page must not do: write to the console, fail, ask another server than the tests' own.
 * @param {import('@playwright/test').Page} page
 * @param {string[]} trouble
 */
function watch(page, trouble) {
  page.on('console', (message) => {
    if (message.text().startsWith('Service Worker registration blocked')) return; // by the tests
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error.stack || error)));
  page.on('requestfailed', (request) => {
    // A page that is left takes back what it still waits for.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    trouble.push(`no answer from ${request.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol === 'http:' && hostname !== '127.0.0.1') trouble.push(`asks ${hostname}`);
    if (protocol === 'https:' || protocol === 'ws:') trouble.push(`asks ${hostname}`);
  });
}

/**
 * Every test ends with a quiet console, in every page that it opened; its own may use the clipboard. What a
 * test breaks on purpose the browser complains about: `expected` says what of it.
 */
export const test = base.extend({
  expected: [undefined, { option: true }],
  trouble: [
    async ({ browser, expected }, use) => {
      /** @type {string[]} */
      const trouble = [];
      const opened = (/** @type {import('@playwright/test').BrowserContext} */ context) => {
        context.addInitScript(tellErrors);
        context.on('page', (page) => watch(page, trouble));
      };
      browser.on('context', opened);
      await use(trouble);
      browser.off('context', opened);
      const unexpected = trouble.filter((text) => !expected?.test(text));
      expect(unexpected, 'what the pages complained about').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, context }, use) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await use(page);
  },
});

/** Marks a test of what depends on the window's width, which runs narrow too: `test('…', anyWidth, …)`. */
export const anyWidth = { tag: '@any-width' };

/** A theme for each language: with a width for each (`inDress`), all values of the three in two runs. */
export const dresses = { en: 'light', zh: 'dark' };

/** Has a test in English run wide, and one in Chinese narrow. @param {string} lang */
export const inDress = (lang) => (lang === 'en' ? {} : { tag: '@narrow' });

/**
 * Opens the page at a link, given without its #.
 * @param {import('@playwright/test').Page} page
 */
export async function open(page, link = '') {
  await page.goto(`index.html#${link}`);
  // A panel may have a small stage of its own.
  await expect(page.locator('conv-stage .stage, conv-link-problem').first()).toBeVisible();
  // The stage is there before the engine.
  await expect(page.locator('[part=stage][aria-busy=true]')).toHaveCount(0);
}

/** Waits for what is fetched last, once Y has been seen: the open panel. */
export const panelDrawn = (page) =>
  expect(page.getByRole('tabpanel').locator('conv-grid').first()).toBeVisible();

/** X, K, the bias and Y, in either language. */
export const stage = (page) =>
  page.getByRole('region', { name: /^(Input, kernel and output|输入、卷积核与输出)$/ });

/** A grid of numbers by its name: X, K, B or Y, with a channel where there are several. */
export const grid = (page, name) => stage(page).getByRole('grid', { name, exact: true });

/** A cell as X[0,1], within some part of the page. */
export const cellIn = (part, name) =>
  part.getByRole('gridcell', { name: new RegExp(`^${name.replace(/[[\]]/g, '\\$&')} = `) });

/** A cell that can be typed into, as X[0,1]: with the focus in it, it is a text field. */
export const cell = (page, name) =>
  stage(page)
    .getByRole('textbox', { name, exact: true })
    .or(cellIn(stage(page), name));

/** A cell of the output, as Y[1,1]. */
export const result = (page, name) => cellIn(stage(page), name);

/** Types into a cell, within some part of the page. */
export async function fillIn(part, name, text) {
  await cellIn(part, name).focus();
  await part.getByRole('textbox', { name, exact: true }).fill(text);
}

/** Waits until the ring of the selected cell, and no other, is around a cell. */
export const expectSelected = (cell) =>
  expect
    .poll(
      () =>
        cell.evaluate((element) => {
          const ring = element.getRootNode().querySelector('.rings .selected');
          const [a, b] = [ring, element].map((each) => each.getBoundingClientRect());
          const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
          const [[x, y], [left, top]] = [middle(a), middle(b)];
          return Math.hypot(x - left, y - top) < 2 && Math.abs(a.width - b.width) < 8;
        }),
      { message: 'the selected cell' },
    )
    .toBe(true);

/** A setting's field, as it is labelled. */
export const field = (page, name) => page.getByRole('textbox', { name, exact: true });

/** What the page says is wrong. */
export const alert = (page) => page.getByRole('alert');

/** The sentence below the stage. */
export const sentence = (page) => page.locator('conv-sentence p');

/** The numbers of a grid as they stand there, a text for each row. */
export const rows = (page, name) =>
  grid(page, name)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('input, [role=gridcell]:not(:has(input))')]
          .map((cell) => cell.value ?? cell.innerText)
          .join(' '),
      ),
    );

/** Waits until a grid shows these rows: `shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9')`. */
export const shows = (page, name, ...expected) =>
  expect.poll(() => rows(page, name), { message: name, intervals: [50] }).toEqual(expected);

/** Waits until there is no output, and nothing stands in its place. */
export async function showsNoOutput(page) {
  await expect(stage(page).getByRole('grid', { name: /^Y/ })).toHaveCount(0);
  const { y } = await page.locator('conv-playground').evaluate(({ result }) => result);
  expect(y).toBeUndefined();
}

/** The link in the address, once it has followed the last change. */
export async function address(page) {
  const playground = page.locator('conv-playground');
  await expect
    .poll(() => playground.evaluate(async (p) => location.hash === `#${await p.link()}`), {
      intervals: [50],
    })
    .toBe(true);
  return new URL(page.url()).hash.slice(1);
}

/** Presses Tab until the focus is there. */
export async function tabTo(page, target, key = 'Tab') {
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press(key);
  }
  await expect(target, 'reached by Tab').toBeFocused();
}

/** Pastes text, with its HTML where there is some, where the focus is. */
export async function paste(page, text, html) {
  await page.evaluate(
    ([text, html]) => {
      if (html === undefined) return navigator.clipboard.writeText(text);
      const blob = (type, content) => ({ [type]: new Blob([content], { type }) });
      const item = { ...blob('text/plain', text), ...blob('text/html', html) };
      return navigator.clipboard.write([new ClipboardItem(item)]);
    },
    [text, html],
  );
  await page.keyboard.press('ControlOrMeta+v');
}

/** What is on the clipboard. */
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Opens a starting point by its menu. */
export async function choose(page, example) {
  await page.getByRole('button', { name: /^(Examples|示例)$/ }).click();
  await page.getByRole('menuitem', { name: example }).click();
}

/**
 * What axe finds wrong in the page, or in one of the playground's parts; not in the page's frames.
 * @param {import('@playwright/test').Page} page
 * @param {string} [part]
 */
export async function violations(page, part) {
  // A document keeps axe, and what was found is told in the page: to read its source and to hand over
  // all that it saw takes longer than to look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (part) => {
    const context = part ? { fromShadowDom: ['conv-playground', part] } : document;
    const { violations } = await globalThis.axe.run(context, {
      resultTypes: ['violations'],
      iframes: false,
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, part);
}

/** How many pixels of the page are beyond the window's right edge. */
export const sideways = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Expects nothing for axe to find, and nothing beyond the window's edge. */
export async function expectSound(page) {
  expect(await violations(page), 'what axe finds').toEqual([]);
  expect(await sideways(page), 'pixels beyond the window').toBe(0);
}

/**
 * A server of another origin for a page, which leaves it before the server goes: a browser asks for an
 * icon when it has the time.
 * @param {import('@playwright/test').Page} page
 * @param {Parameters<typeof serve>[0]} options
 */
export async function foreignTo(page, options) {
  const { url, close } = await serve({ root: 'tests/e2e', ...options });
  return {
    url,
    async close() {
      if (!page.isClosed()) await page.goto('about:blank');
      await close();
    },
  };
}
