import { describe, expect, it, test } from 'vitest';
import { questions } from '../../web/help/questions.js';
import { codes } from '../../web/i18n/languages.js';
import { computed, isRight, readAnswer } from '../../web/lessons/check.js';
import { predictions } from '../../web/lessons/predictions.js';
import { pieces } from '../../web/lessons/text.js';
import { evaluated } from '../../web/model/evaluate.js';
import { panels } from '../../web/panels/index.js';
import { lessonLink, lessonNumber, lessons } from '../../web/state/lessons.js';
import { readLink } from '../../web/state/link.js';
import { defaults } from '../../web/state/state.js';
import { engine } from './load.js';

/** Something for each language. */
const each = (made) => Promise.all(codes.map(async (code) => [code, await made(code)]));
const books = await each(async (code) => (await import(`../../web/lessons/book.${code}.js`)).book);
const helps = await each(async (code) => (await import(`../../web/help/help.${code}.js`)).help);
const pages = Object.fromEntries(
  await each(async (code) => (await import(`../../web/i18n/page.${code}.js`)).words),
);
const names = lessons.map(({ name }) => name);

/** The state of a link that opens without a word. */
async function opened(link) {
  const read = await readLink(link);
  expect(read).toMatchObject({ notes: [] });
  return read.state;
}

/** Every text of a lesson. */
const textsOf = (lesson) => [...lesson.text, lesson.try, lesson.ask, lesson.right, lesson.look];

describe('the lessons', () => {
  it.each(books)('are all there in %s', (language, book) => {
    expect(Object.keys(book.lessons)).toEqual(names);
    for (const name of names) {
      expect(pages[language]).toHaveProperty([`lesson.${name}`]);
      expect(textsOf(book.lessons[name]).every((text) => text.length > 0)).toBe(true);
    }
  });

  it.each(books)('use only terms that are defined, and all of those, in %s', (_, { ...book }) => {
    const texts = Object.values(book.lessons).flatMap(textsOf);
    const found = texts.flatMap((text) => pieces(text, book.terms));
    const used = new Set(found.flatMap(({ term }) => term ?? []));
    expect([...used].sort()).toEqual(Object.keys(book.terms).sort());
    for (const { text } of found) expect(text).not.toMatch(/[[|\]`]{2}|`/);
  });

  it('define the same terms in all languages', () => {
    const [[, first], ...others] = books;
    for (const [, { terms }] of others) {
      expect(Object.keys(terms)).toEqual(Object.keys(first.terms));
    }
  });

  it.each(names)('%s opens with an output', async (name) => {
    const state = await opened(lessonLink(name));
    expect(state.lesson).toBe(name);
    expect(evaluated(engine, state).fault).toBeUndefined();
  });

  it('are numbered from 0', () => {
    expect(names.map(lessonNumber)).toEqual([...names.keys()]);
    expect(lessonNumber('none')).toBeUndefined();
    expect(lessonNumber(undefined)).toBeUndefined();
  });
});

describe('a link', () => {
  it('that names a lesson and no layer opens the lesson', async () => {
    const lesson = await opened(lessonLink('stride'));
    expect(await opened('lesson=stride')).toEqual(lesson);
    expect(await opened('lesson=stride&panel=steps&lang=zh')).toEqual({ ...lesson, lang: 'zh' });
  });

  it('that has a layer of its own keeps it', async () => {
    expect(await opened('s=3&lesson=stride')).toEqual({
      ...defaults,
      stride: [3],
      lesson: 'stride',
    });
  });

  it('that a program wrote is complete as it is', async () => {
    expect(await opened('v=1&lesson=stride&end')).toEqual({ ...defaults, lesson: 'stride' });
  });

  it('may name what is no lesson', async () => {
    expect(await opened('lesson=none')).toEqual({ ...defaults, lesson: 'none' });
  });
});

describe('the predictions', () => {
  const expected = {
    'sliding-window': [4, 4],
    stamping: [40],
    'both-readings': [4],
    padding: [4, 4],
    stride: [5, 5],
    'output-padding': [9],
    channels: [250],
    matrix: [4, 16],
    'round-trip': [16, 16],
    doubling: [1],
    checkerboard: [4],
    bilinear: [8],
    frameworks: [5],
    deconvolution: [14],
  };

  it('are one for each lesson', () => {
    expect(Object.keys(predictions)).toEqual(names);
    expect(Object.keys(expected)).toEqual(names);
  });

  test.each(names)('of %s is checked against what the engine computes', async (name) => {
    const prediction = predictions[name];
    const state = await opened(prediction.link);
    const answer = computed(engine, prediction, state);
    expect(answer).toEqual(expected[name]);
    expect(isRight(engine, prediction, state, answer)).toBe(true);
    const wrong = answer.with(-1, answer.at(-1) + 1);
    expect(isRight(engine, prediction, state, wrong)).toBe(false);
  });

  test.each(names)('of %s is of a layer that is not on the stage yet', async (name) => {
    const { kind, link } = predictions[name];
    const layer = async (text) => {
      const { x, k, op, stride, padding, outputPadding } = await opened(text);
      return { x, k, op, stride, padding, outputPadding };
    };
    if (kind === 'outputPadding') return;
    expect(await layer(link)).not.toEqual(await layer(lessonLink(name)));
  });
});

describe('an answer', () => {
  test.each([
    ['size', '5 × 5', [5, 5]],
    ['size', '5x6', [5, 6]],
    ['size', ' 5 , 6 ', [5, 6]],
    ['size', '５＊６', [5, 6]],
    ['size', '5 6', [5, 6]],
    ['size', '5', [5, 5]],
    ['matrix', '4 × 16', [4, 16]],
    ['matrix', '4', undefined],
    ['cell', '-1.5', [-1.5]],
    ['cell', '1 2', undefined],
    ['cell', '', undefined],
    ['products', 'many', undefined],
  ])('to %s that reads “%s” is %j', (kind, text, answer) => {
    expect(readAnswer(kind, text)).toEqual(answer);
  });
});

describe('the marks in a text', () => {
  it('set terms, code and the names of X, K and Y apart', () => {
    const terms = { stride: ['stride', 'How far.'] };
    expect(pieces('A [[stride]] of `2` in Y[1,1]; ([[stride|strides]]).', terms)).toEqual([
      { text: 'A ' },
      { text: 'stride', term: 'stride', before: '', after: '' },
      { text: ' of ' },
      { text: '2', style: 'code' },
      { text: ' in ' },
      { text: 'Y[1,1]', style: 'y' },
      { text: '; ' },
      { text: 'strides', term: 'stride', before: '(', after: ').' },
    ]);
  });

  it('leave other capitals alone', () => {
    expect(pieces('JAX, Keras and f(X)', {})).toEqual([{ text: 'JAX, Keras and f(X)' }]);
  });
});

test('lessons, predictions and questions open panels that there are', async () => {
  const links = [...lessons, ...Object.values(predictions), ...questions].map(({ link }) => link);
  const states = await Promise.all(links.map(opened));
  const asked = new Set(states.flatMap(({ panel }) => panel ?? []));
  expect(panels.map(({ name }) => name)).toEqual(expect.arrayContaining([...asked]));
});

describe('the help page', () => {
  it.each(helps)('answers the twenty questions in %s', (_, { questions: answered }) => {
    expect(questions).toHaveLength(20);
    expect(Object.keys(answered)).toEqual(questions.map(({ name }) => name));
    for (const words of Object.values(answered)) {
      expect(Object.keys(words)).toEqual(['question', 'answer', 'see']);
    }
  });

  test.each(questions)('links $name to what shows it', async ({ link, refused }) => {
    const { fault } = evaluated(engine, await opened(link));
    expect(fault?.code).toBe(refused);
  });
});

it('the pads of ONNX in the answer are those of its link, in another order', async () => {
  const { padding } = await opened(questions.find(({ name }) => name === 'onnx').link);
  const [top, bottom, left, right] = padding;
  for (const [, { questions: answers }] of helps) {
    expect(answers.onnx.answer).toContain(`pads=[${[top, left, bottom, right].join(', ')}]`);
    expect(answers.onnx.answer).toContain(`p=${padding.join(',')}`);
  }
});

describe('what the answers say of sizes holds', () => {
  const rows = async (link) => {
    const state = await opened(link);
    const { y } = evaluated(engine, state);
    return [...y.data];
  };

  it('of “same” with a kernel smaller than the stride: rows of zeros follow', async () => {
    expect(await rows('x=1,1&k=1,1&s=1,4&o=0,2')).toEqual([1, 1, 0, 0, 1, 1, 0, 0]);
  });

  it('of a causal convolution: d(k − 1) + 1 − s zeros in front reach the newest sample', async () => {
    const x = 'op=conv&x=0,0,0,0,0,0,0,1&k=ones:1x8&s=1,4';
    expect(await rows(`${x}&p=0,0,4,0`)).toEqual([0, 1]);
    expect(await rows(`${x}&p=0,0,7,0`)).toEqual([0, 0]);
  });
});
