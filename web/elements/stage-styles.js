import { css } from 'lit';

/** Tensors in lines. */
export const stageStyles = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
  }
  .stage {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    min-height: 180px;
    --symbol: 64px;
  }
  .narrow {
    --symbol: 20px;
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: center;
    max-width: 100%;
  }
  .narrow .symbol {
    font-size: 18px;
  }
  /* The readings of Y beside each other begin at one height, however many lines are below them. */
  .line + .line {
    align-items: start;
  }
  .line + .line .symbol {
    align-self: center;
  }
  .stacked .line {
    flex-direction: column;
    gap: 12px;
  }
  .unused {
    margin: 14px 0 0;
    color: var(--quiet);
    font-size: 13px;
    text-align: center;
  }
  /* In a corner that the tensors leave free. */
  .switches {
    position: absolute;
    top: 6px;
    inset-inline-end: 8px;
  }
  .switches button {
    min-height: 28px;
    color: var(--quiet);
    font-size: 13px;
  }
  .surround[aria-pressed='false'] {
    text-decoration: line-through;
  }
  :host([low]) .surround[aria-pressed='false'] {
    opacity: 0.5;
  }
  /* Where the tensors take all of the width they leave none. */
  .enlarged {
    position: static;
    display: flex;
    justify-content: center;
    margin-top: 4px;
  }
  .nothing {
    display: grid;
    justify-items: center;
    gap: 8px;
  }
  .nothing strong {
    min-height: 32px;
    align-content: center;
    color: var(--y);
  }
  .nothing .x {
    color: var(--x);
  }
  .nothing .k {
    color: var(--k);
  }
  /* As high as a title with the shape below it. */
  .narrow .nothing strong {
    min-height: 50px;
  }
  .nothing div {
    box-sizing: border-box;
    display: grid;
    place-content: center;
    min-width: 96px;
    padding: 4px;
    border: 1px dashed var(--quiet);
    border-radius: var(--radius);
    color: var(--quiet);
    font-size: 13px;
    text-align: center;
  }
  /* Exactly the place of what comes. */
  .awaited div {
    min-width: 0;
    padding: 0;
    border-color: var(--line);
  }
`;
