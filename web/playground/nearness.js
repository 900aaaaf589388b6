import { asText } from '../state/given.js';

/**
 * Lets its host begin when it is about a viewport away from what is seen, at once where `loading` says
 * `eager`, and for a page that is printed. Once begun, it goes on wherever it is.
 *
 * @typedef {import('lit').LitElement & { loading: string, near: boolean }} Host
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @implements {ReactiveController}
 */
export class Nearness {
  #host;
  #begin;
  /** @type {IntersectionObserver | undefined} */
  #observer;

  /**
   * @param {Host} host
   * @param {() => void} begin called once
   */
  constructor(host, begin) {
    this.#host = host;
    this.#begin = begin;
    host.addController(this);
  }

  hostConnected() {
    if (this.#host.near || this.#comeAtOnce()) return;
    addEventListener('beforeprint', this.#come);
    this.#observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#come(),
      { rootMargin: '100%', scrollMargin: '100%' },
    );
    this.#observer.observe(this.#host);
  }

  /** Its `loading` may have changed. */
  hostUpdate() {
    if (!this.#host.near) this.#comeAtOnce();
  }

  hostDisconnected() {
    this.#observer?.disconnect();
    removeEventListener('beforeprint', this.#come);
  }

  #comeAtOnce() {
    const now = asText(this.#host.loading) === 'eager' || !globalThis.IntersectionObserver;
    if (now) this.#come();
    return now;
  }

  #come = () => {
    this.hostDisconnected();
    if (this.#host.near) return;
    this.#host.near = true;
    this.#begin();
  };
}
