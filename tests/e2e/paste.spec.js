import {
  alert,
  cell,
  choose,
  clipboard,
  expect,
  open,
  paste,
  shows,
  stage,
  test,
} from './fixture.js';

const forms = {
  'a tensor as PyTorch prints it': 'tensor([[1., 2.],\n        [3., 4.]])',
  'an np.array': 'np.array([[1, 2], [3, 4]], dtype=np.float32)',
  'a nested list': '[[1, 2], [3, 4]]',
  'a MATLAB matrix': '[1 2; 3 4]',
  'what MATLAB prints': 'A =\n\n     1     2\n     3     4\n',
  CSV: '1,2\r\n3,4\r\n',
  'cells of a spreadsheet': '1\t2\n3\t4\n',
};

test('a block is pasted from code, a console or a spreadsheet', async ({ page }) => {
  await open(page);
  for (const [name, text] of Object.entries(forms)) {
    await test.step(name, async () => {
      await choose(page, 'Transposed: 2×2 by 2×2');
      await shows(page, 'X', '0 1', '2 3');
      await cell(page, 'X[0,0]').focus();
      await paste(page, text);
      await shows(page, 'X', '1 2', '3 4');
      await shows(page, 'Y', '0 1 2', '2 10 10', '6 17 12');
      await expect(cell(page, 'X[0,0]')).toBeFocused();
    });
  }
});

test('a block goes where it is pasted, and the matrix grows for it', async ({ page }) => {
  await open(page);
  await cell(page, 'K[1,1]').focus();
  await paste(page, '7\t8\n9\t1/2');
  await shows(page, 'K', '0 1 0', '2 7 8', '0 9 0.5');
  await cell(page, 'K[0,0]').focus();
  await paste(page, '-3');
  await page.keyboard.press('Enter');
  await shows(page, 'K', '-3 1 0', '2 7 8', '0 9 0.5');
});

test('a block of several channels brings the channels with it', async ({ page }) => {
  await open(page);
  await cell(page, 'X[0,0]').focus();
  await paste(page, 'torch.tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])');
  await shows(page, 'X[0]', '1 2', '3 4');
  await shows(page, 'X[1]', '5 6', '7 8');
  await shows(page, 'K[1,0]', '0 0', '0 0');
  await shows(page, 'Y', '0 1 2', '2 10 10', '6 17 12');
});

// Each from a link and a cell: what the link's part is then, with undo back to what was.
const wholes = [
  ['a vector over a matrix', '', 'X[0,0]', 'torch.tensor([1.0, 2.0, 4.0, 8.0])', 'x=1,2,4,8'],
  ['a row over a matrix', '', 'K[0,0]', 'torch.tensor([[4., -4.]])', 'k=4,-4'],
  [
    'a small matrix over a large one',
    'k=ones:3x3',
    'K[1,1]',
    'np.array([[1, 0], [0, -1]])',
    'k=1,0;0,-1',
  ],
  ['two channels over one', '', 'X[0,0]', 'torch.tensor([[[7.,3.]],[[3.,2.]]])', 'x=7,3/3,2'],
  [
    'all of a kernel over another',
    'op=conv&x=1,2,3;4,5,6;7,8,9',
    'K[0,0]',
    '[[[[7]],[[8]],[[9]]],[[[1]],[[2]],[[3]]]]',
    'k=7/8/9//1/2/3',
  ],
  [
    'channels between blank lines',
    '',
    'X[0,0]',
    '0 0 7\n0 1 7\n\n2 0 7\n2 1 7',
    'x=0,0,7;0,1,7/2,0,7;2,1,7',
  ],
  ['full-width digits and brackets', '', 'X[0,0]', '［［１，２］，［３，５］］', 'x=1,2;3,5'],
  ['the bias', 'op=conv&x=1,2;3,4&k=1//2//3&b=0,0,0', 'b[0]', 'tensor([1., 2., 3.])', 'b=1,2,3'],
  ['a block of the bias', 'op=conv&x=1,2;3,4&k=1//2//3&b=0,0,0', 'b[1]', '5\t6', 'b=0,5,6'],
];
const sheets = [
  ['a cell', '0,5\r\n', ['0,5'], 'x=0.5,2;3,4'],
  ['a column', '0,25\r\n0,5\r\n', ['0,25', '0,5'], 'x=0.25,2;0.5,4'],
];

const state = (page) => page.locator('conv-playground').evaluate(({ state }) => state);

/** Pastes into a cell, waits for that part of the link, and for the one before after undo. */
async function pastesAndUndoes(page, link, name, part, ...pasted) {
  await open(page, link);
  const before = await state(page);
  await cell(page, name).focus();
  await paste(page, ...pasted);
  await expect.poll(() => state(page)).toMatch(`&${part}&`);
  await expect(page.getByRole('status').filter({ hasText: 'Pasted: ' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => state(page)).toBe(before);
}

test('what has brackets is whole, and undo brings back what was', async ({ page }) => {
  for (const [name, link, at, text, part] of wholes) {
    await test.step(name, () => pastesAndUndoes(page, link, at, part, text));
  }
});

test('a sheet’s table tells its decimal commas', async ({ page }) => {
  for (const [name, text, cells, part] of sheets) {
    const html = `<table>${cells.map((each) => `<tr><td>${each}</td></tr>`).join('')}</table>`;
    await test.step(name, () => pastesAndUndoes(page, 'x=1,2;3,4', 'X[0,0]', part, text, html));
  }
});

test('what does not fit into the bias, or is locked, is said', async ({ page }) => {
  await open(page, 'op=conv&x=1,2;3,4&k=1//2//3&b=0,0,0');
  await cell(page, 'b[0]').focus();
  await paste(page, '[1, 2]');
  await expect(alert(page)).toContainText('one number for each output channel: 3, not 2');
  await open(page, 'x=1,2;3,4&lock=k');
  await cell(page, 'X[0,0]').focus();
  await paste(page, '[[[1]], [[2]]]');
  await expect(alert(page)).toContainText('locked');
  await shows(page, 'X', '1 2', '3 4');
});

const refused = [
  ['a ragged block', '[[1, 2], [3]]', 'Row 2 has 1 number, the first row 2'],
  ['a word', '1\t2\n3\tfour', 'Row 2, column 2: “four” is not a number'],
  ['NaN', '[[1, 2], [nan, 4]]', 'Row 2, column 1: “nan” is not a finite number'],
  ['infinity', 'tensor([[1., inf], [3., 4.]])', 'Row 1, column 2: “inf” is not a finite number'],
  ['an empty cell', '1,2\n,4', 'Row 2, column 1 is empty'],
  ['dots for numbers', '[[1, ..., 2], [3, ..., 4]]', 'Row 1, column 2'],
  ['brackets that do not match', '[[1, 2], [3, 4]', 'brackets'],
  ['33 rows', Array(33).fill('1,2').join('\n'), '33'],
  ['17 channels', `[${Array(17).fill('[[1]]').join()}]`, '17'],
];

test('a block that cannot be read is refused, and the old matrix stays', async ({ page }) => {
  await open(page, 'x=1,2;3,4');
  for (const [name, text, why] of refused) {
    await test.step(name, async () => {
      await cell(page, 'X[0,0]').focus();
      await paste(page, text);
      await expect(alert(page)).toContainText('Nothing was pasted.');
      await expect(alert(page)).toContainText(why);
      await shows(page, 'X', '1 2', '3 4');
      await shows(page, 'Y', '0 1 2', '2 10 10', '6 17 12');
    });
  }
  await paste(page, '[[5, 5], [5, 5]]');
  await expect(alert(page)).toBeHidden();
  await shows(page, 'X', '5 5', '5 5');
});

const copyAs = async (page, tensor, form) => {
  await stage(page)
    .getByRole('button', { name: `Copy ${tensor} as …` })
    .click();
  await page.getByRole('menuitem', { name: form, exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
};
const copies = ['PyTorch', 'NumPy', 'nested list', 'MATLAB', 'CSV', 'cells for a spreadsheet'];

test('a matrix is copied in each form, and pasted back the same', async ({ page }) => {
  await open(page, 'x=1,-0.25;1e-7,123456789');
  for (const form of copies) {
    await test.step(form, async () => {
      await copyAs(page, 'X', form);
      const text = await clipboard(page);
      expect(text).toContain('123456789');
      await cell(page, 'K[0,0]').focus();
      await paste(page, text);
      const both = () => page.locator('conv-playground').evaluate(({ state }) => state);
      await expect.poll(both).toContain('&k=1,-0.25;1e-7,123456789&');
      await page.keyboard.press('ControlOrMeta+z');
      await shows(page, 'K', '0 1', '2 3');
    });
  }
});

test('several channels are copied together, as PyTorch takes them', async ({ page }) => {
  await open(page, 'x=1,2;3,4/5,6;7,8&k=1//1');
  await copyAs(page, 'Y', 'PyTorch');
  expect(await clipboard(page)).toBe(`torch.tensor([[[[6., 8.],
                [10., 12.]]]])`);
  await copyAs(page, 'X', 'NumPy');
  expect(await clipboard(page)).toBe(`np.array([[[1., 2.],
           [3., 4.]],
          [[5., 6.],
           [7., 8.]]])`);
});
