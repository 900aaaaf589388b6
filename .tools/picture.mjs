// Takes the README's pictures of the page, light and dark, and draws the icons of the installed page:
// npm run picture
import { readFile } from 'node:fs/promises';
import { launch } from '../tests/bench/browser.mjs';
import { serve } from './serve.mjs';

const { url, close } = await serve({ root: 'dist' });
const browser = await launch();
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 840 },
    colorScheme,
    locale: 'en',
  });
  await page.goto(`${url}index.html#at=y:1,1`);
  await page.getByRole('figure').last().waitFor();
  await page.screenshot({ path: `.github/playground-${colorScheme}.png` });
}
await close();

/** Of a maskable icon a system may cut off all but the circle of 80 % in its middle. */
const icons = [
  { name: 'icon-192', size: 192, drawn: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, drawn: 1, ground: 'transparent' },
  { name: 'icon-maskable', size: 512, drawn: 0.65, ground: '#fafaf8' },
];
const svg = await readFile('web/pages/icon.svg', 'utf8');
for (const { name, size, drawn, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin: 0; height: 100vh; display: grid; place-items: center; background: ${ground}">
      ${svg.replace('<svg', `<svg width="${size * drawn}"`)}`,
  );
  await page.screenshot({ path: `web/pages/${name}.png`, omitBackground: true });
}
await browser.close();
