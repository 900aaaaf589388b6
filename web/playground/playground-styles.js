import { css } from 'lit';

/** The page from top to bottom, and what is painted apart. */
export const playgroundStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 15px/1.5 var(--font);
    text-align: start;
    /* The space before its parts is no line. */
    white-space: normal;
  }
  /* What a page around does to its text, as indents and right to left, would tear numbers from their cells and
     mirror matrices. What it has put into the element keeps it. */
  .playground,
  conv-share {
    direction: ltr;
    writing-mode: horizontal-tb;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    line-break: auto;
    hyphens: manual;
    overflow-wrap: normal;
    text-wrap: wrap;
    -webkit-text-stroke: 0;
  }
  .ground {
    background: var(--page);
  }
  /* What is inside follows the width of the element, not of the window. */
  .sheet {
    container-type: inline-size;
    /* Where it is as wide as its content, as in a flex box. */
    contain-intrinsic-inline-size: 1124px;
  }
  .far {
    min-height: var(--conv-min-height, 420px);
  }
  .parts {
    display: grid;
    gap: 14px;
    max-width: 1124px;
    margin: 0 auto;
    padding: 22px 0 32px;
    width: calc(100% - 32px);
  }
  /* Where there is room, for larger cells and for panels side by side. */
  @container (min-width: 1600px) {
    .parts {
      max-width: 1440px;
    }
  }
  .parts > * {
    min-width: 0;
  }
  [hidden] {
    display: none;
  }
  /* A lesson stands beside the stage and stays there; on a narrow page it lies at the foot. */
  @container (min-width: 1100px) {
    .parts:has(conv-lesson) {
      grid-template-columns: minmax(300px, 360px) minmax(0, 1fr);
      column-gap: 20px;
      max-width: 1440px;
      align-items: start;
    }
    .parts:has(conv-lesson) > * {
      grid-column: 2;
    }
    .parts > conv-lesson {
      grid-column: 1;
      grid-row: 1 / span 30;
      position: sticky;
      top: 14px;
      max-height: calc(100vh - 28px);
      overflow: auto;
    }
  }
  @container (max-width: 600px) {
    .parts > conv-lesson {
      order: 3;
      position: sticky;
      bottom: 0;
      z-index: 6;
      /* A sheet, which folds so that the stage is in sight with it. */
      --sheet-height: 46vh;
      --sheet-shadow: 0 -6px 20px rgb(0 0 0 / 12%);
      --sheet-fold: inline-flex;
      --sheet-folded: none;
    }
  }
  .card {
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--card);
  }
  /* Painted apart, so that they are not painted again with what changes beside them. */
  conv-settings,
  conv-formula {
    isolation: isolate;
  }
  conv-player,
  conv-panels {
    contain: layout style;
    transform: translateZ(0);
  }
  /* Apart too; its menus open over what follows. */
  conv-header {
    display: block;
    position: relative;
    z-index: 1;
  }
  conv-stage {
    padding: 24px 16px;
  }
  @container (max-width: 600px) {
    .parts {
      padding-top: 14px;
      gap: 10px;
    }
    conv-stage {
      padding: 16px 8px;
    }
    .card > conv-sentence {
      padding-block: 8px;
      font-size: 15px;
      --lines: 4;
    }
    /* After what it is a formula of, which is to be in the first screen. */
    conv-formula {
      order: 1;
    }
    conv-panels {
      order: 2;
    }
  }
  conv-sentence {
    display: block;
    padding: 12px 16px;
    border-top: 1px solid var(--line);
    font-size: 17px;
  }
  /* With all settings open, the stage and the sentence are still to be in the first screen. */
  @media (min-width: 1100px) and (max-height: 860px) {
    .parts:has(conv-settings[more]) {
      gap: 8px;
      padding-top: 12px;
    }
    .parts:has(conv-settings[more]) conv-stage {
      padding-block: 12px;
    }
  }
  /* What a task names in a panel is to be in sight with the lesson and the stage. */
  @media (min-width: 1100px) and (max-height: 860px) {
    .parts:has(conv-lesson) {
      gap: 8px 20px;
      padding-top: 8px;
      --panel-top: 8px;
      --fields: 6px 0;
      --tab: 36px;
    }
    .parts:has(conv-lesson) conv-stage {
      padding-block: 6px 8px;
    }
    .parts:has(conv-lesson) conv-sentence {
      font-size: 15px;
    }
    .parts:has(conv-lesson) conv-formula {
      font-size: 14px;
    }
    .parts:has([pointing]) {
      --lines: 1;
      --made: none;
    }
    .parts:has([pointing]) > :is(conv-formula, conv-player) {
      display: none;
    }
  }
  /* In the place of the sentence, so that nothing moves. */
  conv-refusals {
    padding: 2px 6px;
    border-top: 1px solid var(--line);
    /* In sight with the stage, however high that is. */
    position: sticky;
    bottom: 0;
    z-index: 5;
    border-radius: 0 0 12px 12px;
    background: var(--card);
  }
  .greeting {
    margin: 0;
    color: var(--quiet);
  }
  .greeting a {
    color: var(--ink);
    white-space: nowrap;
  }
  @media (max-width: 600px) {
    /* After the stage, which is to be in the first screen. */
    .greeting {
      order: 1;
    }
  }
  .notice.silent {
    display: none;
  }
  .notice {
    position: fixed;
    z-index: 30;
    inset: auto 0 20px;
    width: fit-content;
    max-width: calc(100% - 32px);
    margin: 0 auto;
    padding: 8px 16px;
    border: 0;
    border-radius: var(--radius);
    background: var(--strong);
    color: var(--on-strong);
  }
  @media (max-width: 600px) {
    /* What is refused stands at the foot. */
    .notice {
      inset-block: 8px auto;
    }
  }
  .notice.acting {
    max-height: 45vh;
    overflow: auto;
    padding-inline-end: 48px;
  }
  /* Apart from the buttons, and without an edge where these take another line. */
  .acting .said {
    margin-inline-end: 10px;
  }
  .notice ul {
    margin: 4px 0;
    padding-inline-start: 18px;
    font-size: 13px;
  }
  .offers {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 3px 0;
    vertical-align: middle;
  }
  .offers button {
    min-height: 28px;
    padding: 2px 10px;
    border-color: currentColor;
    background: none;
    color: inherit;
    white-space: normal;
  }
  .offers button:hover {
    background: color-mix(in srgb, var(--on-strong) 16%, transparent);
  }
  .offers .close {
    position: absolute;
    top: 6px;
    inset-inline-end: 8px;
    padding: 2px 6px;
    border-color: transparent;
  }
  .playground.dropping {
    outline: 2px dashed var(--ink);
    outline-offset: -6px;
  }
  /* The layer, its numbers and what the open panel shows of them, on white. */
  @media print {
    :host {
      color-scheme: light !important;
      font-size: 10pt;
    }
    .ground {
      background: none;
    }
    .parts {
      display: block;
      width: auto;
      max-width: none;
      padding: 0;
    }
    .parts > * {
      margin-bottom: 10pt;
    }
    conv-header,
    conv-settings,
    conv-player,
    .notice {
      display: none;
    }
    .card {
      border: 0;
      break-inside: avoid;
    }
    .parts > conv-lesson {
      position: static;
      max-height: none;
      overflow: visible;
    }
    conv-stage {
      padding: 8pt 0;
    }
    conv-panels {
      contain: none;
      transform: none;
    }
  }
`;
