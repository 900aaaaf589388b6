import {
  anyWidth,
  dresses,
  inDress,
  address,
  alert,
  expect,
  field,
  open,
  shows,
  tabTo,
  test,
  violations,
} from './fixture.js';

/** The lesson's card. */
const card = (page) => page.locator('conv-lesson section');

/** The field of the prediction. */
const answer = (page) => card(page).getByRole('textbox');

/** What became of the prediction. */
const verdict = (page) => card(page).getByRole('status');

test('a lesson opens from the menu, with its layer', anyWidth, async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Lessons' }).click();
  expect(await violations(page, 'conv-header')).toEqual([]);
  await page.getByRole('menuitem', { name: '5 Stride spreads the stamps' }).click();
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(
    /5 of 14\s+Stride spreads the stamps/,
  );
  await shows(page, 'Y', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9');
  expect(await address(page)).toContain('lesson=stride');
});

test('a lesson opens its settings as its own link says, whatever was open before', async ({
  page,
}) => {
  const more = page.getByRole('button', { name: /^channels, bias/ });
  const choose = async (name) => {
    await page.getByRole('button', { name: 'Lessons' }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect(card(page).getByRole('heading', { level: 2 })).toContainText(
      name.replace(/^\d+ /, ''),
    );
  };
  await open(page, 'op=conv&x=0,1,2;3,4,5;6,7,8&k=0,1;2,3');
  for (const name of ['1 The kernel slides', '8 A matrix and its transpose']) {
    await more.click();
    await page.getByRole('checkbox', { name: 'separate height and width' }).check();
    await choose(name);
    await expect(more).toHaveAttribute('aria-expanded', 'false');
    await expect(field(page, 'stride')).toBeVisible();
  }
  await choose('7 Channels and groups');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
});

test('a lesson that cannot be loaded says so, and the layer is there', async ({ page }) => {
  await page.route('**/assets/define-*.js', (route) => route.abort('aborted'));
  await open(page, 'lesson=stride');
  await expect(alert(page)).toContainText('The lesson could not be loaded.');
  await shows(page, 'Y', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9');
  await page.unroute('**/assets/define-*.js');
  await page.evaluate(() => (location.hash = 'lesson=padding'));
  await expect(card(page)).toContainText('4 of 14');
  await expect(alert(page)).toHaveCount(0);
});

test('a lesson whose text cannot be loaded says so, until it can', async ({ page }) => {
  await page.route('**/assets/book.en-*.js', (route) => route.abort('aborted'));
  await open(page, 'lesson=stride');
  await expect(alert(page)).toContainText('The lesson could not be loaded.');
  await page.unroute('**/assets/book.en-*.js');
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('menuitem', { name: '4 Padding crops the output' }).click();
  await expect(card(page)).toContainText('4 of 14');

  // Nothing is shown in two languages: the page stays in the one that is whole.
  await page.route('**/assets/book.zh-*.js', (route) => route.abort('aborted'));
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText('The words in 中文 could not be loaded.')).toBeVisible();
  await expect(card(page)).toContainText('4 of 14');
  await page.unroute('**/assets/book.zh-*.js');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(card(page)).toContainText('第 4 课');
});

test('a lesson is gone through by keyboard alone', async ({ page }) => {
  await open(page, 'lesson=stride');
  await tabTo(page, answer(page));
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  // A wrong answer is not told the right one until the reader, wrong again, asks for it.
  await expect(verdict(page)).toContainText('Not quite. Think again:');
  await expect(verdict(page)).not.toContainText('5 × 5');
  await answer(page).press('Enter');
  await card(page).getByRole('button', { name: 'Show me' }).click();
  await expect(verdict(page)).toContainText('The engine computes 5 × 5.');
  await answer(page).selectText();
  await page.keyboard.type('5x5');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Right, 5 × 5.');
  await tabTo(page, card(page).getByRole('button', { name: 'Show this layer' }));
  await page.keyboard.press('Enter');
  await expect(field(page, 'stride')).toHaveValue('3');
  await expect(verdict(page)).toContainText('Right');

  await tabTo(page, card(page).getByRole('button', { name: 'Start over' }));
  await page.keyboard.press('Enter');
  await expect(field(page, 'stride')).toHaveValue('2');

  await tabTo(page, card(page).getByRole('button', { name: /^Next/ }));
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(card(page).getByRole('heading', { level: 2 })).toContainText('Output padding picks');
  await expect(verdict(page)).toBeEmpty();
  await expect(answer(page)).toHaveValue('');
});

test('an answer that is no number is not counted as wrong', async ({ page }) => {
  await open(page, 'lesson=stamping');
  await answer(page).fill('a lot');
  await card(page).getByRole('button', { name: 'Check' }).click();
  await expect(verdict(page)).toHaveText('Type a number.');
  await expect(answer(page)).toBeFocused();
});

test('a term opens its definition, and Escape closes it', anyWidth, async ({ page }) => {
  await open(page, 'lesson=stride');
  const term = card(page).getByRole('button', { name: 'stride', exact: true });
  await term.press('Enter');
  const meaning = card(page).getByText('How many cells the window moves at a time');
  await expect(meaning).toBeVisible();
  await expect(meaning).toBeInViewport({ ratio: 1 });
  expect(await violations(page, 'conv-lesson')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(term).toBeFocused();
});

test('changes stay within the lesson until it is closed', async ({ page }) => {
  await open(page, 'lesson=stride');
  await field(page, 'stride').fill('1');
  await field(page, 'stride').press('Enter');
  expect(await address(page)).toContain('lesson=stride');
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await card(page).getByRole('button', { name: 'Close the lesson' }).click();
  await expect(card(page)).toHaveCount(0);
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  expect(await address(page)).not.toContain('lesson');
});

test('the card can be left out, and stays when the layer is locked', async ({ page }) => {
  await open(page, 'lesson=stride&hide=lesson');
  await expect(card(page)).toHaveCount(0);
  await page.goto('embed.html#lesson=stride&hide=header&lock=settings,x,k');
  await expect(card(page)).toContainText('How large is');
  await expect(card(page).getByRole('button', { name: /Next|Start over/ })).toHaveCount(0);
  await answer(page).fill('5');
  await answer(page).press('Enter');
  await expect(verdict(page)).toContainText('Right, 5 × 5.');
});

test('a lesson that there is not is said to be none', async ({ page }) => {
  await open(page, 'lesson=nothing');
  await expect(page.getByText('“nothing” is not one of the lessons.')).toBeVisible();
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
});

for (const [language, scheme] of Object.entries(dresses)) {
  test(
    `all lessons are in order and accessible (${language}, ${scheme})`,
    inDress(language),
    async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await open(page, `lesson=sliding-window&lang=${language}`);
      for (let number = 1; ; number++) {
        const heading = card(page).getByRole('heading', { level: 2 });
        await expect(heading).toContainText(
          language === 'en' ? `${number} of 14` : `第 ${number} 课`,
        );
        await expect(alert(page)).toBeHidden();
        await answer(page).fill('7');
        await answer(page).press('Enter');
        await expect(verdict(page)).not.toBeEmpty();
        const wide = page.viewportSize().width;
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(wide);
        expect(await violations(page, 'conv-lesson')).toEqual([]);
        const next = card(page).getByRole('button', { name: /^(Next|下一课)/ });
        if ((await next.count()) === 0) {
          expect(number).toBe(14);
          break;
        }
        await next.click();
      }
    },
  );

  test(
    `the help page leads to its answers (${language}, ${scheme})`,
    inDress(language),
    async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto('help.html');
      if (language === 'zh') await page.getByRole('button', { name: '中文' }).click();
      await expect(page.locator('html')).toHaveAttribute(
        'lang',
        language === 'en' ? 'en' : 'zh-Hans',
      );
      const links = page.locator('section a');
      await expect(links).toHaveCount(20);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        page.viewportSize().width,
      );
      expect(await violations(page)).toEqual([]);
      await links.nth(3).click();
      await expect(card(page)).toContainText(language === 'en' ? '4 of 14' : '第 4 课');
    },
  );
}

test(
  'the default page says what it is for and where to start, and the menu ticks what was learnt',
  anyWidth,
  async ({ page }) => {
    await open(page);
    await page.getByRole('link', { name: /^Start here/ }).click();
    await expect(card(page)).toContainText('1 of 14');
    await expect(page.getByRole('link', { name: /^Start here/ })).toHaveCount(0);
    const ticked = async () => {
      await page.getByRole('button', { name: /^Lessons/ }).click();
      const items = await page.getByRole('menuitem').allTextContents();
      await page.keyboard.press('Escape');
      return items.map((text) => text.includes('✓'));
    };
    expect((await ticked()).slice(0, 2)).toEqual([false, false]);
    await answer(page).fill('4 x 4');
    await answer(page).press('Enter');
    await expect(verdict(page)).toContainText('Right');
    expect((await ticked()).slice(0, 2)).toEqual([true, false]);
    await page.reload();
    await expect(card(page)).toBeVisible();
    expect((await ticked()).slice(0, 2)).toEqual([true, false]);
  },
);
