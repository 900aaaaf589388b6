import { css } from 'lit';

/**
 * What is no cell but belongs to the picture, drawn behind a grid: the zeros around X and between its
 * cells, and around Y what padding crops; over it, the kernel where it lies on X.
 *
 * @typedef {import('../model/surround.js').Surround} Geometry
 *
 * @typedef {object} Stencil a weight where it lies on X
 * @property {number} row the place, counted from X's first cell; see model/surround.js
 * @property {number} column
 * @property {string} text
 *
 * @typedef {object} Drawn
 * @property {number} size the side of a cell
 * @property {number} step from a place to the next
 * @property {number} rows cells of the plane
 * @property {number} columns
 * @property {Geometry} surround
 * @property {boolean} cropped whether it is what padding crops, rather than zeros
 * @property {readonly Stencil[]} stencil
 */

const svg = 'http://www.w3.org/2000/svg';
/** From this side of a cell on there is room for the digits of zeros and weights. */
const legible = { zeros: 24, weights: 34 };

export class SurroundDrawing {
  element = document.createElementNS(svg, 'svg');
  #paths = Object.fromEntries(
    ['padding', 'hatch', 'between', 'cropped', 'zeros', 'stencil'].map((name) => {
      const path = document.createElementNS(svg, 'path');
      path.classList.add(name);
      this.element.append(path);
      return [name, path];
    }),
  );
  #weights = document.createElementNS(svg, 'g');
  #drawn = '';

  constructor() {
    this.element.classList.add('surround');
    this.element.setAttribute('aria-hidden', 'true');
    this.#weights.classList.add('weights');
    this.element.append(this.#weights);
  }

  /** @param {Drawn} drawn */
  draw(drawn) {
    const { size, step, rows, columns, surround, cropped, stencil } = drawn;
    this.#stencil(size, step, stencil);
    const key = [size, step, rows, columns, cropped, JSON.stringify(surround)].join();
    if (key === this.#drawn) return;
    this.#drawn = key;
    const { ring, spread } = surround;
    const inside = {
      rows: (rows - 1) * spread.down + 1,
      columns: (columns - 1) * spread.across + 1,
    };
    const paths = { padding: '', hatch: '', between: '', cropped: '', zeros: '' };
    for (let row = -ring.top; row < inside.rows + ring.bottom; row++) {
      for (let column = -ring.left; column < inside.columns + ring.right; column++) {
        const within = row >= 0 && column >= 0 && row < inside.rows && column < inside.columns;
        if (within && row % spread.down === 0 && column % spread.across === 0) continue;
        const [left, top] = [column * step, row * step];
        const outline = square(left, top, size);
        if (cropped) paths.cropped += outline;
        else if (within) paths.between += outline;
        else {
          paths.padding += outline;
          paths.hatch += hatch(left, top, size);
        }
        if (!cropped && size >= legible.zeros) paths.zeros += zero(left, top, size);
      }
    }
    for (const [name, path] of Object.entries(paths)) this.#paths[name].setAttribute('d', path);
  }

  /**
   * @param {number} size
   * @param {number} step
   * @param {readonly Stencil[]} stencil
   */
  #stencil(size, step, stencil) {
    const path = stencil.map(({ row, column }) => square(column * step, row * step, size)).join('');
    if (path === this.#paths.stencil.getAttribute('d')) return;
    this.#paths.stencil.setAttribute('d', path);
    const texts = stencil.map(({ row, column, text }) => {
      const element = document.createElementNS(svg, 'text');
      element.setAttribute('x', String(column * step + size - 3));
      element.setAttribute('y', String(row * step + size - 4));
      element.textContent = text;
      return element;
    });
    this.#weights.replaceChildren(...(size >= legible.weights ? texts : []));
  }
}

/** The outline of a cell. @param {number} left @param {number} top @param {number} size */
function square(left, top, size) {
  const r = Math.round(Math.max(2, size / 9));
  const side = size - 2 * r;
  return `M${left + r} ${top}h${side}q${r} 0 ${r} ${r}v${side}q0 ${r}-${r} ${r}h-${side}q-${r} 0-${r}-${r}v-${side}q0-${r} ${r}-${r}`;
}

/** Three lines from corner to corner. @param {number} left @param {number} top @param {number} size */
function hatch(left, top, size) {
  const half = size / 2;
  const [a, b] = [2, size - 2];
  return (
    `M${left + a} ${top + b}L${left + b} ${top + a}` +
    `M${left + a} ${top + half}L${left + half} ${top + a}` +
    `M${left + half} ${top + b}L${left + b} ${top + half}`
  );
}

/** The digit, drawn: a text for each of many zeros would be slow.
 * @param {number} left @param {number} top @param {number} size */
function zero(left, top, size) {
  const [rx, ry] = [size * 0.075, size * 0.11];
  return `M${left + size / 2 - rx} ${top + size / 2}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;
}

export const surroundStyles = css`
  .surround {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
    pointer-events: none;
    fill: none;
    stroke: var(--line);
  }
  .surround .hatch {
    stroke: var(--well);
    stroke-width: 2;
  }
  .surround .zeros {
    stroke: var(--quiet);
    stroke-width: 1.2;
  }
  .surround .cropped {
    stroke: color-mix(in srgb, var(--hue) 45%, transparent);
    stroke-dasharray: 3 3;
  }
  .surround .stencil {
    stroke: var(--k);
    stroke-width: 2;
    fill: color-mix(in srgb, var(--k) 14%, transparent);
  }
  .weights text {
    fill: var(--k);
    stroke: var(--card);
    stroke-width: 3;
    paint-order: stroke;
    font-size: 11px;
    text-anchor: end;
  }
`;
