/**
 * The rings around lit cells and the dot in a pinned one, drawn over a grid rather than in its cells: the
 * pointer lights other cells many times a second, and the cells with their numbers stay as they were
 * laid out and painted.
 *
 * @typedef {object} Drawn
 * @property {number} size the side of a cell
 * @property {number} across from a cell to the next, and
 * @property {number} down to the one below
 * @property {Iterable<{ row: number, column: number }>} linked
 * @property {{ row: number, column: number } | undefined} selected
 * @property {{ row: number, column: number } | undefined} pinned
 */

const names = /** @type {const} */ (['linked', 'selected', 'pinned']);
const svg = 'http://www.w3.org/2000/svg';

/** The widths of the rings, in half pixels. */
const widths = {
  linked: (/** @type {number} */ size) => (size < 30 ? 1 : size < 40 ? 1.5 : 2),
  selected: (/** @type {number} */ size) => (size < 35 ? 2 : size < 42 ? 2.5 : 3),
};

export class Rings {
  element = document.createElementNS(svg, 'svg');
  #paths = names.map((name) => {
    const path = document.createElementNS(svg, 'path');
    path.classList.add(name);
    this.element.append(path);
    return { path, drawn: '' };
  });
  #size = 0;

  constructor() {
    this.element.classList.add('rings');
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** @param {Drawn} drawn */
  draw({ size, across, down, linked, selected, pinned }) {
    if (size !== this.#size) {
      this.#size = size;
      this.#paths[0].path.style.strokeWidth = `${widths.linked(size)}px`;
      this.#paths[1].path.style.strokeWidth = `${widths.selected(size)}px`;
    }
    const at = (/** @type {{ row: number, column: number }} */ { row, column }) => ({
      x: column * across,
      y: row * down,
    });
    const places = (/** @type {Iterable<{ row: number, column: number }>} */ cells) =>
      Array.from(cells, at);
    this.#set(0, this.#rings(places(linked), widths.linked(size)));
    this.#set(1, selected ? this.#rings([at(selected)], widths.selected(size)) : '');
    this.#set(2, pinned ? this.#dot(at(pinned)) : '');
  }

  /**
   * @param {number} index
   * @param {string} drawn
   */
  #set(index, drawn) {
    const path = this.#paths[index];
    if (path.drawn === drawn) return;
    path.drawn = drawn;
    path.path.setAttribute('d', drawn);
  }

  /**
   * Lines around cells, along the outer side of their edges.
   * @param {Iterable<{ x: number, y: number }>} cells by their left upper corners, in pixels
   * @param {number} width of the line
   */
  #rings(cells, width) {
    const size = this.#size;
    const out = width / 2;
    // Short numbers: the browser reads many of them at every move of the pointer.
    const round = Math.round(Math.max(2, size / 9) + out);
    const side = size + width - 2 * round;
    const r = round;
    const ring = `h${side}q${r} 0 ${r} ${r}v${side}q0 ${r}-${r} ${r}h-${side}q-${r} 0-${r}-${r}v-${side}q0-${r} ${r}-${r}`;
    let path = '';
    for (const { x, y } of cells) {
      path += `M${x - out + round} ${y - out}${ring}`;
    }
    return path;
  }

  /** @param {{ x: number, y: number }} cell by its left upper corner */
  #dot({ x: left, y: top }) {
    const size = this.#size;
    const radius = Math.max(2, 0.06 * size);
    const x = left + 0.9 * size - 2 * radius;
    const y = top + 0.1 * size + radius;
    const half = `a${radius} ${radius} 0 0 1 `;
    return `M${x} ${y}${half}${2 * radius} 0${half}${-2 * radius} 0z`;
  }
}
