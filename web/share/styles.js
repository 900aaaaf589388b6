import { css } from 'lit';

export const shareStyles = css`
  dialog {
    width: min(1080px, calc(100vw - 16px));
    max-width: none;
    max-height: min(900px, calc(100dvh - 16px));
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--page);
    color: var(--ink);
    font: 15px/1.5 var(--font);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .inside {
    padding: 16px 22px 22px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 36px;
  }
  h2 {
    margin: 0;
    font-size: 18px;
  }
  [role='status'] {
    flex: 1;
    min-width: 0;
    color: var(--quiet);
  }
  [role='tablist'] {
    margin-top: 6px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 18px 28px;
    align-items: start;
  }
  .stack {
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  p {
    margin: 0;
  }
  fieldset {
    display: grid;
    gap: 2px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 4px;
    font-weight: 600;
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    cursor: pointer;
  }
  .tick:has(:disabled) {
    color: var(--quiet);
    cursor: default;
  }
  .tick input {
    flex: none;
    width: 16px;
    height: 16px;
    accent-color: var(--strong);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 8px;
    align-items: start;
  }
  .field label {
    grid-column: 1 / -1;
    font-weight: 600;
  }
  .length {
    color: var(--quiet);
  }
  .length:not(.short) {
    color: var(--ink);
    padding: 8px 14px;
    border-radius: var(--radius);
    background: var(--well);
  }
  @media (max-width: 760px) {
    .inside {
      padding: 10px 14px 16px;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    [role='tab'] {
      padding: 6px 10px;
    }
  }
`;
