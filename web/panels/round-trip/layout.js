import { pitch, planeGap } from '../../model/layout.js';

/** Sides of a cell: the largest, the smallest of a plane drawn whole, that of a part. */
const side = { most: 40, least: 20, part: 26 };
const gap = 24;
/** The width of a title, and of a title with a picker of channels. */
const title = { plain: 190, picker: 240 };

/**
 * How figures stand: four, two or one beside each other, their cells all of one size.
 * @param {number} width
 * @param {{ tensor: { shape: readonly number[] }, planes: import('../../model/layout.js').Planes }[]} figures
 * @returns {{ across: number, places: import('../../model/layout.js').Place[] }}
 */
export function placed(width, figures) {
  const columns = figures.map(({ tensor }) => tensor.shape[3]);
  const picked = figures.some(({ planes }) => planes.pickers.length > 0);
  const wide = Math.max(...figures.map(({ planes }) => planes.rows[0].length));
  for (const across of [4, 2, 1]) {
    const room = (width - (across - 1) * gap) / across;
    if (across > 1 && room < (picked ? title.picker : title.plain)) continue;
    const own = (room - (wide - 1) * planeGap) / wide;
    const size = Math.min(side.most, Math.floor(own / (Math.max(...columns) * pitch)));
    if (size >= side.least)
      return { across, places: columns.map((each) => ({ size, columns: each })) };
    if (across > 1) continue;
    const part = Math.max(1, Math.floor(own / (side.part * pitch)));
    return {
      across,
      places: columns.map((each) => ({ size: side.part, columns: Math.min(each, part) })),
    };
  }
  return { across: 1, places: [] };
}

/** @type {import('../figures.js').Layout} */
export const gridLayout = (room, figures) => {
  const { across, places } = placed(
    room,
    figures.map(({ tensor, planes }) => ({ tensor: tensor ?? { shape: [1, 1, 1, 1] }, planes })),
  );
  return { arrangement: `across-${across}`, places };
};
