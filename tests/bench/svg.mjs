// What the charts of the README have in common. They bring their own background, so that they read on
// any page.

const light = { card: '#ffffff', ink: '#1f2328', quiet: '#59636e', line: '#d1d9e0' };
const dark = { card: '#151b23', ink: '#e6edf3', quiet: '#9198a1', line: '#3d444d' };

const colours = ({ card, ink, quiet, line }) => `
    .card { fill: ${card}; stroke: ${line} }
    text { fill: ${ink} }
    .quiet { fill: ${quiet} }
    .line { stroke: ${line}; fill: none }`;

const style = `
    text { font: 12px system-ui, sans-serif }
    .title { font-size: 16px; font-weight: 600 }
    .small { font-size: 10.5px }
    .end { text-anchor: end }
    .middle { text-anchor: middle }
    .strong { font-weight: 600 }${colours(light)}
    @media (prefers-color-scheme: dark) {${colours(dark)}
    }`;

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => String(text).replace(/[&<>"]/g, (character) => entities[character]);

export const margin = 24;

export const round = (number) => Math.round(number * 10) / 10;

/** Text at a place, in the classes of the style above. */
export const put = (x, y, text, name = '') =>
  `<text x="${round(x)}" y="${round(y)}"${name && ` class="${name}"`}>${escaped(text)}</text>`;

/** Coloured squares with their names, side by side. */
export function legend(y, entries) {
  let x = margin;
  return entries.flatMap(({ title, colour }) => {
    const left = x;
    x += 40 + title.length * 6.6;
    const square = `<rect x="${round(left)}" y="${y - 10}" width="11" height="11" rx="2" fill="${colour}"/>`;
    return [square, put(left + 17, y, title)];
  });
}

/** Date and machine, and whether it had other work to do. */
export const machine = ({ processor, cores, browser, date, load }) => {
  const busy = load > cores ? `, busy with other work (load ${load.toFixed(1)})` : '';
  return `${processor}, ${cores} cores, ${browser}, ${date}${busy}`;
};

/** A card with a title, a line under it, the given parts, and where it was measured. */
export const card = ({
  width,
  height,
  title,
  subtitle,
  where,
  parts,
}) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
  <title>${escaped(`${title}: ${subtitle}`)}</title>
  <style>${style}
  </style>
  <rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
  ${put(margin, 34, title, 'title')}
  ${put(margin, 54, subtitle, 'quiet')}
  ${parts.join('\n  ')}
  ${put(margin, height - 18, machine(where), 'quiet')}
</svg>
`;
