import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formats } from '../../web/code/formats/index.js';
import { unwritable } from '../../web/code/write.js';
import { evaluated } from '../../web/model/evaluate.js';
import { written } from '../../web/model/written.js';
import { readLink } from '../../web/state/link.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

const layerOf = (state) => written(state, evaluated(engine, state));
const linked = async (link) => layerOf((await readLink(link)).state);
const named = (name) => formats.find((format) => format.name === name);

it('writes every layer in every format, with what it has to come to', () => {
  fc.assert(
    fc.property(layer, (state) => {
      const plain = layerOf(state);
      for (const { write, name } of formats) {
        const text = write(plain);
        expect(text, name).not.toMatch(/undefined|NaN|\[object/);
        expect(text.split('\n').at(-1)).toBe('');
        const numbers = [...plain.y.data].map(String);
        const said = text.slice(text.indexOf('expected')).match(/-?\d+/g);
        expect(said, name).toEqual(expect.arrayContaining(numbers));
      }
    }),
    { ...runs, numRuns: 100 },
  );
});

it('writes a large tensor by the formula that made it, and says which it cannot write', async () => {
  const plain = await linked('op=conv&x=rand:200x200:7&k=gaussian:3x3');
  const names = formats.filter((format) => unwritable(plain, format)).map(({ name }) => name);
  expect(names).toEqual(['matlab']);
  expect(named('pytorch').write(plain).length).toBeLessThan(3000);
  expect(named('xtensor').write(plain)).toContain('conv::generate("rand", {1, 1, 200, 200}, {7})');
});

it('writes what no number is as each language names it', async () => {
  const plain = await linked('op=conv&x=1e308,1e308;1e308,1e308&k=10,0;0,10');
  expect(named('pytorch').write(plain)).toContain("float('inf')");
  expect(named('matlab').write(plain)).toContain('Inf');
  expect(named('xtensor').write(plain)).toContain('std::numeric_limits<double>::infinity()');
});

it('writes whole numbers that no integer holds with an exponent', async () => {
  const plain = await linked('op=conv&x=100000000000000000000&k=1');
  expect(named('pytorch').write(plain)).toContain('[[[[1e20]]]]');
});
