import { css, html } from 'lit';
import { differs } from './differs.js';
import { PlaygroundElement } from './element.js';
import { layerProperty } from './layer-property.js';
import { formulaLines } from '../model/formula.js';
import { defaults } from '../state/state.js';

/**
 * The size formula of the operation, in words and with the present numbers; one line when the axes
 * agree, else one for each.
 */
export class ConvFormula extends PlaygroundElement {
  static properties = {
    state: layerProperty,
    y: { attribute: false, hasChanged: differs },
    apart: { type: Boolean },
    t: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../state/state.js').State} */
    this.state = defaults;
    /** The shape of the output; none while there is a fault.
     * @type {readonly number[] | undefined} */
    this.y = undefined;
    /** Whether each axis has its line even where they agree. */
    this.apart = false;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    return formulaLines(this.state, this.y, this.t, this.apart).map(
      ({ axis, parts, size }) =>
        html`<p>
          ${axis ? html`<span class="axis">${axis}</span>` : ''}
          <span>${parts[0]}</span>
          <span>${parts[1]}</span>
          <span>= <strong>${size}</strong></span>
        </p>`,
    );
  }

  static styles = css`
    p {
      margin: 0;
      color: var(--quiet);
      line-height: 1.6;
      font-variant-numeric: tabular-nums;
    }
    strong {
      color: var(--y);
    }
    .axis {
      display: inline-block;
      min-width: 4em;
      color: var(--ink);
    }
  `;
}
