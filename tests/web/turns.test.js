import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Turns } from '../../web/playground/turns.js';

/** The frames that were asked for. @type {Map<number, () => void>} */
let asked;

/** Begins a frame. */
async function frame() {
  const due = [...asked.values()];
  asked.clear();
  for (const begin of due) begin();
  await settled();
}

/** Lets what waits for nothing more go on. */
async function settled() {
  for (let i = 0; i < 10; i++) await undefined;
}

/** Takes a turn, and notes its name when it has come. */
function take(turns, name, done) {
  turns.take().then(() => done.push(name));
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = new Map();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (begin) => {
    asked.set(++last, begin);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id) => asked.delete(id));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('draws a key once no other waits, and what follows before the frame with it', async () => {
  const [turns, done] = [new Turns(), []];
  take(turns, 'a', done);
  await settled();
  expect(done, 'a key that waits comes first').toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(['a']);
  take(turns, 'b', done);
  take(turns, 'c', done);
  await vi.advanceTimersByTimeAsync(5);
  expect(done).toEqual(['a']);
  await frame();
  expect(done).toEqual(['a', 'b', 'c']);
  expect(asked.size, 'no frame is asked for that nothing needs').toBe(0);
});

it('draws a key with a frame that comes first, and the next one is the first again', async () => {
  const [turns, done] = [new Turns(), []];
  for (const name of ['a', 'b']) {
    take(turns, name, done);
    await frame();
    expect(done.at(-1)).toBe(name);
  }
  take(turns, 'c', done);
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(['a', 'b', 'c']);
});

it('draws in a page that nobody sees, which has no frames', async () => {
  const [turns, done] = [new Turns(), []];
  for (const name of ['a', 'b', 'c']) {
    take(turns, name, done);
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toEqual(['a', 'b', 'c']);
});
