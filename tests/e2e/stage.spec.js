import { evaluated } from '../../web/model/evaluate.js';
import { readLink } from '../../web/state/link.js';
import { allLinks } from '../web/all-links.js';
import { engine } from '../web/load.js';
import {
  anyWidth,
  cellIn,
  expect,
  grid,
  open,
  sentence,
  shows,
  stage,
  test,
  violations,
} from './fixture.js';

const player = (page) => page.getByRole('group', { name: 'Player' });
const button = (page, name) => player(page).getByRole('button', { name, exact: true });

/** Y as it stands on the stage: a number, or nothing, for each cell that is drawn. */
const drawn = (page, which = 0) =>
  stage(page)
    .getByRole('grid', { name: /^Y/ })
    .nth(which)
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent));

/** The same by brute force: the sums of the multiplications of the cells of X, or of Y, so far. */
function expected(state, { y }, links, at, reading) {
  return Array.from(y.data.slice(0, y.shape[2] * y.shape[3]), (value, cell) => {
    if (reading === 'gather') return cell <= at ? String(value) : '';
    const own = links.filter((link) => link.y === cell && link.x <= at);
    const sum = own.reduce((sum, { x, k }) => sum + state.x.data[x] * state.k.data[k], 0);
    return own.length > 0 ? String(sum) : '';
  });
}

const layers = {
  'the default': 'x=0,1;2,3&k=0,1;2,3',
  'stride 2 and padding 1': 'x=0,1,2,3;4,5,6,7;8,9,1,2;3,4,5,6&k=1,2,3;4,5,6;7,8,9&s=2&p=1',
  'a convolution': 'op=conv&x=0,1,2,3;4,5,6,7;8,9,1,2;3,4,5,6&k=1,2;3,4&p=1',
};

for (const [name, link] of Object.entries(layers)) {
  test(`Y holds the sums so far at every step: ${name}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const { state } = await readLink(link);
    const outcome = evaluated(engine, state);
    const links = allLinks(state, outcome);
    const counts = { scatter: state.x.data.length, gather: outcome.y.data.length };
    for (const mode of ['scatter', 'gather']) {
      await open(page, `${link}&mode=${mode}&step=0`);
      for (let step = 0; step < counts[mode]; step++) {
        const last = step === counts[mode] - 1;
        const all = Array.from(outcome.y.data, String);
        const sums = last ? all : expected(state, outcome, links, step, mode);
        await expect.poll(() => drawn(page), { message: `${mode} ${step}` }).toEqual(sums);
        if (!last) await button(page, 'A step forward').click();
      }
    }
    await open(page, `${link}&mode=both&step=0`);
    await expect.poll(() => drawn(page, 1)).toEqual(expected(state, outcome, links, 0, 'gather'));
    await button(page, 'To the last step').click();
    for (const which of [0, 1]) {
      await expect.poll(() => drawn(page, which)).toEqual(Array.from(outcome.y.data, String));
    }
  });
}

test('a cell that is not reached yet says so, and shows nothing', async ({ page }) => {
  await open(page, 'mode=scatter&step=0');
  const cell = grid(page, 'Y').getByRole('gridcell', { name: /^Y\[2,2\]/ });
  await expect(cell).toHaveAccessibleName('Y[2,2] not yet');
  await expect(cell).toHaveText('');
  await expect(grid(page, 'Y').getByRole('gridcell').first()).toHaveAccessibleName('Y[0,0] = 0');
  await open(page, 'mode=scatter&step=0&lang=zh');
  await expect(grid(page, 'Y').getByRole('gridcell').last()).toHaveAccessibleName(
    'Y[2,2] 尚未算到',
  );
});

test('the products of a step go to Y, and not where motion is not wanted', async ({ page }) => {
  await open(page, 'mode=scatter');
  // Held in flight, however slow the machine is that looks at it.
  await page.evaluate(() => {
    const { animate } = Element.prototype;
    Element.prototype.animate = function (...given) {
      const flight = animate.apply(this, given);
      if (this.matches('.flight *')) flight.pause();
      return flight;
    };
  });
  const chips = stage(page).locator('.flight span');
  await button(page, 'A step forward').click();
  await expect(chips).toHaveCount(4);
  await chips.evaluateAll((all) =>
    all.forEach((chip) => chip.getAnimations().forEach((flight) => flight.finish())),
  );
  await expect(chips).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await button(page, 'A step forward').click();
  await expect(page.getByText('step 2 of 4').first()).toBeVisible();
  await expect(chips).toHaveCount(0);
});

test('what lies around the cells is drawn, and can be left out', anyWidth, async ({ page }) => {
  await open(page, 'op=conv&x=arange:4x4&k=ones:3x3&p=1');
  const padding = stage(page).locator('conv-tensor[operand=x] .surround .padding');
  const outlines = async () => ((await padding.getAttribute('d')) ?? '').split('M').length - 1;
  await expect.poll(outlines).toBe(20);
  await stage(page).getByRole('button', { name: 'padding and zeros' }).click();
  await expect.poll(outlines).toBe(0);
  await open(page, 'x=arange:4x4&k=ones:3x3&p=1');
  await stage(page).getByRole('button', { name: 'padding and zeros' }).click();
  const cropped = stage(page).locator('conv-tensor[operand=y] .surround .cropped');
  await expect(cropped).toHaveAttribute('d', /^M/);
  await grid(page, 'X').getByRole('gridcell').first().focus();
  await expect(sentence(page)).toContainText('; 5 more are cropped by the padding');
});

test(
  'the stage of a step, the sentence and the player are in sight together',
  anyWidth,
  async ({ page }) => {
    const narrow = page.viewportSize().width < 600;
    const wide = 'x=arange:4x4&k=ones:3x3&s=2&p=1';
    const channels = 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&p=2';
    const modes = ['scatter', 'gather', 'both'];
    const links = [
      ...modes.map((mode) => `mode=${mode}&step=3`),
      ...modes.map((mode) => `${wide}&mode=${mode}&step=6`),
      `${channels}&mode=both&step=20`,
    ];
    for (const link of [...links, ...links.map((link) => `${link}&lang=zh`)]) {
      await page.goto('about:blank');
      await open(page, link);
      if (narrow)
        await stage(page)
          .locator('conv-stage')
          .evaluate((e) => e.scrollIntoView());
      for (const part of ['conv-tensor', 'conv-sentence p']) {
        for (const each of await stage(page).locator(part).all()) {
          await expect(each, `${part} of ${link}`).toBeInViewport({ ratio: 1 });
        }
      }
      if (!narrow || link.startsWith('mode'))
        await expect(page.getByRole('slider').first()).toBeInViewport();
    }
    expect(await violations(page)).toEqual([]);
  },
);

test('who asks for a step on a narrow page sees it @narrow', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'mode=both');
  const seen = async () => {
    for (const part of await stage(page).locator('conv-tensor, conv-sentence p').all())
      await expect(part).toBeInViewport({ ratio: 1 });
  };
  const away = () => page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await away();
  // Not by a click, which would scroll to the button.
  await button(page, 'Play').evaluate((play) => play.click());
  await seen();
  await away();
  await page.getByRole('slider').first().focus();
  await page.keyboard.press('End');
  await seen();
  await page.evaluate(() => scrollTo(0, 0));
  await grid(page, 'X').getByRole('gridcell').last().tap();
  await seen();
});

test(
  'where all of a layer is seen in cells too small for numbers, they can be made larger',
  anyWidth,
  async ({ page }) => {
    await open(page, 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&p=2&mode=both&step=20');
    const first = grid(page, 'X[0]').getByRole('gridcell').first();
    await expect(first).toHaveAccessibleName(/^X\[0,0,0\] = 0\.4\d+$/);
    await expect(first).toHaveText('');
    const larger = stage(page).getByRole('button', { name: 'larger cells' });
    await larger.click();
    await expect(first).toHaveText(/^0\.4/);
    expect(await violations(page, 'conv-stage')).toEqual([]);
    await larger.click();
    await expect(first).toHaveText('');
    expect(await violations(page, 'conv-stage')).toEqual([]);
    await open(page);
    await expect(larger).toHaveCount(0);
  },
);

test('a first visit plays by itself, once, until a person does something', async ({ page }) => {
  await page.goto('index.html');
  await expect(grid(page, 'Y').getByRole('gridcell', { name: 'Y[2,2] not yet' })).toBeVisible();
  await page.keyboard.press('Shift');
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await expect(page).not.toHaveURL(/step/);
  await page.goto('about:blank');
  await page.goto('index.html');
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await page.waitForTimeout(1500);
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
});

test('a link can ask for it', async ({ page }) => {
  await open(page, 'x=1,2;3,4&play=1');
  await expect(grid(page, 'Y').getByRole('gridcell', { name: 'Y[2,2] not yet' })).toBeVisible();
});

test('the kernel lies only on places that are drawn', anyWidth, async ({ page }) => {
  const weights = stage(page).locator('conv-tensor[operand=x] .surround .stencil');
  const outlines = async () => ((await weights.getAttribute('d')) ?? '').split('M').length - 1;
  await open(page, 'op=conv&x=arange:4x4&k=ones:3x3&p=1&mode=gather&step=0');
  await expect.poll(outlines).toBe(9);
  await stage(page).getByRole('button', { name: 'padding and zeros' }).click();
  await expect.poll(outlines).toBe(4);
  await open(page, 'x=arange:3x3&k=ones:3x3&s=2&p=1&mode=gather&step=0');
  await expect.poll(outlines).toBe(0);
  await stage(page).getByRole('button', { name: 'padding and zeros' }).click();
  await expect.poll(outlines).toBe(9);
});

test(
  'channels are small planes to choose from, and an output channel is the sum of what they add',
  anyWidth,
  async ({ page }) => {
    await open(page, 'op=conv&x=rand:10x6x6:1&k=rand:20x10x3x3:2');
    const inputs = stage(page).locator('conv-tensor[operand=x]').getByRole('radio');
    await expect(inputs).toHaveCount(10);
    await inputs.nth(3).click();
    await expect(grid(page, 'X[3]')).toBeVisible();
    await expect(grid(page, 'K[0,3]')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(grid(page, 'X[4]')).toBeVisible();
    await expect(inputs.nth(4)).toBeFocused();
    const parts = page.locator('conv-channel-sum');
    await expect(parts.getByRole('button')).toHaveCount(10);
    await parts.getByRole('button', { name: 'X[9]' }).click();
    await expect(grid(page, 'X[9]')).toBeVisible();
    // A cell of a part stands for the cell of Y that it goes into.
    await parts.getByRole('gridcell', { name: /^Y\[0,1,2\] from X\[2\] = / }).hover();
    await expect(sentence(page)).toContainText('Y[0,1,2] = ');
    expect(await violations(page, 'conv-panels')).toEqual([]);
    expect(await violations(page, 'conv-stage')).toEqual([]);
  },
);

test('a channel that is chosen at a step is that of the same step elsewhere', async ({ page }) => {
  const layer = 'op=conv&x=rand:10x6x6:1&k=rand:20x10x3x3:2';
  for (const [mode, operand, first, next] of [
    ['gather', 'y', 'Y[0]', 'Y[1]'],
    ['scatter', 'x', 'X[0]', 'X[1]'],
    ['both', 'y', 'Y[0]', 'Y[1]'],
  ]) {
    await page.goto('about:blank');
    await open(page, `${layer}&mode=${mode}&step=5`);
    await expect(grid(page, first).first()).toBeVisible();
    const tensor = stage(page).locator(`conv-tensor[operand=${operand}]`).first();
    await tensor.getByRole('button', { name: /put channel: next$/ }).click();
    await expect(grid(page, next).first()).toBeVisible();
    await tensor.getByRole('radio').first().click();
    await expect(grid(page, first).first()).toBeVisible();
    const { index } = { x: { index: 'X[0,0,5]' }, y: { index: 'Y[0,1,1]' } }[operand];
    await expect(sentence(page)).toContainText(index);
  }
});

test('a large X has no zeros around it that would only make it taller', async ({ page }) => {
  const zeros = stage(page).getByRole('button', { name: 'padding and zeros' });
  const link = 'op=conv&k=rand:20x10x3x3:8&p=1&mode=gather&step=20&lang=en';
  await open(page, `${link}&x=rand:10x16x16:7`);
  await expect(grid(page, 'X[0]')).toBeVisible();
  await expect(zeros).toHaveCount(0);
  const { height } = await grid(page, 'X[0]').boundingBox();
  expect(height).toBeLessThanOrEqual(345);
  await open(page, `${link}&x=rand:10x12x12:7`);
  await expect(zeros).toBeVisible();
});

test('the stamp of a convolution is K flipped, and is called so', async ({ page }) => {
  const steps = page.getByRole('tabpanel', { name: 'Steps' });
  await open(page, 'op=conv&x=11,0;0,0&k=1,2;3,4&p=1&mode=scatter&step=0&panel=steps&lang=en');
  const stamp = steps.locator('conv-scatter figure').filter({ hasText: '11 · K' }).first();
  await expect(stamp).toContainText('K flipped');
  await expect(stamp.getByRole('row').first()).toContainText(/44\s*33/);
  await open(page, 'op=tconv&x=11,0;0,0&k=1,2;3,4&mode=scatter&step=0&panel=steps&lang=en');
  await expect(stamp).toContainText(/11\s*·\s*K\s+at/);
  await expect(stamp.getByRole('row').first()).toContainText(/11\s*22/);
});

test('on a large screen the room is used: a large X has its padding and larger cells, in sight', async ({
  page,
}) => {
  const link = 'op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2&lang=en';
  /** The side of a cell of X, and where the sentence begins. */
  const drawn = async () => ({
    cell: (await cellIn(stage(page), 'X[0,0]').boundingBox()).width,
    sentence: (await sentence(page).boundingBox()).y,
    padded: await stage(page).getByRole('button', { name: 'padding and zeros' }).isVisible(),
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, link);
  expect((await drawn()).padded).toBe(false);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(async () => (await drawn()).padded).toBe(true);
  const { cell, sentence: below } = await drawn();
  expect(cell).toBeGreaterThanOrEqual(20);
  expect(below).toBeLessThan(1000);
  await page.getByRole('button', { name: 'padding and zeros' }).click();
  await expect.poll(async () => (await drawn()).cell).toBeGreaterThanOrEqual(26);
});
