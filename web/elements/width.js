/**
 * Tells of changed sizes a frame later. What is drawn for a new size changes sizes again, also of what lies
 * around, and in the frame of the first change the observers of those could no longer be told: the browser
 * reports that as an error of the page.
 * @param {(entry: ResizeObserverEntry) => void} changed
 */
export const sizeObserver = (changed) =>
  new ResizeObserver(([entry]) => requestAnimationFrame(() => changed(entry)));

/** The width of an element's content, in pixels. @param {Element} element */
function contentWidth(element) {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

/**
 * The width that an element has, in whole pixels; it is drawn anew when that changes.
 *
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @implements {ReactiveController}
 */
export class WidthController {
  /** Of the element's content; 0 until it is known. */
  width = 0;
  #host;
  #observer = sizeObserver(({ contentRect }) => this.#set(contentRect.width));

  /** @param {import('lit').LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#observer.observe(this.#host);
  }

  /** A new element is measured at once: else its first frame would have nothing in it. */
  hostUpdated() {
    if (this.width === 0 && this.#host.isConnected) this.#set(contentWidth(this.#host));
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }

  /** @param {number} exact */
  #set(exact) {
    const width = Math.floor(exact);
    if (width === this.width) return;
    this.width = width;
    this.#host.requestUpdate();
  }
}
