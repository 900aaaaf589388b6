import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { alert, expect, open, shows, test, foreignTo } from './fixture.js';
import { root } from './site.js';

const folder = root ?? 'dist';
const y = ['0 0 1', '0 4 6', '4 12 9'];
const again = (part) => part.getByRole('button', { name: /^(Try again|再试一次)$/ });

// What the browser itself writes of what is broken here.
test.use({
  expected:
    /Failed to load resource|no answer from|Content Security Policy|violates|SyntaxError|MIME|access control checks|CORS|was preloaded/,
});

/** A file of the site, cut in half. */
async function half(route) {
  const name = new URL(route.request().url()).pathname;
  const body = await readFile(`${folder}${name}`);
  const contentType = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
  return route.fulfill({ contentType, body: body.subarray(0, body.length / 2) });
}

/** What can become of a file on its way. */
const ways = {
  'does not come': (route) => route.abort(),
  'is not there': (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'is another kind of file': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>Please log in</p>' }),
  'comes in part': half,
};

/** What is said of the engine then, in English and Chinese. */
const said = {
  'does not come': [
    'engine.wasm did not come: the server cannot',
    '没有收到 engine.wasm：服务器连不上',
  ],
  'is not there': ['The server answered 404 for engine.wasm', '服务器返回了 404'],
  'is another kind of file': [
    'In place of engine.wasm the server sent text/html',
    '而是 text/html',
  ],
  'comes in part': ['engine.wasm came incomplete', '收到的 engine.wasm 不完整'],
};

for (const [way, [english, chinese]] of Object.entries(said)) {
  test(`an engine that ${way}: the reason, and again`, async ({ page }) => {
    await page.route('**/*.wasm', ways[way]);
    await page.goto('index.html');
    await expect(alert(page)).toContainText('The engine could not be loaded.');
    await expect(alert(page)).toContainText(english);
    await page.locator('conv-playground').evaluate((element) => (element.lang = 'zh'));
    await expect(alert(page)).toContainText(chinese);

    await again(page).click();
    await expect(alert(page)).toContainText(chinese);
    await page.unroute('**/*.wasm');
    await again(page).click();
    await shows(page, 'Y', ...y);
    await expect(alert(page)).toHaveCount(0);
  });
}

test('an engine that does not come for want of a network comes with it', async ({
  page,
  context,
}) => {
  // The words come first: without them the page could not say it.
  const words = page.waitForResponse(/assets\/page\.en-/);
  await page.route('**/*.wasm', async (route) => {
    await (await words).finished();
    await context.setOffline(true);
    await route.abort();
  });
  await page.goto('index.html');
  await expect(alert(page)).toContainText('There is no network at present.');
  await page.unroute('**/*.wasm');
  await context.setOffline(false);
  await shows(page, 'Y', ...y);
});

test('a browser without WebAssembly, or with an old one, is told so', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.kept = WebAssembly;
    delete globalThis.WebAssembly;
  });
  await page.goto('index.html');
  await expect(alert(page)).toContainText('This browser has no WebAssembly');
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new WebAssembly.CompileError('unknown opcode'));
    globalThis.WebAssembly = Object.create(globalThis.kept, {
      validate: { value: () => false },
      compileStreaming: { value: refuse },
    });
  });
  await again(page).click();
  await expect(alert(page)).toContainText('it has no SIMD');
  await page.evaluate(() => (globalThis.WebAssembly = globalThis.kept));
  await again(page).click();
  await shows(page, 'Y', ...y);
});

const tutorial = (site, count = 1) => `<!doctype html>
<html lang="en"><meta charset="utf-8" /><title>A tutorial</title>
<script type="module" src="${site}conv-playground.js"></script>
${'<conv-playground hide="panels"></conv-playground>'.repeat(count)}</html>`;

const policies = {
  WebAssembly: {
    policy: (site) => `script-src ${site}`,
    says: ["script-src needs 'wasm-unsafe-eval'", "script-src 需要加上 'wasm-unsafe-eval'"],
  },
  'asking for the engine': {
    policy: (site) => `default-src 'self'; script-src ${site} 'wasm-unsafe-eval'; style-src *`,
    says: ['connect-src needs SITE', 'connect-src 需要加上 SITE'],
  },
};

for (const [what, { policy, says }] of Object.entries(policies)) {
  test(`a policy that forbids ${what} is named, with what it needs`, async ({ page }) => {
    const site = process.env.SITE;
    const { origin } = new URL(site);
    const headers = { 'Content-Security-Policy': policy(origin) };
    const pages = { '/': tutorial(site), '/favicon.ico': '' };
    const foreign = await foreignTo(page, { pages, headers });
    await page.goto(foreign.url);
    await expect(alert(page)).toContainText(says[0].replace('SITE', origin));
    await page.locator('conv-playground').evaluate((element) => (element.lang = 'zh'));
    await expect(alert(page)).toContainText(says[1].replace('SITE', origin));
    await foreign.close();
  });
}

test('a playground that is put back tries again, and one that has the engine gives it to all', async ({
  page,
}) => {
  const site = process.env.SITE;
  const pages = { '/': tutorial(site, 3), '/favicon.ico': '' };
  const foreign = await foreignTo(page, { pages });
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(foreign.url);
  await expect(alert(page)).toHaveCount(3);
  await page.unroute('**/*.wasm');
  await page.evaluate(() => {
    const first = document.querySelector('conv-playground');
    first.remove();
    document.body.append(first);
  });
  await expect(page.getByRole('gridcell', { name: 'Y[2,1] = 12' })).toHaveCount(3);
  await expect(alert(page)).toHaveCount(0);
  await foreign.close();
});

for (const [name, way] of [
  ...Object.keys(ways).map((way) => ['index', way]),
  ['embed', 'does not come'],
  ['help', 'does not come'],
]) {
  test(`a script of ${name} that ${way}: words that need none, and again`, async ({ page }) => {
    // help.html has a script of its own.
    const [script, hash] = name === 'help' ? ['**/help.js', ''] : ['**/conv-playground.js', '#s=2'];
    await page.route(script, ways[way]);
    await page.goto(`${name}.html${hash}`);
    const english = page.getByText('The scripts of this page have not come.');
    await expect(english).toBeVisible();
    await expect(page.getByText('本页的脚本还没有到达。')).toBeVisible();
    await page.unroute(script);
    await page.getByRole('button', { name: 'Try again' }).click();
    if (name === 'help') await expect(page.locator('#questions section')).not.toHaveCount(0);
    else await shows(page, 'Y', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9');
    await expect(english).toBeHidden();
  });
}

test('a page opened as a file says that it has to be served', async ({ page }) => {
  for (const name of ['index', 'embed', 'help']) {
    await page.goto(pathToFileURL(`${folder}/${name}.html`).href);
    await expect(page.getByText('When the address begins with file://')).toBeVisible();
    await expect(page.getByText('如果地址以 file://')).toBeVisible();
  }
});

test('a page without scripts says so in both languages', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const name of ['index', 'embed', 'help']) {
    await page.goto(`${process.env.SITE}${name}.html`);
    const [english, chinese] = await page.locator('noscript p').all();
    await expect(english).toBeVisible();
    await expect(english).toContainText('This page needs JavaScript');
    await expect(chinese).toBeVisible();
    await expect(chinese).toContainText('本页需要 JavaScript');
    await expect(page.getByText('have not come')).toBeHidden();
  }
  await page.close();
});

/** Parts that come when they are opened: how, what is said without them, and what is there with them. */
const parts = {
  panel: {
    link: 'panel=shapes',
    says: ['This panel could not be loaded.', '这个面板加载失败。'],
    part: (page) => page.getByRole('tabpanel'),
    content: /multiplications|次乘法|乘法/,
  },
  lesson: {
    link: 'lesson=stamping',
    says: ['The lesson could not be loaded.', '课程加载失败。'],
    part: (page) => page.locator('main'),
    content: /Every input stamps the kernel|每个输入/,
  },
};

for (const [name, { link, says, part, content }] of Object.entries(parts)) {
  for (const [language, i] of [
    ['en', 0],
    ['zh', 1],
  ]) {
    test(`a ${name} that does not come: the reason, and again, in ${language}`, async ({
      page,
    }) => {
      // All that is asked for once the page is there, its first panel included.
      await open(page, `lang=${language}`);
      await expect(page.getByRole('tabpanel')).not.toContainText(/^(Loading|正在加载)/);
      await page.route('**/assets/*.js', ways['does not come']);
      await page.evaluate((link) => (location.hash = link), `${link}&lang=${language}`);
      await expect(alert(part(page))).toContainText(says[i]);
      await expect(alert(part(page))).toContainText(['did not come', '没有收到脚本'][i]);
      await page.unroute('**/assets/*.js');
      await again(part(page)).click();
      await expect(alert(part(page))).toHaveCount(0);
      await expect(part(page)).toContainText(content);
    });
  }
}

test('a panel of which a part came says that the page has to be loaded again', async ({ page }) => {
  await open(page);
  await page.route('**/assets/*.js', half);
  await page.evaluate(() => (location.hash = 'panel=shapes'));
  await expect(alert(page)).toContainText('reload the page');
});
