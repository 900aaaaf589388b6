import { lessonLink, lessons } from '../../web/state/lessons.js';
import { expect, open, test } from './fixture.js';

const setting = (name) => `conv-settings conv-number-field[name=${name}]`;

/** What the task of each lesson names, besides X, K and Y with their cells and the sentence. */
const named = {
  'sliding-window': [],
  stamping: [],
  'both-readings': ['conv-player'],
  padding: [setting('padding'), setting('inputSize'), setting('kernelSize')],
  stride: [setting('stride'), 'conv-settings .operation'],
  'output-padding': ['conv-shape-sources', setting('outputPadding')],
  channels: ['conv-settings .more', setting('groups')],
  matrix: ['conv-matrix-grid'],
  'round-trip': ['conv-trip-sizes [role=status]', 'conv-trip-sizes tr[aria-current=true]'],
  doubling: ['conv-shape-solver .fields', 'conv-shape-solver tbody tr:first-child'],
  checkerboard: ['.verdict', setting('kernelSize'), setting('padding'), setting('stride')],
  bilinear: [],
  frameworks: ['conv-settings .more', setting('padding')],
  deconvolution: ['conv-trip-numbers conv-figures'],
};

/** What follows the lesson's layer, where the task has the reader do something that moves the page. */
const doings = {
  'both-readings': (page) => page.locator('conv-player .segments button').last().click(),
  doubling: (page) => page.getByRole('button', { name: /^(double it|放大一倍)$/ }).click(),
};

for (const lang of ['en', 'zh']) {
  test(`a lesson, the stage and what its task names are in sight together, in ${lang}`, async ({
    page,
  }) => {
    expect(Object.keys(named)).toEqual(lessons.map(({ name }) => name));
    for (const [name, parts] of Object.entries(named)) {
      await page.goto('about:blank');
      await open(page, `${lessonLink(name)}&lang=${lang}`);
      await expect(page.locator('conv-lesson').getByRole('heading', { level: 2 })).toBeVisible();
      const inner = page.locator('conv-lesson');
      const hidden = () => inner.evaluate((element) => element.scrollHeight - element.clientHeight);
      await expect.poll(hidden, { message: `${name}: what has to be scrolled to` }).toBe(0);
      const seen = async () => {
        const all = ['conv-lesson', 'conv-stage >> nth=0', 'conv-sentence', ...parts];
        for (const part of all) {
          await expect(page.locator(part), `${name}: ${part}`).toBeInViewport({ ratio: 1 });
        }
      };
      await seen();
      await doings[name]?.(page);
      await seen();
    }
  });
}

const large = 'x=rand:10x16x16:1&k=rand:20x10x5x5:2&p=2';
const layers = {
  'the default': '',
  '4 × 4 by 3 × 3': 'x=arange:4x4&k=ones:3x3&s=2&p=1',
  '4 × 4 by 3 × 3 as a convolution': 'op=conv&x=arange:4x4&k=ones:3x3&s=2&p=1',
  'one of 10 to 20 channels': `op=conv&${large}`,
  'one of 10 to 20 channels with stride 3': `op=conv&${large}&s=3`,
  'its transpose': 'x=rand:10x6x6:1&k=rand:10x20x5x5:2&p=2&s=3',
};

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]) {
  test(`at ${viewport.width} pixels, X, K, Y, what moves and the sentence of a step are in sight`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    const touch = viewport.width < 600;
    const context = await browser.newContext({
      ...{ baseURL, viewport, hasTouch: touch, isMobile: touch, reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    for (const lang of ['en', 'zh']) {
      for (const [name, link] of Object.entries(layers)) {
        for (const mode of ['scatter', 'gather', 'both']) {
          await page.goto('about:blank');
          await open(page, `${link}&mode=${mode}&step=1&lang=${lang}`);
          const forward = /^(A step forward|前进一步)$/;
          await page.getByRole('button', { name: forward }).click();
          await expect(page.locator('conv-player .at')).toHaveText(/3/);
          const parts = page.locator('[part=stage]').locator('conv-tensor, conv-sentence p');
          await expect(parts).toHaveCount(mode === 'both' ? 5 : 4);
          for (const part of await parts.all()) {
            const what = `${await part.evaluate((e) => e.operand ?? 'the sentence')} of ${name}`;
            await expect(part, `${what}, ${mode}, ${lang}`).toBeInViewport({ ratio: 1 });
          }
          // What is lit is where the step is.
          const rings = page.locator('conv-tensor[operand=y] .rings .selected').first();
          await expect(rings).toBeInViewport();
        }
      }
    }
    await context.close();
  });
}
