import {
  dresses,
  inDress,
  cell,
  expect,
  expectSound,
  field,
  fillIn,
  open,
  stage,
  tabTo,
  test,
} from './fixture.js';
import { dressed } from './states.js';

const panel = (page) => page.getByRole('tabpanel', { name: /^(Round trip|往返)$/ });
const openTrip = async (page, link = '') => {
  await open(page, link);
  await page.getByRole('tab', { name: /^(Round trip|往返)$/ }).click();
  await expect(panel(page).getByRole('table').first()).toBeVisible();
};
const row = (page, name) => panel(page).getByRole('row', { name });
/** The numbers of one of the panel's grids. */
const numbers = (page, name) =>
  panel(page)
    .getByRole('grid', { name, exact: true })
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.innerText).join(' '));

test('opens on the article’s layer, where 16, 17 and 18 come back as 16', async ({ page }) => {
  await openTrip(page);
  await expect(panel(page)).toContainText('16, 17 and 18 all become 6, and 6 goes back to 16.');
  await expect(panel(page)).toContainText('With output padding 1 and 2 it goes back to 17 and 18.');
  await expect(row(page, /^16 comes back/)).toHaveText(
    /16\s*✓comes back\s*17\s*\+1comes back with output padding 1\s*18\s*\+2.*→\s*6\s*→\s*16/s,
  );
});

test('shows the windows, and what each size lacks for one more', async ({ page }) => {
  await openTrip(page);
  const strips = panel(page).locator('conv-trip-windows');
  await expect(strips.getByRole('listitem')).toHaveText([
    /^\s*16: 6 windows; unread: none; the next one lacks 3 places\.\s*$/,
    /^\s*17: 6 windows; unread: 1 zero of the padding; the next one lacks 2 places\.\s*$/,
    /^\s*18: 6 windows; unread: 2 zeros of the padding; the next one lacks 1 place\.\s*$/,
  ]);
  await open(page, 'panel=round-trip&op=conv&x=arange:8x19&k=ones:3x2&s=2,3&p=1,0');
  await expect(strips).toHaveCount(2);
  await expect(strips.last().getByRole('listitem').first()).toHaveText(
    /^\s*17: 6 windows; unread: 5 cells; the next one lacks 3 places\.\s*$/,
  );
  // On the way back they are conv2d's too.
  await page.getByRole('button', { name: 'g conv_transpose2d, then f conv2d' }).click();
  await expect(strips.getByRole('listitem')).toHaveCount(2);
});

test('the article’s layer goes onto the stage', async ({ page }) => {
  await openTrip(page);
  await page.getByRole('button', { name: 'Load this layer' }).click();
  await expect(stage(page)).toContainText('X 1 × 16 × 16');
  await expect(stage(page)).toContainText('Y 1 × 6 × 6');
  await expect(field(page, 'stride')).toHaveValue('3');
  await expect(page.getByRole('button', { name: 'my layer' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('the present layer’s sizes, whichever operation goes first', async ({ page }) => {
  await openTrip(page, 'op=conv&x=arange:7x9&k=ones:3x2&s=2,3&p=1,0');
  await expect(panel(page).getByRole('table')).toHaveCount(2);
  await expect(panel(page)).toContainText('7 and 8 both become 4');
  await expect(panel(page)).toContainText('8, 9 and 10 all become 3');
  await page.getByRole('button', { name: 'g conv_transpose2d, then f conv2d' }).click();
  await expect(panel(page)).toContainText('7 becomes 13 and comes back as 7');
});

test('another range, by keyboard', async ({ page }) => {
  await openTrip(page);
  const from = page.locator('conv-number-field[name="trip.from"] input');
  await page.getByRole('tab', { name: 'Round trip' }).focus();
  await tabTo(page, from);
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(row(page, /^1 comes back/)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(from).toHaveValue('2');
});

test('the numbers do not come back, unless a deconvolution finds them', async ({ page }) => {
  await openTrip(page, 'x=0,1;2,3&k=0,1;2,3');
  await expect(panel(page)).toContainText('Is it deconvolution? No');
  expect(await numbers(page, 'g(X)')).toBe('0 0 1 0 4 6 4 12 9');
  expect(await numbers(page, 'f(g(X))')).toBe('12 27 48 57');
  expect(await numbers(page, 'X*')).toBe('0 1 2 3');
  await expect(panel(page)).toContainText('X again, nothing was lost');
});

test('the numbers follow the reader’s own X', async ({ page }) => {
  await openTrip(page, 'op=conv&x=0,1;2,5&k=1,1;1,1');
  expect(await numbers(page, 'f(X)')).toBe('8');
  expect(await numbers(page, 'g(f(X))')).toBe('8 8 8 8');
  expect(await numbers(page, 'X*')).toBe('2 2 2 2');
  await fillIn(stage(page), 'X[0,0]', '4');
  await cell(page, 'X[0,0]').press('Enter');
  await expect.poll(() => numbers(page, 'X*')).toBe('3 3 3 3');
  await expect(panel(page)).toContainText('up to 2 from X, though its output is Y');
});

test('a larger layer is inverted once it is left alone', async ({ page }) => {
  await openTrip(page, 'op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2');
  await expect(panel(page).getByRole('grid', { name: 'X*', exact: true })).toBeVisible();
  await open(page, 'panel=round-trip&op=conv&x=rand:8x128x128&k=rand:8x8x3x3');
  await expect(panel(page)).toContainText('The inverse is shown for layers of up to 524,288');
});

test('channels, groups and a bias go there and back', async ({ page }) => {
  await openTrip(page, 'op=conv&x=rand:2x5x5:1&k=rand:2x1x3x2:2&g=2&s=2,1&b=1,2&p=1,0,2,1');
  await expect(panel(page)).toContainText('g(f(X)) 2 × 5 × 5');
  await expect(panel(page)).toContainText('conv_transpose2d, output padding 1 × 0');
  await expect(panel(page).getByRole('grid', { name: 'X*[1]', exact: true })).toBeVisible();
});

for (const lang of Object.keys(dresses)) {
  test(
    `axe finds nothing, and nothing stands out sideways, in ${lang}`,
    inDress(lang),
    async ({ page }) => {
      const theme = dresses[lang];
      const link = 'panel=round-trip&op=conv&x=rand:2x5x5:1&k=rand:2x1x3x2:2&g=2&s=2,1';
      await open(page, dressed(link, lang, theme));
      await expect(panel(page).getByRole('grid', { name: /^X\*/ }).first()).toBeVisible();
      await expectSound(page);
    },
  );
}
