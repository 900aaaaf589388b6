import { css } from 'lit';

/** A picture with what it is above it, and what went wrong. */
export const figures = css`
  figure {
    display: grid;
    gap: 8px;
    margin: 0;
    min-width: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    min-height: 34px;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .wrong {
    padding: 8px 14px;
    border-radius: var(--radius);
    background: var(--bad-well);
    color: var(--bad);
    overflow-wrap: anywhere;
  }
`;
