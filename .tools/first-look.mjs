// For Vite: the default's X, K and Y as static HTML, computed by the engine, to be seen before any module has come.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const wasm = fileURLToPath(new URL('../build/wasm/engine-module.wasm', import.meta.url));

/** @param {'x' | 'k' | 'y'} operand @param {{ shape: readonly number[], data: ArrayLike<number> }} tensor */
async function drawn(operand, { shape, data }) {
  const { shadeOf } = await import('../web/elements/shades.js');
  const { letter, shapeName } = await import('../web/model/names.js');
  const { peakOf } = await import('../web/model/peak.js');
  const peak = peakOf(data);
  const cells = Array.from(data, (value) => `<i class="${shadeOf(value, peak)}">${value}</i>`);
  const columns = shape.at(-1);
  const rows = Array.from(
    { length: cells.length / columns },
    (_, row) => `<div>${cells.slice(row * columns, (row + 1) * columns).join('')}</div>`,
  );
  const title = `<p><b>${letter(operand)}</b>${shapeName(operand, shape)}</p>`;
  return `<section class="${operand}">${title}${rows.join('')}</section>`;
}

/** The default layer, as the stage shows it. */
async function look() {
  const { loadEngine } = await import('../web/engine/engine.js');
  const { evaluated } = await import('../web/model/evaluate.js');
  const { defaults } = await import('../web/state/state.js');
  const { x, k, y } = evaluated(await loadEngine({ wasm: readFileSync(wasm) }), defaults);
  const times = `<s>⊛${defaults.op === 'tconv' ? '<sup>T</sup>' : ''}</s>`;
  return `${await drawn('x', x)}${times}${await drawn('k', k)}<s>=</s>${await drawn('y', y)}`;
}

export const firstLook = {
  name: 'first-look',
  transformIndexHtml: {
    order: 'pre',
    handler: async (html) =>
      html.includes('<!-- first look -->')
        ? html.replace('<!-- first look -->', await look())
        : html,
  },
};
