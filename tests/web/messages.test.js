import { describe, expect, it } from 'vitest';
import { message, readMessage } from '../../web/pages/messages.js';
import { longestText } from '../../web/state/limits.js';

const say = (about) => ({ source: 'conv-playground', v: 1, ...about });

describe('messages between a frame and its page', () => {
  it('are read field by field', () => {
    expect(readMessage(say({ type: 'hello', id: 'first', theme: 'dark', lang: 'zh-CN' }))).toEqual({
      type: 'hello',
      id: 'first',
      given: { theme: 'dark', lang: 'zh-CN' },
    });
    expect(
      readMessage(say({ type: 'set', state: 's=2', theme: '', hide: 'header', lock: 'x,k' })),
    ).toEqual({ type: 'set', given: { state: 's=2', theme: '', hide: 'header', lock: 'x,k' } });
  });

  it('leave out what is not what it may be', () => {
    const odd = { state: 5, theme: 'pink', lang: '<b>', hide: ['header'], lock: 'x'.repeat(1001) };
    expect(readMessage(say({ type: 'set', ...odd, id: 'x' }))).toEqual({ type: 'set', given: {} });
    expect(readMessage(say({ type: 'set', state: 'x'.repeat(longestText + 1) }))?.given).toEqual(
      {},
    );
    expect(readMessage(say({ type: 'hello', id: {}, state: 's=2' }))).toEqual({
      type: 'hello',
      given: {},
    });
    expect(readMessage(say({ type: 'hello', id: NaN }))).toEqual({ type: 'hello', given: {} });
  });

  it('are told from those of others', () => {
    for (const other of [undefined, null, 5, 'hello', [], {}, { source: 'conv-playground' }])
      expect(readMessage(other)).toBeUndefined();
    expect(readMessage({ ...say({ type: 'hello' }), v: 2 })).toBeUndefined();
    expect(readMessage({ ...say({ type: 'hello' }), source: 'other' })).toBeUndefined();
    expect(readMessage(say({ type: 'constructor' }))).toBeUndefined();
    expect(readMessage(message('ready', {}))).toBeUndefined();
  });
});
