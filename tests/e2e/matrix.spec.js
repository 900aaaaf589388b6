import {
  dresses,
  inDress,
  anyWidth,
  cell,
  expect,
  expectSound,
  expectSelected,
  fillIn,
  open,
  result,
  sentence,
  stage,
  test,
} from './fixture.js';
import { dressed } from './states.js';

const article = 'panel=matrix';
const layer = 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&p=2&s=3&panel=matrix';

const panel = (page) => page.locator('conv-matrix-panel');
const small = (page) => panel(page).locator('conv-matrix-grid').getByRole('grid');
const large = (page) => panel(page).getByRole('application', { name: /^Wᵀ?[:：]/ });
const entry = (page, name) => small(page).locator(`[aria-label="${name}"]`);

/** Taps where there is a finger, clicks elsewhere. */
const press = (target, { hasTouch }) => (hasTouch ? target.tap() : target.click());

/** What the small matrix lights up. */
const lit = (page) =>
  small(page)
    .locator('.linked, .selected')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')).sort());

/** Whether two pictures of the large one differ. */
const picture = (page, layer) =>
  panel(page)
    .locator(`canvas.${layer}`)
    .evaluate((canvas) => canvas.toDataURL());

test('shows y = W x, row by row', async ({ page }) => {
  await open(page, article);
  await expect(small(page)).toBeVisible();
  const rows = await small(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('[aria-label]')]
          .map((cell) => cell.textContent.trim() || '.')
          .join(' '),
      ),
    );
  expect(rows).toEqual([
    '0 1 2 3',
    '0 . . . 0',
    '1 0 . . 0',
    '. 1 . . 1',
    '2 . 0 . 0',
    '3 2 1 0 4',
    '. 3 . 1 6',
    '. . 2 . 4',
    '. . 3 2 12',
    '. . . 3 9',
  ]);
});

test('lights up the row of an output, and the output of a row', async ({ page, hasTouch }) => {
  await open(page, article);
  await result(page, 'Y[0,1]').click();
  const row = ['W[Y[0,1], X[0,0]] = 1', 'W[Y[0,1], X[0,1]] = 0'];
  const ends = ['X[0,0] = 0', 'X[0,1] = 1', 'Y[0,1] = 0'];
  await expect.poll(() => lit(page)).toEqual([...row, ...ends].sort());

  await press(entry(page, 'Y[1,1] = 4'), { hasTouch });
  await expect(sentence(page)).toContainText('Y[1,1] = 0·3 + 1·2 + 2·1 + 3·0 = 4');
  await expectSelected(result(page, 'Y[1,1]'));
});

test('lights up the column of an input, and says an entry', async ({ page, hasTouch }) => {
  await open(page, article);
  await press(entry(page, 'X[0,1] = 1'), { hasTouch });
  await expectSelected(cell(page, 'X[0,1]'));
  await expect(sentence(page)).toContainText('X[0,1] = 1');

  await press(entry(page, 'W[Y[1,1], X[0,1]] = 2'), { hasTouch });
  await expect(sentence(page)).toContainText('W[Y[1,1], X[0,1]] = K[1,0] = 2');
  await press(entry(page, 'W[Y[0,0], X[1,1]] = 0'), { hasTouch });
  await expect(sentence(page)).toContainText('W[Y[0,0], X[1,1]] = 0');
});

test('is walked by keyboard, from the entries to both vectors', async ({ page }) => {
  await open(page, article);
  await entry(page, 'W[Y[0,0], X[0,0]] = 0').focus();
  for (const [key, name] of [
    ['ArrowDown', 'W[Y[0,1], X[0,0]] = 1'],
    ['End', 'Y[0,1] = 0'],
    ['Home', 'W[Y[0,1], X[0,0]] = 1'],
    ['Control+Home', 'X[0,0] = 0'],
    ['ArrowRight', 'X[0,1] = 1'],
    ['Control+End', 'Y[2,2] = 9'],
  ]) {
    await page.keyboard.press(key);
    await expect(entry(page, name), key).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/at=y:0,2,2/);
});

test('shows the transpose, which is the other operation', async ({ page }) => {
  await open(page, article);
  await panel(page).getByRole('button', { name: 'Wᵀ · conv2d' }).click();
  await expect(entry(page, 'Wᵀ[X[0,1], Y[1,1]] = 2')).toBeVisible();
  await expect(small(page).getByRole('row')).toHaveCount(5);
  // conv2d of Y by the same kernel
  await expect(entry(page, 'X[0,0] = 12')).toBeVisible();
});

test('draws the rows that padding crops, and the columns that it adds', async ({ page }) => {
  await open(page, `p=1&${article}`);
  await expect(small(page).getByRole('row')).toHaveCount(2);
  await panel(page).getByRole('checkbox', { name: 'with the rows that padding crops' }).check();
  await expect(small(page).getByRole('row')).toHaveCount(10);
  await expect(small(page).getByRole('rowheader', { name: 'padding', exact: true })).toHaveCount(8);
});

test('checks the transpose with y and with a random v', async ({ page }) => {
  await open(page, `b=5&${article}`);
  const check = panel(page).getByRole('status');
  await expect(check).toHaveText(/⟨y, W x⟩ = (\S+)\s+=\s+⟨Wᵀ y, x⟩ = \1\s*$/);
  await expect(panel(page)).toContainText('The bias is left out');
  await panel(page).getByRole('button', { name: 'with a random v' }).click();
  await expect(check).toHaveText(/⟨v, W x⟩ = (\S+)\s+=\s+⟨Wᵀ v, x⟩ = \1\s*$/);
  const before = await check.textContent();
  await panel(page).getByRole('button', { name: 'another v' }).click();
  await expect(check).not.toHaveText(before);
});

test(
  'draws a large layer as a picture that is zoomed by buttons and keys',
  anyWidth,
  async ({ page }) => {
    await open(page, layer);
    await expect(large(page)).toHaveAccessibleName('W: 720 rows, 2560 columns, 135200 weights');
    const before = await picture(page, 'base');
    await panel(page).getByRole('button', { name: 'Larger' }).click();
    await expect.poll(() => picture(page, 'base')).not.toBe(before);
    await large(page).focus();
    await page.keyboard.press('0');
    await expect.poll(() => picture(page, 'base')).toBe(before);
  },
);

test('paints the picture anew for other numbers, and for another theme', async ({ page }) => {
  await open(page, 'op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2&panel=matrix');
  await expect(large(page)).toBeVisible();
  const differs = async (act) => {
    const before = await picture(page, 'base');
    await act();
    await expect.poll(() => picture(page, 'base')).not.toBe(before);
  };
  const type = async (name, text) => {
    await fillIn(stage(page), name, text);
    await page.keyboard.press('Enter');
  };
  const theme = () => page.getByRole('button', { name: 'Light or dark' }).click();
  await differs(() => type('X[0,0]', '50'));
  await differs(() => type('K[2,2]', '-50'));
  await differs(theme);
  await differs(async () => {
    await page.getByRole('tab', { name: 'Shapes' }).click();
    await theme();
    await page.getByRole('tab', { name: 'Matrix' }).click();
  });
});

test('keeps its links in the picture, by keyboard', async ({ page }) => {
  await open(page, layer);
  await large(page).focus();
  await expect(sentence(page)).toContainText('W[Y[0,0,0], X[0,0,0]] = K[0,0,2,2]');
  await page.keyboard.press('Control+ArrowRight');
  await expect(sentence(page)).toContainText('W[Y[0,0,0], X[0,0,1]] = K[0,0,2,3]');
  await page.keyboard.press('End');
  await expect(sentence(page)).toContainText('Y[0,0,0] =');
  await page.keyboard.press('Control+Home');
  await expect(sentence(page)).toContainText('X[0,0,0] =');
});

test('keeps its links in the picture, by pointing', async ({ page, hasTouch }) => {
  await open(page, layer);
  await large(page).scrollIntoViewIfNeeded();
  const { x, y, width } = await panel(page).locator('canvas.base').boundingBox();
  const press = hasTouch
    ? page.touchscreen.tap.bind(page.touchscreen)
    : page.mouse.click.bind(page.mouse);
  await press(x + width - 20, y + 45);
  await expect(sentence(page)).toContainText(/Y\[\d+,\d,\d\] =/);
  await expect(page).toHaveURL(/at=y:/);
});

test('holds an entry that is pinned, until it is let go', async ({ page }) => {
  await open(page, article);
  await entry(page, 'W[Y[1,1], X[0,1]] = 2').focus();
  await page.keyboard.press('Enter');
  await panel(page).getByRole('button', { name: 'with y', exact: true }).focus();
  await expect(sentence(page)).toContainText('W[Y[1,1], X[0,1]] = K[1,0] = 2');
  await entry(page, 'W[Y[1,1], X[0,1]] = 2').focus();
  await page.keyboard.press('Enter');
  await panel(page).getByRole('button', { name: 'with y', exact: true }).focus();
  await expect(sentence(page)).not.toContainText('W[');
});

test('shows in the picture what is selected elsewhere', async ({ page }) => {
  await open(page, layer);
  await expect(large(page)).toBeVisible();
  const before = await picture(page, 'lit');
  await result(page, 'Y[0,2,2]').click();
  await expect.poll(() => picture(page, 'lit')).not.toBe(before);
});

test('lets the wheel scroll the page', anyWidth, async ({ page }) => {
  await open(page, layer);
  await large(page).scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, -200));
  await large(page).hover();
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
});

for (const [name, link] of Object.entries({ small: article, large: layer })) {
  for (const lang of Object.keys(dresses)) {
    test(`has nothing for axe to find: ${name}, in ${lang}`, inDress(lang), async ({ page }) => {
      const theme = dresses[lang];
      await open(page, dressed(link, lang, theme));
      await expect(small(page).or(large(page))).toBeVisible();
      await expectSound(page);
    });
  }
}
