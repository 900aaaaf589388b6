// Takes the README's pictures of the page, light and dark: npm run picture
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
await browser.close();
await close();
