import { choose, expect, field, open, rows, shows, stage, test } from './fixture.js';

test('a first visit shows the article’s example', async ({ page }) => {
  await open(page);
  await shows(page, 'X', '0 1', '2 3');
  await shows(page, 'K', '0 1', '2 3');
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await expect(page.getByRole('button', { name: 'conv_transpose2d' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('the small examples have their known results', async ({ page }) => {
  await open(page);
  await choose(page, 'Convolution: 3×3 by 2×2');
  await shows(page, 'Y', '19 25', '37 43');
  await choose(page, 'Transposed: padding 1 crops');
  await shows(page, 'Y', '4');
  await choose(page, 'Transposed: stride 2 spreads');
  await shows(page, 'Y', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9');
  await choose(page, 'Transposed: bilinear upsampling ×2');
  // As many digits as the cells have room for.
  const wide = page.viewportSize().width > 600;
  const [outer, inner] = wide
    ? ['0.0625 0.1875 0.1875 0.0625', '0.1875 0.5625 0.5625 0.1875']
    : ['0.06 0.19 0.19 0.06', '0.19 0.56 0.56 0.19'];
  await shows(page, 'K', outer, inner, inner, outer);
  await expect.poll(() => rows(page, 'Y')).toHaveLength(6);
  await choose(page, 'Convolution: Sobel edges');
  await shows(page, 'K', '-1 0 1', '-2 0 2', '-1 0 1');
  expect((await rows(page, 'Y'))[3]).toBe('0 36 36 0 0 -36 -36 0');
  await choose(page, 'Transposed: 2×2 by 2×2');
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
});

test('20 channels come of 10, and 10 of 20 again, at 16x16', async ({ page }) => {
  const shapes = async (x, k, y) => {
    for (const [name, shape] of Object.entries({ X: x, K: k, Y: y }))
      await expect(stage(page).locator('header', { hasText: name })).toContainText(shape);
    const made = await page.locator('conv-playground').evaluate(({ result }) => result.y.shape);
    expect(made.slice(1).join(' × ')).toBe(y);
  };
  await open(page);
  await choose(page, 'Convolution: 10 to 20 channels, 16×16 to 6×6');
  await shapes('10 × 16 × 16', '20 × 10 × 5 × 5', '20 × 6 × 6');
  await choose(page, 'Transposed: 20 to 10 channels, back to 16×16');
  await shapes('20 × 6 × 6', '20 × 10 × 5 × 5', '10 × 16 × 16');
  await expect(field(page, 'stride')).toHaveValue('3');
  await expect(field(page, 'padding')).toHaveValue('2');

  // More planes than fit are picked one by one.
  const before = await rows(page, 'Y[0]');
  await stage(page).getByRole('button', { name: 'output channel: next' }).last().click();
  await expect.poll(() => rows(page, 'Y[1]')).not.toEqual(before);
  await expect(stage(page).getByText('output channel 1 of 0–9').first()).toBeVisible();
});

test('the operation is switched between the same channels', async ({ page }) => {
  await open(page, 'op=conv&x=0,1,2;3,4,5;6,7,8');
  await shows(page, 'Y', '19 25', '37 43');
  await page.getByRole('button', { name: 'conv_transpose2d' }).click();
  await shows(page, 'Y', '0 0 1 2', '0 5 11 11', '6 23 29 23', '12 32 37 24');
  await page.getByRole('button', { name: 'conv2d', exact: true }).click();
  await shows(page, 'Y', '19 25', '37 43');

  await open(page, 'op=conv&x=1,2;3,4/5,6;7,8&k=1/10//100/1000//-1/-10');
  await shows(page, 'Y[1]', '5100 6200', '7300 8400');
  await page.getByRole('button', { name: 'conv_transpose2d' }).click();
  await shows(page, 'Y[0]', '51 62', '73 84');
  await shows(page, 'Y[2]', '-51 -62', '-73 -84');
});
