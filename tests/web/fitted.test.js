import { describe, expect, it, test } from 'vitest';
import { evaluated } from '../../web/model/evaluate.js';
import { fittedTensors, heightIn } from '../../web/model/fitted.js';
import { gapOf } from '../../web/model/layout.js';
import { shownTensors } from '../../web/model/stage.js';
import { stepCount } from '../../web/model/steps.js';
import { readLink } from '../../web/state/link.js';
import { engine } from './load.js';

const layers = {
  'the default': '',
  '4 × 4 by 3 × 3': 'x=arange:4x4&k=ones:3x3&s=2&p=1',
  'a convolution': 'op=conv&x=arange:4x4&k=ones:3x3&s=2&p=1',
  'one of 10 to 20 channels': 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&p=2',
  'the article’s': 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&p=2&s=3',
  'its transpose': 'x=rand:10x6x6:1&k=rand:10x20x5x5:2&p=2&s=3',
};

/** A stage at some step, in a width. */
async function staged(link, mode, width) {
  const { state: read } = await readLink(`${link}&mode=${mode}`);
  const outcome = evaluated(engine, read);
  const step = Math.min(3, stepCount(mode, outcome) - 1);
  const state = { ...read, step };
  const channel = { input: 0, output: 0 };
  const shown = shownTensors({ state, outcome, engine, channel, t: (key) => key });
  return fittedTensors(shown, width, { state, height: heightIn(width) });
}

/** The width of the planes in each line. */
const widths = ({ shown, fitted: { lines, places } }) =>
  lines.map((line) =>
    line.reduce((sum, i) => {
      const { size, columns } = places[i];
      const { ring, spread } = shown[i].surround;
      const across = (columns - 1) * spread.across + 1 + ring.left + ring.right;
      return sum + across * (size + gapOf(size));
    }, 0),
  );

describe('a stage in which a step is followed', () => {
  test.each(Object.entries(layers))('has all of its planes whole in sight: %s', async (_, link) => {
    for (const mode of ['scatter', 'gather', 'both']) {
      for (const width of [310, 1090, 1406]) {
        const stage = await staged(link, mode, width);
        const { lines, stacked, places } = stage.fitted;
        expect(stacked).toBe(false);
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(places.map(({ columns }) => columns)).toEqual(
          stage.shown.map(({ tensor }) => tensor.shape[3]),
        );
        for (const wide of widths(stage)) expect(wide).toBeLessThanOrEqual(width);
        const high = lines.map((line) =>
          Math.max(...line.map((i) => stage.shown[i].tensor.shape[2] * places[i].size)),
        );
        expect(high.reduce((a, b) => a + b)).toBeLessThan(heightIn(width));
      }
    }
  });

  it('has legible cells on a wide page, whatever it shows of the article’s layer', async () => {
    for (const mode of ['scatter', 'gather', 'both']) {
      const { fitted } = await staged(layers['the article’s'], mode, 1090);
      expect(fitted.places.every(({ size }) => size >= 20)).toBe(true);
    }
  });

  it('keeps what pads and crops where its cells are still read', async () => {
    const { surrounded } = await staged(layers['4 × 4 by 3 × 3'], 'gather', 310);
    expect(surrounded).toBe(true);
  });
});
