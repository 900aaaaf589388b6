import {
  address,
  anyWidth,
  cell,
  expect,
  field,
  grid,
  open,
  paste,
  result,
  sentence,
  shows,
  stage,
  tabTo,
  test,
} from './fixture.js';

const redo = (page) => page.getByRole('button', { name: 'Redo' });
const undo = (page) => page.getByRole('button', { name: 'Undo' });

const ways = {
  'the key': (page) => page.keyboard.press('ControlOrMeta+z'),
  'the button': (page) => undo(page).click(),
  'the page around': (page) => page.locator('conv-playground').evaluate((p) => p.undo()),
};
for (const [name, goBack] of Object.entries(ways)) {
  test(`what stands in an open cell does not follow it into another tensor: ${name}`, async ({
    page,
  }) => {
    await open(page, 'x=1,2;3,4');
    await page.getByRole('button', { name: 'input: more' }).click();
    await cell(page, 'X[1,0]').click();
    await goBack(page);
    await shows(page, 'X', '1 2', '3 4');
    await expect(redo(page)).toBeEnabled();

    await cell(page, 'X[0,0]').click();
    await paste(page, '[[5,6,7],[8,9,10]]');
    await shows(page, 'X', '5 6 7', '8 9 10');
    await goBack(page);
    await shows(page, 'X', '1 2', '3 4');
    await expect(redo(page)).toBeEnabled();
  });
}

test('what is typed when a link comes belongs to what was', async ({ page }) => {
  await open(page, 'x=1,2;3,4');
  const comes = {
    address: (link) => page.evaluate((link) => (location.hash = link), link),
    state: (link) => page.locator('conv-playground').evaluate((p, link) => (p.state = link), link),
  };
  for (const [name, come] of Object.entries(comes)) {
    for (const text of ['7', '7-']) {
      await come('x=1,2;3,4');
      await shows(page, 'X', '1 2', '3 4');
      await cell(page, 'X[1,1]').click();
      await page.keyboard.type(text);
      await come('x=1,2;3,4&k=5,6;7,8&b=1');
      await shows(page, 'K', '5 6', '7 8');
      await shows(page, 'X', '1 2', '3 4');
      await come('x=9,8,7;6,5,4&b=2');
      await shows(page, 'X', '9 8 7', '6 5 4');
      await page.keyboard.press('Tab');
      await shows(page, 'X', '9 8 7', '6 5 4');
      await expect(page.getByRole('alert').getByText(/./), name).toHaveCount(0);
    }
  }
  // A number of the bias, of the upstream gradient, and a setting's field.
  await cell(page, 'b[0]').click();
  await page.keyboard.type('5-');
  await comes.state('x=1,2;3,4&b=3&panel=gradient');
  await shows(page, 'Y', '3 4 5', '5 13 13', '9 20 15');
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('gridcell', { name: /^dY\[0,0\]/ }).click();
  await page.keyboard.type('4-');
  await comes.state('x=1,2,3&panel=gradient');
  await expect(panel.getByRole('gridcell', { name: 'dY[0,3] = 1' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(panel.getByRole('gridcell', { name: 'dY[0,0] = 1' })).toBeVisible();
  await field(page, 'stride').click();
  await page.keyboard.type('7');
  await comes.state('x=1,2;3,4');
  await shows(page, 'X', '1 2', '3 4');
  await cell(page, 'X[0,0]').click();
  await shows(page, 'Y', '0 1 2', '2 10 10', '6 17 12');
});

test('each keystroke that leaves a number counts, and all of them are one step to undo', async ({
  page,
}) => {
  await open(page, 'x=1,2;3,4');
  await undo(page).and(page.locator('[disabled]')).waitFor();
  await cell(page, 'X[0,0]').click();
  await page.keyboard.type('1');
  await page.keyboard.type('2');
  await shows(page, 'Y', '0 12 2', '24 43 10', '6 17 12');
  await page.keyboard.type('.');
  await page.keyboard.type('5');
  await shows(page, 'Y', '0 12.5 2', '25 44.5 10', '6 17 12');
  await expect(cell(page, 'X[0,0]')).toHaveValue('12.5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+z');
  await shows(page, 'X', '1 2', '3 4');
  await expect(undo(page)).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+y');
  await shows(page, 'X', '12.5 2', '3 4');

  await cell(page, 'K[0,0]').click();
  await page.keyboard.type('-2');
  await shows(page, 'Y', '-25 8.5 2', '19 36.5 10', '6 17 12');
  await page.keyboard.press('Escape');
  await shows(page, 'K', '0 1', '2 3');
  await page.keyboard.type('8');
  await page.keyboard.press('ControlOrMeta+z');
  await shows(page, 'K', '0 1', '2 3');
  await expect(redo(page)).toBeEnabled();
  await page.keyboard.type('-');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell(page, 'K[0,0]')).toHaveValue('0');
  await shows(page, 'X', '12.5 2', '3 4');
  await expect(redo(page), 'nothing was done since').toBeEnabled();
});

test('what is typed upstream counts at once too, and is taken back alone', async ({ page }) => {
  await open(page, 'panel=gradient');
  await cell(page, 'X[0,0]').click();
  await page.keyboard.type('4');
  const panel = page.getByRole('tabpanel');
  const slope = panel.getByRole('gridcell', { name: /^dX\[0,0\]/ });
  await panel.getByRole('gridcell', { name: /^dY\[0,1\]/ }).click();
  await page.keyboard.type('11');
  await expect(slope).toHaveText('16');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(slope).toHaveText('6');
  await page.keyboard.type('5');
  await expect(slope).toHaveText('10');
  await page.keyboard.press('Escape');
  await expect(slope).toHaveText('6');
  await shows(page, 'X', '4 1', '2 3');
});

test('Enter at the edge stays, and typing replaces', async ({ page }) => {
  await open(page);
  await cell(page, 'X[1,0]').click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.keyboard.type('8');
  await shows(page, 'X', '0 1', '8 3');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('9-');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('9-');
  await page.keyboard.type('4');
  await shows(page, 'X', '0 1', '4 3');
});

test('a mouse that rests does not outdo the keyboard', async ({ page }) => {
  await open(page);
  await cell(page, 'X[0,0]').click();
  await expect(sentence(page)).toContainText('X[0,0] = 0');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(cell(page, 'X[1,0]')).toBeFocused();
  await expect(sentence(page)).toContainText('X[1,0] = 2');
  await page.waitForTimeout(300); // what comes to lie under the mouse is told late
  await expect(sentence(page)).toContainText('X[1,0] = 2');
  await cell(page, 'X[0,1]').hover();
  await expect(sentence(page)).toContainText('X[0,1] = 1');
});

test('keys that come within one frame all count', async ({ page }) => {
  await open(page, 'x=1,2;3,4');
  await tabTo(page, cell(page, 'X[0,0]'));
  await cell(page, 'X[0,0]').evaluate((input) => {
    const type = (text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
    type('12');
    type('1'); // what still stands on the page, but no longer in the state
    const enter = { key: 'Enter', bubbles: true, composed: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', enter));
  });
  await expect(cell(page, 'X[1,0]')).toBeFocused();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await shows(page, 'X', '1 2', '7 4');
  expect(await address(page)).toContain('x=1,2;7,4');
});

test('Tab leads from the last cell of Y to what copies its sum, and on', async ({ page }) => {
  await open(page);
  await tabTo(page, result(page, 'Y[0,0]'));
  await page.keyboard.press('End');
  await expect(result(page, 'Y[0,2]')).toBeFocused();
  await page.keyboard.press('Tab');
  const copy = page.getByRole('button', { name: 'Copy the sentence as …' });
  await expect(copy).toBeFocused();
  await expect(sentence(page)).toContainText('Y[0,2] = 1');
  await tabTo(page, page.getByRole('button', { name: 'Play' }));
  await expect(sentence(page)).not.toContainText('Y[0,2]');
});

test('Escape lets go of a pin', async ({ page }) => {
  await open(page);
  await result(page, 'Y[1,1]').click();
  await expect(page).toHaveURL(/at=y/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/at=y/);
  await expect(result(page, 'Y[1,1]')).not.toHaveAttribute('aria-selected');
});

test('Alt and an arrow make a number larger and smaller', async ({ page }) => {
  await open(page, 'x=0.1,2;3,4');
  await tabTo(page, cell(page, 'X[0,0]'));
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(cell(page, 'X[0,0]')).toHaveValue('0.3');
  await page.keyboard.press('Alt+ArrowDown');
  await shows(page, 'X', '-0.7 2', '3 4');
  await expect(result(page, 'Y[0,1]')).toHaveText('-0.7');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+z');
  await shows(page, 'X', '0.1 2', '3 4');
});

/** Drags a cell's number from the middle of the cell, by so many px. */
async function drag(page, target, ...by) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const px of by) await page.mouse.move(x + px, y + 3, { steps: 5 });
}

test('a number is dragged, which is one step to undo', async ({ page }) => {
  await open(page, 'x=1,2;3,4');
  await drag(page, grid(page, 'X').getByRole('gridcell').first(), 10, 24, 40);
  await shows(page, 'X', '6 2', '3 4');
  await shows(page, 'Y', '0 6 2', '12 25 10', '6 17 12');
  await expect(sentence(page)).toContainText('X[0,0] = 6');
  await page.mouse.up();
  await page.keyboard.type('9');
  await shows(page, 'X', '9 2', '3 4');
  await page.keyboard.press('ControlOrMeta+z');
  await shows(page, 'X', '6 2', '3 4');
  await page.keyboard.press('ControlOrMeta+z');
  await shows(page, 'X', '1 2', '3 4');
  await expect(undo(page)).toBeDisabled();

  await page.keyboard.down('Shift');
  await drag(page, cell(page, 'X[0,0]'), -16, -88);
  await page.keyboard.up('Shift');
  await shows(page, 'X', '-0.1 2', '3 4');
  await page.keyboard.press('Escape');
  await shows(page, 'X', '1 2', '3 4');
  await page.mouse.move(0, 0);
  await page.mouse.up();
  await shows(page, 'X', '1 2', '3 4');
  await expect(redo(page), 'nothing was done since').toBeEnabled();
});

test('a press without a move opens a cell; the next one places the caret', async ({ page }) => {
  await open(page, 'x=1234,2;3,4');
  await drag(page, grid(page, 'X').getByRole('gridcell').first(), 2);
  await page.mouse.up();
  await page.keyboard.type('56');
  await shows(page, 'X', '56 2', '3 4');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await cell(page, 'X[0,0]').click();
  await page.keyboard.press('End');
  await page.keyboard.type('7');
  await shows(page, 'X', '567 2', '3 4');
});

test('a finger drags sideways, and scrolls up and down', anyWidth, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'x=1,2;3,4');
  const first = grid(page, 'X').getByRole('gridcell').first();
  await first.scrollIntoViewIfNeeded();
  let { x, y } = await first.boundingBox();
  const client = await page.context().newCDPSession(page);
  const touch = (type, ...points) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([dx, dy]) => ({ x: x + 20 + dx, y: y + 20 + dy })),
    });
  const swipe = async (...points) => {
    await touch('touchStart', [0, 0]);
    for (const point of points) await touch('touchMove', point);
    await touch('touchEnd');
  };
  await swipe([0, -30], [0, -60], [20, -90], [60, -120]);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(50);
  await shows(page, 'X', '1 2', '3 4');
  await page.evaluate(() => scrollTo(0, 0));
  await first.scrollIntoViewIfNeeded();
  ({ x, y } = await first.boundingBox());
  await swipe([20, 0], [40, 0], [48, 2]);
  await shows(page, 'X', '7 2', '3 4');
  await expect(stage(page).getByRole('textbox'), 'no keyboard comes up').toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await shows(page, 'X', '1 2', '3 4');
});
