import { expect, test, foreignTo } from './fixture.js';

/** A page of another origin with a playground in it. */
async function host(page, { head = '', html = '', body = '', attributes = '', inside }) {
  const playground = `<conv-playground ${attributes}></conv-playground>`;
  const foreign = await foreignTo(page, {
    pages: {
      '/': `<!doctype html><html ${html}><head><title>A tutorial</title><style>${head}</style>
        <script type="module" src="${process.env.SITE}conv-playground.js"></script></head>
        <body ${body}>${inside ? inside(playground) : playground}</body></html>`,
      '/favicon.ico': '',
    },
  });
  await page.goto(foreign.url);
  await expect(page.locator('conv-playground .playground')).toBeVisible();
  return foreign;
}

/** Whether words beside the cards are dark or light, and the ground that the playground paints. */
const look = (page) =>
  page.locator('conv-playground').evaluate((element) => {
    const within = element.shadowRoot.querySelector('.playground');
    const [r, g, b] = getComputedStyle(within)
      .color.match(/[\d.]+/g)
      .map(Number);
    const { backgroundColor } = getComputedStyle(within);
    const ground = backgroundColor !== 'rgba(0, 0, 0, 0)';
    return { words: r + g + b > 382 ? 'light' : 'dark', ground };
  });

const onDark = { words: 'light', ground: false };
const onLight = { words: 'dark', ground: false };
const dark = '#17171a';

for (const [name, page, system, expected] of [
  ['a dark ground', { head: `body { background: ${dark} }` }, 'light', onDark],
  ['a light ground', { head: 'html { background: #fff }' }, 'dark', onLight],
  [
    'a dark slide on a light page',
    {
      head: `body { background: white } section { background: oklch(0.2 0.02 260) }`,
      inside: (p) => `<section>${p}</section>`,
    },
    'light',
    onDark,
  ],
  ['a dark scheme', { head: ':root { color-scheme: dark }' }, 'light', onDark],
  ['both schemes', { head: ':root { color-scheme: light dark }' }, 'dark', onDark],
  ['no dress at all, light', {}, 'light', onLight],
  ['no dress at all, on a dark system', {}, 'dark', onLight],
  [
    'a light ground, asked to be dark',
    { head: 'body { background: white }', attributes: 'theme="dark"' },
    'light',
    { words: 'light', ground: true },
  ],
  [
    'a dark ground, asked by the link to be light',
    { head: `body { background: ${dark} }`, attributes: 'state="theme=light"' },
    'dark',
    { words: 'dark', ground: true },
  ],
]) {
  test(`it can be read on a page of ${name}`, async ({ page: tab }) => {
    await tab.emulateMedia({ colorScheme: system });
    const foreign = await host(tab, page);
    await expect.poll(() => look(tab)).toEqual(expected);
    await foreign.close();
  });
}

for (const [how, head, change] of [
  [
    'a class of html',
    `html.dark { background: ${dark} }`,
    "document.documentElement.className = 'dark'",
  ],
  [
    'an attribute of body',
    `body { background: white } body[data-md='slate'] { background: ${dark} }`,
    "document.body.dataset.md = 'slate'",
  ],
  ['a style of html', '', "document.documentElement.style.colorScheme = 'dark'"],
  [
    'a class of what is around it',
    `.dark { background: ${dark} }`,
    "document.querySelector('div').className = 'dark'",
  ],
  [
    'a transition',
    `body { background: white; transition: background-color 0.3s } body.dark { background: ${dark} }`,
    "document.body.className = 'dark'",
  ],
  [
    'a style sheet that comes late',
    'body { background: white }',
    `document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { background: ${dark} }' }))`,
  ],
]) {
  test(`it follows a page that becomes dark by ${how}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    const foreign = await host(page, { head, inside: (p) => `<div>${p}</div>` });
    await expect.poll(() => look(page)).toEqual(onLight);
    await page.evaluate(change);
    await expect.poll(() => look(page)).toEqual(onDark);
    await foreign.close();
  });
}

test('it follows the system where the page does', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const foreign = await host(page, {
    head: `@media (prefers-color-scheme: dark) { body { background: ${dark} } }`,
  });
  await expect.poll(() => look(page)).toEqual(onLight);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => look(page)).toEqual(onDark);
  await foreign.close();
});

test('it is put into a part of the page that is dressed otherwise', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const foreign = await host(page, {
    head: `body { background: white } aside { background: ${dark} }`,
    inside: (playground) => `${playground}<aside></aside>`,
  });
  await expect.poll(() => look(page)).toEqual(onLight);
  await page.evaluate(() =>
    document.querySelector('aside').append(document.querySelector('conv-playground')),
  );
  await expect.poll(() => look(page)).toEqual(onDark);
  await foreign.close();
});

for (const [name, page, expected] of [
  ['the page', { html: 'lang="zh-CN"' }, '撤销'],
  [
    'the closest part',
    { html: 'lang="zh"', inside: (p) => `<div lang="en-GB">${p}</div>` },
    'Undo',
  ],
  ['its own attribute', { html: 'lang="zh"', attributes: 'lang="en"' }, 'Undo'],
  ['its link', { html: 'lang="en"', attributes: 'state="lang=zh"' }, '撤销'],
]) {
  test(`it speaks the language of ${name}`, async ({ page: tab }) => {
    const foreign = await host(tab, page);
    await expect(tab.getByRole('button', { name: expected, exact: true })).toBeVisible();
    await foreign.close();
  });
}

test('it speaks the browser’s language where the page says none, and follows the page', async ({
  browser,
}) => {
  const page = await browser.newPage({ locale: 'zh-CN' });
  const foreign = await host(page, {});
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.close();
  await foreign.close();
});

test('a frame has a ground of its own on a page of either kind', async ({ page }) => {
  for (const system of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: system });
    await page.goto('embed.html');
    await expect(page.locator('conv-playground .playground')).toBeVisible();
    const ground = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    expect(ground).toBe(system === 'dark' ? 'rgb(17, 17, 19)' : 'rgb(250, 250, 248)');
  }
});

/** Where everything lies that a playground shows, from its corner on. */
const laidOut = (page) =>
  page.locator('conv-playground').evaluate((element) => {
    const from = element.getBoundingClientRect();
    const boxes = [];
    const into = (root) => {
      for (const each of root.querySelectorAll('*')) {
        const { x, y, width, height } = each.getBoundingClientRect();
        if (each.shadowRoot) into(each.shadowRoot);
        if (width * height === 0) continue;
        const [left, top] = [x - from.x, y - from.y];
        boxes.push([each.localName, ...[left, top, width, height].map(Math.round)].join(' '));
      }
      // The text itself, which may lie elsewhere than what it stands in.
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode);
        const { x, width } = range.getBoundingClientRect();
        if (width > 0)
          boxes.push(
            `${texts.currentNode.data.trim()} ${Math.round(x - from.x)} ${Math.round(width)}`,
          );
      }
    };
    into(element.shadowRoot);
    return boxes;
  });

for (const [name, given] of Object.entries({
  'written from right to left': { html: 'dir="rtl"' },
  'that indents and spaces its words': {
    head: '* { text-indent: 2em; letter-spacing: 0.1em; word-spacing: 1em; line-height: 3 }',
  },
  'that breaks them anywhere': {
    head: 'body { word-break: break-all; hyphens: auto; overflow-wrap: anywhere; text-wrap: balance }',
  },
  'that keeps lines as they are, in capitals': {
    head: 'main { white-space: pre; text-transform: uppercase; font: italic small-caps 30px serif }',
  },
  'with small letters and other boxes': {
    head: 'html { font-size: 10px } * { box-sizing: content-box } input, button { width: 100%; padding: 20px; border: 9px solid }',
  },
}))
  test(`a page ${name} moves nothing of it`, async ({ page }) => {
    // The room of the sentence depends on when the engine came.
    const state = 'op=conv&x=arange:3x3&k=1,2;3,-4&p=1&panel=steps&hide=sentence';
    const attributes = `state="${state}" lang="en" loading="eager"`;
    const inside = (playground) => `<main style="width: 900px">${playground}</main>`;
    /** Where all lies on a page that does nothing to it. @type {string[] | undefined} */
    let plain;
    for (const each of [{}, given]) {
      const foreign = await host(page, { ...each, attributes, inside });
      await expect(page.getByRole('grid', { name: 'Y', exact: true })).toBeVisible();
      await expect(page.getByRole('tabpanel')).toContainText('X');
      if (plain) await expect.poll(() => laidOut(page)).toEqual(plain);
      // It lies there to stay once it has done so twice.
      const still = async () => {
        const before = plain?.join();
        plain = await laidOut(page);
        return plain.join() === before;
      };
      await expect.poll(still, { intervals: [250] }).toBe(true);
      await foreign.close();
    }
  });
