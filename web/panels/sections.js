import { css } from 'lit';

/** Sections of a panel, their fields and their notes. */
export const sections = css`
  :host {
    display: block;
    min-width: 0;
  }
  h2 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 10px 14px;
    margin: var(--fields, 12px 0 14px);
  }
  .note {
    font-size: 13px;
    color: var(--quiet);
  }
  .x {
    color: var(--x);
  }
  .y {
    color: var(--y);
  }
  strong {
    font-variant-numeric: tabular-nums;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
