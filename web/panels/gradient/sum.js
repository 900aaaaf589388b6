import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { LightController } from '../../elements/light.js';
import { hues } from '../../elements/styles.js';
import { cellName } from '../../model/names.js';
import { factor } from '../../model/sentence.js';
import { shownNumber } from '../../state/number.js';

/**
 * The sum behind a cell of a gradient, in words.
 *
 * @typedef {import('../../model/evaluate.js').Dense} Dense
 * @typedef {import('../../model/explain.js').Link} Link
 * @typedef {import('../../model/explain.js').Selection} Selection
 */

/** How many terms are said. */
const mostTerms = 12;

/**
 * `dX[0,1] = 1·2 + 1·3 = 5`, the gradients times weights for a cell of X, cells of X times gradients
 * for a weight; nothing for other selections.
 * @param {Selection | undefined} selection
 * @param {readonly Link[]} links
 * @param {{ x: Dense, k: Dense, dx: Dense, dk: Dense, dy: Dense }} tensors
 * @param {import('../../i18n/index.js').Translate} t
 */
export function gradientSum(selection, links, { x, k, dx, dk, dy }, t) {
  if (!selection || !('operand' in selection) || selection.operand === 'y') return undefined;
  const { operand, offset } = selection;
  const [other, gradient] = operand === 'x' ? [k, dx] : [x, dk];
  const by = operand === 'x' ? 'k' : 'x';
  const terms = links
    .slice(0, mostTerms)
    .map(
      (link, i) =>
        html`${i > 0 ? ' + ' : ''}<span class="term"
            ><span class="y">${factor(dy.data[link.y])}</span>·<span class=${by}
              >${factor(other.data[link[by]])}</span
            ></span
          >`,
    );
  const rest = links.length - terms.length;
  return html`<strong class=${operand}>d${cellName(operand, gradient.shape, offset)}</strong> =
    ${terms.length > 0 ? terms : t('gradient.empty')}${
      rest > 0 ? ` + ${t('sentence.rest', { count: rest })}` : ''
    }
    ${terms.length > 0 ? '= ' : ''}<strong class=${operand}
      >${shownNumber(gradient.data[offset])}</strong
    >`;
}

/**
 * Whether the tensors have the cells of what is explained: for a moment, it may be of a layer whose
 * numbers are yet to come.
 * @param {Parameters<typeof gradientSum>[2]} tensors
 * @param {import('../../elements/light.js').Light} light
 */
function has({ x, k, dy }, { selection, links }) {
  const cells = { x: x.data.length, k: k.data.length, y: dy.data.length };
  if (selection && 'operand' in selection && selection.offset >= cells[selection.operand]) {
    return false;
  }
  return links.every((link) => link.x < cells.x && link.k < cells.k && link.y < cells.y);
}

/** The sum behind the cell that is explained. */
export class GradientSum extends PlaygroundElement {
  static properties = {
    light: { attribute: false },
    tensors: { attribute: false },
    t: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../../elements/light.js').Light | undefined} */
    this.light = undefined;
    /** @type {Parameters<typeof gradientSum>[2]} */
    this.tensors = /** @type {any} */ (undefined);
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
    new LightController(this);
  }

  render() {
    const { light, tensors, t } = this;
    const sum =
      light && has(tensors, light) && gradientSum(light.selection, light.links, tensors, t);
    return html`<p aria-live="polite">
      ${sum || html`<span class="quiet">${t('gradient.hint')}</span>`}
    </p>`;
  }

  static styles = css`
    :host {
      display: block;
    }
    p {
      margin: 0 0 20px;
      padding: 12px 16px;
      border-block: 1px solid var(--line);
      text-align: center;
      font-size: 17px;
      line-height: 1.7;
      font-variant-numeric: tabular-nums;
      overflow-wrap: anywhere;
    }
    .quiet {
      color: var(--quiet);
      font-size: 15px;
    }
    .term {
      white-space: nowrap;
    }
    ${hues}
  `;
}
