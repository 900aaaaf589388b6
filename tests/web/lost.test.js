import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { panels } from '../../web/panels/index.js';
import { fields } from '../../web/state/fields.js';
import { lessons } from '../../web/state/lessons.js';
import { formatLink, packLink, readLink } from '../../web/state/link.js';
import { hideable, lockable } from '../../web/state/lock.js';
import { defaults } from '../../web/state/state.js';
import { literal } from '../../web/state/tensor.js';
import * as arbitrary from './arbitrary.js';

const golden = JSON.parse(readFileSync(new URL('golden-links.json', import.meta.url), 'utf8'));

/** Every way to lose one character of a text. */
const losses = (text) => Array.from(text, (_, i) => text.slice(0, i) + text.slice(i + 1));

/** Names of which one is not another one without a letter, so that the page says that it has no such. */
const names = {
  panel: panels.map(({ name }) => name),
  lesson: lessons.map(({ name }) => name),
  hide: [...hideable],
  lock: [...lockable],
};
const unknownName = (key, name) =>
  !names[key].includes(name) && (key === 'lesson' || /^[a-z-]+$/.test(name));

/**
 * Whether a reader of `text` learns that it is not the link of `state`, or sees the same all the same: the
 * link is refused, there is a note about it, it names a part or a panel that the page says it has not, or
 * what is read is the same state.
 */
async function noticedOrHarmless(text, state) {
  const read = await readLink(text);
  if ('problems' in read) return read.problems.length > 0;
  if (read.notes.length > 0) return true;
  if (formatLink(read.state) === formatLink(state)) return true;
  return (
    ['panel', 'lesson'].some((key) => read.state[key] && unknownName(key, read.state[key])) ||
    ['hide', 'lock'].some((key) => read.state[key].some((name) => unknownName(key, name)))
  );
}

/** States as pages are in: panels, lessons and parts are those that there are. */
const real = fc
  .tuple(
    arbitrary.state,
    fc.constantFrom(undefined, ...names.panel),
    fc.constantFrom(undefined, ...names.lesson),
    fc.subarray(names.hide, { maxLength: 3 }),
    fc.subarray(names.lock, { maxLength: 3 }),
  )
  .map(([state, panel, lesson, hide, lock]) => ({ ...state, panel, lesson, hide, lock }));

/** Layers as people make them, of small numbers, whose links are short. */
const small = fc
  .record({
    x: fc.oneof(
      fc.constant(defaults.x),
      arbitrary.literal(
        arbitrary.shape(fc.constant(1), fc.constant(1)),
        fc.integer({ min: -20, max: 20 }),
      ),
    ),
    stride: fc.constantFrom([1], [2], [12], [1, 2]),
    padding: fc.constantFrom([0], [1], [10], [1, 0]),
    step: fc.constantFrom(undefined, 3, 12),
    lock: fc.subarray(names.lock, { maxLength: 2 }),
  })
  .map((some) => ({ ...defaults, ...some }));

const same = (one, other) =>
  [...fields.map(({ name }) => name), 'unknown'].every(
    (name) => JSON.stringify(one[name]) === JSON.stringify(other[name]),
  );

test('10,000 random states round trip', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(real, async (state) => {
      const link = await packLink(state, { sum: true });
      const read = await readLink(link);
      // Vitest's own comparison takes several times as long.
      if (!('state' in read) || !same(read.state, state)) expect(read, link).toEqual({ state });
      if (read.notes.some(({ code }) => code !== 'unknown-key')) expect.unreachable(link);
    }),
    { numRuns: 10_000 },
  );
});

describe('a link that is sent', () => {
  for (const [kind, states, numRuns] of [
    ['any state', real, 30],
    ['a small layer', small, 200],
  ]) {
    it(`of ${kind} cannot lose a character unnoticed, unless nothing is lost with it`, async () => {
      await fc.assert(
        fc.asyncProperty(states, async (state) => {
          for (const text of losses(await packLink(state, { sum: true }))) {
            expect(await noticedOrHarmless(text, state), text).toBe(true);
          }
        }),
        { numRuns },
      );
    });

    it(`of ${kind} cannot be cut unnoticed`, async () => {
      await fc.assert(
        fc.asyncProperty(states, async (state) => {
          const link = await packLink(state, { sum: true });
          for (let length = 1; length < link.length; length++) {
            const read = await readLink(link.slice(0, length));
            expect(read, link.slice(0, length)).toMatchObject({ problems: [{ code: 'cut' }] });
          }
        }),
        { numRuns: Math.ceil(numRuns / 4) },
      );
    });
  }

  it('says that it is damaged when its packed numbers have lost a character', async () => {
    const data = Array.from({ length: 256 }, (_, i) => i / 8);
    const state = { ...defaults, x: literal([16, 16], data) };
    const link = await packLink(state, { sum: true });
    expect(link).toMatch(/^v=1&x=z:16x16:/);
    for (const text of losses(link)) {
      expect(await noticedOrHarmless(text, state), text).toBe(true);
    }
  });

  it('has a sum where it could lose one, and none where it could not', async () => {
    const short = await Promise.all(
      [
        {},
        { op: 'conv' },
        { stride: [2], padding: [1] },
        { panel: 'matrix', lesson: 'stride', mode: 'both', lang: 'en', theme: 'dark', play: '1' },
        { hide: ['header', 'panels'], lock: ['operation', 'settings'] },
        { x: { shape: [1, 1, 3, 3], generator: 'eye', args: [] } },
      ].map((some) => packLink({ ...defaults, ...some }, { sum: true })),
    );
    expect(short.filter((link) => link.includes('sum='))).toEqual([]);

    const long = await Promise.all(
      [
        { stride: [12] },
        { stride: [1, 2] },
        { step: 10 },
        { lock: ['x'] },
        { x: literal([1, 3], [1, 2, 3]) },
        { unknown: [['xg', '2']] },
      ].map((some) => packLink({ ...defaults, ...some }, { sum: true })),
    );
    for (const link of long) expect(link).toMatch(/^v=1&sum=[0-9a-z]{4}&.*&end$/);
  });

  it('is the same link after all that mail and chat do to it', async () => {
    const state = { ...defaults, x: literal([2, 2], [10, -2, 0.5, 3]), stride: [12] };
    const link = await packLink(state, { sum: true });
    const [v, sum, ...rest] = link.split('&');
    for (const text of [
      encodeURIComponent(link),
      link.replaceAll(',', '%2C').replaceAll(';', '%253B'),
      link.replaceAll('&', '&amp;'),
      link.replaceAll('&', '&\n  ').replace(';', ';\r\n'),
      `${link}.`,
      [v, sum, ...rest.toReversed()].join('&'),
      // as an older page writes it, that keeps the sum of the link it read as a key it does not know
      [v, ...rest.slice(0, -1), 'p=1', sum, 'end'].join('&'),
    ]) {
      expect(await readLink(text), text).toMatchObject({ notes: [] });
    }
  });

  it('opens after it was edited, with a note', async () => {
    const link = await packLink({ ...defaults, x: literal([2, 2], [10, 2, 3, 4]) }, { sum: true });
    expect(await readLink(link.replace('10,', '11,'))).toEqual({
      state: { ...defaults, x: literal([2, 2], [11, 2, 3, 4]) },
      notes: [{ code: 'changed', numbers: {}, field: 'sum' }],
    });
  });
});

test('links of before there were sums open without a word', async () => {
  for (const { link } of golden) {
    const read = await readLink(link);
    expect('notes' in read && read.notes.some(({ code }) => code === 'changed'), link).toBe(false);
  }
});
