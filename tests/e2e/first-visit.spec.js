import { expect, grid, panelDrawn, shows, test } from './fixture.js';

test('a first visit transfers at most 150 kB, at most 64 kB of it for one wasm', async ({
  page,
}) => {
  /** @type {import('@playwright/test').Request[]} */
  const requests = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto('index.html');
  // It plays by itself, and may fetch what that needs.
  await expect(grid(page, 'Y').getByRole('gridcell', { name: 'Y[2,2] not yet' })).toBeVisible();
  await panelDrawn(page);
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');

  const wasm = requests.filter((request) => request.url().endsWith('.wasm'));
  expect(wasm).toHaveLength(1);
  expect(await transferred(wasm)).toBeLessThanOrEqual(64_000);
  expect(await transferred(requests)).toBeLessThanOrEqual(150_000);
});

/** The bytes that came over the wire for some requests, compressed as the server sent them. */
async function transferred(requests) {
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}
