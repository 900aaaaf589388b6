import { touched } from '../model/explain.js';

/**
 * @typedef {import('../model/explain.js').Link} Link
 * @typedef {import('../model/explain.js').Operand} Operand
 * @typedef {import('../model/explain.js').Selection} Selection
 * @typedef {{ linked: Iterable<number>, selected: number | undefined }} Lit the cells of a grid that are lit
 */

/** @type {Lit} */
export const unlit = { linked: [], selected: undefined };

/**
 * What is explained at present, for all who draw it. The pointer changes it many times a second, and most
 * of the page stays as it is: so it is one thing that elements are given once, and that tells them.
 */
export class Light {
  /** @type {Selection | undefined} */
  selection = undefined;
  /** The multiplications behind it.
   * @type {readonly Link[]} */
  links = [];
  /** Whether there are too many of them to be told. */
  crowded = false;
  /** The element in which a person selected it just now, if that is why it is explained.
   * @type {EventTarget | undefined} */
  by = undefined;
  /** @type {ReturnType<typeof touched> | undefined} */
  #touched;
  /** @type {Set<() => void>} */
  #followers = new Set();

  /**
   * @param {Selection | undefined} selection
   * @param {readonly Link[]} links
   * @param {EventTarget} [by]
   * @param {boolean} [crowded] whether there are more links, too many to be told
   */
  show(selection, links, by, crowded = false) {
    this.crowded = crowded;
    this.by = by;
    this.selection = selection;
    this.links = links;
    this.#touched = undefined;
    for (const follow of this.#followers) follow();
  }

  /** The offsets of an operand's cells that the links touch. @param {Operand} operand */
  linked(operand) {
    this.#touched ??= touched(this.links);
    return this.#touched[operand];
  }

  /** The cell of an operand that is selected, if one is. @param {Operand} operand */
  selected(operand) {
    const { selection } = this;
    if (!selection) return undefined;
    if ('operand' in selection) {
      return selection.operand === operand ? selection.offset : undefined;
    }
    return operand === 'k' ? undefined : selection[operand];
  }

  /** @param {Operand} operand @returns {Lit} */
  of(operand) {
    return { linked: this.linked(operand), selected: this.selected(operand) };
  }

  /**
   * Calls back whenever something else is explained.
   * @param {() => void} callback
   * @returns {() => void} ends it
   */
  follow(callback) {
    this.#followers.add(callback);
    return () => this.#followers.delete(callback);
  }
}

/**
 * Lets an element with a property `light` follow it for as long as it is on the page.
 *
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @implements {ReactiveController}
 */
export class LightController {
  #host;
  #draw;
  /** @type {Light | undefined} */
  #light;
  #end = () => {};

  /**
   * @param {import('lit').LitElement & { light: Light | undefined }} host
   * @param {() => void} draw what the light changes; by default, all that the host shows
   */
  constructor(host, draw = () => host.requestUpdate()) {
    this.#host = host;
    this.#draw = draw;
    host.addController(this);
  }

  hostConnected() {
    this.#follow();
  }

  hostUpdate() {
    this.#follow();
  }

  hostDisconnected() {
    this.#end();
    this.#light = undefined;
  }

  #follow() {
    const { light } = this.#host;
    if (light === this.#light) return;
    this.#end();
    this.#light = light;
    this.#end = light?.follow(this.#draw) ?? (() => {});
  }
}
