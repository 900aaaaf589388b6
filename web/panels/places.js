import { pitch, planeGap, stagePlaces, symbolWidth } from '../model/layout.js';

/** Where several parts beside each other say more than wholes one above the other. */
const besideFrom = 600;
/** The side of a cell of a part. */
const size = 28;

/**
 * The places of a panel's tensors: as on the stage, but in a wide room tensors that are too large to
 * stand beside each other are drawn in part instead, so that they can be compared.
 * @param {number} room
 * @param {{ columns: number, planes: import('../model/layout.js').Planes }[]} tensors
 * @param {number} most the largest side of a cell
 */
export function panelPlaces(room, tensors, most) {
  const fitted = stagePlaces(room, tensors, { most });
  if (!fitted.stacked || room < besideFrom) return fitted;

  let left = room - (tensors.length - 1) * symbolWidth;
  const widths = tensors.map(({ columns, planes: { rows } }, i) => {
    const gaps = (rows[0].length - 1) * planeGap;
    return {
      i,
      columns,
      across: rows[0].length,
      gaps,
      whole: columns * rows[0].length * pitch * size + gaps,
    };
  });
  const places = /** @type {import('../model/layout.js').Place[]} */ ([]);
  // From the narrowest: what is small has all it needs, the others share what is left.
  widths
    .sort((a, b) => a.whole - b.whole)
    .forEach(({ i, columns, across, gaps, whole }, before) => {
      const equal = left / (tensors.length - before);
      const share = whole <= left / 2 ? whole : Math.min(whole, equal);
      left -= share;
      const drawn = Math.round((share - gaps) / across) / (pitch * size);
      places[i] = { size, columns: Math.max(1, Math.min(columns, Math.floor(drawn + 0.05))) };
    });
  return { stacked: false, places };
}

/**
 * The layout of figures whose cells are at most so large.
 * @param {number} most
 * @returns {import('./figures.js').Layout}
 */
export const rowLayout = (most) => (room, figures) => {
  const tensors = figures.map(({ tensor, planes }) => ({ columns: tensor?.shape[3] ?? 1, planes }));
  const { stacked, places } = panelPlaces(room, tensors, most);
  return { arrangement: stacked ? 'stacked' : 'row', places };
};
