import { readFile } from 'node:fs/promises';
import {
  dresses,
  inDress,
  anyWidth,
  cellIn,
  expect,
  fillIn,
  open,
  rows,
  sideways,
  stage,
  test,
  violations,
  foreignTo,
} from './fixture.js';

const panel = (page) => page.locator('conv-image-panel');
const view = (page) => panel(page).getByRole('application', { name: /^(Result|结果)/ });
const loupe = (page) => panel(page).locator('conv-image-loupe');
const button = (page, name) => panel(page).getByRole('button', { name, exact: true });
const slider = (page, name) => panel(page).getByRole('slider', { name, exact: true });
const file = (page) => panel(page).locator('input[type=file]');

/** What stands above the pictures: X 3 × 512 × 512. */
const shapes = (page) =>
  panel(page)
    .locator('figcaption > span:first-child')
    .evaluateAll((spans) => spans.map((span) => span.textContent.trim()));

/** Waits until the result of what was chosen last is there. */
const done = (page) => expect(button(page, 'Save')).toBeEnabled();

/** The result's colour at a pixel. */
const colour = (page, row, column) =>
  view(page)
    .locator('canvas')
    .evaluate(
      (canvas, [row, column]) => {
        const pixel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
        const context = pixel.getContext('2d', { willReadFrequently: true });
        context.drawImage(canvas, -column, -row);
        return [...context.getImageData(0, 0, 1, 1).data];
      },
      [row, column],
    );

/** The bytes of a picture that a browser draws: one colour on the left, another on the right. */
const png = (page, width, height, [left, right] = ['#0000ff', '#ff0000'], type = 'image/png') =>
  page
    .evaluate(
      async ({ width, height, left, right, type }) => {
        const canvas = Object.assign(document.createElement('canvas'), { width, height });
        const context = canvas.getContext('2d');
        context.fillStyle = left;
        context.fillRect(0, 0, width / 2, height);
        context.fillStyle = right;
        context.fillRect(width / 2, 0, width / 2, height);
        const blob = await new Promise((done) => canvas.toBlob(done, type));
        return [...new Uint8Array(await blob.arrayBuffer())];
      },
      { width, height, left, right, type },
    )
    .then((bytes) => Buffer.from(bytes));

/** Opens the panel, and waits for its first result. */
async function start(page, link = '') {
  await open(page, `${link}${link ? '&' : ''}panel=image`);
  await expect(view(page)).toBeVisible();
}

test('blurs a drawn picture, and says that nothing is uploaded', async ({ page }) => {
  await start(page);
  await done(page);
  expect(await shapes(page)).toEqual(['X 3 × 512 × 512', 'Y 3 × 512 × 512']);
  await expect(panel(page)).toContainText('nothing is uploaded');
  const before = await colour(page, 300, 300);
  await button(page, 'Rings, ever finer').click();
  await done(page);
  expect(await colour(page, 300, 300)).not.toEqual(before);
});

test('opens a file, filters it, and saves the result as it is shown', async ({ page }) => {
  await start(page);
  await file(page).setInputFiles({
    name: 'a.png',
    mimeType: 'image/png',
    buffer: await png(page, 40, 30),
  });
  await button(page, 'Sobel x').click();
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 30 × 40', 'Y 3 × 30 × 40']);
  await done(page);
  // Blue falls and red rises by 4 * 255: black and white on a ground of grey.
  await expect.poll(() => colour(page, 15, 19)).toEqual([255, 128, 0, 255]);
  expect(await colour(page, 15, 5)).toEqual([128, 128, 128, 255]);

  const coming = page.waitForEvent('download');
  await button(page, 'Save').click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('sobel-x-40x30.png');
  const saved = await readFile(await download.path());
  expect(saved.subarray(1, 4).toString()).toBe('PNG');
  expect([saved.readUInt32BE(16), saved.readUInt32BE(20)]).toEqual([40, 30]);
  await expect(page.getByText('Saved as sobel-x-40x30.png.')).toBeVisible();
});

test('takes a picture that is dropped, and says what is none', async ({ page }) => {
  await start(page);
  const drop = async (name, type, bytes) => {
    const data = await page.evaluateHandle(
      ({ name, type, bytes }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
        return transfer;
      },
      { name, type, bytes: [...bytes] },
    );
    await panel(page).dispatchEvent('dragover', { dataTransfer: data });
    await panel(page).dispatchEvent('drop', { dataTransfer: data });
  };
  await drop('b.png', 'image/png', await png(page, 24, 16));
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 16 × 24', 'Y 3 × 16 × 24']);
  const alert = panel(page).getByRole('alert');
  await drop('notes.txt', 'text/plain', Buffer.from('hello'));
  await expect(alert).toHaveText('“notes.txt” is not a picture.');
  await drop('broken.png', 'image/png', Buffer.from('hello'));
  await expect(alert).toContainText('“broken.png” cannot be read as a picture');
  expect(await shapes(page)).toEqual(['X 3 × 16 × 24', 'Y 3 × 16 × 24']);
  await button(page, 'Stripes and noise').click();
  await expect(alert).toHaveCount(0);
});

test('takes a picture from the clipboard, by keys and by the button', async ({ page }) => {
  await start(page);
  const copy = async (width, height) => {
    const bytes = [...(await png(page, width, height))];
    await page.evaluate(async (bytes) => {
      const blob = new Blob([new Uint8Array(bytes)], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    }, bytes);
  };
  await copy(20, 10);
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 10 × 20', 'Y 3 × 10 × 20']);
  await copy(22, 11);
  await button(page, 'Paste').click();
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 11 × 22', 'Y 3 × 11 × 22']);
  await page.evaluate(() => navigator.clipboard.writeText('only words'));
  await button(page, 'Paste').click();
  await expect(panel(page).getByRole('alert')).toHaveText('There is no picture on the clipboard.');
});

test('copies the result', async ({ page }) => {
  await start(page);
  await done(page);
  await button(page, 'Copy').click();
  await expect(page.getByText('The picture is on the clipboard.')).toBeVisible();
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  );
  expect(types).toContain('image/png');
});

test('scales down what is larger than 2048, and says so', async ({ page }) => {
  await start(page);
  const buffer = await png(page, 3000, 600, undefined, 'image/jpeg');
  await file(page).setInputFiles({ name: 'wide.jpg', mimeType: 'image/jpeg', buffer });
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 410 × 2048', 'Y 3 × 410 × 2048']);
  await expect(panel(page)).toContainText('3000 × 600 pixels are more than fit here');
  await done(page);
});

test('takes a picture with the camera, which is then off', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
      const context = canvas.getContext('2d');
      setInterval(() => context.fillRect(0, 0, 64, 48), 30);
      globalThis.filmed = canvas.captureStream();
      return globalThis.filmed;
    };
  });
  await start(page);
  await button(page, 'Camera').click();
  const video = panel(page).getByLabel('What the camera sees');
  await expect.poll(() => video.evaluate(({ videoWidth }) => videoWidth)).toBe(64);
  await button(page, 'Take the picture').click();
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 48 × 64', 'Y 3 × 48 × 64']);
  await expect(video).toHaveCount(0);
  const tracks = () =>
    page.evaluate(() => globalThis.filmed.getTracks().map(({ readyState }) => readyState));
  expect(await tracks()).toEqual(['ended']);
});

test('says why there is no camera', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await start(page);
  await button(page, 'Camera').click();
  await expect(panel(page).getByRole('alert')).toContainText('may not use the camera');
});

test('follows a slider to its end', async ({ page }) => {
  await start(page);
  await button(page, 'Sharpen').click();
  const strength = slider(page, 'strength');
  await strength.evaluate(async (input) => {
    for (let i = 0; i <= 60; i++) {
      input.value = String(i / 20);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (i % 5 === 0) await new Promise(requestAnimationFrame);
    }
  });
  await expect(strength).toHaveValue('3');
  await done(page);
  // δ + 3 (sharpen − δ): what is on the canvas is what the cells say.
  const weights = loupe(page).getByRole('grid', { name: 'K', exact: true }).getByRole('gridcell');
  await expect
    .poll(async () => (await weights.allInnerTexts()).join(' '))
    .toBe('0 -3 0 -3 13 -3 0 -3 0');
});

test('links a pixel to its sum, by keyboard', async ({ page }) => {
  await start(page);
  await file(page).setInputFiles({
    name: 'a.png',
    mimeType: 'image/png',
    buffer: await png(page, 12, 8),
  });
  await button(page, 'Sobel x').click();
  await done(page);
  await page.mouse.move(0, 0);
  await view(page).focus();
  const sentence = loupe(page).locator('conv-sentence p');
  const shown = loupe(page).locator('.shown');
  await expect(shown).toContainText('Pixel (4, 6), red: 128 + 1020 ÷ 2 is shown as 255.');
  await expect(sentence).toHaveText(
    /Y\[1,1\] = 0·\(-1\) \+ 255·0 \+ 255·1 \+ 0·\(-2\) \+ 255·0 \+ 255·2 \+ 0·\(-1\) \+ 255·0 \+ 255·1\s*= 1020/,
  );
  await page.keyboard.press('ArrowRight');
  await expect(shown).toContainText('Pixel (4, 7), red: 128 + 0 ÷ 2 is shown as 128.');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(shown).toContainText('Pixel (0, 7)');
  await button(page, 'blue').click();
  await page.keyboard.press('Shift+Tab');
  await view(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(shown).toContainText('Pixel (0, 6), blue: 128 + -1020 ÷ 2 is shown as 0.');
});

test('chooses a pixel by tapping the picture', anyWidth, async ({ page, hasTouch }) => {
  await start(page);
  const picture = panel(page).getByRole('img', { name: 'A lake in the mountains' });
  await picture.scrollIntoViewIfNeeded();
  const { width, height } = await picture.boundingBox();
  const position = { x: width / 4, y: height / 2 };
  await (hasTouch ? picture.tap({ position }) : picture.click({ position }));
  await expect(loupe(page).locator('.shown')).toContainText(/Pixel \(25\d, 12\d\)/);
});

test('takes a kernel that is typed into the loupe', async ({ page }) => {
  await start(page);
  await button(page, 'Sobel x').click();
  await fillIn(loupe(page), 'K[1,1]', '1');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Your own')).toHaveAttribute('aria-pressed', 'true');
  await done(page);
  await expect(cellIn(loupe(page), 'K[1,1]')).toHaveText('1');
  // The page's own K is another one.
  await expect(cellIn(stage(page), 'K[1,1]')).toHaveText('3');
});

test(
  'puts the numbers of a pixel on the stage, from where a link brings them back',
  anyWidth,
  async ({ page }) => {
    await start(page);
    await button(page, 'Sobel y').click();
    await button(page, 'Put these numbers on the stage').click();
    await expect.poll(() => rows(page, 'K')).toEqual(['-1 -2 -1', '0 0 0', '1 2 1']);
    await expect(page).toHaveURL(/op=conv&x=.*&k=-1,-2,-1;0,0,0;1,2,1.*panel=image/);
    await page.reload();
    await expect(button(page, 'K of this page')).toHaveAttribute('aria-pressed', 'true');
    await done(page);
  },
);

test('follows the page’s layer', async ({ page }) => {
  await start(page, 'op=tconv&k=ones:2x2&s=2');
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 512 × 512', 'Y 3 × 1024 × 1024']);
  await done(page);
  await page.getByRole('button', { name: 'stride: more', exact: true }).click();
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 512 × 512', 'Y 3 × 1535 × 1535']);
});

test('says which kernels do not fit a picture', async ({ page }) => {
  await open(page, 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&panel=image');
  await done(page);
  await button(page, 'K of this page').click();
  await expect(panel(page).getByText('K takes 10 and gives 20')).toBeVisible();
});

test('enlarges in four ways beside each other', async ({ page }) => {
  await start(page);
  await button(page, 'Upsample').click();
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 512 × 512', 'Y 3 × 1024 × 1024']);
  await done(page);
  const compare = panel(page).getByRole('region', { name: 'One layer, four kernels' });
  await expect(compare.getByRole('grid')).toHaveCount(4);
  await expect(compare.getByText('weights on every pixel sum to 1')).toHaveCount(3);
  await expect(compare.getByText(/a checkerboard/)).toHaveCount(1);
  await compare.getByRole('button', { name: 'Nearest' }).click();
  await expect(loupe(page).locator('conv-sentence p')).toHaveText(
    /^\s*Y\[2,2\] = \d+·1\s*= \d+\s*$/,
  );
  await slider(page, 'factor (stride)').fill('3');
  await expect.poll(() => shapes(page)).toEqual(['X 3 × 512 × 512', 'Y 3 × 1536 × 1536']);
  await done(page);
});

test('long work tells how far it is, and is cancelled', async ({ page }) => {
  await start(page, 'op=conv&k=rand:3x3x31x31:1&x=ones:3x40x40');
  const buffer = await png(page, 2048, 2048, undefined, 'image/jpeg');
  await file(page).setInputFiles({ name: 'large.jpg', mimeType: 'image/jpeg', buffer });
  await expect(panel(page).getByRole('progressbar')).toBeVisible();
  await button(page, 'Cancel').click();
  await expect(panel(page)).toContainText(/Cancelled at \d+ %/);
  await expect(button(page, 'Save')).toBeDisabled();
  await button(page, 'Letters and characters').click();
  await button(page, 'Sharpen').click();
  await done(page);
});

test('goes on in slices in a frame that has no worker, and asks nobody for anything', async ({
  page,
}) => {
  const site = process.env.SITE;
  const html = `<!doctype html><html lang="en"><title>A tutorial</title>
    <iframe title="A playground" sandbox="allow-scripts" width="1000" height="2000"
      src="${site}embed.html#panel=image&op=conv&k=rand:3x3x9x9:1&x=ones:3x10x10"></iframe></html>`;
  const foreign = await foreignTo(page, { pages: { '/': html, '/favicon.ico': '' } });
  const posts = [];
  const asked = [];
  page.on('request', (request) => {
    asked.push(request.url());
    if (request.method() !== 'GET') posts.push(request.url());
  });
  const workers = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto(foreign.url);
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('button', { name: 'Save' })).toBeEnabled({ timeout: 30_000 });
  await inside.getByRole('button', { name: 'Upsample' }).click();
  await expect(inside.getByRole('button', { name: 'Save' })).toBeEnabled({ timeout: 30_000 });
  expect(workers).toEqual([]);
  expect(posts).toEqual([]);
  for (const url of asked) expect(url.startsWith(site) || url.startsWith(foreign.url)).toBe(true);
  await foreign.close();
});

test('goes on in slices as an element on a page of another origin with a strict policy', async ({
  page,
}) => {
  const site = process.env.SITE;
  const { origin } = new URL(site);
  const html = `<!doctype html><html lang="en"><title>A tutorial</title>
    <script type="module" src="${site}conv-playground.js"></script>
    <conv-playground state="panel=image&op=conv&k=rand:3x3x9x9:1&x=ones:3x10x10"></conv-playground></html>`;
  const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; style-src 'self'; img-src 'self'`;
  const foreign = await foreignTo(page, {
    pages: { '/': html, '/favicon.ico': '' },
    headers: { 'Content-Security-Policy': policy },
  });
  const workers = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto(foreign.url);
  await done(page);
  await button(page, 'Upsample').click();
  await done(page);
  await expect(panel(page).locator('conv-image-compare')).toBeVisible();
  expect(workers).toEqual([]);
  await foreign.close();
});

test('has long work done by a worker, which fetches no second engine', async ({ page }) => {
  const wasm = [];
  const posts = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) wasm.push(request.url());
    if (request.method() !== 'GET') posts.push(request.url());
  });
  const coming = page.waitForEvent('worker');
  await start(page, 'op=conv&k=rand:3x3x15x15:1&x=ones:3x20x20');
  expect((await coming).url()).toContain(process.env.SITE);
  await done(page);
  expect(wasm).toHaveLength(1);
  expect(posts).toEqual([]);
});

for (const lang of Object.keys(dresses)) {
  test(`axe finds nothing, and nothing sticks out, in ${lang}`, inDress(lang), async ({ page }) => {
    const theme = dresses[lang];
    await start(page, `lang=${lang}&theme=${theme}`);
    expect.soft(await violations(page, 'conv-panels')).toEqual([]);
    expect.soft(await sideways(page)).toBeLessThanOrEqual(0);
    await button(page, lang === 'zh' ? '上采样' : 'Upsample').click();
    await expect(panel(page).locator('conv-image-compare')).toBeVisible();
    expect.soft(await violations(page, 'conv-panels')).toEqual([]);
    expect.soft(await sideways(page)).toBeLessThanOrEqual(0);
  });
}
