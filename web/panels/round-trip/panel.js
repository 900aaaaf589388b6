import { css, html } from 'lit';
import { segments } from '../../elements/segments.js';
import { defined } from '../../elements/defined.js';
import { UpdateEvent } from '../../elements/events.js';
import { controls } from '../../elements/styles.js';
import { allowed } from '../../state/lock.js';
import { ConvFigures } from '../figures.js';
import { PanelElement, inOrder } from '../panel-element.js';
import { article, strides, withArticle } from './article.js';
import { ConvTripNumbers } from './numbers.js';
import { ConvTripSizes } from './sizes.js';
import { ConvTripWindows } from './window-strips.js';

/**
 * There by one operation and back by the other with the same settings: the sizes, and the numbers.
 */
export class RoundTripPanel extends PanelElement {
  static properties = {
    ...PanelElement.properties,
    source: { state: true },
    first: { state: true },
  };

  constructor() {
    super();
    /** Whose sizes are shown; until a person says, the article's while the layer has no stride.
     * @type {'article' | 'present' | undefined} */
    this.source = undefined;
    /** Which operation goes first; until a person says, the layer's own.
     * @type {'conv' | 'tconv' | undefined} */
    this.first = undefined;
  }

  render() {
    const { state, outcome, engine, channel, language, t } = this;
    const source = this.source ?? (strides(state) ? 'present' : 'article');
    const layer = source === 'article' ? article : state;
    const given = { state, outcome, engine, channel, language, t };
    const sizes = {
      choices: html`<div class="choices">
          ${this.#choice('source', source, ['article', 'present'])}
          ${source === 'article' ? this.#stage() : ''}
        </div>
        <div class="choices">
          ${this.#choice('first', this.first ?? layer.op, ['conv', 'tconv'])}
        </div>`,
      sizes: html`<conv-trip-sizes
        .layer=${layer}
        .first=${this.first ?? layer.op}
        .engine=${engine}
        .t=${t}
      ></conv-trip-sizes>`,
    };
    const parts = {
      sizes: html`<section>
        <h2 class="hidden">${t('trip.sizes')}</h2>
        ${inOrder(sizes, this.leading)}
      </section>`,
      numbers: html`<conv-trip-numbers .given=${given}></conv-trip-numbers>`,
    };
    return inOrder(parts, this.leading);
  }

  /**
   * @param {'source' | 'first'} name
   * @param {string} chosen
   * @param {string[]} values
   */
  #choice(name, chosen, values) {
    const choices = values.map((value) => ({
      name: value,
      label: this.t(`trip.${name}.${value}`),
    }));
    return segments(this.t(`trip.${name}`), choices, chosen, (value) => {
      /** @type {any} */ (this)[name] = value;
      if (name === 'source') this.first = undefined;
    });
  }

  /** Makes the article's layer the present one. */
  #stage() {
    return html`<button
      ?disabled=${!allowed(this.lock, this.state, withArticle(this.state))}
      @click=${() => this.dispatchEvent(new UpdateEvent(withArticle))}
    >
      ${this.t('trip.stage')}
    </button>`;
  }

  static styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 40px;
      }
      conv-trip-sizes {
        display: block;
      }
      .choices + conv-trip-sizes,
      conv-trip-sizes + .choices {
        margin-top: 20px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        align-items: center;
        margin-bottom: 12px;
      }
      @container (max-width: 600px) {
        .segments {
          flex-direction: column;
          width: 100%;
        }
      }
    `,
  ];
}

defined({
  'conv-figures': ConvFigures,
  'conv-trip-numbers': ConvTripNumbers,
  'conv-trip-sizes': ConvTripSizes,
  'conv-trip-windows': ConvTripWindows,
  'conv-panel-round-trip': RoundTripPanel,
});

export default RoundTripPanel;
