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
