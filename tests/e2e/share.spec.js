import { readFile } from 'node:fs/promises';
import {
  cell,
  expect,
  foreignTo,
  open,
  paste,
  rows,
  shows,
  sideways,
  tabTo,
  test,
  violations,
} from './fixture.js';

const dialog = (page) => page.getByRole('dialog');
const text = (page, name) => dialog(page).getByRole('textbox', { name, exact: true });
const tab = (page, name) => dialog(page).getByRole('tab', { name, exact: true });
const tick = (page, name) => dialog(page).getByRole('checkbox', { name });
const button = (page) =>
  page.locator('conv-header').first().getByRole('button', { name: 'Copy link' });

async function share(page, link) {
  await open(page, link);
  await button(page).click();
  await expect(dialog(page)).toBeVisible();
}

const addressOf = (page, link) => new URL(`index.html#${link}`, page.url()).href;

test('the first click copies the link and opens more ways, all of it by keyboard', async ({
  page,
}) => {
  await open(page, 's=2&at=y:1,1&step=2');
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toHaveText('The link is on the clipboard.');
  const url = await page.evaluate(() => navigator.clipboard.readText());
  expect(url.replace(/&sum=\w+/, '')).toBe(addressOf(page, 'v=1&s=2&step=2&at=y:0,1,1&end'));
  await expect(text(page, 'Address')).toHaveValue(url);
  await expect(text(page, 'Address')).toBeFocused();

  await tabTo(page, tick(page, /^the pinned cell: Y\[1,1\]/));
  await page.keyboard.press('Space');
  await tabTo(page, tick(page, /^the step/), 'Tab');
  await page.keyboard.press('Space');
  await expect(text(page, 'Address')).toHaveValue(addressOf(page, 'v=1&s=2&end'));
  await expect(dialog(page)).toContainText(`${addressOf(page, 'v=1&s=2&end').length} characters`);
  for (const [name, key] of [
    [/^the language: English/, 'lang=en'],
    [/^light or dark: light/, 'theme=light'],
    [/^the open panel: Steps/, 'panel=steps'],
    [/^plays/, 'play=1'],
  ]) {
    await tick(page, name).check();
    await expect(text(page, 'Address')).toHaveValue(new RegExp(`[#&]${key}&`));
    await tick(page, name).uncheck();
  }
  await expect(text(page, 'Address')).toHaveValue(addressOf(page, 'v=1&s=2&end'));

  const markdown = dialog(page).getByRole('button', { name: 'Copy: Markdown' });
  await tabTo(page, markdown, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toHaveText('Copied: Markdown.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `[Transposed convolution, X 2×2, K 2×2, stride 2](${addressOf(page, 'v=1&s=2&end')})`,
  );

  await tabTo(page, tab(page, 'Link'), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'For a class')).toBeFocused();
  await expect(dialog(page).getByRole('group', { name: 'Shown' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
});

test('where the newer way to copy is denied, the focus comes back all the same', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await open(page);
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(text(page, 'Address')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button(page)).toBeFocused();
});

for (const [way, refuse] of Object.entries({
  refuses: () => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    document.execCommand = () => false;
  },
  throws: () => {
    navigator.clipboard.writeText = () => {
      throw new Error('no');
    };
    document.execCommand = undefined;
  },
  'never answers': () => {
    navigator.clipboard.writeText = () => new Promise(() => {});
    document.execCommand = () => false;
  },
  'is not there': () => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
    document.execCommand = () => false;
  },
}))
  test(`a clipboard that ${way} leaves the text selected, and says so`, async ({ page }) => {
    await page.addInitScript(refuse);
    await share(page, 's=2');
    const refused = /does not let the page copy.*is selected/;
    await expect(dialog(page).getByRole('status')).toHaveText(refused);
    const selected = () =>
      text(page, 'Address').evaluate((area) => [
        area.matches(':focus'),
        area.value.slice(area.selectionStart, area.selectionEnd),
      ]);
    expect(await selected()).toEqual([true, addressOf(page, 'v=1&s=2&end')]);
    await dialog(page).getByRole('button', { name: 'Copy: HTML' }).click();
    await expect(text(page, 'HTML')).toBeFocused();
    await expect(dialog(page).getByRole('status')).toHaveText(refused);
  });

test('what is pasted into a page is read there as the very link', async ({ page }) => {
  const odd = `x=10,2;3,4&"'<b>=${encodeURIComponent(`]) & "'<i> \\ *`)}`;
  await share(page, odd);
  const url = await text(page, 'Address').inputValue();
  const link = url.slice(url.indexOf('#') + 1);
  const parsed = (html, selector, attribute) =>
    page.evaluate(
      ([html, selector, attribute]) =>
        new DOMParser()
          .parseFromString(html, 'text/html')
          .querySelector(selector)
          ?.getAttribute(attribute),
      [html, selector, attribute],
    );
  expect(await parsed(await text(page, 'HTML').inputValue(), 'a', 'href')).toBe(url);
  expect(await text(page, 'Markdown').inputValue()).toMatch(/^\[[^\]]*\]\([^()\s]*\)$/);

  await tab(page, 'Embed').click();
  await expect(dialog(page)).toContainText(/it is \d+ pixels high/);
  const measured = () =>
    dialog(page)
      .locator('conv-share-preview conv-playground')
      .evaluate(({ offsetWidth, offsetHeight }) => [offsetWidth, offsetHeight]);
  const frameNow = () => text(page, 'Frame').inputValue();
  const heightIn = async (frame) => Number(await parsed(frame, 'iframe', 'height'));
  // Its notes come a little later than the rest.
  await expect(
    dialog(page).locator('conv-share-preview').getByText('is unknown to this page'),
  ).not.toHaveCount(0);
  await expect
    .poll(async () => [await measured(), [688, await heightIn(await frameNow())]])
    .toEqual(Array(2).fill(await measured()));
  const frame = await frameNow();
  expect(await parsed(frame, 'iframe', 'src')).toBe(new URL(`embed.html#${link}`, page.url()).href);
  expect(await parsed(frame, 'iframe', 'title')).toBe('Transposed convolution, X 2×2, K 2×2');
  const height = await heightIn(frame);
  // In a real frame of that width, nothing is left over and nothing sticks out.
  const other = await page.context().newPage();
  await other.setViewportSize({ width: 688, height: 600 });
  await other.goto(await parsed(frame, 'iframe', 'src'));
  await expect(other.locator('conv-stage .stage')).toBeVisible();
  await expect
    .poll(() => other.evaluate(() => document.querySelector('conv-playground').offsetHeight))
    .toBeGreaterThan(height - 140);
  expect(
    await other.evaluate(() => document.querySelector('conv-playground').offsetHeight),
  ).toBeLessThan(height + 140);
  await other.close();

  await dialog(page).getByRole('button', { name: 'Element', exact: true }).click();
  const element = await text(page, 'Element').inputValue();
  expect(await parsed(element, 'conv-playground', 'state')).toBe(link);
  expect(await parsed(element, 'conv-playground a', 'href')).toBe(url);
  expect(await parsed(element, 'script', 'src')).toBe(
    new URL('conv-playground.js', page.url()).href,
  );
  await dialog(page).getByRole('button', { name: 'Notebook', exact: true }).click();
  const notebook = await text(page, 'Notebook').inputValue();
  expect(JSON.parse(/IFrame\(("(?:[^"\\]|\\.)*")/.exec(notebook)[1])).toBe(
    new URL(`embed.html#${link}`, page.url()).href,
  );
});

test('pictures come with their tab, and are of what is shown', async ({ page }) => {
  await share(page, 'x=1,2;3,4&s=2&step=1');
  const there = () => page.evaluate(() => customElements.get('conv-export') !== undefined);
  expect(await there()).toBe(false);
  await tab(page, 'Link').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tab(page, 'Picture')).toBeFocused();
  const preview = dialog(page).getByRole('group', { name: 'Preview', exact: true });
  await expect(preview).toBeVisible();
  const numbers = (svg) => [...svg.matchAll(/data-cell="Y[^>]*>([^<]*)</g)].map(([, text]) => text);
  const shown = (await rows(page, 'Y')).flatMap((row) => row.split(' ').filter(Boolean));
  expect(numbers(await preview.innerHTML()).filter(Boolean)).toEqual(shown);

  const save = dialog(page).getByRole('button', { name: 'Save SVG', exact: true });
  await tabTo(page, save);
  const asked = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await asked;
  expect(numbers(await readFile(await file.path(), 'utf8')).filter(Boolean)).toEqual(shown);
  await expect(dialog(page).getByRole('status').first()).toContainText(file.suggestedFilename());

  // What is chosen is still so after a look at another way.
  await dialog(page).getByRole('button', { name: 'Steps as GIF', exact: true }).click();
  await tab(page, 'Link').click();
  await tab(page, 'Picture').click();
  await expect(dialog(page).getByRole('group', { name: 'Preview: step 2 of 4' })).toBeVisible();

  await page.goto('about:blank');
  await share(page, 'hide=picture');
  await expect(dialog(page).getByRole('tab')).toHaveText(['Link', 'For a class', 'Embed']);
});

/** A page of another origin with what was copied for it. */
async function pasted(page, html) {
  const foreign = await foreignTo(page, {
    pages: { '/': `<!doctype html><title>A tutorial</title>${html}`, '/favicon.ico': '' },
  });
  await page.goto(foreign.url);
  return foreign;
}

test('a frame that is to follow its content does, on another page', async ({ page }) => {
  await share(page, 's=2&panel=matrix');
  await tab(page, 'Embed').click();
  await expect(dialog(page)).toContainText(/it is \d+ pixels high/);
  await expect(text(page, 'Frame')).not.toHaveValue(/<script/);
  await tick(page, /height follows/).focus();
  await page.keyboard.press('Space');
  const html = await text(page, 'Frame').inputValue();
  await page.emulateMedia({ colorScheme: 'dark' });
  const style = '<style>html { background: white; color: black }</style>';
  const foreign = await pasted(page, style + html.replace(/height="\d+"/, 'height="100"'));
  const frame = page.locator('iframe');
  const inside = page.frameLocator('iframe').locator('conv-playground');
  await expect(inside.locator('conv-stage .stage').first()).toBeVisible();
  const left = async () =>
    (await frame.evaluate(({ clientHeight }) => clientHeight)) -
    (await inside.evaluate((each) => Math.ceil(each.getBoundingClientRect().height)));
  await expect.poll(left).toBe(0);
  await expect.poll(() => inside.evaluate(({ style }) => style.colorScheme)).toBe('light');
  await foreign.close();
});

test.describe('an element that is held to its scripts', () => {
  test.use({ expected: /integrity|status of 404/i });

  /** The lines for it. */
  async function held(page) {
    await share(page, 's=2');
    await tab(page, 'Embed').click();
    await dialog(page).getByRole('button', { name: 'Element', exact: true }).click();
    await tick(page, /^only these very scripts/).focus();
    await page.keyboard.press('Space');
    await expect(text(page, 'Element')).toHaveValue(/"integrity": \{/);
    return text(page, 'Element').inputValue();
  }

  /** Answers with a script that was changed on its way. */
  const changed = (page, url) =>
    page.route(url, async (route) => {
      const response = await route.fetch();
      const body = `${await response.text()};globalThis.intruder = true;`;
      await route.fulfill({ response, body });
    });

  test('runs with them, and refuses one that is changed, at first or later', async ({ page }) => {
    const html = await held(page);
    const map = JSON.parse(/importmap">([^<]*)</.exec(html)[1]).integrity;
    const foreign = await pasted(page, html);
    await shows(page, 'Y', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9');
    // The first panel comes after the numbers.
    await expect(page.getByRole('tabpanel')).toContainText(/stamp/i);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await expect(page.getByRole('tabpanel').getByRole('grid').first()).toBeVisible();
    const scripts = asked.filter((url) => url.endsWith('.js'));
    // Others may come at the same time, which have nothing to do with the panel.
    const panel = scripts.find((url) => /\/panel-[^/]*$/.test(url));
    expect(panel).toBeDefined();
    // All that it asks for is among them, not only what is there from the start.
    for (const url of scripts) expect(Object.keys(map)).toContain(url);

    await changed(page, panel);
    await page.reload();
    await shows(page, 'Y', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9');
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await expect(page.getByRole('tabpanel').getByRole('alert')).toBeVisible();
    await page.unrouteAll();
    await changed(page, /assets\/playground-.*js$/);
    await page.reload();
    await expect(page.getByRole('link', { name: /^Transposed convolution/ })).toBeVisible();
    expect(
      await page.evaluate(() => [customElements.get('conv-playground'), globalThis.intruder]),
    ).toEqual([undefined, undefined]);
    await page.unrouteAll();
    await foreign.close();
  });

  test('is not, where the site does not tell the hashes', async ({ page }) => {
    await page.route('**/integrity.json', (route) => route.fulfill({ status: 404 }));
    await share(page, 's=2');
    await tab(page, 'Embed').click();
    await dialog(page).getByRole('button', { name: 'Element', exact: true }).click();
    await tick(page, /^only these very scripts/).click();
    await expect(dialog(page).getByRole('status')).toContainText('The hashes could not be had.');
    await expect(tick(page, /^only these very scripts/)).not.toBeChecked();
    await expect(text(page, 'Element')).not.toHaveValue(/integrity/);
  });
});

test('a class gets what is ticked, as the preview shows', async ({ page }) => {
  await share(page, 'x=1,2;3,4');
  await tab(page, 'For a class').click();
  const preview = dialog(page).getByRole('region', { name: 'Preview' });
  const stepper = (part, name) => part.getByRole('button', { name: `${name}: more`, exact: true });
  await expect(stepper(preview, 'stride')).toBeEnabled();
  for (const name of [
    'the header',
    'the panels',
    'the operation',
    'the settings',
    'the numbers of K',
  ]) {
    await dialog(page).getByRole('checkbox', { name, exact: true }).uncheck();
  }
  await expect(tick(page, 'the size of X')).not.toBeChecked();
  await expect(tick(page, 'the size of K')).toBeDisabled();
  await expect(stepper(preview, 'input')).toBeDisabled();
  await expect(preview.getByRole('grid', { name: 'K, locked' })).toBeVisible();
  await expect(preview.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await tick(page, 'the size of X').check();
  await expect(stepper(preview, 'input')).toBeEnabled();
  await expect(stepper(preview, 'stride')).toBeDisabled();

  // What is tried out there is nothing that happens to the page.
  await stepper(preview, 'input').click();
  const url = await text(page, 'Address for the class').inputValue();
  expect(url).toContain('&hide=header,panels&lock=operation,settings,k&end');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'X[1,1]')).toHaveText('4');
  await page.goto('about:blank');
  await page.goto(url);
  await expect(page.getByRole('grid', { name: 'K, locked' })).toBeVisible();
  await expect(stepper(page, 'padding')).toBeDisabled();
  await cell(page, 'K[0,0]').focus();
  await page.keyboard.type('7');
  await expect(page.getByRole('status').filter({ hasText: 'K is locked here' })).toBeVisible();
});

/** What each lock keeps, from the text of a link. */
const kept = {
  operation: ({ op }) => op,
  settings: ({ s, d, o, p, g }) => [s, d, o, p, g],
  x: ({ x }) => x,
  'x-size': ({ x }) => x.replace(/[^;,/]/g, ''),
  k: ({ k }) => k,
  'k-size': ({ k }) => k.replace(/[^;,/]/g, ''),
  bias: ({ b }) => b,
};

test('what a lock keeps is not changed by key, paste, button or undo', async ({ page }) => {
  test.slow();
  const playground = page.locator('conv-playground');
  const link = () => playground.evaluate(({ state }) => state);
  const valuesOf = (text) => Object.fromEntries(text.split('&').map((pair) => pair.split('=')));
  const before = 'op=tconv&x=1,2;3,5&k=1,2;3,5&b=1';

  /** Does to the layer all that a person could. */
  async function tried() {
    for (const name of ['X[0,0]', 'K[0,0]', 'b[0]']) {
      await cell(page, name).focus();
      await page.keyboard.type('7');
      await page.keyboard.press('Enter');
    }
    for (const name of ['X[0,0]', 'K[0,0]']) {
      await cell(page, name).focus();
      await paste(page, '8 8 8\n8 8 8\n8 8 8');
    }
    for (const name of [
      'stride',
      'padding',
      'dilation',
      'input',
      'kernel',
      'channels in',
      'channels out',
      'groups',
    ]) {
      const more = page.getByRole('button', {
        name: `${name}: more`,
        exact: true,
        includeHidden: true,
      });
      await more.first().evaluate((button) => button.click());
    }
    const conv = page.getByRole('button', { name: 'conv2d', exact: true });
    await conv.evaluate((button) => button.click());
    // What was typed last is done with.
    await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      active?.blur();
    });
  }

  await open(page, before);
  await tried();
  const free = valuesOf(await link());
  for (const [name, of] of Object.entries(kept)) {
    expect(of(free), `${name} without a lock`).not.toEqual(of(valuesOf(before)));
  }

  for (const [name, of] of Object.entries(kept)) {
    await test.step(name, async () => {
      await open(page, `v=1&x=1,2;3,5&k=1,2;3,5&b=1&lock=${name}&end`);
      const own = of(valuesOf(await link()));
      await tried();
      expect.soft(of(valuesOf(await link())), name).toEqual(own);
      await expect.soft(page.getByRole('button', { name: 'Lessons' })).toHaveCount(0);
      await expect.soft(page.getByRole('button', { name: 'Examples' })).toHaveCount(0);
      for (const key of ['z', 'z', 'y']) await page.keyboard.press(`ControlOrMeta+${key}`);
      expect.soft(of(valuesOf(await link())), `${name}, undone`).toEqual(own);
    });
  }

  await test.step('undo, of what was done before the page was locked', async () => {
    await page.goto('about:blank');
    await open(page, 's=2');
    await page.getByRole('button', { name: 'stride: more', exact: true }).click();
    await playground.evaluate((element) => (element.lock = 'settings'));
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await page.keyboard.press('ControlOrMeta+z');
    expect(await link()).toBe('v=1&s=3&end');
  });
});

for (const [lang, scheme, width] of [
  ['en', 'light', 1280],
  ['zh', 'dark', 360],
]) {
  test(`axe finds nothing in the dialog in ${lang}, ${scheme}, ${width} px wide`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 740 });
    await open(page, `s=2&lang=${lang}&theme=${scheme}&lock=x`);
    await page.locator('conv-header button.strong').click();
    for (const name of ['link', 'class', 'embed', 'picture']) {
      await page.locator(`conv-share #tab-${name}`).click();
      if (name === 'picture')
        await expect(page.locator('conv-share conv-export .previews svg')).toBeVisible();
      else if (name !== 'link')
        await expect(page.locator('conv-share-preview conv-stage .stage')).toBeVisible();
      const wide = await page
        .locator('conv-share dialog')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(wide, 'pixels beyond the dialog').toBeLessThanOrEqual(0);
      expect(await violations(page, 'conv-share'), `what axe finds in ${name}`).toEqual([]);
    }
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });
}
