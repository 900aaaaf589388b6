// Takes the README's pictures, by the page's own export: npm run picture
import { readFile, writeFile } from 'node:fs/promises';
import { launch } from '../tests/bench/browser.mjs';
import { serve } from './serve.mjs';

const { url, close } = await serve({ root: 'dist' });
const browser = await launch();

/** The pictures of a link, opened. */
async function pictures(link, colorScheme) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    colorScheme,
    locale: 'en',
  });
  await page.goto(`${url}index.html#${link}`);
  await page.getByRole('button', { name: 'Take a picture' }).click();
  await page.getByRole('group', { name: /^Preview/ }).waitFor();
  return page;
}

/** Saves what a button gives. */
async function saved(page, button, file) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  await writeFile(file, await readFile(await (await download).path()));
}

for (const scheme of ['light', 'dark']) {
  const page = await pictures('at=y:1,1', scheme);
  await saved(page, 'Save PNG', `.github/playground-${scheme}.png`);
  await saved(page, 'Save SVG', `.github/playground-${scheme}.svg`);
}

const page = await pictures(
  'op=conv&x=1,2,0,1;0,1,3,1;2,1,0,0;1,0,2,1&k=1,0;-1,2&p=1&s=2&mode=gather',
  'light',
);
await page.getByRole('button', { name: 'Steps as GIF' }).click();
await page.getByRole('button', { name: 'Make the GIF' }).click();
await saved(page, 'Save GIF', '.github/steps.gif');

await browser.close();
await close();
