// The plot of time against work and against size, both in powers of ten.
import { card, legend, put, round } from './svg.mjs';

const width = 880;
const height = 430;
const [top, bottom] = [104, 350];
const planes = [
  {
    left: 70,
    right: 430,
    of: 'byWork',
    along: 'multiplications',
    note: 'as many channels as rows',
  },
  { left: 490, right: 850, of: 'bySize', along: 'elements', note: 'one channel' },
];
const names = { multiplications: 'multiplications', elements: 'elements of the largest tensor' };
const colours = ['#3b82c4', '#16948c'];

const superscript = (number) => [...String(number)].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[c] ?? '⁻').join('');

/** The powers of ten around some numbers. */
const decades = (numbers) => [
  Math.floor(Math.log10(Math.min(...numbers)) + 0.05),
  Math.ceil(Math.log10(Math.max(...numbers)) - 0.05),
];

const from = ([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const scaleOf =
  ([first, last], start, end) =>
  (number) =>
    round(start + ((Math.log10(number) - first) / (last - first)) * (end - start));

function plane({ left, right, of, along, note }, curves) {
  const points = curves.flatMap((curve) => curve[of]);
  const across = decades(points.map((point) => point[along]));
  const up = decades(points.map(({ ms }) => ms));
  const x = scaleOf(across, left, right);
  const y = scaleOf(up, bottom, top);
  return [
    ...from(across).flatMap((power) => [
      `<path class="line" d="M${x(10 ** power)} ${top}V${bottom}"/>`,
      put(x(10 ** power), bottom + 16, `10${superscript(power)}`, 'small quiet middle'),
    ]),
    ...from(up).flatMap((power) => [
      `<path class="line" d="M${left} ${y(10 ** power)}H${right}"/>`,
      put(left - 6, y(10 ** power) + 4, power < -3 ? '' : String(10 ** power), 'small quiet end'),
    ]),
    put((left + right) / 2, bottom + 34, `${names[along]} (${note})`, 'small quiet middle'),
    put(left - 6, top - 12, 'ms', 'small quiet end'),
    ...curves.flatMap((curve, i) => {
      const places = curve[of].map((point) => [x(point[along]), y(point.ms)]);
      return [
        `<path d="M${places.join('L')}" fill="none" stroke="${colours[i]}" stroke-width="2"/>`,
        ...places.map(([cx, cy]) =>
          i
            ? `<rect x="${cx - 3.5}" y="${cy - 3.5}" width="7" height="7" fill="${colours[i]}"/>`
            : `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colours[i]}"/>`,
        ),
      ];
    }),
  ];
}

/** @param {any} figures what `npm run bench:scale -- --json` writes */
export const plot = ({ curves, ...where }) =>
  card({
    width,
    height,
    title: 'Time of a call against its multiplications and the size of its tensors',
    subtitle: 'this engine in a browser, one thread, float32',
    where,
    parts: [
      ...legend(
        76,
        curves.map(({ title }, i) => ({ title, colour: colours[i] })),
      ),
      ...planes.flatMap((given) => plane(given, curves)),
    ],
  });
