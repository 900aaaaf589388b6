import { measuresIn, planeGap, rowsDrawn, titleOf } from '../model/layout.js';
import { letter, namer, shapeName } from '../model/names.js';
import { notationFor } from '../model/notation.js';
import { markOf, stencilOf } from '../model/stage.js';
import { peakOf } from '../model/peak.js';
import { isLiteral } from '../state/tensor.js';
import { channels } from '../state/state.js';
import { planeBox } from './plane.js';
import { moved } from './scene.js';
import { linesOf, widthOf } from './text.js';

/**
 * A tensor as shapes: its title, which planes of it are shown, and those planes. As elements/tensor.js
 * draws it.
 *
 * @typedef {import('./scene.js').Box} Box
 * @typedef {import('./scene.js').Shape} Shape
 * @typedef {import('../model/stage.js').Shown} Shown
 *
 * @typedef {object} Around what the tensor stands in
 * @property {import('../state/state.js').State} state
 * @property {import('../model/evaluate.js').Outcome} outcome
 * @property {{ input: number, output: number }} channel
 * @property {import('../i18n/index.js').Translate} t
 * @property {number} width of the stage
 * @property {import('../elements/light.js').Lit} lit
 * @property {number | undefined} pinned
 * @property {boolean} steady whether its width has to be the same at all steps
 * @property {{ row: number, column: number }} origin the first row and column that are drawn, of planes too
 *   large to be drawn whole
 * @property {ReadonlyMap<string, import('../model/drafts.js').Draft>} drafts
 */

/** Heights of lines, and sizes of letters. */
const title = { height: 32, size: 15, narrow: 12 };
const word = { height: 20, size: 12.5 };
const note = { height: 17, size: 12, least: 140, narrow: 86 };
const gap = 8;
/** What ` × 10` and its exponent take beside a title at most. */
const powerRoom = 72;

/**
 * @param {Shown} shown
 * @param {import('../model/layout.js').Place} place
 * @param {Around} given
 * @returns {Box & { middle: number }} and how far down the middle of its planes is
 */
export function tensorBox(shown, place, given) {
  const { operand, tensor, planes, surround } = shown;
  const { state, outcome, t, drafts } = given;
  const window = windowOf(tensor.shape, place, given.origin);
  const drawn = planes.rows.flat();
  const notation = notationFor({ tensor, planes: drawn, window }, place.size, true);
  const stencil = stencilOf(shown, place, state, outcome);
  const linked = new Set(given.lit.linked);
  const shared = {
    ...{ operand, tensor, window, size: place.size, notation, surround },
    peak: peakOf(tensor.data),
    mark: markOf(shown, outcome),
    name: namer(operand, tensor.shape),
    ...{ linked, selected: given.lit.selected, pinned: given.pinned },
    draft: (/** @type {number} */ offset) => drafts.get(`${operand}:${offset}`)?.text,
  };
  const grid = stacked(
    planes.rows.map((row) =>
      beside(row.map((plane) => planeBox({ ...shared, plane, stencil: stencil(plane) }))),
    ),
  );
  const head = heading(shown, notation.scale, given.width);
  const words = [
    ...planes.pickers.map((side) => {
      const [all, label] = [channels(state)[side], t(`channel.${side}`)];
      const channel = Math.min(given.channel[side], all - 1);
      return t('channel.of', { side: label, channel, last: all - 1 });
    }),
  ].map((text) => line(text, word));
  const isNarrow = measuresIn(given.width).symbol < 40;
  const wide = Math.max(grid.width, isNarrow ? note.narrow : note.least);
  const below = [...partOf(tensor.shape, window, t), ...notesOf(shown, state, t)].flatMap((text) =>
    linesOf([{ text, fill: 'quiet' }], note.size, wide).map((runs) => line(runs, note)),
  );
  const least = Math.max(
    titleOf(planes, measuresIn(given.width).title),
    below.length > 0 ? wide : 0,
    widthOf(head.runs, title.size) + (given.steady ? powerRoom : 0),
  );
  const width = Math.max(least, grid.width);
  const above = [head.box, ...words];
  const top = above.reduce((sum, { height }) => sum + height, 0) + gap;
  const all = [
    ...above,
    { ...grid, before: gap },
    ...below.map((box, i) => ({ ...box, before: i === 0 ? gap : 0 })),
  ];
  return { ...centred(all, width), middle: top + grid.height / 2 };
}

/**
 * The part of each plane that is drawn.
 * @param {readonly number[]} shape
 * @param {import('../model/layout.js').Place} place
 * @param {{ row: number, column: number }} origin
 */
function windowOf([, , height, width], { columns: most }, origin) {
  const [rows, columns] = [rowsDrawn(height), Math.min(width, most)];
  return {
    row: Math.max(0, Math.min(origin.row, height - rows)),
    column: Math.max(0, Math.min(origin.column, width - columns)),
    rows,
    columns,
  };
}

/**
 * The letter and the shape; where it is narrow, one below the other.
 * @param {Shown} shown
 * @param {number} scale the power of ten that its numbers are divided by
 * @param {number} width of the stage
 */
function heading({ operand, tensor }, scale, width) {
  const narrow = measuresIn(width).symbol < 40;
  const size = narrow ? title.narrow : title.size;
  const name = { text: letter(operand), fill: operand, bold: true, size: title.size };
  const shape = { text: shapeName(operand, tensor.shape), fill: 'quiet', size };
  const power =
    scale === 0
      ? []
      : [
          { text: '  × 10', fill: 'ink', size },
          { text: String(scale), fill: 'ink', size: 0.7 * size, rise: 0.45 * size },
        ];
  if (!narrow) {
    const runs = [name, { ...shape, text: `\u00a0\u00a0${shape.text}` }];
    return { runs, box: line([...runs, ...power], title) };
  }
  const box = centred(
    [line([name], { ...title, height: 20 }), line([shape, ...power], { ...title, height: 16 })],
    0,
  );
  return { runs: [shape], box };
}

/**
 * Which rows and columns are drawn, where not all are.
 * @param {readonly number[]} shape
 * @param {import('../model/layout.js').Window} window
 * @param {import('../i18n/index.js').Translate} t
 */
function partOf([, , height, width], { row, column, rows, columns }, t) {
  if (rows >= height && columns >= width) return [];
  return [
    t('page.rows', { first: row, last: row + rows - 1, all: height }),
    t('page.columns', { first: column, last: column + columns - 1, all: width }),
  ];
}

/**
 * Where the numbers come from, when nobody typed them; what is said of Y while it is played.
 * @param {Shown} shown
 * @param {import('../state/state.js').State} state
 * @param {import('../i18n/index.js').Translate} t
 */
function notesOf({ operand, caption }, state, t) {
  const source = operand === 'x' || operand === 'k' ? state[operand] : undefined;
  const made =
    source && !isLiteral(source)
      ? [t('export.generated', { generator: [source.generator, ...source.args].join(' ') })]
      : [];
  return caption ? [...made, caption] : made;
}

/**
 * A line of text, around its middle.
 * @param {string | readonly import('./scene.js').Run[]} text
 * @param {{ height: number, size: number }} look
 * @returns {Box}
 */
export function line(text, { height, size }) {
  const runs = typeof text === 'string' ? [{ text, fill: 'quiet' }] : text;
  const width = widthOf(runs, size);
  return {
    width,
    height,
    shapes: [
      { kind: 'text', x: width / 2, y: height / 2 + 0.36 * size, size, anchor: 'middle', runs },
    ],
  };
}

/**
 * Boxes below each other, each in the middle of the widest.
 * @param {readonly (Box & { before?: number })[]} boxes and the room before each
 * @param {number} least width
 * @returns {Box}
 */
export function centred(boxes, least) {
  const width = Math.max(least, ...boxes.map((box) => box.width));
  /** @type {Shape[]} */
  const shapes = [];
  let height = 0;
  for (const box of boxes) {
    height += box.before ?? 0;
    // Whole pixels, on which the edges of cells are sharp.
    shapes.push(...moved(box.shapes, Math.round((width - box.width) / 2), height));
    height += box.height;
  }
  return { width, height, shapes };
}

/** Rows of planes. @param {Box[]} rows */
const stacked = (rows) =>
  centred(
    rows.map((row, i) => ({ ...row, before: i === 0 ? 0 : planeGap })),
    0,
  );

/** Planes in a row. @param {Box[]} boxes @returns {Box} */
function beside(boxes) {
  /** @type {Shape[]} */
  const shapes = [];
  let width = -planeGap;
  for (const box of boxes) {
    shapes.push(...moved(box.shapes, width + planeGap, 0));
    width += planeGap + box.width;
  }
  return { width, height: Math.max(...boxes.map(({ height }) => height)), shapes };
}
