import { css } from 'lit';

/** The palette (Okabe and Ito's blue, vermilion and green) and the measures that all parts share. A page around
 * can give those that are named `--conv-…` here. */
export const tokens = css`
  :host {
    --x: var(--conv-x, light-dark(#0072b2, #56b4e9));
    --k: var(--conv-k, light-dark(#b84f00, #f0883e));
    --y: var(--conv-y, light-dark(#007a5a, #2fc4a0));
    --b: var(--conv-b, light-dark(#7a4b8f, #c79be0));
    /* The other ends of their scales, below zero: of X, Y and the bias, and of K. */
    --amber: light-dark(#b88600, #e0b040);
    --violet: light-dark(#5b4db1, #9a8cff);
    --ink: var(--conv-ink, light-dark(#1b1b1f, #efeff3));
    --quiet: var(--conv-quiet, light-dark(#63635f, #a3a3ad));
    --page: var(--conv-ground, light-dark(#fafaf8, #111113));
    --card: var(--conv-card, light-dark(#ffffff, #1b1b1f));
    --well: var(--conv-well, light-dark(#f0f0ec, #26262b));
    --cell: light-dark(#f1f0ed, #26262b);
    --line: var(--conv-line, light-dark(#e3e3de, #303037));
    --strong: light-dark(#1b1b1f, #efeff3);
    --on-strong: light-dark(#ffffff, #1b1b1f);
    --bad: light-dark(#b3261e, #ff8a80);
    --bad-well: light-dark(#fdecea, #3a1f1d);
    --radius: var(--conv-radius, 8px);
    --font: var(
      --conv-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      'Noto Sans',
      'Noto Sans CJK SC',
      sans-serif
    );
  }
`;

/** The colours of the operands and of the bias, for what names them. */
export const hues = css`
  .x {
    color: var(--x);
  }
  .k {
    color: var(--k);
  }
  .y {
    color: var(--y);
  }
  .b {
    color: var(--b);
  }
`;

/** What stands between the tensors of an equation, `--symbol` wide. */
export const symbols = css`
  .symbol {
    flex: 0 0 var(--symbol);
    text-align: center;
    font-size: 26px;
    color: var(--quiet);
    /* level with the cells rather than with cells and title together */
    padding-top: 32px;
  }
  .stacked .symbol {
    flex: none;
    padding: 0;
  }
  sup {
    font-size: 0.55em;
  }
`;

/** Buttons, fields and what is only for screen readers. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button,
  .button {
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 4px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    white-space: nowrap;
  }
  button:hover:not(:disabled),
  .button:hover {
    border-color: var(--quiet);
  }
  button:disabled {
    cursor: default;
    color: color-mix(in srgb, var(--quiet) 55%, transparent);
  }
  button.strong {
    background: var(--strong);
    border-color: var(--strong);
    color: var(--on-strong);
    font-weight: 600;
  }
  button.strong:disabled {
    opacity: 0.4;
  }
  button.plain {
    border-color: transparent;
    background: none;
    color: var(--quiet);
  }
  button.plain:hover {
    color: var(--ink);
    border-color: var(--line);
  }
  :focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 1px;
  }
  svg.lucide {
    width: 16px;
    height: 16px;
    display: block;
  }
  /* Links and code, as they are written. */
  textarea {
    width: 100%;
    padding: 8px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--page);
    color: var(--ink);
    font:
      13px/1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    overflow-wrap: anywhere;
    resize: vertical;
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    max-width: 100%;
    padding: 3px;
    border-radius: calc(var(--radius) + 2px);
    background: var(--well);
  }
  .segments button {
    max-width: 100%;
    border-color: transparent;
    background: none;
    white-space: normal;
    color: var(--quiet);
    min-height: 30px;
    padding: 2px 14px;
  }
  .segments button[aria-pressed='true'] {
    background: var(--card);
    color: var(--ink);
    font-weight: 600;
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.18);
  }
  /* As wide as when it is bold, so that nothing moves when it becomes so. */
  .segments button::after {
    content: attr(data-label);
    height: 0;
    overflow: hidden;
    visibility: hidden;
    font-weight: 600;
  }
  .segments button {
    flex-direction: column;
    gap: 0;
  }
  .quiet {
    color: var(--quiet);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* What a reader of paper cannot press is not there. */
  @media print {
    button:not([aria-selected='true']),
    select,
    input,
    conv-menu {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition:
        background-color 0.12s,
        border-color 0.12s;
    }
  }
`;
