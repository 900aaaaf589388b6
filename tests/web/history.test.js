import { describe, expect, it } from 'vitest';
import { committed, redone, started, undone } from '../../web/state/history.js';
import { defaults, withSetting, withTensor } from '../../web/state/state.js';

const strides = [1, 2, 3, 4].map((n) => withSetting(defaults, 'stride', [n]));
const [first, second, third, other] = strides;

describe('a history', () => {
  const history = [second, third].reduce(committed, started(first));

  it('goes back to where it began, and forth again', () => {
    expect(undone(history).present).toBe(second);
    expect(undone(undone(history)).present).toBe(first);
    expect(redone(redone(undone(undone(history))))).toEqual(history);
  });

  it('stays where it is at either end', () => {
    const beginning = undone(undone(history));
    expect(undone(beginning)).toBe(beginning);
    expect(redone(history)).toBe(history);
  });

  it('forgets what was undone when something else is done', () => {
    const changed = committed(undone(history), other);
    expect(redone(changed)).toBe(changed);
    expect(undone(changed).present).toBe(second);
  });

  it('takes no note of a state that is the same', () => {
    expect(committed(history, structuredClone(third))).toBe(history);
  });

  it('tells states apart by a single number', () => {
    const k = { ...defaults.k, data: [0, 1, 2, 4] };
    expect(committed(started(defaults), withTensor(defaults, 'k', k)).past).toEqual([defaults]);
  });

  it('keeps 500 steps, and fewer of states that are large', () => {
    const steps = (/** @type {import('../../web/state/state.js').State} */ state) =>
      Array.from({ length: 600 }, (_, step) => ({ ...state, step })).reduce(
        committed,
        started(state),
      ).past.length;
    expect(steps(defaults)).toBe(500);
    const large = { shape: [1, 1, 1024, 1024], generator: 'rand', args: [] };
    expect(steps(withTensor(defaults, 'x', large))).toBe(20);
  });
});
