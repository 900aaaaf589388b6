import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { decodedPng } from './png.js';
import {
  dresses,
  inDress,
  expect,
  open,
  rows,
  sideways,
  stage,
  test,
  violations,
} from './fixture.js';

const { GifReader } = createRequire(import.meta.url)('omggif');

const region = (page) => page.getByRole('region', { name: /^(Take a picture|取走图片)$/ });
const button = (page, name) => region(page).getByRole('button', { name, exact: true });

/** Opens the pictures of a link. */
async function pictures(page, link) {
  await open(page, link);
  await page.getByRole('button', { name: /^(Take a picture|取走图片)$/ }).click();
  await expect(region(page).getByRole('group', { name: /^(Preview|预览)/ })).toBeVisible();
}

/** The bytes of the file that a button saves, and its name. */
async function saved(page, name) {
  const asked = page.waitForEvent('download');
  await button(page, name).click();
  const download = await asked;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const link = 'op=tconv&x=1,2,3;4,5,-6;7,8,9&k=1,-2;3,0.25&s=2&p=1&mode=scatter';

test('the SVG has the numbers of the stage, stands alone, and browsers draw it', async ({
  page,
}) => {
  await pictures(page, `${link}&step=4`);
  const { name, bytes } = await saved(page, 'Save SVG');
  expect(name).toBe('transposed-convolution.svg');
  const read = await page.evaluate(async (text) => {
    const { documentElement: svg } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    const cells = [...svg.querySelectorAll('[data-cell]')];
    return {
      root: svg.nodeName,
      title: svg.querySelector('title').textContent,
      size: [image.naturalWidth, image.naturalHeight],
      said: ['width', 'height'].map((side) => Number(svg.getAttribute(side))),
      cells: cells.map((cell) => [cell.dataset.cell, cell.textContent]),
    };
  }, bytes.toString());
  expect(read.root).toBe('svg');
  expect(read.title).toMatch(/^Transposed convolution: X 1 × 3 × 3/);
  expect(read.size).toEqual(read.said);
  for (const operand of ['X', 'K', 'Y']) {
    const own = read.cells.filter(([cell]) => cell.startsWith(operand)).map(([, text]) => text);
    const shown = (await rows(page, operand)).flatMap((row) => row.split(' '));
    expect(own, operand).toEqual(shown);
  }
});

test('the PNG is as large as its scale, in the colours of its theme', async ({ page }) => {
  await pictures(page, `${link}&theme=light`);
  await button(page, 'Dark').click();
  await region(page).getByLabel('PNG at').selectOption('3×');
  const { bytes } = await saved(page, 'Save PNG');
  const { width: wide, height: high, colours } = decodedPng(bytes);
  const viewBox = await region(page).locator('.previews svg').getAttribute('viewBox');
  const [, , width, height] = viewBox.split(' ').map(Number);
  expect([wide, high]).toEqual([3 * width, 3 * height]);
  // The dark card first, ink, and the letters X, K and Y.
  expect([...colours][0]).toBe('27,27,31');
  for (const colour of ['239,239,243', '86,180,233', '240,136,62', '47,196,160'])
    expect([...colours], colour).toContain(colour);
});

test('the open panel is a picture too, with its numbers in their places, in either theme', async ({
  page,
}) => {
  await pictures(page, `op=tconv&x=1,2;3,4&k=1,-2;3,0.25&panel=gradient&theme=light`);
  const panel = page.getByRole('tabpanel', { name: 'Gradient' });
  await expect(panel.getByRole('grid').first()).toBeVisible();
  await button(page, 'The open panel').click();
  const { name, bytes } = await saved(page, 'Save SVG');
  expect(name).toBe('transposed-convolution-panel.svg');

  // Every cell that is seen has its number in the picture, as far from the panel's edge as on the page.
  const edge = await panel.boundingBox();
  const texts = [
    ...bytes.toString().matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g),
  ].map(([, x, y, text]) => ({ x: Number(x), y: Number(y), text }));
  const cells = await panel.getByRole('gridcell').all();
  expect(cells.length).toBeGreaterThan(12);
  for (const cell of cells) {
    const box = await cell.boundingBox();
    const shown = (await cell.innerText()).trim();
    const [x, y] = [box.x + box.width / 2 - edge.x + 20, box.y + box.height / 2 - edge.y + 20];
    const there = texts.filter((each) => Math.abs(each.x - x) < 6 && Math.abs(each.y - 5 - y) < 8);
    expect(
      there.map(({ text }) => text),
      `at ${x}, ${y}`,
    ).toEqual([shown]);
  }

  // The page looks as before, and the dark picture is dark.
  const scheme = () => page.locator('conv-playground').evaluate(({ style }) => style.colorScheme);
  expect(await scheme()).toBe('light');
  await button(page, 'Dark').click();
  await region(page).getByLabel('PNG at').selectOption('1×');
  const { width, height, colours } = decodedPng((await saved(page, 'Save PNG')).bytes);
  expect([width, height]).toEqual([Math.ceil(edge.width + 40), Math.ceil(edge.height + 40)]);
  expect([...colours][0]).toBe('27,27,31');
  expect([...colours]).toContain('86,180,233');
  expect([...colours]).not.toContain('0,114,178'); // the blue of the light theme
  expect(await scheme()).toBe('light');

  // It follows what is shown.
  await page.getByRole('tab', { name: 'Overlap' }).click();
  await expect(region(page).locator('.previews svg')).toContainText('stamps');
});

/** What the preview of a panel's picture has: the places of its shapes, and its texts in their colours. */
async function panelPicture(page, link) {
  const panel = page.getByRole('tabpanel');
  await page.locator('conv-playground').evaluate((each, text) => (each.state = text), link);
  await expect(panel.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(region(page).locator('.previews svg')).toBeVisible();
  return region(page)
    .locator('.previews svg')
    .evaluate((svg) => {
      const box = (each) => {
        const { x, y, width, height } = each.getBBox();
        return { x, y, width, height };
      };
      return {
        rects: [...svg.querySelectorAll('rect')].map(box),
        paths: [...svg.querySelectorAll('path')].map((path) => ({
          ...box(path),
          parts: path.getAttribute('d').split('M').length - 1,
          filled: path.hasAttribute('fill'),
          moved: path.hasAttribute('transform'),
        })),
        texts: [...svg.querySelectorAll('text')].map((text) =>
          [...text.querySelectorAll('tspan')].map((run) => [
            run.getAttribute('fill'),
            run.textContent,
          ]),
        ),
        lines: [...svg.querySelectorAll('text')].map((text) => text.textContent),
      };
    });
}

test('what style sheets alone draw in a panel is in its picture: hatches, dots, thin lines, hues', async ({
  page,
}) => {
  await pictures(page, 'op=conv&theme=light');
  await button(page, 'The open panel').click();
  const panel = page.getByRole('tabpanel');
  const there = (selector) => panel.locator(selector).count();
  const striped = (cells) =>
    cells.filter((cell) => getComputedStyle(cell).backgroundImage !== 'none').length;
  /** Waits until the picture has followed, and has this. */
  const has = (link, what) =>
    expect(async () => what(await panelPicture(page, link))).toPass({ timeout: 30_000 });

  // Cells that no window reads, and the zeros of the padding: each has stripes as large as itself.
  const hatched = 'op=conv&x=arange:4x4&k=ones:3x3&s=2&p=0,1,0,0&mode=gather&step=0&theme=light';
  await has(hatched, async ({ paths }) => {
    const stripes = paths.filter(({ parts, filled, moved }) => filled && !moved && parts > 3);
    expect(stripes).toHaveLength(await panel.getByRole('gridcell').evaluateAll(striped));
    expect(stripes).toHaveLength(8);
    for (const { width, height } of stripes)
      for (const side of [width, height]) expect(Math.abs(side - 38)).toBeLessThan(3);
  });
  // The zeros of the operator matrix are dots.
  await has('op=tconv&x=1,2;3,4&panel=matrix&theme=light', async ({ rects }) => {
    expect(await there('.zero')).toBeGreaterThan(10);
    const dots = rects.filter(({ width, height }) => width === 3 && height === 3);
    expect(dots).toHaveLength(await there('.zero:not(.outside)'));
  });
  // A minus is a line without height, and one field has a plus as well.
  await has('op=tconv&panel=shapes&theme=light', async ({ paths }) => {
    const flat = paths.filter(({ height }) => height === 0);
    const fields = await there('conv-number-field');
    expect(fields).toBeGreaterThan(4);
    expect(flat).toHaveLength(2 * fields);
  });
  // Factors of X and K within one text, and the spaces at its ends.
  await has('op=tconv&panel=image&theme=light', async ({ texts }) => {
    const hues = new Set(texts.flat().map(([fill]) => fill));
    expect([...hues]).toEqual(expect.arrayContaining(['#0072b2', '#b84f00']));
  });
  // The lines of a program begin where they do on the page, and keep their spaces.
  await has('op=tconv&panel=code&theme=light', async ({ lines }) => {
    expect(lines).toContain('import torch');
    expect(lines.some((line) => line.startsWith('['))).toBe(true);
  });
});

test('another reader of SVGs draws the same', async ({ page }) => {
  for (const [what, more] of [
    ['The stage', ''],
    ['The open panel', '&panel=gradient'],
    ['The open panel', '&panel=matrix'],
  ]) {
    await page.goto('about:blank');
    await pictures(page, `${link}&theme=light${more}`);
    await button(page, what).click();
    await region(page).getByLabel('PNG at').selectOption('1×');
    await expect(region(page).locator('.previews svg text').first()).toBeVisible();
    const { bytes: svg } = await saved(page, 'Save SVG');
    const { bytes: png } = await saved(page, 'Save PNG');
    const theirs = decodedPng(execFileSync('rsvg-convert', ['--format=png'], { input: svg }));
    const ours = decodedPng(png);
    expect([theirs.width, theirs.height]).toEqual([ours.width, ours.height]);
    // Letters are of another font, and edges softer elsewhere; grounds, cells and rings are the same.
    let same = 0;
    for (let y = 0; y < ours.height; y++)
      for (let x = 0; x < ours.width; x++) {
        const [i, j] = [x * ours.size, x * theirs.size];
        const far = [0, 1, 2].some(
          (c) => Math.abs(ours.lines[y][i + c] - theirs.lines[y][j + c]) > 16,
        );
        same += far ? 0 : 1;
      }
    const share = same / (ours.width * ours.height);
    expect(share, `${what}${more}`).toBeGreaterThan(0.95);
    for (const hue of ['0,114,178', '184,79,0', '0,122,90'])
      expect([...theirs.colours], hue).toContain(hue);
  }
});

for (const [where, ground] of [
  ['in a worker', {}],
  ['without workers', { worker: false }],
]) {
  test(`the GIF has a frame for each step, the last one longest, ${where}`, async ({ page }) => {
    if (ground.worker === false) await page.addInitScript(() => delete window.Worker);
    let workers = 0;
    page.on('worker', () => workers++);
    await pictures(page, 'op=tconv&theme=light');
    await button(page, 'Steps as GIF').click();
    await region(page).getByLabel('Width').selectOption('480 px');
    await region(page).getByLabel('Steps a second').selectOption('4');
    await button(page, 'Make the GIF').click();
    await expect(button(page, 'Save GIF')).toBeVisible();
    await expect(region(page).getByRole('img')).toBeVisible();
    const { bytes } = await saved(page, 'Save GIF');
    expect(workers).toBe(ground.worker === false ? 0 : 1);
    const gif = new GifReader(bytes);
    expect([gif.width, gif.numFrames(), gif.loopCount()]).toEqual([480, 4, 0]);
    expect([0, 1, 2, 3].map((i) => gif.frameInfo(i).delay)).toEqual([25, 25, 25, 200]);
    // At the first step, the ground of the card, and the rings of X in its blue and of K in its vermilion.
    const pixels = new Uint8Array(gif.width * gif.height * 4);
    gif.decodeAndBlitFrameRGBA(0, pixels);
    const colours = new Set();
    for (let i = 0; i < pixels.length; i += 4) colours.add(pixels.slice(i, i + 3).join());
    for (const colour of ['255,255,255', '0,114,178', '184,79,0', '0,122,90']) {
      expect([...colours], colour).toContain(colour);
    }
  });
}

test('a picture that cannot be copied says so', async ({ page }) => {
  await page.addInitScript(() => delete window.ClipboardItem);
  await pictures(page, link);
  await button(page, 'Copy PNG').click();
  await expect(page.locator('.notice')).toContainText('does not let the page copy');
  await expect(region(page).getByRole('alert')).toHaveCount(0);
});

test('too many steps are refused with their number, and work can be cancelled', async ({
  page,
}) => {
  await pictures(page, 'op=conv&x=rand:22x22:1&k=ones:2x2&mode=gather');
  await button(page, 'Steps as GIF').click();
  await expect(region(page).getByText('there are 441; a GIF holds at most 400')).toBeVisible();
  await expect(button(page, 'Make the GIF')).toBeDisabled();
  const to = region(page).getByLabel('to step');
  await to.fill('300');
  await to.press('Enter');
  await button(page, 'Make the GIF').click();
  await button(page, 'Cancel').click();
  await expect(button(page, 'Make the GIF')).toBeEnabled();
});

for (const [lang, theme] of Object.entries(dresses)) {
  test(
    `axe finds nothing, and nothing sticks out, in ${lang} and ${theme}`,
    inDress(lang),
    async ({ page }) => {
      await pictures(page, `op=tconv&step=1&lang=${lang}&theme=${theme}`);
      for (const what of [0, 1, 2, 3]) {
        await region(page).getByRole('group').nth(1).getByRole('button').nth(what).click();
        await expect(region(page).getByRole('group', { name: /^(Preview|预览)/ })).toBeVisible();
        expect(await violations(page, 'conv-picture')).toEqual([]);
        expect(await sideways(page)).toBeLessThanOrEqual(0);
      }
    },
  );
}

test('a tensor is saved as files of numbers, all of it', async ({ page }) => {
  await open(page, 'op=tconv');
  const file = async (item) => {
    await stage(page)
      .getByRole('button', { name: /^Copy Y as/ })
      .click();
    const asked = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    const download = await asked;
    return [download.suggestedFilename(), await readFile(await download.path())];
  };
  const [csv, text] = await file('file .csv');
  expect([csv, text.toString()]).toEqual(['Y.csv', '0,0,1\n0,4,6\n4,12,9\n']);
  const [npy, bytes] = await file('file .npy, float32');
  expect([npy, bytes.length]).toEqual(['Y.npy', 128 + 9 * 4]);
  expect(bytes.readFloatLE(128 + 7 * 4)).toBe(12);
});
