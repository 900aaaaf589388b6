import { css, html } from 'lit';
import { segments } from '../../elements/segments.js';
import { defined } from '../../elements/defined.js';
import { LightController } from '../../elements/light.js';
import { controls } from '../../elements/styles.js';
import { WidthController } from '../../elements/width.js';
import { asked, operationOf, otherOp } from '../../model/asked.js';
import { isCrowded, linksOf } from '../../model/explain.js';
import { cellName } from '../../model/names.js';
import { sameLayer, unchangedLayer } from '../../state/layer.js';
import { Away } from '../away.js';
import { PanelElement } from '../panel-element.js';
import { MatrixCanvas } from './canvas.js';
import { check } from './check.js';
import { facts } from './facts.js';
import { MatrixGrid } from './grid.js';
import { litBy, selectionAt, viewOf } from './view.js';

/** The sides of a cell of the grid, and the most cells that it has. */
const cellSize = { least: 22, most: 34 };
const mostCells = 600;
const mostRows = 40;
/** The most multiplications that are done without being asked for. */
const mostAtOnce = 4e6;
/** The properties on which what is drawn depends, besides the layer. */
const views = ['transposed', 'framed', 'seed', 'asked', 'language'];

/** The operator as a matrix: y = W x, its transpose, and the check that it is one. */
export class MatrixPanel extends PanelElement {
  static properties = {
    transposed: { state: true },
    framed: { state: true },
    seed: { state: true },
    asked: { state: true },
  };

  #place = new WidthController(this);
  /** What was drawn last. @type {import('../../state/state.js').State | undefined} */
  #drawn;
  /** What the matrix was made of.
   * @type {{ state: import('../../state/state.js').State, transposed: boolean, framed: boolean } | undefined} */
  #made;
  /** @type {import('./view.js').View} */
  #view = /** @type {any} */ (undefined);
  /** @type {Away<import('../../engine/engine.d.ts').Adjoint>} */
  #away = new Away(this);
  /** @type {import('./grid.js').Drawing} */
  #drawing = /** @type {any} */ (undefined);

  constructor() {
    super();
    this.transposed = false;
    this.framed = false;
    /** Of a random v; without one, v is Y. @type {number | undefined} */
    this.seed = undefined;
    /** Whether a check that takes long was asked for. */
    this.asked = false;
    // Only the cells are lit: the rest stays as it is.
    new LightController(this, () => {
      if (!this.hasUpdated || this.isUpdatePending) return;
      const matrix = this.renderRoot.querySelector('conv-matrix-grid, conv-matrix-canvas');
      if (matrix) /** @type {MatrixGrid | MatrixCanvas} */ (matrix).lit = this.#lit;
    });
  }

  get #lit() {
    return litBy(this.#view, this.light.selection, this.light.links);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!this.#relayered() && !views.some((name) => changed.has(name))) return;
    const { outcome, engine, state, transposed, framed } = this;
    const { x, k, y, large } = outcome;
    const layer = asked(engine, state);
    const made = this.#made;
    const same = made?.transposed === transposed && made.framed === framed;
    if (!same || !sameLayer(made.state, state)) {
      const matrix = layer.matrix({ transposed, framed });
      this.#view = viewOf(matrix, transposed, { x: x.shape, y: y.shape });
      this.#made = { state, transposed, framed };
    }
    const { matrix } = this.#view;
    const v = this.seed === undefined ? y : engine.generate('rand', y.shape, [this.seed]);
    if (matrix.entries > mostAtOnce && !this.asked) this.#away.clear();
    else {
      const away = Boolean(large);
      this.#away.ask(engine, away, (by) => asked(by, state).adjoint(x, k, v.data));
    }
    this.#drawing = { ...this.#vectors(v.data), view: this.#view, k: k.data, say: this.#say };
  }

  get #adjoint() {
    return this.#away.value;
  }

  /** Whether it is another layer than before: a state also changes by what is looked at. */
  #relayered() {
    if (this.#drawn && unchangedLayer(this.#drawn, this.state)) return false;
    this.#drawn = this.state;
    this.asked = false;
    return true;
  }

  /** @param {Float64Array} v */
  #vectors(v) {
    const { x, y } = this.outcome;
    if (this.transposed) {
      const back = this.#adjoint?.back.data ?? new Float64Array(x.data.length).fill(NaN);
      return {
        name: 'Wᵀ',
        above: {
          name: this.seed === undefined ? 'y' : 'v',
          operand: /** @type {const} */ ('y'),
          data: v,
        },
        beside: {
          name: this.seed === undefined ? 'Wᵀy' : 'Wᵀv',
          operand: /** @type {const} */ ('x'),
          data: back,
        },
      };
    }
    const forth = this.#adjoint?.forth.data;
    return {
      name: 'W',
      above: { name: 'x', operand: /** @type {const} */ ('x'), data: x.data },
      beside: {
        name: this.state.bias && forth ? 'Wx' : 'y',
        operand: /** @type {const} */ ('y'),
        data: forth ?? y.data,
      },
    };
  }

  /** What a position of the matrix is called.
   * @type {import('./grid.js').Drawing['say']} */
  #say = (selection) => {
    if (!selection) return this.t('matrix.margin');
    const { outcome } = this;
    const name = (/** @type {'x' | 'y'} */ operand, /** @type {number} */ offset) =>
      cellName(operand, outcome[operand].shape, offset);
    if ('operand' in selection) {
      return name(/** @type {'x' | 'y'} */ (selection.operand), selection.offset);
    }
    const { rows, columns } = this.#view;
    const [row, column] = [rows, columns].map(({ operand }) => name(operand, selection[operand]));
    return `${this.#drawing.name}[${row}, ${column}]`;
  };

  render() {
    if (this.#place.width === 0) return html``;
    return html`
      ${this.#bar()}
      <div class="matrix">${this.#matrix()}</div>
      ${this.#facts()} ${this.#check()}
    `;
  }

  #bar() {
    const { matrix } = this.#view;
    const { op } = this.state;
    const [own, other] = [op, otherOp(op)].map((each) => operationOf({ op: each }));
    return html`<div class="bar">
      ${segments(
        this.t('panel.matrix'),
        [
          { name: 'W', label: `W · ${own}` },
          { name: 'Wᵀ', label: `Wᵀ · ${other}` },
        ],
        this.transposed ? 'Wᵀ' : 'W',
        (name) => (this.transposed = name === 'Wᵀ'),
      )}
      ${
        matrix.framable
          ? html`<label
              ><input
                type="checkbox"
                .checked=${this.framed}
                @change=${(/** @type {any} */ { target }) => (this.framed = target.checked)}
              />
              ${this.t(`matrix.framed.${this.state.op}`)}</label
            >`
          : ''
      }
    </div>`;
  }

  #matrix() {
    const { rows, columns } = this.#view;
    const lit = this.#lit;
    const channels = (/** @type {number[]} */ [, c, , w]) => 14 * (c - 1) + (w > 1 ? 4 : 0);
    // Beside the cells: the name, the equals sign, the gaps between rows of planes and channels.
    const room = this.#place.width - 72 - channels(columns.shape) - 4 * columns.shape[2];
    const size = Math.min(cellSize.most, Math.floor(room / (columns.count + 1)) - 2);
    const few = rows.count <= mostRows && rows.count * columns.count <= mostCells;
    if (size >= cellSize.least && few) {
      return html`<conv-matrix-grid
        .drawing=${this.#drawing}
        .size=${size}
        .lit=${lit}
      ></conv-matrix-grid>`;
    }
    return html`<conv-matrix-canvas
      .drawing=${this.#drawing}
      .lit=${lit}
      .light=${this.light}
      .linksOf=${this.#lineOf}
      .width=${this.#place.width}
      .t=${this.t}
    ></conv-matrix-canvas>`;
  }

  /** What a row or a column lights up. @param {import('./view.js').Position} position */
  #lineOf = (position) => {
    const selection = selectionAt(this.#view, position);
    if (!selection || isCrowded(this.state, selection)) return undefined;
    return litBy(this.#view, selection, linksOf(this.engine, this.state, selection));
  };

  #facts() {
    const { state, transposed, t } = this;
    return facts({ state, transposed, view: this.#view, name: this.#drawing.name, t });
  }

  #check() {
    const { state, seed, t } = this;
    return check({
      adjoint: this.#adjoint,
      waiting: this.#away.job && this.#away.waiting(t),
      entries: this.#view.matrix.entries,
      biased: Boolean(state.bias),
      seed,
      t,
      choose: (seed) => (this.seed = seed),
      ask: () => (this.asked = true),
    });
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px 18px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      @container (max-width: 600px) {
        .segments button {
          padding: 2px 8px;
          font-size: 14px;
        }
      }
      .matrix {
        display: flex;
        justify-content: center;
        margin: 22px 0 18px;
      }
      p {
        max-width: 76ch;
        margin: 0 0 8px;
      }
      .check {
        margin-top: 18px;
        padding: 14px 16px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--card);
      }
      .sides {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        margin: 12px 0 8px;
        font-size: 17px;
        font-variant-numeric: tabular-nums;
        max-width: none;
      }
      .side {
        overflow-wrap: anywhere;
      }
      .equal {
        color: var(--y);
        font-weight: 700;
      }
      .unequal {
        color: var(--bad);
        font-weight: 700;
      }
      .check p:last-child {
        margin: 0;
      }
    `,
  ];
}

defined({
  'conv-matrix-grid': MatrixGrid,
  'conv-matrix-canvas': MatrixCanvas,
  'conv-matrix-panel': MatrixPanel,
});

export default MatrixPanel;
