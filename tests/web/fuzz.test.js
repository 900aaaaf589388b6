import { afterEach, expect, it, test } from 'vitest';
import { linksIn } from '../../web/code/read.js';
import { understood } from '../../web/code/reading/understand.js';
import { isProblem } from '../../web/state/problem.js';
import { longest, mutated, pieces } from './mutated.js';

// Lets the tests' runner hear of each of so many.
afterEach(() => new Promise((done) => setImmediate(done)));

/** That an answer is one, and within the limits. */
function expectAnswer(text) {
  const answer = linksIn(text);
  if ('problem' in answer) return expect(isProblem(answer.problem)).toBe(true);
  expect(answer.links.length).toBeGreaterThan(0);
  expect(answer.links.length).toBeLessThanOrEqual(256);
  const characters = answer.links.reduce((sum, link) => sum + link.length, 0);
  expect(characters).toBeLessThan(2 ** 23);
}

// All 100,000 are for npm run fuzz:read.
it('any text is answered', () => {
  const texts = mutated(1);
  for (let i = 0; i < 250; i++) expectAnswer(texts.next().value);
});

test.each(pieces.filter(Boolean))('%j, again and again, is answered', (piece) => {
  const many = piece.repeat(Math.floor(longest / 8 / piece.length));
  for (const text of [many, `[[1, 2], ${many}`, `nn.Conv2d(${many})`]) expectAnswer(text);
});

// Each of them was looked at beyond its end, or turned although it has no axes.
test.each([
  'k = [[1]]\nmake_node("Conv", ["x"], ["y"], kernel_shape=[a])',
  '[][]n',
  'k := [][]flo',
  '[1, [][] and',
  'int[,] k = new int[,',
  "10'''",
  "[[1'''-1.];[2]]",
])('%j is answered', expectAnswer);

it('a program that makes more numbers than it is allowed is refused', () => {
  const twice = `x = [1]\n${'x = [x, x]\n'.repeat(60)}`;
  const wide = `x = zeros(1000, 1000)\n${'y = x.T\n'.repeat(50)}`;
  const written = `K = zeros(1000, 1000)\n${'K[0] = np.zeros(1000)\n'.repeat(50)}`;
  for (const text of [twice, wide, written])
    expect(understood(text).problem?.code).toMatch(/^(?:elements|depth)$/);
});

it('no tensor is made that its link could not be read with', () => {
  const side = (extent) => `x = np.arange(${extent * extent}).reshape(${extent}, ${extent})`;
  expect(linksIn(side(512)).links).toHaveLength(1);
  expect(linksIn(side(513)).problem).toMatchObject({ code: 'elements' });
  // What is drawn is a word in the link.
  const { links } = linksIn('F.conv2d(torch.randn(1, 64, 99, 99), torch.randn(512, 64, 9, 9))');
  expect(links[0]).toContain('&x=rand:64x99x99:1&k=rand:512x64x9x9:2&');
});

it('of more layers than can be listed, the first are', () => {
  const { links, notes } = linksIn('nn.Conv2d(1, 1, 1)\n'.repeat(1000));
  expect(links).toHaveLength(256);
  expect(notes.map(({ code }) => code)).toContain('many-layers');
});

it('long texts within long texts are not read again and again', () => {
  // Each of them once took as long as its length squared: seconds.
  for (const text of [
    '9'.repeat(longest),
    '\t'.repeat(longest),
    `Tensor {${'\n'.repeat(longest)}`,
    `1 A${'{}'.repeat(longest / 2)}`,
    `[3., ${'[]'.repeat(longest / 2)}`,
  ])
    expectAnswer(text);
});
