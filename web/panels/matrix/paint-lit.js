import { besideAt, cleared, clipped, lined, pixels, strip } from './place.js';

/**
 * What is lit, and the cursor, over the picture.
 * @param {HTMLCanvasElement} canvas
 * @param {import('./place.js').Scene} scene
 * @param {import('./view.js').Lit | undefined} lit
 * @param {import('./view.js').Position | undefined} cursor
 */
export function paintLit(canvas, scene, lit, cursor) {
  const { drawing, camera, place, palette } = scene;
  const context = cleared(canvas, place);
  const { x, y } = pixels(scene);
  const { rows, columns } = drawing.view;
  const [rowColour, columnColour] = [palette[rows.operand], palette[columns.operand]];
  // A cell smaller than this would not be seen.
  const size = Math.max(3, camera.scale);
  const off = (size - camera.scale) / 2;
  const beside = besideAt(place, camera);
  const edge = place.left + place.frame.width;
  const inRows = (/** @type {number} */ at) =>
    at > place.top - size && at < place.top + place.frame.height;
  const inColumns = (/** @type {number} */ at) => at > place.left - size && at < edge;

  const band = (/** @type {string} */ colour, /** @type {number[]} */ [left, top, width, tall]) => {
    context.fillStyle = context.strokeStyle = colour;
    context.globalAlpha = 0.16;
    context.fillRect(left, top, width, tall);
    context.globalAlpha = 1;
    context.lineWidth = 1.5;
    context.strokeRect(left, top, width, tall);
  };
  if (lit) {
    clipped(context, scene, () => {
      if (lit.row !== undefined) {
        band(rowColour, [place.left - 2, y(lit.row) - off, beside - place.left, size]);
      }
      if (lit.column !== undefined) {
        band(columnColour, [x(lit.column) - off, place.top - 2, size, place.frame.height + 4]);
      }
      context.fillStyle = context.strokeStyle = palette.k;
      for (const { row, column } of lit.entries) {
        const [left, top] = [x(column) - off, y(row) - off];
        if (!inColumns(left) || !inRows(top)) continue;
        if (camera.scale < lined) context.fillRect(left, top, size, size);
        else {
          context.lineWidth = 2;
          context.strokeRect(left + 1, top + 1, size - 2, size - 2);
        }
      }
    });
    const tick = (
      /** @type {string} */ colour,
      /** @type {number[]} */ [left, top, width, tall],
      strong = false,
    ) => {
      context.strokeStyle = colour;
      context.lineWidth = strong ? 3 : 1.5;
      context.strokeRect(left, top, width, tall);
    };
    for (const column of lit.columns) {
      const left = x(column) - off;
      if (inColumns(left)) tick(columnColour, [left + 0.5, 1.5, size - 1, strip.above - 3]);
    }
    for (const row of lit.rows) {
      const top = y(row) - off;
      if (inRows(top)) tick(rowColour, [beside + 1.5, top + 0.5, strip.beside - 3, size - 1]);
    }
    if (lit.column !== undefined && inColumns(x(lit.column))) {
      tick(columnColour, [x(lit.column) - off + 0.5, 1.5, size - 1, strip.above - 3], true);
    }
    if (lit.row !== undefined && inRows(y(lit.row))) {
      tick(rowColour, [beside + 1.5, y(lit.row) - off + 0.5, strip.beside - 3, size - 1], true);
    }
  }
  if (cursor) {
    const left = cursor.column === columns.count ? beside : x(cursor.column) - off;
    const top = cursor.row < 0 ? 0 : y(cursor.row) - off;
    const width = cursor.column === columns.count ? strip.beside : size;
    context.strokeStyle = palette.ink;
    context.lineWidth = 2;
    context.strokeRect(left - 2, top - 2, width + 4, (cursor.row < 0 ? strip.above : size) + 4);
  }
}
