import { css } from 'lit';

/**
 * The tab that a key leads to: arrows go round, Home and End to the ends.
 * @template Name
 * @param {string} key
 * @param {readonly Name[]} names in their order
 * @param {Name} present
 * @returns {Name | undefined} undefined for a key that leads nowhere
 */
export function tabAt(key, names, present) {
  const at = names.indexOf(present);
  /** @type {Record<string, number>} */
  const targets = {
    ArrowRight: (at + 1) % names.length,
    ArrowLeft: (at + names.length - 1) % names.length,
    Home: 0,
    End: names.length - 1,
  };
  return Object.hasOwn(targets, key) ? names[targets[key]] : undefined;
}

export const tabStyles = css`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    border-bottom: 1px solid var(--line);
  }
  [role='tab'] {
    border: 0;
    border-radius: var(--radius) var(--radius) 0 0;
    background: none;
    color: var(--quiet);
    min-height: var(--tab, 42px);
    padding: 6px 16px;
  }
  [role='tab']:hover {
    color: var(--ink);
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ink);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--ink);
  }
  [role='tabpanel'] {
    padding-top: var(--panel-top, 22px);
  }
`;
