import {
  anyWidth,
  address,
  alert,
  cell,
  choose,
  expect,
  field,
  open,
  paste,
  result,
  shows,
  tabTo,
  test,
} from './fixture.js';

const type = async (page, ...keys) => {
  for (const key of keys) {
    if (key.length === 1 || /^[-\d./ ×]+$/.test(key)) await page.keyboard.type(key);
    else await page.keyboard.press(key);
  }
};

test('cells are edited by keyboard alone, as in a spreadsheet', async ({ page }) => {
  await open(page);
  await tabTo(page, cell(page, 'X[0,0]'));
  await type(page, '1/3', 'Enter');
  await expect(cell(page, 'X[1,0]')).toBeFocused();
  await type(page, '-2', 'Tab');
  await expect(cell(page, 'X[1,1]')).toBeFocused();
  await type(page, '0.5', 'Shift+Tab');
  await expect(cell(page, 'X[1,0]')).toBeFocused();
  await type(page, 'ArrowUp', 'ArrowRight');
  await expect(cell(page, 'X[0,1]')).toBeFocused();
  await type(page, '4', 'Shift+Enter');
  await shows(page, 'X', '0.33 4', '-2 0.5');
  await shows(page, 'Y', '0 0.33 4', '0.67 7 12.5', '-4 -5 1.5');

  await tabTo(page, cell(page, 'X[0,0]'), 'Shift+Tab');
  await expect(cell(page, 'X[0,0]'), 'the whole number while focused').toHaveValue(String(1 / 3));
});

test('F2 edits within a cell, Escape takes back, Delete clears', async ({ page }) => {
  await open(page, 'x=12,0;0,0');
  await tabTo(page, cell(page, 'X[0,0]'));
  await type(page, 'F2', 'ArrowLeft', '5', 'Enter');
  await shows(page, 'X', '152 0', '0 0');
  await type(page, 'ArrowUp', '7', 'Escape', 'Enter');
  await shows(page, 'X', '152 0', '0 0');
  await type(page, 'ArrowUp', 'Delete');
  await shows(page, 'X', '0 0', '0 0');
  await expect(cell(page, 'X[0,0]')).toBeFocused();
});

test('Tab leaves a matrix after its last cell, and enters it where it was left', async ({
  page,
}) => {
  await open(page);
  await tabTo(page, cell(page, 'X[1,1]'));
  await page.keyboard.press('Tab');
  await tabTo(page, cell(page, 'K[0,0]'));
  await type(page, 'ArrowRight');
  await tabTo(page, result(page, 'Y[0,0]'));
  await type(page, 'ArrowDown', 'ArrowRight');
  await expect(result(page, 'Y[1,1]')).toBeFocused();
  await tabTo(page, cell(page, 'K[0,1]'), 'Shift+Tab');
});

test('settings are set by keyboard alone', async ({ page }) => {
  await open(page);
  await tabTo(page, page.getByRole('button', { name: 'conv2d', exact: true }));
  await type(page, 'Enter');
  await shows(page, 'Y', '14');
  await tabTo(page, field(page, 'input'));
  await type(page, '3 × 4', 'Enter');
  await shows(page, 'X', '0 1 0 0', '2 3 0 0', '0 0 0 0');
  await tabTo(page, field(page, 'kernel'));
  await type(page, '1', 'Enter');
  await shows(page, 'K', '0');
  await tabTo(page, field(page, 'stride'));
  await type(page, 'ArrowUp', 'ArrowUp', 'ArrowDown');
  await expect(field(page, 'stride')).toHaveValue('2');
  await tabTo(page, field(page, 'padding'));
  await type(page, '1', 'Tab');
  await shows(page, 'Y', '0 0 0', '0 0 0', '0 0 0');
  expect(await address(page)).toBe('v=1&op=conv&x=0,1,0,0;2,3,0,0;0,0,0,0&k=0&s=2&p=1&end');
});

test(
  'axes, sides, channels, groups and bias are set by keyboard alone',
  anyWidth,
  async ({ page }) => {
    await open(page);
    await tabTo(page, page.getByRole('button', { name: 'channels, bias, …', exact: true }));
    await type(page, 'Enter');
    await tabTo(page, page.getByRole('checkbox', { name: 'separate height and width' }));
    await type(page, 'Space');
    await tabTo(page, field(page, 'stride, width'), 'Shift+Tab');
    await type(page, 'ArrowUp');
    await shows(page, 'Y', '0 0 0 1', '0 2 2 6', '4 6 6 9');

    await tabTo(page, page.getByRole('checkbox', { name: 'padding per side' }));
    await type(page, 'Space');
    await tabTo(page, field(page, 'padding, left'), 'Shift+Tab');
    await type(page, '1', 'Enter');
    await shows(page, 'Y', '0 0 1', '2 2 6', '6 6 9');

    await tabTo(page, field(page, 'channels in'), 'Shift+Tab');
    await type(page, '2', 'Enter');
    await tabTo(page, field(page, 'channels out'));
    await type(page, '2', 'Enter');
    await tabTo(page, field(page, 'groups'));
    await type(page, '2', 'Enter');
    await tabTo(page, page.getByRole('checkbox', { name: 'bias', exact: true }));
    await type(page, 'Space');
    await tabTo(page, cell(page, 'b[1]'));
    await type(page, '5', 'Enter');
    await shows(page, 'Y[0]', '0 0 1', '2 2 6', '6 6 9');
    await shows(page, 'Y[1]', '5 5 5', '5 5 5', '5 5 5');
  },
);

test('undo takes back what is being typed before what was done', async ({ page }) => {
  await open(page);
  await tabTo(page, cell(page, 'X[0,0]'));
  await type(page, '5', 'Enter', '77');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'X[1,0]')).toHaveValue('2');
  await expect(cell(page, 'X[1,0]')).toBeFocused();
  await shows(page, 'X', '5 1', '2 3');
  await page.keyboard.press('Control+z');
  await shows(page, 'X', '0 1', '2 3');

  await field(page, 'stride').fill('4');
  await page.keyboard.press('Control+z');
  await expect(field(page, 'stride')).toHaveValue('1');
  await expect(page).not.toHaveURL(/s=4/);
});

test('a list that no link can hold stays in its field, with what would do', async ({ page }) => {
  await open(page);
  await field(page, 'dilation').fill('2,0,0,1');
  await page.keyboard.press('Enter');
  await expect(alert(page)).toContainText(
    'dilation takes 1 or 2 numbers (height, width); it has 4.',
  );
  await expect(field(page, 'dilation')).toHaveValue('2 × 0 × 0 × 1');
  await expect(page).not.toHaveURL(/d=/);
  await alert(page).getByRole('button', { name: 'Use dilation 2 × 1' }).click();
  await expect(alert(page)).toHaveCount(0);
  await shows(page, 'Y', '0 0 1', '0 2 3', '0 2 3', '4 12 9');
});

test('undo and redo cover everything that a person can change', async ({ page }) => {
  await open(page, 'v=1&end');
  const changes = [
    async () => {
      await cell(page, 'X[0,0]').focus();
      await type(page, '5', 'Enter');
    },
    () => page.getByRole('button', { name: 'stride: more' }).click(),
    () => page.getByRole('button', { name: 'kernel: more' }).click(),
    () => page.getByRole('button', { name: 'conv2d', exact: true }).click(),
    async () => {
      await cell(page, 'X[0,0]').focus();
      await paste(page, '[[1, 2, 3], [4, 5, 6], [7, 8, 9]]');
    },
    () => page.getByRole('checkbox', { name: 'bias', exact: true }).check(),
    () => page.getByRole('button', { name: 'channels in: more' }).click(),
    () => choose(page, 'Transposed: stride 2 spreads'),
  ];
  await page.getByRole('button', { name: 'channels, bias, …', exact: true }).click();
  const links = [await address(page)];
  for (const change of changes) {
    await change();
    await expect.poll(() => address(page)).not.toBe(links.at(-1));
    links.push(await address(page));
  }

  for (const link of links.slice(0, -1).reverse()) {
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => address(page)).toBe(link);
  }
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  for (const [i, link] of links.slice(1).entries()) {
    await page.keyboard.press(i % 2 ? 'ControlOrMeta+y' : 'ControlOrMeta+Shift+z');
    await expect.poll(() => address(page)).toBe(link);
  }
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => address(page)).toBe(links.at(-2));
});
