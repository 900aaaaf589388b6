// The pages that the hosts build: an element and a frame each, of the lines that examples.html gives.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filledIn, forms, recipes } from '../../web/help/recipes.js';
import { frontEnd } from './marimo.mjs';
import { notebook } from './notebook.mjs';
import { picture, post } from './wordpress.mjs';

const state = 'op=tconv&x=0,1;2,3&k=0,1;2,3';

/**
 * @param {string} site where the playground is served
 * @returns {Record<string, { files: Record<string, string>, build?: string[][], out: string }>} for each host
 *   the files of its project, the commands that build it, and the folder with the page
 */
export function hosts(site) {
  const [lines, frames] = [recipes, forms].map((all) =>
    Object.fromEntries(all.map((each) => [each.name, each])),
  );
  /** A file of a host's recipe. */
  const recipe = (name, i = 0) => filledIn(lines[name].files[i].code, site, state);
  const { before, html } = frames.frame;
  const frameScript = filledIn(before, site);
  const frame = filledIn(html, site);
  const frameHost = `${site}embed-host.js`;
  // What is in a frame is a text to HTML, so that React, which sees elements, does not know its own page again.
  const jsxFrame = frame
    .replace(/style="[^"]*"/, "style={{ width: '100%', height: '640px', border: 0 }}")
    .replace(/>[^]*<\/iframe>/, ' />');
  const page = (script) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="/${script}"></script></html>`;
  const vite = (...args) => [['npx', 'vite', 'build', ...args]];

  return {
    html: {
      files: {
        'index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${recipe('html')}${frameScript}${frame}</html>`,
      },
      out: '.',
    },
    notebook: {
      files: {
        'notebook.ipynb': notebook([
          recipe('notebook'),
          `import pathlib
class Local(Playground):
    _esm = pathlib.Path('widget.js')
second = Local(state='op=conv&x=arange:3x3&k=ones:2x2', lock='operation,settings,k')
second`,
        ]),
        'widget.js': readFileSync('dist/widget.js', 'utf8'),
        'anywidget.py': readFileSync('tests/hosts/jupyter/anywidget.py', 'utf8'),
      },
      build: [['node', resolve('tests/hosts/jupyter/build.mjs'), '../jupyter/node_modules', 'lab']],
      out: '.',
    },
    // The page is its own, and marimo.mjs stands in for its Python.
    marimo: { files: {}, out: join('..', frontEnd, 'dist') },
    vitepress: {
      files: {
        '.vitepress/config.js': recipe('vitepress').replace(
          'head: [',
          `head: [['script', { type: 'module', src: '${frameHost}' }], ['link', { rel: 'icon', href: 'data:,' }], `,
        ),
        'index.md': `# A page\n\n${recipe('vitepress', 1)}\n\n${frame}\n`,
      },
      build: [['npx', 'vitepress', 'build']],
      out: '.vitepress/dist',
    },
    docusaurus: {
      files: {
        // Where it says that all files are modules, webpack leaves Docusaurus' own `require` as it is.
        'package.json': '{ "private": true }\n',
        'docusaurus.config.js': `export default {
  title: 'A site', url: 'https://example.org', baseUrl: '/',
  themeConfig: { colorMode: { respectPrefersColorScheme: true } },
  presets: [['classic', { docs: false, blog: false, theme: {} }]],
  headTags: [
    { tagName: 'link', attributes: { rel: 'icon', href: 'data:,' } },
    { tagName: 'script', attributes: { type: 'module', src: '${frameHost}' } },
  ],
  ${recipe('docusaurus')}
};`,
        'src/pages/index.mdx': `# A page\n\n${recipe('docusaurus', 1)}\n\n${jsxFrame}\n`,
      },
      build: [['npx', 'docusaurus', 'build']],
      out: 'build',
    },
    mkdocs: {
      files: {
        // Its highlighter would come from elsewhere.
        'mkdocs.yml': 'site_name: A site\ntheme:\n  name: mkdocs\n  highlightjs: false\n',
        'docs/index.md': `# A page\n\n${recipe('mkdocs')}\n\n<div>\n${frameScript}\n${frame}\n</div>\n`,
      },
      build: [['mkdocs', 'build', '--quiet']],
      out: 'site',
    },
    sphinx: {
      files: {
        'conf.py': `project = 'A site'\nhtml_theme = 'alabaster'\n${recipe('sphinx')}\nhtml_js_files.append(('${frameHost}', {'type': 'module'}))\n`,
        'index.rst': `A page\n======\n\n${recipe('sphinx', 1)}\n${frame.replace(/^/gm, '   ')}\n`,
      },
      build: [['sphinx-build', '-q', '.', 'out']],
      out: 'out',
    },
    hugo: {
      files: {
        'config.toml':
          'title = "A site"\nbaseURL = "/"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n',
        'layouts/shortcodes/playground.html': recipe('hugo'),
        'layouts/shortcodes/frame.html': `${frameScript}${frame}`,
        'layouts/index.html':
          '<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">{{ .Content }}</html>',
        'content/_index.md': `# A page\n\n${recipe('hugo', 1)}\n\n{{< frame >}}\n`,
      },
      build: [['hugo', '--quiet']],
      out: 'public',
    },
    wordpress: {
      files: {
        'posts/administrator/page.html': post(`${recipe('html')}\n${frameScript}\n${frame}`),
        'posts/administrator/frame.html': post(recipe('wordpress')),
        'posts/author/filtered.html': post(recipe('wordpress')),
        'posts/author/picture.html': picture(`${site}icon-192.png`, `${site}index.html#${state}`),
      },
      out: '.',
    },
    reveal: {
      files: {
        'index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slides</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="./node_modules/reveal.js/dist/reveal.css"><link rel="stylesheet" href="./node_modules/reveal.js/dist/theme/white.css">
<div class="reveal"><div class="slides">${recipe('reveal')}<section>${frameScript}${frame}</section></div></div>
<script type="module">import Reveal from './node_modules/reveal.js/dist/reveal.mjs'; globalThis.deck = Reveal; Reveal.initialize({ width: 1100, height: 900 });</script></html>`,
      },
      out: '.',
    },
    react: {
      files: {
        'index.html': page('main.jsx'),
        'vite.config.js': `import react from '@vitejs/plugin-react'; export default { plugins: [react()] };`,
        'page.jsx': recipe('react'),
        'main.jsx': `import 'convolution-playground/embed-host';
import { createRoot } from 'react-dom/client';
import { Layer } from './page.jsx';
createRoot(document.querySelector('#app')).render(<><Layer />${jsxFrame}</>);`,
      },
      build: vite(),
      out: 'dist',
    },
    vue: {
      files: {
        'index.html': page('main.js'),
        'vite.config.js': `import vue from '@vitejs/plugin-vue';\nexport default { plugins: [${recipe('vue')}] };`,
        'Page.vue': recipe('vue', 1).replace('</template>', `${frame}</template>`),
        'main.js': `import 'convolution-playground/embed-host';
import { createApp } from 'vue';
import Page from './Page.vue';
createApp(Page).mount('#app');`,
      },
      build: vite(),
      out: 'dist',
    },
    svelte: {
      files: {
        'index.html': page('main.js'),
        'vite.config.js': `import { svelte } from '@sveltejs/vite-plugin-svelte'; export default { plugins: [svelte()] };`,
        'Page.svelte': `${recipe('svelte')}\n${frame}`,
        'main.js': `import 'convolution-playground/embed-host';
import { mount } from 'svelte';
import Page from './Page.svelte';
mount(Page, { target: document.querySelector('#app') });`,
      },
      build: vite(),
      out: 'dist',
    },
  };
}
