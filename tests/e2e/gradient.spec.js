import {
  dresses,
  inDress,
  cellIn,
  expect,
  field,
  fillIn,
  open,
  paste,
  sentence,
  sideways,
  stage,
  tabTo,
  test,
  violations,
} from './fixture.js';
import { dressed } from './states.js';

const panel = (page) => page.getByRole('tabpanel');
const upstream = (page, name) =>
  panel(page)
    .getByRole('textbox', { name, exact: true })
    .or(cellIn(panel(page), name));
const slope = (page, name) => cellIn(panel(page), name);
const sum = (page) => panel(page).locator('conv-gradient-sum');
const says = (page, text) => expect(panel(page)).toContainText(text);

/** Waits until a grid of the panel shows these rows. */
const shows = (page, name, ...expected) =>
  expect
    .poll(
      () =>
        panel(page)
          .getByRole('grid', { name, exact: true })
          .getByRole('row')
          .evaluateAll((rows) =>
            rows.map((row) =>
              [...row.querySelectorAll('input, [role=gridcell]:not(:has(input))')]
                .map((each) => each.value ?? each.innerText)
                .join(' '),
            ),
          ),
      { intervals: [50] },
    )
    .toEqual(expected);

test('ones upstream add up the kernel, and no difference is found', async ({ page }) => {
  await open(page, 'panel=gradient');
  await shows(page, 'dY', '1 1 1', '1 1 1', '1 1 1');
  await shows(page, 'dX', '6 6', '6 6');
  await shows(page, 'dK', '6 6', '6 6');
  await says(page, 'conv2d(dY, K)');
  await says(page, '1 × 3 × 3 → 1 × 2 × 2');
  await says(page, 'no difference');
});

test('a number typed upstream flows to X and K', async ({ page }) => {
  await open(page, 'panel=gradient');
  await upstream(page, 'dY[0,0]').click();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(upstream(page, 'dY[1,0]')).toBeFocused();
  await shows(page, 'dX', '6 6', '6 6');
  await page.keyboard.type('-1');
  await page.keyboard.press('Enter');
  await shows(page, 'dX', '2 6', '6 6');
  await says(page, 'The loss is the sum of Y·dY.');
  // Nothing of it is in the layer, nor in its history.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a kind is chosen by keyboard', async ({ page }) => {
  await open(page, 'panel=gradient');
  await tabTo(page, panel(page).getByRole('button', { name: 'one cell' }));
  await page.keyboard.press('Enter');
  await shows(page, 'dY', '0 0 0', '0 1 0', '0 0 0');
  await shows(page, 'dX', '3 2', '1 0');
  await panel(page).getByRole('button', { name: 'Y', exact: true }).click();
  await shows(page, 'dY', '0 0 1', '0 4 6', '4 12 9');
  await fillIn(stage(page), 'X[0,0]', '5');
  await page.keyboard.press('Enter');
  await shows(page, 'dY', '0 5 1', '10 19 6', '4 12 9');
});

test('a convolution’s gradient names the size of X by its output padding', async ({ page }) => {
  await open(page, 'op=conv&x=rand:18x18:1&k=rand:5x5:2&p=2&s=3&panel=gradient');
  await says(page, 'conv_transpose2d(dY, K, stride=3, padding=2, output_padding=2)');
  await says(page, '1 × 6 × 6 → 1 × 18 × 18');
  await says(page, 'says which size X had');
});

test('a gradient’s cell is explained, and lights up its links', async ({ page }) => {
  await open(page, 'panel=gradient');
  await panel(page).getByRole('button', { name: 'Y', exact: true }).click();
  await slope(page, 'dX[0,1]').hover();
  await expect(sum(page)).toHaveText('dX[0,1] = 0·0 + 1·1 + 4·2 + 6·3 = 27');
  await expect(sentence(page)).toContainText('X[0,1] = 1 adds');
  await slope(page, 'dK[1,1]').hover();
  await expect(sum(page)).toHaveText('dK[1,1] = 4·0 + 6·1 + 12·2 + 9·3 = 57');
});

test('what is no number holds the results back until it is one', async ({ page }) => {
  await open(page, 'panel=gradient');
  await fillIn(panel(page), 'dY[0,0]', 'one');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('“one”');
  await expect(panel(page).getByRole('grid', { name: 'dX' })).toHaveCount(0);
  await expect(page.getByRole('grid', { name: 'Y', exact: true })).toBeVisible();
  await fillIn(panel(page), 'dY[0,0]', '1/2');
  await page.keyboard.press('Enter');
  await shows(page, 'dX', '6 6', '6 6');
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
});

test('a block is pasted where it fits into Y, and said not to where it does not', async ({
  page,
}) => {
  await open(page, 'panel=gradient');
  await upstream(page, 'dY[1,1]').click();
  await paste(page, '2\t3\n4\t5');
  await shows(page, 'dY', '1 1 1', '1 2 3', '1 4 5');
  await expect(page.getByText('Pasted: dY has other numbers.')).toBeVisible();
  await paste(page, '2\t3\t4');
  await expect(panel(page).getByRole('alert')).toContainText('does not fit in from dY[1,1] on');
  await paste(page, '[[2, 3, 4, 5], [6, 7, 8, 9], [1, 1, 1, 1]]');
  await expect(panel(page).getByRole('alert')).toContainText('what was pasted is 1 × 3 × 4');
  await shows(page, 'dY', '1 1 1', '1 2 3', '1 4 5');
  await paste(page, '[[1, 2, 3], [4, 5, 6], [7, 8, 9]]');
  await shows(page, 'dY', '1 2 3', '4 5 6', '7 8 9');
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
  await upstream(page, 'dY[0,0]').click();
  await paste(page, '1 2\n3');
  await expect(panel(page).getByRole('alert')).toContainText('dY is not changed.');
});

test('the bias’s gradient stands beside that of the kernel', async ({ page }) => {
  await open(page, 'x=rand:2x3x3:1&k=rand:2x2x2x2:2&b=1,2&panel=gradient');
  await shows(page, 'db', '16', '16');
  await field(page, 'stride').fill('2');
  await field(page, 'stride').press('Enter');
  await shows(page, 'db', '36', '36');
});

for (const lang of Object.keys(dresses)) {
  test(`axe finds nothing, and nothing sticks out, in ${lang}`, inDress(lang), async ({ page }) => {
    const theme = dresses[lang];
    test.slow();
    await open(
      page,
      dressed('op=conv&x=rand:2x4x4:1&k=rand:2x2x3x3:2&b=1,2&s=2&p=1&panel=gradient', lang, theme),
    );
    await expect(panel(page).getByRole('grid').first()).toBeVisible();
    expect(await sideways(page), 'pixels beyond the window').toBeLessThanOrEqual(0);
    expect(await violations(page), 'what axe finds').toEqual([]);
  });
}

test('keeps the sum of a cell while the layer becomes another one', async ({ page }) => {
  await open(page, 'panel=gradient&at=x:1,1');
  await expect(sum(page)).toContainText('dX[1,1] = 1·0 + 1·1 + 1·2 + 1·3 = 6');
  await page.getByRole('button', { name: 'stride: more' }).click();
  await expect(field(page, 'stride')).toHaveValue('2');
  await expect(sum(page)).toContainText('dX[1,1] = 1·0 + 1·1 + 1·2 + 1·3 = 6');
});
