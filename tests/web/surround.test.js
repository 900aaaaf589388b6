import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluated } from '../../web/model/evaluate.js';
import {
  aroundX,
  aroundY,
  bare,
  lead,
  placesAcross,
  placesDown,
} from '../../web/model/surround.js';
import { readLink } from '../../web/state/link.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

async function layerOf(link) {
  const { state } = await readLink(link);
  return { state, outcome: evaluated(engine, state) };
}

describe('what lies around the cells', () => {
  it('gives each cell of X the place that it has under the windows', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const { ring, spread } = aroundX(state, outcome, true);
        const { rows } = outcome.steps;
        const before = lead(outcome.layer.height, state.op === 'tconv');
        expect(ring.top).toBe(Math.max(0, before));
        for (let row = 0; row < state.x.shape[2]; row++) {
          const at = before + row * spread.down;
          if (at >= 0 && at < rows.length) expect(rows[at]).toBe(row);
          else expect(rows).not.toContain(row);
        }
      }),
      runs,
    );
  });

  it('is as large as the plane under the windows, where that holds all of X', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        const surround = aroundX(state, outcome, true);
        const [, , height, width] = state.x.shape;
        const down = placesDown(height, surround);
        const across = placesAcross(width, surround);
        const { rows, columns } = outcome.steps;
        if (rows.includes(0) && rows.includes(height - 1)) expect(down).toBe(rows.length);
        if (columns.includes(0) && columns.includes(width - 1)) expect(across).toBe(columns.length);
      }),
      runs,
    );
  });

  it('is the padding of a convolution, and what the windows of a transposed one add', async () => {
    const conv = await layerOf('op=conv&x=arange:4x4&k=ones:3x3&p=1');
    expect(aroundX(conv.state, conv.outcome, false)).toEqual({
      ring: { top: 1, bottom: 1, left: 1, right: 1 },
      spread: { down: 1, across: 1 },
    });
    expect(aroundY(conv.state, conv.outcome)).toEqual(bare);
    const tconv = await layerOf('op=tconv&x=arange:4x4&k=ones:3x3&s=2&p=1');
    expect(aroundX(tconv.state, tconv.outcome, false)).toEqual(bare);
    expect(aroundX(tconv.state, tconv.outcome, true)).toEqual({
      ring: { top: 1, bottom: 1, left: 1, right: 1 },
      spread: { down: 2, across: 2 },
    });
    expect(aroundY(tconv.state, tconv.outcome).ring).toEqual({
      top: 1,
      bottom: 1,
      left: 1,
      right: 1,
    });
  });
});
