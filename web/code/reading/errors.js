import { isProblem, problem } from '../../state/problem.js';
import { size } from '../../state/tensor.js';
import { coveredBy } from './errors-parts.js';
import { finished, usualSide } from './finish.js';
import { found } from './layer.js';
import { run } from './program.js';
import { torch } from './errors-torch.js';
import { joins } from './errors-joins.js';
import { keras } from './errors-keras.js';
import { others } from './errors-others.js';
import { tensorflow } from './errors-tensorflow.js';

/**
 * The layer that an error message speaks of, what is wrong with it in a sentence, and what helps.
 *
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./errors-parts.js').Message} Message
 * @typedef {import('./errors-parts.js').Remedy} Remedy
 * @typedef {import('./errors-parts.js').Report} Report
 */

/** @type {Message[]} */
const messages = [...torch, ...joins, ...tensorflow, ...keras, ...others];

/** The most numbers of X that are made for a message: more are fewer rows and columns. */
const mostElements = 2 ** 24;
const largest = 2 ** 24;

/**
 * What a text with an error message says, or nothing where there is none that is known.
 * @param {string} text cleaned
 * @returns {{ state: State, notes: Problem[], wrong: Problem, remedies: Remedy[] } | { problem: Problem } | undefined}
 */
export function reported(text) {
  if (!/[A-Za-z]{5}/.test(text)) return undefined;
  // A console breaks lines where its window ends, mail in other places.
  const flat = text.replace(/\s+/g, ' ');
  /** @type {Found[] | undefined} */
  let layers;
  const code = () => (layers ??= run(text).layers);
  for (const { pattern, report } of messages) {
    const match = pattern.exec(flat);
    const said = match && report(match, code, flat);
    if (!said) continue;
    if (isProblem(said)) return { problem: said };
    return opened(said);
  }
  return undefined;
}

/** @param {Report} report @returns {ReturnType<typeof reported>} */
function opened({ layer, wrong, settings = {}, notes = [], remedies }) {
  const { k } = layer;
  const all = [...notes];
  const x = filledIn(layer);
  if (![...x, ...(k?.shape ?? []), ...(layer.taps ?? [])].every(isExtent)) return undefined;
  if (layer.x === undefined || layer.x.shape.some(Number.isNaN))
    all.push(problem('assumed-size', { size: x.slice(2).join(' × ') }));
  if (x[0] > 1) all.push(problem('batch-first', { count: x[0] }));
  const one = [1, ...x.slice(1)];
  const shape = smaller(one);
  if (shape.join() !== one.join())
    all.push(problem('smaller', { from: one.join(' × '), to: shape.join(' × ') }));
  const answer = finished(
    found({
      label: layer.op === 'conv' ? 'conv2d' : 'conv_transpose2d',
      at: 0,
      .../** @type {Partial<Found> & { op: Found['op'] }} */ (layer),
      x: { shape },
    }),
  );
  if ('problem' in answer) return answer;
  const state = { ...answer.state, ...settings };
  all.push(...answer.notes.filter(({ code }) => code !== 'drawn'));
  all.push(problem('drawn-both'));
  return { state, notes: all, wrong, remedies: remedies?.(state) ?? [] };
}

/** The shape of X, as large as it takes where that is open. @param {Report['layer']} layer */
function filledIn({ op, x, k, taps, inputs = 1, axes, dilation = [1] }) {
  const covered = coveredBy({ taps: k?.shape.slice(2) ?? taps, dilation });
  const [batch, channels, ...sides] = x?.shape ?? [1, inputs, axes === 1 ? 1 : NaN, NaN];
  return [
    batch,
    channels,
    ...sides.map((side, i) =>
      Number.isNaN(side) ? Math.max(usualSide, op === 'conv' ? covered[i] : 1) : side,
    ),
  ];
}

/** @param {number} extent */
const isExtent = (extent) => Number.isInteger(extent) && extent >= 1 && extent <= largest;

/** The shape with as few rows and columns less as it takes to be made. @param {number[]} shape */
function smaller(shape) {
  const next = [...shape];
  while (size(next) > mostElements && Math.max(next[2], next[3]) > 1) {
    const axis = next[2] >= next[3] ? 2 : 3;
    next[axis] = Math.ceil(next[axis] / 2);
  }
  return next;
}
