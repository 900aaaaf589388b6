import { cellIn, expect, fillIn, rows, shows, test, foreignTo } from './fixture.js';

const article = { shape: [1, 1, 3, 3], data: [0, 0, 1, 0, 4, 6, 4, 12, 9] };

const element = (site, states) => `<!doctype html>
<html lang="en">
  <title>A tutorial</title>
  <script type="module" src="${site}conv-playground.js"></script>
  ${states.map((state) => `<conv-playground state="${state}"></conv-playground>`).join('\n')}
</html>`;

const frame = (site, link) => `<!doctype html>
<html lang="en">
  <title>A tutorial with a frame</title>
  <iframe title="A playground" sandbox="allow-scripts" width="720" height="700" src="${site}embed.html#${link}"></iframe>
</html>`;

/** A page of another origin that may run nothing but the site's scripts, each with its own policy. */
const policies = {
  'scripts of the site only': (site) => `script-src ${site} 'wasm-unsafe-eval'`,
  'nothing but what the playground needs': (site) =>
    `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}; style-src 'self'; img-src 'self'`,
};

const tutorial = (page, site, pages, policy) =>
  foreignTo(page, {
    pages: { '/': pages, '/favicon.ico': '' },
    headers: policy ? { 'Content-Security-Policy': policy(new URL(site).origin) } : {},
  });

const numbers = (playground) =>
  playground.evaluate(
    ({ result }) => result?.y && { shape: result.y.shape, data: [...result.y.data] },
  );

for (const [name, policy] of Object.entries(policies)) {
  test(`two elements on a foreign page share one engine under a policy of ${name}`, async ({
    page,
  }) => {
    const site = process.env.SITE;
    const foreign = await tutorial(
      page,
      site,
      element(site, ['op=tconv&x=0,1;2,3&k=0,1;2,3', '']),
      policy,
    );
    const wasm = [];
    page.on('request', (request) => request.url().endsWith('.wasm') && wasm.push(request.url()));
    await page.goto(foreign.url);

    const both = page.locator('conv-playground');
    for (const playground of await both.all()) {
      await expect.poll(() => numbers(playground)).toEqual(article);
      await expect(
        playground.locator('conv-stage').getByRole('gridcell', { name: 'Y[2,1] = 12' }),
      ).toBeVisible();
    }
    expect(wasm).toEqual([`${site}fma/engine.wasm`]);

    // Each keeps its own numbers, and the page's address its own text.
    await fillIn(both.last(), 'X[0,0]', '5');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => both.last().evaluate(({ result }) => [...result.y.data]))
      .toEqual([0, 5, 1, 10, 19, 6, 4, 12, 9]);
    expect(await numbers(both.first())).toEqual(article);
    expect(page.url()).toBe(foreign.url);
    await foreign.close();
  });
}

test('what is framed is framed under a strict policy too', async ({ page }) => {
  const site = process.env.SITE;
  const policy = policies['nothing but what the playground needs'];
  const foreign = await tutorial(page, site, element(site, ['p=1&amp;panel=steps']), policy);
  await page.goto(foreign.url);
  const frame = page.locator('conv-grid .frame').first();
  await expect(frame).toBeVisible();
  // Around a part of the plane: without its place it would have no width at all.
  const [own, whole] = await frame.evaluate((line) => [
    line.clientWidth,
    line.getRootNode().host.clientWidth,
  ]);
  expect(own).toBeGreaterThan(20);
  expect(own).toBeLessThan(whole);
  await foreign.close();
});

test('conv-change tells what a person did, and nothing else', async ({ page }) => {
  const site = process.env.SITE;
  const foreign = await tutorial(page, site, element(site, ['s=2']));
  await page.goto(foreign.url);
  const playground = page.locator('conv-playground');
  await expect.poll(() => numbers(playground)).toBeTruthy();
  await page.evaluate(() => {
    globalThis.changes = [];
    document.addEventListener('conv-change', ({ state }) => globalThis.changes.push(state));
  });
  const changes = () => page.evaluate(() => globalThis.changes);

  await playground.evaluate((element) => (element.state = 'p=1'));
  await expect.poll(() => numbers(playground)).toEqual({ shape: [1, 1, 1, 1], data: [4] });
  await playground.evaluate((element) => element.setAttribute('state', 'op=conv'));
  await expect.poll(() => numbers(playground)).toEqual({ shape: [1, 1, 1, 1], data: [14] });
  await playground.evaluate((element) => (element.lang = 'zh'));
  await expect(playground.getByRole('button', { name: '撤销' })).toBeVisible();
  expect(await changes()).toEqual([]);

  await playground.getByRole('button', { name: '填充：增大', exact: true }).click();
  expect(await changes()).toEqual(['v=1&op=conv&p=1&end']);
  expect(await playground.evaluate(({ state }) => state)).toBe('v=1&op=conv&p=1&end');
  await foreign.close();
});

test('result tells what is wrong', async ({ page }) => {
  const site = process.env.SITE;
  const foreign = await tutorial(page, site, element(site, ['s=0', 'x=0,1;2']));
  await page.goto(foreign.url);
  const [layer, link] = await page.locator('conv-playground').all();
  const error = (playground) => playground.evaluate(({ result }) => result?.error);
  await expect.poll(() => error(layer)).toMatchObject({ code: 'range', field: 'stride' });
  await expect.poll(() => error(link)).toMatchObject({ code: 'ragged', field: 'x' });
  await foreign.close();
});

test('parts are hidden and locked by attributes and by the link', async ({ page }) => {
  const site = process.env.SITE;
  const html = element(site, ['hide=header&lock=k']).replace(
    'state=',
    'hide="settings, formula, panels" lock="x,operation" state=',
  );
  const foreign = await tutorial(page, site, html);
  await page.goto(foreign.url);
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await expect(page.getByRole('button', { name: 'conv2d', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(page.getByText('out =')).toHaveCount(0);
  // Not even with the focus in it can a cell be typed into.
  for (const name of ['X[0,0]', 'K[0,0]']) {
    await cellIn(page, name).focus();
    await expect(cellIn(page, name)).toBeFocused();
    await expect(page.getByRole('textbox')).toHaveCount(0);
  }
  await foreign.close();
});

test('a sandboxed frame shows the numbers and takes edits', async ({ page }) => {
  const site = process.env.SITE;
  const foreign = await tutorial(page, site, frame(site, 'op=tconv&x=0,1;2,3&k=0,1;2,3'));
  const wasm = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && wasm.push(request.url()));
  await page.goto(foreign.url);
  const inside = page.frameLocator('iframe');
  await shows(inside, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await fillIn(inside, 'X[0,0]', '5');
  await page.keyboard.press('Enter');
  await expect.poll(() => rows(inside, 'Y')).toEqual(['0 5 1', '10 19 6', '4 12 9']);
  await inside.getByRole('button', { name: 'Lessons' }).click();
  await inside.getByRole('menuitem', { name: '2 Every input stamps the kernel' }).click();
  const lesson = inside.locator('conv-lesson');
  await lesson.getByRole('textbox').fill('4');
  await lesson.getByRole('button', { name: 'Check' }).click();
  await expect(lesson.getByRole('status')).not.toBeEmpty();
  await inside.getByRole('button', { name: '中文' }).click();
  await expect(inside.getByRole('button', { name: '撤销' })).toBeVisible();
  expect(wasm).toHaveLength(1);
  await foreign.close();
});

test('on paper an element is what it shows, without controls, in the text of its page', async ({
  page,
}) => {
  const site = process.env.SITE;
  const html = element(site, ['op=tconv&theme=dark&at=y:1,1']).replace(
    '<conv-',
    '<p>Before it.</p>$&',
  );
  const foreign = await tutorial(page, site, `${html}<p>After it.</p>`);
  await page.goto(foreign.url);
  await expect(page.getByRole('tabpanel').getByRole('grid').first()).toBeVisible();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['conv-stage', 'conv-sentence p', '[role=tabpanel]'])
    await expect(page.locator(shown).first()).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('slider')).toBeHidden();
  await expect(page.getByText('After it.')).toBeVisible();
  await foreign.close();
});
