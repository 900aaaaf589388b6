// Bundles JupyterLab, its themes and the descriptions of its settings into a folder for server.py.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [modules, out] = process.argv.slice(2).map((folder) => resolve(folder));
const lab = join(modules, '@jupyterlab');
const { build } = createRequire(join(modules, 'package.json'))('esbuild');

/** Pictures are text to a module, and addresses to a style sheet. */
const pictures = {
  name: 'pictures',
  setup(building) {
    building.onResolve({ filter: /^~/ }, ({ path }) => ({ path: join(modules, path.slice(1)) }));
    building.onLoad({ filter: /\.svg$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      return { contents: await readFile(path, 'utf8'), loader: 'text' };
    });
    building.onResolve({ filter: /\.(svg|woff2?|ttf|eot|png)/ }, ({ path, kind, resolveDir }) =>
      kind === 'url-token'
        ? { path: resolve(resolveDir, path.replace(/[?#].*/, '')), namespace: 'address' }
        : undefined,
    );
    building.onLoad({ filter: /.*/, namespace: 'address' }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      return { contents: await readFile(path), loader: 'dataurl' };
    });
  },
};

/** The style sheets of all that lab.js asks for: JupyterLab's own build adds them in the same way. */
const styles = {
  name: 'styles',
  setup(building) {
    building.onResolve({ filter: /^styles$/ }, ({ path }) => ({ path, namespace: 'styles' }));
    building.onLoad({ filter: /.*/, namespace: 'styles' }, () => {
      const has = (file) => existsSync(join(modules, file));
      const contents = [
        ...readdirSync(lab).map((name) => `@jupyterlab/${name}/style/index.js`),
        '@jupyter-widgets/jupyterlab-manager/css/widgets.css',
      ]
        .filter(has)
        .map((file) => `import '${file}';`)
        .join('');
      return { contents, resolveDir: modules };
    });
  },
};

rmSync(out, { recursive: true, force: true });
const shared = {
  bundle: true,
  minify: true,
  logLevel: 'error',
  nodePaths: [modules],
  plugins: [pictures, styles],
};
await build({
  ...shared,
  entryPoints: { lab: new URL('lab.js', import.meta.url).pathname },
  outdir: join(out, 'static'),
  format: 'esm',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
});
for (const name of readdirSync(lab)) {
  const theme = join(lab, name, 'style/theme.css');
  if (existsSync(theme))
    await build({
      ...shared,
      entryPoints: { index: theme },
      outdir: join(out, 'themes/@jupyterlab', name),
    });
}
const schemas = (scope, name) => {
  const from = join(modules, scope, name, 'schema');
  if (existsSync(from)) cpSync(from, join(out, 'schemas', scope, name), { recursive: true });
};
for (const name of readdirSync(lab)) schemas('@jupyterlab', name);
schemas('@jupyter-widgets', 'jupyterlab-manager');
mkdirSync(join(out, 'templates'));
writeFileSync(
  join(out, 'templates/index.html'),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>JupyterLab</title><link rel="icon" href="data:,">
<script id="jupyter-config-data" type="application/json">{{ page_config | tojson }}</script>
<link rel="stylesheet" href="{{ page_config['fullStaticUrl'] }}/lab.css">
<script type="module" src="{{ page_config['fullStaticUrl'] }}/lab.js"></script></html>
`,
);
