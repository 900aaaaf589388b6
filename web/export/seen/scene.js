import { colouredIn } from './colours.js';
import { drawn } from './drawn.js';
import { linesIn } from './text.js';

/**
 * A part of the page as a scene: what is seen of it, as it is laid out now, in the colours of both themes.
 *
 * @typedef {import('../scene.js').Scene} Scene
 * @typedef {import('../scene.js').Shape} Shape
 * @typedef {import('../palettes.js').Theme} Theme
 * @typedef {import('./text.js').Clip} Clip
 * @typedef {import('./text.js').Look} Look
 */

/** Room around it, in pixels. */
const margin = 20;

/**
 * @param {HTMLElement} root
 * @param {{ title: string, lang: string }} said
 * @returns {Scene}
 */
export function seenScene(root, { title, lang }) {
  const { left, top, width, height } = root.getBoundingClientRect();
  const dressed = dressedAround(root);
  const before = dressed.style.colorScheme;
  const wear = (/** @type {string} */ scheme) => {
    dressed.style.colorScheme = scheme;
    endFades();
  };
  const inTheme = (/** @type {Theme} */ theme) => {
    wear(theme);
    return shapesIn(root, left - margin, top - margin);
  };
  const [light, dark] = [inTheme('light'), inTheme('dark')];
  wear(before);
  const { shapes, own } = inBothThemes(light, dark);
  return {
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(height + 2 * margin),
    shapes,
    own,
    title,
    description: '',
    lang,
  };
}

/** What gives an element its theme: of that, all colours follow, also those that are inherited.
 * @param {HTMLElement} root */
function dressedAround(root) {
  /** @type {any} */
  let each = root;
  while (each && !each.style?.colorScheme) each = each.parentElement ?? each.getRootNode().host;
  return /** @type {HTMLElement} */ (each ?? root);
}

/** Ends what fades from one theme into the other, anywhere in the page: it would be seen to. */
function endFades() {
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
}

/**
 * Shapes whose paints are names, and what they stand for in each theme. Both lists are of the same page, so that
 * they differ in colours alone.
 * @param {readonly Shape[]} light
 * @param {readonly Shape[]} dark
 */
function inBothThemes(light, dark) {
  /** @type {Record<Theme, Record<string, string>>} */
  const own = { light: {}, dark: {} };
  /** @type {Map<string, string>} */
  const names = new Map();
  const named = (
    /** @type {string | undefined} */ one,
    /** @type {string | undefined} */ other,
  ) => {
    if (one === undefined || other === undefined) return undefined;
    const key = one + other;
    const name = names.get(key) ?? `seen-${names.size}`;
    names.set(key, name);
    Object.assign(own.light, { [name]: one });
    Object.assign(own.dark, { [name]: other });
    return name;
  };
  const shapes = light.flatMap((shape, i) => {
    const other = /** @type {any} */ (dark[i] ?? shape);
    if (shape.kind === 'image') return shape;
    if (shape.kind !== 'text' && ![shape.fill, shape.stroke, other.fill, other.stroke].some(isSeen))
      return [];
    if (shape.kind === 'text')
      return {
        ...shape,
        runs: shape.runs.map((run, j) => ({
          ...run,
          fill: named(run.fill, other.runs[j].fill) ?? '',
        })),
      };
    return {
      ...shape,
      fill: named(shape.fill, other.fill),
      stroke: named(shape.stroke, other.stroke),
    };
  });
  return { shapes: /** @type {Shape[]} */ (shapes), own };
}

/** Whether an ink is more than transparent. @param {string | undefined} ink */
const isSeen = (ink) => ink !== undefined && ink.slice(7) !== '00';

/** The nodes that are drawn in an element: of its shadow, of a slot, or its own. @param {Element} element */
function within(element) {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  return assigned.length ? assigned : element.childNodes;
}

/**
 * @param {Element} root
 * @param {number} x of the scene's left edge in the window
 * @param {number} y of its upper edge
 */
function shapesIn(root, x, y) {
  /** What lies above the rest is drawn after it: by how high it lies.
   * @type {{ height: number, shape: Shape }[]} */
  const shapes = [];
  const coloured = colouredIn();
  const box = root.getBoundingClientRect();

  /** @param {Node} node @param {Look} look of what it is in @param {number} height */
  function visit(node, look, height) {
    const put = (/** @type {Shape[]} */ all) =>
      shapes.push(...all.map((shape) => ({ height, shape })));
    if (node instanceof Text) {
      if (look.style.visibility === 'visible') put(linesIn(node, look, coloured(node)));
      return;
    }
    if (!(node instanceof Element)) return;
    const style = getComputedStyle(node);
    const opacity = look.opacity * Number(style.opacity);
    if (style.display === 'none' || opacity === 0) return;
    height += Number.parseInt(style.zIndex, 10) || 0;
    const place = node.getBoundingClientRect();
    // Of a line, a side is 0.
    const outline = node instanceof SVGElement && !(node instanceof SVGSVGElement);
    const boxed =
      style.display !== 'contents' && (outline || (place.width > 0 && place.height > 0));
    const { clip } = look;
    const cuts = boxed && style.overflowX !== 'visible' && !isPicture(node);
    const inside = cuts ? cut(clip, place, style) : clip;
    // Words for screen readers only are in boxes of one pixel.
    if (inside.right - inside.left <= 1 || inside.bottom - inside.top <= 1) return;
    if (boxed && style.visibility === 'visible' && meets(clip, place))
      put(drawn(node, place, { ...look, style, opacity, clip: inside }));
    if (outline && node.localName !== 'g') return;
    if (node instanceof HTMLSelectElement || node instanceof HTMLTextAreaElement) return;
    for (const child of within(node))
      visit(child, { ...look, style, opacity, clip: inside }, height);
  }

  const { left, top, right, bottom } = box;
  const clip = { left: left - margin, top, right: right + margin, bottom };
  visit(root, { style: getComputedStyle(root), opacity: 1, clip, x, y }, 0);
  return shapes.sort((one, other) => one.height - other.height).map(({ shape }) => shape);
}

/** Whether an element has nothing in it that it could cut. @param {Element} element */
const isPicture = (element) =>
  element instanceof HTMLCanvasElement || element instanceof HTMLImageElement;

/** @param {Clip} one @param {DOMRect} place @param {CSSStyleDeclaration} style @returns {Clip} */
const cut = (one, { left, top, right, bottom }, style) => ({
  left: Math.max(one.left, left),
  top: Math.max(one.top, top),
  right: Math.min(one.right, right),
  bottom: Math.min(one.bottom, bottom),
  radius: Number.parseFloat(style.borderTopLeftRadius) || 0,
});

/** @param {Clip} one @param {DOMRect} other */
const meets = (one, other) =>
  one.left <= other.right &&
  other.left <= one.right &&
  one.top <= other.bottom &&
  other.top <= one.bottom;
