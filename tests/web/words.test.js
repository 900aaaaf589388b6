import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { codes, languages } from '../../web/i18n/languages.js';
import { filled } from '../../web/i18n/index.js';
import { panels } from '../../web/panels/index.js';
import { examples } from '../../web/state/examples.js';
import { fields } from '../../web/state/fields.js';
import { engine } from './load.js';

const web = new URL('../../web/', import.meta.url);
const sources = readdirSync(web, { recursive: true })
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, text: readFileSync(new URL(file, web), 'utf8') }));

const [first, ...others] = codes;
/** Files that are there once for each language, without its code: `panels/steps/words`. */
const shelves = sources.flatMap(({ file }) =>
  file.endsWith(`.${first}.js`) ? [file.slice(0, -`.${first}.js`.length)] : [],
);

/** The names that a sentence has places for. */
const places = (sentence) =>
  [...sentence.matchAll(/\{(\w+)(?:\|[^|}]*\|[^|}]*)?\}/g)].map(([, name]) => name).sort();

/** What each key's sentence has places for. */
const placesOf = (words) =>
  Object.fromEntries(Object.keys(words).map((key) => [key, places(words[key])]));

const rules = (words) =>
  Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith('rule.')));

const withoutRules = (words) =>
  Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith('rule.')));

/** The sentences of a file, however deep, by their paths. */
const sentences = (file) =>
  Object.fromEntries(
    Object.entries(file).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[key, value]]
        : Object.entries(sentences(value)).map(([path, text]) => [`${key}/${path}`, text]),
    ),
  );

/** The files by shelf and language. */
const files = Object.fromEntries(
  await Promise.all(
    shelves.map(async (shelf) => [
      shelf,
      Object.fromEntries(
        await Promise.all(
          codes.map(async (code) => [
            code,
            { ...(await import(/* @vite-ignore */ new URL(`${shelf}.${code}.js`, web).href)) },
          ]),
        ),
      ),
    ]),
  ),
);

const page = files['i18n/page'];
/** The words that come later than the page's, by the folder that they belong to. */
const parts = Object.fromEntries(
  shelves
    .filter((shelf) => shelf !== 'i18n/page')
    .map((shelf) => {
      const { words, book } = files[shelf][first];
      return [dirname(shelf), words ?? book?.words ?? {}];
    }),
);

describe('the words', () => {
  it('have a file for each language of the table, and for no other', () => {
    expect(shelves.length).toBeGreaterThan(9);
    for (const shelf of shelves) {
      const beside = sources
        .filter(({ file }) => dirname(file) === dirname(shelf))
        .map(({ file }) => basename(file))
        .filter((name) => name.startsWith(`${basename(shelf)}.`));
      expect(beside.sort()).toEqual(codes.map((code) => `${basename(shelf)}.${code}.js`).sort());
    }
  });

  test.each(others)('of the page are the same in %s as in the first language', (code) => {
    expect(placesOf(withoutRules(page[code].words))).toEqual(
      placesOf(withoutRules(page[first].words)),
    );
  });

  test.each(languages)('of the engine’s rules are there in $code, or are the engine’s', (row) => {
    const expected = Object.entries(row.rules === 'engine' ? {} : engine.rules);
    expect(placesOf(rules(page[row.code].words))).toEqual(
      placesOf(Object.fromEntries(expected.map(([rule, words]) => [`rule.${rule}`, words]))),
    );
  });

  test.each(
    shelves
      .filter((shelf) => shelf !== 'i18n/page')
      .flatMap((shelf) => others.map((code) => [shelf, code])),
  )('of %s are the same in %s', (shelf, code) => {
    expect(placesOf(sentences(files[shelf][code]))).toEqual(
      placesOf(sentences(files[shelf][first])),
    );
  });

  it('are never empty', () => {
    for (const file of Object.values(files).flatMap(Object.values)) {
      const said = Object.entries(sentences(file));
      expect(said.filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    }
  });

  it('are there for all that code asks for by name', () => {
    const missing = sources.flatMap(({ file, text }) => {
      const [, part] =
        Object.entries(parts).find(([folder]) => file.startsWith(`${folder}/`)) ?? [];
      const known = { ...page[first].words, ...part };
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

  it('are there for what is wrong with a text', () => {
    const problems = sources
      .filter(({ file }) => file.startsWith('code/'))
      .flatMap(({ text }) => [...text.matchAll(/\bproblem\('([a-z-]+)'/g)])
      .map(([, code]) => `problem.${code}`);
    const known = { ...page[first].words, ...parts.code, ...parts['code/files'] };
    expect(problems.length).toBeGreaterThan(20);
    expect(problems.filter((key) => !(key in known))).toEqual([]);
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
    expect(keys.filter((key) => !(key in page[first].words))).toEqual([]);
  });
});

describe('the languages', () => {
  it('are named in their table alone', () => {
    const others = codes.filter((code) => code !== first).join('|');
    const naming = new RegExp(`['"\`](?:${others})(?:-\\w+)?['"\`]|:lang\\((?:${others})`);
    const named = sources.filter(({ text }) => naming.test(text)).map(({ file }) => file);
    expect(named).toEqual(['i18n/languages.js']);
  });
});

describe('a sentence', () => {
  it('counts one thing and more', () => {
    expect(filled('{count|row|rows} of {all}', { count: 1, all: 2 })).toBe('1 row of 2');
    expect(filled('{count|row|rows} of {all}', { count: 0, all: 2 })).toBe('0 rows of 2');
    expect(filled('{count|row|rows}', {})).toBe('{count|row|rows}');
  });

  it('never says “1 numbers”', () => {
    const counted = /\{(?:count|length|elements)\} \w*s\b/;
    const words = Object.values(files).flatMap((shelf) => Object.entries(sentences(shelf[first])));
    const several = [
      'problem.many',
      'problem.several',
      'problem.batch-first',
      'sentence.crops',
      'notes.more',
    ];
    const wrong = words.filter(
      ([key, text]) => counted.test(text) && !several.some((one) => key.endsWith(one)),
    );
    expect(wrong).toEqual([]);
  });

  it('of a fault has no space between Chinese characters', () => {
    const { words } = files['i18n/page'].zh;
    const named = Object.keys(words).filter((key) => key.startsWith('fault.field.'));
    const said = named.flatMap((key) => {
      const setting = filled(words['fault.setting'], {
        field: words[key],
        axis: words['axis.height'],
      });
      return Object.values(rules(words)).flatMap((rule) => [
        filled(rule, { setting: words[key] }),
        filled(rule, { setting }),
      ]);
    });
    expect(said.filter((text) => /[\p{Script=Han}）] [\p{Script=Han}（]/u.test(text))).toEqual([]);
  });
});
