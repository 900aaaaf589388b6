import { html } from 'lit';
import { cellName } from '../../model/names.js';
import { formatNumber, shortNumber } from '../../state/number.js';

/**
 * The sum behind a cell of a gradient, in words.
 *
 * @typedef {import('../../model/evaluate.js').Dense} Dense
 * @typedef {import('../../model/explain.js').Link} Link
 * @typedef {import('../../model/explain.js').Selection} Selection
 */

/** How many terms are said. */
const most = 12;

/** A number within a product: short, and in brackets when negative. */
const factor = (/** @type {number} */ value) => {
  const exact = formatNumber(value);
  const text = exact.length <= 7 ? exact : shortNumber(value, 5);
  return text.startsWith('-') ? `(${text})` : text;
};

/**
 * `dX[0,1] = 1·2 + 1·3 = 5`, the gradients times weights for a cell of X, cells of X times gradients
 * for a weight; nothing for other selections.
 * @param {Selection | undefined} selection
 * @param {Link[]} links
 * @param {{ x: Dense, k: Dense, dx: Dense, dk: Dense, dy: Dense }} tensors
 * @param {import('../../i18n/index.js').Translate} t
 */
export function gradientSum(selection, links, { x, k, dx, dk, dy }, t) {
  if (!selection || !('operand' in selection) || selection.operand === 'y') return undefined;
  const { operand, offset } = selection;
  const [other, gradient] = operand === 'x' ? [k, dx] : [x, dk];
  const by = operand === 'x' ? 'k' : 'x';
  const terms = links
    .slice(0, most)
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
      >${formatNumber(gradient.data[offset])}</strong
    >`;
}
