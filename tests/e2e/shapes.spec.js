import {
  dresses,
  inDress,
  address,
  expect,
  expectSound,
  field,
  open,
  stage,
  tabTo,
  test,
} from './fixture.js';
import { dressed } from './states.js';

const panel = (page) => page.getByRole('tabpanel', { name: 'Shapes' });
const openShapes = async (page, link = '') => {
  await open(page, link);
  await page.getByRole('tab', { name: 'Shapes' }).click();
  await expect(panel(page).getByRole('heading').first()).toBeVisible();
};
const solver = (page, name) => page.locator(`conv-number-field[name="solver.${name}"] input`);
const answers = (page) => panel(page).getByRole('table').getByRole('row');

/** Types a number into a field of the panel. */
async function type(input, text) {
  await input.fill(String(text));
  await input.press('Enter');
}

test('input 7, want 14: the ways are listed, and one click applies one', async ({ page }) => {
  await openShapes(page);
  await type(solver(page, 'input'), 7);
  await type(solver(page, 'output'), 14);
  await expect(panel(page)).toContainText('settings lead from 7 to 14');
  // kernel, stride, padding, output padding, overlap, any size
  await expect(answers(page).nth(1)).toHaveText(/2\s*2\s*0\s*0\s*even\s*×2/);
  await expect(answers(page).nth(2)).toHaveText(/4\s*2\s*1\s*0\s*even\s*×2/);
  await expect(answers(page).nth(4)).toHaveText(/1\s*2\s*0\s*1\s*uneven\s*×2/);

  const use = page.getByRole('button', { name: 'Use kernel 4, stride 2, padding 1' });
  const button = await use.elementHandle();
  await use.click();
  expect(await address(page)).toContain('s=2');
  // What it does is in sight, X shows something, the focus stays, and there is a way back.
  await expect(stage(page).locator('conv-tensor').last()).toBeInViewport({ ratio: 1 });
  await expect(
    page.getByText('X 1 × 7 × 7 gives Y 1 × 14 × 14. X is filled by arange.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring back what was' })).toBeVisible();
  expect(await button.evaluate((used) => used.getRootNode().activeElement === used)).toBe(true);
  await expect(stage(page)).toContainText('Y 1 × 14 × 14');
  await expect(stage(page)).toContainText('X 1 × 7 × 7');
  await expect(answers(page).nth(2)).toContainText('my layer');
});

test('the same by keyboard, and undone', async ({ page }) => {
  await openShapes(page);
  await page.getByRole('tab', { name: 'Shapes' }).focus();
  await tabTo(page, solver(page, 'input'));
  await page.keyboard.type('7');
  await tabTo(page, page.getByRole('button', { name: 'double it' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Use kernel 2, stride 2' }));
  await page.keyboard.press('Enter');
  await expect(stage(page)).toContainText('Y 1 × 14 × 14');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(stage(page)).toContainText('Y 1 × 3 × 3');
});

test('what is typed into the solver leaves the layer alone', async ({ page }) => {
  await openShapes(page);
  await type(solver(page, 'output'), 'many');
  await expect(panel(page)).toContainText('One of the fields holds no number.');
  await expect(stage(page)).toContainText('Y 1 × 3 × 3');
  await expect(field(page, 'stride')).toHaveValue('1');
  await type(solver(page, 'output'), 5);
  await expect(panel(page)).toContainText('settings lead from 2 to 5');
});

test('the ranges end where the search does', async ({ page }) => {
  await openShapes(page);
  await type(solver(page, 'most.kernel'), 99);
  await expect(solver(page, 'most.kernel')).toHaveValue('11');
  await type(solver(page, 'most.dilation'), 2);
  await expect(panel(page).getByRole('columnheader', { name: 'dilation' })).toBeVisible();
});

test('the inputs of an output are told apart, and one click takes one', async ({ page }) => {
  await openShapes(page, 'op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2&s=3');
  for (const [input, padding] of [
    [16, 0],
    [17, 1],
    [18, 2],
  ]) {
    await expect(
      page.getByRole('button', { name: `Input ${input}, output padding ${padding}: output 6` }),
    ).toBeVisible();
  }
  await page.getByRole('button', { name: /^Input 18/ }).click();
  await expect(stage(page)).toContainText('X 1 × 18 × 18');
  await expect(stage(page)).toContainText('Y 1 × 6 × 6');
});

test('the numbers of a layer are its parameters and multiplications', async ({ page }) => {
  await openShapes(page, 'op=tconv&x=rand:7x7:1&k=bilinear:4x4&s=2&p=1');
  const figure = (name) => panel(page).locator(`dd[data-name=${name}]`);
  await expect(figure('parameters')).toHaveText('16');
  await expect(figure('multiplications')).toHaveText('676');
  await expect(figure('dense')).toHaveText('3,136');
});

for (const lang of Object.keys(dresses)) {
  test(
    `axe finds nothing, and nothing stands out sideways, in ${lang}`,
    inDress(lang),
    async ({ page }) => {
      const theme = dresses[lang];
      const link = 'panel=shapes&x=rand:7x7:1&k=bilinear:4x4&s=2&p=1';
      await open(page, dressed(link, lang, theme));
      await expect(page.getByRole('tabpanel').getByRole('table')).toBeVisible();
      await expectSound(page);
    },
  );
}
