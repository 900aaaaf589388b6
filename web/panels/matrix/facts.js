import { html } from 'lit';
import { shortNumber } from '../../state/number.js';

/**
 * @typedef {object} Given
 * @property {import('../../state/state.js').State} state
 * @property {boolean} transposed whether the matrix is that of the other operation
 * @property {import('./view.js').View} view
 * @property {string} name of the matrix
 * @property {import('../../i18n/index.js').Translate} t
 */

/** The size of a matrix, what of it is empty, how it repeats itself. @param {Given} given */
export function facts({ state, transposed, view, name, t }) {
  const { matrix, rows, columns } = view;
  const { entries, groups, emptyRows, emptyColumns } = matrix;
  const share = shortNumber((100 * entries) / (rows.count * columns.count) || 0, 4);
  const size = { name, rows: rows.count, columns: columns.count, entries, share };
  const empty = (
    /** @type {'rows' | 'columns'} */ which,
    /** @type {number | undefined} */ count,
    /** @type {'x' | 'y'} */ operand,
  ) =>
    count
      ? html` ${t(`matrix.empty.${which}`, { count, why: t(`matrix.unused.${operand}`) })}`
      : '';
  return html`<p>
      ${t('matrix.size', size)}${empty('rows', emptyRows, rows.operand)}${empty('columns', emptyColumns, columns.operand)}
    </p>
    <p>
      ${structure({ state, transposed, view, name, t })}
      ${groups > 1 ? t('matrix.groups', { groups }) : ''}
    </p>`;
}

/** @param {Given} given */
function structure({ state, transposed, view, name, t }) {
  const { matrix, rows, columns } = view;
  const conv = (state.op === 'conv') !== transposed;
  const way = matrix.structure === 'shifted-blocks' ? (conv ? '.conv' : '.tconv') : '';
  const [[, outputs, height, width], [, inputs, down, across]] = [rows.shape, columns.shape];
  const pairs = (outputs * inputs) / matrix.groups;
  const sizes = { pairs, height, down, width, across };
  const block =
    matrix.structure === 'toeplitz' ? '' : t(`matrix.blocks${pairs > 1 ? '.channels' : ''}`, sizes);
  const stride = [...new Set(state.stride)].join(' × ');
  const again = matrix.structure === 'toeplitz-blocks' ? t('matrix.again') : '';
  return html`<strong>${t('matrix.question', { name })}</strong>
    ${t(`matrix.${matrix.structure}${way}`, { stride })} ${block} ${again}`;
}
