import { measuresIn, pitch, rowsDrawn, stagePlaces, symbolWidth } from './layout.js';
import { bare, isBare, placesAcross, placesDown } from './surround.js';

/**
 * How the tensors of a stage fit into a window: their places, and whether what lies around their cells is drawn.
 *
 * @typedef {import('./stage.js').Shown} Shown
 */

/** The height that planes keep within on the page while their cells stay legible, in pixels: on a narrow page
 * X and K stand above Y and the sentence takes more lines; a wide one is high as well. */
const sights = { narrow: 230, usual: 340, wide: 480 };
/** A stage from this width on is wide. */
const wide = 1300;
/** The side of a cell from which on the zeros around X can be read, in pixels. */
const legible = 24;

/** The height that planes keep within on a stage of a width. @param {number} width */
export const sightIn = (width) =>
  measuresIn(width).symbol < symbolWidth
    ? sights.narrow
    : width < wide
      ? sights.usual
      : sights.wide;

/**
 * The tensors where they fit: with what lies around them, or without it where that takes too much room.
 * @param {Shown[]} whole
 * @param {number} width of the stage, in pixels
 * @param {object} [options]
 * @param {boolean} [options.plain] whether what lies around the cells is left out anyway
 * @param {number} [options.tall] the height that planes keep within while their cells stay legible, in pixels
 * @returns {{ shown: Shown[], fitted: ReturnType<typeof stagePlaces>, surrounded: boolean }}
 */
export function fittedTensors(whole, width, { plain: left = false, tall = sightIn(width) } = {}) {
  const placed = (/** @type {Shown[]} */ shown) =>
    stagePlaces(
      width,
      shown.map(({ tensor, planes, surround }) => ({
        columns: tensor.shape[3],
        rows: planes.rows.length * placesDown(rowsDrawn(tensor.shape[2]), surround),
        across: placesAcross(tensor.shape[3], surround),
        planes,
      })),
      { tall, below: shown.filter(({ operand }) => operand === 'y').length },
    );
  const plain = whole.map((one) => ({
    ...one,
    surround: bare,
    ...(left && one.added && { added: undefined, caption: one.progress && one.caption }),
  }));
  const surrounded = whole.some(({ surround, added }) => added || !isBare(surround));
  if (!surrounded || left) return { shown: plain, fitted: placed(plain), surrounded };
  const fitted = placed(whole);
  // What lies around the cells is not worth that X, K and Y are no longer beside each other, or taller
  // than is in sight, unless it can be read.
  const bareFitted = placed(plain);
  const inHeight = whole.every(
    ({ tensor, surround }, i) =>
      isBare(surround) ||
      placesDown(rowsDrawn(tensor.shape[2]), surround) * fitted.places[i].size * pitch <= tall,
  );
  const worth =
    (inHeight && fitted.lines.length <= bareFitted.lines.length) ||
    fitted.places.every(({ size }) => size >= legible);
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
    ? { shown: whole, fitted, surrounded }
    : { shown: plain, fitted: bareFitted, surrounded: false };
}
