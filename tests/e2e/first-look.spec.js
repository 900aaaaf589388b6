import { expect, result, test } from './fixture.js';

/** What is drawn of the card and in it, the titles and cells of X, K and Y: by the page's own HTML, or by the stage.
 * @param {import('@playwright/test').Page} page @param {boolean} early */
const seen = (page, early) =>
  page.evaluate((early) => {
    const playground = document.querySelector('conv-playground').shadowRoot;
    const parts = (/** @type {string} */ operand) => {
      if (early) {
        const section = document.querySelector(`.look .${operand}`);
        return { name: section.querySelector('b'), cells: section.querySelectorAll('i') };
      }
      const stage = playground.querySelector('conv-stage').shadowRoot;
      const tensor = stage.querySelector(`conv-tensor[operand=${operand}]`).shadowRoot;
      const grid = tensor.querySelector('conv-grid').shadowRoot;
      return { name: tensor.querySelector('strong'), cells: grid.querySelectorAll('.cell') };
    };
    const looks = (/** @type {Element} */ element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const { backgroundColor, boxShadow, color, fontSize, fontWeight } = getComputedStyle(element);
      const place = [left, top, width, height].map((side) => Math.round(4 * side) / 4);
      const style = { backgroundColor, boxShadow, color, fontSize, fontWeight };
      return { text: element.textContent, place, ...style };
    };
    const card = early ? document.querySelector('.look') : playground.querySelector('[part=stage]');
    const { place, backgroundColor } = looks(card);
    const tensors = Object.fromEntries(
      ['x', 'k', 'y'].map((operand) => {
        const { name, cells } = parts(operand);
        const { text, place, color } = looks(name);
        return [operand, { name: { text, place, color }, cells: Array.from(cells, looks) }];
      }),
    );
    return { card: { place, backgroundColor }, ...tensors };
  }, early);

/** Lets the page's modules come only when the returned function is called.
 * @param {import('@playwright/test').Page} page */
async function held(page) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((done) => (release = () => done(undefined)));
  await page.route('**/index.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const { lang, colorScheme, width } of [
  { lang: 'en', colorScheme: /** @type {const} */ ('light'), width: 1280 },
  { lang: 'zh', colorScheme: /** @type {const} */ ('dark'), width: 1920 },
]) {
  test(`the default is seen before any module has come, and stays where it is, ${lang}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      ...{ baseURL, colorScheme, locale: lang, viewport: { width, height: 800 } },
    });
    const page = await context.newPage();
    // On a first visit it would begin to play.
    await page.addInitScript(() => localStorage.setItem('visited', '1'));
    const release = await held(page);
    await page.goto('index.html', { waitUntil: 'commit' });
    // Before its style sheet has come, nothing is painted.
    await expect(page.locator('.look')).toHaveCSS('position', 'absolute');
    const before = await seen(page, true);
    release();
    await expect(result(page, 'Y[0,0]')).toBeVisible();
    await expect(page.locator('.look')).toBeHidden();
    expect(await seen(page, false)).toEqual(before);
    await context.close();
  });
}

for (const [name, address] of [
  ['another layer', 'index.html#op=conv&x=1,2;3,4&k=1'],
  ['a lesson', 'index.html#lesson=padding'],
])
  test(`nothing of the default is seen of ${name}`, async ({ page }) => {
    const release = await held(page);
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.querySelector('link[rel=preload]'));
    await expect(page.locator('.look')).toBeHidden();
    release();
    await expect(page.locator('conv-stage')).toBeVisible();
  });

test('where the words depend on the width nothing is drawn before them', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 800 });
  const release = await held(page);
  await page.goto('index.html', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector('link[rel=preload]'));
  await expect(page.locator('.look')).toBeHidden();
  release();
  await expect(page.locator('conv-stage')).toBeVisible();
});
