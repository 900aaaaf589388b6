import { css, html } from 'lit';
import { failureReason } from '../model/failure.js';

/**
 * What is said in the place of something that could not be loaded, with the way on.
 * @param {string} key of the sentence, which has a place for the reason
 * @param {unknown} error
 * @param {import('../i18n/index.js').Translate} t
 * @param {() => void} again tries again
 */
export function lost(key, error, t, again) {
  return html`<p role="alert" class="alert">
    <span>${t(key, { why: failureReason(error, t) })}</span>
    <button @click=${again}>${t('again')}</button>
  </p>`;
}

export const alertStyles = css`
  .alert {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
    /* As with a button, which may come a moment later. */
    min-height: 49px;
    margin: 0;
    padding: 8px 14px;
    border-radius: var(--radius);
    border-inline-start: 3px solid var(--bad);
    background: var(--bad-well);
  }
  .alert span {
    flex: 1 1 24ch;
    overflow-wrap: anywhere;
  }
`;
