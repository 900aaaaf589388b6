import { cell, expect, fillIn, open, paste, shows, stage, test } from './fixture.js';

/** A gate for some of the requests: they go on when it is opened. */
async function held(page, pattern) {
  let release;
  const opened = new Promise((done) => (release = done));
  await page.route(pattern, async (route) => {
    await opened;
    await route.continue();
  });
  return release;
}

/** The corners of what stands on a page before and after the engine. */
const places = (page) =>
  page.evaluate(() => {
    const playground = document.querySelector('conv-playground').renderRoot;
    const shown = playground.querySelector('conv-stage').renderRoot;
    const parts = ['conv-header', 'conv-settings', 'conv-stage', 'conv-sentence', 'conv-player'];
    const boxes = [
      ...parts.map((part) => playground.querySelector(part)),
      playground.querySelector('conv-panels').renderRoot.querySelector('[role=tablist]'),
      ...shown.querySelectorAll('conv-tensor, .nothing'),
    ];
    return boxes.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    });
  });

for (const [width, height] of [
  [1280, 800],
  [360, 740],
])
  test(`X and K are shown and typed into while the engine is on its way, at ${width}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const release = await held(page, '**/*.wasm');
    await page.goto('index.html#lang=en');
    await expect(cell(page, 'X[1,1]')).toBeVisible();
    await expect(stage(page)).toHaveAttribute('aria-busy', 'true');
    // Nothing is said that the engine has not said.
    await expect(stage(page).getByRole('grid', { name: 'Y', exact: true })).toHaveCount(0);
    await expect(stage(page)).not.toContainText(/no output|nothing to compute/);
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
    const before = await places(page);

    await fillIn(stage(page), 'X[1,1]', '5');
    await page.keyboard.press('Enter');
    await fillIn(stage(page), 'K[0,0]', 'twelve');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('twelve');
    await page.keyboard.press('Escape');
    await fillIn(stage(page), 'K[0,0]', '1');
    await page.keyboard.press('Enter');
    await page.evaluate(() => document.activeElement?.blur());
    release();
    await shows(page, 'Y', '0 1 1', '2 9 8', '4 16 15');
    expect(await places(page)).toEqual(before);
    // And the first panel, which comes last.
    await expect(page.getByRole('tabpanel')).toContainText(/stamp/i);
    await expect.poll(() => new URL(page.url()).hash).toContain('x=0,1;2,5&k=1,1;2,3');
  });

test('what is pasted before the engine is read once it is there, and undo takes it back', async ({
  page,
}) => {
  const release = await held(page, '**/*.wasm');
  await page.goto('index.html#x=0,1;2,3&lang=en');
  const waiting = page.getByRole('status').filter({ hasText: 'as soon as' });
  await cell(page, 'X[0,0]').focus();
  await paste(page, '1 2 3\n4 5 6');
  await expect(waiting).toBeVisible();
  // Where nothing has the focus, as code; over that; and one that is taken back.
  await page.evaluate(() => document.activeElement?.blur());
  await paste(page, 'k = torch.tensor([[1., 0.], [0., 1.]])');
  await cell(page, 'K[1,1]').focus();
  await paste(page, '5 6');
  await cell(page, 'X[1,1]').focus();
  await paste(page, '9 9\n9 9');
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell(page, 'X[1,1]')).toHaveText('3');
  release();
  await shows(page, 'X', '1 2 3', '4 5 6');
  await shows(page, 'K', '1 0 0', '0 5 6');
  await expect(waiting).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await shows(page, 'K', '1 0', '0 1');
  await page.keyboard.press('ControlOrMeta+z');
  await shows(page, 'K', '0 1', '2 3');
  await page.keyboard.press('ControlOrMeta+z');
  await shows(page, 'X', '0 1', '2 3');
});

for (const name of ['index', 'embed'])
  test(`${name}.html asks for scripts, engine and words without waiting for any of them`, async ({
    page,
  }) => {
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
    // As long as this one is away, none of the page's modules runs.
    const script = await held(page, '**/assets/playground-*.js');
    const rest = await held(page, /\.wasm$|page\.\w+-.*\.js$/);
    await page.goto(`${name}.html#lang=zh`, { waitUntil: 'commit' });
    const early = /^(playground-.*\.js|page\.zh-.*\.js|engine\.wasm)$/;
    await expect.poll(() => asked.filter((file) => early.test(file))).toHaveLength(3);
    script();
    rest();
    await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
    const words = asked.filter((file) => /^page\./.test(file));
    expect(words).toHaveLength(1);
    expect(asked.filter((file) => file === 'engine.wasm')).toHaveLength(1);
  });

test('a browser without relaxed SIMD asks for one engine as well, the other one', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { validate } = WebAssembly;
    // All but the module that has a vector at all.
    WebAssembly.validate = (bytes) => bytes.length < 40 && validate(bytes);
  });
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  expect(asked.filter((file) => file.endsWith('.wasm'))).toEqual(['/engine.wasm']);
});

for (const [width, height] of [
  [1280, 800],
  [360, 740],
])
  test(`nothing of a first visit moves once it is seen, at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      globalThis.moved = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries())
          globalThis.moved.push({ value, what: sources.map(({ node }) => String(node?.nodeName)) });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    /** Where the letters of the title are. */
    const title = () =>
      page.evaluate(() => {
        const range = new Range();
        range.selectNodeContents(document.querySelector('h1'));
        const { x, y } = range.getBoundingClientRect();
        return [x, y].map(Math.round);
      });
    const script = await held(page, '**/assets/playground-*.js');
    const release = await held(page, '**/*.wasm');
    await page.goto('index.html#lang=en', { waitUntil: 'commit' });
    // Its letters have a place before the styles are there, which nobody sees.
    await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
    await expect(page.locator('h1')).toBeVisible();
    const first = await title();
    script();
    await expect(cell(page, 'X[1,1]')).toBeVisible();
    expect(await title()).toEqual(first);
    release();
    await expect(page.getByRole('tabpanel')).toContainText(/stamp/i);
    expect(await title()).toEqual(first);
    expect(await page.evaluate(() => globalThis.moved)).toEqual([]);
  });
