// Puts the tarball of dist/ into an empty project, as its users do, and has it run by Vite, webpack, Node and
// the types' checker: npm run test:package. The project is kept in build/package/.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from '../bench/browser.mjs';
import { serve } from '../../.tools/serve.mjs';

const project = resolve('build/package');
const article = '0 0 1 0 4 6 4 12 9';
let failed = 0;

function run(command, ...args) {
  return execFileSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Says whether something holds, and goes on. */
async function check(what, holds) {
  try {
    await holds();
    console.log(`passed  ${what}`);
  } catch (error) {
    failed++;
    console.log(
      `FAILED  ${what}\n${[error.message, error.stdout, error.stderr].filter(Boolean).join('\n')}`,
    );
  }
}

function equal(actual, expected) {
  if (actual !== expected) throw new Error(`${actual} in place of ${expected}`);
}

mkdirSync(project, { recursive: true });
for (const name of ['package.json', 'src', 'webpack.config.js', 'vite.config.js'])
  rmSync(join(project, name), { recursive: true, force: true });
cpSync('tests/package/project', project, { recursive: true });
const { filename, files } = JSON.parse(
  execFileSync('npm', ['pack', './dist', '--json', '--pack-destination', project], {
    encoding: 'utf8',
  }),
)[0];
console.log(`${filename}, ${files.length} files`);
// What is installed already stays; the tarball is new each time.
rmSync(join(project, 'node_modules/convolution-playground'), { recursive: true, force: true });
run('npm', 'install', '--no-package-lock', '--no-audit', '--no-fund');
run('npm', 'install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', `./${filename}`);

await check('every name of the package is a file', () => {
  const folder = join(project, 'node_modules/convolution-playground');
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = Object.values(exports).flatMap((to) =>
    typeof to === 'string' ? to : Object.values(to),
  );
  equal(files.filter((file) => !existsSync(join(folder, file))).join(), '');
});

await check('Node: the engine, and every import without a document', () => {
  equal(run('node', 'src/node.mjs').trim(), article);
});

await check('tsc --strict: the element, the engine, React, Vue and Svelte', () => {
  run('npx', 'tsc', '--project', '.');
});

/** Opens a page of the project and waits until it has the article's numbers from the engine and the element. */
async function opened(root) {
  const { url, close } = typeof root === 'string' ? await serve({ root }) : root;
  const browser = await launch();
  const trouble = [];
  try {
    const page = await browser.newPage({ locale: 'en' });
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('response', (response) => response.status() >= 400 && trouble.push(response.url()));
    await page.goto(url);
    await page.waitForFunction(
      () => globalThis.engineSays && document.querySelector('conv-playground').result?.y,
    );
    equal(await page.evaluate(() => globalThis.engineSays), article);
    const element = page.locator('conv-playground');
    equal(await element.evaluate(({ result }) => [...result.y.data].join(' ')), article);
    await page.getByRole('gridcell', { name: 'Y[2,1] = 12' }).first().waitFor();
    for (const panel of ['matrix', 'image', 'code', 'round-trip']) {
      await element.evaluate((each, name) => (each.state = `panel=${name}`), panel);
      await page.locator(`conv-panel-${panel}, conv-${panel}-panel`).first().waitFor();
    }
    equal(trouble.join('\n'), '');
  } finally {
    await browser.close();
    await close();
  }
}

await check('Vite: a build', async () => {
  run('npx', 'vite', 'build');
  await opened(join(project, 'dist-vite'));
});

await check('Vite: its development server', async () => {
  const { createServer } = await import(join(project, 'node_modules/vite/dist/node/index.js'));
  const server = await createServer({ root: project, logLevel: 'error', server: { port: 0 } });
  await server.listen();
  await opened({ url: server.resolvedUrls.local[0], close: () => server.close() });
});

await check('webpack 5: a build', async () => {
  run('npx', 'webpack', '--mode', 'production');
  await opened(join(project, 'dist-webpack'));
});

console.log(failed ? `${failed} failed` : 'all passed');
process.exitCode = failed ? 1 : 0;
