import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const filesOf = (folder, ends) =>
  readdirSync(new URL(folder, root), { recursive: true })
    .filter((file) => ends.test(file) && !file.includes('node_modules'))
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')));
const textOf = (file) => readFileSync(new URL(file, root), 'utf8');

/** The folders of web/ from top to bottom: each may import from its own row and from those below. */
const order = [
  ['pages', '.'],
  ['playground'],
  ['share'],
  ['panels', 'lessons', 'export'],
  ['elements'],
  ['model'],
  ['code'],
  ['state'],
  ['engine'],
  ['i18n'],
  ['help'],
];

const folderOf = (file) => (file.split('/').length > 2 ? file.split('/')[1] : '.');
const rowOf = (file) => order.findIndex((row) => row.includes(folderOf(file)));

/** What a file imports, types in its comments included. */
const importsOf = (file) =>
  [...textOf(file).matchAll(/\b(?:from|import)\b\s*\(?\s*['"`](\.[^'"`?]+)/g)].map(([, path]) =>
    posix.join(posix.dirname(file), path),
  );

const arrows = new Map(filesOf('web', /\.js$|\.d\.ts$/).map((file) => [file, importsOf(file)]));

test('the imports of values and of types are seen', () => {
  expect(arrows.get('web/model/drafts.js')).toContain('web/state/state.js');
  expect(arrows.get('web/conv-playground.js')).toContain('web/playground/define.js');
});

test('imports point down only', () => {
  const files = [...arrows.keys()].filter((file) => rowOf(file) < 0);
  expect(files, 'files of no folder in the order').toEqual([]);

  const up = [...arrows].flatMap(([file, others]) => {
    const wrong = others.filter((other) => {
      const across = rowOf(other) === rowOf(file) && folderOf(other) !== folderOf(file);
      return rowOf(other) < rowOf(file) || (across && folderOf(other) !== '.');
    });
    return wrong.map((other) => `${file} imports ${other}`);
  });
  expect(up).toEqual([]);
});

test('panels share nothing but what belongs to none of them', () => {
  const panelOf = (file) => /^web\/panels\/([^/]+)\//.exec(file)?.[1];
  const across = [...arrows].flatMap(([file, others]) =>
    others
      .filter((other) => panelOf(file) && panelOf(other) && panelOf(file) !== panelOf(other))
      .map((other) => `${file} imports ${other}`),
  );
  expect(across).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const done = new Set();
  /** The first circle that is found from a file on, by the way that leads to it. */
  function circle(file, way = []) {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].join(' > ');
    if (done.has(file)) return undefined;
    for (const other of arrows.get(file) ?? []) {
      const found = circle(other, [...way, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  }
  expect([...arrows.keys()].flatMap((file) => circle(file) ?? [])).toEqual([]);
});

test('a file is short enough to be read in one go', () => {
  const words = (file) => /\/\w+\.[a-z]{2}\.js$/.test(file);
  const files = [
    ...['web', 'tests', '.tools'].flatMap((folder) => filesOf(folder, /\.m?js$/)),
    ...['cpp', 'tests'].flatMap((folder) => filesOf(folder, /\.[ch]pp$/)),
  ];
  const long = files.flatMap((file) => {
    const lines = textOf(file).split('\n').length - 1;
    const most = words(file) ? Infinity : /pp$/.test(file) ? 470 : 500;
    return lines > most ? [`${file} has ${lines} lines, more than ${most}`] : [];
  });
  expect(files.length).toBeGreaterThan(200);
  expect(long).toEqual([]);
});

test('every element can be moved to another document, with its styles', () => {
  const own = [...arrows.keys()].filter((file) => /extends LitElement\b/.test(textOf(file)));
  expect(own, 'what extends Lit’s element and not that of elements/element.js').toEqual([
    'web/elements/element.js',
  ]);
});
