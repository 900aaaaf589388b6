/** A pixel that colours are tried on. @type {CanvasRenderingContext2D | null | undefined} */
let pixel;

/** @type {Map<string, string>} */
const known = new Map();

/**
 * A colour of a style sheet, whatever it is written as, as `#rrggbbaa`.
 * @param {string} colour
 * @param {number} opacity of what is drawn in it, from 0 to 1
 */
export function inkOf(colour, opacity) {
  const key = `${colour} ${opacity}`;
  const ink = known.get(key) ?? triedOn(colour, opacity);
  known.set(key, ink);
  return ink;
}

/** @param {string} colour @param {number} opacity */
function triedOn(colour, opacity) {
  if (pixel === undefined) {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    pixel = canvas.getContext('2d', { willReadFrequently: true });
  }
  if (!pixel) return '#00000000';
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = 'transparent';
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
  const hex = [r, g, b, Math.round(a * opacity)].map((each) => each.toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}
