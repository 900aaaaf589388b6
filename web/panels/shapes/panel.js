import { css, html } from 'lit';
import { defined } from '../../elements/defined.js';
import { layerProperty } from '../../elements/layer-property.js';
import { asked } from '../../model/asked.js';
import { PanelElement, inOrder } from '../panel-element.js';
import { ConvShapeSolver } from './solver.js';
import { ConvShapeSources } from './sources.js';
import { sections } from '../sections.js';

/** The sizes of the layer, what it costs, and the layers that have sizes one asks for. */
export class ShapesPanel extends PanelElement {
  static properties = {
    ...PanelElement.properties,
    state: layerProperty,
    outcome: {
      attribute: false,
      hasChanged: (/** @type {any} */ outcome, /** @type {any} */ before) =>
        String(outcome?.y.shape) !== String(before?.y.shape),
    },
  };

  render() {
    const { state, outcome, engine, lock, language, t } = this;
    const given = { state, outcome, engine, lock, language, t };
    const parts = {
      sizes: html`<section>
        <h2>${t('shapes.sizes')}</h2>
        <conv-formula apart .state=${state} .y=${outcome.y.shape} .t=${t}></conv-formula>
      </section>`,
      cost: this.#cost(),
      solver: html`<section><conv-shape-solver .given=${given}></conv-shape-solver></section>`,
      sources: html`<section><conv-shape-sources .given=${given}></conv-shape-sources></section>`,
    };
    return inOrder(parts, this.leading);
  }

  #cost() {
    const { state, t } = this;
    const { parameters, multiplications, dense } = asked(this.engine, state).cost();
    const zeros = Math.round(100 * (1 - multiplications / dense));
    const bias = state.bias?.length ?? 0;
    const share = multiplications === dense ? 'none' : `zeros.${state.op}`;
    return html`<dl>
      ${this.#figure('parameters', parameters, t(bias ? 'cost.bias' : 'cost.kernel', { bias }))}
      ${this.#figure('multiplications', multiplications, t('cost.links'))}
      ${this.#figure('dense', dense, t(`cost.${share}`, { percent: zeros || '<1' }))}
    </dl>`;
  }

  /**
   * @param {string} name
   * @param {number} count
   * @param {string} note
   */
  #figure(name, count, note) {
    return html`<div>
      <dt>${this.t(`cost.${name}`)}</dt>
      <dd data-name=${name}>${count.toLocaleString('en')}</dd>
      <dd class="note">${note}</dd>
    </div>`;
  }

  static styles = [
    sections,
    css`
      :host {
        display: grid;
        gap: 34px;
      }
      section {
        min-width: 0;
      }
      conv-formula {
        display: block;
        margin-top: 8px;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 18px 32px;
        margin: 0;
      }
      dl > div {
        display: flex;
        flex-direction: column;
      }
      dt {
        font-size: 13px;
        color: var(--quiet);
      }
      dd {
        margin: 0;
      }
      dd[data-name] {
        font-size: 26px;
        font-weight: 600;
        line-height: 1.3;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
}

defined({
  'conv-shape-solver': ConvShapeSolver,
  'conv-shape-sources': ConvShapeSources,
  'conv-panel-shapes': ShapesPanel,
});

export default ShapesPanel;
