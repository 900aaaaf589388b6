import { cellIn, expect, open, result, stage, tabTo, cell, test } from './fixture.js';

const layer = 'op=conv&x=arange:16x16&k=ones:5x5&p=2&panel=steps';
const panel = (page) => page.getByRole('tabpanel');

/** All of a number is in its name: it is the same on the stage and in the panel. */
const same = (page) =>
  expect(async () => {
    const name = await result(page, 'Y[8,8]').getAttribute('aria-label');
    await expect(cellIn(panel(page), 'Y[8,8]')).toHaveAttribute('aria-label', name, { timeout: 1 });
  }).toPass();

test('a panel below the window follows what is typed above it, and is drawn with it when seen', async ({
  page,
}) => {
  await open(page, layer);
  await same(page);
  await tabTo(page, cell(page, 'X[0,0]'));
  await expect(panel(page)).not.toBeInViewport();
  for (const step of ['ArrowDown', 'ArrowRight']) {
    for (let i = 0; i < 8; i++) await page.keyboard.press(step);
  }
  await page.keyboard.type('-900');
  await expect(cell(page, 'X[8,8]')).toHaveValue('-900');
  await same(page);
  await page.keyboard.type('0');
  await panel(page).scrollIntoViewIfNeeded();
  await expect(panel(page)).toBeInViewport();
  await same(page);
  await expect(stage(page)).toBeInViewport();
});
