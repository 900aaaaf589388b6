import { pitch } from '../../model/layout.js';

export { pitch };

/** The measures of the figures, in pixels. */

/** The room of a + or = between two figures. */
export const symbolWidth = 40;
/** The sides of a figure's cells. */
export const cell = { most: 38, least: 22 };
/** The most rows and columns of a figure; of larger planes the part around the step is drawn. */
export const mostDrawn = { rows: 14, columns: 14 };

/**
 * The side of a cell when figures of some columns each stand in a row.
 * @param {number} room
 * @param {number} figures
 * @param {number} columns
 */
export function cellSide(room, figures, columns) {
  const each = (room - (figures - 1) * symbolWidth) / figures;
  return Math.max(cell.least, Math.min(cell.most, Math.floor(each / (columns * pitch))));
}
