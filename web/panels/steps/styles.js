import { css } from 'lit';
import { symbolWidth } from './measures.js';

/** Figures in a row, with symbols between them. */
export const figures = css`
  :host {
    display: block;
    min-width: 0;
  }
  h3 {
    margin: 0 0 14px;
    font-size: 14px;
    font-weight: 500;
    color: var(--quiet);
    text-align: center;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 14px 0;
  }
  figure {
    margin: 0;
    display: grid;
    justify-items: center;
    gap: 8px;
  }
  figcaption,
  .before {
    font-size: 13px;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .symbol {
    flex: 0 0 ${symbolWidth}px;
    text-align: center;
    font-size: 22px;
    color: var(--quiet);
  }
  .x {
    color: var(--x);
  }
  .k {
    color: var(--k);
  }
  .notes p {
    margin: 12px 0 0;
    font-size: 13px;
    color: var(--quiet);
    text-align: center;
  }
`;
