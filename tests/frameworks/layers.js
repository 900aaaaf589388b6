// The layers whose programs are run: random ones of both operations, some of them of one row, and a few
// whose tensors are too large to be written out.
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { evaluated } from '../../web/model/evaluate.js';
import { written } from '../../web/model/written.js';
import { formatLink, readLink } from '../../web/state/link.js';
import { engine } from '../web/load.js';
import { layer } from '../web/random-layer.js';

/** The layer along its width alone, where it has a Y. */
const flat = (state) => {
  const row = ({ shape, data }) => {
    const [outer, inner, , columns] = shape;
    const length = outer * inner * columns;
    return { shape: [outer, inner, 1, columns], data: data.slice(0, length) };
  };
  const along = (list, none) => [none, list.at(-1)];
  const [, , left = 0, right = left] = state.padding.length === 4 ? state.padding : [0, 0];
  return {
    ...state,
    x: row(state.x),
    k: row(state.k),
    stride: along(state.stride, 1),
    dilation: along(state.dilation, 1),
    outputPadding: along(state.outputPadding, 0),
    padding: [0, 0, left, right],
  };
};

const large = [
  'op=tconv&x=rand:4x64x65:7&k=bilinear:4x1x4x4&s=2&p=1&g=4',
  'op=conv&x=arange:1x200x200:1,0.25&k=gaussian:3x3&p=0,1,2,1',
  'op=conv&x=eye:1x150x150&k=sobel-x:3x3&s=3,2',
  'op=tconv&x=ones:130x130&k=rand:1x2x3x3:1&b=0.5,-1&s=2,1&d=1,2&o=1',
];

const file = new URL('../vectors/programs.json', import.meta.url);

/**
 * What is known: the links of the layers, and of each format's programs for them a digest of the text that
 * ran and gave the page's numbers; empty where there is none.
 * @type {{ links: string[], digests: Record<string, string[]> }}
 */
export const known = JSON.parse(readFileSync(file, 'utf8'));

/** @param {typeof known} programs */
export const note = (programs) => writeFileSync(file, `${JSON.stringify(programs, null, 1)}\n`);

/** Other layers, as links. */
export function drawn(seed) {
  const random = fc.sample(layer, { numRuns: 160, seed });
  const rows = fc
    .sample(layer, { numRuns: 80, seed: seed + 1 })
    .map(flat)
    .filter((state) => evaluated(engine, state).y)
    .slice(0, 40);
  return [...[...random, ...rows].map(formatLink), ...large];
}

/**
 * @param {string[]} links
 * @returns {Promise<import('../../web/code/layer.js').Layer[]>}
 */
export const layersOf = (links) =>
  Promise.all(
    links.map(async (link) => {
      const { state } = await readLink(link);
      return written(state, evaluated(engine, state));
    }),
  );
