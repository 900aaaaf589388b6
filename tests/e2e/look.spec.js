import { examples } from '../../web/state/examples.js';
import { expect, fillIn, open, sideways, stage, test, violations } from './fixture.js';

const states = {
  ...Object.fromEntries(examples.map(({ name, link }) => [`the example ${name}`, link])),
  'every setting open': 'op=conv&x=1,2;3,4/5,6;7,8&k=1//1&g=2&p=1,0,0,1&s=1,2&b=1,2&at=y:1,0,0',
  'numbers of many digits': 'x=123456.789,-1e-9;1e300,0.1&k=-1e300,0.333333333333;2,3&at=y:1,1',
  'a refused setting': 's=0',
  'a refused kernel': 'op=conv&k=ones:5x5',
  'a note about the link': `p=1&${'long-unknown-key-'.repeat(12)}=1`,
  'a broken link': `v=1&x=${'0.123456789,'.repeat(40)}`,
};

/** States that axe takes long to look through. */
const huge = {
  'the largest that is edited': `x=rand:16x32x32:1&k=rand:16x16x32x32:2`,
  'more than is drawn at once': 'op=conv&x=rand:200x300:1&k=box:5x5&s=2',
};

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

/** A link that says how it is to look; a broken one cannot, and looks as the page did before. */
const dressed = (link, lang, theme) =>
  link.startsWith('v=') ? link : `${link}&lang=${lang}&theme=${theme}`;

for (const [lang, theme] of [
  ['en', 'light'],
  ['en', 'dark'],
  ['zh', 'light'],
  ['zh', 'dark'],
]) {
  test(`axe finds nothing, and nothing sticks out, in ${lang} and ${theme}`, async ({ page }) => {
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

test('the page never scrolls sideways, however wide it is', async ({ page }, { project }) => {
  test.skip(project.name !== 'wide', 'sets its own widths');
  test.slow();
  for (const lang of ['en', 'zh']) {
    for (const [name, link] of Object.entries({ ...states, ...huge })) {
      await open(page, dressed(link, lang, 'light'));
      for (const width of [360, 480, 620, 768, 1024, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        const message = `${name}, ${lang}, ${width} px`;
        await expect.soft.poll(() => sideways(page), { message }).toBeLessThanOrEqual(0);
      }
    }
  }
});
