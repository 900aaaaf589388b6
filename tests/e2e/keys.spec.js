import { expect, foreignTo, result, stage, cell, grid, test } from './fixture.js';

/**
 * A page that acts as reveal.js and others do: one listener at the document for all keys, which sees only
 * the element itself as their target. What arrives it notes, and acts on, so that a key that acts twice shows.
 */
const deck = `
  window.heard = [];
  for (const type of ['keydown', 'keypress', 'keyup']) {
    document.addEventListener(type, (event) => {
      if (['Alt', 'Control', 'Shift', 'Meta'].includes(event.key)) return;
      heard.push(type + ' ' + event.key);
      if (type === 'keydown' && !event.ctrlKey && !event.metaKey && event.key !== 'Tab') {
        event.preventDefault();
        document.activeElement.blur();
      }
    });
  }`;

async function host(page, state) {
  const foreign = await foreignTo(page, {
    pages: {
      '/': `<!doctype html><html lang="en"><head><title>Slides</title>
        <script type="module" src="${process.env.SITE}conv-playground.js"></script></head>
        <body><conv-playground lang="en" state="${state}"></conv-playground>
        <script>${deck}</script></body></html>`,
      '/favicon.ico': '',
    },
  });
  await page.goto(foreign.url);
  await expect(stage(page)).toBeVisible();
  return foreign;
}

/** What has come to the document since it was asked last. */
const heard = (page) => page.evaluate(() => heard.splice(0));

test('a page around hears nothing of what is typed and acted on', async ({ page }) => {
  const foreign = await host(page, 'x=1,2;3,4&at=y:0,0,1');
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const silent = async (what) => expect(await heard(page), what).toEqual([]);

  await cell(page, 'X[1,0]').click();
  await press('0', '.', '5');
  await expect(cell(page, 'X[1,0]')).toHaveValue('0.5');
  await press('/', 's', '?', ' ', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
  await press('Enter', '7', 'ArrowUp', 'ArrowRight', 'Home', 'End', 'F2', 'ArrowLeft', 'Delete');
  await press('Alt+ArrowUp', 'Control+z', 'Control+z', 'Control+z', 'Control+y');
  await silent('a cell');
  await result(page, 'Y[0,0]').focus();
  await press('ArrowRight', 'ArrowDown', 'n', '.', 'Enter', ' ', 'End');
  await silent('a cell of Y');

  await page.getByRole('textbox', { name: 'stride', exact: true }).focus();
  await press('ArrowUp', 'ArrowDown', '3', '.', 'Escape', 'b', 'Escape', 'Delete', '4', 'Enter');
  await silent('a field');
  await page.getByRole('slider', { name: 'Step' }).focus();
  await press('ArrowRight', 'ArrowLeft', 'PageDown', 'Home', 'End', ' ', ' ');
  await silent('the slider');
  await page.getByRole('button', { name: 'Play' }).focus();
  await press(' ', 'Enter');
  await silent('a button');
  await page.getByRole('tab', { name: 'Steps' }).focus();
  await press('ArrowRight', 'ArrowRight', 'Home', 'Enter', ' ');
  await silent('a tab');
  await page.getByRole('button', { name: 'Examples' }).focus();
  await press('ArrowDown', 'ArrowDown', 't', 'End', 'Escape');
  await silent('a menu');
  await page.getByRole('combobox', { name: 'Speed' }).focus();
  await press('ArrowDown', '2');
  await silent('a list');
  await foreign.close();
});

test('a page around hears the keys that are its own', async ({ page }) => {
  const foreign = await host(page, 'x=1,2;3,4&at=y:0,0,1');
  const passes = async (key, name = key) => {
    await page.keyboard.press(key);
    const events = await heard(page);
    expect(events, key).toContain(`keydown ${name}`);
    expect(events, key).toContain(`keyup ${name}`);
  };
  await cell(page, 'X[0,0]').click();
  await page.keyboard.type('5');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'X[0,0]')).toHaveValue('1');
  // What was pinned is let go of.
  await page.keyboard.press('Escape');
  await expect(result(page, 'Y[0,1]')).not.toHaveAttribute('aria-selected');
  expect(await heard(page)).toEqual([]);
  await passes('Control+k', 'k');
  await passes('Control+s', 's');
  await passes('Meta+b', 'b');
  await page.evaluate(() => (document.activeElement.blur = () => {}));
  await passes('F5');
  await passes('F8');
  await passes('PageDown');
  await passes('Escape');
  await result(page, 'Y[0,0]').focus();
  await passes('Escape');
  await grid(page, 'Y').getByRole('gridcell').first().focus();
  await passes('F8');
  await foreign.close();
});
