import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { dresses, expect, field, open, sideways, test, violations } from './fixture.js';
import { dressed } from './states.js';

const panel = (page) => page.getByRole('tabpanel', { name: /^(Code|代码)$/ });
const program = (page) =>
  panel(page).getByRole('region', { name: /^(The program for|.* 的程序$)/ });
const framework = (page) => panel(page).getByRole('combobox');
const row = (page, name) => panel(page).getByRole('row', { name });
const openCode = async (page, link = '') => {
  await open(page, `${link}${link ? '&' : ''}panel=code`);
  await expect(panel(page).getByRole('table')).toBeVisible();
};
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** What a download of the page has in it. */
async function saved(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: button }).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), content: Buffer.concat(chunks) };
}

test('writes the present layer, and follows it', async ({ page }) => {
  await openCode(page, 's=2');
  await expect(program(page)).toContainText('Y = F.conv_transpose2d(X, K, stride=(2, 2))');
  const padding = field(page, 'padding');
  await padding.fill('1');
  await padding.press('Enter');
  await expect(program(page)).toContainText('stride=(2, 2), padding=(1, 1))');
  await expect(program(page)).toContainText('expected = np.array([[[[0, 2],');
});

test('writes it for each framework, and copies what is shown', async ({ page }) => {
  await openCode(page, 'op=conv&x=arange:5x5&k=ones:2x2');
  const names = await framework(page).getByRole('option').allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(9);
  for (const name of names) {
    await framework(page).selectOption(name);
    await expect(
      panel(page).getByRole('region', { name: `The program for ${name}` }),
    ).toBeVisible();
    await panel(page).getByRole('button', { name: 'Copy', exact: true }).click();
    expect(await clipboard(page)).toBe(await program(page).locator('code').textContent());
  }
  await panel(page).getByRole('button', { name: 'Copy as LaTeX' }).click();
  expect(await clipboard(page)).toContain('\\operatorname{conv2d}(X, K)');
});

test('saves the program, a notebook with both operations, and a model', async ({ page }) => {
  await openCode(page, 's=2');
  const text = await saved(page, '.py');
  expect(text.name).toBe('layer.py');
  expect(text.content.toString()).toContain('F.conv_transpose2d');

  const { cells } = JSON.parse((await saved(page, '.ipynb')).content);
  expect(cells.map(({ source }) => source[0])).toEqual([
    '## conv_transpose2d',
    expect.any(String),
    '## conv2d',
    expect.any(String),
  ]);

  await framework(page).selectOption('ONNX');
  const model = await saved(page, '.onnx');
  expect(model.name).toBe('layer.onnx');
  expect(model.content.includes('ConvTranspose')).toBe(true);
});

test('says what to write in each framework, and marks what differs', async ({ page }) => {
  await openCode(page, 'op=conv&x=arange:6x6&k=ones:3x3&s=2&p=0,1,0,1');
  await expect(row(page, /^TensorFlow/)).toContainText("≠ padding='same'");
  await expect(row(page, /^PyTorch/)).toContainText('≠ F.pad(X, (0, 1, 0, 1))');
  await expect(row(page, /^ONNX/)).toContainText(/≠\s*pads=\[0, 0, 1, 1\]/);
  await expect(row(page, /^JAX/)).not.toContainText('≠ padding');
  await expect(row(page, /^Paddle/)).toContainText('padding=[0, 1, 0, 1]');
});

test('says which tensor a language cannot write', async ({ page }) => {
  await openCode(page, 'op=conv&x=rand:300x300&k=1');
  await expect(program(page)).toContainText('np.random.RandomState');
  await framework(page).selectOption('MATLAB');
  await expect(panel(page).getByRole('status')).toContainText('X, 1 × 1 × 300 × 300');
  await expect(panel(page).getByRole('button', { name: 'Copy', exact: true })).toBeDisabled();
});

test('is used by keyboard', async ({ page }) => {
  await openCode(page);
  await framework(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(program(page)).toContainText('tf.keras.layers.Conv2DTranspose');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toContain('tf.keras.layers.Conv2DTranspose');
});

for (const [lang, theme] of Object.entries(dresses)) {
  test(`has no violations, and fits 360 pixels, in ${lang}`, async ({ page }) => {
    await openCode(page, dressed('op=conv&x=arange:6x6&k=ones:3x3&s=2', lang, theme));
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => sideways(page)).toBeLessThanOrEqual(0);
  });
}

test('code.js writes programs in Node and on a page that allows no more than it has to', async ({
  page,
}) => {
  const root = process.env.DIST ?? 'dist';
  const url = pathToFileURL(`${root}/code.js`).href;
  const script = `import(${JSON.stringify(url)}).then(({ write }) => console.log(write('s=2', 'numpy')))`;
  const inNode = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(inNode).toContain('full = np.zeros');
  await page.route('**/bare.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': "script-src 'self' 'wasm-unsafe-eval'" },
      body: '<!doctype html><title>bare</title>',
    }),
  );
  await page.goto('bare.html');
  const inPage = await page.evaluate(async () => {
    const { write } = await import('./code.js');
    return write('s=2', 'numpy');
  });
  expect(inPage.trim()).toBe(inNode.trim());
});
