import {
  dresses,
  inDress,
  address,
  cellIn,
  expect,
  expectSelected,
  field,
  open,
  result,
  sentence,
  shows as stageShows,
  sideways,
  tabTo,
  test,
  violations,
} from './fixture.js';
import { dressed } from './states.js';

const panel = (page) => page.getByRole('tabpanel');
const grid = (page, name) => panel(page).getByRole('grid', { name, exact: true });
const cell = (page, name) => cellIn(panel(page), name);

/** Waits until a grid of the panel shows these rows. */
const shows = (page, name, ...expected) =>
  expect
    .poll(
      () =>
        grid(page, name)
          .getByRole('row')
          .evaluateAll((rows) =>
            rows.map((row) =>
              [...row.querySelectorAll('[role=gridcell]')].map((each) => each.innerText).join(' '),
            ),
          ),
      { intervals: [50] },
    )
    .toEqual(expected);

const says = (page, text) => expect(panel(page)).toContainText(text);

test('a kernel that the stride does not divide makes a checkerboard', async ({ page }) => {
  await open(page, 'k=ones:3x3&s=2&panel=overlap');
  await says(page, 'A checkerboard.');
  await says(page, 'kernel 3 is not a multiple of stride 2');
  await shows(page, 'stamps', '1 1 2 1 1', '1 1 2 1 1', '2 2 4 2 2', '1 1 2 1 1', '1 1 2 1 1');
  await shows(page, 'ΣK', '4 2', '2 1');
});

test('its remedy is one press away, and Y keeps its size', async ({ page }) => {
  await open(page, 'k=ones:3x3&s=2&p=1&o=1&panel=overlap');
  await panel(page).getByRole('button', { name: 'Use kernel 4 × 4, padding 1' }).click();
  await says(page, 'No checkerboard.');
  expect(await address(page)).toContain('k=ones:4x4&s=2&p=1');
  await shows(page, 'stamps', '1 2 2 1', '2 4 4 2', '2 4 4 2', '1 2 2 1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await says(page, 'A checkerboard.');
});

test('the verdict follows the settings', async ({ page }) => {
  await open(page, 'k=bilinear:3x3&s=2&panel=overlap');
  await says(page, 'Uneven stamps, evened out by the weights.');
  await field(page, 'stride').fill('1');
  await field(page, 'stride').press('Enter');
  await says(page, 'with stride 1, every weight of the kernel meets every cell');
  await expect(panel(page).getByText('The same X, enlarged in other ways')).toHaveCount(0);
});

test('the alternatives stand beside Y, computed from the same X', async ({ page }) => {
  await open(page, 'x=0,4;4,8&k=1&s=2&o=1&panel=overlap');
  await shows(page, 'Y', '0 0 4 0', '0 0 0 0', '4 0 8 0', '0 0 0 0');
  await shows(page, 'resized', '0 0 4 4', '0 0 4 4', '4 4 8 8', '4 4 8 8');
  await shows(
    page,
    'bilinear',
    '0 0.75 2.25 2.25',
    '0.75 2 4 3.75',
    '2.25 4 6 5.25',
    '2.25 3.75 5.25 4.5',
  );
  await says(page, 'interpolate(X, scale_factor=2)');
  await says(page, 'conv_transpose2d(X, bilinear, stride=2, padding=1)');
});

test('a cell of the map is a cell of Y, a phase stands for its cells', async ({ page }) => {
  await open(page, 'k=ones:3x3&s=2&panel=overlap');
  await cell(page, 'stamps[2,2]').hover();
  await expect(sentence(page)).toHaveText('Y[2,2] = 0·1 + 1·1 + 2·1 + 3·1 = 6');
  await expectSelected(cell(page, 'ΣK[0,0]'));
  await cell(page, 'ΣK[1,0]').hover();
  await expectSelected(cell(page, 'stamps[1,2]'));
  await cell(page, 'bilinear[0,0]').hover();
  await expect(sentence(page)).toContainText('Point at any cell');
});

test('the maps are walked by keyboard', async ({ page }) => {
  await open(page, 'k=ones:3x3&s=2&panel=overlap');
  await tabTo(page, cell(page, 'stamps[0,0]'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(sentence(page)).toHaveText('Y[1,1] = 0·1 = 0');
  await page.keyboard.press('Enter');
  expect(await address(page)).toContain('at=y:0,1,1');
  await expect(result(page, 'Y[1,1]')).toHaveAttribute('aria-selected', 'true');
});

test('a convolution is judged by how often it reads X', async ({ page }) => {
  await open(page, 'op=conv&x=ones:1x5&k=ones:1x3&s=1,2&panel=overlap');
  await says(page, 'X is read unevenly.');
  await shows(page, 'reads', '1 1 2 1 1');
  await shows(page, 'resized', '3 2.5');
  await cell(page, 'reads[0,2]').hover();
  await expect(sentence(page)).toContainText('X[0,2] = 1');
});

test('a channel is picked, on the stage and here', async ({ page }) => {
  await open(page, 'x=rand:2x6x6:1&k=rand:2x5x3x3:2&s=2&panel=overlap');
  await panel(page).getByRole('button', { name: 'output channel: next' }).first().click();
  await says(page, 'for output channel 1');
  await expect(panel(page).getByRole('grid', { name: 'ΣK[1]' })).toBeVisible();
  await cell(page, 'stamps[0,0]').hover();
  await expect(sentence(page)).toContainText('Y[1,0,0] =');
});

test('a large layer is shown in part', async ({ page }) => {
  await open(page, 'x=rand:60x60:1&k=rand:3x3:2&s=2&panel=overlap');
  await says(page, 'A checkerboard.');
  expect(await grid(page, 'stamps').getByRole('gridcell').count()).toBeLessThan(700);
});

test('a locked layer keeps its kernel', async ({ page }) => {
  await open(page, 'k=ones:3x3&s=2&lock=settings&panel=overlap');
  await expect(panel(page).getByRole('button', { name: /^Use kernel/ })).toBeDisabled();
});

test('says it in Chinese', async ({ page }) => {
  await open(page, 'k=ones:3x3&s=2&panel=overlap&lang=zh');
  await expect(page.getByRole('tab', { name: '重叠' })).toHaveAttribute('aria-selected', 'true');
  await says(page, '有棋盘效应。');
  await stageShows(page, 'X', '0 1', '2 3');
});

for (const lang of Object.keys(dresses)) {
  test(`axe finds nothing, and nothing sticks out, in ${lang}`, inDress(lang), async ({ page }) => {
    const theme = dresses[lang];
    test.slow();
    await open(page, dressed('x=rand:2x3x3:1&k=rand:2x2x3x3:2&s=2&panel=overlap', lang, theme));
    await expect(panel(page).getByRole('grid').first()).toBeVisible();
    expect(await sideways(page), 'pixels beyond the window').toBeLessThanOrEqual(0);
    expect(await violations(page), 'what axe finds').toEqual([]);
  });
}
