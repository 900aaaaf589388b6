import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluated } from '../../web/model/evaluate.js';
import { roomOf } from '../../web/model/room.js';
import { defaults } from '../../web/state/state.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

test('the place that is kept for Y is the one that it takes', () => {
  fc.assert(
    fc.property(layer, (state) => {
      expect(roomOf(state)).toEqual(evaluated(engine, state).y.shape);
    }),
    runs,
  );
});

test('a layer without an output keeps a place, whatever its settings', () => {
  const settings = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 2 });
  const all = { stride: settings, dilation: settings, padding: settings, outputPadding: settings };
  fc.assert(
    fc.property(fc.record({ op: fc.constantFrom('conv', 'tconv'), ...all }), (given) => {
      for (const size of roomOf({ ...defaults, ...given })) expect(size).toBeGreaterThanOrEqual(1);
    }),
    runs,
  );
});
