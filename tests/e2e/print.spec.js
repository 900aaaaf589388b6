import { expect, open, stage, test } from './fixture.js';

test('on paper the default is one page: the layer, the sentence and the open panel, no controls', async ({
  page,
}) => {
  await open(page, 'theme=dark&at=y:1,1');
  await expect(page.getByRole('tabpanel').getByRole('grid').first()).toBeVisible();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['conv-formula', 'conv-stage', 'conv-sentence p', '[role=tabpanel]']) {
    await expect(page.locator(shown).first()).toBeVisible();
  }
  await expect(page.getByRole('tab')).toHaveCount(1);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('slider')).toBeHidden();
  const { scheme, outline } = await stage(page)
    .getByRole('gridcell')
    .first()
    .evaluate((cell) => {
      const { colorScheme, outlineStyle } = getComputedStyle(cell);
      return { scheme: colorScheme, outline: outlineStyle };
    });
  expect({ scheme, outline }).toEqual({ scheme: 'light', outline: 'solid' });
});

test('where a reader forces colours, cells have outlines and no factor looks selected', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'at=y:1,1');
  await expect(page.locator('conv-sentence p')).toContainText('Y[1,1] = ');
  const outlined = await stage(page)
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.every((cell) => getComputedStyle(cell).outlineStyle === 'solid'));
  expect(outlined).toBe(true);
  const coloured = await page.evaluate(() =>
    [...CSS.highlights.values()].reduce((all, { size }) => all + size, 0),
  );
  expect(coloured).toBe(0);
});
