import { cellIn, expect, fillIn, foreignTo, shows, test } from './fixture.js';

/** A notebook of another origin that has the widget's text, as anywidget sends it from a file. The model is
 * what anywidget hands over, with all that was told to Python. */
const notebook = (site, from = 'text') => `<!doctype html>
<html lang="en"><meta charset="utf-8" /><title>A notebook</title><div id="cell"></div>
<script type="module">
  const text = await (await fetch('${site}widget.js')).text();
  const copy = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const { default: widget } = await import('${from}' === 'text' ? copy : '${site}widget.js');
  class Model {
    told = [];
    #traits = { state: 'op=tconv&x=0,1;2,3&k=0,1;2,3', hide: 'header,panels', lock: 'k' };
    #listeners = new Map();
    get(name) { return this.#traits[name]; }
    set(name, value) {
      const before = this.#traits[name];
      this.#traits[name] = value;
      if (before !== value) this.#listeners.get('change:' + name)?.forEach((listener) => listener());
    }
    save_changes() { this.told.push(structuredClone(this.#traits)); }
    on(name, listener) { this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]); }
    off(name, listener) {
      this.#listeners.set(name, this.#listeners.get(name).filter((other) => other !== listener));
    }
    get listening() { return [...this.#listeners.values()].flat().length; }
  }
  globalThis.model = new Model();
  globalThis.close = widget.render({ model, el: document.querySelector('#cell') });
</script></html>`;

/** Opens a page of another origin, which shows the default. @param {import('@playwright/test').Page} page */
async function openForeign(page, text) {
  const foreign = await foreignTo(page, { pages: { '/': text, '/favicon.ico': '' } });
  await page.goto(foreign.url);
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  return foreign;
}

test('a widget takes its traits from Python and gives the state and the result back', async ({
  page,
}) => {
  const foreign = await openForeign(page, notebook(process.env.SITE));
  const trait = (name) => page.evaluate((name) => globalThis.model.told.at(-1)?.[name], name);
  const say = (name, value) =>
    page.evaluate(([name, value]) => globalThis.model.set(name, value), [name, value]);

  const y = { shape: [1, 1, 3, 3], data: [0, 0, 1, 0, 4, 6, 4, 12, 9] };
  await expect.poll(() => trait('result')).toEqual({ y });
  await expect(page.getByRole('tab')).toHaveCount(0);
  await cellIn(page, 'K[0,0]').focus();
  await expect(page.getByRole('textbox', { name: 'K[0,0]', exact: true })).toHaveCount(0);

  // A person's change is told, and taken back by Python.
  await fillIn(page, 'X[0,0]', '5');
  await page.keyboard.press('Enter');
  await expect.poll(() => trait('state')).toContain('x=5,1;2,3');
  await expect.poll(async () => (await trait('result')).y.data[1]).toBe(5);
  await say('state', 'op=conv');
  await shows(page, 'Y', '14');
  await expect.poll(() => trait('result')).toEqual({ y: { shape: [1, 1, 1, 1], data: [14] } });
  await say('state', 's=0');
  await expect.poll(async () => (await trait('result')).error?.field).toBe('stride');
  await say('state', 'x=1');
  await say('lang', 'zh');
  await say('hide', '');
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();

  // What is closed says nothing more.
  await page.evaluate(() => globalThis.close());
  await expect(page.locator('conv-playground')).toHaveCount(0);
  expect(await page.evaluate(() => globalThis.model.listening)).toBe(0);
  await foreign.close();
});

test('a widget that comes from the site shares links to the site', async ({ page }) => {
  const foreign = await openForeign(page, notebook(process.env.SITE, 'address'));
  await page.evaluate(() => globalThis.model.set('hide', ''));
  const help = page.getByRole('link', { name: 'Questions and answers' });
  expect(await help.getAttribute('href')).toBe(`${process.env.SITE}help.html`);
  await foreign.close();
});

test('each widget may have a copy of the text, also beside a page that has the element', async ({
  page,
}) => {
  const foreign = await openForeign(page, notebook(process.env.SITE));
  await page.evaluate(async (site) => {
    const text = await (await fetch(`${site}widget.js`)).text();
    const copy = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const { default: widget } = await import(copy);
    const el = document.body.appendChild(document.createElement('div'));
    globalThis.closeSecond = widget.render({ model: globalThis.model, el });
  }, process.env.SITE);
  const results = () =>
    page
      .locator('conv-playground')
      .evaluateAll((all) => all.map(({ result }) => result?.y?.data[5]));
  await expect.poll(results).toEqual([6, 6]);
  await page.evaluate(() => globalThis.closeSecond());
  await expect.poll(results).toEqual([6]);
  await foreign.close();
});

test('where there is no Python, as in a book of MyST, a widget works all the same', async ({
  page,
}) => {
  // Such a book has it in a shadow root, and a model that refuses.
  const foreign = await openForeign(
    page,
    `<!doctype html><html lang="en"><title>A book</title><div id="root"></div>
        <script type="module">
          import widget from '${process.env.SITE}widget.js';
          const refuse = () => { throw new Error('not implemented'); };
          const given = { state: 'op=tconv&x=0,1;2,3&k=0,1;2,3', hide: 'header' };
          const model = {
            get: (name) => given[name],
            set: (name, value) => { given[name] = value; },
            on() {}, off: refuse, save_changes: refuse, send: refuse,
          };
          const root = document.querySelector('#root').attachShadow({ mode: 'open' });
          const el = root.appendChild(document.createElement('div'));
          globalThis.given = given;
          globalThis.close = widget.render({ model, el });
        </script></html>`,
  );
  await fillIn(page, 'X[0,0]', '5');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => globalThis.given.state)).toContain('x=5,1;2,3');
  await page.evaluate(() => globalThis.close());
  await expect(page.locator('conv-playground')).toHaveCount(0);
  await foreign.close();
});

test('a key pressed in a widget is none of the notebook, but for those that save and search', async ({
  page,
}) => {
  const foreign = await openForeign(page, notebook(process.env.SITE));
  // JupyterLab listens before, other notebooks after the widget.
  await page.evaluate(() => {
    globalThis.heard = [];
    const hear = (when) => (event) => {
      const suppressed = event.target.closest?.('[data-lm-suppress-shortcuts]');
      if (!suppressed) globalThis.heard.push(`${when} ${event.key}`);
    };
    document.addEventListener('keydown', hear('before'), true);
    document.addEventListener('keydown', (event) => globalThis.heard.push(`after ${event.key}`));
  });
  const heard = () => page.evaluate(() => globalThis.heard.splice(0));
  await cellIn(page, 'Y[1,1]').focus();
  for (const key of ['d', 'd', 'x', '0', '/', 'ArrowDown', 'Enter', 'Escape', 'Shift+Enter'])
    await page.keyboard.press(key);
  for (const key of ['z', 'y', 'c', 'Enter']) await page.keyboard.press(`Control+${key}`);
  expect(await heard()).toEqual([]);
  await page.keyboard.press('Control+b');
  expect(await heard()).toEqual(['before b', 'after b']);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('d');
  expect(await heard()).toEqual(['before d', 'after d']);
  await foreign.close();
});
