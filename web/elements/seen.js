/** How long nothing changes until what is not seen follows, in ms. */
const rest = 100;

/**
 * Whether an element is in sight. What nobody sees need not be drawn with each key: it follows once the hands
 * rest, or when it comes into sight, and is then as if it had been drawn all along.
 *
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @implements {ReactiveController}
 */
export class SeenController {
  #element;
  #follow;
  #seen = true;
  /** Whether it is drawn now, though it is not seen. */
  #due = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {IntersectionObserver | undefined} */
  #observer;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {() => Element} element of the host, once it has been rendered
   * @param {() => void} follow draws at once what has waited
   */
  constructor(host, element, follow) {
    this.#element = element;
    this.#follow = follow;
    host.addController(this);
  }

  hostUpdated() {
    if (this.#observer) return;
    this.#observer = new IntersectionObserver((entries) => {
      this.#seen = entries[entries.length - 1].isIntersecting;
      if (this.#seen && this.#timer !== undefined) this.#draw();
    });
    this.#observer.observe(this.#element());
  }

  hostDisconnected() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#seen = true;
  }

  /** Whether what has changed waits, and is to be drawn when `follow` is called. */
  waits() {
    if (this.#seen || this.#due) return false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(), rest);
    return true;
  }

  #draw() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due = true;
    this.#follow();
    this.#due = false;
  }
}
