import { anyWidth, cell, expect, grid, open, result, sentence, stage, test } from './fixture.js';

const says = (page, text) => expect(sentence(page)).toHaveText(text);

const hint =
  'Type into X or K, or drag a number sideways. Point at any cell to see where its number comes from.';

test('a focused output cell says what it is made of', async ({ page }) => {
  await open(page);
  await says(page, hint);
  await result(page, 'Y[0,0]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await says(page, 'Y[1,1] = 0·3 + 1·2 + 2·1 + 3·0 = 4');
  await page.keyboard.press('ArrowDown');
  await says(page, 'Y[2,1] = 2·3 + 3·2 = 12');
});

test('a convolution’s cell says so too', async ({ page }) => {
  await open(page, 'op=conv&x=0,1,2;3,4,5;6,7,8');
  await result(page, 'Y[0,0]').hover();
  await says(page, 'Y[0,0] = 0·0 + 1·1 + 3·2 + 4·3 = 19');
});

test('a hovered cell that is taken away is let go', async ({ page }) => {
  await open(page, 'panel=steps');
  await page.getByRole('tab', { name: 'Steps' }).focus();
  await page.getByRole('tabpanel').getByRole('gridcell', { name: 'Y[1,1] = 4' }).last().hover();
  await says(page, 'Y[1,1] = 0·3 + 1·2 + 2·1 + 3·0 = 4');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { level: 1 }).hover();
  await says(page, hint);
});

test('a hovered cell is explained, a pinned one stays explained', anyWidth, async ({ page }) => {
  await open(page);
  await result(page, 'Y[2,2]').hover();
  await says(page, 'Y[2,2] = 3·3 = 9');
  await result(page, 'Y[2,1]').click();
  await page.getByRole('heading', { level: 1 }).click();
  await page.mouse.move(0, 0);
  await says(page, 'Y[2,1] = 2·3 + 3·2 = 12');
  await expect(result(page, 'Y[2,1]')).toHaveAttribute('aria-selected', 'true');
  await result(page, 'Y[0,2]').hover();
  await says(page, 'Y[0,2] = 1·1 = 1');
  await page.mouse.move(0, 0);
  await says(page, 'Y[2,1] = 2·3 + 3·2 = 12');
});

test('a cell is pinned by keyboard, goes into the link, and is let go', async ({ page }) => {
  await open(page);
  await result(page, 'Y[0,0]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/at=y:0,0,1/);
  await page.keyboard.press('Space');
  await expect(page).not.toHaveURL(/at=/);
});

test('the sum runs across channels, and ends with the bias', async ({ page }) => {
  await open(page, 'op=conv&x=1,2;3,4/5,6;7,8&k=1/10//-1/0.5&b=100,-3');
  await result(page, 'Y[0,1,0]').focus();
  await says(page, 'Y[0,1,0] = 3·1 + 7·10 + 100 = 173');
  await result(page, 'Y[1,0,0]').focus();
  await says(page, 'Y[1,0,0] = 1·(-1) + 5·0.5 + (-3) = -1.5');
});

test('transposed, the sum runs across channels too', async ({ page }) => {
  await open(page, 'x=1,2;3,4/5,6;7,8&k=1/10//-1/0.5&b=100,-3');
  await result(page, 'Y[1,1,1]').focus();
  await says(page, 'Y[1,1,1] = 4·10 + 8·0.5 + (-3) = 41');
});

test('a cell that nothing reaches says so', async ({ page }) => {
  await open(page, 'x=1,2;3,4&k=5&s=2');
  await result(page, 'Y[0,1]').focus();
  await says(page, 'Y[0,1] = nothing reaches this cell: 0');
});

test('inputs and weights say where they go', async ({ page }) => {
  await open(page);
  await cell(page, 'X[0,1]').focus();
  await says(page, 'X[0,1] = 1 adds 1·0 → Y[0,1], 1·1 → Y[0,2], 1·2 → Y[1,1], 1·3 → Y[1,2]');
  await cell(page, 'K[1,1]').focus();
  await says(
    page,
    'K[1,1] = 3 takes part in 0·3 → Y[1,1], 1·3 → Y[1,2], 2·3 → Y[2,1], 3·3 → Y[2,2]',
  );
});

test('a long sum is said in full when asked', anyWidth, async ({ page }) => {
  await open(page, 'op=conv&x=ones:10x5x5&k=ones:1x10x5x5');
  await result(page, 'Y[0,0]').click();
  const said = async () => (await sentence(page).innerText()).split('·').length - 1;
  // As many as a few lines have room for.
  const rest = page.getByRole('button', { name: /^\d+ more$/ });
  const narrow = page.viewportSize().width < 600;
  await expect(rest).toHaveText(narrow ? /^\s*2[23]\d more\s*$/ : /^\s*226 more\s*$/);
  expect((await said()) + parseInt(await rest.innerText())).toBe(250);
  await rest.click();
  await expect.poll(said).toBe(250);
  await expect(grid(page, 'Y')).toBeVisible();
});

test('a key that leads to a cell has it explained once', async ({ page }) => {
  await open(page, 'x=1,2;3,4&k=5,6;7,8');
  await cell(page, 'X[0,0]').click();
  await expect(sentence(page)).toContainText('X[0,0]');
  await page.locator('conv-sentence').evaluate((element) => {
    const { updated } = element;
    window.explained = 0;
    element.updated = (changed) => {
      window.explained++;
      updated.call(element, changed);
    };
  });
  for (const [i, [key, name]] of [
    ['Enter', 'X[1,0]'],
    ['ArrowRight', 'X[1,1]'],
    ['Shift+Tab', 'X[1,0]'],
  ].entries()) {
    await page.keyboard.press(key);
    await expect(sentence(page)).toContainText(name);
    expect(await page.evaluate(() => window.explained)).toBe(i + 1);
  }
});

test('an open cell has its own line and no ring, however it was come to', async ({ page }) => {
  await open(page, 'x=1,2;3,4&k=5,6;7,8');
  const ring = stage(page).locator('conv-tensor[operand=x] .rings .selected');
  const drawn = (path) => expect(ring).toHaveAttribute('d', path);
  await cell(page, 'X[0,1]').hover();
  await drawn(/M/);
  await cell(page, 'X[0,1]').click();
  await drawn('');
  for (const key of ['Enter', 'ArrowLeft', 'Shift+Tab']) {
    await page.keyboard.press(key);
    await drawn('');
  }
  // Left while the pointer is on it still.
  await cell(page, 'X[0,1]').click();
  await drawn('');
  await page.getByRole('button', { name: 'Copy link' }).focus();
  await drawn(/M/);
});
