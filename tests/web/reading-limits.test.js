import { describe, expect, it, test } from 'vitest';
import { linksIn } from '../../web/code/read.js';
import { understood } from '../../web/code/reading/understand.js';
import { targetOf } from '../../web/code/reading/targets.js';
import { tokensOf } from '../../web/code/reading/tokens.js';
import { listWith, tensorOf } from '../../web/code/reading/values.js';

const placeOf = (text) => {
  const { code, numbers } = linksIn(text).problem;
  return [code, numbers.line, numbers.character ?? numbers.column];
};

describe('what is wrong in one of several matrices', () => {
  // The place is that in the whole text, counted from 1.
  test.each([
    ['X:\n1 2\n3 4\n\nK:\n1 2\n3', ['ragged', 7, 2]],
    ['X:\n[[1, 2], [3, 4]]\n\nK:\n[[1, 2],\n [3, y]]', ['not-number', 6, 6]],
    ['X:\n[[1, 2], [3, 4]]\n\nK:\n[[1, 2], [3, NaN]]', ['not-finite', 5, 14]],
    ['Input:\n1 2\n3 4\nKernel:\n1 2\n3 NaN', ['not-finite', 6, 3]],
    ['Input X:\n\n1 2\n3 4\n\n5 6\n7 a\nKernel K:\n1 2', ['not-number', 7, 3]],
    ['输入：\n1 2\n3 4\n卷积核：\n1 2\n3 …', ['elided', 6, 3]],
    ['X = [1 2\n3 4]\n\nK = [1 2\n3]', ['ragged', 5, 3]],
    ['X = [[1, 2], [3, 4]]\nK = [[1, 2], [3]]', ['ragged', 2, 5]],
  ])('%j is refused as %j', (text, place) => expect(placeOf(text)).toEqual(place));

  it('is said in rows alone where there is one matrix', () => {
    expect(linksIn('1 2\n3').problem.numbers).toEqual({ row: 2, count: 1, expected: 2, column: 2 });
  });
});

describe('what a text may make', () => {
  const twice = 'x = [x, x]\n';

  // Each of them is short, and would be of millions of numbers.
  test.each([
    [`x = [1, 1]\n${twice.repeat(3)}`, undefined],
    [`x = [1, 1]\n${twice.repeat(4)}`, 'depth'],
    [`x = [1, 1]\n${twice.repeat(40)}`, 'depth'],
    [`x = ['a', 'b']\n${twice.repeat(16)}nn.Conv2d(1, 1, x)`, 'argument'],
    ['x = np.zeros((512, 512))\ny = x + 1\n', 'elements'],
    ['x = np.tile(np.ones((4, 4)), (128, 128))', undefined],
    ['x = np.tile(np.ones((4, 4)), (129, 128))', 'elements'],
    [`x = np.arange(150528).reshape(1, 3, 224, 224).astype('float32') / 255`, undefined],
    ['x = torch.ones(2, 2) / 0', 'not-finite'],
  ])('%j', (text, code) => {
    const { problem } = understood(text);
    expect(problem?.code).toBe(code);
  });

  test.each([
    ['nn.Conv2d(3, -2, 3)', 'bias'],
    ['nn.Conv2d(3, 2, -3)', 'weight'],
    ['nn.Conv2d(3, 2, 3, groups=2)', 'weight'],
  ])('is nothing where %s has its %s filled', (layer, part) => {
    expect(() => understood(`conv = ${layer}\nconv.${part}.data.fill_(1)`)).not.toThrow();
  });

  // Each bracket is in another one, and has a chain before it or behind it.
  const nested = (before, behind) => {
    let text = '1';
    for (let i = 0; i < 38; i++) text = before + text + behind;
    return text;
  };
  test.each([
    'N^'.repeat(5000),
    '2 ** '.repeat(5000),
    nested('(', `${'+1'.repeat(190)})`),
    nested('[', `${'-1'.repeat(190)}]`),
    nested(`(${'1+'.repeat(190)}`, ')'),
    nested('f(', `)${'.a'.repeat(190)}`),
    nested('np.array(', `)${'.T'.repeat(190)}`),
    nested('(', `)${'(1)'.repeat(190)}`),
    'f{'.repeat(9000),
    '[][]a{'.repeat(3000),
  ])('is no deeper than a stack: %#', (text) => {
    expect(understood(`x = ${text}`)).toHaveProperty('problem');
    expect(understood(`x = [[1, 2], [3, 4]]\ny = ${text}`)).toBeDefined();
  });

  it('is counted once of what only gets another shape', () => {
    const shapes = '.reshape(256, 1024).reshape(512, 512)'.repeat(20);
    expect(understood(`x = np.zeros((512, 512))${shapes}`)).toHaveProperty('parts');
  });
});

describe('the steps of reading', () => {
  // A proxy counts how often tokens are looked at.
  const looks = (text) => {
    let count = 0;
    const tokens = new Proxy(tokensOf(text), {
      get(all, key, receiver) {
        count++;
        return Reflect.get(all, key, receiver);
      },
    });
    for (let start = 0; tokens[start].kind !== 'end'; start++) targetOf(tokens, start);
    return count;
  };

  test.each(['.5.', 'a.', '"a", ', 'shape: [1], ', 'a b ', '[', '- ', 'x = 1\n', 'nn.ReLU(),'])(
    'of twice as many %j are at most twice as many',
    (piece) => {
      const [once, double] = [500, 1000].map((n) => looks(piece.repeat(n)));
      expect(double).toBeLessThan(2.1 * once);
    },
  );

  it('look at a list once, however often it is in others', () => {
    const node = { kind: 'opaque', at: 0, end: 0 };
    let asked = 0;
    const items = new Proxy([{ word: 'a' }], {
      get(all, key, receiver) {
        if (key === '0') asked++;
        return Reflect.get(all, key, receiver);
      },
    });
    let list = listWith(items, node);
    const first = asked;
    for (let i = 0; i < 15; i++) list = listWith([list, list], node);
    expect(asked).toBe(first);
    expect(() => tensorOf(list)).toThrow();
    expect(asked - first).toBeLessThan(10);
  });
});
