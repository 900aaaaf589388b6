import { css } from 'lit';
import { widest } from './overhang.js';

/** The look of a grid: its cells by mark, and what is drawn over them. */
export const gridStyles = css`
  :host {
    display: block;
    position: relative;
    z-index: 0;
    /* What changes inside moves nothing outside. */
    contain: layout style;
    --hue: var(--y);
    --minus: var(--amber);
    --step: calc(var(--size) + var(--gap));
    --right: calc(var(--ring-across, 1) * var(--step));
    --below: calc(var(--ring-down, 1) * var(--step));
    margin: calc(var(--ring-top, 0) * var(--step)) calc(var(--ring-right, 0) * var(--step))
      calc(var(--ring-bottom, 0) * var(--step)) calc(var(--ring-left, 0) * var(--step));
  }
  /* What hangs over its cells lies on what is beside them. */
  :host(:is(:hover, :focus-within)) {
    z-index: 1;
  }
  :host([operand='x']) {
    --hue: var(--x);
  }
  :host([operand='k']) {
    --hue: var(--k);
    --minus: var(--violet);
  }
  :host([operand='b']) {
    --hue: var(--b);
  }
  /* On a layer of its own, and so are its rings: neither is painted again for the other. */
  .grid {
    transform: translateZ(0);
    contain: layout size style;
    width: calc((var(--columns) - 1) * var(--right) + var(--size));
    height: calc((var(--rows) - 1) * var(--below) + var(--size));
    font-size: var(--font-size);
    line-height: var(--size);
    font-variant-numeric: tabular-nums;
    text-align: center;
    white-space: nowrap;
    user-select: none;
  }
  /* A row is laid out by itself. Its z-index is a number, since one that is raised from auto, as where a cell
   * is opened, lays out the others too. */
  [role='row'] {
    display: flex;
    position: relative;
    z-index: 0;
    gap: calc(var(--right) - var(--size));
    height: var(--size);
    margin-bottom: calc(var(--below) - var(--size));
    contain: layout size style;
  }
  .cell {
    flex: none;
    width: var(--size);
    height: var(--size);
    border-radius: max(2px, calc(var(--size) / 9));
    background: color-mix(in srgb, var(--shade, var(--hue)) var(--strength), var(--cell));
    box-shadow: var(--edge, none);
  }
  .rings {
    position: absolute;
    top: 0;
    left: 0;
    width: calc(var(--columns) * var(--right));
    height: calc(var(--rows) * var(--below));
    overflow: visible;
    pointer-events: none;
    will-change: transform;
    fill: none;
    stroke: var(--hue);
  }
  .rings .pinned {
    fill: var(--hue);
    stroke: none;
  }
  .frame {
    position: absolute;
    top: calc(var(--top) * var(--below) - 2px);
    left: calc(var(--left) * var(--right) - 2px);
    width: calc(var(--across) * var(--step) - var(--gap) + 4px);
    height: calc(var(--down) * var(--step) - var(--gap) + 4px);
    border: 1.5px dashed var(--quiet);
    border-radius: max(3px, calc(var(--size) / 8));
    pointer-events: none;
    z-index: 3;
  }
  .blank {
    background: none;
    box-shadow: inset 0 0 0 1px var(--line);
  }
  /* Pale by its ground alone: the numbers stay legible. */
  .outside,
  :host([faint]) .cell {
    background: color-mix(
      in srgb,
      var(--shade, var(--hue)) calc(0.3 * var(--strength)),
      transparent
    );
    color: var(--quiet);
  }
  .inserted,
  .padding {
    background: none;
    box-shadow: inset 0 0 0 1px var(--line);
    color: var(--quiet);
  }
  .padding {
    background: repeating-linear-gradient(-45deg, transparent 0 4px, var(--well) 4px 6px);
  }
  .added {
    outline: 1px dashed var(--hue);
    outline-offset: -1px;
  }
  .unused,
  .unreached {
    background-image: repeating-linear-gradient(
      45deg,
      transparent 0 5px,
      color-mix(in srgb, var(--quiet) 45%, transparent) 5px 6px
    );
  }
  .window {
    box-shadow: 0 0 0 max(1px, min(2px, calc(var(--size) / 20))) var(--k);
  }
  .cell {
    cursor: pointer;
  }
  /* A field, which a finger drags sideways and scrolls up and down. */
  :host([editable]) .cell {
    cursor: text;
    touch-action: pan-y pinch-zoom;
    --edge: inset 0 0 0 1px color-mix(in srgb, var(--shade, var(--hue)) 32%, transparent);
  }
  :host([editable]) .cell:hover {
    --edge: inset 0 0 0 1.5px color-mix(in srgb, var(--shade, var(--hue)) 75%, transparent);
  }
  .dragged,
  .dragged .cell,
  .dragged input {
    cursor: ew-resize !important;
  }
  .cell:focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  /* Over the middle of their cell, as far as there is room. */
  .tip,
  .open input {
    max-width: ${widest}px;
    translate: var(--across) var(--down, 0);
    --across: clamp(
      calc(-1 * var(--before, ${widest}px)),
      calc(var(--size) / 2 - 50%),
      calc(var(--size) + var(--after, ${widest}px) - 100%)
    );
  }
  .tip {
    position: absolute;
    --down: calc(-100% - 4px);
    padding: 2px 8px;
    border-radius: 6px;
    background: var(--strong);
    color: var(--on-strong);
    font-size: 13px;
    font-weight: 500;
    line-height: 1.5;
    white-space: nowrap;
    pointer-events: none;
    z-index: 4;
  }
  .tip:empty {
    display: none;
  }
  /* The cell, and the row that it is in. */
  .open {
    position: relative;
    z-index: 4;
  }
  .open input {
    position: absolute;
    top: 0;
    left: 0;
    min-width: max(100%, 44px);
    height: max(100%, 26px);
    field-sizing: content;
    padding: 0 4px;
    border: 0;
    border-radius: inherit;
    outline: 2px solid var(--hue);
    outline-offset: -1px;
    background: var(--card);
    font-size: max(1em, 13px);
    text-align: center;
  }
  /* A long text that is no number stays within its cell. */
  .invalid:not(.open) {
    overflow: hidden;
  }
  .invalid {
    background: var(--bad-well);
    box-shadow: 0 0 0 2px var(--bad);
  }
  /* Grounds are not printed everywhere, and not where a reader forces colours. */
  @media print {
    .cell {
      outline: 0.5pt solid var(--quiet);
      outline-offset: -0.5pt;
      print-color-adjust: exact;
    }
    .tip {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .cell {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .added {
      outline-style: dashed;
    }
    .cell:focus-visible {
      outline: 3px solid Highlight;
    }
    .rings {
      stroke: Highlight;
    }
    .rings .pinned {
      fill: Highlight;
    }
  }
`;
