/**
 * Puts text on the clipboard; false where the browser lets nobody (a frame without the permission).
 * @param {string} text
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

/** The older way, which works in frames that the newer one is denied to.
 * @param {string} text */
function copiedBySelection(text) {
  const area = document.createElement('textarea');
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  area.value = text;
  area.setAttribute('readonly', '');
  Object.assign(area.style, { position: 'fixed', top: '0', opacity: '0' });
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return done;
}
