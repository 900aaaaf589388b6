import { css } from 'lit';
import { titleWidth } from '../model/layout.js';

/** The least width of a title with a strip of channels, in pixels. */
const strip = { narrow: titleWidth.narrow.strip, usual: titleWidth.usual.strip };

/** A title above planes, and what leads to others. */
export const tensorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    min-width: 0;
    --strip-width: ${strip.usual}px;
    --hue: var(--y);
  }
  :host([operand='x']) {
    --hue: var(--x);
  }
  :host([operand='k']) {
    --hue: var(--k);
  }
  :host([operand='b']) {
    --hue: var(--b);
  }
  header {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    color: var(--quiet);
    white-space: nowrap;
  }
  /* Beside the title, which stays over the middle of its planes. */
  header conv-menu {
    position: absolute;
    left: 100%;
    margin-inline-start: 4px;
  }
  strong {
    color: var(--hue);
  }
  :host([narrow]) {
    --note: 86px;
    --strip-width: ${strip.narrow}px;
  }
  :host([narrow]) header:not(.stripped) {
    display: grid;
    grid-template-columns: auto auto;
    justify-content: center;
    gap: 0 4px;
  }
  :host([narrow]) header span {
    grid-row: 2;
    grid-column: 1 / -1;
    font-size: 12px;
    text-align: center;
  }
  :host([narrow]) header .scale {
    grid-row: 3;
  }
  :host([narrow]) header conv-menu {
    position: static;
    margin: 0;
  }
  .scale {
    color: var(--ink);
  }
  sup {
    line-height: 0;
  }
  :host([invalid]) header {
    color: var(--bad);
    text-decoration: underline wavy var(--bad) 1px;
    text-underline-offset: 4px;
  }
  .planes {
    display: grid;
    gap: var(--plane-gap);
  }
  .row {
    display: flex;
    gap: var(--plane-gap);
    justify-content: center;
  }
  .picker,
  .pager {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 13px;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .picker span {
    white-space: nowrap;
  }
  .pickers {
    align-self: stretch;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 4px;
  }
  /* As wide as the planes, or as model/layout.js says: what is said of channels goes on in a second line. */
  .stripped,
  .stripped + .pickers {
    contain: inline-size;
    align-self: stretch;
    min-width: var(--strip-width);
  }
  header.stripped {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0 6px;
  }
  .stripped .which {
    order: 1;
    font-size: 13px;
  }
  .stripped conv-menu {
    position: static;
    margin: 0;
  }
  .stripped + .pickers .picker {
    justify-self: stretch;
    justify-content: center;
    gap: 4px;
  }
  .stripped + .pickers span {
    line-height: 1.2;
    white-space: normal;
  }
  .picker conv-strip {
    flex: 0 1 auto;
    min-width: 0;
  }
  :host([narrow]) .stripped {
    gap: 0 4px;
  }
  :host([narrow]) .stripped span {
    font-size: 11px;
  }
  :host([narrow]) .stripped + .pickers .picker {
    --plane: 20px;
    gap: 2px;
    font-size: 12px;
  }
  :host([narrow]) .stripped + .pickers button {
    padding-inline: 3px;
  }
  .picker button,
  .pager button {
    min-height: 28px;
    padding: 2px 6px;
    color: var(--ink);
  }
  .note svg.lucide {
    display: inline-block;
    width: 12px;
    height: 12px;
    vertical-align: -1px;
  }
  /* As wide as the planes, which it must not widen. */
  .note {
    margin: 0;
    align-self: stretch;
    contain: inline-size;
    min-width: var(--note, 140px);
    font-size: 12px;
    color: var(--quiet);
    text-align: center;
  }
  .made {
    display: var(--made, block);
  }
  /* Where there are channels to choose from, too, X, K and Y have no room for it in one screen. */
  :host([narrow]) .stripped ~ .made {
    display: none;
  }
`;
