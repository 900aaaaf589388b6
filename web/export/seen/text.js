import { inkOf } from './ink.js';

/**
 * @typedef {object} Look
 * @property {CSSStyleDeclaration} style of the element that the text is in
 * @property {number} opacity
 * @property {{ left: number, top: number, right: number, bottom: number }} clip what is seen of it
 * @property {number} x of the scene's left edge in the window
 * @property {number} y of its upper edge
 */

/**
 * The lines of a text, each where it stands: from its middle, so that it stays there in another font too.
 * @param {Text} node
 * @param {Look} look
 * @returns {import('../scene.js').Text[]}
 */
export function linesIn(node, look) {
  if (!node.data.trim()) return [];
  const range = document.createRange();
  range.selectNodeContents(node);
  const places = range.getClientRects();
  const whole = { text: node.data, place: places[0] };
  const lines = places.length === 1 ? [whole] : brokenLines(node, range);
  return lines.flatMap(({ text, place }) => lineOf(text, place, look));
}

/** @param {Text} node @param {Range} range */
function brokenLines(node, range) {
  /** @type {{ text: string, place: DOMRect }[]} */
  const lines = [];
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += character.length));
    const [place] = range.getClientRects();
    if (!place || place.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.place.top - place.top) < place.height / 2) {
      last.text += character;
      const { left, top, height } = last.place;
      last.place = new DOMRect(left, top, place.right - left, height);
    } else lines.push({ text: character, place });
  }
  return lines;
}

/**
 * What is typed into a field or chosen in it.
 * @param {HTMLInputElement | HTMLSelectElement} field
 * @param {Look} look
 */
export function valueOf(field, look) {
  const { left, top, width, height } = field.getBoundingClientRect();
  if (field instanceof HTMLSelectElement) {
    const text = field.selectedOptions[0]?.label ?? '';
    return lineOf(text, new DOMRect(left, top, width - 16, height), look);
  }
  if (['text', 'number'].includes(field.type))
    return lineOf(field.value, new DOMRect(left, top, width, height), look);
  // What is drawn by the browser alone.
  const mark = { checkbox: field.checked ? '☑' : '☐', radio: field.checked ? '◉' : '○' };
  return lineOf(
    mark[/** @type {'checkbox'} */ (field.type)] ?? '',
    new DOMRect(left, top, width, height),
    look,
  );
}

/**
 * What a style sheet puts before an element's own text, or where that has none, into its middle.
 * @param {Element} element
 * @param {Look} look
 */
export function addedTo(element, look) {
  const style = getComputedStyle(element, '::before');
  const [, text = ''] = /^"([^"\\]+)"$/.exec(style.content) ?? [];
  if (!text.trim()) return [];
  const { left, top, width, height } = element.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(element);
  const [own] = range.getClientRects();
  const size = Number.parseFloat(style.fontSize);
  const place = own
    ? new DOMRect(own.left - 1.2 * size, own.top, size, own.height)
    : new DOMRect(left, top, width, height);
  return lineOf(text, place, { ...look, style });
}

/**
 * @param {string} given
 * @param {DOMRect | undefined} place
 * @param {Look} look
 * @returns {import('../scene.js').Text[]}
 */
function lineOf(given, place, { style, opacity, clip, x, y }) {
  const text = given.replace(/\s+/g, ' ').trim();
  if (!text || !place) return [];
  const [right, down] = [place.left + place.width / 2, place.top + place.height / 2];
  if (right < clip.left || right > clip.right || down < clip.top || down > clip.bottom) return [];
  const size = Number.parseFloat(style.fontSize);
  const fill = inkOf(style.color, opacity);
  const bold = Number(style.fontWeight) >= 600;
  const mono = /mono/i.test(style.fontFamily);
  return [
    {
      kind: 'text',
      x: right - x,
      // The line that letters stand on is about a third of their size below their middle.
      y: down + size * 0.35 - y,
      size,
      anchor: 'middle',
      ...(mono && { mono }),
      runs: [{ text, fill, ...(bold && { bold }) }],
    },
  ];
}
