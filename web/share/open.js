import { fetchWords } from '../i18n/index.js';
import { panels } from '../panels/index.js';
import { defineShare } from './define.js';
import { shareWords } from './dialog.js';

/**
 * Opens the dialog.
 * @param {HTMLElement | DocumentFragment} root where it is put
 * @param {Omit<import('./dialog.js').Shared, 'panel'>} given
 * @param {() => boolean} still whether that is still what is shown, once the words have come
 */
export async function openDialog(root, given, still) {
  await fetchWords(shareWords, given.language);
  defineShare();
  if (!still()) return;
  const dialog = /** @type {import('./dialog.js').ConvShare} */ (
    document.createElement('conv-share')
  );
  dialog.given = { ...given, panel: panels[0]?.name ?? '' };
  root.append(dialog);
  await dialog.show();
}
