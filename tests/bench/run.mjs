// This engine beside tfjs-backend-wasm and onnxruntime-web in one page of headless Chromium, one thread
// each: npm run bench. Figures, not a test: machines differ.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../../.tools/serve.mjs';
import { circumstances, launch } from './browser.mjs';
import { chart } from './chart.mjs';
import { must } from './must.mjs';
import { summary, table } from './report.mjs';
import { machine } from './svg.mjs';

const usage = `npm run bench -- [options]
  --layers file.json   other layers (default: tests/bench/layers.json)
  --filter text        only layers with that text in their name
  --rounds n           samples of each contender and layer (default: 15)
  --against folder     another build of this engine, a folder like dist/, as one more contender
  --best               the shortest of the rounds instead of their median, for busy machines
  --unbuilt            takes dist/ as it is; otherwise it is built first
  --json file          the figures as JSON
  --chart              draws .github/bench.svg`;

const text = { type: 'string' };
const flag = { type: 'boolean' };
const { values: options } = parseArgs({
  options: {
    layers: { ...text, default: 'tests/bench/layers.json' },
    filter: { ...text, default: '' },
    rounds: { ...text, default: '15' },
    against: text,
    best: flag,
    unbuilt: flag,
    json: text,
    chart: flag,
    help: flag,
  },
});
if (options.help) {
  console.log(usage);
  process.exit();
}

if (!options.unbuilt) must('npm', 'run', 'build');
if (!existsSync('tests/bench/node_modules'))
  must('npm', 'ci', '--prefix', 'tests/bench', '--ignore-scripts');
mkdirSync('build', { recursive: true });
const standalone = ['--no-entry', '-sSTANDALONE_WASM', '-o', 'build/peak.wasm'];
must('em++', '-O3', '-msimd128', 'tests/bench/peak.cpp', ...standalone);

const { layers } = JSON.parse(readFileSync(options.layers, 'utf8'));
const wanted = layers.filter(({ name }) => name.includes(options.filter));
if (!wanted.length) throw new Error(`No layer has "${options.filter}" in its name`);

const { url, close } = await serve({ root: '.', pages: { '/bench.html': '<!doctype html>' } });
const browser = await launch();
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error));
await page.route(`${url}against/**`, (route) => {
  const name = new URL(route.request().url()).pathname.replace('/against/', '');
  return route.fulfill({ path: join(options.against, name) });
});
await page.goto(`${url}bench.html`);
const entered = await page.evaluateHandle(
  async ({ url, against }) => {
    const { enter } = await import(`${url}tests/bench/measure.js`);
    const engines = { '': `${url}dist/engine.js` };
    if (against) engines[' (other)'] = `${url}against/engine.js`;
    return enter({ engines, peak: `${url}build/peak.wasm` });
  },
  { url, against: options.against },
);
const contenders = await entered.evaluate(({ all }) =>
  all.map(({ name, title, ours = false }) => ({ name, title: title ?? name, ours })),
);

const rounds = Number(options.rounds);
const statistic = options.best ? 'best' : 'median';
const report = { ...circumstances(browser), rounds, statistic, contenders };
console.log(machine(report));
const progress = (line) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${line}`);
const results = [];
for (const line of wanted) {
  progress(`${results.length + 1}/${wanted.length} ${line.name}`);
  results.push(
    await page.evaluate(
      async ({ url, entered, line, options }) => {
        const { measure } = await import(`${url}tests/bench/measure.js`);
        return measure(entered, line, options);
      },
      { url, entered, line, options: { rounds, statistic } },
    ),
  );
}
progress('');
await browser.close();
await close();

const figures = { ...report, layers: summary(results, contenders) };
console.log(table(figures));
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
if (options.chart) writeFileSync('.github/bench.svg', chart(figures));
