import { describe, expect, it } from 'vitest';
import { formats } from '../../web/code/formats/index.js';
import { unwritable } from '../../web/code/write.js';
import { digest } from '../frameworks/digest.js';
import { known, layersOf } from '../frameworks/layers.js';
import { readVectors } from './load.js';

const layers = await layersOf(known.links);

it('has programs of at least 200 layers that ran', () => {
  expect(layers.length).toBeGreaterThanOrEqual(200);
});

// A text that no framework has run yet: npm run test:frameworks runs it and notes that it did.
it.each(formats)('writes for $label what ran and gave the page’s numbers', (format) => {
  const texts = layers.map((layer) => (unwritable(layer, format) ? '' : format.write(layer)));
  expect(texts.map((text) => text && digest(text))).toEqual(known.digests[format.name]);
});

describe('the numbers that frameworks publish that are not run here', () => {
  it.each(readVectors('published'))(
    '$format: $source, $name',
    async ({ format, link, call, y }) => {
      const [layer] = await layersOf([link]);
      const published = y.flat();
      expect(layer.y.data.length).toBe(published.length);
      // They have four decimals or float32's digits, and so have their sums.
      layer.y.data.forEach((number, i) =>
        expect(Math.abs(number - published[i])).toBeLessThan(5e-4),
      );
      const { write } = formats.find(({ name }) => name === format);
      const text = write(layer).replace(/\s+/g, ' ');
      for (const argument of call) expect(text).toContain(argument);
    },
  );
});
