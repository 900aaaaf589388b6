import { copyFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { lessons } from '../../web/state/lessons.js';
import { panels } from '../../web/panels/index.js';
import { questions } from '../../web/help/questions.js';
import { expect, fillIn, shows, test } from './fixture.js';
import { root } from './site.js';

/** The page on its own, in a folder where nothing else is. */
async function alone(page, info) {
  const file = info.outputPath('conv-playground.html');
  await copyFile(`${root ?? 'dist'}/conv-playground.html`, file);
  const { href } = pathToFileURL(file);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  /** What it asked for beside itself. */
  const others = () => asked.filter((url) => !url.startsWith(href) && !url.startsWith('blob:'));
  return { href, others };
}

test('one file has every panel and lesson in it, in both languages, and asks for nothing', async ({
  page,
}, info) => {
  test.slow();
  const { href, others } = await alone(page, info);
  await page.goto(href);
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
  await fillIn(page, 'X[0,0]', '5');
  await page.keyboard.press('Enter');
  await shows(page, 'Y', '0 5 1', '10 19 6', '4 12 9');
  await expect.poll(() => page.url()).toContain('x=5,1;2,3');

  const playground = page.locator('conv-playground');
  for (const language of ['en', 'zh']) {
    await playground.evaluate((element, lang) => (element.lang = lang), language);
    for (const { name } of panels) {
      await playground.evaluate((element, text) => (element.state = text), `panel=${name}`);
      await expect(
        page.getByRole('tabpanel').locator(`conv-panel-${name}, conv-${name}-panel`),
      ).toBeVisible();
    }
    for (const { name } of lessons) {
      await playground.evaluate((element, text) => (element.state = text), `lesson=${name}`);
      await expect(page.locator('conv-lesson h2')).toBeVisible();
    }
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  expect(others()).toEqual([]);
});

test('one file is shown by a page that lies beside it, with the lines that it gives', async ({
  page,
}, info) => {
  const { href, others } = await alone(page, info);
  await page.goto(`${href}#s=2`);
  await shows(page, 'Y', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9');
  await page.getByRole('button', { name: 'Copy link' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('note').last()).toContainText('Send conv-playground.html along');
  await dialog.getByRole('tab', { name: 'Embed' }).click();
  const forms = dialog.getByRole('group', { name: 'Form' }).getByRole('button');
  await expect(forms).toHaveText(['Frame', 'Notebook']);
  const frame = await dialog.getByRole('textbox', { name: 'Frame', exact: true }).inputValue();
  expect(others()).toEqual([]);
  const tutorial = info.outputPath('tutorial.html');
  await writeFile(tutorial, `<!doctype html><title>A tutorial</title>${frame}`);
  await page.goto(pathToFileURL(tutorial).href);
  await shows(page.frameLocator('iframe'), 'Y', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9');
});

test('one file has the answers in it, which lead back to its page', async ({
  page,
  context,
}, info) => {
  const { href, others } = await alone(page, info);
  await page.goto(href);
  const help = page.getByRole('link', { name: 'Questions and answers' });
  const opened = context.waitForEvent('page');
  await help.click();
  const answers = await opened;
  await expect(answers.locator('#questions section')).toHaveCount(questions.length);
  await answers.locator('#questions a').first().click();
  await expect(answers.locator('conv-stage .stage')).toBeVisible();
  expect(answers.url()).toMatch(/conv-playground\.html#./);
  expect(others()).toEqual([]);
});
