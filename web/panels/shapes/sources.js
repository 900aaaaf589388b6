import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { UpdateEvent } from '../../elements/events.js';
import { controls } from '../../elements/styles.js';
import { asked } from '../../model/asked.js';
import { allowed } from '../../state/lock.js';
import { axesOfLayer } from '../axes.js';
import { OwnFields } from '../own-fields.js';
import { withSource } from './apply.js';
import { used } from './used.js';
import { sections } from '../sections.js';

/**
 * Which inputs become an output with the present settings, and the output padding of each.
 *
 * @fires UpdateEvent
 */
export class ConvShapeSources extends PlaygroundElement {
  static properties = {
    given: { attribute: false },
    output: { state: true },
  };

  #fields = new OwnFields(this);

  constructor() {
    super();
    /** What the panel is given.
     * @type {import('../panel-element.js').PanelElement} */
    this.given = /** @type {any} */ (undefined);
    /** The sizes asked for, by axis; until then those of the layer.
     * @type {{ height?: number, width?: number }} */
    this.output = {};
  }

  render() {
    const { t, state } = this.given;
    const axes = axesOfLayer(state);
    return html`
      <h2>${t('sources.title')}</h2>
      <div class="fields">${axes.map((each) => this.#field(each))}</div>
      ${
        this.#fields.drafts.size > 0
          ? html`<p role="status" class="note">${t('shapes.number')}</p>`
          : axes.map((each) => this.#axis(each, this.#wanted(each)))
      }
    `;
  }

  /** The size asked for on an axis. @param {import('../axes.js').Axes} axes */
  #wanted({ name, indices: [axis] }) {
    return this.output[name] ?? this.given.outcome.y.shape[2 + axis];
  }

  /** @param {import('../axes.js').Axes} axes */
  #field(axes) {
    const { t, engine } = this.given;
    const { name, indices } = axes;
    const output = t('solver.output');
    return html`<conv-number-field
      name=${name === 'height' ? 'sources.output' : 'sources.output.width'}
      label=${indices.length === 2 ? output : t('sources.output', { output, axis: t(`axis.${name}`) })}
      .value=${[this.#wanted(axes)]}
      .minimum=${1}
      .maximum=${engine.limits.setting}
      .drafts=${this.#fields.drafts}
      .t=${t}
      @numbers=${(/** @type {any} */ event) => {
        this.output = { ...this.output, [name]: event.value[0] };
      }}
    ></conv-number-field>`;
  }

  /**
   * @param {import('../axes.js').Axes} axes
   * @param {number} output
   */
  #axis({ name, indices }, output) {
    const { t, state, engine } = this.given;
    const sources = asked(engine, state).inputs(name, output);
    const axis = indices.length === 1 ? html`<span class="axis">${t(`axis.${name}`)}</span>` : '';
    if (sources.length === 0) {
      return html`<p role="status">${axis} ${t(`sources.none.${state.op}`, { output })}</p>`;
    }
    const more = sources.length === engine.limits.sources ? ' …' : '';
    return html`<p role="status" class="note">${axis} ${t(`sources.${state.op}`, { output })}</p>
      <ul class="chips">
        ${sources.map((source) => this.#source(source, indices, output))}${more}
      </ul>`;
  }

  /**
   * @param {import('../../engine/engine.d.ts').Source} source
   * @param {(0 | 1)[]} axes
   * @param {number} output
   */
  #source(source, axes, output) {
    const { t, state, engine, lock } = this.given;
    const { input, outputPadding } = source;
    const update = (/** @type {typeof state} */ now) => withSource(engine, now, source, axes);
    const next = update(state);
    return html`<li>
      <button
        aria-current=${next === state && state.x.shape[2 + axes[0]] === input}
        aria-label=${t('sources.use', { input, output, outputPadding })}
        ?disabled=${!allowed(lock, state, next)}
        @click=${() => this.dispatchEvent(new UpdateEvent(update, used(this.given, update)))}
      >
        <strong class="x">${input}</strong>
        <span class="note">${t('sources.padding', { outputPadding })}</span>
      </button>
    </li>`;
  }

  static styles = [
    controls,
    sections,
    css`
      .axis {
        color: var(--ink);
        margin-inline-end: 8px;
      }
      .chips {
        margin: 8px 0 14px;
      }
      .chips strong {
        font-size: 17px;
      }
      [aria-current='true'] {
        background: var(--well);
        border-color: var(--quiet);
      }
    `,
  ];
}
