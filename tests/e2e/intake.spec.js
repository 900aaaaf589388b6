import { readFileSync } from 'node:fs';
import {
  alert,
  cell,
  expect,
  open,
  panelDrawn,
  paste,
  shows,
  test,
  violations,
} from './fixture.js';

const all = JSON.parse(readFileSync(new URL('../vectors/pasted.json', import.meta.url), 'utf8'));

const playground = (page) => page.locator('conv-playground');
const state = (page) => playground(page).evaluate(({ state }) => state);
const show = (page, link) =>
  playground(page).evaluate((element, link) => (element.state = link), link);
const notice = (page) => page.getByRole('status').filter({ hasText: /\S/ });
const dialog = (page) => page.getByRole('dialog');
const text = (page) => dialog(page).getByRole('textbox');

/** A nested list as a link has it. */
const literal = (list) =>
  list
    .map((planes) => planes.map((rows) => rows.map((row) => row.join()).join(';')).join('/'))
    .join('//');
const partOf = ({ expected }, operand) =>
  operand === 'b' ? expected.join() : literal(expected).replace(/\.0\b/g, '');
const inSheet = (text) =>
  `<table>${text
    .trim()
    .split('\r\n')
    .map((each) => `<tr><td>${each}</td></tr>`)
    .join('')}</table>`;

/** The cases that are more than a text to be pasted into a cell: from which link, and what is done. */
const stepped = {
  'undo of a growing paste': ['x=1,2;3,4', 'X[0,0]', (page, { text }) => paste(page, text)],
  'undo of a size change': [
    'x=1,2;3,4',
    undefined,
    async (page) => {
      await page.getByRole('button', { name: 'input: more' }).click();
      await cell(page, 'X[1,0]').click();
    },
  ],
  'a link that is opened while': [
    'x=1,2;3,4',
    'X[1,1]',
    (page) => page.evaluate(() => (location.hash = 'x=5,6,7;8,9,10')),
  ],
  'state set by the page around': [
    'x=5,6,7;8,9,10',
    'X[1,0]',
    (page) => playground(page).evaluate((p) => (p.state = 'x=1,2;3,4')),
  ],
  'two assignments': ['', 'X[0,0]', (page, { text }) => paste(page, text)],
};
const isStepped = ({ name }) => Object.keys(stepped).some((start) => name.startsWith(start));
const cases = all.filter((each) => each.expected && !isStepped(each));

test('what is done while a cell is open is one step, and one Ctrl+Z brings back what was', async ({
  page,
}) => {
  await open(page);
  const after = [];
  for (const [start, [link, at, act]] of Object.entries(stepped)) {
    await test.step(start, async () => {
      const found = all.find(({ name }) => name.startsWith(start));
      await show(page, link);
      await expect.poll(() => state(page)).toContain(link || 'v=1&end');
      const before = await state(page);
      if (at) await cell(page, at).click();
      await act(page, found);
      await expect.poll(() => state(page)).not.toBe(before);
      const now = await state(page);
      after.push(now);
      await page.mouse.click(2, 300);
      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(() => state(page)).toBe(before);
      await page.keyboard.press('ControlOrMeta+y');
      await expect.poll(() => state(page)).toBe(now);
    });
  }
  const x = (list) => expect.stringContaining(`x=${list}`);
  expect(after).toEqual([
    x('5,6,7;8,9,10'),
    x('1,2,0;3,4,0;0,0,0'),
    x('5,6,7;8,9,10'),
    x('1,2;3,4'),
    x('1,2;3,5&k=1,0;0,1'),
  ]);
});

test('what is too large for dY is said, and nothing is changed', async ({ page }) => {
  const { text } = all.find(({ name }) => name.startsWith('dY larger'));
  await open(page, 'x=1,2;3,4&k=1&panel=gradient');
  const panel = page.getByRole('tabpanel', { name: 'Gradient' });
  const before = await state(page);
  await panel.getByRole('gridcell', { name: 'dY[0,0] =' }).click();
  await paste(page, text);
  await expect(panel.getByRole('alert')).toContainText('what was pasted is 1 × 2 × 3');
  await expect(panel.getByRole('gridcell', { name: /^dY\[\d,\d\] = 1$/ })).toHaveCount(3);
  await expect(panel.getByRole('textbox', { name: 'dY[0,0]', exact: true })).toHaveValue('1');
  expect(await state(page)).toBe(before);
});

test('what people copy is read into a cell, and one Ctrl+Z brings back what was', async ({
  page,
}) => {
  test.slow(); // thirty of them
  await open(page);
  for (const each of cases) {
    await test.step(each.name, async () => {
      const link =
        /^op=\S+(?=,)/.exec(each.settings)?.[0] ??
        (each.name.startsWith('one column') ? 'x=0' : 'x=0,1;2,3&k=0,1;2,3');
      const [, at, operand] = /\b(([XKb])\[[\d,]+\])/.exec(each.settings) ?? [, 'X[0,0]', 'X'];
      await show(page, link);
      const before = await state(page);
      await cell(page, at).focus();
      const html = each.name.includes('decimal comma') ? inSheet(each.text) : undefined;
      await paste(page, each.text, html);
      if (each.name.includes('NHWC'))
        await page.getByRole('button', { name: 'Read as channels last' }).click();
      // One cell of a sheet is one number in the cell.
      const key = operand.toLowerCase();
      const part = each.name.startsWith('one cell') ? '0.5,1;2,3' : partOf(each, key);
      await expect.poll(() => state(page)).toContain(`&${key}=${part}&`);
      await page.mouse.click(2, 300); // what is typed into a cell is undone first, and apart
      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(() => state(page)).toBe(before);
    });
  }
});

test('a plain block asks for nothing', async ({ page }) => {
  // Nothing plays by itself, which would be fetched.
  await open(page, 'x=0,1;2,3');
  await panelDrawn(page);
  const asked = [];
  page.on('request', (request) => {
    if (!request.url().includes('icon')) asked.push(request.url());
  });
  await cell(page, 'X[0,0]').focus();
  await paste(page, '[[1, 2], [3, 5]]');
  await shows(page, 'X', '1 2', '3 5');
  await paste(page, '7\t8\n9\t9');
  await shows(page, 'X', '7 8', '9 9');
  expect(asked).toEqual([]);
  await paste(page, 'torch.tensor([[1, 2], [3, 5]]).float()');
  await shows(page, 'X', '1 2', '3 5');
  expect(asked).not.toEqual([]);
});

test('pasted anywhere, tensors go to their places and a layer opens, with what is left out named', async ({
  page,
}) => {
  await open(page);
  const before = await state(page);
  await paste(page, 'X = torch.tensor([[1, 2], [3, 5]])\nK = torch.tensor([[1, 0], [0, 1]])');
  await expect.poll(() => state(page)).toContain('x=1,2;3,5&k=1,0;0,1');
  await expect(notice(page)).toContainText('X is 1 × 2 × 2, K is 1 × 1 × 2 × 2');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => state(page)).toBe(before);

  await paste(
    page,
    'tf.keras.layers.Conv2DTranspose(4, 3, strides=2, padding="same", activation="relu")',
  );
  await expect.poll(() => state(page)).toContain('s=2');
  await expect(notice(page)).toContainText('activation');
  await notice(page).getByRole('button', { name: 'Bring back what was' }).click();
  await expect.poll(() => state(page)).toBe(before);

  await paste(page, '[[2, 2], [2, 2]]');
  await shows(page, 'X', '2 2', '2 2');
  await page.getByRole('button', { name: 'Into K instead' }).click();
  await shows(page, 'K', '2 2', '2 2');
  await shows(page, 'X', '0 1', '2 3');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => state(page)).toBe(before);

  await paste(page, 'https://example.org/#x=1,2,3&k=1,1&op=conv');
  await expect.poll(() => state(page)).toContain('op=conv&x=1,2,3&k=1,1');
});

const model = `Net(
  (conv1): Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
  (deconv1): ConvTranspose2d(2, 1, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1), bias=False)
)`;

test('of several layers one is chosen by keyboard; Escape keeps what was', async ({ page }) => {
  await open(page);
  const before = await state(page);
  await paste(page, model);
  await expect(dialog(page).getByRole('button', { name: /^conv1/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('button', { name: /^deconv1/ })).toBeFocused();
  expect(await violations(page, 'conv-intake')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await state(page)).toBe(before);
  await paste(page, model);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => state(page)).toMatch(/k=rand:2x1x4x4:2&s=2&p=1&/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => state(page)).toBe(before);
});

test('what is refused stands in the dialog, where it can be mended', async ({ page }) => {
  await open(page, 'x=1,2;3,4');
  const before = await state(page);
  await paste(page, 'conv = nn.Conv2d(1, 1, kernel_size=size)');
  await expect(dialog(page).getByRole('alert')).toContainText('“size” is a variable');
  expect(await state(page)).toBe(before);
  expect(await violations(page, 'conv-intake')).toEqual([]);
  await text(page).fill('conv = nn.Conv2d(1, 1, kernel_size=2)');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => state(page)).toContain('op=conv');

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Paste code/ }).click();
  await text(page).fill('K = [[3, 3], [3, 3]]');
  await dialog(page).getByRole('button', { name: 'Read it' }).click();
  await shows(page, 'K', '3 3', '3 3');
});

const golden = JSON.parse(readFileSync(new URL('../vectors/files.json', import.meta.url), 'utf8'));

/** Drops files on an element of the playground. */
const drop = (page, target, ...files) =>
  target.evaluate((element, files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type = '', base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    const init = { dataTransfer, bubbles: true, composed: true, cancelable: true };
    element.dispatchEvent(new DragEvent('dragover', init));
    element.dispatchEvent(new DragEvent('drop', init));
  }, files);

test('files that are dropped take their places', async ({ page }) => {
  await open(page);
  const stage = page.locator('conv-stage');
  await test.step('an array', async () => {
    await drop(page, stage, { name: 'K.npy', base64: golden.npy['>f4'].bytes });
    await expect.poll(() => state(page)).toContain('&k=-1,-0.5,0;0.5,1,1.5&');
    await page.keyboard.press('ControlOrMeta+z');
    await shows(page, 'K', '0 1', '2 3');
  });
  await test.step('an archive of two, by their names', async () => {
    await drop(page, stage, { name: 'layer.npz', base64: golden.npz.stored });
    await expect.poll(() => state(page)).toContain('x=0,1,2;3,4,5&k=1,0;0,1');
  });
  await test.step('one of an archive of several', async () => {
    await drop(page, stage, { name: 'layer.npz', base64: golden.npz.deflated });
    await dialog(page)
      .getByRole('button', { name: /^a 3 × 3/ })
      .click();
    await shows(page, 'X', '1 1 1', '1 1 1', '1 1 1');
  });
  await test.step('a model', async () => {
    await drop(page, stage, { name: 'm.onnx', base64: golden.onnx['conv and transposed'] });
    await expect(dialog(page).getByRole('button', { name: /^first/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => state(page)).toContain('k=1,2;3,4//5,6;7,8.5&s=2&o=1&p=1&');
  });
  await test.step('what cannot be read, and a picture', async () => {
    await drop(page, stage, { name: 'c.npy', base64: golden.refused.complex });
    await expect(dialog(page).getByRole('alert')).toContainText('of type complex');
    await page.keyboard.press('Escape');
    const before = await state(page);
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (30000, 25000), }".padEnd(
      117,
    );
    const large = btoa(`\x93NUMPY\x01\x00\x76\x00${header}\n`);
    await drop(page, stage, { name: 'large.npy', base64: large });
    await expect(dialog(page).getByRole('alert')).toContainText('750,000,000');
    await page.keyboard.press('Escape');
    expect(await state(page)).toBe(before);
    await drop(page, stage, { name: 'cat.png', type: 'image/png', base64: 'AAAA' });
    await notice(page).getByRole('button', { name: 'Open the panel' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Image' })).toBeVisible();
  });
});

test('a file is opened by the menu', async ({ page }) => {
  await open(page);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: 'Import', exact: true })
      .click()
      .then(() => page.getByRole('menuitem', { name: 'Open a file…' }).click()),
  ]);
  await chooser.setFiles({
    name: 'X.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('1;2,5\n3;4'),
  });
  await shows(page, 'X', '1 2.5', '3 4');
});

test('an error message opens its layer, with what is wrong and a remedy that works', async ({
  page,
}) => {
  await open(page);
  await paste(
    page,
    "RuntimeError: Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater than actual input size",
  );
  await expect(notice(page)).toContainText('no window fits into it');
  await notice(page).getByRole('button').first().click();
  await expect.poll(() => playground(page).evaluate(({ result }) => result.y?.shape)).toBeTruthy();
});

test('what is locked stays', async ({ page }) => {
  await open(page, 'x=1,2;3,4&lock=settings');
  await paste(page, 'nn.Conv2d(1, 1, 2, stride=2)');
  await expect(dialog(page).getByRole('alert')).toContainText('locked');
  await page.keyboard.press('Escape');
  await paste(page, '[[5, 5], [5, 5]]');
  await shows(page, 'X', '5 5', '5 5');
  await expect(alert(page)).toBeHidden();
});

test('what was is brought back by the keyboard, with the focus', async ({ page }) => {
  await open(page, 'x=1,2,3;4,5,6');
  await cell(page, 'X[1,2]').focus();
  await paste(page, 'X = torch.tensor([[1, 2], [3, 5]])\nK = torch.tensor([[1, 0], [0, 1]])');
  await shows(page, 'X', '1 2', '3 5');
  await notice(page).getByRole('button', { name: 'Bring back what was' }).focus();
  await page.keyboard.press('Enter');
  await shows(page, 'X', '1 2 3', '4 5 6');
  await expect(cell(page, 'X[0,0]')).toBeFocused();
});
