// The bar chart of the README.
import { digits, mean, times } from './report.mjs';
import { median } from './clock.js';
import { card, legend, put, round } from './svg.mjs';

const width = 880;
const [barsLeft, barsRight] = [300, 760];
const bar = 13; // with the gap below it
const gap = 12; // between layers
const head = 112;

const own = ['#16948c', '#7cc4be']; // the plain call first
const peer = ['#d08a27', '#8a8fa3'];

/** A step of the scale that gives it four to eight lines. */
function stepOf(most) {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => most / step <= 8);
}

/** @param {any} figures what `npm run bench -- --json` writes */
export function chart({ layers, contenders, ...where }) {
  const ours = contenders.filter((contender) => contender.ours);
  const peers = contenders.filter((contender) => !contender.ours);
  const bars = [
    ...ours.map((contender, i) => ({ ...contender, colour: own[i], style: 'strong' })),
    ...peers.map((contender, i) => ({ ...contender, colour: peer[i], style: 'quiet' })),
  ];
  const speeds = layers.flatMap(({ figures }) =>
    Object.values(figures).map(({ gflops }) => gflops),
  );
  const taken = `the ${where.statistic} of ${where.rounds} rounds`;
  const peak = median(layers.map((layer) => layer.peak));
  const most = Math.max(peak, ...speeds) * 1.02;
  const scale = (speed) => round(barsLeft + (speed / most) * (barsRight - barsLeft));
  const rowHeight = bars.length * bar + gap;
  const bottom = head + layers.length * rowHeight;
  const parts = legend(76, bars);

  const step = stepOf(most);
  for (let speed = 0; speed <= most; speed += step) {
    parts.push(`<path class="line" d="M${scale(speed)} ${head - 8}V${bottom}"/>`);
    parts.push(put(scale(speed), bottom + 16, speed, 'small quiet middle'));
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
        put(barsLeft + length + 5, y + 9.5, label, `small ${entry.style}`),
      );
    });
  });
  parts.push(
    `<path class="line" stroke-dasharray="4 3" d="M${scale(peak)} ${head - 8}V${bottom}"/>`,
    put(scale(peak), head - 13, `SIMD peak ${digits(peak)}`, 'small quiet middle'),
    put(barsRight, bottom + 32, `GFLOP/s, longer is better; ${taken}`, 'small quiet end'),
  );
  const transposed = layers.filter((layer) => layer.transposed);
  const means = ours.map(({ name, title }) => {
    const some = times(mean(transposed, name));
    return `${title} ${times(mean(layers, name))} (transposed ${some})`;
  });
  return card({
    width,
    height: bottom + 74,
    title: 'Convolution and transposed convolution in a browser, one thread, float32',
    subtitle: `Geometric mean, against the faster peer: ${means.join(', ')}`,
    where,
    parts,
  });
}
