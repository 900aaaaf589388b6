/**
 * Colours for parts of a text without an element for each: such a text is written, laid out and painted
 * several times faster. A style sheet gives them by `::highlight(conv-x)`.
 */

/** Whether the browser has them. */
export const hasTextColours = typeof CSS !== 'undefined' && 'highlights' in CSS;

/** All texts of the document share one highlight for each colour. @param {string} hue */
function highlightOf(hue) {
  const name = `conv-${hue}`;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}

/** The coloured parts of one text. */
export class TextColours {
  /** @type {[string, StaticRange][]} */
  #shown = [];

  /**
   * @param {Text | undefined} node
   * @param {(readonly [text: string, hue?: string, ...rest: unknown[]])[]} words that the text is made of
   */
  show(node, words) {
    this.clear();
    let at = 0;
    for (const [text, hue] of words) {
      const from = at;
      at += text.length;
      if (!hue || !node || at > node.length) continue;
      const range = new StaticRange({
        startContainer: node,
        startOffset: from,
        endContainer: node,
        endOffset: at,
      });
      highlightOf(hue).add(range);
      this.#shown.push([hue, range]);
    }
  }

  clear() {
    for (const [hue, range] of this.#shown) highlightOf(hue).delete(range);
    this.#shown = [];
  }
}
