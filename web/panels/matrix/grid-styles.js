import { css } from 'lit';

/** Cells of a matrix between its two vectors. */
export const gridStyles = css`
  :host {
    display: block;
    width: max-content;
  }
  .grid {
    display: grid;
    grid-template-columns: auto repeat(var(--columns), auto) auto auto;
    gap: 2px;
    font-variant-numeric: tabular-nums;
  }
  [role='row'] {
    display: contents;
  }
  .x {
    --hue: var(--x);
    --minus: var(--amber);
  }
  .y {
    --hue: var(--y);
    --minus: var(--amber);
  }
  .k {
    --hue: var(--k);
    --minus: var(--violet);
  }
  .name {
    align-self: center;
    padding-right: 8px;
    font-size: 15px;
    font-weight: 700;
    color: var(--hue);
    white-space: nowrap;
  }
  .name:last-child {
    padding: 0;
    text-align: center;
  }
  .equals {
    align-self: center;
    width: 26px;
    text-align: center;
    font-size: 18px;
    color: var(--quiet);
  }
  .x.cell {
    font-size: var(--font-x);
  }
  .k.cell {
    font-size: var(--font-k);
  }
  .y.cell {
    font-size: var(--font-y);
  }
  .cell {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    justify-self: center;
    width: var(--size);
    height: var(--size);
    border-radius: 4px;
    cursor: pointer;
    user-select: none;
    white-space: nowrap;
  }
  [role='columnheader'] {
    margin-bottom: 8px;
  }
  .filled {
    background: color-mix(in srgb, var(--shade, var(--hue)) var(--strength), var(--cell));
  }
  /* A weight that is 0 is not a zero of the structure. */
  .filled.t0 {
    --strength: 4%;
  }
  /* A zero of the structure is a dot; a weight that is 0 says so. */
  .zero::before {
    content: '';
    width: 3px;
    height: 3px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--quiet) 45%, transparent);
  }
  .outside::before {
    display: none;
  }
  .margin {
    outline: 1px dashed color-mix(in srgb, var(--quiet) 55%, transparent);
    outline-offset: -2px;
    color: var(--quiet);
  }
  .row-line {
    margin-top: 4px;
  }
  .row-channel {
    margin-top: 14px;
  }
  .column-line {
    margin-left: 4px;
  }
  .column-channel {
    margin-left: 14px;
  }
  .linked {
    box-shadow: 0 0 0 2px var(--hue);
    z-index: 1;
  }
  .selected {
    box-shadow: 0 0 0 3px var(--hue);
    font-weight: 700;
    z-index: 2;
  }
  .cell:focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
    z-index: 3;
  }
  .cell[data-full]:is(:focus-visible, :hover)::after {
    content: attr(data-full);
    position: absolute;
    bottom: calc(100% + 4px);
    left: 50%;
    translate: -50%;
    padding: 2px 8px;
    border-radius: 6px;
    background: var(--strong);
    color: var(--on-strong);
    font-size: 13px;
    font-weight: 500;
    pointer-events: none;
    z-index: 4;
  }
`;
