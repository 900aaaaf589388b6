import { css } from 'lit';

/** What flies, and the plane that it flies over. */
export const flightStyles = css`
  .flight {
    position: absolute;
    inset: 0;
    pointer-events: none;
    z-index: 5;
  }
  .flight span {
    position: absolute;
    top: 0;
    left: 0;
    transform-origin: 0 0;
    border-radius: 6px;
    background: color-mix(in srgb, var(--k) 26%, var(--card));
    box-shadow: 0 0 0 1.5px var(--k);
    text-align: center;
    font-variant-numeric: tabular-nums;
    will-change: transform;
  }
`;
