import { boxOf } from './box.js';
import { textAt } from './text.js';

/** @typedef {import('./text.js').Look} Look */

/**
 * What a style sheet puts before an element's content and after it: a text or a box.
 * @param {Element} element
 * @param {Look} look
 * @returns {import('../scene.js').Shape[]}
 */
export const addedTo = (element, look) =>
  ['::before', '::after'].flatMap((name) => {
    const style = getComputedStyle(element, name);
    const [found, text = ''] = /^"([^"\\]*)"$/.exec(style.content) ?? [];
    if (found === undefined || style.display === 'none' || style.visibility !== 'visible')
      return [];
    const own = { ...look, style };
    if (text.trim()) return textAt(text, besides(element, style, name === '::after'), own);
    const place = placeOf(element, style);
    return place ? boxOf(style, place, look.opacity, look.x, look.y) : [];
  });

/**
 * Where a text stands: beside the element's own, or where that has none, in its middle.
 * @param {Element} element @param {CSSStyleDeclaration} style @param {boolean} after
 */
function besides(element, style, after) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const all = range.getClientRects();
  const own = after ? all[all.length - 1] : all[0];
  const size = Number.parseFloat(style.fontSize);
  if (!own) return element.getBoundingClientRect();
  return new DOMRect(
    after ? own.right + 0.2 * size : own.left - 1.2 * size,
    own.top,
    size,
    own.height,
  );
}

/** Where a box is: at its place in the element, or in its middle.
 * @param {Element} element @param {CSSStyleDeclaration} style */
function placeOf(element, style) {
  const [width, height, left, top] = [style.width, style.height, style.left, style.top].map(
    Number.parseFloat,
  );
  if (!(width > 0 && height > 0)) return undefined;
  const box = element.getBoundingClientRect();
  if (style.position !== 'absolute')
    return new DOMRect(
      box.left + (box.width - width) / 2,
      box.top + (box.height - height) / 2,
      width,
      height,
    );
  return new DOMRect(
    box.left + element.clientLeft + left,
    box.top + element.clientTop + top,
    width,
    height,
  );
}
