import { PlaygroundElement } from '../elements/element.js';
import { defaults } from '../state/state.js';

/**
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 */

/**
 * The outcome of a valid layer: nothing is missing.
 * @typedef {{ [part in Exclude<keyof Outcome, 'fault'>]: NonNullable<Outcome[part]> }} Complete
 */

/**
 * What every panel is given. A panel draws; it tells what a person did by the events of
 * elements/events.js, and keeps nothing that a link should reproduce.
 */
export class PanelElement extends PlaygroundElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    state: { attribute: false },
    outcome: { attribute: false },
    engine: { attribute: false },
    light: { attribute: false },
    channel: { attribute: false },
    lock: { attribute: false },
    leading: {},
    language: {},
    t: { attribute: false },
  };

  constructor() {
    super();
    this.state = defaults;
    /** Of a valid layer; there is no panel while something is wrong.
     * @type {Complete} */
    this.outcome = /** @type {any} */ (undefined);
    /** @type {Engine} */
    this.engine = /** @type {any} */ (undefined);
    /** What is explained, in whichever view: it changes without the panel being rendered anew, unless the
     * panel follows it.
     * @type {import('../elements/light.js').Light} */
    this.light = /** @type {any} */ (undefined);
    /** The channels that the stage shows. */
    this.channel = { input: 0, output: 0 };
    /** The parts that cannot be changed.
     * @type {readonly string[]} */
    this.lock = [];
    /** The part of it that is to come first: a lesson is about it.
     * @type {string | undefined} */
    this.leading = undefined;
    /** @type {import('../i18n/index.js').Language} */
    this.language = 'en';
    /** The words of the page and of this panel.
     * @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }
}

/**
 * The parts of a panel in their order, but for the one that is to come first.
 * @param {Record<string, unknown>} parts
 * @param {string | undefined} first
 */
export const inOrder = (parts, first) =>
  Object.keys(parts)
    .sort((one, other) => Number(other === first) - Number(one === first))
    .map((name) => parts[name]);
