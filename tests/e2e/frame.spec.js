import { readFileSync } from 'node:fs';
import { expect, fillIn, foreignTo, rows, shows, test } from './fixture.js';

/** A page of another origin with frames in it, which writes down what they say. */
async function framed(page, html) {
  const foreign = await foreignTo(page, {
    pages: {
      '/': `<!doctype html><html lang="en"><title>A tutorial</title>
        <script>
          const said = [];
          addEventListener('message', ({ data, source }) => {
            const frames = [...document.querySelectorAll('iframe')];
            said.push({ ...data, from: frames.findIndex((each) => each.contentWindow === source) });
          });
        </script>${html}</html>`,
      '/favicon.ico': '',
    },
  });
  await page.goto(foreign.url);
  return foreign;
}

const site = () => process.env.SITE;
const frame = (link, more = '') =>
  `<iframe title="A playground" sandbox="allow-scripts" width="720" height="300" ${more}
    src="${site()}embed.html#${link}"></iframe>`;
const hostScript = () => `<script src="${site()}embed-host.js"></script>`;
const said = (page, type) =>
  page.evaluate((type) => said.filter((message) => message.type === type), type);

/** How much of what is in a frame is beyond it, and how much of the frame is left free, in pixels. */
const misfits = async (page) => {
  const all = [];
  for (const inside of page.frames().slice(1)) {
    all.push(
      await inside.evaluate(() => {
        const { height } = document.querySelector('conv-playground').getBoundingClientRect();
        return innerHeight - Math.ceil(height);
      }),
    );
  }
  return all;
};

test('the script of the page around is small, and leaves nothing behind', () => {
  const text = readFileSync(new URL('../../dist/embed-host.js', import.meta.url), 'utf8');
  expect(text.length).toBeLessThan(1024);
  expect(text).not.toMatch(/^\s*(?:const|let|var|function|import|export)\b/m);
});

test('three frames are as high as what they show, and do not grow', async ({ page }) => {
  const links = [
    'op=tconv&x=0,1;2,3&k=0,1;2,3',
    'op=conv&x=ones:9x9&panel=matrix',
    'lesson=stamping',
  ];
  const foreign = await framed(page, links.map((link) => frame(link)).join('') + hostScript());
  await expect
    .poll(() => said(page, 'ready').then((all) => all.map(({ from }) => from).sort()), {
      timeout: 30_000,
    })
    .toEqual([0, 1, 2]);
  for (const inside of page.frames().slice(1))
    await expect(inside.locator('conv-stage .stage').first()).toBeVisible();
  await expect.poll(() => misfits(page)).toEqual([0, 0, 0]);

  // Where everything has come to rest, it stays: what grows by its own height does so within seconds.
  await page.waitForTimeout(1000);
  const before = await said(page, 'height');
  await page.waitForTimeout(10_000);
  expect(await said(page, 'height')).toEqual(before);
  expect(await misfits(page)).toEqual([0, 0, 0]);
  // Each was given a number of its own, and calls itself by it.
  for (const { id, from } of before.filter(({ id }) => id !== undefined)) expect(id).toBe(from);

  // What makes one higher is followed, and what makes it lower again too.
  const inside = page.frames()[1];
  await inside.getByRole('tab', { name: 'Gradient' }).click();
  await expect(inside.locator('conv-panels')).toContainText('dX');
  await expect.poll(() => misfits(page)).toEqual([0, 0, 0]);
  await inside.getByRole('tab', { name: 'Steps' }).click();
  await expect.poll(() => misfits(page)).toEqual([0, 0, 0]);
  await foreign.close();
});

test('a frame tells of changes, takes what its page says, and nobody else', async ({ page }) => {
  const liar = `<script>
    addEventListener('message', () =>
      parent.frames[0].postMessage({ source: 'conv-playground', v: 1, type: 'set', state: 's=3' }, '*'));
  </script>`;
  const foreign = await framed(
    page,
    `${frame('op=tconv&x=0,1;2,3&k=0,1;2,3')}<iframe title="Another" sandbox="allow-scripts" srcdoc="${liar}"></iframe>`,
  );
  const inside = page.frameLocator('iframe').first();
  await shows(inside, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await expect.poll(() => said(page, 'ready')).toHaveLength(1);
  const entries = await page.evaluate(() => history.length);

  await page.evaluate(() =>
    document.querySelectorAll('iframe')[1].contentWindow.postMessage(0, '*'),
  );
  await page
    .frames()[1]
    .evaluate(() =>
      postMessage({ source: 'conv-playground', v: 1, type: 'set', state: 's=3' }, '*'),
    );
  const tell = (about) =>
    page.evaluate((about) => {
      const [{ contentWindow }] = document.querySelectorAll('iframe');
      contentWindow.postMessage({ source: 'conv-playground', v: 1, ...about }, '*');
    }, about);
  await tell({ type: 'hello', id: 'mine', theme: 'dark', lang: 'zh' });
  await expect(inside.getByRole('button', { name: '撤销' })).toBeVisible();
  expect(await rows(inside, 'Y')).toEqual(['0 0 1', '0 4 6', '4 12 9']);
  const ground = () =>
    page.frames()[1].evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await ground()).toBe('rgb(17, 17, 19)');
  await tell({ type: 'set', theme: 'light' });
  await expect.poll(ground).toBe('rgb(250, 250, 248)');

  await fillIn(inside, 'X[0,0]', '5');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => said(page, 'change'))
    .toEqual([
      {
        source: 'conv-playground',
        v: 1,
        type: 'change',
        id: 'mine',
        state: expect.stringContaining('x=5,1;2,3'),
        from: 0,
      },
    ]);

  // What it is told is no change by a person.
  await tell({ type: 'set', state: 'op=conv&x=1,2;3,4&k=1', hide: 'header', lock: 'x' });
  await shows(inside, 'Y', '1 2', '3 4');
  await expect(inside.getByRole('button', { name: '撤销' })).toHaveCount(0);
  await tell({ type: 'set', state: 5, theme: {}, lang: '<b>', hide: null });
  await tell({ type: 'set', state: 'op=conv&x=1,2;3,4&k=2' });
  await shows(inside, 'Y', '2 4', '6 8');
  expect(await said(page, 'change')).toHaveLength(1);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await foreign.close();
});

test('a frame wears what its page does where that asks for it', async ({ page }) => {
  const foreign = await framed(
    page,
    `<style>html { background: white } .dark { background: #111; color: #eee }</style>
    ${frame('', 'data-theme="page" data-lang="zh"')}${hostScript()}`,
  );
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('button', { name: '撤销' })).toBeVisible();
  const scheme = () =>
    page.frames()[1].evaluate(() => document.querySelector('conv-playground').style.colorScheme);
  await expect.poll(scheme).toBe('light');
  await page.evaluate(() => document.body.classList.add('dark'));
  await expect.poll(scheme).toBe('dark');
  for (const [colour, worn] of [
    ['oklch(0.3 0.02 260)', 'light'],
    ['oklch(0.95 0.01 260)', 'dark'],
    ['lab(10 0 0)', 'light'],
    ['lab(95 0 0)', 'dark'],
    ['color(display-p3 0.1 0.1 0.1)', 'light'],
    ['color(display-p3 0.9 0.9 0.9)', 'dark'],
  ]) {
    await page.evaluate((color) => document.body.setAttribute('style', `color: ${color}`), colour);
    await expect.poll(scheme, colour).toBe(worn);
  }
  await foreign.close();
});
