import { html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { SelectEvent } from '../../elements/events.js';
import { controls } from '../../elements/styles.js';
import { bounded, fitted, opening, revealed, zoomed } from './camera.js';
import { canvasStyles } from './canvas-styles.js';
import { paintLit } from './paint-lit.js';
import { colours, paintBase } from './paint.js';
import { besideAt, places } from './place.js';
import { tools } from './tools.js';
import { moved, nextWeight, selectionAt } from './view.js';

/**
 * @typedef {import('./view.js').Position} Position
 * @typedef {import('./camera.js').Camera} Camera
 */

/** The most that a drag may move and still be a press, in pixels. */
const press = 4;

/**
 * A large matrix as a picture, with a cursor: zoomed and moved by buttons and keys, dragged with a
 * mouse; neither the wheel nor a finger is held back from scrolling the page.
 *
 * @fires SelectEvent
 */
export class MatrixCanvas extends PlaygroundElement {
  static properties = {
    drawing: { attribute: false },
    lit: { attribute: false },
    light: { attribute: false },
    linksOf: { attribute: false },
    width: { type: Number },
    t: { attribute: false },
    camera: { state: true },
    cursor: { state: true },
    focused: { state: true },
  };

  /** @type {{ x: number, y: number, camera: Camera, moved: boolean } | undefined} */
  #drag;
  /** Read once for a theme: to read it, all that is new has to be laid out.
   * @type {Record<string, string> | undefined} */
  #palette;
  /** What is pointed at, so that it is told once. */
  #hovered = '';

  constructor() {
    super();
    /** @type {import('./grid.js').Drawing} */
    this.drawing = /** @type {any} */ (undefined);
    /** @type {import('./view.js').Lit | undefined} */
    this.lit = undefined;
    /** What is explained. @type {import('../../elements/light.js').Light | undefined} */
    this.light = undefined;
    /** What a row or a column lights up.
     * @type {(position: Position) => import('./view.js').Lit | undefined} */
    this.linksOf = () => undefined;
    this.width = 0;
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** @type {Camera | undefined} */
    this.camera = undefined;
    /** @type {Position} */
    this.cursor = { row: 0, column: 0 };
    this.focused = false;
  }

  connectedCallback() {
    super.connectedCallback();
    // The theme may be another one.
    if (this.hasUpdated) this.#recolour();
  }

  #recolour() {
    this.#palette = undefined;
    this.requestUpdate('drawing');
  }

  get #frame() {
    const { rows, columns } = this.drawing.view;
    return places(this.width, rows.count, columns.count).frame;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const drawn = /** @type {import('./grid.js').Drawing | undefined} */ (changed.get('drawing'));
    const { rows, columns } = this.drawing.view;
    const resized =
      changed.has('width') ||
      (drawn &&
        (drawn.view.rows.count !== rows.count || drawn.view.columns.count !== columns.count));
    if (!this.camera || resized) {
      this.camera = opening(this.#frame);
      this.cursor = {
        row: Math.min(this.cursor.row, rows.count - 1),
        column: Math.min(this.cursor.column, columns.count - 1),
      };
    }
    const before = /** @type {import('./view.js').Lit | undefined} */ (changed.get('lit'));
    // What a person selects in this very matrix is in sight, and does not move under the pointer.
    if (!this.lit || this.light?.by === this) return;
    const { row, column } = this.lit;
    if (before && before.row === row && before.column === column) return;
    // What is selected elsewhere comes into sight.
    if (row !== undefined || column !== undefined) {
      const place = this.#selected() ?? { row, column };
      this.#show(revealed(this.#frame, this.camera, place));
    }
  }

  render() {
    const { view, name } = this.drawing;
    const label = this.t('matrix.picture', {
      name,
      rows: view.rows.count,
      columns: view.columns.count,
      entries: view.matrix.entries,
    });
    return html`
      ${tools({
        view,
        frame: this.#frame,
        camera: /** @type {Camera} */ (this.camera),
        t: this.t,
        show: (camera) => this.#show(camera),
        zoom: (direction) => this.#zoom(direction),
      })}
      <div
        class="picture"
        role="application"
        tabindex="0"
        aria-label=${label}
        aria-describedby="keys"
        @keydown=${this.#keyDown}
        @focus=${() => this.#focus(true)}
        @blur=${() => this.#focus(false)}
        @pointerdown=${this.#pointerDown}
        @pointermove=${this.#pointerMove}
        @pointerup=${this.#pointerUp}
        @pointercancel=${() => (this.#drag = undefined)}
        @pointerleave=${() => this.#hover(undefined)}
        @dblclick=${this.#doubleClick}
      >
        <canvas class="base" aria-hidden="true"></canvas>
        <canvas class="lit" aria-hidden="true"></canvas>
      </div>
      <p id="keys" class="quiet">${this.t('matrix.keys')}</p>
      <div class="probes" aria-hidden="true" @transitionend=${this.#recolour}>
        ${colours.map((name) => html`<span class=${name} data-colour=${name}></span>`)}
      </div>
    `;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const camera = /** @type {Camera} */ (this.camera);
    const { rows, columns } = this.drawing.view;
    const repaint = ['drawing', 'camera', 'width'].some((name) => changed.has(name));
    const palette = (this.#palette ??= this.#colours());
    const scene = {
      drawing: this.drawing,
      camera,
      place: places(this.width, rows.count, columns.count),
      palette,
    };
    if (repaint) paintBase(this.#canvas('base'), scene);
    paintLit(this.#canvas('lit'), scene, this.lit, this.focused ? this.cursor : undefined);
  }

  #canvas(/** @type {string} */ name) {
    return /** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector(`canvas.${name}`));
  }

  /** The colours as they are now, in the theme that is on. */
  #colours() {
    const probes = /** @type {NodeListOf<HTMLElement>} */ (
      this.renderRoot.querySelectorAll('[data-colour]')
    );
    return Object.fromEntries(
      [...probes].map((probe) => [probe.dataset.colour, getComputedStyle(probe).color]),
    );
  }

  /** Draws anew only where something moved. @param {Camera} camera */
  #show({ scale, row, column }) {
    const { camera } = this;
    if (camera?.scale === scale && camera.row === row && camera.column === column) return;
    this.camera = { scale, row, column };
  }

  /** @param {1 | -1} direction @param {Position} [place] */
  #zoom(direction, place) {
    const camera = /** @type {Camera} */ (this.camera);
    this.#show(zoomed(this.#frame, camera, direction, place ?? this.#selected()));
  }

  /** Where the selection is, so that it stays in sight. @returns {Position | undefined} */
  #selected() {
    const { row, column, entries = [] } = this.lit ?? {};
    const [first] = entries;
    if (!first || (row === undefined && column === undefined)) return undefined;
    return { row: row ?? first.row, column: column ?? first.column };
  }

  /** What is under the pointer; a position outside the matrix and its vectors is none.
   * @param {MouseEvent} event
   * @returns {Position | undefined} */
  #at(event) {
    const { view } = this.drawing;
    const { rows, columns } = view;
    const box = this.#canvas('base').getBoundingClientRect();
    const place = places(this.width, rows.count, columns.count);
    const camera = /** @type {Camera} */ (this.camera);
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const across = camera.column + (x - place.left) / camera.scale;
    const down = camera.row + (y - place.top) / camera.scale;
    const beside = x >= besideAt(place, camera);
    const above = y < place.top;
    if (beside && above) return undefined;
    const position = {
      row: above ? -1 : Math.floor(down),
      column: beside ? columns.count : Math.floor(across),
    };
    const inside =
      beside || (across >= 0 && across < columns.count && x <= place.left + place.frame.width);
    return inside && down < rows.count ? position : undefined;
  }

  /** @param {'hover' | 'focus' | 'pin'} how @param {Position | undefined} position */
  #select(how, position) {
    const selection = position && selectionAt(this.drawing.view, position);
    this.dispatchEvent(new SelectEvent(how, selection));
  }

  /** @param {Position | undefined} position */
  #hover(position) {
    const name = position ? `${position.row},${position.column}` : '';
    if (name === this.#hovered) return;
    this.#hovered = name;
    this.#select('hover', position);
  }

  /** @param {boolean} focused */
  #focus(focused) {
    this.focused = focused;
    this.#select('focus', focused ? this.cursor : undefined);
  }

  /** @param {Position} position */
  #move(position) {
    this.cursor = position;
    const camera = /** @type {Camera} */ (this.camera);
    const { columns } = this.drawing.view;
    const column = position.column < columns.count ? position.column : undefined;
    this.#show(revealed(this.#frame, camera, { row: position.row, column }));
    this.#select('focus', position);
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const { key } = event;
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    const zoom = /** @type {Record<string, () => void>} */ ({
      '+': () => this.#zoom(1, this.cursor),
      '=': () => this.#zoom(1, this.cursor),
      '-': () => this.#zoom(-1, this.cursor),
      0: () => this.#show(fitted(this.#frame)),
      Enter: () => this.#select('pin', this.cursor),
      ' ': () => this.#select('pin', this.cursor),
    });
    if (key in zoom && !control) {
      event.preventDefault();
      zoom[key]();
      return;
    }
    const next =
      control && key.startsWith('Arrow')
        ? this.#weightAfter(key)
        : moved(this.drawing.view, this.cursor, event);
    if (!next) return;
    event.preventDefault();
    this.#move(next);
  }

  /** The next weight along the cursor's row or column. @param {string} key */
  #weightAfter(key) {
    const across = key === 'ArrowLeft' || key === 'ArrowRight';
    const { row, column } = this.cursor;
    const line = across ? { row, column: this.drawing.view.columns.count } : { row: -1, column };
    const lit = this.linksOf(line);
    return lit && (nextWeight(lit, this.cursor, key) ?? this.cursor);
  }

  /** @param {PointerEvent} event */
  #pointerDown(event) {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    const camera = /** @type {Camera} */ (this.camera);
    this.#drag = { x: event.clientX, y: event.clientY, camera, moved: false };
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #pointerMove(event) {
    if (event.pointerType === 'touch') return;
    if (!this.#drag) return this.#hover(this.#at(event));
    const { x, y, camera } = this.#drag;
    const [right, down] = [event.clientX - x, event.clientY - y];
    if (Math.hypot(right, down) > press) this.#drag.moved = true;
    if (!this.#drag.moved) return;
    const row = camera.row - down / camera.scale;
    const column = camera.column - right / camera.scale;
    this.#show(bounded(this.#frame, { ...camera, row, column }));
  }

  /** @param {PointerEvent} event */
  #pointerUp(event) {
    const dragged = this.#drag?.moved;
    this.#drag = undefined;
    const position = dragged ? undefined : this.#at(event);
    if (!position) return;
    this.#move(position);
    this.#select('pin', position);
  }

  /** @param {MouseEvent} event */
  #doubleClick(event) {
    const position = this.#at(event);
    if (position) this.#zoom(1, position);
  }

  static styles = [controls, canvasStyles];
}
