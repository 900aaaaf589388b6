import { execFileSync } from 'node:child_process';
import { expect, fillIn, foreignTo, rows, shows, stage, test } from './fixture.js';

/** A page of another origin with elements in it. */
async function hosted(page, html, options = {}) {
  const foreign = await foreignTo(page, {
    pages: {
      '/': `<!doctype html><html lang="en"><title>A tutorial</title>
        <script type="module" src="${process.env.SITE}conv-playground.js"></script>${html}</html>`,
      '/favicon.ico': '',
      '/inner':
        '<!doctype html><html lang="en"><title>Another document</title><body></body></html>',
    },
    ...options,
  });
  await page.goto(foreign.url);
  return foreign;
}

const element = '<conv-playground></conv-playground>';
const shown = async (part) => shows(part, 'Y', '0 0 1', '0 4 6', '4 12 9');

test('the modules are imported without a document, and do nothing', () => {
  const look = `
    const before = Object.getOwnPropertyNames(globalThis);
    const all = {};
    for (const name of ['conv-playground', 'engine', 'code']) {
      const module = await import(new URL(name + '.js', process.env.DIST));
      all[name] = ['ConvPlayground', 'loadEngine', 'write'].filter((each) => each in module);
    }
    const after = Object.getOwnPropertyNames(globalThis).filter((each) => !before.includes(each));
    console.log(JSON.stringify({ all, after: after.filter((each) => !/^lit|^reactive/.test(each)) }));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', look], {
    env: { ...process.env, DIST: String(new URL('../../dist/', import.meta.url)) },
  });
  expect(JSON.parse(printed)).toEqual({
    all: { 'conv-playground': ['ConvPlayground'], engine: ['loadEngine'], code: ['write'] },
    after: [],
  });
});

test('whatever is given to it, it says a sentence or does as usual, and loses nothing', async ({
  page,
}) => {
  const foreign = await hosted(page, element);
  await shown(page);
  await fillIn(page, 'X[0,0]', '5');
  await page.keyboard.press('Enter');

  await page.locator('conv-playground').evaluate(async (playground) => {
    const nonsense = [
      5,
      null,
      undefined,
      true,
      Symbol('a symbol'),
      {},
      ['header', 7, null],
      () => 1,
      Object.create(null),
      {
        toString() {
          throw new Error('no text');
        },
      },
      'x'.repeat(1e6),
      ','.repeat(1e6),
      Array.from({ length: 1e5 }, (_, i) => `name${i}`).join(','),
    ];
    for (const given of nonsense) {
      for (const name of ['lang', 'theme', 'hide', 'lock', 'play', 'loading'])
        playground[name] = given;
      await playground.updateComplete;
    }
    for (const name of ['lang', 'theme', 'hide', 'lock']) playground[name] = '';
  });
  await shows(page, 'Y', '0 5 1', '10 19 6', '4 12 9');

  const playground = page.locator('conv-playground');
  const error = () => playground.evaluate(({ result }) => result.error?.message);
  for (const [given, said] of [
    ['Symbol("s")', 'no text of a link, such as “op=conv&s=2”, but “Symbol(s)”'],
    ['({})', 'but “[object Object]”'],
    ['({ toString() { throw new Error("no text"); } })', 'but “object”'],
    ['"x=0,1;2,3;" + "1".repeat(2 ** 22)', 'The text has 4,194,314 characters; at most 4,194,304'],
  ]) {
    await page.evaluate(`document.querySelector('conv-playground').state = ${given}`);
    await expect.poll(error).toContain(said);
    await expect(page.getByRole('alert')).toContainText(said);
  }
  for (const given of ['5', 'true', 'null', 'undefined', '"x".repeat(1e6)']) {
    await page.evaluate(`document.querySelector('conv-playground').state = ${given}`);
    await shown(page);
  }
  // Undoing leads back to what was typed.
  await playground.evaluate((element) => {
    for (let i = 0; i < 6 && element.result.y.data[1] !== 5; i++) element.undo();
  });
  await shows(page, 'Y', '0 5 1', '10 19 6', '4 12 9');
  await foreign.close();
});

test('attributes that mean something else elsewhere are of no effect', async ({ page }) => {
  const odd = `is="other" autofocus hidden="no" contenteditable inert-not popover-not draggable="true"
    translate="no" part="mine" slot="none" exportparts="stage" nonce="x" tabindex="-1" title="Mine"`;
  const foreign = await hosted(
    page,
    element.replace('<conv-playground', `<conv-playground ${odd}`),
  );
  await page.evaluate(() => document.querySelector('conv-playground').removeAttribute('hidden'));
  await shown(page);
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await foreign.close();
});

test('it is moved to the document of a frame and back, its looks and its numbers with it', async ({
  page,
}) => {
  const foreign = await hosted(
    page,
    `${element}<iframe src="/inner" width="900" height="900"></iframe>`,
  );
  await shown(page);
  await fillIn(page, 'X[0,0]', '5');
  await page.keyboard.press('Enter');
  const inner = page.frameLocator('iframe');
  const y = ['0 5 1', '10 19 6', '4 12 9'];
  await page.evaluate(() => {
    const { body } = document.querySelector('iframe').contentDocument;
    body.append(document.querySelector('conv-playground'));
  });
  await shows(inner, 'Y', ...y);

  // Every element in it has its styles, those too that are made from now on.
  await inner.getByRole('tab', { name: 'Image' }).click();
  await expect(inner.locator('conv-image-loupe')).toBeVisible();
  await inner.getByRole('button', { name: 'Lessons' }).click();
  await inner.getByRole('menuitem', { name: '2 Every input stamps the kernel' }).click();
  await expect(inner.locator('conv-lesson')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => rows(inner, 'Y')).toEqual(y);
  const bare = (within) =>
    within.locator('conv-playground').evaluate((playground) => {
      const without = [];
      const walk = (root) => {
        for (const each of root.querySelectorAll('*')) {
          if (!each.shadowRoot) continue;
          if (each.shadowRoot.adoptedStyleSheets.length === 0) without.push(each.localName);
          walk(each.shadowRoot);
        }
      };
      walk(playground.parentNode);
      return without;
    });
  expect(await bare(inner)).toEqual([]);
  await fillIn(stage(inner), 'K[0,0]', '1');
  await page.keyboard.press('Enter');
  await shows(inner, 'Y', '5 6 1', '12 22 6', '4 12 9');

  // By itself first, then into a document; and into one that is never shown.
  await page.evaluate(() => {
    const playground = document
      .querySelector('iframe')
      .contentDocument.querySelector('conv-playground');
    new DOMParser().parseFromString('', 'text/html').body.append(playground);
    document.adoptNode(playground);
    document.body.prepend(playground);
  });
  await shows(page, 'Y', '5 6 1', '12 22 6', '4 12 9');
  expect(await bare(page)).toEqual([]);
  await foreign.close();
});

test('it is taken away and moved while it loads', async ({ page }) => {
  const foreign = await hosted(page, `<main>${element}</main><aside></aside>`);
  await page.evaluate(async () => {
    const [main, aside] = document.querySelectorAll('main, aside');
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    for (const ms of [0, 1, 5, 20, 50, 100, 200]) {
      const made = document.createElement('conv-playground');
      made.state = 'panel=image';
      main.append(made);
      await pause(ms);
      aside.append(made);
      await pause(ms);
      made.remove();
    }
  });
  await shown(page);
  await foreign.close();
});

test('ten of them load nothing until one is near, and then one engine', async ({ page }) => {
  const states = Array.from({ length: 10 }, (_, i) => `op=conv&x=1,2;3,4&k=${i}`);
  const one = (state) =>
    `<conv-playground state="${state}"><p>A picture of it</p></conv-playground><hr>`;
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const foreign = await hosted(
    page,
    `<div id="before" style="height: 4000px"></div>${states.map(one).join('')}
     <script>let ready = 0; addEventListener('conv-ready', () => ready++)</script>`,
  );
  const all = page.locator('conv-playground');
  await expect(all.first()).toHaveJSProperty('near', false);
  await page.waitForTimeout(300);
  expect(asked.filter((path) => /wasm$|page\.[a-z]+-/.test(path))).toEqual([]);
  await expect(all.first().getByText('A picture of it')).toBeVisible();
  expect(await all.first().evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(400);
  expect(await all.first().evaluate(({ result }) => result)).toBeUndefined();

  await page.evaluate(() => scrollTo(0, 3400));
  await expect(all.first().locator('conv-stage .stage').first()).toBeVisible();
  await expect(all.first().getByText('A picture of it')).toBeHidden();
  await expect.poll(() => page.evaluate('ready')).toBeGreaterThan(0);
  await expect(all.last()).toHaveJSProperty('near', false);
  await all.last().evaluate((element) => element.setAttribute('loading', 'eager'));
  await expect.poll(() => all.last().evaluate(({ result }) => result?.y?.data[0])).toBe(9);
  expect(asked.filter((path) => path.endsWith('wasm'))).toHaveLength(1);
  await foreign.close();
});

test('its colours and parts are those of the page, and its layout that of its column', async ({
  page,
}) => {
  const foreign = await hosted(
    page,
    `<style>
      html { --conv-x: rgb(200, 0, 100) }
      conv-playground { --card: rgb(1, 2, 3) }
      conv-playground::part(stage) { border-width: 7px }
      #column { width: 688px } #narrow { width: 340px }
    </style>
    <div id="column"><conv-playground state="op=conv&x=rand:16x16&k=ones:3x3"></conv-playground></div>
    <div id="narrow"><conv-playground loading="eager" state="panel=steps"></conv-playground></div>`,
  );
  const [column, narrow] = [page.locator('#column'), page.locator('#narrow')];
  await expect(column.locator('conv-stage .stage').first()).toBeVisible();
  const x = column.locator('conv-tensor[operand=x] strong').first();
  await expect(x).toHaveCSS('color', 'rgb(200, 0, 100)');
  const card = column.locator('[part=stage]');
  await expect(card).toHaveCSS('border-width', '7px');
  await expect(card).toHaveCSS('background-color', 'rgb(1, 2, 3)');
  for (const part of ['header', 'settings', 'stage', 'panels'])
    await expect(column.locator(`[part=${part}]`)).toHaveCount(1);

  // All of X and of Y are there, at a size to read, in less than two screens.
  await expect(card.getByRole('gridcell', { name: /^X\[15,15\]/ })).toBeVisible();
  await expect(card.getByRole('gridcell', { name: /^Y\[13,13\]/ })).toBeVisible();
  const stage = await card.evaluate(({ clientHeight }) => clientHeight);
  expect(stage).toBeLessThan(2 * 800);
  // Beside it a column as wide as a telephone is laid out as on one, in a wide window.
  await expect(narrow.locator('conv-stage .stage').first()).toBeVisible();
  for (const part of [column, narrow]) {
    const beyond = await part.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  }
  await foreign.close();
});

test('what it says in passing lies over a bar of the page, also where that shifts it', async ({
  page,
}) => {
  const foreign = await hosted(
    page,
    `<div style="transform: translateX(20px)">
      <conv-playground state="op=conv&x=1,2;3,4&k=1" lock="k" hide="panels"></conv-playground>
    </div>
    <footer style="position: fixed; inset: 0; pointer-events: auto; opacity: 0.5; z-index: 99">A bar</footer>`,
  );
  await page.getByRole('grid', { name: 'K, locked' }).getByRole('gridcell').focus();
  // Said again, it is laid over all again.
  for (const typed of ['7', '8']) {
    await page.keyboard.type(typed);
    const line = page.getByRole('status').filter({ hasText: 'K is locked here' });
    await expect(line).toBeInViewport({ ratio: 1 });
    const seen = () =>
      line.evaluate((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        const on = each.getRootNode().elementFromPoint(x + width / 2, y + height / 2);
        return { uppermost: each.contains(on), middle: Math.round(x + width / 2 - innerWidth / 2) };
      });
    await expect.poll(seen).toEqual({ uppermost: true, middle: 0 });
    await page.locator('footer').evaluate((bar) => {
      bar.popover = 'manual';
      bar.showPopover();
    });
  }
  await foreign.close();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('what the page has put into it is shown', async ({ page }) => {
    const foreign = await foreignTo(page, {
      pages: {
        '/': `<!doctype html><title>A tutorial</title>
          <script type="module" src="${process.env.SITE}conv-playground.js"></script>
          <conv-playground><a href="${process.env.SITE}">Open the playground</a></conv-playground>`,
        '/favicon.ico': '',
      },
    });
    await page.goto(foreign.url);
    await expect(page.getByRole('link', { name: 'Open the playground' })).toBeVisible();
    await foreign.close();
  });
});
