import { lessonLink, lessons } from '../../web/state/lessons.js';
import { expect, open, test } from './fixture.js';

for (const lang of ['en', 'zh']) {
  test(`beside the stage a lesson and the stage are in sight together, in ${lang}`, async ({
    page,
  }) => {
    for (const { name } of lessons) {
      await page.goto('about:blank');
      await open(page, `${lessonLink(name)}&lang=${lang}`);
      await expect(page.locator('conv-lesson').getByRole('heading', { level: 2 })).toBeVisible();
      const inner = page.locator('conv-lesson');
      const hidden = () => inner.evaluate((element) => element.scrollHeight - element.clientHeight);
      await expect.poll(hidden, { message: `${name}: what has to be scrolled to` }).toBe(0);
      await expect(inner, name).toBeInViewport({ ratio: 1 });
      // But for the room below its cells.
      await expect(page.locator('conv-stage').first(), name).toBeInViewport({ ratio: 0.94 });
    }
  });
}
