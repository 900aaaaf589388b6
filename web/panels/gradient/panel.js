import { css, html } from 'lit';
import { segments } from '../../elements/segments.js';
import { defined } from '../../elements/defined.js';
import { controls } from '../../elements/styles.js';
import { NoticeEvent } from '../../elements/events.js';
import { callText } from '../../model/calls.js';
import { asked } from '../../model/asked.js';
import { channelPlanes, kernelPlanes } from '../../model/layout.js';
import { namer, shapeName } from '../../model/names.js';
import { problemSentence } from '../../model/problems.js';
import { shownNumber } from '../../state/number.js';
import { isProblem } from '../../state/problem.js';
import { cellAt } from '../../state/tensor.js';
import { readPaste } from '../../state/text/read.js';
import { ConvFigures } from '../figures.js';
import { Away } from '../away.js';
import { OwnFields } from '../own-fields.js';
import { PanelElement } from '../panel-element.js';
import { promptMultiplications, promptNumbers } from '../patience.js';
import { rowLayout } from '../places.js';
import { GradientSum } from './sum.js';
import { followed, kinds, pasted, typed, upstream } from './upstream.js';

/**
 * @typedef {import('../../model/evaluate.js').Dense} Dense
 * @typedef {import('../../engine/engine.d.ts').Gradient} Gradient
 * @typedef {import('../figures.js').Figure} Figure
 */

const layout = rowLayout(44);

/**
 * What an upstream gradient makes of X, K and the bias; that of X by the other operation. The upstream
 * gradient is no part of a link: it is kept here.
 */
export class GradientPanel extends PanelElement {
  static properties = {
    ...PanelElement.properties,
    upstream: { state: true },
    refusal: { state: true },
  };

  /** What was typed into dY but is no number. */
  #fields = new OwnFields(this);
  /** @type {Away<Gradient>} */
  #away = new Away(this);
  #large = false;
  /** The editing of a cell of dY that was last, and what there was before.
   * @type {{ edit: import('../../elements/events.js').Edit, before: import('./upstream.js').Upstream } | undefined} */
  #edited;

  constructor() {
    super();
    /** @type {import('./upstream.js').Upstream | undefined} */
    this.upstream = undefined;
    /** Why the last paste was refused. */
    this.refusal = '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('outcome') && !changed.has('upstream')) return;
    const { engine, state } = this;
    const { x, k, y, large } = this.outcome;
    const layer = asked(engine, state);
    const numbers = x.data.length + y.data.length;
    this.#large = numbers > promptNumbers || layer.cost().multiplications > promptMultiplications;
    if (this.#large) return this.#away.clear();
    const before = this.upstream;
    this.upstream = followed(engine, before, y);
    if (before?.dy.data.length !== y.data.length) this.#fields.clear();
    if (before !== this.upstream && this.#edited) this.#edited.edit.over = true;
    const { dy } = this.upstream;
    this.#away.ask(engine, Boolean(large), (by) => asked(by, state).gradient(x, k, dy.data));
  }

  get #gradient() {
    return /** @type {Gradient} */ (this.#away.value);
  }

  render() {
    const { t } = this;
    if (this.#large) return html`<p class="quiet">${t('gradient.large')}</p>`;
    if (!this.upstream) return '';
    if (this.#away.job) return this.#away.waiting(t);
    const { kind } = this.upstream;
    const bad = [...this.#fields.drafts.values()].map(({ text }) => t('problem.number', { text }));
    const wrong = [...bad, ...(this.refusal ? [this.refusal] : [])];
    return html`
      <div @playground-cell=${this.#setCell} @playground-paste=${this.#paste}>
        <div class="upstream">
          <p>${t('gradient.what')}</p>
          ${segments(
            'dY',
            kinds.map((name) => ({ name, label: t(`gradient.${name}`) })),
            kind,
            (name) => this.#choose(name),
          )}
          <p class="quiet">${t(`gradient.${kind}.loss`)}</p>
        </div>
        ${wrong.length > 0 ? html`<p class="wrong" role="alert">${wrong.join(' ')}</p>` : ''}
        ${this.#equation(bad.length > 0)} ${bad.length > 0 ? '' : this.#rest()}
      </div>
    `;
  }

  /** dY and K, by the other operation, to dX. @param {boolean} broken whether dY cannot be read */
  #equation(broken) {
    const { state, engine, channel } = this;
    const { k, x } = this.outcome;
    const { dy } = /** @type {import('./upstream.js').Upstream} */ (this.upstream);
    /** @type {Figure[]} */
    const figures = [
      {
        operand: 'y',
        called: 'dY',
        tensor: dy,
        planes: channelPlanes(dy.shape, 'output', channel.output),
        editable: !engine.editingFault('x', dy.shape),
      },
      {
        operand: 'k',
        tensor: k,
        planes: kernelPlanes(k.shape, state.op, channel),
        symbol: html`⊛${state.op === 'conv' ? html`<sup>T</sup>` : ''}`,
      },
      {
        operand: 'x',
        called: 'dX',
        tensor: broken ? { shape: x.shape, data: [] } : this.#gradient.x,
        planes: channelPlanes(x.shape, 'input', channel.input),
        symbol: '=',
      },
    ];
    return this.#row(broken ? figures.slice(0, 2) : figures);
  }

  /** What the equation says, the gradients of the weights, and the sum behind a cell. */
  #rest() {
    const { state, t, channel } = this;
    const { x, k: weights } = this.outcome;
    const { dy } = /** @type {import('./upstream.js').Upstream} */ (this.upstream);
    const { k, bias, x: dx } = this.#gradient;
    const tensors = { x, k: weights, dx, dk: k, dy };
    /** @type {Figure[]} */
    const figures = [
      { operand: 'k', called: 'dK', tensor: k, planes: kernelPlanes(k.shape, state.op, channel) },
    ];
    if (state.bias) {
      const tensor = { shape: [1, 1, bias.length, 1], data: bias };
      figures.push({
        operand: 'b',
        called: 'db',
        tensor,
        planes: { rows: [[0]], pickers: [] },
      });
    }
    return html`
      <div class="law">${this.#law()}</div>
      <conv-gradient-sum .light=${this.light} .tensors=${tensors} .t=${t}></conv-gradient-sum>
      ${this.#row(figures)}
      <p class="quiet note">${t(state.bias ? 'gradient.weights' : 'gradient.weights.only')}</p>
    `;
  }

  /** The call of the other operation that is the gradient of X, and whether it is. */
  #law() {
    const { t } = this;
    const { x, y } = this.outcome;
    const { call, difference, equal } = this.#gradient;
    const found = difference === 0 ? 'same' : equal ? 'rounding' : 'differs';
    const shape = (/** @type {readonly number[]} */ list) => list.slice(1).join(' × ');
    const named = /** @type {number[]} */ (call.options.outputPadding).some((n) => n > 0);
    return html`
      <p>${t(`gradient.${this.state.op}`)}</p>
      <p>
        <code>${callText(call, 'dY')}</code>
        <span class="sizes">${shape(y.shape)} → ${shape(call.y)}</span>
      </p>
      ${named ? html`<p class="quiet">${t('gradient.outputPadding')}</p>` : ''}
      ${
        shape(call.y) === shape(x.shape)
          ? ''
          : html`<p class="quiet">${t('gradient.beyond', { to: shape(x.shape) })}</p>`
      }
      <p class="check ${equal ? 'equal' : 'differs'}">
        ${t(`gradient.${found}`, { difference: shownNumber(difference) })}
      </p>
    `;
  }

  /** @param {Figure[]} figures */
  #row(figures) {
    const { state, channel, t } = this;
    return html`<conv-figures
      .figures=${figures}
      .layout=${layout}
      .given=${{ state, channel, t }}
      .light=${this.light}
      .drafts=${this.#fields.drafts}
    ></conv-figures>`;
  }

  /** @param {string} kind */
  #choose(kind) {
    this.#fields.clear();
    this.refusal = '';
    this.upstream = upstream(this.engine, kind, this.outcome.y);
  }

  /** Takes in what is typed into dY; the page knows nothing of it.
   * @param {import('../../elements/events.js').CellEvent} event */
  #setCell(event) {
    event.stopPropagation();
    const { offset, value, edit, back } = event;
    if (!this.upstream) return;
    if (edit !== this.#edited?.edit) this.#edited = { edit, before: this.upstream };
    if (value === undefined) return;
    this.refusal = '';
    const cell = cellAt([...this.outcome.y.shape], offset);
    this.upstream = back ? this.#edited.before : typed(this.upstream, cell, value);
  }

  /** @param {import('../../elements/events.js').PasteEvent} event */
  async #paste(event) {
    event.stopPropagation();
    const read = await readAll(event.text, event.html);
    if (!this.upstream) return;
    const { t } = this;
    if (isProblem(read)) {
      this.refusal = t('gradient.refused', { why: problemSentence(read, t) });
      return;
    }
    const shape = [...this.outcome.y.shape];
    const cell = read.whole ? undefined : cellAt(shape, event.cell.offset);
    const next = pasted(this.upstream, cell, read.tensor);
    const sizes = {
      block: shapeName('y', read.tensor.shape),
      shape: shapeName('y', shape),
      cell: namer('y', shape, 'dY')(event.cell.offset),
    };
    const why = t(cell ? 'gradient.beyond-y' : 'gradient.unlike-y', sizes);
    this.refusal = next ? '' : t('gradient.refused', { why });
    if (!next) return;
    this.upstream = next;
    this.dispatchEvent(new NoticeEvent(t('gradient.pasted', sizes)));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0;
      }
      .upstream {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        justify-content: center;
        margin-bottom: 18px;
      }
      .upstream > p:first-child {
        flex-basis: 100%;
        text-align: center;
      }
      .law {
        display: grid;
        gap: 4px;
        margin: 20px 0;
        text-align: center;
      }
      code {
        font:
          14px/1.5 ui-monospace,
          monospace;
        overflow-wrap: anywhere;
      }
      .sizes {
        margin-inline-start: 12px;
        color: var(--quiet);
        white-space: nowrap;
      }
      .differs {
        color: var(--bad);
      }
      .equal::before {
        content: '✓ ';
        color: var(--y);
        font-weight: 700;
      }
      .wrong {
        margin-bottom: 14px;
        padding: 8px 14px;
        border-radius: var(--radius);
        background: var(--bad-well);
        color: var(--bad);
        overflow-wrap: anywhere;
      }
      .note {
        margin-top: 14px;
        text-align: center;
      }
    `,
  ];
}

/**
 * What was pasted: a plain block at once, the rest by what reads code and prints, which is fetched then.
 * @param {string} text
 * @param {string} html
 */
async function readAll(text, html) {
  const read = readPaste(text, html);
  if (!isProblem(read)) return read;
  try {
    const [{ understood }, { literalOf }] = await Promise.all([
      import('../../code/reading/understand.js'),
      import('../../code/reading/roles.js'),
    ]);
    const meaning = understood(text);
    if (!('parts' in meaning) || meaning.parts.length !== 1) return read;
    return { tensor: literalOf(meaning.parts[0], 'x', 'conv'), whole: true };
  } catch {
    return read; // not to be had: what the small reader says stands
  }
}

defined({
  'conv-figures': ConvFigures,
  'conv-gradient-sum': GradientSum,
  'conv-panel-gradient': GradientPanel,
});

export default GradientPanel;
