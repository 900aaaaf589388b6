// How the time of a call grows with its multiplications, and with its tensors up to the largest that the
// engine takes: npm run bench:scale. Figures, not a test: machines differ.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serve } from '../../.tools/serve.mjs';
import { circumstances, launch } from './browser.mjs';
import { must } from './must.mjs';
import { plot } from './plot.mjs';
import { aligned, digits } from './report.mjs';
import { machine } from './svg.mjs';

const usage = `npm run bench:scale -- [options]
  --most n       no layer with more multiplications than that (default: 1e10)
  --unbuilt      takes dist/ as it is; otherwise it is built first
  --json file    the figures as JSON
  --chart        draws .github/scale.svg`;

const { values: options } = parseArgs({
  options: {
    most: { type: 'string', default: '1e10' },
    unbuilt: { type: 'boolean' },
    json: { type: 'string' },
    chart: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(usage);
  process.exit();
}

if (!options.unbuilt) must('npm', 'run', 'build');

/** Each operation's usual layer, with stride 2 for the one that enlarges. */
const operations = [
  { op: 'conv', title: 'conv2d, 3x3', kernel: 3, stride: 1, padding: 1 },
  { op: 'tconv', title: 'convTranspose2d, 4x4, stride 2', kernel: 4, stride: 2, padding: 1 },
];

const layer = ({ op, kernel, stride, padding }, channels, size) => ({
  ...{ op, kernel, stride, padding },
  ...{ in: channels, out: channels, size: [size, size] },
});

/** Half decades of multiplications, in layers with as many channels as rows. */
const byWork = (operation) =>
  Array.from({ length: 15 }, (_, i) => {
    const size = Math.round((10 ** (3 + i / 2) / operation.kernel ** 2) ** 0.25);
    return layer(operation, size, size);
  });

/** One channel, up to 2^24 cells of the larger plane. */
const bySize = (operation) =>
  Array.from({ length: 8 }, (_, i) => layer(operation, 1, 2 ** (5 + i) / operation.stride));

const work = ({ in: inputs, out, size, kernel }) => inputs * out * size[0] * size[1] * kernel ** 2;

const { url, close } = await serve({ root: '.', pages: { '/bench.html': '<!doctype html>' } });
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${url}bench.html`);
const scale = await page.evaluateHandle((url) => import(url), `${url}tests/bench/scale-measure.js`);
const engine = await scale.evaluateHandle(({ enter }, url) => enter(url), `${url}dist/engine.js`);

async function curve(layers) {
  const points = [];
  for (const line of layers.filter((line) => work(line) <= 1.1 * Number(options.most)))
    points.push(await scale.evaluate(({ measure }, given) => measure(...given), [engine, line]));
  return points;
}

const figures = { ...circumstances(browser), curves: [] };
for (const operation of operations) {
  figures.curves.push({
    title: operation.title,
    byWork: await curve(byWork(operation)),
    bySize: await curve(bySize(operation)),
  });
}
await browser.close();
await close();

const count = (number) => number.toExponential(1);
const row = ({ multiplications, elements, ms }) => [
  count(multiplications),
  count(elements),
  digits(ms),
  digits((2 * multiplications) / ms / 1e6),
];
console.log(machine(figures));
for (const { title, byWork, bySize } of figures.curves) {
  const head = ['multiplications', 'largest tensor', 'ms', 'GFLOP/s'];
  console.log(`\n${title}: as many channels as rows\n${aligned([head, ...byWork.map(row)])}`);
  console.log(`\n${title}: one channel\n${aligned([head, ...bySize.map(row)])}`);
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
if (options.chart) writeFileSync('.github/scale.svg', plot(figures));
