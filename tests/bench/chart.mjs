// The bar chart of the README. It brings its own background, so that it reads on any page.
import { digits, mean, times } from './report.mjs';

const width = 880;
const margin = 24;
const [barsLeft, barsRight] = [300, 760];
const bar = 13; // with the gap below it
const gap = 12; // between layers
const head = 112;

const light = { card: '#ffffff', ink: '#1f2328', quiet: '#59636e', line: '#d1d9e0' };
const dark = { card: '#151b23', ink: '#e6edf3', quiet: '#9198a1', line: '#3d444d' };
const own = ['#16948c', '#7cc4be']; // the plain call first
const peer = ['#d08a27', '#8a8fa3'];

const colours = ({ card, ink, quiet, line }) => `
    .card { fill: ${card}; stroke: ${line} }
    text { fill: ${ink} }
    .quiet { fill: ${quiet} }
    .line { stroke: ${line} }`;

const style = `
    text { font: 12px system-ui, sans-serif }
    .title { font-size: 16px; font-weight: 600 }
    .small { font-size: 10.5px }
    .end { text-anchor: end }
    .middle { text-anchor: middle }
    .own { font-weight: 600 }${colours(light)}
    @media (prefers-color-scheme: dark) {${colours(dark)}
    }`;

const escaped = (text) =>
  String(text).replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c],
  );

const put = (x, y, text, name = '') =>
  `<text x="${x}" y="${y}"${name && ` class="${name}"`}>${escaped(text)}</text>`;

const round = (number) => Math.round(number * 10) / 10;

/** A step of the scale that gives it four to eight lines. */
function stepOf(most) {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => most / step <= 8);
}

/** @param {ReturnType<JSON['parse']>} figures what `npm run bench -- --json` writes */
export function chart({ layers, contenders, ...where }) {
  const ours = contenders.filter((contender) => contender.ours);
  const peers = contenders.filter((contender) => !contender.ours);
  const bars = [
    ...ours.map(({ name }, i) => ({ name, title: `this ${name}`, colour: own[i], own: true })),
    ...peers.map(({ name, title }, i) => ({ name, title, colour: peer[i] })),
  ];
  const speeds = layers.flatMap(({ figures }) =>
    Object.values(figures).map(({ gflops }) => gflops),
  );
  const peaks = layers.map(({ peak }) => peak).sort((a, b) => a - b);
  const peak = peaks[peaks.length >> 1];
  const most = Math.max(peak, ...speeds) * 1.02;
  const scale = (speed) => barsLeft + (speed / most) * (barsRight - barsLeft);
  const rowHeight = bars.length * bar + gap;
  const bottom = head + layers.length * rowHeight;
  const height = bottom + 74;
  const parts = [];

  const step = stepOf(most);
  for (let speed = 0; speed <= most; speed += step) {
    const x = round(scale(speed));
    parts.push(`<path class="line" d="M${x} ${head - 8}V${bottom}"/>`);
    parts.push(put(x, bottom + 16, speed, 'small quiet middle'));
  }
  layers.forEach(({ name, figures }, row) => {
    const top = head + row * rowHeight;
    parts.push(put(barsLeft - 10, top + (bars.length * bar) / 2 + 4, name, 'end'));
    bars.forEach((entry, i) => {
      const figure = figures[entry.name];
      const y = top + i * bar;
      const length = figure ? round(Math.max(1, scale(figure.gflops) - barsLeft)) : 0;
      const label = figure ? `${digits(figure.ms)} ms` : 'cannot';
      parts.push(
        `<rect x="${barsLeft}" y="${y}" width="${length}" height="${bar - 2}" fill="${entry.colour}"/>`,
        put(barsLeft + length + 5, y + 9.5, label, entry.own ? 'small own' : 'small quiet'),
      );
    });
  });
  const peakX = round(scale(peak));
  parts.push(
    `<path class="line" stroke-dasharray="4 3" d="M${peakX} ${head - 8}V${bottom}"/>`,
    put(peakX, head - 13, `SIMD peak ${digits(peak)}`, 'small quiet middle'),
  );
  let x = margin;
  for (const { title, colour } of bars) {
    parts.push(`<rect x="${x}" y="66" width="11" height="11" rx="2" fill="${colour}"/>`);
    parts.push(put(x + 17, 76, title));
    x += 40 + title.length * 6.6;
  }
  const transposed = layers.filter((layer) => layer.transposed);
  const means = ours.map(({ name }) => {
    const all = `${times(mean(layers, name))} the speed of the faster peer`;
    return `${name}: ${all} (geometric mean), ${times(mean(transposed, name))} on transposed layers`;
  });
  const machine = `${where.processor}, ${where.cores} cores, ${where.browser}, ${where.date}`;
  parts.push(
    put(barsRight, bottom + 32, 'GFLOP/s, longer is better', 'small quiet end'),
    put(margin, height - 18, machine, 'quiet'),
  );

  const title = 'Convolution and transposed convolution in a browser, one thread, float32';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
  <title>${escaped(`${title}. ${means.join('; ')}.`)}</title>
  <style>${style}
  </style>
  <rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
  ${put(margin, 34, title, 'title')}
  ${put(margin, 54, means.join('; '), 'quiet')}
  ${parts.join('\n  ')}
</svg>
`;
}
