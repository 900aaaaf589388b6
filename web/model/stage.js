import { channelPlanes, kernelPlanes, rowsDrawn } from './layout.js';
import { letThrough } from './let-through.js';
import { weightsOn } from './moves.js';
import { progressAt } from './progress.js';
import { cellsAt, modeOf } from './steps.js';
import { aroundX, aroundY, bare, isWithin } from './surround.js';
import { unusedCells } from './unused.js';

/**
 * What stands on the stage: the tensors of a layer, as far as they have come at a step, with what lies
 * around their cells.
 *
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../i18n/index.js').Translate} Translate
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./evaluate.js').Outcome} Outcome
 * @typedef {import('./layout.js').Place} Place
 * @typedef {import('./progress.js').Progress} Progress
 * @typedef {import('./surround.js').Surround} Surround
 * @typedef {string} Mark what is special about a cell, joined by spaces; see ConvGrid
 *
 * @typedef {object} Shown one tensor of the stage
 * @property {'x' | 'k' | 'b' | 'y'} operand
 * @property {{ shape: readonly number[], data: ArrayLike<number> }} tensor
 * @property {import('./layout.js').Planes} planes
 * @property {Surround} surround
 * @property {Progress} [progress] of Y while it is played
 * @property {ReturnType<typeof letThrough>} [added] what output padding adds to Y
 * @property {string} [caption]
 * @property {boolean} [gone] whether it is the place of a Y alone, since there is none at present
 *
 * @typedef {object} Staged what the stage is made of
 * @property {State} state
 * @property {Outcome} outcome
 * @property {Engine | undefined} engine
 * @property {{ input: number, output: number }} channel the channels to show where not all fit
 * @property {readonly number[]} [kept] the shape of a Y whose place is kept while there is none
 * @property {Translate} t
 */

/** What of an outcome is valid, when it is. @param {Outcome} outcome */
const validOf = ({ x, k, y, layer, steps }) =>
  x && k && y && layer && steps ? { x, k, y, layer, steps } : undefined;

/**
 * The tensors in their order; two of Y where both readings are played.
 * @param {Staged} staged
 * @returns {Shown[]}
 */
export function shownTensors({ state, outcome, engine, channel, kept, t }) {
  const { x, k, y, large, computing, room: awaited } = outcome;
  const { op, bias, step } = state;
  const valid = validOf(outcome);
  const played = valid && step !== undefined && !large && engine;
  /** What stands in the place of an operand that is yet to be made. @param {'x' | 'k'} operand */
  const coming = (operand) => (computing || awaited) && { shape: state[operand].shape, data: [] };
  const [placeOfX, placeOfK] = [x ?? coming('x'), k ?? coming('k')];
  const mode = modeOf(state);
  /** @type {(Shown | undefined)[]} */
  const operands = [
    placeOfX && {
      operand: 'x',
      tensor: placeOfX,
      gone: !x,
      planes: channelPlanes(placeOfX.shape, 'input', channel.input),
      surround: valid ? aroundX(state, valid, Boolean(played) && mode === 'gather') : bare,
    },
    placeOfK && {
      operand: 'k',
      tensor: placeOfK,
      gone: !k,
      planes: kernelPlanes(placeOfK.shape, op, channel),
      surround: bare,
      caption: played && mode === 'gather' && valid.steps.flipped ? t('stage.turned') : undefined,
    },
    bias && {
      operand: 'b',
      tensor: { shape: [1, 1, bias.length, 1], data: bias },
      planes: { rows: [[0]], pickers: [] },
      surround: bare,
    },
  ];
  const added = valid && engine && !large ? letThrough(engine, state, valid) : undefined;
  const room = outcome.layer?.y ?? awaited ?? kept;
  const drawn = y ?? (room && { shape: room, data: [] });
  const result = drawn && {
    operand: /** @type {const} */ ('y'),
    tensor: drawn,
    planes: channelPlanes(drawn.shape, 'output', channel.output),
    surround: valid ? aroundY(state, valid) : bare,
    added,
    caption: addedSentence(added, t),
    gone: !y,
  };
  const outputs =
    played && result ? playedTensors(result, { state, engine, valid, step, t }) : [result];
  return [...operands, ...outputs].filter((tensor) => tensor !== undefined);
}

/**
 * Y as far as it has come: by stamps, by sums, or both.
 * @param {Shown} result
 * @param {object} played
 * @param {State} played.state
 * @param {Engine} played.engine
 * @param {import('./progress.js').Valid} played.valid
 * @param {number} played.step
 * @param {Translate} played.t
 * @returns {Shown[]}
 */
function playedTensors(result, { state, engine, valid, step, t }) {
  const { scatter, gather } = progressAt(engine, state, valid, step);
  const at = cellsAt(modeOf(state), step, valid);
  const stamps = { count: at.x + 1, all: valid.x.data.length };
  const sums = { count: at.y + 1, all: valid.y.data.length };
  const of = (/** @type {Progress} */ progress, /** @type {string} */ caption) => ({
    ...result,
    tensor: progress.y,
    progress,
    caption,
  });
  return [
    ...(scatter ? [of(scatter, t('stage.stamps', stamps))] : []),
    ...(gather ? [of(gather, t('stage.sums', sums))] : []),
  ];
}

const unmarked = () => '';

/**
 * What is special about the cells of a tensor, by their offsets: those of X that no multiplication uses,
 * and those of Y that nothing has come to yet, or that output padding adds.
 * @param {Shown} shown
 * @param {Outcome} outcome
 * @returns {(offset: number) => Mark}
 */
export function markOf({ operand, tensor, progress, added }, { steps, x }) {
  if (operand === 'y' && (progress || added)) {
    const isBlank = (/** @type {number} */ offset) => progress && !progress.reached(offset);
    const addedAs = added ? addedMark(added, tensor.shape) : unmarked;
    return (offset) => [isBlank(offset) ? 'blank' : '', addedAs(offset)].filter(Boolean).join(' ');
  }
  if (operand !== 'x' || !steps || !x) return unmarked;
  if (steps.unusedRows.length + steps.unusedColumns.length === 0) return unmarked;
  const unused = unusedCells(steps, x.shape);
  return (offset) => (unused(offset) ? 'unused' : '');
}

/**
 * @param {NonNullable<Shown['added']>} added
 * @param {readonly number[]} shape of Y
 * @returns {(offset: number) => Mark}
 */
function addedMark({ rows, columns }, [, , height, width]) {
  const [barren, empty] = [new Set(rows.unreached), new Set(columns.unreached)];
  return (offset) => {
    const row = Math.floor(offset / width) % height;
    const column = offset % width;
    if (row < height - rows.added && column < width - columns.added) return '';
    return barren.has(row) || empty.has(column) ? 'added unreached' : 'added';
  };
}

/**
 * What is said of the cells that output padding adds; nothing where it adds none.
 * @param {Shown['added']} added
 * @param {Translate} t
 */
function addedSentence(added, t) {
  if (!added) return undefined;
  const isReached = added.rows.unreached.length + added.columns.unreached.length === 0;
  return t(isReached ? 'stage.added' : 'stage.added.unreached');
}

const unstencilled = () => /** @type {import('./moves.js').Weight[]} */ ([]);

/**
 * The kernel where it lies on the planes of X while sums are collected, as far as the places that it lies
 * on are drawn.
 * @param {Shown} shown
 * @param {Place} place
 * @param {State} state
 * @param {Outcome} outcome
 */
export function stencilOf({ operand, surround }, place, state, outcome) {
  const valid = validOf(outcome);
  if (operand !== 'x' || !valid) return unstencilled;
  if (state.step === undefined || outcome.large || modeOf(state) !== 'gather') return unstencilled;
  const [, , rows, columns] = valid.x.shape;
  if (place.columns < columns || rowsDrawn(rows) < rows) return unstencilled;
  const { spread } = aroundX(state, valid, true);
  // Without the zeros between them, cells stand elsewhere.
  if (spread.down !== surround.spread.down || spread.across !== surround.spread.across) {
    return unstencilled;
  }
  const collected = cellsAt('gather', state.step, valid).y;
  return (/** @type {number} */ plane) =>
    weightsOn(state, valid, collected, plane).filter((weight) =>
      isWithin(weight, surround, { rows, columns }),
    );
}

/**
 * Which rows and columns of X count for nothing, as a sentence; empty where all count.
 * @param {State} state
 * @param {Outcome} outcome
 * @param {Translate} t
 */
export function unusedSentence(state, { steps }, t) {
  if (!steps) return '';
  const { unusedRows: rows, unusedColumns: columns } = steps;
  const said = (/** @type {Int32Array} */ list) =>
    list.length > 6 ? `${list.slice(0, 5).join(', ')} … ${list[list.length - 1]}` : list.join(', ');
  const parts = [
    rows.length > 0 && t(rows.length === 1 ? 'unused.row' : 'unused.rows', { rows: said(rows) }),
    columns.length > 0 &&
      t(columns.length === 1 ? 'unused.column' : 'unused.columns', { columns: said(columns) }),
  ].filter(Boolean);
  if (parts.length === 0) return '';
  const key = state.op === 'conv' ? 'unused.skipped' : 'unused.cropped';
  return t(key, { parts: parts.join(t('unused.and')) });
}
