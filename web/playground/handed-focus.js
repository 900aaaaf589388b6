import { focusedWithin } from '../elements/focused.js';

/**
 * @typedef {import('lit').LitElement} LitElement
 * @typedef {import('lit').ReactiveController} ReactiveController
 */

/** The parts with buttons that go away with what they did. */
const fleeting = 'conv-refusals, .notice';

/**
 * Where the keyboard's focus goes when it was on such a button: back to where it came from. Of itself it would
 * be nowhere. A pointer's stays away, since a finger on a button does not ask for the keys that come up with a
 * cell's.
 * @implements {ReactiveController}
 */
export class HandedFocus {
  #host;
  /** The element that had the focus before, and what it is in. @type {readonly EventTarget[]} */
  #before = [];
  /** The part that it is in while the host is drawn. @type {Element | undefined} */
  #part;

  /** @param {LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  get #root() {
    return /** @type {ShadowRoot} */ (this.#host.renderRoot);
  }

  hostConnected() {
    this.#root.addEventListener('focusout', this.#leave);
  }

  hostDisconnected() {
    this.#root.removeEventListener('focusout', this.#leave);
  }

  /** Told within the host only, of a move from one of its parts to another. @param {Event} event */
  #leave = (event) => {
    const { target, relatedTarget } = /** @type {FocusEvent} */ (event);
    const isFleeting = (/** @type {EventTarget | null} */ at) =>
      at instanceof Element && at.closest(fleeting) !== null;
    if (!isFleeting(relatedTarget) || isFleeting(target)) return;
    const path = event.composedPath();
    this.#before = path.slice(0, path.indexOf(this.#root));
  };

  hostUpdate() {
    if (!this.#host.hasUpdated) return;
    const part = this.#root.activeElement?.closest(fleeting);
    const byKey = part && focusedWithin(this.#root)?.matches(':focus-visible');
    this.#part = byKey ? part : undefined;
  }

  async hostUpdated() {
    const part = /** @type {LitElement | undefined} */ (this.#part);
    this.#part = undefined;
    if (!part) return;
    await part.updateComplete;
    const there = this.#before.filter((at) => at instanceof HTMLElement && at.isConnected);
    for (const element of /** @type {HTMLElement[]} */ (there)) {
      // In the place of a cell that is no more, the one that Tab reaches.
      const reached = /** @type {HTMLElement | null} */ (element.querySelector('[tabindex="0"]'));
      for (const each of [element, reached]) if (!this.#root.activeElement) each?.focus();
    }
  }
}
