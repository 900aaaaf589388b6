import { deflateSync } from 'node:zlib';
import {
  address,
  alert,
  cell,
  choose,
  clipboard,
  expect,
  field,
  open,
  rows,
  sentence,
  shows,
  showsNoOutput,
  test,
} from './fixture.js';

/** The z: form of these numbers, as any program can write it. */
const packed = (...numbers) =>
  deflateSync(Buffer.from(Float32Array.of(...numbers).buffer)).toString('base64url');

/** Links, and the output that they stand for; where it has channels, the first. */
const links = {
  'a literal': ['op=tconv&x=0,1;2,3&k=0,1;2,3', '0 0 1', '0 4 6', '4 12 9'],
  'a literal of two channels': ['op=conv&x=0,1;2,3/4,5;6,7&k=1/10', '40 51', '62 73'],
  'a kernel of two inputs and outputs': ['op=conv&x=0,1;2,3/4,5;6,7&k=1/10//5/5', '40 51', '62 73'],
  'fractions and exponents': ['x=5e-1,1e1&k=2&b=1/2', '1.5 20.5'],
  generators: ['op=conv&x=arange:3x3&k=arange:2x2', '19 25', '37 43'],
  'a generator with a number': ['x=arange:2x2:1&k=ones:1x1', '1 2', '3 4'],
  'packed numbers': [`x=z:2x2:${packed(0, 1, 2, 3)}`, '0 0 1', '0 4 6', '4 12 9'],
  'a stride': ['s=2', '0 0 0 1', '0 0 2 3', '0 2 0 3', '4 6 6 9'],
  'a stride per axis': ['s=1,2', '0 0 0 1', '0 2 2 6', '4 6 6 9'],
  'a dilation': ['op=conv&x=0,1,2;3,4,5;6,7,8&d=2', '38'],
  'output padding per axis': ['s=2&k=1&o=1,0', '0 0 1', '0 0 0', '2 0 3', '0 0 0'],
  padding: ['p=1', '4'],
  'padding per axis': ['p=1,0', '0 4 6'],
  'padding per side': ['p=1,0,0,1', '0 4', '4 12'],
  'a bias': ['b=-1.5&k=1', '-1.5 -0.5', '0.5 1.5'],
  groups: ['op=conv&x=0,1;2,3/4,5;6,7&k=1//10&g=2', '0 1', '2 3'],
  'its version and end': ['v=1&p=1&end', '4'],
  'percent-encoding': ['x=0%2C1%3B2%2C3&p=1', '4'],
};

test('every form of a link is read', async ({ page }) => {
  for (const [name, [link, ...expected]] of Object.entries(links)) {
    await test.step(name, async () => {
      await open(page, link);
      await expect
        .poll(() => rows(page, /groups|two inputs/.test(name) ? 'Y[0]' : 'Y'))
        .toEqual(expected);
      await expect(alert(page)).toBeHidden();
    });
  }
});

test('a link pins a cell, chooses language and colours, hides parts and locks them', async ({
  page,
}) => {
  await open(page, 'at=y:0,1,1&lang=zh&theme=dark&hide=formula&lock=x,operation');
  await expect(sentence(page)).toContainText('Y[1,1] = 0·3 + 1·2 + 2·1 + 3·0 = 4');
  await expect(page).toHaveTitle('卷积游乐场');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expect(page.locator('conv-formula')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'conv2d', exact: true })).toBeDisabled();
  await expect(cell(page, 'K[0,0]')).toBeEditable();
  await expect(page.getByRole('gridcell', { name: 'X[0,0] = 0' })).toBeVisible();
});

test('what a link has beyond this version is told and kept', async ({ page }) => {
  await open(page, 'p=1&sparkle=yes');
  await shows(page, 'Y', '4');
  await expect(page.getByRole('status').first()).toContainText('“sparkle=yes” is unknown');
  await page.getByRole('button', { name: 'padding: less', exact: true }).click();
  expect(await address(page)).toBe('v=1&sparkle=yes&end');
});

/** Links that cannot be opened, and what the page has to say about each. */
const unreadable = {
  'cut within the numbers': ['v=1&op=tconv&x=0,1;2', 'cut off after “x”'],
  'cut before its end': ['v=1&p=1', 'cut off'],
  'of another version': ['v=2&p=1&end', 'of version “2”; this page reads version 1'],
  'with a damaged pack': ['x=z:2x2:AAAA', 'do not unpack'],
  'with a pack of another size': [`x=z:3x3:${packed(0, 1, 2, 3)}`, '9 numbers'],
  'with packed NaN': [`x=z:1x2:${packed(1, NaN)}`, 'Row 1, column 2'],
  'a zip bomb': [
    `x=z:2x2:${deflateSync(Buffer.alloc(2 ** 26)).toString('base64url')}`,
    'do not unpack',
  ],
  'with a huge shape': ['x=rand:99999x99999', 'at most 16,777,216'],
  'with a shape of nothing': ['x=ones:0x3', 'not a shape'],
  'with a negative shape': ['x=ones:-1x3', 'not a shape'],
  ragged: ['x=0,1;2', 'Row 2 has 1 number,'],
  'not numeric': ['k=0,one', 'Row 1, column 2: “one”'],
  'with infinity': ['k=1e999', 'Row 1, column 1'],
  'with another operation': ['op=deconv', '“deconv” is none of conv, tconv'],
  'with too many numbers': ['s=1,2,3', 'stride (s): It has 3 numbers'],
  'with a word for a number': ['s=two', '“two”, is not a number'],
  'with a made-up generator': ['x=__proto__:2x2', 'not the name of a generator'],
  'saying things twice': ['s=1&s=2', 'more than once'],
  'with markup': ['x=<img src=x onerror=alert(1)>', 'not a number'],
  'with a batch': ['x=ones:2x1x3x3', 'batch of 2'],
};

test('a link that cannot be opened is told apart, and its text kept', async ({ page }) => {
  for (const [name, [link, why]] of Object.entries(unreadable)) {
    await test.step(name, async () => {
      await open(page, link);
      await expect.soft(alert(page)).toContainText(why);
      await expect(page.getByRole('textbox', { name: 'The text of the link' })).toHaveValue(
        new URL(page.url()).hash.slice(1),
      );
      await expect(page.locator('conv-stage')).toHaveCount(0);
      const { y, error } = await page.locator('conv-playground').evaluate(({ result }) => result);
      expect(y).toBeUndefined();
      expect.soft(error.message).toContain(why);
    });
  }
});

test('a broken link is mended where it stands, or left for the article’s example', async ({
  page,
}) => {
  await open(page, 'x=0,1;2&p=1');
  await page.getByRole('textbox', { name: 'The text of the link' }).fill('x=0,1;2,5&p=1');
  await page.getByRole('button', { name: 'Try again' }).click();
  await shows(page, 'X', '0 1', '2 5');
  expect(await address(page)).toBe('v=1&x=0,1;2,5&p=1&end');

  await open(page, 'x=0,1;2');
  await page
    .getByRole('button', { name: 'Start from the example of Dive into Deep Learning' })
    .click();
  await shows(page, 'Y', '0 0 1', '0 4 6', '4 12 9');
});

/** Links that are read, but of layers that cannot be. */
const impossible = {
  'a huge output': ['x=ones:4000x4000&s=100', /16,777,216/],
  'a huge setting': ['s=1e300', /stride/],
  'a padding of billions': ['op=conv&p=4294967296', /padding/],
  'a fraction of a stride': ['s=1.5', /whole number/],
  'half a group': ['g=0.5', /groups/],
  'a literal beyond editing': [`x=${Array(40).fill('1').join()}`, /32/],
  'a bias too long': ['b=1,2,3', /bias/],
  'a generator with too many numbers': ['x=ones:2x2:1:2:3', /number/],
};

test('a link to an impossible layer says why, and shows no output', async ({ page }) => {
  for (const [name, [link, why]] of Object.entries(impossible)) {
    await test.step(name, async () => {
      await open(page, link);
      await expect(alert(page)).toContainText(why);
      await showsNoOutput(page);
    });
  }
});

test('the address follows every change, without history entries', async ({ page }) => {
  await open(page);
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: 'stride: more' }).click();
  expect(await address(page)).toBe('v=1&s=2&end');
  await cell(page, 'X[0,0]').focus();
  await page.keyboard.type('1/3');
  await page.keyboard.press('Enter');
  expect(await address(page)).toBe('v=1&x=0.3333333333333333,1;2,3&s=2&end');
  await page.getByRole('button', { name: 'conv2d', exact: true }).click();
  expect(await address(page)).toContain('op=conv');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => address(page)).not.toContain('op=conv');
  await choose(page, 'Convolution: Sobel edges');
  await expect.poll(() => address(page)).toContain('k=sobel-x:3x3');
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('the address opens as what was shown', async ({ page, context }) => {
  await open(page, 'op=conv&x=rand:2x6x6:5&k=rand:3x1x3x3:7&g=1');
  await page.getByRole('button', { name: 'channels in: less' }).click();
  await page.getByRole('button', { name: 'padding: more', exact: true }).click();
  await cell(page, 'X[0,0]').focus();
  await page.keyboard.type('-1/7');
  await page.keyboard.press('Enter');
  const link = await address(page);
  const shown = await page
    .locator('conv-playground')
    .evaluate(({ result }) => Array.from(result.y.data));

  const other = await context.newPage();
  await open(other, link);
  await shows(other, 'Y[2]', ...(await rows(page, 'Y[2]')));
  expect(
    await other.locator('conv-playground').evaluate(({ result }) => Array.from(result.y.data)),
  ).toEqual(shown);
  expect(await address(other)).toBe(link);
});

test('long tensors are packed, exactly', async ({ page, context }) => {
  await open(page, 'op=conv&x=arange:16x16&k=ones:3x3');
  await cell(page, 'X[0,0]').focus();
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  await expect.poll(() => address(page)).toMatch(/&x=z:16x16:[\w-]+&/);
  const other = await context.newPage();
  await open(other, await address(page));
  await shows(other, 'Y', ...(await rows(page, 'Y')));
  await expect(cell(other, 'X[0,0]')).toHaveText('0.5');
});

test('what is typed just before the page is left is there when it is come back to', async ({
  page,
}) => {
  await open(page, 'x=1,2;3,4');
  const typed = async (text) => {
    await cell(page, 'X[0,0]').click();
    await page.keyboard.type(text);
  };
  const stays = async (text) => {
    await shows(page, 'X', `${text} 2`, '3 4');
    expect(page.url()).toContain(`x=${text},2;3,4`);
  };
  for (const text of ['5', '-6', '7.5']) {
    await typed(text);
    await page.reload();
    await stays(text);
  }
  await typed('8');
  await page.goto('about:blank');
  await page.goBack();
  await stays('8');
  // What was kept for that is not in the way of other links, nor of the same one later.
  await open(page, 'x=1,2;3,4');
  await stays('1');
  await page.reload();
  await stays('1');
});

test('the link is copied', async ({ page }) => {
  await open(page, 's=2');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'on the clipboard' })).toBeVisible();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  expect(url).toBe(new URL('index.html#v=1&s=2&end', page.url()).href);
});

test('a link put into the address bar of an open page is opened, and can be undone', async ({
  page,
}) => {
  await open(page, 's=2');
  await page.evaluate(() => (location.hash = 'p=1'));
  await shows(page, 'Y', '4');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field(page, 'stride')).toHaveValue('2');
});

test('a link that is followed while the address is being written is opened', async ({ page }) => {
  await open(page);
  await page.locator('conv-playground').evaluate((playground) => {
    const link = playground.link.bind(playground);
    playground.link = () => {
      playground.link = link;
      location.hash = 'p=1';
      return link();
    };
  });
  await page.getByRole('button', { name: 'stride: more' }).click();
  await shows(page, 'Y', '4');
  await expect(field(page, 'stride')).toHaveValue('1');
  await expect(page).toHaveURL(/#(v=1&)?p=1/);
  // and what is changed from there is followed again
  await page.getByRole('button', { name: 'stride: more' }).click();
  expect(await address(page)).toBe('v=1&s=2&p=1&end');
});

test('a number that lost a digit on its way is noticed, and the page opens', async ({ page }) => {
  await open(page, 'x=10,1;2,3');
  await page.getByRole('button', { name: 'stride: more' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'on the clipboard' })).toBeVisible();
  const link = (await clipboard(page)).split('#')[1];
  expect(link).toMatch(/^v=1&sum=\w{4}&x=10,1;2,3&s=2&end$/);
  const note = page.getByRole('status').filter({ hasText: 'not as it was written' });
  await open(page, link);
  await shows(page, 'X', '10 1', '2 3');
  await expect(note).toHaveCount(0);
  await open(page, link.replace('10,', '1,'));
  await shows(page, 'X', '1 1', '2 3');
  await expect(note).toBeVisible();
});
