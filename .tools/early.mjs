// For Vite: the script that asks for the engine and the words while the pages' modules are on their way.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const entry = fileURLToPath(new URL('../web/pages/early.js', import.meta.url));
const pages = ['index.html', 'embed.html'];

export const early = {
  name: 'early',
  apply: 'build',

  transformIndexHtml: {
    order: 'post',
    handler(html, { path, bundle }) {
      if (!pages.some((page) => path.endsWith(page))) return [];
      const words = Object.values(bundle).flatMap(({ facadeModuleId, fileName }) => {
        const [, language] = /i18n\/page\.([a-z]+)\.js$/.exec(facadeModuleId ?? '') ?? [];
        return language ? [[`data-${language}`, `./${fileName}`]] : [];
      });
      const attrs = { async: true, fetchpriority: 'high', src: './early.js' };
      const script = { tag: 'script', attrs: { ...attrs, ...Object.fromEntries(words.sort()) } };
      return [{ ...script, injectTo: 'head-prepend' }];
    },
  },

  // No module: those wait for the page to be read.
  async generateBundle() {
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: 'terser',
        lib: { entry, formats: ['iife'], name: 'early', fileName: 'early' },
      },
    });
    this.emitFile({ type: 'asset', fileName: 'early.js', source: output[0].code });
  },
};
