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
