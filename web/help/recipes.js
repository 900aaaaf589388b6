/**
 * How a playground gets into somebody's page. `SITE` stands for the address of this one, `STATE` for the text
 * of a link. The tests of the hosts build their pages of these very lines.
 */

/**
 * What the page of examples says in one language.
 * @typedef {object} Examples
 * @property {string} title
 * @property {string} playground the link to the playground
 * @property {string} intro
 * @property {string} language what the buttons of the languages choose
 * @property {string} source what is before the lines that stand in a page
 * @property {Record<string, { title: string, text: string }>} forms by the names of recipes.js
 * @property {string} recipes the heading of the hosts
 * @property {string} tried
 * @property {string} more
 * @property {Record<string, string>} notes on the hosts, by the names of recipes.js
 */

/** Puts the addresses in. @param {string} code @param {string} site @param {string} [state] */
export const filledIn = (code, site, state = example) =>
  code.replaceAll('SITE', site).replaceAll('STATE', state);

export const example = 'op=tconv&x=0,1;2,3&k=0,1;2,3&s=2';

const script = '<script type="module" src="SITEconv-playground.js"></script>';

/**
 * The forms, each live in the article.
 * @type {{ name: string, before?: string, html: string }[]} `before`: what stands there once a page
 */
export const forms = [
  {
    name: 'element',
    before: script,
    html: `<conv-playground state="op=tconv&x=0,1;2,3&k=0,1;2,3&panel=steps"
                 hide="header,settings,formula"></conv-playground>`,
  },
  {
    name: 'lazy',
    before: script,
    html: `<conv-playground state="op=conv&x=arange:6x6&k=sobel-x:3x3" hide="header,panels" loading="lazy">
  <a href="SITEindex.html#op=conv&x=arange:6x6&k=sobel-x:3x3">A 6 × 6 input and an edge filter, in the playground</a>
</conv-playground>`,
  },
  {
    name: 'locked',
    before: script,
    html: `<conv-playground state="op=tconv&x=1,2;3,4&k=1,1;1,1&s=2"
                 lock="operation,settings,k" hide="header,panels"></conv-playground>`,
  },
  {
    name: 'frame',
    before: '<script type="module" src="SITEembed-host.js"></script>',
    html: `<iframe src="SITEembed.html#op=tconv&x=0,1;2,3&k=0,1;2,3&s=2&p=1&hide=header,panels"
        title="Transposed convolution with stride 2 and padding 1" loading="lazy" data-theme="page"
        style="display: block; width: 100%; height: 640px; border: 0; frame-sizing: content-height">
  <a href="SITEindex.html#op=tconv&x=0,1;2,3&k=0,1;2,3&s=2&p=1">In the playground</a>
</iframe>`,
  },
];

/**
 * The hosts.
 * @type {{ name: string, label: string, files: { file: string, code: string }[] }[]} `file`: where the lines
 *   belong
 */
export const recipes = [
  {
    name: 'html',
    label: 'HTML',
    files: [
      {
        file: 'page.html',
        code: `${script}
<conv-playground state="STATE" hide="header">
  <a href="SITEindex.html#STATE">In the playground</a>
</conv-playground>`,
      },
    ],
  },
  {
    name: 'notebook',
    label: 'Jupyter, VS Code, Colab, marimo',
    files: [
      {
        file: 'pip install anywidget',
        code: `import anywidget, traitlets

class Playground(anywidget.AnyWidget):
    _esm = 'SITEwidget.js'  # or pathlib.Path('widget.js'), a copy of it
    state = traitlets.Unicode('STATE').tag(sync=True)
    hide = traitlets.Unicode('header').tag(sync=True)
    lock = traitlets.Unicode('').tag(sync=True)
    lang = traitlets.Unicode('').tag(sync=True)
    theme = traitlets.Unicode('').tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

layer = Playground()
layer  # then layer.state, layer.result['y']['data']`,
      },
    ],
  },
  {
    name: 'myst',
    label: 'MyST, Jupyter Book 2',
    files: [
      {
        file: 'page.md',
        code: `:::{anywidget} SITEwidget.js
{ "state": "STATE", "hide": "header" }
:::`,
      },
    ],
  },
  {
    name: 'sphinx',
    label: 'Sphinx, Jupyter Book 1',
    files: [
      {
        file: 'conf.py',
        code: `html_js_files = [('SITEconv-playground.js', {'type': 'module'})]`,
      },
      {
        file: 'page.rst',
        code: `.. raw:: html

   <conv-playground state="STATE" hide="header"></conv-playground>`,
      },
    ],
  },
  {
    name: 'quarto',
    label: 'Quarto, R Markdown',
    files: [
      {
        file: 'page.qmd',
        code: `\`\`\`{=html}
${script}
<conv-playground state="STATE" hide="header"></conv-playground>
\`\`\``,
      },
    ],
  },
  {
    name: 'docusaurus',
    label: 'Docusaurus',
    files: [
      {
        file: 'docusaurus.config.js',
        code: `scripts: [{ src: 'SITEconv-playground.js', type: 'module' }],`,
      },
      {
        file: 'page.mdx',
        code: `<conv-playground state="STATE" hide="header"></conv-playground>`,
      },
    ],
  },
  {
    name: 'vitepress',
    label: 'VitePress',
    files: [
      {
        file: '.vitepress/config.js',
        code: `export default {
  head: [['script', { type: 'module', src: 'SITEconv-playground.js' }]],
  vue: {
    template: {
      compilerOptions: { isCustomElement: (tag) => tag === 'conv-playground' },
    },
  },
};`,
      },
      {
        file: 'page.md',
        code: `<conv-playground state="STATE" hide="header"></conv-playground>`,
      },
    ],
  },
  {
    name: 'mkdocs',
    label: 'MkDocs',
    files: [
      {
        file: 'page.md',
        code: `<div>
${script}
<conv-playground state="STATE" hide="header"></conv-playground>
</div>`,
      },
    ],
  },
  {
    name: 'hugo',
    label: 'Hugo',
    files: [
      {
        file: 'layouts/shortcodes/playground.html',
        code: `${script}
<conv-playground state="{{ .Get "state" }}" hide="header"></conv-playground>`,
      },
      { file: 'page.md', code: `{{< playground state="STATE" >}}` },
    ],
  },
  {
    name: 'wordpress',
    label: 'WordPress, Moodle, Confluence',
    files: [
      {
        file: 'HTML',
        code: `<iframe src="SITEembed.html#STATE&hide=header" title="A transposed convolution"
        sandbox="allow-scripts" data-theme="page" width="100%" height="900"
        style="display: block; border: 0">
  <a href="SITEindex.html#STATE">A transposed convolution, in the playground</a>
</iframe>
<script type="module" src="SITEembed-host.js"></script>`,
      },
    ],
  },
  {
    name: 'reveal',
    label: 'reveal.js',
    files: [
      {
        file: 'slides.html',
        code: `${script}
<section>
  <conv-playground state="STATE" hide="header,formula,panels"></conv-playground>
</section>`,
      },
    ],
  },
  {
    name: 'react',
    label: 'React 19',
    files: [
      {
        file: 'page.jsx',
        code: `import 'convolution-playground/react';

export const Layer = () => (
  <conv-playground
    state="STATE"
    hide="header"
    onconv-change={({ state }) => console.log(state)}
  />
);`,
      },
    ],
  },
  {
    name: 'vue',
    label: 'Vue 3',
    files: [
      {
        file: 'vite.config.js',
        code: `vue({
  template: {
    compilerOptions: { isCustomElement: (tag) => tag === 'conv-playground' },
  },
})`,
      },
      {
        file: 'Page.vue',
        code: `<script setup>
import 'convolution-playground';
</script>

<template>
  <conv-playground state="STATE" hide="header" @conv-change="(event) => console.log(event.state)" />
</template>`,
      },
    ],
  },
  {
    name: 'svelte',
    label: 'Svelte 5',
    files: [
      {
        file: 'Page.svelte',
        code: `<script>
  import 'convolution-playground';
</script>

<conv-playground state="STATE" hide="header" onconv-change={({ state }) => console.log(state)}
></conv-playground>`,
      },
    ],
  },
];
