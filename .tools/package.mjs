// For Vite: what makes dist/ a package too. `npm pack ./dist` then gives its tarball.
import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (name) => readFileSync(new URL(name, root), 'utf8');
const { name, version, description, license, engines } = JSON.parse(read('package.json'));

const typed = (file, types = file) => ({ types: `./${types}.d.ts`, default: `./${file}.js` });

const manifest = {
  name,
  version,
  description,
  license,
  keywords: ['convolution', 'transposed-convolution', 'deconvolution', 'custom-element', 'wasm'],
  type: 'module',
  engines,
  main: './conv-playground.js',
  types: './conv-playground.d.ts',
  customElements: './custom-elements.json',
  // The one-file page is for those who have no package.
  files: ['**', '!conv-playground.html'],
  exports: {
    '.': typed('conv-playground'),
    './engine': typed('engine'),
    './engine.wasm': { types: './engine.wasm.d.ts', default: './engine.wasm' },
    './fma/engine.wasm': { types: './engine.wasm.d.ts', default: './fma/engine.wasm' },
    './code': typed('code'),
    './widget': typed('widget'),
    './embed-host': typed('embed-host'),
    // The element, with what a framework's compiler has to know of it.
    './react': typed('conv-playground', 'react'),
    './vue': typed('conv-playground', 'vue'),
    './svelte': typed('conv-playground', 'svelte'),
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
};

export const packaged = {
  name: 'package',
  apply: 'build',

  generateBundle() {
    const files = Object.fromEntries(
      readdirSync(new URL('.tools/package/', root)).map((file) => [
        file,
        read(`.tools/package/${file}`),
      ]),
    );
    files['package.json'] = `${JSON.stringify(manifest, null, 2)}\n`;
    files.LICENSE = read('LICENSE');
    for (const [fileName, source] of Object.entries(files))
      this.emitFile({ type: 'asset', fileName, source });
  },
};
