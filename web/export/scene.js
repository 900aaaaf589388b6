/**
 * A picture as data: shapes with places and paints, which files of any kind are written from. Places are in
 * pixels at scale 1, from the upper left corner.
 *
 * @typedef {object} Rect
 * @property {'rect'} kind
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} [radius]
 * @property {Paint} [fill]
 * @property {Paint} [stroke]
 * @property {number} [line] the width of the stroke; 1 by default
 * @property {readonly number[]} [dash]
 *
 * @typedef {object} Path
 * @property {'path'} kind
 * @property {string} d as an SVG has it
 * @property {readonly number[]} [matrix] what takes it to its place, as an SVG has it
 * @property {Paint} [fill]
 * @property {Paint} [stroke]
 * @property {number} [line]
 * @property {readonly number[]} [dash]
 *
 * @typedef {object} Picture pixels
 * @property {'image'} kind
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} [radius]
 * @property {HTMLCanvasElement} picture
 * @property {string} href the same as an address of data
 *
 * @typedef {object} Run text in one look
 * @property {string} text
 * @property {Paint} fill
 * @property {boolean} [bold]
 * @property {number} [size] where it is another one than its line's
 * @property {number} [rise] how far it stands above its line
 *
 * @typedef {object} Text one line
 * @property {'text'} kind
 * @property {number} x of its start, middle or end
 * @property {number} y of the line that the letters stand on
 * @property {number} size of the letters
 * @property {'start' | 'middle' | 'end'} anchor
 * @property {readonly Run[]} runs
 * @property {Paint} [halo] drawn around the letters
 * @property {boolean} [mono] in a font of letters of one width
 * @property {string} [cell] the name of the cell whose number it is
 *
 * @typedef {Rect | Path | Picture | Text} Shape
 * @typedef {import('./paints.js').Paint} Paint
 *
 * @typedef {object} Scene
 * @property {number} width
 * @property {number} height
 * @property {readonly Shape[]} shapes from the back to the front
 * @property {string} title
 * @property {string} description
 * @property {string} lang the tag of the language of its words
 * @property {Record<'light' | 'dark', import('./paints.js').Palette>} [own] paints that no palette has
 */

/**
 * Shapes of their own origin, and the room that they take.
 * @typedef {{ width: number, height: number, shapes: Shape[] }} Box
 */

/**
 * The shapes moved.
 * @param {readonly Shape[]} shapes
 * @param {number} right
 * @param {number} down
 * @returns {Shape[]}
 */
export const moved = (shapes, right, down) =>
  shapes.map((shape) =>
    shape.kind === 'path'
      ? { ...shape, d: movedPath(shape.d, right, down) }
      : { ...shape, x: tidy(shape.x + right), y: tidy(shape.y + down) },
  );

/** A path of which only the M and L commands are absolute, moved.
 * @param {string} d @param {number} right @param {number} down */
const movedPath = (d, right, down) =>
  d.replace(
    /([ML])(-?[\d.]+) (-?[\d.]+)/g,
    (_, command, x, y) => `${command}${tidy(Number(x) + right)} ${tidy(Number(y) + down)}`,
  );

/** A place in hundredths of a pixel, so that files are short. @param {number} value */
export const tidy = (value) => Math.round(value * 100) / 100;
