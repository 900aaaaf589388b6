import { describe, expect, it, test } from 'vitest';
import { evaluated } from '../../web/model/evaluate.js';
import { ignored } from '../../web/model/ignored.js';
import { hideable, lockable } from '../../web/state/lock.js';
import { readLink } from '../../web/state/link.js';
import { engine } from './load.js';

const panels = ['steps', 'matrix'];
const said = async (link) => {
  const { state } = await readLink(link);
  return ignored(state, evaluated(engine, state), { ...state, panels });
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
    // There is no Y to say it of; that is said already.
    'op=conv&k=ones:3x3&at=y:0,0&step=0',
  ])('is nothing in “%s”', async (link) => {
    expect(await said(link)).toEqual([]);
  });
});
