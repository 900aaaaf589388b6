import { Light } from '../elements/light.js';
import { attended, usedLast } from '../model/attention.js';
import { isCrowded, linksOf } from '../model/explain.js';
import { pinnedCell } from '../model/pin.js';
import { stepAt } from '../model/steps.js';

/**
 * @typedef {import('../model/attention.js').Way} Way
 * @typedef {import('../model/explain.js').Selection} Selection
 * @typedef {import('lit').ReactiveController} ReactiveController
 *
 * @typedef {object} Shown a layer with an output
 * @property {import('../engine/engine.d.ts').Engine} engine
 * @property {import('../state/state.js').State} state
 * @property {import('../model/evaluate.js').Outcome} outcome
 */

/** @type {import('../model/explain.js').Link[]} */
const none = [];

/**
 * What a person looks at, and what is explained for it.
 * @implements {ReactiveController}
 */
export class Looking {
  /** What is explained. Pointing and focusing change nothing else: they need no rendering of the page. */
  light = new Light();
  /** @type {import('../model/attention.js').Selected} */
  #selected = {};
  /** @type {import('../model/attention.js').Used} */
  #used = [];
  /** An entry of the matrix that is pinned; a link holds only cells.
   * @type {import('../model/explain.js').Entry | undefined} */
  #entry;
  /** The element that the pointer selects in. @type {EventTarget | undefined} */
  #pointed;
  /** The element in which something was selected that is not explained yet. @type {EventTarget | undefined} */
  #by;
  /** Where the pointer was last, on the screen, and whether it rests there.
   * @type {{ x: number, y: number, time: number, rests: boolean } | undefined} */
  #place;
  /** What was explained last, as text. @type {string | undefined} */
  #told;
  /** Whether the focus goes to what speaks of the cell that it leaves. */
  #holding = false;
  #host;
  #explain;

  /**
   * @param {import('lit').LitElement} host
   * @param {() => void} explain shows what is selected
   */
  constructor(host, explain) {
    this.#host = host;
    this.#explain = explain;
    host.addController(this);
  }

  hostConnected() {
    const root = this.#host.renderRoot;
    // Before those within hear of it.
    for (const type of ['pointerover', 'pointermove']) {
      root.addEventListener(type, this.#sense, { capture: true, passive: true });
    }
    root.addEventListener('focusout', this.#senseFocus, { capture: true });
  }

  /**
   * Takes note of where the pointer is: what comes to lie under one that rests is not pointed at.
   * @param {Event} event
   */
  #sense = (event) => {
    const { screenX: x, screenY: y, timeStamp, pointerType } = /** @type {PointerEvent} */ (event);
    const last = this.#place;
    // One move of the pointer is several events.
    if (last?.time === timeStamp) return;
    const rests = pointerType !== 'touch' && last?.x === x && last.y === y;
    this.#place = { x, y, time: timeStamp, rests };
  };

  /**
   * Takes note of where the focus goes: to reach what is said of a cell, or what copies it, is to look at the
   * cell still.
   * @param {Event} event
   */
  #senseFocus = (event) => {
    const { target, relatedTarget } = /** @type {FocusEvent} */ (event);
    const speaks = (/** @type {EventTarget | null} */ to) =>
      to instanceof Element && to.localName === 'conv-sentence';
    this.#holding = speaks(relatedTarget);
    // It may also go nowhere: a button is gone once it has said the rest of a sum.
    if (!speaks(target) || !relatedTarget || this.#holding || !this.#selected.focus) return;
    this.#selected = { ...this.#selected, focus: undefined };
    this.#explain();
  };

  /** Takes note that one of the ways was used. @param {Way} way */
  use(way) {
    this.#used = usedLast(this.#used, way);
  }

  /**
   * Takes note of what a person points at, focuses or pins.
   * @param {import('../elements/events.js').SelectEvent} event
   * @returns {import('../model/explain.js').Cell | undefined} a cell to pin, which is for the state to do
   */
  take(event) {
    const { how, selection, pointer } = event;
    const [target] = event.composedPath();
    if (pointer) this.#sense(pointer);
    this.#by = target;
    if (how !== 'pin') this.#select(how, selection, target);
    else if (selection && 'operand' in selection) return selection;
    else if (selection) this.#pinEntry(selection);
    return undefined;
  }

  /**
   * @param {'hover' | 'focus'} how
   * @param {Selection | undefined} selection
   * @param {EventTarget} target
   */
  #select(how, selection, target) {
    const way = how === 'hover' ? 'pointer' : 'focus';
    if (selection ? how === 'hover' && this.#place?.rests : how === 'focus' && this.#holding)
      return;
    this.#selected = { ...this.#selected, [way]: selection };
    if (selection) this.use(way);
    if (how === 'hover') this.#pointed = target;
  }

  /**
   * Lets go of what the pointer selected, once it is elsewhere: an element that is taken away under the
   * pointer does not say that it left.
   * @param {PointerEvent} event
   * @returns {boolean} whether something was let go of
   */
  letGo(event) {
    if (!this.#selected.pointer) return false;
    if (event.composedPath().includes(/** @type {EventTarget} */ (this.#pointed))) return false;
    this.#selected = { ...this.#selected, pointer: undefined };
    return true;
  }

  /** Lets the state say which cell is pinned. */
  pinCell() {
    this.#entry = undefined;
    this.use('pin');
  }

  /** Pins an entry, or lets go of it when it is the pinned one.
   * @param {import('../model/explain.js').Entry} entry */
  #pinEntry(entry) {
    const same = this.#entry?.x === entry.x && this.#entry.y === entry.y;
    this.#entry = same ? undefined : entry;
    this.use('pin');
  }

  /** Lets go of a pinned entry. @returns {boolean} whether there was one */
  unpinEntry() {
    const pinned = this.#entry !== undefined;
    this.#entry = undefined;
    return pinned;
  }

  /**
   * Shows what is selected, and the multiplications behind it. A key that leads to a cell selects it, and so
   * does the focus that follows; a number that is typed changes no link: what is explained already is not
   * explained again.
   * @param {Shown | undefined} shown
   */
  explain(shown) {
    const selection = shown && this.#selection(shown);
    const by = this.#by;
    this.#by = undefined;
    const told = JSON.stringify(selection);
    const { light } = this;
    const crowded = shown && selection ? isCrowded(shown.state, selection) : false;
    const links = selection && !crowded ? linksOf(shown.engine, shown.state, selection) : none;
    const same = told === this.#told && links === light.links && crowded === light.crowded;
    if (same && (!by || by === light.by)) return;
    this.#told = told;
    light.show(selection, links, by, crowded);
  }

  /** @param {Shown} shown */
  #selection({ state, outcome }) {
    const step = stepAt(state, outcome);
    const pin = this.#entry ?? pinnedCell(state, outcome);
    return attended(this.#used, { ...this.#selected, step, pin }, outcome);
  }
}
