import { LitElement, html } from 'lit';

/**
 * @typedef {import('../panel-element.js').PanelElement} PanelElement
 * @typedef {Pick<PanelElement, 'state' | 'outcome' | 'engine' | 'light' | 'channel' | 't'>} LayerView
 */

/** One of the two readings: what it is given, and what both say. */
export class StepsPart extends LitElement {
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

  /** Says which channels are drawn, where there are several. */
  channels() {
    const { outcome, channel, t } = this.layer;
    if (outcome.x.shape[1] * outcome.y.shape[1] === 1) return '';
    return html`<p>${t('steps.channels', channel)}</p>`;
  }
}

/**
 * Lets a grid's event speak of the cell that a drawn cell stands for.
 * @param {import('../../elements/events.js').SelectEvent} event
 * @param {'x' | 'k' | 'y'} operand
 * @param {(offset: number) => number | undefined} source
 */
export function selectInstead(event, operand, source) {
  const { selection } = event;
  if (!selection || !('operand' in selection)) return;
  const offset = source(selection.offset);
  event.selection = offset === undefined ? undefined : { operand, offset };
}
