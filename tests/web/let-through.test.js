import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { help as en } from '../../web/help/help.en.js';
import { help as zh } from '../../web/help/help.zh.js';
import { evaluated } from '../../web/model/evaluate.js';
import { letThrough } from '../../web/model/let-through.js';
import { perAxis } from '../../web/model/settings.js';
import { markOf, shownTensors } from '../../web/model/stage.js';
import { lessonLink } from '../../web/state/lessons.js';
import { readLink } from '../../web/state/link.js';
import { allLinks } from './all-links.js';
import { engine } from './load.js';
import { layer, runs } from './random-layer.js';

const counted = async (link) => {
  const { state } = await readLink(link);
  return letThrough(engine, state, evaluated(engine, state));
};

describe('the rows that output padding lets through', () => {
  test.each([
    // Beyond the padding no stamp reaches: the new rows hold zeros.
    ['x=1,2,3;4,5,6;7,8,9&k=ones:3x3&s=2&o=1', [1, 0], [1, 0]],
    ['x=1,1;1,1&k=1,1;1,1&s=6&o=4', [4, 0], [4, 0]],
    ['x=ones:1x8&k=ones:1x4&s=1,8&p=0,1&o=0,7', [0, 0], [7, 1]],
    ['x=1,2,3;4,5,6;7,8,9&k=1,2,1;2,4,2;1,2,1&s=2&p=1&o=1', [1, 1], [1, 1]],
    // Padding cropped a gap between two taps.
    ['x=1,2&k=1,1&s=1&d=1,4&p=0,3&o=0,2', [0, 0], [2, 1]],
  ])('of %s are counted from the links', async (link, rows, columns) => {
    const of = ({ added, reached }) => [added, reached];
    const found = await counted(link);
    expect([of(found.rows), of(found.columns)]).toEqual([rows, columns]);
  });

  it('are those that some link of a random layer leads to', () => {
    fc.assert(
      fc.property(layer, (state) => {
        const outcome = evaluated(engine, state);
        fc.pre(outcome.y !== undefined);
        const found = letThrough(engine, state, outcome);
        const [rows, columns] = state.op === 'tconv' ? perAxis(state.outputPadding) : [0, 0];
        if (rows + columns === 0) {
          expect(found).toBeUndefined();
          return;
        }
        const [, , height, width] = outcome.y.shape;
        const to = allLinks(state, outcome).map(({ y }) => y);
        const seen = {
          rows: new Set(to.map((y) => Math.floor(y / width) % height)),
          columns: new Set(to.map((y) => y % width)),
        };
        const expected = (set, size, added) => {
          const last = Array.from({ length: added }, (_, i) => size - added + i);
          const unreached = last.filter((index) => !set.has(index));
          return { added, reached: added - unreached.length, unreached };
        };
        expect(found).toEqual({
          rows: expected(seen.rows, height, rows),
          columns: expected(seen.columns, width, columns),
        });
        // On the stage they are marked cell by cell.
        const staged = {
          state,
          outcome,
          engine,
          channel: { input: 0, output: 0 },
          t: (key) => key,
        };
        const mark = markOf(shownTensors(staged).at(-1), outcome);
        for (let offset = 0; offset < outcome.y.data.length; offset++) {
          const [row, column] = [Math.floor(offset / width) % height, offset % width];
          const added = row >= height - rows || column >= width - columns;
          const isReached = seen.rows.has(row) && seen.columns.has(column);
          expect(mark(offset)).toBe(!added ? '' : isReached ? 'added' : markUnreached(row, column));
        }
        function markUnreached(row, column) {
          const { unreached: below } = found.rows;
          const { unreached: after } = found.columns;
          return below.includes(row) || after.includes(column) ? 'added unreached' : 'added';
        }
      }),
      runs,
    );
  });

  it('of the lesson are all reached, as its text says', async () => {
    const lesson = lessonLink('output-padding');
    const { rows, columns } = await counted(`${lesson}&o=1`);
    expect([rows, columns]).toEqual([
      { added: 1, reached: 1, unreached: [] },
      { added: 1, reached: 1, unreached: [] },
    ]);
    // The first answer of the help page counts them.
    expect(en.questions['output-padding'].answer).toContain(`${rows.reached} row of ${rows.added}`);
    expect(zh.questions['output-padding'].answer).toContain(
      `多出的 ${rows.added} 行，盖到的就是 ${rows.reached} 行`,
    );
  });
});
