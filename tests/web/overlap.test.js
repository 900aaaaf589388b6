import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchLanguage, translator } from '../../web/i18n/index.js';
import { callText, computed } from '../../web/model/calls.js';
import { operationOf, optionsOf } from '../../web/model/asked.js';
import { evaluated } from '../../web/model/evaluate.js';
import { linksOf } from '../../web/model/explain.js';
import { cellOf, phaseOf, within } from '../../web/panels/overlap/plane.js';
import { reasons, verdict, weighing } from '../../web/panels/overlap/verdict.js';
import { words } from '../../web/panels/overlap/words.en.js';
import { readLink } from '../../web/state/link.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

/** What the panel computes for a state. */
function overlapOf(state) {
  const outcome = evaluated(engine, state);
  const { x, k } = outcome;
  return {
    outcome,
    overlap: engine.overlap(operationOf(state), x.shape, k, optionsOf(state)),
  };
}

const opened = async (link) => (await readLink(link)).state;
await fetchLanguage('en');
const t = translator('en', words);

describe('the overlap', () => {
  it('counts the links of each cell of the finer plane', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const { outcome, overlap } = overlapOf(state);
        const operand = state.op === 'conv' ? 'x' : 'y';
        const plane = overlap.counts.data.length;
        // One of each pair of channels that the group of a cell's channel has.
        const pairs = state.k.shape[0] / state.groups;
        const counts = [...outcome[operand].data.keys()].map(
          (offset) => linksOf(engine, state, { operand, offset }).length,
        );
        expect(counts).toEqual(counts.map((_, i) => overlap.counts.data[i % plane] * pairs));
      }),
      runs,
    );
  });

  it('has what to use instead in the size of Y', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const { outcome, overlap } = overlapOf(state);
        const { x, k, y } = outcome;
        const resized = computed(engine, overlap.resized, { x, k, bias: state.bias });
        expect(resized.shape).toEqual(y.shape);
        if (!overlap.evened) return;
        const { operation, k: shape, options } = overlap.evened;
        const { layer: even } = engine.plan(operation, x.shape, shape, options);
        expect(even.y).toEqual(y.shape);
      }),
      runs,
    );
  });

  it('leaves a layer of stride 1 as it is when it resizes', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const plain = { ...state, stride: [1], outputPadding: [0] };
        if (evaluated(engine, plain).y === undefined) return;
        const { outcome, overlap } = overlapOf(plain);
        const { x, k, y } = outcome;
        expect(computed(engine, overlap.resized, { x, k, bias: plain.bias })).toEqual(y);
        expect(computed(engine, overlap.smoothed, { x, k, bias: plain.bias })).toEqual(x);
      }),
      runs,
    );
  });

  it('enlarges bilinearly as the tents do', async () => {
    const { outcome, overlap } = overlapOf(await opened('x=0,4&k=1&s=1,2'));
    const { x, k } = outcome;
    const smooth = computed(engine, overlap.smoothed, { x, k, bias: undefined });
    expect([...smooth.data]).toEqual([0, 1, 3, 3]);
    expect(callText(overlap.smoothed[0], 'X')).toBe(
      'conv_transpose2d(X, bilinear, stride=(1, 2), padding=(0, 1))',
    );
  });

  it('names no alternative that is too large', async () => {
    const { outcome, overlap } = overlapOf(await opened('x=1,2;3,4&k=1&s=4000'));
    const { x, k } = outcome;
    expect(computed(engine, overlap.resized, { x, k, bias: undefined })).toBeUndefined();
  });
});

describe('a cell of the map', () => {
  it('is of the phase whose cells stand for it', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const { overlap } = overlapOf(state);
        const phases = overlap.height.taps.length * overlap.width.taps.length;
        for (let phase = 0; phase < phases; phase++) {
          expect(phaseOf(overlap, cellOf(overlap, phase))).toBe(phase);
        }
      }),
      runs,
    );
  });

  it('is counted from the first of its plane', () => {
    expect([...within([3, 4, 7, 8], { first: 4, count: 4 })]).toEqual([0, 3]);
  });
});

describe('the verdict', () => {
  const said = async (link) => {
    const state = await opened(link);
    const { outcome, overlap } = overlapOf(state);
    return {
      ...verdict(overlap, 0, state, t),
      why: reasons(overlap, outcome.layer, t),
      weights: weighing(overlap, 0, state, t),
    };
  };

  it('finds a checkerboard where the stride does not divide the kernel', async () => {
    expect(await said('k=ones:3x3&s=2')).toEqual({
      sign: 'bad',
      head: 'A checkerboard.',
      counts: 'Away from the edges the cells of Y get from 1 to 4 stamps, in a fixed rhythm.',
      why: [
        'Height and width: kernel 3 is not a multiple of stride 2, so that the cells meet 2, 1, … of its weights by turns.',
      ],
      weights: 'With these weights an X of ones becomes 1 in one phase and 4 in another.',
    });
  });

  it('finds none where it does, unless the weights make one', async () => {
    expect(await said('k=ones:4x4&s=2')).toMatchObject({ sign: 'good', head: 'No checkerboard.' });
    expect(await said('k=arange:4x4&s=2')).toMatchObject({
      sign: '',
      head: 'Even stamps, uneven weights.',
    });
  });

  it('sees that bilinear weights make up for an odd kernel', async () => {
    expect(await said('k=bilinear:3x3&s=2')).toMatchObject({
      head: 'Uneven stamps, evened out by the weights.',
    });
  });

  it('tells the axes apart', async () => {
    const { why } = await said('k=ones:3x4&s=2&d=1,2');
    expect(why).toEqual([
      'Height: kernel 3 is not a multiple of stride 2, so that the cells meet 2, 1, … of its weights by turns.',
      'Width: stride 2 and dilation 2 have a common factor, so that the weights keep to some cells and miss the others: 4, 0, … by turns.',
    ]);
  });

  it('speaks of reading where the layer is a convolution', async () => {
    const { head, counts } = await said('op=conv&x=ones:5x5&k=ones:3x3&s=2');
    expect(head).toBe('X is read unevenly.');
    expect(counts).toContain('read from 1 to 4 times');
  });
});
