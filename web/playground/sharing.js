import { failureReason } from '../model/failure.js';
import { panels } from '../panels/index.js';
import { fetchWords } from '../i18n/index.js';

/**
 * Opens the dialog with the ways to share, which comes with the first one.
 * @param {HTMLElement | DocumentFragment} root where it is put
 * @param {Omit<import('../share/dialog.js').Shared, 'panel'>} given
 * @param {object} how
 * @param {import('../i18n/index.js').Translate} how.t
 * @param {() => boolean} how.still whether that is still what is shown, once the dialog has come
 * @returns {Promise<string>} why there is none, as a sentence; nothing when it is open
 */
export async function openShare(root, given, { t, still }) {
  try {
    const [{ defineShare }, { shareWords }] = await Promise.all([
      import('../share/define.js'),
      import('../share/dialog.js'),
    ]);
    await fetchWords(shareWords, given.language);
    defineShare();
    if (!still()) return '';
    const dialog = /** @type {import('../share/dialog.js').ConvShare} */ (
      document.createElement('conv-share')
    );
    dialog.given = { ...given, panel: panels[0]?.name ?? '' };
    root.append(dialog);
    await dialog.show();
    return '';
  } catch (error) {
    return t('share.failed', { why: failureReason(error, t) });
  }
}
