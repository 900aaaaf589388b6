import { expect, open, sideways, test } from './fixture.js';
import { panels } from '../../web/panels/index.js';
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

/** The names of the buttons, choices and chips whose text is wider than they are, or that stand out of the
 * window, but for what a reader can scroll to. */
function cut() {
  const found = [];
  const within = (element, selector) =>
    element.closest(selector) ??
    (element.getRootNode().host ? within(element.getRootNode().host, selector) : null);
  const scrolls = (element) => {
    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!element.matches('button, select, label, li, .segments, .chips')) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (width < 2 || within(element, '.hidden')) continue;
      let text = element.scrollWidth;
      if (element.localName === 'select') {
        // The text of a closed list is no part of its scrolled width.
        const pen = document.createElement('canvas').getContext('2d');
        pen.font = style.font;
        const sides = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
        text = pen.measureText(element.selectedOptions[0]?.text ?? '').width + sides;
      }
      const over = element.clientWidth > 0 && text > element.clientWidth + 1;
      const out = (left < -0.5 || right > innerWidth + 0.5) && !scrolls(element);
      if (over || out) found.push(element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60));
    }
  };
  walk(document);
  return found;
}

test('no button, choice or chip cuts its text, however narrow the page is', async ({ page }) => {
  test.slow();
  const several = 'x=rand:3x5x5:1&k=rand:3x2x3x3:2&s=2&p=1&b=1,2&mode=both';
  for (const lang of ['en', 'zh']) {
    for (const { name } of panels) {
      const link = name === 'round-trip' ? 'op=conv&x=arange:8x19&k=ones:3x2&s=2,3' : several;
      await open(page, dressed(`panel=${name}&${link}`, lang, 'light'));
      await expect(page.locator('conv-panels #panel > :not(p)')).toBeVisible();
      await expect(page.locator(`#tab-${name}[aria-selected=true]`)).toBeVisible();
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 740 });
        await expect.soft.poll(() => page.evaluate(cut), `${name}, ${lang}, ${width}`).toEqual([]);
      }
    }
    // On a wide one the settings take one line.
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('about:blank');
    await open(page, dressed('', lang, 'light'));
    const row = page.locator('conv-settings .row').first();
    await expect.poll(() => row.evaluate((line) => line.offsetHeight)).toBeLessThan(60);
  }
});
