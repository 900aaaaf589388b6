import { isLiteral } from '../state/tensor.js';
import {
  heightOf,
  measuresIn,
  overviewPlaces,
  pitch,
  rowsDrawn,
  stagePlaces,
  symbolWidth,
} from './layout.js';
import { bare, isBare, placesAcross, placesDown } from './surround.js';

/**
 * How the tensors of a stage fit into a window: their places, and whether what lies around their cells is drawn.
 *
 * @typedef {import('./stage.js').Shown} Shown
 * @typedef {import('../state/state.js').State} State
 */

/** The height that planes keep within on the page while their cells stay legible, in pixels: on a narrow page
 * X and K stand above Y and the sentence takes more lines; a wide one is high as well. */
const sights = { narrow: 230, usual: 340, wide: 480 };
/** A stage from this width on is wide. */
const wide = 1300;
/** The same of all of the stage, so that the sentence is in sight with it. */
const heights = { narrow: 570, usual: 490, wide: 690 };
/** The side of a cell from which on the zeros around X can be read, and from which on they are worth that
 * cells are smaller, in pixels. */
const legible = 24;
const worthy = 16;
/** Below this side of a cell few numbers can be read, and this much height a way to larger ones takes, in pixels. */
const small = { size: 17, row: 32 };
/** Heights of what stands above and below planes, in pixels, where the stage is narrow and elsewhere: see
 * elements/tensor.js. */
const parts = {
  narrow: { title: 58, picker: 38, strip: 42, note: 42, caption: 26, pager: 44 },
  usual: { title: 40, picker: 32, strip: 66, note: 26, caption: 26, pager: 44 },
};

/** How much of a window a stage has. @param {number} width of the stage */
const kindOf = (width) =>
  measuresIn(width).symbol < symbolWidth ? 'narrow' : width < wide ? 'usual' : 'wide';

/** The height that planes keep within on a stage of a width. @param {number} width */
export const sightIn = (width) => sights[kindOf(width)];

/** The height that a stage of a width keeps within. @param {number} width */
export const heightIn = (width) => heights[kindOf(width)];

/**
 * A tensor to be placed.
 * @param {Shown} shown
 * @param {number} width of the stage, in pixels
 * @param {State} state
 * @returns {import('./layout.js').Sized}
 */
function sizedOf({ operand, tensor, planes, surround, caption }, width, state) {
  const narrow = kindOf(width) === 'narrow';
  const { title, picker, strip, note, ...below } = parts[narrow ? 'narrow' : 'usual'];
  const rows = rowsDrawn(tensor.shape[2]);
  const made = (operand === 'x' || operand === 'k') && !isLiteral(state[operand]);
  const noted = made && !(narrow && planes.strip);
  const pickers = planes.pickers.length - (planes.strip ? 1 : 0);
  return {
    columns: tensor.shape[3],
    rows: planes.rows.length * placesDown(rows, surround),
    across: placesAcross(tensor.shape[3], surround),
    besides:
      title +
      pickers * picker +
      (planes.strip ? strip : 0) +
      (noted ? note : 0) +
      (caption ? below.caption : 0) +
      (rows < tensor.shape[2] ? below.pager : 0),
    planes,
  };
}

/**
 * The tensors where they fit: with what lies around them, or without it where that takes too much room; and
 * together in sight with smaller cells, where there are such.
 * @param {Shown[]} whole
 * @param {number} width of the stage, in pixels
 * @param {object} options
 * @param {State} options.state
 * @param {boolean} [options.plain] whether what lies around the cells is left out anyway
 * @param {number} [options.tall] the height that planes keep within while their cells stay legible, in pixels
 * @param {number} [options.height] the height that all of it keeps within, if it can, in pixels
 * @returns {{ shown: Shown[], fitted: ReturnType<typeof stagePlaces>, surrounded: boolean, small: boolean }}
 *   `small`: whether cells are so small only so that all planes are in sight
 */
export function fittedTensors(
  whole,
  width,
  { state, plain: left = false, tall = sightIn(width), height = Infinity },
) {
  const below = whole.filter(({ operand }) => operand === 'y').length;
  const sized = (/** @type {Shown[]} */ shown) => shown.map((one) => sizedOf(one, width, state));
  const plain = whole.map((one) => ({
    ...one,
    surround: bare,
    ...(left && one.added && { added: undefined, caption: one.progress && one.caption }),
  }));
  const around = whole.some(({ surround, added }) => added || !isBare(surround));
  const fitted = (/** @type {Shown[]} */ shown) =>
    stagePlaces(width, sized(shown), { tall, below });
  const usual =
    around && !left
      ? surroundedWorth(whole, plain, { width, tall, fitted })
      : { shown: plain, fitted: fitted(plain), surrounded: around };
  if (heightOf(usual.fitted, sized(usual.shown)) <= height) return { ...usual, small: false };
  const all = [
    ...(around && !left ? [{ shown: whole, least: worthy, surrounded: true }] : []),
    { shown: plain, least: 0, surrounded: around && left },
  ];
  const room = { width, height: height - small.row };
  for (const { shown, least, surrounded } of all) {
    const seen = overviewPlaces(room, sized(shown), below);
    if (!seen || seen.places[0].size < least) continue;
    return { shown, fitted: seen, surrounded, small: seen.places[0].size < small.size };
  }
  return { ...usual, small: false };
}

/**
 * The tensors with what lies around their cells, if that is worth the room that it takes.
 * @param {Shown[]} whole
 * @param {Shown[]} plain without it
 * @param {object} room
 * @param {number} room.width
 * @param {number} room.tall
 * @param {(shown: Shown[]) => ReturnType<typeof stagePlaces>} room.fitted
 */
function surroundedWorth(whole, plain, { width, tall, fitted: placed }) {
  const fitted = placed(whole);
  const inHeight = whole.every(
    ({ tensor, surround }, i) =>
      isBare(surround) ||
      placesDown(rowsDrawn(tensor.shape[2]), surround) * fitted.places[i].size * pitch <= tall,
  );
  // What lies around the cells is not worth that X, K and Y are no longer beside each other, or taller
  // than is in sight, unless it can be read.
  const beside = () =>
    fitted.lines.length === 1 || fitted.lines.length <= placed(plain).lines.length;
  const worth = (inHeight && beside()) || fitted.places.every(({ size }) => size >= legible);
  const fits =
    worth &&
    whole.every(
      ({ tensor, surround }, i) =>
        isBare(surround) ||
        (fitted.places[i].columns === tensor.shape[3] &&
          rowsDrawn(tensor.shape[2]) === tensor.shape[2] &&
          placesAcross(tensor.shape[3], surround) * fitted.places[i].size * pitch <= width),
    );
  return fits
    ? { shown: whole, fitted, surrounded: true }
    : { shown: plain, fitted: placed(plain), surrounded: false };
}
