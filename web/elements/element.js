import { LitElement, supportsAdoptingStyleSheets } from 'lit';

/**
 * The style sheets of each document. A sheet belongs to the document that it was made for, and no other
 * takes it.
 * @type {WeakMap<Document, Map<import('lit').CSSResult, CSSStyleSheet>>}
 */
const made = new WeakMap();

/**
 * Styles as sheets of a document; none where it is not shown, so that no sheet can be made for it.
 * @param {Document} page
 * @param {readonly import('lit').CSSResult[]} styles
 */
function sheetsOf(page, styles) {
  const view = page.defaultView;
  if (!view) return [];
  const sheets = made.get(page) ?? new Map();
  made.set(page, sheets);
  return styles.map((style) => {
    const sheet = sheets.get(style) ?? new view.CSSStyleSheet();
    if (!sheets.has(style)) sheet.replaceSync(style.cssText);
    sheets.set(style, sheet);
    return sheet;
  });
}

/** What all elements here are: Lit's, that can be moved to another document, as that of a frame. */
export class PlaygroundElement extends LitElement {
  createRenderRoot() {
    if (!supportsAdoptingStyleSheets) return super.createRenderRoot();
    const { shadowRootOptions } = /** @type {typeof LitElement} */ (this.constructor);
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#dress(root);
    return root;
  }

  /** In the document that the element has come to, its root has lost its sheets. */
  adoptedCallback() {
    if (supportsAdoptingStyleSheets && this.shadowRoot) this.#dress(this.shadowRoot);
  }

  /** @param {ShadowRoot} root */
  #dress(root) {
    const { elementStyles } = /** @type {typeof LitElement} */ (this.constructor);
    const styles = /** @type {import('lit').CSSResult[]} */ (elementStyles);
    root.adoptedStyleSheets = sheetsOf(this.ownerDocument, styles);
  }
}
