import AxeBuilder from '@axe-core/playwright';
import { recipes } from '../../web/help/recipes.js';
import { expect, sideways, test } from './fixture.js';

const languages = { en: 'In your own page', zh: '放进你自己的网页' };

for (const [lang, title] of Object.entries(languages)) {
  test(`the article shows each form alive, with its lines, and a recipe for each host, in ${lang}`, async ({
    page,
  }) => {
    await page.addInitScript((lang) => localStorage.setItem('lang', lang), lang);
    await page.goto('examples.html');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const firstCell = (part, name) => part.getByRole('gridcell', { name, exact: true }).first();

    await expect(firstCell(page.locator('#element'), 'Y[2,1] = 12')).toBeVisible();
    await page.locator('#lazy').scrollIntoViewIfNeeded();
    await expect(firstCell(page.locator('#lazy'), 'Y[0,0] = 8')).toBeVisible();
    const locked = page.locator('#locked');
    await locked.scrollIntoViewIfNeeded();
    await firstCell(locked, 'K[0,0] = 1').focus();
    await expect(locked.getByRole('textbox', { name: 'K[0,0]', exact: true })).toHaveCount(0);
    await firstCell(locked, 'X[0,0] = 1').focus();
    await expect(locked.getByRole('textbox', { name: 'X[0,0]', exact: true })).toBeVisible();
    await page.locator('#frame').scrollIntoViewIfNeeded();
    await expect(firstCell(page.frameLocator('#frame iframe'), 'Y[0,1] = 2')).toBeVisible();

    await page.locator('#frame summary').click();
    await expect(page.locator('#frame pre')).toContainText(
      `<iframe src="${process.env.SITE}embed.html#`,
    );
    for (const { name, files } of recipes) {
      await page.locator(`#${name} summary`).click();
      await expect(page.locator(`#${name} pre`)).toHaveCount(files.length);
    }
    expect(await page.locator('pre').allInnerTexts()).not.toContain('SITE');
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize({ width: 360, height: 740 });
    // Stages are drawn for the new width a frame after it is there.
    await expect.poll(() => sideways(page)).toBe(0);
    // With its frames, whose pages are pages as well. Several playgrounds have the same stage several times.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.filter(({ id }) => id !== 'landmark-unique')).toEqual([]);
  });
}

test('the answers lead to the article, and an address opens a recipe of it', async ({ page }) => {
  await page.goto('help.html');
  await page.getByRole('link', { name: 'The playground in your own page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(languages.en);
  await page.goto('examples.html#vue');
  await page.reload();
  await expect(page.locator('#vue pre').first()).toBeVisible();
});
