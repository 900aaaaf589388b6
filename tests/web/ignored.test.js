import { describe, expect, it, test } from 'vitest';
import { evaluated, isPrompt, started } from '../../web/model/evaluate.js';
import { ignored } from '../../web/model/ignored.js';
import { hideable, lockable } from '../../web/state/lock.js';
import { readLink } from '../../web/state/link.js';
import { engine } from './load.js';

const panels = ['steps', 'matrix'];
const large = 'x=ones:1000x1000&k=ones:9x9';
const said = async (link) => {
  const { state } = await readLink(link);
  const outcome = isPrompt(engine, state)
    ? evaluated(engine, state)
    : { ...started(engine, state, false), large: true };
  return ignored(state, outcome, { ...state, panels });
};

describe('what a link asks for in vain', () => {
  test.each([
    ['panel=nope', 'panel', 'nope'],
    ['at=y:9,9,9', 'at', '9,9,9'],
    ['at=y:3,0', 'at', '0,3,0'],
    ['at=k:0,1,0,0', 'at', '0,1,0,0'],
    ['step=4', 'step', '4'],
    ['step=9&mode=gather', 'step', '9'],
    ['hide=heading', 'hide', 'heading'],
    ['hide=header,footer', 'hide', 'footer'],
    ['hide=panels&panel=matrix', 'panel', 'panel=matrix'],
    ['hide=player&play=1', 'play', 'play=1'],
    ['lesson=nope', 'lesson', 'nope'],
    ['lesson=nope&hide=lesson', 'lesson', 'nope'],
    ['op=conv&x=ones:3x3&o=1', 'o', '1'],
    ['op=conv&x=ones:3x3&o=0,1', 'o', '0,1'],
    [`${large}&step=1`, 'step', 'step=1'],
    [`${large}&mode=both`, 'mode', 'mode=both'],
    [`${large}&play=1`, 'play', 'play=1'],
    // A misspelt lock would leave the part open.
    ['lock=setings,k', 'lock', 'setings'],
  ])('%s is said', async (link, field, text) => {
    expect(await said(link)).toEqual([expect.objectContaining({ field, text })]);
  });

  it('is said of each', async () => {
    const all = await said('panel=nope&at=y:9,9&step=99&hide=a,b&lock=c');
    expect(all.map(({ field }) => field)).toEqual(['panel', 'hide', 'hide', 'lock', 'at', 'step']);
  });

  test.each([
    '',
    'panel=matrix',
    'at=y:2,2',
    'at=x:1,1',
    'at=k:0,0,1,1',
    'step=3',
    'step=8&mode=gather',
    'step=8&mode=both',
    `hide=${hideable.join(',')}`,
    `lock=${lockable.join(',')}`,
    'hide=panels,player&step=1&mode=gather',
    'op=conv&x=ones:3x3&o=0',
    'o=1&s=2',
    'lesson=stamping&hide=lesson',
    `${large}&at=y:5,5&panel=matrix`,
    // There is no Y to say it of; that is said already.
    'op=conv&k=ones:3x3&at=y:0,0&step=0',
  ])('is nothing in “%s”', async (link) => {
    expect(await said(link)).toEqual([]);
  });
});
