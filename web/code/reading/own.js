import { problem } from '../../state/problem.js';
import { formats } from '../formats/index.js';
import { found } from './layer.js';
import { run } from './program.js';

/**
 * Programs that were written here, each read by the format that wrote it.
 *
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./program.js').Trouble} Trouble
 */

// What each of them begins with: # conv2d: X (1, 1, 2, 2), K (1, 1, 2, 2) -> Y (1, 1, 1, 1)
const heading =
  /^ *(?:#|%|\/\/) (conv2d|conv_transpose2d): X [({]?([\d, x]{7,60})[)}]?, K [({]?([\d, x]{7,60})[)}]? -> Y [({]?[\d, x]{7,60}[)}]? *$/gm;

/** The most programs of one text. */
const mostPrograms = 16;

/**
 * The layers of such programs, or nothing where a text has none.
 * @param {string} text cleaned
 * @returns {{ layers: (Found & { name: string })[], trouble: Trouble[] } | undefined}
 */
export function ownPrograms(text) {
  const starts = [...text.matchAll(heading)].slice(0, mostPrograms + 1);
  if (starts.length === 0 || starts.length > mostPrograms) return undefined;
  /** @type {(Found & { name: string })[]} */
  const layers = [];
  /** @type {Trouble[]} */
  const trouble = [];
  for (const [i, match] of starts.entries()) {
    const section = text.slice(match.index, starts[i + 1]?.index ?? text.length);
    const format = formats.find(({ reads }) => reads?.mark.test(section));
    if (!format?.reads) return undefined;
    const layer = layerIn(section, match, format.reads);
    if (layer) layers.push({ ...layer, name: '' });
    else
      trouble.push({ problem: problem('own-changed', { label: format.label }), at: match.index });
  }
  return { layers, trouble };
}

/**
 * @param {string} section
 * @param {RegExpExecArray} match of its heading
 * @param {import('../layer.js').Reader} reads
 * @returns {Found | undefined}
 */
function layerIn(section, match, reads) {
  const [, name, ...shapes] = match;
  const [x, k] = shapes.map((text) =>
    text
      .split(/[^\d]+/)
      .filter(Boolean)
      .map(Number),
  );
  const op = name === 'conv2d' ? 'conv' : 'tconv';
  const { tensors } = run(section.slice(0, section.search(reads.body)));
  const tensorOf = (/** @type {string} */ of) =>
    tensors.find((each) => each.name === of)?.tensor ?? undefined;
  const [xs, ks, bias] = ['X', 'K', 'bias'].map(tensorOf);
  const sizes = { op: /** @type {'conv' | 'tconv'} */ (op), x: xs?.shape ?? x, k: ks?.shape ?? k };
  if (sizes.x.length !== 4 || sizes.k.length !== 4) return undefined;
  const settings = reads.settings(section, sizes);
  if (!settings || !whole(settings)) return undefined;
  return found({
    ...settings,
    op: sizes.op,
    label: name,
    at: match.index,
    x: xs ?? { shape: x },
    k: ks ?? /** @type {any} */ ({ shape: k }),
    bias: bias?.data ?? false,
    notes: xs ? [] : [problem('drawn', { tensor: 'X' })],
  });
}

/** Whether settings are numbers that a layer can have. @param {import('../layer.js').Read} settings */
const whole = ({ stride, dilation, padding, outputPadding, groups }) =>
  [...stride, ...dilation, groups].every((n) => Number.isInteger(n) && n >= 1) &&
  [...outputPadding, ...(Array.isArray(padding) ? padding : [])].every(
    (n) => Number.isInteger(n) && n >= 0,
  );
