import { describe, expect, it, test } from 'vitest';
import { layerProperty } from '../../web/elements/layer-property.js';
import { keptDrafts } from '../../web/model/drafts.js';
import { namer } from '../../web/model/names.js';
import { fields } from '../../web/state/fields.js';
import { layerOf, sameLayer, unchangedLayer } from '../../web/state/layer.js';
import { allowed, lockable } from '../../web/state/lock.js';
import {
  defaults,
  withBias,
  withBiasValue,
  withChannelsIn,
  withInputSize,
  withKernelSize,
  withOperation,
  withSetting,
  withTensor,
  withTensorCell,
} from '../../web/state/state.js';

const biased = withBias(defaults, true);

describe('sameLayer(one, other)', () => {
  test.each([
    ['a number of X', withTensorCell(defaults, 'x', [0, 0, 1, 1], 9), defaults],
    ['a number of K', withTensorCell(defaults, 'k', [0, 0, 0, 1], -1), defaults],
    ['a number of the bias', withBiasValue(biased, 0, 5), biased],
    ['the step of the player', { ...defaults, step: 2 }, defaults],
    ['the panel', { ...defaults, panel: 'matrix' }, defaults],
  ])('is true whatever %s', (_, one, other) => {
    expect(sameLayer(one, other)).toBe(true);
    expect(layerProperty.hasChanged(one, other)).toBe(false);
  });

  test.each([
    ['the operation', withOperation(defaults, 'conv')],
    ['the stride', withSetting(defaults, 'stride', [2])],
    ['the padding', withSetting(defaults, 'padding', [1])],
    ['how the padding is given', withSetting(defaults, 'padding', [0, 0])],
    ['the dilation', withSetting(defaults, 'dilation', [2])],
    ['the output padding', withSetting(defaults, 'outputPadding', [1])],
    ['the groups', { ...defaults, groups: 2 }],
    ['whether there is a bias', biased],
    ['the size of X', withInputSize(defaults, 3, 2)],
    ['the size of K', withKernelSize(defaults, 2, 3)],
    ['the channels', withChannelsIn(defaults, 2)],
    [
      'where the numbers of X come from',
      withTensor(defaults, 'x', { shape: [1, 1, 2, 2], generator: 'ones', args: [] }),
    ],
  ])('is false for another of %s', (_, other) => {
    expect(sameLayer(defaults, other)).toBe(false);
    expect(layerProperty.hasChanged(other, defaults)).toBe(true);
  });

  it('draws an element that had no state', () => {
    expect(layerProperty.hasChanged(defaults, undefined)).toBe(true);
  });
});

describe('the fields that make the layer', () => {
  const other = {
    ...withChannelsIn(withBias(withOperation(defaults, 'conv'), true), 2),
    stride: [2],
    dilation: [2],
    outputPadding: [1],
    padding: [1],
    groups: 2,
  };

  it('are told from those that change what is shown', () => {
    const shown = [
      'panel',
      'mode',
      'step',
      'at',
      'lesson',
      'play',
      'lang',
      'theme',
      'hide',
      'lock',
    ];
    const names = fields.map(({ name }) => name).filter((name) => !shown.includes(name));
    expect(Object.keys(layerOf(other))).toEqual(names);
    expect({ ...defaults, ...layerOf(other) }).toEqual(other);
  });

  it('are each seen to change', () => {
    for (const [name, value] of Object.entries(layerOf(other))) {
      expect(unchangedLayer({ ...defaults, [name]: value }, defaults), name).toBe(false);
    }
    expect(unchangedLayer({ ...defaults, step: 3 }, defaults)).toBe(true);
  });

  it('are each locked by a part', () => {
    for (const [name, value] of Object.entries(layerOf(other))) {
      expect(allowed(lockable, defaults, { ...defaults, [name]: value }), name).toBe(false);
    }
    expect(allowed(lockable, defaults, { ...defaults, step: 3 })).toBe(true);
  });
});

describe('what stays the same, so that nothing is drawn again for it', () => {
  it('is the namer of the same tensor', () => {
    expect(namer('y', [1, 1, 3, 3])).toBe(namer('y', [1, 1, 3, 3]));
    expect(namer('y', [1, 1, 3, 3])(4)).toBe('Y[1,1]');
    expect(namer('y', [1, 1, 2, 4])(4)).toBe('Y[1,0]');
    expect(namer('x', [1, 1, 3, 3])(4)).toBe('X[1,1]');
    expect(namer('y', [1, 1, 3, 3], 'dY')(4)).toBe('dY[1,1]');
  });

  it('is a map of drafts that all stay', () => {
    const drafts = new Map([
      ['stride', { text: 'a' }],
      ['x:3', { text: 'b' }],
    ]);
    const other = withTensorCell(defaults, 'x', [0, 0, 0, 0], 7);
    expect(keptDrafts(drafts, defaults, other)).toBe(drafts);
    const strided = withSetting(defaults, 'stride', [2]);
    expect([...keptDrafts(drafts, defaults, strided).keys()]).toEqual(['x:3']);
  });
});
