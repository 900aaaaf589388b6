import {
  address,
  cellIn,
  expect,
  field,
  grid,
  open,
  result,
  sentence,
  stage,
  test,
} from './fixture.js';

test.use({ hasTouch: true });

const tab = (page, name) => page.getByRole('tab', { name, exact: true });
const panel = (page) => page.getByRole('tabpanel');
const button = (page, name) => page.getByRole('button', { name, exact: true });
const stepIs = (page, text) => expect(page.getByText(text, { exact: true })).toBeVisible();
const figure = (page, name) => cellIn(panel(page), name);

/** Does something, and waits until a part of the page looks otherwise. */
async function changes(part, act) {
  await part.scrollIntoViewIfNeeded();
  const before = await part.screenshot();
  await act();
  await expect.poll(async () => (await part.screenshot()).equals(before)).toBe(false);
}

/** Sets a slider to a share of its range by a tap there. */
async function tapSlider(page, slider, share) {
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  await page.touchscreen.tap(x + 8 + share * (width - 16), y + height / 2);
}

test('a tapped cell is pinned, and lights up what it is made of', async ({ page }) => {
  await open(page, 'x=arange:3x3');
  await changes(grid(page, 'X'), () => result(page, 'Y[1,1]').tap());
  await expect(result(page, 'Y[1,1]')).toHaveAttribute('aria-selected', 'true');
  await expect(sentence(page)).toHaveText('Y[1,1] = 0·3 + 1·2 + 3·1 + 4·0 = 5');
  expect(await address(page)).toContain('at=y:0,1,1');
  await result(page, 'Y[1,1]').tap();
  await expect(page).not.toHaveURL(/at=/);
});

test('settings are stepped, and a cell is typed into', async ({ page }) => {
  await open(page);
  await button(page, 'stride: more').tap();
  await expect(field(page, 'stride')).toHaveValue('2');
  await expect(stage(page)).toContainText('Y 1 × 4 × 4');
  await grid(page, 'X').getByRole('gridcell').first().tap();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(result(page, 'Y[1,1]')).toHaveText('15');
  await button(page, 'conv2d').tap();
  await expect(stage(page)).toContainText('Y 1 × 1 × 1');
});

test('the player is stepped, scrubbed, played and paused', async ({ page }) => {
  await open(page, 'x=arange:3x3');
  await button(page, 'A step forward').tap();
  await stepIs(page, 'step 1 of 9');
  await button(page, 'A step forward').tap();
  await stepIs(page, 'step 2 of 9');
  await tapSlider(page, page.getByRole('slider', { name: 'Step' }), 0.5);
  await stepIs(page, 'step 5 of 9');
  await button(page, 'A step back').tap();
  await stepIs(page, 'step 4 of 9');
  await button(page, 'Play').tap();
  await expect(page.getByText(/^step [5-9] of 9$/)).toBeVisible();
  // It may have come to the end in the meantime.
  await page.getByRole('button', { name: /^(Pause|Play)$/ }).tap();
  await button(page, 'gather').tap();
  await button(page, 'To the last step').tap();
  await stepIs(page, 'step 16 of 16');
});

test('steps: a tapped cell of a stamp is one of Y', async ({ page }) => {
  await open(page, 'panel=steps&step=3');
  await panel(page).getByRole('grid', { name: 'Y, stamps added up' }).waitFor();
  await changes(grid(page, 'X'), () =>
    panel(page)
      .getByRole('grid', { name: 'Y, stamps added up' })
      .getByRole('gridcell', { name: /^Y\[1,1\] = / })
      .tap(),
  );
  await expect(page).toHaveURL(/at=y:0,1,1/);
});

test('matrix: an entry, a row and the zoom', async ({ page }) => {
  await open(page);
  await tab(page, 'Matrix').tap();
  await changes(grid(page, 'X'), () =>
    panel(page).locator('[aria-label="W[Y[1,1], X[0,1]] = 2"]').tap(),
  );
  await expect(sentence(page)).toContainText('W[Y[1,1], X[0,1]] = K[1,0] = 2');
  await open(page, 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&p=2&s=3&panel=matrix');
  const canvas = panel(page).locator('canvas.base');
  await canvas.waitFor();
  await changes(canvas, () => button(page, 'Larger').tap());
});

test('shapes: sizes are stepped, and an answer is applied', async ({ page }) => {
  await open(page);
  await tab(page, 'Shapes').tap();
  await panel(page).getByRole('button', { name: 'input: more' }).tap();
  await panel(page).getByRole('button', { name: 'double it' }).tap();
  await panel(page)
    .getByRole('button', { name: /^Use kernel 4, stride 2, padding 1/ })
    .tap();
  await expect(stage(page)).toContainText('X 1 × 3 × 3');
  await expect(stage(page)).toContainText('Y 1 × 6 × 6');
});

test('round trip: the article’s layer becomes the present one', async ({ page }) => {
  await open(page);
  await tab(page, 'Round trip').tap();
  await button(page, 'Load this layer').tap();
  await expect(stage(page)).toContainText('Y 1 × 6 × 6');
});

test('overlap: a cell of the map, and the remedy', async ({ page }) => {
  await open(page, 'k=ones:3x3&s=2&p=1&o=1');
  await tab(page, 'Overlap').tap();
  await changes(grid(page, 'X'), () => figure(page, 'stamps[1,1]').tap());
  await expect(sentence(page)).toContainText('Y[1,1] = ');
  await panel(page).getByRole('button', { name: 'Use kernel 4 × 4, padding 1' }).tap();
  await expect(panel(page)).toContainText('No checkerboard.');
});

test('gradient: a kind upstream, and a cell of a gradient', async ({ page }) => {
  await open(page);
  await tab(page, 'Gradient').tap();
  await panel(page).getByRole('button', { name: 'one cell' }).tap();
  await changes(grid(page, 'K'), () => figure(page, 'dX[0,0]').tap());
  await expect(panel(page)).toContainText('dX[0,0] = ');
});

test('image: a preset, a slider, and a pixel under the loupe', async ({ page }) => {
  await open(page);
  await tab(page, 'Image').tap();
  const view = panel(page).getByRole('application', { name: /^Result/ });
  await expect(button(page, 'Save')).toBeEnabled();
  await changes(view, () => button(page, 'Sobel x').tap());
  await expect(button(page, 'Save')).toBeEnabled();
  await changes(view, () => tapSlider(page, panel(page).getByRole('slider').first(), 0.9));
  await changes(panel(page).locator('conv-image-loupe'), () => view.tap());
});
