import { css } from 'lit';

export const exportStyles = css`
  :host {
    display: block;
    min-width: 0;
    container-type: inline-size;
  }
  .choices {
    display: grid;
    gap: 10px;
    margin-bottom: 14px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 18px;
  }
  label,
  fieldset {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  fieldset {
    gap: 4px 16px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .segments {
    flex-wrap: wrap;
  }
  legend {
    float: left;
    padding: 0;
  }
  legend,
  .name {
    color: var(--quiet);
  }
  select,
  input[type='number'] {
    min-height: 32px;
    padding: 4px 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
  }
  input[type='number'] {
    width: 6.5em;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    accent-color: var(--strong);
  }
  .previews {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: flex-start;
    padding: 12px;
    border-radius: 12px;
    background: var(--well);
  }
  /* Seen through where the picture has no ground. */
  .previews > * {
    flex: 1 1 300px;
    min-width: 0;
    text-align: center;
  }
  .previews .dark {
    border-radius: 12px;
    background: #1b1b1f;
  }
  .previews .light {
    border-radius: 12px;
    background: #fff;
  }
  .previews svg,
  .previews img {
    display: block;
    max-width: 100%;
    height: auto;
    max-height: 420px;
    margin: 0 auto;
  }
  .actions {
    margin-top: 12px;
  }
  progress {
    flex: 1 1 120px;
    accent-color: var(--strong);
  }
  .quiet,
  .at {
    font-variant-numeric: tabular-nums;
  }
  p {
    margin: 0 0 8px;
  }
`;
