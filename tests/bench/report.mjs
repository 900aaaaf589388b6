// From times to figures, and figures as a table for the terminal.

const gflops = (multiplications, ms) => (2 * multiplications) / ms / 1e6;

/** The layers with their speeds, their share of the peak and how many times faster than the best peer. */
export function summary(results, contenders) {
  const peers = contenders.filter(({ ours }) => !ours);
  return results.map(({ ms, multiplications, peak, ...result }) => {
    const best = Math.min(...peers.map(({ name }) => ms[name] ?? Infinity));
    const figures = contenders
      .filter(({ name }) => ms[name] !== undefined)
      .map(({ name, ours }) => {
        const speed = gflops(multiplications, ms[name]);
        return [
          name,
          {
            ms: ms[name],
            gflops: speed,
            peakShare: speed / peak,
            error: result.errors[name],
            ...(ours && { timesFaster: best / ms[name] }),
          },
        ];
      });
    const { name, transposed, shapes } = result;
    return {
      name,
      transposed,
      shapes,
      multiplications,
      peak,
      figures: Object.fromEntries(figures),
    };
  });
}

/** The geometric mean of how many times faster a contender is than the faster peer. */
export function mean(layers, name) {
  const ratios = layers
    .map(({ figures }) => figures[name]?.timesFaster)
    .filter((ratio) => Number.isFinite(ratio));
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}

/** Three digits that tell something, at most four behind the point. */
export function digits(number) {
  if (!Number.isFinite(number)) return '-';
  const whole = Math.floor(Math.log10(Math.max(number, 0.01)));
  return number.toFixed(Math.max(0, 2 - whole));
}

const percent = (share) => (share === undefined ? '-' : `${Math.round(100 * share)} %`);
export const times = (ratio) => (Number.isFinite(ratio) ? `${ratio.toFixed(2)}x` : '-');

/** Rows of text as a table; all but the first column to the right. */
export function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[column])))
      .join('  ');
  return rows.map(line).join('\n');
}

export function table({ layers, contenders, rounds, statistic }) {
  const ours = contenders.filter((contender) => contender.ours);
  const peers = contenders.filter((contender) => !contender.ours);
  const head = [
    'layer',
    ...ours.flatMap(({ name }) => [`${name} ms`, 'GFLOP/s', 'of peak', 'faster']),
    ...peers.flatMap(({ name }) => [`${name} ms`, 'GFLOP/s']),
    ...contenders.map(({ name }) => `${name} off by`),
  ];
  const rows = layers.map(({ name, figures }) => [
    name,
    ...ours.flatMap((contender) => {
      const { ms, gflops, peakShare, timesFaster } = figures[contender.name] ?? {};
      return [digits(ms), digits(gflops), percent(peakShare), times(timesFaster)];
    }),
    ...peers.flatMap((peer) => [
      digits(figures[peer.name]?.ms),
      digits(figures[peer.name]?.gflops),
    ]),
    ...contenders.map((contender) => figures[contender.name]?.error.toExponential(0) ?? '-'),
  ]);
  const peaks = layers.map(({ peak }) => peak).sort((a, b) => a - b);
  const transposed = layers.filter((layer) => layer.transposed);
  const lines = [
    aligned([head, ...rows]),
    '',
    ...ours.map(({ name }) => {
      const all = `${times(mean(layers, name))} over all layers`;
      const some = `${times(mean(transposed, name))} over the transposed ones`;
      return `${name}: faster than the faster peer, geometric mean: ${all}, ${some}`;
    }),
    `SIMD peak of one thread: ${digits(peaks[peaks.length >> 1])} GFLOP/s (${digits(peaks[0])} to ${digits(peaks.at(-1))})`,
    'GFLOP/s: 2 x the multiplications of the definition, those with padding too.',
    `The ${statistic} of ${rounds} rounds.`,
    `Off by: largest difference from the float64 result, over its largest number.`,
    ...contenders.map(({ name, title }) => `${name}: ${title}`),
  ];
  return lines.join('\n');
}
