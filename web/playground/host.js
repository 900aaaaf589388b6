import { schemeIn } from './scheme.js';

/** What is around a node as it is shown: the slot it is in, the shadow's host, else its parent.
 * @param {Element} element
 * @returns {Element | null} */
const around = (element) =>
  element.assignedSlot ??
  element.parentElement ??
  /** @type {Element | null} */ (/** @type {any} */ (element.parentNode)?.host ?? null);

/** All that is around an element, the nearest first. @param {Element} element */
function ancestors(element) {
  /** @type {Element[]} */
  const all = [];
  for (let next = around(element); next; next = around(next)) all.push(next);
  return all;
}

/**
 * What an element lies in.
 * @param {Element} element
 * @returns {import('./scheme.js').Surroundings & { language: string | undefined }} `language`: as the
 *   closest `lang` has it
 */
function surroundings(element) {
  const page = element.ownerDocument;
  const view = page.defaultView ?? window;
  const outer = ancestors(element);
  const style = (/** @type {Element} */ each) => view.getComputedStyle(each);
  return {
    inherited: outer.length > 0 ? style(outer[0]).colorScheme : 'normal',
    root: style(page.documentElement).colorScheme,
    grounds: [element, ...outer].map((each) => style(each).backgroundColor),
    dark: systemIsDark(view).matches,
    framed: view.parent !== view,
    language: outer.map((each) => each.getAttribute('lang')).find(Boolean) ?? undefined,
  };
}

const systemIsDark = (/** @type {Window} */ view) =>
  view.matchMedia('(prefers-color-scheme: dark)');

/**
 * The page around an element: what it is dressed in, and its language. The element is drawn anew when the
 * page changes: by attributes of what is around the element, by a style sheet that arrives, by a transition
 * that ends; or when the system does.
 *
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @implements {ReactiveController}
 */
export class HostController {
  #element;
  /** Read when first asked for, when the page's own script has had its turn.
   * @type {ReturnType<typeof surroundings> | undefined} */
  #read;
  /** What was told last: it is asked for with each edit.
   * @type {{ theme: string, within: object } & ReturnType<typeof schemeIn> | undefined} */
  #told;
  /** @type {AbortController | undefined} */
  #listening;

  /** @param {import('lit').LitElement} element */
  constructor(element) {
    this.#element = element;
    element.addController(this);
  }

  /** The language of the page, as its closest `lang` has it. */
  get language() {
    return this.#surroundings.language;
  }

  /** The scheme under a theme that was asked for, and whether it needs a ground of its own.
   * @param {string} theme */
  scheme(theme) {
    const within = this.#surroundings;
    if (this.#told?.theme !== theme || this.#told.within !== within)
      this.#told = { theme, within, ...schemeIn(theme, within) };
    return this.#told;
  }

  get #surroundings() {
    return (this.#read ??= surroundings(this.#element));
  }

  hostConnected() {
    const page = this.#element.ownerDocument;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const look = () => this.#look();

    const attributes = new MutationObserver(look);
    for (const element of ancestors(this.#element))
      attributes.observe(element, { attributes: true });
    signal.addEventListener('abort', () => attributes.disconnect());

    const view = page.defaultView ?? window;
    systemIsDark(view).addEventListener('change', look, { signal });
    // A load does not bubble; it is seen on its way down.
    const late = (/** @type {Event} */ { target }) =>
      /** @type {Element | null} */ (target)?.matches?.('link, style') && look();
    page.addEventListener('load', late, { capture: true, signal });
    const faded = (/** @type {TransitionEvent} */ { propertyName }) =>
      propertyName.startsWith('background') && look();
    page.addEventListener('transitionend', faded, { capture: true, signal });

    this.#read = undefined;
    this.#element.requestUpdate();
  }

  hostDisconnected() {
    this.#listening?.abort();
  }

  #look() {
    const before = this.#surroundings;
    this.#read = surroundings(this.#element);
    if (JSON.stringify(this.#read) !== JSON.stringify(before)) this.#element.requestUpdate();
  }
}
