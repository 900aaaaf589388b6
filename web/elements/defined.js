/**
 * Defines elements that the page does not know yet: the script may be there twice. The modules of the
 * elements themselves define nothing.
 * @param {Record<string, CustomElementConstructor>} elements by their tags
 */
export function defined(elements) {
  // Without a document, as in Node, there is no place for any.
  if (!globalThis.customElements) return;
  for (const [tag, element] of Object.entries(elements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}

/**
 * Asks for an element that most visits do without. What did not come is asked for again with the next
 * rendering.
 * @param {string} tag
 * @param {() => Promise<void>} load defines it
 */
export function wanted(tag, load) {
  if (!customElements.get(tag)) load().catch(() => {});
}
