import { html } from 'lit';
import { icons } from '../../elements/icons.js';
import { canZoom, fitted, panned, windowOf } from './camera.js';

/**
 * The buttons over the picture of a matrix, and which part of it is seen.
 * @param {object} given
 * @param {import('./view.js').View} given.view
 * @param {import('./camera.js').Frame} given.frame
 * @param {import('./camera.js').Camera} given.camera
 * @param {import('../../i18n/index.js').Translate} given.t
 * @param {(camera: import('./camera.js').Camera) => void} given.show
 * @param {(direction: 1 | -1) => void} given.zoom
 */
export function tools({ view, frame, camera, t, show, zoom }) {
  const { rows, columns } = view;
  const seen = windowOf(frame, camera);
  const whole = seen.rows === rows.count && seen.columns === columns.count;
  const button = (
    /** @type {string} */ label,
    /** @type {unknown} */ icon,
    /** @type {boolean} */ possible,
    /** @type {() => void} */ act,
  ) =>
    html`<button aria-label=${label} title=${label} ?disabled=${!possible} @click=${act}>
      ${icon}
    </button>`;
  const pan = (
    /** @type {string} */ name,
    /** @type {unknown} */ icon,
    /** @type {number} */ down,
    /** @type {number} */ right,
  ) => {
    const next = panned(frame, camera, 0.8 * down, 0.8 * right);
    const possible = next.row !== camera.row || next.column !== camera.column;
    return button(t(`page.${name}`), icon, possible, () => show(next));
  };
  const part = {
    rows: { first: seen.row, last: seen.row + seen.rows - 1, all: rows.count },
    columns: { first: seen.column, last: seen.column + seen.columns - 1, all: columns.count },
  };
  return html`<div class="tools" role="group" aria-label=${t('page.part')}>
    ${button(t('matrix.zoomOut'), icons.minus, canZoom(frame, camera, -1), () => zoom(-1))}
    ${button(t('matrix.zoomIn'), icons.plus, canZoom(frame, camera, 1), () => zoom(1))}
    <button ?disabled=${!canZoom(frame, camera, -1)} @click=${() => show(fitted(frame))}>
      ${t('matrix.fit')}
    </button>
    ${
      whole
        ? ''
        : html`<span class="pan">
            ${pan('left', icons.chevronLeft, 0, -1)} ${pan('up', icons.chevronUp, -1, 0)}
            ${pan('down', icons.chevronDown, 1, 0)} ${pan('right', icons.chevronRight, 0, 1)}
          </span>`
    }
    <span class="quiet">${t('page.rows', part.rows)} · ${t('page.columns', part.columns)}</span>
  </div>`;
}
