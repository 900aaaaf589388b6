import { css } from 'lit';
import { hues } from '../../elements/styles.js';

/** The picture of a matrix, and what is around it. */
export const canvasStyles = css`
  :host {
    display: block;
    width: 100%;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-bottom: 10px;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .tools button {
    min-height: 30px;
    padding: 2px 8px;
  }
  .pan {
    display: inline-flex;
    gap: 6px;
  }
  .picture {
    position: relative;
    border-radius: 4px;
    cursor: crosshair;
    /* a finger scrolls the page; only a double tap is ours */
    touch-action: manipulation;
    user-select: none;
  }
  canvas {
    display: block;
  }
  canvas.lit {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  #keys {
    margin: 6px 0 0;
    font-size: 13px;
  }
  @media (hover: none) {
    #keys {
      display: none;
    }
  }
  .probes {
    position: absolute;
    visibility: hidden;
  }
  /* So short that nothing moves: its end tells that the theme changed. */
  .probes span {
    transition: color 1ms;
  }
  ${hues}
  .ink {
    color: var(--ink);
  }
  .quiet {
    color: var(--quiet);
  }
  .cell {
    color: var(--cell);
  }
  .card {
    color: var(--card);
  }
  .page {
    color: var(--page);
  }
`;
