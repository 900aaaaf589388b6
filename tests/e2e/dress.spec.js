import { address, expect, open, shows, test } from './fixture.js';

const html = (page) => page.locator('html');

test('the language is switched at once, and remembered', async ({ page }) => {
  await open(page);
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page).toHaveTitle('卷积游乐场');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('卷积游乐场');
  await expect(html(page)).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByText('步幅', { exact: true })).toBeVisible();
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await page.reload();
  await expect(page).toHaveTitle('卷积游乐场');
  await page.getByRole('button', { name: 'EN' }).click();
  await page.reload();
  await expect(page).toHaveTitle('Convolution Playground');
});

test('a reader’s browser chooses the first language', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ locale: 'zh-TW', baseURL });
  await open(page);
  await expect(page).toHaveTitle('卷积游乐场');
  await page.close();
});

test('only the words of the reader’s language are fetched', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const inLanguage = (code) => asked.filter((path) => path.includes(`.${code}-`));
  await open(page, 'lesson=stride&panel=matrix');
  await expect(page.getByText('5 of 14').last()).toBeVisible();
  await expect(
    page
      .getByText('Is W a Toeplitz matrix?')
      .or(page.getByText(/Toeplitz/))
      .first(),
  ).toBeVisible();
  expect(inLanguage('en')).toHaveLength(3); // the page, the lesson, the panel
  expect(inLanguage('zh')).toEqual([]);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page).toHaveTitle('卷积游乐场');
  expect(inLanguage('zh')).toHaveLength(3);
});

test('a panel never shows the keys of its words, nor two languages at once', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.seen = new Set();
    const look = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        for (const { nodeType, data } of element.childNodes)
          if (nodeType === Node.TEXT_NODE && data.trim()) globalThis.seen.add(data.trim());
      }
    };
    const watch = () => {
      look(document);
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });
  // Slow words: the frames between asking and having them are seen.
  await page.route(/\.(en|zh)-[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await route.continue();
  });
  await open(page, 'panel=steps');
  await expect(page.getByText('Scatter: every cell of X stamps K')).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText(/X 的每一格盖一次 K/)).toBeVisible();
  const seen = await page.evaluate(() => [...globalThis.seen]);
  expect(seen).toContain('步骤');
  expect(seen.filter((text) => /^[a-z-]+(\.[a-zA-Z-]+)+$/.test(text))).toEqual([]);
});

for (const shelf of ['page', 'words']) {
  test(`without the ${shelf} of another language the one before stays, until they are there`, async ({
    page,
  }) => {
    const file = `**/assets/${shelf}.zh-*.js`;
    await page.route(file, (route) => route.abort('aborted'));
    await open(page, 'panel=steps');
    await expect(page.getByText('Scatter: every cell of X stamps K')).toBeVisible();
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page.getByText('The words in 中文 could not be loaded.')).toBeVisible();
    await expect(page).toHaveTitle('Convolution Playground');
    await expect(html(page)).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('button', { name: 'EN' })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('Scatter: every cell of X stamps K')).toBeVisible();
    await page.unroute(file);
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page).toHaveTitle('卷积游乐场');
    await expect(page.getByText(/X 的每一格盖一次 K/)).toBeVisible();
    await expect(page.getByText('The words in 中文 could not be loaded.')).toHaveCount(0);
  });
}

test('a first visit without the reader’s words shows others and says so', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ locale: 'zh-CN', baseURL });
  await page.route('**/assets/page.zh-*.js', (route) => route.abort('aborted'));
  await open(page);
  await expect(page.getByText('The words in 中文 could not be loaded.')).toBeVisible();
  await expect(page).toHaveTitle('Convolution Playground');
  await page.close();
});

test('a first visit without any words says so, and tries again', async ({ page }) => {
  await page.route('**/assets/page.*.js', (route) => route.abort('aborted'));
  await page.goto('index.html');
  await expect(page.getByRole('alert')).toContainText(
    'The words of this page could not be loaded.',
  );
  await page.unroute('**/assets/page.*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
});

test('light and dark are switched at once, and remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  const ink = () => page.locator('conv-playground').evaluate((e) => getComputedStyle(e).color);
  const light = await ink();
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect(html(page)).toHaveCSS('color-scheme', 'dark');
  await expect.poll(ink).not.toBe(light);
  const dark = await ink();
  await page.reload();
  await expect.poll(ink).toBe(dark);
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect.poll(ink).toBe(light);
});

test('a page that nobody dressed follows the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const ink = () => page.locator('conv-playground').evaluate((e) => getComputedStyle(e).color);
  const dark = await ink();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(ink).not.toBe(dark);
});

test('how a reader dresses the page is not part of the link', async ({ page }) => {
  await open(page, 'v=1&p=1&end');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '浅色或深色' }).click();
  expect(await address(page)).toBe('v=1&p=1&end');
});

test('a link that asks for a language gives way to the reader’s choice', async ({ page }) => {
  await open(page, 'v=1&p=1&lang=zh&theme=dark&end');
  await expect(page).toHaveTitle('卷积游乐场');
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(page).toHaveTitle('Convolution Playground');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect(html(page)).toHaveCSS('color-scheme', 'light');
  await page.waitForTimeout(300);
  await page.reload();
  await expect(page).toHaveTitle('Convolution Playground');
  await expect(html(page)).toHaveCSS('color-scheme', 'light');
});

test('what a link asks for is not remembered as the reader’s choice', async ({ page }) => {
  const chosen = () => page.evaluate(() => ({ ...localStorage }));
  await open(page, 'lang=zh&theme=dark');
  await expect(page).toHaveTitle('卷积游乐场');
  await expect(html(page)).toHaveCSS('color-scheme', 'dark');
  expect(await chosen()).toEqual({});

  // The next link asks for nothing.
  await page.evaluate(() => (location.hash = 's=2'));
  await expect(page).toHaveTitle('Convolution Playground');
  await expect(html(page)).toHaveCSS('color-scheme', 'light dark');

  await page.getByRole('button', { name: '中文' }).click();
  await expect(page).toHaveTitle('卷积游乐场');
  expect(await chosen()).toEqual({ lang: 'zh' });
  await page.evaluate(() => (location.hash = 'lang=en&theme=light'));
  await expect(page).toHaveTitle('Convolution Playground');
  expect(await chosen()).toEqual({ lang: 'zh' });
  await page.evaluate(() => (location.hash = 's=3'));
  await expect(page).toHaveTitle('卷积游乐场');
});
