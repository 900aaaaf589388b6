import { anyWidth, cell, cellIn, expect, foreignTo, open, result, stage, test } from './fixture.js';

/** Layers whose cells have no room for their numbers, and cells at all sides of them. */
const layers = {
  'op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2': [
    'X[0,0]',
    'X[0,7]',
    'X[0,15]',
    'X[15,0]',
    'X[15,15]',
    'K[0,0]',
    'K[4,4]',
  ],
  'x=123456.7890123456,-1.2345678901234567;2,3&k=-0.3333333333333333,2;3,-1.2345678901234567e-100':
    ['X[0,0]', 'X[0,1]', 'X[1,0]', 'K[0,0]', 'K[1,1]'],
};

/** Where a part is from side to side, and whether it is what is seen there. @param {Element} part */
function seen(part) {
  const holder = part.parentElement ?? part;
  const root = /** @type {ShadowRoot} */ (part.getRootNode());
  const { left, right, top, height } = part.getBoundingClientRect();
  const points = [0.02, 0.25, 0.5, 0.75, 0.98];
  const ends = (/** @type {Element} */ { left, right }) => ({ left, right });
  return {
    left,
    right,
    holder: ends(holder.getBoundingClientRect()),
    width: document.documentElement.clientWidth,
    hidden: points.filter(
      (point) => root.elementFromPoint(left + point * (right - left), top + height / 2) !== part,
    ),
    cut: part.scrollWidth > part.clientWidth,
  };
}

/** @param {import('@playwright/test').Locator} part @param {{ left: number, right: number }} [within] */
async function expectSeen(part, within) {
  const found = await part.evaluate(seen);
  expect(found.left).toBeGreaterThanOrEqual(within?.left ?? 0);
  expect(found.right).toBeLessThanOrEqual(within?.right ?? found.width);
  expect(found.hidden).toEqual([]);
  return found;
}

const go = (page, name) => cellIn(stage(page), name).evaluate((part) => part.focus());

for (const [layer, names] of Object.entries(layers)) {
  test(`a number that is typed into is in sight: ${layer}`, anyWidth, async ({ page }) => {
    await open(page, layer);
    for (const name of names) {
      await go(page, name);
      await expect(cell(page, name)).toBeFocused();
      const { cut, holder, left, right } = await expectSeen(cell(page, name));
      expect(cut, name).toBe(false);
      // It hangs over at one side or both, not beside its cell.
      expect(left).toBeLessThanOrEqual(holder.left + 1);
      expect(right).toBeGreaterThanOrEqual(holder.right - 1);
    }
    // What is longer than the window is wide keeps its end in sight, where it is typed.
    await page.keyboard.type('1234567890'.repeat(20));
    expect((await expectSeen(cell(page, names.at(-1)))).cut).toBe(true);
    await page.keyboard.press('Escape');
  });
}

test('a number that fits is typed into where it stands', anyWidth, async ({ page }) => {
  await open(page, 'x=1,2,3;4,5,6&k=1,2;3,4');
  for (const name of ['X[0,0]', 'X[1,2]', 'K[1,1]']) {
    await go(page, name);
    const { left, right, holder } = await expectSeen(cell(page, name));
    const middle = (side) => (side.left + side.right) / 2;
    expect(Math.abs(middle({ left, right }) - middle(holder))).toBeLessThan(1);
  }
});

test('a number that is typed into stays within an element in a column', async ({ page }) => {
  const column = 'margin: 0 auto; width: 380px; overflow: hidden';
  const foreign = await foreignTo(page, {
    pages: {
      '/': `<!doctype html><html lang="en"><title>A tutorial</title>
        <script type="module" src="${process.env.SITE}conv-playground.js"></script>
        <div style="${column}"><conv-playground state="${Object.keys(layers)[0]}"></conv-playground></div>`,
      '/favicon.ico': '',
    },
  });
  await page.goto(foreign.url);
  await expect(result(page, 'Y[0,0]')).toBeVisible();
  const within = await page.locator('conv-playground').evaluate((playground) => {
    const { left, right } = playground.getBoundingClientRect();
    return { left, right };
  });
  for (const name of ['X[0,0]', 'X[3,15]', 'K[0,0]', 'K[0,4]']) {
    await go(page, name);
    await expect(cell(page, name)).toBeFocused();
    await expectSeen(cell(page, name), within);
  }
  await foreign.close();
});

test(
  'what a cell has no room for is said in sight, of what it holds now',
  anyWidth,
  async ({ page }) => {
    const tip = (operand) => page.locator(`conv-stage conv-tensor[operand=${operand}] .tip`);
    await open(page, 'op=conv&x=rand:16x16:1&k=rand:5x5:2&p=2');
    for (const name of ['X[0,0]', 'X[15,15]', 'Y[0,0]', 'Y[15,15]', 'K[4,4]']) {
      await cellIn(stage(page), name).hover();
      const part = tip(name[0].toLowerCase());
      await expect(part).toHaveText(/^-?\d/);
      const { left, right, width } = await part.evaluate(seen);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }

    await open(page, 'x=0.1234567,2;3,4&k=1,2;3,4');
    await result(page, 'Y[0,0]').hover();
    await expect(tip('y')).toHaveText('0.1234567');
    await go(page, 'X[0,0]');
    await page.keyboard.type('0.7654321');
    await expect(tip('y')).toHaveText('0.7654321');
    // What is typed into shows all that it holds.
    await cell(page, 'X[0,0]').hover();
    await expect(tip('y')).toBeEmpty();
    await page.waitForTimeout(400);
    await expect(tip('x')).toBeEmpty();
  },
);

test(
  'what is said above a tensor stands beside or below each other',
  anyWidth,
  async ({ page }) => {
    const headers = stage(page).locator('conv-tensor header');
    let scales = 0;
    for (const layer of [...Object.keys(layers), 'x=123456.789,-1e-9;1e300,0.1&k=1e200,2;3,4']) {
      await open(page, layer);
      await expect(result(page, 'Y[0,0]')).toBeVisible();
      scales += await headers.locator('.scale').count();
      for (const header of await headers.all()) {
        const boxes = await header.evaluate(({ children }) =>
          Array.from(children, (child) => {
            const { left, right, top, bottom } = child.getBoundingClientRect();
            return { left, right, top, bottom };
          }),
        );
        const over = (a, b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
        expect(boxes.filter((a, i) => boxes.slice(i + 1).some((b) => over(a, b)))).toEqual([]);
      }
    }
    // A power of ten for all is among them.
    expect(scales).toBeGreaterThan(0);
  },
);
