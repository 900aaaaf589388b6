import {
  dresses,
  expect,
  fillIn,
  inDress,
  open,
  sideways,
  stage,
  test,
  violations,
} from './fixture.js';
import { dressed, states } from './states.js';

/** The states with a menu open, or with a text that is no number. */
const doings = {
  'the examples open': (page) => page.getByRole('button', { name: /^(Examples|示例)$/ }).click(),
  'a menu of forms open': (page) =>
    page
      .getByRole('button', { name: /^(Copy Y as|复制 Y 为)/ })
      .first()
      .click(),
  'a text that is no number': async (page) => {
    await fillIn(stage(page), 'X[0,0]', 'abc'.repeat(20));
    await page.keyboard.press('Enter');
  },
};

async function sound(page) {
  expect.soft(await sideways(page), 'pixels beyond the window').toBeLessThanOrEqual(0);
  expect.soft(await violations(page), 'what axe finds').toEqual([]);
}

for (const [lang, theme] of Object.entries(dresses)) {
  test(`axe finds nothing, and nothing sticks out, in ${lang}`, inDress(lang), async ({ page }) => {
    test.slow();
    await open(page, dressed('op=tconv', lang, theme));
    for (const [name, link] of Object.entries(states)) {
      await test.step(name, async () => {
        await open(page, dressed(link, lang, theme));
        await sound(page);
      });
    }
    for (const [name, act] of Object.entries(doings)) {
      await test.step(name, async () => {
        await open(page, dressed('op=tconv', lang, theme));
        await act(page);
        await sound(page);
        await page.keyboard.press('Escape');
      });
    }
  });
}

test('at 320 pixels, as at four times the size, the default does not scroll sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const lang of ['en', 'zh']) {
    await open(page, `at=y:1,1&lang=${lang}`);
    expect(await sideways(page), lang).toBeLessThanOrEqual(0);
  }
});

test('the settings stand in one line on a page of full width, sizes of two digits too', async ({
  page,
}) => {
  for (const op of ['conv', 'tconv']) {
    for (const lang of ['en', 'zh']) {
      await open(page, `op=${op}&x=rand:1x16x16:7&k=rand:1x1x10x10:8&lang=${lang}`);
      const line = page.locator('conv-settings .row').first();
      const { height } = await line.boundingBox();
      const { height: field } = await line.locator('conv-number-field').first().boundingBox();
      expect(height, `${op}, ${lang}`).toBeLessThan(1.5 * field);
    }
  }
});
