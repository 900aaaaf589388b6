import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { createRequire } from 'node:module';
import { describe, expect, it, test } from 'vitest';
import { zipped } from '../../web/export/archive.js';
import { limits, rangeOf, usual } from '../../web/export/choices.js';
import { filmOf } from '../../web/export/film.js';
import { Gif, paletteOf } from '../../web/export/gif.js';
import { chosen, htmlOf, slidesOf } from '../../web/export/making.js';
import { keptColours, palettes } from '../../web/export/palettes.js';
import { colourOf, hexOf } from '../../web/export/paints.js';
import { stageScene } from '../../web/export/stage.js';
import { svgOf } from '../../web/export/svg.js';
import { linesOf, widthOf } from '../../web/export/text.js';
import { words as own } from '../../web/export/words.en.js';
import { filled } from '../../web/i18n/index.js';
import { words as page } from '../../web/i18n/page.en.js';
import { evaluated } from '../../web/model/evaluate.js';
import { cellName } from '../../web/model/names.js';
import { cellsAt, modeOf, stepCount } from '../../web/model/steps.js';
import { isCut } from '../../web/state/number.js';
import { readLink } from '../../web/state/link.js';
import { allLinks } from './all-links.js';
import { engine } from './load.js';
import { layer } from './random-layer.js';

const { GifReader } = createRequire(import.meta.url)('omggif');

const t = (key, values = {}) => filled({ ...page, ...own }[key] ?? key, values);
const everything = ['formula', 'sentence', 'surround'];
const pictured = (state, more = {}) => ({
  ...{ state, outcome: evaluated(engine, state), engine, t, lang: 'en' },
  ...{ width: 1060, parts: everything, ...more },
});
const opened = async (link, more) => pictured((await readLink(link)).state, more);

/** The texts of the cells of a scene, by their names. */
const cellsOf = ({ shapes }) =>
  Object.fromEntries(
    shapes.filter(({ cell }) => cell !== undefined).map(({ cell, runs }) => [cell, runs[0].text]),
  );

/** What tensors' numbers are divided by, as their titles say. */
const scalesOf = ({ shapes }) =>
  shapes.flatMap(({ runs = [] }) =>
    runs.filter(({ rise }) => rise).map(({ text }) => Number(text)),
  );

/** Whether a text stands for a number, to a twentieth of the largest where there is no room for more. */
const standsFor = (text, value, peak, scene) =>
  value === undefined
    ? text === ''
    : text === String(value) ||
      isCut(text) ||
      [0, ...scalesOf(scene)].some(
        (scale) => Math.abs(Number(text) * 10 ** scale - value) <= 0.05 * peak,
      );

const namesOf = (operand, { shape, data }) =>
  Array.from(data, (_, offset) => cellName(operand, shape, offset));

/** What Y shows at a step, by brute force. */
function expectedAt(state, outcome, step) {
  const mode = modeOf({ ...state, step });
  const { x, y } = outcome;
  const links = allLinks(state, outcome);
  const at = cellsAt(mode, step, outcome);
  const last = step === stepCount(mode, { x, y }) - 1;
  return Array.from(y.data, (value, cell) => {
    if (last) return value;
    if (mode === 'gather') return cell <= at.y ? value : undefined;
    const done = links.filter((link) => link.y === cell && link.x <= at.x);
    if (done.length === 0) return undefined;
    const channel = Math.floor(cell / (y.shape[2] * y.shape[3])) % y.shape[1];
    const bias = state.bias?.[channel] ?? 0;
    return done.reduce((sum, { x: i, k }) => sum + state.x.data[i] * state.k.data[k], bias);
  });
}

describe('the scene of the stage', () => {
  it('has each cell with the number that the engine has, and at a step the sums so far', () => {
    fc.assert(
      fc.property(layer, fc.constantFrom('scatter', 'gather'), fc.nat(1e6), (plain, mode, any) => {
        const outcome = evaluated(engine, plain);
        const steps = stepCount(mode, outcome);
        for (const step of [undefined, any % steps]) {
          const state = { ...plain, mode, step };
          const scene = stageScene(pictured(state));
          const cells = cellsOf(scene);
          const y = step === undefined ? [...outcome.y.data] : expectedAt(state, outcome, step);
          const numbers = { x: state.x.data, k: state.k.data, y };
          for (const operand of ['x', 'k', 'y']) {
            // Channels that do not all fit are shown one at a time.
            const peak = Math.max(...numbers[operand].map((value = 0) => Math.abs(value)));
            const names = namesOf(operand, outcome[operand]);
            const wrong = names.filter(
              (name, i) =>
                name in cells && !standsFor(cells[name], numbers[operand][i], peak, scene),
            );
            expect(wrong).toEqual([]);
            expect(names.some((name) => name in cells)).toBe(true);
          }
        }
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('keeps every shape within its frame', async () => {
    const links = [
      'op=tconv&at=y:1,1',
      'x=123456.789,-1e-9;1e300,0.1&k=-1e300,0.333333333333;2,3&at=y:1,1',
      'op=conv&x=rand:16x16x16:1&k=rand:8x16x3x3:2&p=1&at=y:3,4,4',
      'op=conv&x=rand:200x300:1&k=box:5x5&s=2',
      'op=conv&x=arange:5x5&k=ones:2x2&s=3',
      'op=tconv&s=0&x=1,2;3,4',
      'op=tconv&x=1,2,3;4,5,6;7,8,9&k=1,2,3;4,5,6;7,8,9&s=2&p=1&step=7&mode=gather',
    ];
    for (const link of links) {
      for (const width of [420, 1060]) {
        const scene = stageScene(await opened(link, { width }));
        for (const shape of scene.shapes) {
          if (shape.kind === 'path') continue;
          const wide = shape.kind === 'rect' ? shape.width : widthOf(shape.runs, shape.size);
          const left = shape.x - ({ middle: wide / 2, end: wide }[shape.anchor] ?? 0);
          expect(left, link).toBeGreaterThanOrEqual(0);
          expect(left + wide, link).toBeLessThanOrEqual(scene.width);
          expect(shape.y, link).toBeLessThanOrEqual(scene.height);
        }
      }
    }
  });

  it('has the rings of what is explained, the zeros around X and what padding crops', async () => {
    const count = (scene, test) => scene.shapes.filter(test).length;
    const pinned = stageScene(await opened('op=tconv&at=y:1,1'));
    const ringed = (paint) => (shape) => shape.stroke === paint && shape.line >= 2;
    // Y[1,1] of the article is made of all cells of X and K.
    expect(['x', 'k', 'y'].map((paint) => count(pinned, ringed(paint)))).toEqual([4, 4, 1]);
    const padded = await opened('op=conv&x=1,2;3,4&k=1,2;3,4&p=1');
    const hatched = ({ kind, stroke }) => kind === 'path' && stroke === 'well';
    expect(count(stageScene(padded), hatched)).toBe(12);
    expect(count(stageScene({ ...padded, parts: [] }), hatched)).toBe(0);
    const cropped = stageScene(await opened('op=tconv&x=1,2;3,4&k=1,2;3,4&p=1'));
    expect(count(cropped, ({ stroke }) => stroke === 'y 45 card')).toBe(8);
    const window = stageScene(
      await opened('op=conv&x=1,2,3;4,5,6;7,8,9&k=1,2;3,4&mode=gather&step=0'),
    );
    expect(count(window, ({ fill }) => fill === 'k 14')).toBe(4);
  });

  it('has the place of a Y that is not there, and what was typed that is no number', async () => {
    const given = await opened('op=tconv&s=0');
    const drafts = new Map([['x:0', { text: 'abcdefgh' }]]);
    const scene = stageScene({ ...given, drafts });
    const cells = cellsOf(scene);
    expect(Object.keys(cells).some((name) => name.startsWith('Y'))).toBe(false);
    expect(cells['X[0,0]']).toMatch(/^abc.*…$/);
    const texts = scene.shapes.flatMap(({ runs = [] }) => runs.map(({ text }) => text));
    expect(texts.join('\n')).toContain('nothing to');
    expect(scene.title).toBe('Transposed convolution: X 1 × 2 × 2, K 1 × 1 × 2 × 2');
  });
});

describe('the lines of a text', () => {
  it('hold all of it, each within the width where its words are', () => {
    const word = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('卷积核，', '与 X', '0·3'));
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 40, max: 400 }), (words, width) => {
        const runs = words.map((text, i) => ({ text, fill: i % 2 ? 'x' : 'ink' }));
        const lines = linesOf(runs, 15, width);
        const said = lines.map((line) => line.map(({ text }) => text).join('')).join('');
        const bare = (text) => text.replaceAll(' ', '');
        expect(bare(said)).toBe(bare(words.join('')));
        for (const line of lines) expect(widthOf(line, 15)).toBeLessThanOrEqual(width + 15);
      }),
    );
  });
});

describe('an SVG', () => {
  it('names what it shows, needs nothing from elsewhere, and says nothing that is no XML', async () => {
    const given = await opened('op=tconv&at=y:1,1');
    const hostile = `<&">${String.fromCharCode(0, 8, 0xfffe)}]]>`;
    const scene = { ...stageScene(given), title: hostile };
    const text = svgOf(scene, palettes.light);
    expect(text).toContain('<title>&lt;&amp;&quot;&gt;\ufffd\ufffd\ufffd]]&gt;</title>');
    expect(text).toContain('Y[1,1] = X[0,0]*K[1,1]');
    expect(text.match(/https?:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(text).not.toMatch(/undefined|NaN|href|<style|@import|url\(/);
  });

  it('has the colours of its theme', async () => {
    const scene = stageScene(await opened('op=tconv'));
    expect(svgOf(scene, palettes.light)).toContain(`rx="12" fill="#ffffff"`);
    expect(svgOf(scene, palettes.dark)).toContain(`rx="12" fill="#1b1b1f"`);
    expect(svgOf(scene, palettes.dark, { ground: false })).not.toContain('rx="12"');
    expect(hexOf(colourOf('x 50 cell', { x: '#000000', cell: '#ffffff' }))).toBe('#808080');
    expect(Object.keys(palettes.light)).toEqual(Object.keys(palettes.dark));
  });
});

describe('a GIF', () => {
  const kept = keptColours('light');
  const at = (i) => kept[i % kept.length];
  const [width, height] = [24, 10];
  /** Frames of all kept colours in stripes that move, with some others between. */
  const frames = [0, 1, 2].map((shift) =>
    Uint8ClampedArray.from(
      Array.from({ length: width * height }, (_, i) =>
        i % 7 === 0 ? [i, 255 - i, (i * 13) & 255, 255] : [...at(i + (i < 100 ? 0 : shift)), 255],
      ).flat(),
    ),
  );

  it('is read by another decoder as the frames that went in, its kept colours exactly', () => {
    const palette = paletteOf(kept, frames);
    expect(palette.length).toBeLessThanOrEqual(255);
    const gif = new Gif(width, height, palette);
    frames.forEach((frame, i) => gif.frame(frame, i === 2 ? 2000 : 250));
    const reader = new GifReader(gif.finish());
    expect([reader.width, reader.height, reader.numFrames()]).toEqual([width, height, 3]);
    expect(reader.loopCount()).toBe(0);
    expect([0, 1, 2].map((i) => reader.frameInfo(i).delay)).toEqual([25, 25, 200]);
    const shown = new Uint8Array(width * height * 4);
    for (const [i, frame] of frames.entries()) {
      reader.decodeAndBlitFrameRGBA(i, shown);
      for (let pixel = 0; pixel < width * height; pixel++) {
        if (pixel % 7 === 0) continue;
        expect([...shown.slice(4 * pixel, 4 * pixel + 4)]).toEqual([
          ...frame.slice(4 * pixel, 4 * pixel + 4),
        ]);
      }
    }
  });

  it('keeps the colours of X, K, Y and of both ends of their scales apart, in both themes', () => {
    for (const theme of ['light', 'dark']) {
      const colours = keptColours(theme).map(String);
      expect(new Set(colours).size).toBe(colours.length);
      expect(colours.length).toBeLessThan(160);
      for (const paint of ['x', 'k', 'y', 'x 42 cell', 'amber 42 cell', 'violet 6 cell', 'ink']) {
        const { red, green, blue } = colourOf(paint, palettes[theme]);
        expect(colours).toContain(String([red, green, blue]));
      }
    }
  });
});

describe('the steps', () => {
  it('are scenes of one size, each of its own step', async () => {
    const given = await opened('op=conv&x=arange:4x4&k=1,-100;2000,0.25&p=1', { width: 420 });
    const film = await filmOf(given, { from: 0, to: 24 });
    expect(film.count).toBe(25);
    for (let i = 0; i < 25; i++) {
      const scene = film.at(i);
      expect([scene.width, scene.height]).toEqual([film.width, film.height]);
      const blank = Object.entries(cellsOf(scene)).filter(
        ([name, text]) => /^Y/.test(name) && !text,
      );
      expect(blank.length).toBe(24 - i);
    }
  });

  it('are numbered slides in a ZIP, in folders by theme where both are wanted', async () => {
    const given = await opened('op=tconv');
    const names = async (choices) => {
      const all = { ...usual, what: 'slides', ...choices };
      const { blob } = await slidesOf(chosen(given, all), all, { from: 0, to: 3 }, {});
      const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
      for (const bytes of Object.values(files)) {
        expect(new TextDecoder().decode(bytes)).toMatch(/^<svg [^]*<\/svg>\n$/);
      }
      return Object.keys(files);
    };
    const slides = ['step-1.svg', 'step-2.svg', 'step-3.svg', 'step-4.svg'];
    expect(await names({})).toEqual(slides);
    expect((await names({ theme: 'both' })).sort()).toEqual(
      ['dark', 'light'].flatMap((theme) => slides.map((slide) => `${theme}/${slide}`)),
    );
  });

  it('end where they are cancelled', async () => {
    const given = await opened('op=tconv');
    const work = new AbortController();
    work.abort();
    await expect(filmOf(given, { from: 0, to: 3 }, work)).rejects.toThrow(/abort/i);
    await expect(zipped([{ name: 'a', content: 'b' }], work)).rejects.toThrow(/abort/i);
  });

  it('are refused with numbers where they are too many, or none', () => {
    const choices = { ...usual, what: /** @type {const} */ ('steps') };
    expect(rangeOf(choices, 4)).toEqual({ range: { from: 0, to: 3 } });
    expect(rangeOf({ ...choices, from: 2, to: 3 }, 4)).toEqual({ range: { from: 1, to: 2 } });
    const many = rangeOf(choices, 65536);
    expect(t(many.refused.key, many.refused.values)).toBe(
      `From step 1 to step 65536 there are 65536; a GIF holds at most ${limits.steps}. Choose fewer, for example 1 to 400.`,
    );
    for (const [from, to, count] of [
      [0, 2, 4],
      [3, 2, 4],
      [1, 5, 4],
      [1.5, 2, 4],
      [NaN, 2, 4],
    ])
      expect(rangeOf({ ...choices, from, to }, count).refused.key).toBe('export.range');
    expect(rangeOf(choices, 0).refused.key).toBe('export.none');
  });
});

test('the HTML of both themes picks between the files beside it', async () => {
  const scene = stageScene(await opened('op=tconv&at=y:1,1'));
  const html = htmlOf(scene, 'png', { ...usual, theme: 'both' }, 'a');
  expect(html).toContain('<source media="(prefers-color-scheme: dark)" srcset="a-dark.png">');
  expect(html).toContain(`<img src="a-light.png" width="${scene.width}" height="${scene.height}"`);
  expect(html).toContain(
    'alt="Transposed convolution: X 1 × 2 × 2, K 1 × 1 × 2 × 2, Y 1 × 3 × 3. Y[1,1] = ',
  );
  expect(html).not.toContain('#v=1');
});

test('the palettes are complete', () => {
  for (const palette of Object.values(palettes)) {
    expect(Object.keys(palette)).toEqual(
      expect.arrayContaining(['x', 'k', 'y', 'b', 'amber', 'violet', 'ink', 'card', 'bad-well']),
    );
    for (const colour of Object.values(palette)) expect(colour).toMatch(/^#[\da-f]{6}$/);
  }
});
