import { describe, expect, it, test } from 'vitest';
import { examples } from '../../web/state/examples.js';
import { readLink } from '../../web/state/link.js';
import { channels, defaults } from '../../web/state/state.js';

const example = async (/** @type {string} */ name) => {
  const read = await readLink(examples.find((each) => each.name === name)?.link ?? 'x=');
  if (!('state' in read)) throw new Error(`no example ${name}`);
  return read.state;
};

describe('the starting points', () => {
  test.each(examples)('$name opens without a note', async ({ link }) => {
    expect(await readLink(link)).toMatchObject({ notes: [] });
  });

  it('have names of their own', () => {
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  it('begin with what an empty link shows', async () => {
    expect(await readLink(examples[0].link)).toEqual({ state: defaults, notes: [] });
  });

  it('go from 10 channels to 20 and back', async () => {
    expect(channels(await example('channels'))).toEqual({ input: 10, output: 20 });
    expect(channels(await example('channels-back'))).toEqual({ input: 20, output: 10 });
  });
});
