/**
 * What has the focus, however deep within elements.
 * @param {Document | ShadowRoot} root
 * @returns {HTMLElement | null}
 */
export function focusedWithin({ activeElement }) {
  const inner = activeElement?.shadowRoot;
  if (inner?.activeElement) return focusedWithin(inner);
  return /** @type {HTMLElement | null} */ (activeElement);
}
