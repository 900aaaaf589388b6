import { css } from 'lit';

/** The page from top to bottom, and what is painted apart. */
export const playgroundStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 15px/1.5 var(--font);
    text-align: start;
  }
  .ground {
    background: var(--page);
  }
  main {
    display: grid;
    gap: 14px;
    max-width: 1124px;
    margin: 0 auto;
    padding: 22px 0 32px;
    width: calc(100% - 32px);
  }
  main > * {
    min-width: 0;
  }
  [hidden] {
    display: none;
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
  @media (max-width: 600px) {
    main {
      padding-top: 14px;
      gap: 10px;
    }
    conv-stage {
      padding: 16px 8px;
    }
    /* After what it is a formula of, which is to be in the first screen. */
    conv-formula {
      order: 1;
    }
    conv-panels {
      order: 2;
    }
  }
  @media (max-width: 600px) {
    conv-stage {
      padding: 16px 8px;
    }
  }
  conv-sentence {
    display: block;
    padding: 12px 16px;
    border-top: 1px solid var(--line);
    font-size: 17px;
  }
  .notes p {
    margin: 0;
    padding: 8px 14px;
    border-radius: var(--radius);
    background: var(--well);
    overflow-wrap: anywhere;
  }
  .notice:empty {
    display: none;
  }
  .notice {
    position: fixed;
    z-index: 30;
    inset-inline: 0;
    bottom: 20px;
    width: fit-content;
    max-width: calc(100% - 32px);
    margin: 0 auto;
    padding: 8px 16px;
    border-radius: var(--radius);
    background: var(--strong);
    color: var(--on-strong);
  }
`;
