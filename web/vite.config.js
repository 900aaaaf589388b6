import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { early } from '../.tools/early.mjs';
import { engineBytes } from '../.tools/engine-bytes.mjs';
import { firstLook } from '../.tools/first-look.mjs';
import { integrity } from '../.tools/integrity.mjs';
import { leanStyles } from '../.tools/lean-styles.mjs';
import { offline } from '../.tools/offline.mjs';
import { packaged } from '../.tools/package.mjs';
import { withoutDocument } from '../.tools/without-document.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The engine's modules, by where engine.js looks for them. */
const modules = {
  'engine.wasm': path('../build/wasm/engine-module.wasm'),
  'fma/engine.wasm': path('../build/wasm/fma/engine-module.wasm'),
};

/** Files that the site serves beside its bundles. */
const copies = {
  ...modules,
  'engine.d.ts': path('engine/engine.d.ts'),
  'code.d.ts': path('code.d.ts'),
  'conv-playground.d.ts': path('conv-playground.d.ts'),
  'embed-host.d.ts': path('embed-host.d.ts'),
  'widget.d.ts': path('widget.d.ts'),
};

// Emscripten's glue can find and fetch its wasm itself, though engine.js always hands the module over. Left as
// it is, the name would put a second copy of the wasm into dist/, and what fetches it is weight.
const glue = {
  name: 'glue',
  enforce: 'pre',

  transform(code, id) {
    if (id.endsWith('engine-module.js'))
      return code
        .replace(/new URL\(("|')engine-module\.wasm\1,\s*import\.meta\.url\)/, "''")
        .replace(/instantiateAsync\([^)]*\)\.catch\(readyPromiseReject\)/, '0');
  },
};

/** What is imported later is asked for when it is imported, and has no style sheet; and it is named by one of
 * the languages. Vite's helpers, which look after more, would be a kilobyte of a first visit. */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',

  load(id) {
    if (id === '\0vite/preload-helper.js') return 'export const __vitePreload = (load) => load();';
    if (id === '\0vite/dynamic-import-helper.js')
      return 'export default (all, path) => all[path]();';
    return undefined;
  },
};

/** Puts what every page says without its scripts into each. */
const late = {
  name: 'late',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace('<!-- late.html -->', () =>
        readFileSync(path('pages/late.html'), 'utf8').trim(),
      ),
  },
};

/** Adds the licences of what is compiled into the engine to those of the packages. */
const licenses = {
  name: 'licenses',
  writeBundle({ dir }) {
    const file = `${dir}/licenses.md`;
    if (existsSync(file)) appendFileSync(file, readFileSync(path('../cpp/wasm/licenses.md')));
  },
};

/** Puts the compiled engine where engine.js looks for it, in dist/ and on the development server. */
const engine = {
  name: 'engine',

  generateBundle() {
    for (const [fileName, file] of Object.entries(copies))
      this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
  },

  configureServer(server) {
    for (const [name, file] of Object.entries(modules)) {
      server.middlewares.use(`/engine/${name}`, (_, response) => {
        response.setHeader('Content-Type', 'application/wasm');
        response.end(readFileSync(file));
      });
    }

    const sources = [path('../cpp'), path('../CMakeLists.txt')];
    server.watcher.add(sources);
    let building = false;
    let again = false;
    const rebuild = () => {
      if ((again = building)) return;
      building = true;
      spawn('npm', ['run', '--silent', 'build:wasm'], { stdio: 'inherit' }).on('exit', (code) => {
        building = false;
        if (again) rebuild();
        else if (code === 0) server.ws.send({ type: 'full-reload' });
      });
    };
    server.watcher.on('all', (_, file) => {
      if (sources.some((source) => file.startsWith(source))) rebuild();
    });
  },
};

/** The modules that a module imports, with those that they import, and so on. */
function importedBy(file, getModuleInfo) {
  const found = new Set([file]);
  for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** What a first visit needs, with what all of it shares. */
const first = [
  'playground/define.js',
  'panels/panel-element.js',
  'elements/flight.js',
  'pages/pasting.js',
];

/** All that a first visit needs in one file, and in a second what code.js shares with it, but for what other
 * modules for other people's pages do: many small ones compress worse, however well they are shared with
 * the panels. */
function together(id, { getModuleInfo }) {
  const has = (file) => importedBy(path(file), getModuleInfo).has(id);
  if (!first.some(has)) return undefined;
  if (has('engine/engine.js') || has('pages/help.js')) return undefined;
  return has('code.js') ? 'shared' : 'playground';
}

export default defineConfig({
  root: path('.'),
  base: './',
  publicDir: false,
  plugins: [
    glue,
    plainImports,
    late,
    firstLook,
    leanStyles,
    engine,
    engineBytes,
    integrity,
    early,
    offline,
    packaged,
    withoutDocument,
    licenses,
  ],
  worker: { format: 'es', plugins: () => [glue] },
  server: { host: '127.0.0.1' },
  build: {
    outDir: path('../dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    minify: 'terser',
    terserOptions: { module: true, ecma: 2022, compress: { passes: 3 } },
    modulePreload: {
      polyfill: false,
      // A page knows where its modules are; of a script that another bundler takes, nobody does.
      resolveDependencies: (file, others, { hostType }) => (hostType === 'html' ? others : []),
    },
    license: { fileName: 'licenses.md' },
    rollupOptions: {
      input: {
        index: path('index.html'),
        embed: path('embed.html'),
        help: path('help.html'),
        examples: path('examples.html'),
        engine: path('engine/engine.js'),
        'conv-playground': path('conv-playground.js'),
        code: path('code.js'),
        'embed-host': path('embed-host.js'),
        widget: path('widget.js'),
      },
      // engine.js, conv-playground.js and code.js are for other people's pages too: their names and exports stay.
      preserveEntrySignatures: 'allow-extension',
      output: {
        manualChunks: together,
        onlyExplicitManualChunks: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
