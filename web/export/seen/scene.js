import { drawn } from './drawn.js';
import { linesIn } from './text.js';

/**
 * A part of the page as a scene: what is seen of it, as it is laid out now, in the colours of both themes.
 *
 * @typedef {import('../scene.js').Scene} Scene
 * @typedef {import('../scene.js').Shape} Shape
 * @typedef {import('../palettes.js').Theme} Theme
 * @typedef {import('./text.js').Look['clip']} Clip
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
  /** @type {Shape[]} */
  const shapes = [];
  const box = root.getBoundingClientRect();

  /** @param {Node} node @param {CSSStyleDeclaration} style @param {number} opacity @param {Clip} clip */
  function visit(node, style, opacity, clip) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (style.visibility === 'visible')
        shapes.push(...linesIn(/** @type {Text} */ (node), { style, opacity, clip, x, y }));
      return;
    }
    if (!(node instanceof Element)) return;
    const own = getComputedStyle(node);
    const left = opacity * Number(own.opacity);
    if (own.display === 'none' || left === 0) return;
    const place = node.getBoundingClientRect();
    const boxed = own.display !== 'contents' && place.width > 0 && place.height > 0;
    const inside = boxed && own.overflowX !== 'visible' ? cut(clip, place) : clip;
    // Words for screen readers only are in boxes of one pixel.
    if (inside.right - inside.left <= 1 || inside.bottom - inside.top <= 1) return;
    if (boxed && own.visibility === 'visible' && meets(clip, place))
      shapes.push(...drawn(node, own, place, left, inside, x, y));
    if (node instanceof SVGElement && !(node instanceof SVGSVGElement || node.localName === 'g'))
      return;
    if (node instanceof HTMLSelectElement || node instanceof HTMLTextAreaElement) return;
    for (const child of within(node)) visit(child, own, left, inside);
  }

  const { left, top, right, bottom } = box;
  visit(root, getComputedStyle(root), 1, {
    left: left - margin,
    top,
    right: right + margin,
    bottom,
  });
  return shapes;
}

/** @param {Clip} one @param {Clip} other @returns {Clip} */
const cut = (one, other) => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

/** @param {Clip} one @param {Clip} other */
const meets = (one, other) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;
