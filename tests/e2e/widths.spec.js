import { expect, open, sideways, test } from './fixture.js';
import { dressed, huge, states } from './states.js';

test('the page never scrolls sideways, however wide it is', async ({ page }) => {
  test.slow();
  for (const lang of ['en', 'zh']) {
    for (const [name, link] of Object.entries({ ...states, ...huge })) {
      await open(page, dressed(link, lang, 'light'));
      for (const width of [360, 480, 620, 768, 1024, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        const message = `${name}, ${lang}, ${width} px`;
        await expect.soft.poll(() => sideways(page), { message }).toBeLessThanOrEqual(0);
      }
    }
  }
});
