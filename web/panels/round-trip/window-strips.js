import { css, html, svg } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { sections } from '../sections.js';
import { columnsFor, left } from './windows.js';

/**
 * @typedef {import('./windows.js').Windows} Windows
 * @typedef {ReturnType<typeof columnsFor>} Columns
 */

/** The side of a place, and the room that the windows have above it, in units of the drawing. */
const side = 16;
const inset = 1;
const room = { most: 48, level: 6 };

/** Neighbouring sizes as strips of cells under the windows of conv2d: why they all become the same size. */
export class ConvTripWindows extends PlaygroundElement {
  static properties = {
    sizes: { attribute: false },
    hue: {},
    t: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Windows[]} */
    this.sizes = [];
    /** What the sizes are those of.
     * @type {'x' | 'y'} */
    this.hue = 'x';
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    const { t, sizes } = this;
    if (sizes.length === 0) return '';
    const columns = columnsFor(sizes);
    return html`
      <h4>${t('trip.windows')}</h4>
      <ol>
        ${sizes.map(
          (each) =>
            html`<li>
              <p class="note"><strong class=${this.hue}>${each.size}</strong>${this.#said(each)}</p>
              ${this.#drawing(each, columns)}
            </li>`,
        )}
      </ol>
      <p class="note">${t('trip.windows.legend')}</p>
    `;
  }

  /** What there is to see, in words. @param {Windows} each */
  #said(each) {
    const { t } = this;
    const { cells, zeros, missing } = left(each);
    const unread = [
      cells > 0 ? t('trip.windows.cells', { count: cells }) : '',
      zeros > 0 ? t('trip.windows.zeros', { count: zeros }) : '',
    ].filter((part) => part !== '');
    return t('trip.windows.said', {
      windows: each.windows.length,
      unread: unread.join(t('trip.and')) || t('trip.nothing'),
      missing,
    });
  }

  /**
   * @param {Windows} each
   * @param {Columns} columns
   */
  #drawing({ cells, windows, next, read }, { columnOf, columns, cut }) {
    // So many that windows which overlap do not lie on each other.
    const reach = next[next.length - 1] - next[0] + 1;
    const step = windows.length > 0 ? next[0] - windows[windows.length - 1][0] : reach;
    const levels = Math.max(1, Math.ceil(reach / step));
    const level = Math.min(room.level, room.most / levels);
    const top = levels * level + 2;
    const bar = (/** @type {number[]} */ taps, /** @type {number} */ index) =>
      barOf(taps, columnOf, (levels - 1 - (index % levels)) * level, level);
    const drawn = { cell: '', unread: '', padding: '', hatch: '' };
    cells.forEach((cell, place) => {
      const column = columnOf(place);
      if (column === undefined) return;
      const square = squareAt(column, top);
      drawn[cell < 0 ? 'padding' : read[place] ? 'cell' : 'unread'] += square;
      if (!read[place]) drawn.hatch += hatchAt(column, top);
    });
    const dots = cut === undefined ? '' : dotsAt(cut, top);
    const [width, height] = [columns * side, top + side];
    return html`<svg viewBox="0 0 ${width} ${height}" style="width: ${width}px" aria-hidden="true">
      ${windows.map((taps, i) => svg`<path class="window" d=${bar(taps, i)}></path>`)}
      <path class="next" d=${bar(next, windows.length)}></path>
      ${Object.entries({ ...drawn, dots }).map(
        ([name, path]) => svg`<path class=${name} d=${path}></path>`,
      )}
    </svg>`;
  }

  static styles = [
    sections,
    css`
      h4 {
        margin: 14px 0 6px;
        font-size: 14px;
      }
      ol {
        display: grid;
        gap: 10px;
        margin: 0 0 10px;
        padding: 0;
        list-style: none;
      }
      svg {
        display: block;
        max-width: 100%;
        margin-top: 4px;
        fill: none;
      }
      .window {
        fill: var(--k);
      }
      .next {
        stroke: var(--k);
        stroke-dasharray: 2 1.5;
      }
      .cell {
        fill: color-mix(in srgb, var(--x) 22%, transparent);
        stroke: var(--x);
      }
      .unread {
        stroke: var(--line);
      }
      .padding {
        stroke: var(--quiet);
        stroke-dasharray: 2 2;
      }
      .hatch {
        stroke: var(--quiet);
      }
      .dots {
        fill: var(--quiet);
      }
      @media (forced-colors: active) {
        .window,
        .dots {
          fill: CanvasText;
        }
        .cell,
        .unread,
        .padding,
        .hatch,
        .next {
          stroke: CanvasText;
        }
      }
    `,
  ];
}

/**
 * A bar over each place that a window reads, joined by thinner ones over those that dilation leaves out.
 * @param {number[]} taps
 * @param {Columns['columnOf']} columnOf
 * @param {number} top
 * @param {number} level
 */
function barOf(taps, columnOf, top, level) {
  const [high, thin] = [level * 0.7, level * 0.2];
  const box = (
    /** @type {number} */ from,
    /** @type {number} */ to,
    /** @type {number} */ height,
  ) => `M${from} ${top + (high - height) / 2}H${to}v${height}H${from}z`;
  let drawn = '';
  let [from, to] = [NaN, NaN];
  const close = () => (drawn += Number.isNaN(from) ? '' : box(from + inset, to - inset, high));
  for (let i = 0; i < taps.length; i++) {
    const column = columnOf(taps[i]);
    if (column === undefined) continue;
    const [start, end] = [column * side, (column + 1) * side];
    if (start === to) {
      to = end;
      continue;
    }
    close();
    const joined = !Number.isNaN(to) && columnOf(taps[i - 1]) !== undefined;
    if (joined && taps[i] - taps[i - 1] === (start - to) / side + 1) {
      drawn += box(to - inset, start + inset, thin);
    }
    [from, to] = [start, end];
  }
  close();
  return drawn;
}

/** @param {number} column @param {number} top */
const squareAt = (column, top) =>
  `M${column * side + inset + 0.5} ${top + inset}h${side - 2 * inset - 1}v${side - 2 * inset - 1}h${1 + 2 * inset - side}z`;

/** @param {number} column @param {number} top */
function hatchAt(column, top) {
  const [x, y, end] = [column * side + inset + 1, top + inset + 0.5, side - 2 * inset - 2];
  return [0.5, 1]
    .map((share) => `M${x} ${y + end * share}L${x + end * share} ${y}`)
    .concat(`M${x + end / 2} ${y + end}L${x + end} ${y + end / 2}`)
    .join('');
}

/** @param {number} column @param {number} top */
const dotsAt = (column, top) =>
  [0.25, 0.5, 0.75]
    .map((share) => `M${(column + share) * side - 1} ${top + side / 2 - 1}h2v2h-2z`)
    .join('');
