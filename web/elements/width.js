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
  #observer = new ResizeObserver(([{ contentRect }]) => {
    const width = Math.floor(contentRect.width);
    if (width === this.width) return;
    this.width = width;
    this.#host.requestUpdate();
  });

  /** @param {import('lit').LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#observer.observe(this.#host);
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }
}
