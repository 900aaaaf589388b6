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
