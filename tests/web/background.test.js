import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Background } from '../../web/engine/background.js';

/** Workers that hear what they are told, and say what a test has them say. */
const workers = [];
class Told extends EventTarget {
  told = [];
  ended = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(message) {
    this.told.push(message);
  }
  say(data) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
  terminate() {
    this.ended = true;
  }
}

beforeEach(() => {
  workers.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('Worker', Told);
  vi.stubGlobal('self', { origin: new URL(import.meta.url).origin });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A task with what it told, and a way to give it up. */
function asked(background, name) {
  const parts = [];
  const stop = new AbortController();
  const ended = background
    .ask(name, undefined, { signal: stop.signal, tell: (part) => parts.push(part) })
    .catch(({ name }) => name);
  return { parts, ended, stop: () => stop.abort() };
}

test('a task tells what is there on the way, and then its answer', async () => {
  const task = asked(new Background('./worker.js'), 'draw');
  const [worker] = workers;
  expect(worker.told).toEqual([{ id: 1, name: 'draw', given: undefined }]);
  worker.say({ id: 1, part: 'half' });
  worker.say({ id: 1, answer: 'all', ended: true });
  expect(await task.ended).toBe('all');
  expect(task.parts).toEqual(['half']);
});

test('a task that is given up tells nothing any more, however late its worker hears of it', async () => {
  const background = new Background('./worker.js');
  const first = asked(background, 'first');
  const [worker] = workers;
  first.stop();
  expect(await first.ended).toBe('AbortError');
  const second = asked(background, 'second');
  worker.say({ id: 1, part: 'late' });
  worker.say({ id: 1, answer: undefined, ended: true });
  worker.say({ id: 2, part: 'half' });
  vi.runAllTimers();
  expect(worker.ended).toBe(false);
  worker.say({ id: 2, answer: 'all', ended: true });
  expect(await second.ended).toBe('all');
  expect(first.parts).toEqual([]);
  expect(second.parts).toEqual(['half']);
});

test('a worker that goes on with what is given up is ended; the next does only what is wanted', async () => {
  const background = new Background('./worker.js');
  background.keep('size', 3);
  const tasks = ['first', 'second', 'third'].map((name) => asked(background, name));
  tasks[0].stop();
  tasks[1].stop();
  vi.runAllTimers();
  const [before, after] = workers;
  expect(before.ended).toBe(true);
  expect(after.told).toEqual([
    { keep: 'size', value: 3 },
    { id: 3, name: 'third', given: undefined },
  ]);
  after.say({ id: 3, answer: 'all', ended: true });
  expect(await Promise.all(tasks.map(({ ended }) => ended))).toEqual([
    'AbortError',
    'AbortError',
    'all',
  ]);
  expect(workers).toHaveLength(2);
});
