import {
  anyWidth,
  address,
  alert,
  cell,
  choose,
  expect,
  field,
  grid,
  open,
  rows,
  shows,
  showsNoOutput,
  stage,
  tabTo,
  test,
} from './fixture.js';

/**
 * Layers that cannot be: the link, the field that says so, the rule with its numbers in English and
 * Chinese, the button to the nearest valid layer, and the output that this gives.
 */
const faults = {
  'stride 0': {
    link: 's=0',
    at: ['stride', '步幅'],
    says: ['must be from 1 to 16,777,216', '必须在 1 到 16,777,216 之间，现在是 0'],
    button: ['Use stride 1', '改用步幅 1'],
    y: ['0 0 1', '0 4 6', '4 12 9'],
  },
  'half a stride': {
    link: 's=1.5',
    at: ['stride', '步幅'],
    says: ['must be a whole number', '必须是整数，现在是 1.5'],
    button: ['Use stride 2', '改用步幅 2'],
    y: ['0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9'],
  },
  'a kernel larger than the padded input': {
    link: 'op=conv&k=0,1,0;2,3,0;0,0,0',
    at: ['kernel', '卷积核'],
    says: ['covers 3', '覆盖 3 格'],
    button: ['Use kernel 2 × 2', '改用卷积核 2 × 2'],
    y: ['14'],
  },
  'output padding too large': {
    link: 's=2&o=2',
    at: ['output padding', '输出填充'],
    says: [
      'must be below the stride (2) or the dilation (1); it is 2',
      '必须小于步幅（2）或膨胀（1），现在是 2',
    ],
    button: ['Use output padding 1', '改用输出填充 1'],
    y: ['0 0 0 1 0', '0 0 2 3 0', '0 2 0 3 0', '4 6 6 9 0', '0 0 0 0 0'],
  },
  'padding that crops everything': {
    link: 'p=2',
    at: ['padding', '填充'],
    says: ['crops 4 of 3 output cells', '从 3 格输出中裁去 4 格'],
    button: ['Use padding 1', '改用填充 1'],
    y: ['4'],
  },
  'groups that do not divide': {
    link: 'op=conv&x=0,1;2,3/0,0;0,0/0,0;0,0&k=0,1;2,3/0,0;0,0/0,0;0,0&g=2',
    at: ['groups', '分组'],
    says: ['3 input channels', '3 个输入通道不能平均分成 2 组'],
    button: ['Use groups 1', '改用分组 1'],
    y: ['14'],
  },
  'more rows than can be edited': {
    link: `x=${Array(33).fill('1').join(';')}&k=1`,
    at: ['input', '输入'],
    says: ['32', '手动编辑最多 32'],
    button: ['Use input 1 × 32 × 1', '改用输入 1 × 32 × 1'],
    y: Array(32).fill('1'),
  },
};

for (const [language, i] of Object.entries({ en: 0, zh: 1 })) {
  test(
    `an impossible layer says why at its field and leads back, in ${language}`,
    anyWidth,
    async ({ page }) => {
      for (const [name, { link, at, says, button, y }] of Object.entries(faults)) {
        await test.step(name, async () => {
          await open(page, `${link}&lang=${language}`);
          await expect.soft(alert(page)).toContainText(says[i]);
          await expect(field(page, at[i])).toHaveAttribute('aria-invalid', 'true');
          await showsNoOutput(page);
          await alert(page).getByRole('button', { name: button[i] }).click();
          await expect(alert(page)).toBeHidden();
          await shows(page, 'Y', ...y);
        });
      }
    },
  );
}

test('what is typed into a setting but no number stays there, and says so', async ({ page }) => {
  await open(page);
  for (const text of ['two', '1e999', '1/0', 'NaN', '']) {
    await test.step(text || 'nothing', async () => {
      await field(page, 'stride').fill(text);
      await field(page, 'stride').press('Enter');
      await expect(alert(page)).toContainText(`stride: “${text}” is not a number`);
      await expect(field(page, 'stride')).toHaveValue(text);
      await expect(field(page, 'stride')).toHaveAttribute('aria-invalid', 'true');
      await showsNoOutput(page);
      await alert(page).getByRole('button', { name: 'Restore 1', exact: true }).click();
      await expect(field(page, 'stride')).toHaveValue('1');
      await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
    });
  }
});

test('what is typed into a cell but no number stays there, and says so', async ({ page }) => {
  await open(page);
  await cell(page, 'X[1,0]').focus();
  await page.keyboard.type('2,5x');
  await page.keyboard.press('Tab');
  await expect(alert(page)).toContainText('X[1,0]: “2,5x” is not a number');
  await expect(cell(page, 'X[1,0]')).toHaveText('2,5x');
  await expect(cell(page, 'X[1,0]')).toHaveAttribute('aria-invalid', 'true');
  await showsNoOutput(page);

  // It is mended where it stands.
  await cell(page, 'X[1,0]').focus();
  await expect(cell(page, 'X[1,0]')).toHaveValue('2,5x');
  await page.keyboard.type('2.5');
  await page.keyboard.press('Enter');
  await expect(alert(page)).toBeHidden();
  await shows(page, 'X', '0 1', '2.5 3');
});

test('what was typed and cannot be read outlives other changes', async ({ page }) => {
  await open(page);
  await cell(page, 'X[0,0]').focus();
  await page.keyboard.type('one');
  await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await shows(page, 'X', 'one 7', '2 3');
  await field(page, 'stride').fill('2');
  await field(page, 'stride').press('Enter');
  await shows(page, 'X', 'one 7', '2 3');
  await field(page, 'padding').fill('some');
  await field(page, 'padding').press('Enter');
  await expect(alert(page).locator('p')).toHaveCount(2);
  await showsNoOutput(page);

  await alert(page).getByRole('button', { name: 'Restore 0', exact: true }).first().click();
  await expect(field(page, 'padding')).toHaveValue('some');
  await alert(page).getByRole('button', { name: 'Restore 0', exact: true }).click();
  await shows(page, 'X', '0 7', '2 3');
  await shows(page, 'Y', '0 0 0 7', '0 0 14 21', '0 2 0 3', '4 6 6 9');
});

test('a size beyond the limits keeps what was typed, and leads to the limit', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'channels, bias, …', exact: true }).click();
  const limits = {
    input: ['40', 'Use input 1 × 32 × 32', '32 × 32'],
    kernel: ['2x33', 'Use kernel 1 × 1 × 2 × 32', '2 × 32'],
    'channels in': ['17', /Use input 16/, '16'],
  };
  for (const [name, [text, button, nearest]] of Object.entries(limits)) {
    await test.step(name, async () => {
      await choose(page, 'Transposed: 2×2 by 2×2');
      await field(page, name).fill(text);
      await field(page, name).press('Enter');
      await expect(alert(page)).toContainText(/at most (32|16)/);
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
      await showsNoOutput(page);
      await alert(page).getByRole('button', { name: button }).click();
      await expect(alert(page)).toBeHidden();
      await expect(field(page, name)).toHaveValue(nearest);
    });
  }
});

test('a setting that is refused stays as it was set, in the link too', async ({ page }) => {
  await open(page);
  await field(page, 'stride').fill('0');
  await field(page, 'stride').press('Enter');
  await expect(alert(page)).toContainText('stride');
  await expect(field(page, 'stride')).toHaveValue('0');
  await showsNoOutput(page);
  expect(await address(page)).toBe('v=1&s=0&end');
  await cell(page, 'X[0,0]').focus();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await showsNoOutput(page);
  expect((await rows(page, 'X'))[0]).toBe('9 1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
});

test(
  'tensors keep clear of each other and of the edge where there is no output',
  anyWidth,
  async ({ page }) => {
    await open(page, 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&g=2');
    await expect(grid(page, 'K[0,0]')).toBeVisible();
    const [stageBox, x, k] = await Promise.all(
      [stage(page), grid(page, 'X[0]'), grid(page, 'K[0,0]')].map((part) => part.boundingBox()),
    );
    const apart = x.x + x.width <= k.x || x.y + x.height <= k.y;
    expect(apart).toBe(true);
    expect(x.x).toBeGreaterThanOrEqual(stageBox.x);
    expect(k.x + k.width).toBeLessThanOrEqual(stageBox.x + stageBox.width);
  },
);

test(
  'an error moves nothing: Y keeps its place, the player stays, and what is wrong is in sight',
  anyWidth,
  async ({ page }) => {
    // What finds the remedy comes a moment after the first fault.
    let find;
    const found = new Promise((done) => (find = done));
    await page.route('**/remedies-*.js', async (route) => {
      await found;
      await route.continue();
    });
    await open(page, 'x=1,2,3;4,5,6;7,8,9&s=2');
    await shows(page, 'X', '1 2 3', '4 5 6', '7 8 9');
    const boxes = () =>
      Promise.all(
        ['conv-tensor[operand=x]', 'conv-tensor[operand=k]', 'conv-player', 'conv-panels'].map(
          async (part) => (await page.locator(part).first().boundingBox()).y,
        ),
      );
    const before = await boxes();
    const stride = field(page, 'stride');
    await stride.fill('0');
    await stride.press('Enter');
    await showsNoOutput(page);
    const held = async (when) => {
      const after = await boxes();
      // Where it is narrow, what is wrong takes more lines than the sentence: what follows makes room.
      const wide = page.viewportSize().width >= 600;
      for (const [i, y] of after.entries())
        if (wide || i < 2) expect(Math.abs(y - before[i]), `moved by, ${when}`).toBeLessThan(3);
    };
    await held('before there is a remedy');
    find();
    await expect(alert(page).getByRole('button', { name: 'Use stride 1' })).toBeVisible();
    await held('with it');
    await expect(page.getByRole('button', { name: 'Play' })).toBeDisabled();
    await expect(page.getByRole('slider')).toBeDisabled();
    await expect(alert(page)).toBeInViewport({ ratio: 1 });
  },
);

/** What has the focus, by its name. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at.localName} ${at.ariaLabel ?? at.getAttribute('aria-labelledby') ?? at.textContent}`;
  });

test('a button that goes away by the keyboard gives the focus back to where it came from', async ({
  page,
}) => {
  await open(page);
  await field(page, 'stride').focus();
  await page.keyboard.press('0');
  await page.keyboard.press('Enter');
  const remedy = alert(page).getByRole('button', { name: 'Use stride 1' });
  await expect(remedy).toBeVisible();
  await tabTo(page, remedy);
  await page.keyboard.press('Shift+Tab');
  const before = await focused(page);
  await page.keyboard.press('Tab');
  await expect(remedy).toBeFocused();
  await page.keyboard.press('Enter');
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await expect.poll(() => focused(page)).toBe(before);
});

test('a number that is taken back leaves the focus with a cell', async ({ page }) => {
  await open(page);
  await cell(page, 'K[1,1]').focus();
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  const before = await focused(page);
  expect(before).toMatch(/^input K/);
  const back = alert(page).getByRole('button', { name: 'Restore 3' });
  await back.focus();
  await page.keyboard.press('Enter');
  await shows(page, 'K', '0 1', '2 3');
  await expect.poll(() => focused(page)).toBe(before);
});

test('a tap on such a button brings up no keys', async ({ page }) => {
  await open(page, 's=0');
  await cell(page, 'K[0,0]').click();
  await alert(page).getByRole('button', { name: 'Use stride 1' }).click();
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  expect(await focused(page)).toMatch(/^body/);
});
