import { css } from 'lit';
import { controls } from '../../elements/styles.js';

export const styles = [
  controls,
  css`
    :host {
      display: block;
    }
    p {
      margin: 0;
    }
    .panel {
      display: grid;
      gap: 16px;
      border-radius: 12px;
    }
    .panel > * {
      min-width: 0;
    }
    .dropping {
      outline: 2px dashed var(--x);
      outline-offset: 8px;
    }
    .sources,
    .bar,
    .sliders {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 10px 16px;
    }
    .drawings,
    .own,
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .drawing {
      padding: 0;
      width: 44px;
      height: 44px;
      overflow: hidden;
    }
    .drawing canvas {
      width: 100%;
      height: 100%;
    }
    .drawing[aria-pressed='true'] {
      border-color: var(--ink);
      box-shadow: 0 0 0 2px var(--ink);
    }
    .file {
      position: relative;
    }
    .file input {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
    }
    .file span {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 32px;
      padding: 4px 10px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--card);
      white-space: nowrap;
    }
    .file:hover span {
      border-color: var(--quiet);
    }
    .file input:focus-visible + span {
      outline: 2px solid var(--ink);
      outline-offset: 1px;
    }
    .private {
      display: flex;
      align-items: center;
      gap: 6px;
      margin-inline-start: auto;
      color: var(--quiet);
      font-size: 13px;
    }
    .private svg {
      flex: none;
      color: var(--y);
    }
    .chips button {
      border-radius: 999px;
      padding: 2px 10px;
      min-height: 30px;
      font-size: 14px;
    }
    .chips button[aria-pressed='true'] {
      border-color: var(--strong);
      background: var(--strong);
      color: var(--on-strong);
      font-weight: 600;
    }
    .sliders {
      align-items: end;
      gap: 12px 18px;
      padding: 12px 16px;
      border-radius: 12px;
      background: var(--well);
    }
    .slider,
    .select {
      display: grid;
      gap: 4px;
      font-size: 13px;
      color: var(--quiet);
    }
    .slider {
      flex: 1 1 104px;
      max-width: 220px;
    }
    .slider > span {
      display: flex;
      justify-content: space-between;
      gap: 8px;
      white-space: nowrap;
    }
    .slider strong {
      color: var(--ink);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    input[type='range'] {
      width: 100%;
      height: 32px;
      accent-color: var(--ink);
      cursor: pointer;
    }
    select {
      min-width: 0;
      min-height: 32px;
      padding: 2px 8px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--card);
      color: var(--ink);
    }
    .layer {
      flex: 1 1 220px;
      align-self: center;
      font-size: 13px;
    }
    .wrong {
      padding: 8px 14px;
      border-radius: var(--radius);
      background: var(--bad-well);
      color: var(--bad);
      overflow-wrap: anywhere;
    }
    .note {
      font-size: 13px;
    }
    .camera {
      display: grid;
      justify-items: center;
      gap: 10px;
    }
    .camera div {
      display: flex;
      gap: 8px;
    }
    video {
      width: min(100%, 480px);
      border-radius: var(--radius);
      background: var(--well);
    }
    .pictures {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
      gap: 20px 24px;
      align-items: start;
    }
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
    .x {
      color: var(--x);
    }
    .y {
      color: var(--y);
    }
    .time {
      font-size: 13px;
    }
    .keep {
      display: flex;
      margin-inline-start: auto;
    }
    .keep button {
      font-size: 14px;
    }
    .working {
      display: flex;
      align-items: center;
      gap: 12px;
    }
    .working[hidden] {
      display: none;
    }
    progress {
      flex: 1;
      accent-color: var(--y);
    }
    .card {
      border: 1px solid var(--line);
      border-radius: 12px;
      background: var(--card);
      min-width: 0;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 14px;
      padding: 10px 16px 0;
    }
    header .quiet {
      flex: 1 1 200px;
      font-size: 13px;
    }
    h3 {
      margin: 10px 0 4px;
      font-size: 15px;
      text-align: center;
    }
    .lesson {
      max-width: 76ch;
      margin: 0 auto 18px;
      text-align: center;
    }
    @media (max-width: 600px) {
      .private {
        margin-inline-start: 0;
      }
      .select {
        flex: 1 1 100%;
        display: flex;
        justify-content: space-between;
        align-items: center;
      }
      /* What the settings change stands next to them. */
      .pictures figure:has([operand='y']) {
        order: -1;
      }
    }
  `,
];
