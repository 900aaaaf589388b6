import { inkOf } from './ink.js';

/**
 * @typedef {object} Clip what is seen of a place in the window
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {number} [radius] of its corners
 *
 * @typedef {object} Look
 * @property {CSSStyleDeclaration} style of the element that the text is in
 * @property {number} opacity
 * @property {Clip} clip
 * @property {number} x of the scene's left edge in the window
 * @property {number} y of its upper edge
 *
 * @typedef {{ from: number, to: number, place: DOMRect }} Line a part of a text, from its first letter to its last
 * @typedef {import('./colours.js').Coloured} Coloured
 */

/**
 * The lines of a text, each where it stands, in another font too: from where it is aligned.
 * @param {Text} node
 * @param {Look} look
 * @param {readonly Coloured[]} [coloured] its parts that have a colour of their own
 */
export function linesIn(node, look, coloured = []) {
  const { data } = node;
  const [from, to] = [data.search(/\S/), data.trimEnd().length];
  if (from < 0) return [];
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  const [place, ...others] = range.getClientRects();
  if (!place) return [];
  const whole = others.length === 0 && isWithin(place, look.clip);
  const lines = whole ? [{ from, to, place }] : brokenLines(node, range, { from, to }, look.clip);
  return lines.flatMap((line) =>
    lineOf(runsOf(data, line, look, coloured), line.place, look, anchorOf(look.style)).flatMap(
      (text) => [text, ...strokesOf(line.place, look)],
    ),
  );
}

/** Whether a clip leaves all letters of a line. @param {DOMRect} place @param {Clip} clip */
const isWithin = ({ left, right }, clip) => left >= clip.left - 1 && right <= clip.right + 1;

/**
 * The lines letter by letter, without the letters that are not seen.
 * @param {Text} node @param {Range} range @param {{ from: number, to: number }} part @param {Clip} clip
 */
function brokenLines({ data }, range, { from, to }, clip) {
  const node = range.startContainer;
  /** @type {Line[]} */
  const lines = [];
  let at = from;
  for (const character of data.slice(from, to)) {
    range.setStart(node, at);
    range.setEnd(node, (at += character.length));
    const [place] = range.getClientRects();
    if (!place || place.width === 0 || !character.trim() || !isWithin(place, clip)) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.place.top - place.top) < place.height / 2) {
      last.to = at;
      const { left, top, height } = last.place;
      last.place = new DOMRect(left, top, place.right - left, height);
    } else lines.push({ from: at - character.length, to: at, place });
  }
  return lines;
}

/**
 * A line in the looks of its parts.
 * @param {string} data @param {Line} line @param {Look} look @param {readonly Coloured[]} coloured
 * @returns {import('../scene.js').Run[]}
 */
function runsOf(data, { from, to }, { style, opacity }, coloured) {
  const kept = style.whiteSpace.startsWith('pre');
  const shown = (/** @type {string} */ spaces) => (kept ? '\u00a0'.repeat(spaces.length) : ' ');
  const text = (/** @type {number} */ start, /** @type {number} */ end) =>
    data.slice(start, end).replace(/\s{2,}|[^\S ]/g, shown);
  const own = inkOf(style.color, opacity);
  const runs = [];
  let at = from;
  for (const part of coloured) {
    const [start, end] = [Math.max(at, part.from), Math.min(to, part.to)];
    if (start >= end) continue;
    if (start > at) runs.push({ text: text(at, start), fill: own });
    runs.push({ text: text(start, end), fill: inkOf(part.colour, opacity) });
    at = end;
  }
  if (at < to) runs.push({ text: text(at, to), fill: own });
  return runs;
}

/** The lines under a text and through it. @param {DOMRect} place @param {Look} look
 * @returns {import('../scene.js').Rect[]} */
function strokesOf({ left, top, width, height }, { style, opacity, x, y }) {
  const fill = inkOf(style.textDecorationColor, opacity);
  const at = { underline: 0.92, 'line-through': 0.55 };
  return Object.entries(at).flatMap(([name, share]) =>
    style.textDecorationLine.includes(name)
      ? [{ kind: 'rect', x: left - x, y: top + share * height - y, width, height: 1, fill }]
      : [],
  );
}

/**
 * A text in the middle of a place.
 * @param {string} text
 * @param {DOMRect | undefined} place
 * @param {Look} look
 */
export const textAt = (text, place, look) =>
  lineOf(
    [{ text: text.replace(/\s+/g, ' ').trim(), fill: inkOf(look.style.color, look.opacity) }],
    place,
    look,
    'middle',
  );

/** Where a text is aligned. @param {CSSStyleDeclaration} style @returns {'start' | 'middle' | 'end'} */
function anchorOf({ textAlign, display, justifyContent }) {
  const centred = /flex|grid/.test(display) && justifyContent === 'center';
  if (centred || textAlign.endsWith('center')) return 'middle';
  return ['right', 'end'].includes(textAlign) ? 'end' : 'start';
}

/**
 * @param {readonly import('../scene.js').Run[]} runs
 * @param {DOMRect | undefined} place
 * @param {Look} look
 * @param {'start' | 'middle' | 'end'} anchor
 * @returns {import('../scene.js').Text[]}
 */
function lineOf(runs, place, { style, clip, x, y }, anchor) {
  if (!runs.some(({ text }) => text) || !place) return [];
  const [right, down] = [place.left + place.width / 2, place.top + place.height / 2];
  if (right < clip.left || right > clip.right || down < clip.top || down > clip.bottom) return [];
  const size = Number.parseFloat(style.fontSize);
  const bold = Number(style.fontWeight) >= 600;
  const mono = /mono/i.test(style.fontFamily);
  return [
    {
      kind: 'text',
      x: { start: place.left, middle: right, end: place.right }[anchor] - x,
      // The line that letters stand on is about a third of their size below their middle.
      y: down + size * 0.35 - y,
      size,
      anchor,
      ...(mono && { mono }),
      runs: runs.map((run) => ({ ...run, ...(bold && { bold }) })),
    },
  ];
}
