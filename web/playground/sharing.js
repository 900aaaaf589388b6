import { failureReason } from '../model/failure.js';

/**
 * Opens the dialog with the ways to share, which comes with the first one.
 * @param {HTMLElement | DocumentFragment} root where it is put
 * @param {Omit<import('../share/dialog.js').Shared, 'panel' | 'pictured'>} given
 * @param {object} how
 * @param {import('../i18n/index.js').Translate} how.t
 * @param {() => boolean} how.still whether that is still what is shown, once the dialog has come
 * @returns {Promise<string>} why there is none, as a sentence; nothing when it is open
 */
export async function openShare(root, given, { t, still }) {
  try {
    const { openDialog } = await import('../share/open.js');
    const { pictured } =
      /** @type {import('./picture.js').ConvPicture | null} */ (
        root.querySelector('conv-picture')
      ) ?? {};
    await openDialog(root, { ...given, pictured }, still);
    return '';
  } catch (error) {
    return t('share.failed', { why: failureReason(error, t) });
  }
}
