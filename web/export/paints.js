/**
 * The page's colours outside of the page.
 *
 * A paint is the name of one of them (`x`), one laid over another in a share (`x 30 cell`), or one that is
 * partly transparent (`k 14`).
 * @typedef {string} Paint
 *
 * @typedef {{ red: number, green: number, blue: number, alpha: number }} Colour channels from 0 to 255, alpha
 *   from 0 to 1
 * @typedef {Readonly<Record<string, string>>} Palette colours as `#rrggbb` or `#rrggbbaa`, by their names
 */

/** @param {string} text @returns {Colour} */
export function hex(text) {
  const [red, green, blue, clear = 255] = (text.match(/[\da-f]{2}/g) ?? []).map((each) =>
    Number.parseInt(each, 16),
  );
  return { red, green, blue, alpha: clear / 255 };
}

/**
 * The colour of a paint.
 * @param {Paint} paint
 * @param {Palette} palette
 * @returns {Colour}
 */
export function colourOf(paint, palette) {
  const [name, share = '100', ground] = paint.split(' ');
  const [over, part] = [hex(palette[name]), Number(share) / 100];
  if (ground === undefined) return { ...over, alpha: over.alpha * part };
  const under = hex(palette[ground]);
  const mixed = (/** @type {'red' | 'green' | 'blue'} */ channel) =>
    Math.round(over[channel] * part + under[channel] * (1 - part));
  return { red: mixed('red'), green: mixed('green'), blue: mixed('blue'), alpha: 1 };
}

/** A colour as SVG and canvas read it, without its transparency. @param {Colour} colour */
export const hexOf = ({ red, green, blue }) =>
  `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** Of numbers below zero, the other end of an operand's scale: see elements/grid-styles.js.
 * @param {string} operand */
export const minusOf = (operand) => (operand === 'k' ? 'violet' : 'amber');
