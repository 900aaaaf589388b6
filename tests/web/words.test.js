import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { languages } from '../../web/i18n/index.js';
import { zhRules } from '../../web/i18n/zh-rules.js';
import { book as lessonsEn } from '../../web/lessons/en.js';
import { book as lessonsZh } from '../../web/lessons/zh.js';
import { panels } from '../../web/panels/index.js';
import { examples } from '../../web/state/examples.js';
import { fields } from '../../web/state/fields.js';
import { engine } from './load.js';

const web = new URL('../../web/', import.meta.url);
const sources = readdirSync(web, { recursive: true })
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, text: readFileSync(new URL(file, web), 'utf8') }));

/** The names that a sentence has places for. */
const places = (sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What each key's sentence has places for. */
const placesOf = (words) =>
  Object.fromEntries(Object.keys(words).map((key) => [key, places(words[key])]));

const withoutRules = (words) =>
  Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith('rule.')));

/** The words that come later than the page's, by the folder that they belong to. */
const parts = Object.fromEntries([
  ...(await Promise.all(
    panels.map(async ({ name, words }) => [`panels/${name}`, (await words()).words]),
  )),
  ['lessons', { en: lessonsEn.words, zh: lessonsZh.words }],
]);

describe('the words', () => {
  it('of the page are the same in both languages', () => {
    expect(placesOf(withoutRules(languages.zh))).toEqual(placesOf(languages.en));
  });

  it('of the engine’s rules have their Chinese', () => {
    expect(placesOf(zhRules)).toEqual(placesOf(engine.rules));
  });

  test.each(Object.entries(parts))('of %s are the same in both languages', (_, { en, zh }) => {
    expect(placesOf(zh)).toEqual(placesOf(en));
  });

  it('are never empty', () => {
    const all = [languages, ...Object.values(parts)].flatMap(({ en, zh }) => [en, zh]);
    for (const words of all) {
      expect(Object.entries(words).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    }
  });

  it('are there for all that code asks for by name', () => {
    const missing = sources.flatMap(({ file, text }) => {
      const [, part] =
        Object.entries(parts).find(([folder]) => file.startsWith(`${folder}/`)) ?? [];
      const known = { ...languages.en, ...part?.en };
      // The first argument: a key, or a choice between two.
      const asked = [...text.matchAll(/\bt\(\s*([^,()]*)/g)].flatMap(([, argument]) =>
        [...argument.replace(/[!=]==\s*'[^']*'/g, '').matchAll(/'(\w[^']*)'/g)].map(
          ([, key]) => key,
        ),
      );
      return asked.filter((key) => !(key in known)).map((key) => `${file}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('are there for panels, examples, problems and what a link can say', () => {
    const problems = sources
      .filter(({ file }) => file.startsWith('state/'))
      .flatMap(({ text }) => [...text.matchAll(/\bproblem\('([a-z-]+)'/g)])
      .map(([, code]) => `problem.${code}`);
    const keys = [
      ...panels.map(({ name }) => `panel.${name}`),
      ...examples.map(({ name }) => `example.${name}`),
      ...problems,
      ...['v', ...fields.map(({ key }) => key), 'end'].map((key) => `key.${key}`),
    ];
    expect(problems.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !(key in languages.en))).toEqual([]);
  });
});
