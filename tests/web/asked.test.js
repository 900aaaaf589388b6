import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, operationOf, optionsOf } from '../../web/model/asked.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

/** @param {() => Uint32Array} links @returns {Uint32Array | string} */
function linksOrFault(links) {
  try {
    return links();
  } catch (error) {
    return String(error);
  }
}

test('what is remembered of sizes is never told of others', () => {
  const layers = fc.array(layer, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(layers, fc.array(fc.nat(3), { minLength: 4, maxLength: 8 }), (states, order) => {
      for (const i of order) {
        const state = states[i % states.length];
        const given = [operationOf(state), state.x.shape, state.k.shape, optionsOf(state)];
        for (const name of ['plan', 'cost', 'steps'])
          expect(asked(engine, state)[name]()).toEqual(engine[name](...given));
        for (const name of ['x', 'k'])
          expect(asked(engine, state).editingFault(name)).toEqual(
            engine.editingFault(name, state[name].shape),
          );
        // Of the first cell and of the next, of one operand and of another, in any order.
        for (const [operand, offset] of [
          ['x', 0],
          ['y', 0],
          ['y', i % 2],
          ['k', 0],
          ['k', 0],
        ])
          expect(linksOrFault(() => asked(engine, state).links(operand, offset))).toEqual(
            linksOrFault(() => engine.links(...given, operand, offset)),
          );
      }
    }),
    runs,
  );
});

test('a layer that is refused is refused as often as it is asked about', () => {
  const [state] = fc.sample(layer, 1);
  const refused = { ...state, stride: [0] };
  for (let time = 0; time < 2; time++) {
    expect(asked(engine, refused).plan().fault?.field).toBe('stride');
    expect(() => asked(engine, refused).cost()).toThrow();
  }
  expect(asked(engine, state).plan().fault).toBeUndefined();
});
