import { html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { sameLayer } from '../../state/layer.js';

/**
 * @typedef {import('../panel-element.js').PanelElement} PanelElement
 * @typedef {Pick<PanelElement, 'state' | 'outcome' | 'engine' | 'light' | 'channel' | 't'>} LayerView
 */

/**
 * One of the two readings: what it is given, and what both say.
 *
 * @template Plan what is the same for all steps and numbers of a layer
 */
export class StepsPart extends PlaygroundElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    layer: { attribute: false },
    present: { type: Number },
    room: { type: Number },
  };

  constructor() {
    super();
    /** The properties of the panel.
     * @type {LayerView} */
    this.layer = /** @type {any} */ (undefined);
    /** The cell of the present step. */
    this.present = 0;
    /** The width there is, in pixels. */
    this.room = 0;
  }

  /** @type {{ state: LayerView['state'], channel: LayerView['channel'], plan: Plan } | undefined} */
  #kept;

  /** What the sizes and the channel decide, the same for as long as they are: so no cell is named again
   * for another number. */
  get plan() {
    const { state, channel } = this.layer;
    const kept = this.#kept;
    const same =
      kept?.channel.input === channel.input &&
      kept.channel.output === channel.output &&
      sameLayer(kept.state, state);
    if (!same) this.#kept = { state, channel, plan: this.planned() };
    return /** @type {NonNullable<typeof kept>} */ (this.#kept).plan;
  }

  /** @returns {Plan} */
  planned() {
    throw new Error('each reading has its own');
  }

  /** Says which channels are drawn, where there are several. */
  channels() {
    const { outcome, channel, t } = this.layer;
    if (outcome.x.shape[1] * outcome.y.shape[1] === 1) return '';
    return html`<p>${t('steps.channels', channel)}</p>`;
  }
}
