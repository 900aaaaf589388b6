import { contextOf } from '../canvas.js';
import { addedTo } from './added.js';
import { boxOf } from './box.js';
import { controlOf } from './controls.js';
import { outlineOf } from './paths.js';

/** @typedef {import('../scene.js').Shape} Shape */

/**
 * What an element draws itself, without what is in it.
 * @param {Element} element
 * @param {DOMRect} place
 * @param {import('./text.js').Look} look
 * @returns {Shape[]}
 */
export function drawn(element, place, look) {
  const { style, opacity, clip, x, y } = look;
  if (element instanceof SVGElement)
    return element instanceof SVGSVGElement ? [] : outlineOf(element, style, opacity, x, y);
  if (element instanceof HTMLCanvasElement || element instanceof HTMLImageElement) {
    const picture = pixelsOf(element);
    const { left, top, width, height } = place;
    const box = { x: left - x, y: top - y, width, height, radius: roundness(place, style, clip) };
    return picture ? [{ kind: 'image', ...box, ...picture }] : [];
  }
  const control = controlOf(element, look);
  // Browsers draw these whole.
  if (control && element.matches('[type=range], [type=checkbox], [type=radio]')) return control;
  return [...boxOf(style, place, opacity, x, y), ...(control ?? []), ...addedTo(element, look)];
}

/**
 * How round the corners of a picture are: by itself, or because it fills what cuts it off.
 * @param {DOMRect} place @param {CSSStyleDeclaration} style @param {import('./text.js').Clip} clip
 */
function roundness({ left, top, right, bottom }, style, clip) {
  const fills =
    left <= clip.left + 2 &&
    top <= clip.top + 2 &&
    right >= clip.right - 2 &&
    bottom >= clip.bottom - 2;
  return Number.parseFloat(style.borderTopLeftRadius) || (fills && clip.radius) || 0;
}

/** The pixels of a picture, where the page may read them. @param {HTMLCanvasElement | HTMLImageElement} element */
function pixelsOf(element) {
  const [width, height] =
    element instanceof HTMLImageElement
      ? [element.naturalWidth, element.naturalHeight]
      : [element.width, element.height];
  if (width === 0 || height === 0) return undefined;
  try {
    const picture = Object.assign(document.createElement('canvas'), { width, height });
    contextOf(picture).drawImage(element, 0, 0);
    return { picture, href: picture.toDataURL() };
  } catch {
    return undefined;
  }
}
