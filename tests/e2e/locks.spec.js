import { panels } from '../../web/panels/index.js';
import { readLink } from '../../web/state/link.js';
import { cell, expect, foreignTo, paste, test } from './fixture.js';

// What cannot be had without a person's own press, or without a camera.
test.use({ expected: /user activation|user gesture|camera|Permissions|NotAllowed/i });

/** What each lock keeps of a state. */
const kept = {
  operation: ({ op }) => op,
  settings: ({ stride, dilation, outputPadding, padding, groups }) =>
    [stride, dilation, outputPadding, padding, groups].join(' '),
  x: ({ x }) => JSON.stringify(x),
  'x-size': ({ x }) => String(x.shape),
  k: ({ k }) => JSON.stringify(k),
  'k-size': ({ k }) => String(k.shape),
  bias: ({ bias }) => String(bias),
};

/** A layer in which there is something to use, to repair and to apply. */
const layer = 'op=tconv&x=1,2,3;4,5,6;7,8,10&k=1,2,3;3,5,1;1,1,2&b=1&s=2';

/** Other numbers, other layers, a link that locks nothing, an error of a layer that is none. */
const texts = [
  '8 8 8 8\n8 8 8 8\n8 8 8 8\n8 8 8 8',
  'k = torch.tensor([[1., 0.], [0., 1.]])',
  'nn.Conv2d(1, 2, 5, stride=3, padding=1)',
  'nn.ConvTranspose2d(1, 1, 2, padding=1, bias=False)',
  'v=1&op=conv&x=9,9;9,9&k=9&end',
  'v=1&op=tconv&x=1,2,3;4,5,6;7,8,10&k=1,2,3;3,5,1;1,1,2&b=2&s=2&end',
  "RuntimeError: Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater than actual input size",
];

/**
 * Presses, in the page, all that can be pressed in a playground, and chooses all that can be chosen, twice: what
 * the first round opens is there for the second. Answers with all states that came of it.
 */
async function pressAll(playground) {
  const states = new Set();
  const pause = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const all = (root, found = []) => {
    for (const each of root.querySelectorAll('*')) {
      if (each.matches('button, input, select, [role=option]') && each.checkVisibility())
        found.push(each);
      if (each.shadowRoot) all(each.shadowRoot, found);
    }
    return found;
  };
  const said = (type, init = {}) =>
    new (type === 'input' ? InputEvent : Event)(type, { bubbles: true, composed: true, ...init });
  for (let round = 0; round < 2; round++)
    for (const each of all(playground.shadowRoot)) {
      if (!each.isConnected || each.matches(':disabled')) continue;
      // One that is left, and the tabs: the panels have their turns.
      if (each.getAttribute('role') === 'tab') continue;
      if (each.type === 'file') continue;
      if (each.localName === 'select') each.selectedIndex = each.options.length - 1;
      else if (each.matches('[type=range]')) each.value = each.max;
      else if (each.matches('input:not([type=checkbox], [type=radio])')) each.value = '5';
      else each.click();
      if (!each.matches('button')) {
        each.dispatchEvent(said('input'));
        each.dispatchEvent(said('change'));
        each.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
        );
      }
      await pause();
      for (const dialog of playground.shadowRoot.querySelectorAll('*'))
        dialog.shadowRoot?.querySelector('dialog[open]')?.close();
      states.add(playground.state);
    }
  return [...states];
}

/** A class’s page: an element of another origin, with a lock of its link or of its own. */
async function classroom(page, lock) {
  const foreign = await foreignTo(page, {
    pages: {
      '/': `<!doctype html><html lang="en"><title>A lesson</title>
        <script type="module" src="${process.env.SITE}conv-playground.js"></script>
        <conv-playground state="${layer.replaceAll('&', '&amp;')}&amp;lock=${lock}"></conv-playground></html>`,
      '/favicon.ico': '',
    },
  });
  await page.goto(foreign.url);
  await expect(cell(page, 'X[0,0]')).toBeVisible();
  await expect(page.locator('[part=stage][aria-busy=true]')).toHaveCount(0);
  return foreign;
}

/** By keys, pasting and dragging, from one layer; answers with all states that came of it. */
async function tryAll(page, start) {
  const playground = page.locator('conv-playground');
  const states = new Set();
  const look = async () => states.add(await playground.evaluate(({ state }) => state));
  const away = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      active?.blur();
    });
  for (const name of ['X[0,0]', 'K[0,0]', 'b[0]']) {
    await cell(page, name).focus();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await look();
    await cell(page, name).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Delete');
    await look();
    await away();
    const { x, y, width, height } = await cell(page, name).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await look();
    await away();
  }
  for (const text of texts) {
    for (const at of ['X[0,0]', 'K[0,0]', 'b[0]', undefined]) {
      await playground.evaluate((element, link) => (element.state = link), start);
      await expect(cell(page, 'b[0]')).toHaveText('1');
      if (at) await cell(page, at).focus();
      else await page.locator('conv-playground').getByRole('slider').first().focus();
      await paste(page, text);
      await expect(page.locator('conv-playground')).toHaveJSProperty('isUpdatePending', false);
      await page.waitForTimeout(30); // what reads it may be on its way
      await look();
      // What was offered: a remedy, the numbers in another place, what was before.
      for (const offer of await page.locator('.notice .offers button, .alert button').all()) {
        if (await offer.isVisible()) await offer.click({ timeout: 1000 }).catch(() => {});
        await look();
      }
      await page.keyboard.press('Escape');
      await away();
    }
  }
  for (const key of ['z', 'z', 'z', 'z', 'y', 'y']) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await look();
  }
  return [...states];
}

/** All that can be done, in every panel. */
async function states(page, lock) {
  const playground = page.locator('conv-playground');
  const foreign = await classroom(page, lock);
  const start = `${layer}&lock=${lock}`;
  const all = await tryAll(page, start);
  for (const { name } of panels) {
    await playground.evaluate((element, link) => (element.state = link), `${start}&panel=${name}`);
    await expect(
      page.getByRole('tabpanel').locator(`conv-panel-${name}, conv-${name}-panel`),
    ).toBeVisible();
    await page.waitForTimeout(100);
    all.push(...(await playground.evaluate(pressAll)));
  }
  await foreign.close();
  return Promise.all(all.map(async (text) => (await readLink(text)).state));
}

const before = async () => (await readLink(layer)).state;

test('without a lock all of it changes', async ({ page }) => {
  const first = await before();
  const all = await states(page, '');
  for (const [name, of] of Object.entries(kept))
    expect(all.filter((each) => of(each) !== of(first)).length, name).toBeGreaterThan(1);
});

for (const [name, of] of Object.entries(kept))
  test(`a class cannot change what is locked: ${name}`, async ({ page }) => {
    const first = of(await before());
    const all = await states(page, name);
    expect(all.length).toBeGreaterThan(20);
    for (const each of all) expect(of(each)).toBe(first);
  });
