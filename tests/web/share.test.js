import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fetchAny, fetchWords, translator } from '../../web/i18n/index.js';
import { chosenAtFirst, keys, shared, valuesOf, withLock } from '../../web/share/choices.js';
import { shareWords } from '../../web/share/dialog.js';
import { inHtml, inMarkdown, inParentheses, inPython } from '../../web/share/escape.js';
import { lengthWord } from '../../web/share/lengths.js';
import * as snippets from '../../web/share/snippets.js';
import { titleOf } from '../../web/share/title.js';
import { formatLink, packLink, readLink } from '../../web/state/link.js';
import { allowed, hideable, lockable, reachable } from '../../web/state/lock.js';
import { defaults, withInputSize, withKernelSize, withTensorCell } from '../../web/state/state.js';
import * as arbitrary from './arbitrary.js';

const homes = [
  'https://example.org/playground/index.html',
  "http://localhost:8000/a%20(b)/it's/index.html",
];

/** HTML's own reading of what inHtml writes. */
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const fromHtml = (text) => text.replace(/&(#?\w+);/g, (_, name) => entities[name] ?? `?${name}?`);

/** The values of an attribute, tag by tag, as a browser reads them. */
const attributes = (html, tag, name) =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*? ${name}="([^"]*)"`, 'g'))].map(([, value]) =>
    fromHtml(value),
  );

/** The destination of a Markdown link that is all of the text, as CommonMark reads it. */
function destination(markdown) {
  const [, url] = /^\[(?:[^[\]\\]|\\.)*\]\(([^\s()<>]+)\)$/.exec(markdown) ?? [];
  return url;
}

const handed = fc.record({ state: arbitrary.state, home: fc.constantFrom(...homes) });
const title = 'A <title> with "all" that\'s [in] *it* & \\ more';

/** What a link leads to: exactly that text, or one that is read as the same state. */
async function leadsTo(url, home, state) {
  const [before, link] = [url.slice(0, url.indexOf('#')), url.slice(url.indexOf('#') + 1)];
  expect(decodeURI(before)).toBe(decodeURI(new URL(home).href));
  const read = await readLink(link);
  expect('state' in read && formatLink(read.state), url).toBe(formatLink(state));
}

test('what is pasted elsewhere holds exactly the link, whatever its state', async () => {
  await fc.assert(
    fc.asyncProperty(handed, async ({ state, home }) => {
      const link = await packLink(state, { sum: true });
      const to = snippets.addressesOf(home, link);
      const embed = new URL('embed.html', home).href;

      expect(to.page).toBe(`${new URL(home).href}#${link}`);
      expect(attributes(snippets.anchor(to, title), 'a', 'href')).toEqual([to.page]);
      await leadsTo(destination(snippets.markdown(to, title)), home, state);

      const frame = snippets.frame(to, title, { height: 700, follows: true });
      expect(attributes(frame, 'script', 'src')).toEqual([new URL('embed-host.js', home).href]);
      expect(attributes(frame, 'iframe', 'data-theme')).toEqual(['page']);
      const themed = snippets.frame(to, title, { height: 700, follows: true, themed: true });
      expect(themed).not.toMatch(/data-theme/);
      expect(snippets.frame(to, title, { height: 700 })).not.toMatch(/<script|data-/);
      expect(attributes(frame, 'iframe', 'src')).toEqual([`${embed}#${link}`]);
      expect(attributes(frame, 'iframe', 'title')).toEqual([title]);
      expect(attributes(frame, 'a', 'href')).toEqual([to.page]);

      const hashes = { [to.element]: 'sha256-a+b/c=', [`${to.element}</script>`]: 'sha256-d' };
      const element = snippets.element(to, title, { hashes, says: '--> what it says' });
      expect(attributes(element, 'conv-playground', 'state')).toEqual([link]);
      expect(attributes(element, 'script', 'integrity')).toEqual(['sha256-a+b/c=']);
      expect(element).toMatch(/^<!-- --&gt; what it says -->\n<script type="importmap">/);
      expect(JSON.parse(/importmap">([^<]*)<\/script>/.exec(element)[1]).integrity).toEqual(hashes);
      expect(snippets.element(to, title)).not.toMatch(/importmap|integrity|<!--/);
      expect(attributes(element, 'a', 'href')).toEqual([to.page]);

      const [, framed] = /IFrame\((".*"), width/.exec(snippets.notebook(to, 700)) ?? [];
      expect(JSON.parse(framed)).toBe(`${embed}#${link}`);
      const [, widget] = /state=(".*")\)/.exec(snippets.widget(to)) ?? [];
      expect(JSON.parse(widget)).toBe(link);
    }),
    { numRuns: 200 },
  );
});

test('a page that is one file shows itself, and from a device goes along', () => {
  const link = 'v=1&s=2&end';
  const local = snippets.addressesOf('file:///C:/Lehre/Faltung%20[1]/one%20(1).html#s=3', link);
  expect(attributes(snippets.frame(local, title, { height: 9 }), 'iframe', 'src')).toEqual([
    `one%20(1).html#${link}`,
  ]);
  expect(attributes(snippets.anchor(local, title), 'a', 'href')).toEqual([
    `one%20(1).html#${link}`,
  ]);
  expect(destination(snippets.markdown(local, title))).toBe(`one%20%281%29.html#${link}`);
  expect([local.local, local.single]).toEqual([true, true]);

  const served = snippets.addressesOf('https://a.example/b/one.html', link, { single: true });
  expect(served.frame).toBe(`https://a.example/b/one.html#${link}`);
  expect(served.linked).toBe(served.page);
  expect(served.local).toBe(false);
});

test('any text comes out of the other languages as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(inHtml(text)).not.toMatch(/[<>"']/);
      expect(fromHtml(inHtml(text))).toBe(text);
      expect(inParentheses(text)).not.toMatch(/[\s()<>[\]"'\\`*|!~]/);
      expect(JSON.parse(inPython(text))).toBe(text);
      const plain = inMarkdown(text).replace(/\\(.)/gs, '$1');
      expect(plain).toBe(text.replace(/\s+/g, ' '));
    }),
  );
});

test('a length is told from 2,000 and from 4,000 characters on', () => {
  expect([1999, 2000, 3999, 4000].map(lengthWord)).toEqual(['short', 'long', 'long', 'very-long']);
});

describe('what a link says besides the layer', () => {
  const page = { language: 'en', scheme: 'dark', panel: 'steps' };

  it('is at first what the page’s own link says', () => {
    fc.assert(
      fc.property(arbitrary.state, (state) => {
        const as = shared(state, valuesOf(state, page), chosenAtFirst(state));
        expect(formatLink(as)).toBe(formatLink(state));
      }),
    );
  });

  it('is there key by key, as it is ticked', () => {
    const at = { operand: 'y', cell: [0, 0, 1, 1] };
    const state = { ...defaults, at, step: 3 };
    const said = (...some) =>
      formatLink(shared(state, valuesOf(state, page), { ...chosenAtFirst(state), said: some }));
    expect(said()).toBe('v=1&end');
    expect(keys.map((key) => said(key))).toEqual([
      'v=1&lang=en&end',
      'v=1&theme=dark&end',
      'v=1&panel=steps&end',
      'v=1&at=y:0,1,1&end',
      'v=1&step=3&end',
      'v=1&play=1&end',
    ]);
  });
});

describe('locking for a class', () => {
  const all = (...names) => names.reduce((lock, name) => withLock(lock, name, true), []);

  it('locks the size of X with all that else makes the layer, unless it is given back', () => {
    const most = all('operation', 'settings', 'k');
    expect(most).toEqual(['operation', 'settings', 'k', 'x-size']);
    const back = withLock(most, 'x-size', false);
    expect(back).toEqual(['operation', 'settings', 'k']);
    expect(withLock(back, 'bias', true)).toEqual(['operation', 'settings', 'k', 'bias']);
    expect(withLock(most, 'k', false)).toEqual(['operation', 'settings']);
  });

  it('names a size only where the numbers are free', () => {
    expect(all('x-size', 'x')).toEqual(['x']);
    expect(all('k-size', 'k')).toEqual(['k']);
    expect(all('operation', 'settings', 'x', 'k')).toEqual(['operation', 'settings', 'x', 'k']);
  });
});

describe('a lock', () => {
  const state = { ...defaults, bias: [1] };
  const changes = {
    operation: { ...state, op: 'conv' },
    settings: { ...state, stride: [2] },
    x: withTensorCell(state, 'x', [0, 0, 0, 0], 5),
    'x-size': withInputSize(state, 3, 3),
    k: withTensorCell(state, 'k', [0, 0, 0, 0], 5),
    'k-size': withKernelSize(state, 3, 3),
    bias: { ...state, bias: [2] },
  };

  it.each(lockable)('of %s forbids that, and nothing else', (name) => {
    const forbidden = Object.keys(changes).filter(
      (change) => !allowed([name], state, changes[change]),
    );
    expect(forbidden).toEqual(['x', 'k'].includes(name) ? [name, `${name}-size`] : [name]);
  });

  it('takes the same value of another link for the same', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => readLink('x=1,2;3,4&k=5&b=6&s=2')));
    expect(one.state.x).not.toBe(other.state.x);
    expect(allowed(lockable, one.state, other.state)).toBe(true);
  });

  it('is not left by undoing', () => {
    const locked = { ...state, lock: ['x'] };
    expect(reachable(['x'], locked, { ...locked, stride: [2] })).toBe(true);
    expect(reachable(['x'], locked, { ...changes.x, lock: ['x'] })).toBe(false);
    expect(reachable(['x'], locked, state)).toBe(false);
  });
});

describe('the words of the dialog', () => {
  for (const language of ['en', 'zh']) {
    it(`name every part and every lock in ${language}`, async () => {
      const { words } = await fetchWords(shareWords, language);
      const named = [
        ...hideable.map((name) => `share.part.${name}`),
        ...lockable.map((name) => `share.lock.${name}`),
        ...keys.map((key) => `share.says.${key}`),
      ];
      expect(named.filter((key) => !(key in words))).toEqual([]);
    });
  }

  it('title a layer', async () => {
    for (const [language, expected] of [
      ['en', 'Transposed convolution, X 2×2, K 3×2×2, stride 2×1, padding 1'],
      ['zh', '转置卷积，X 2×2，K 3×2×2，步幅 2×1，填充 1'],
    ]) {
      await fetchAny(language);
      const { words } = await fetchWords(shareWords, language);
      const k = { shape: [1, 3, 2, 2], generator: 'ones', args: [] };
      const state = { ...defaults, k, stride: [2, 1], padding: [1] };
      expect(titleOf(state, translator(language, words))).toBe(expected);
    }
  });
});
