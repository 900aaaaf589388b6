/**
 * Colours for parts of a text without an element for each: such a text is written, laid out and painted
 * several times faster. A style sheet gives them by `::highlight(conv-x)`.
 */

/** Where a reader forces colours, what has one looks selected. Nothing where the browser has none. */
const forced =
  typeof CSS !== 'undefined' && 'highlights' in CSS
    ? matchMedia('(forced-colors: active)')
    : undefined;

/** Whether the browser has them, and the reader can tell them apart. */
export const hasTextColours = () => forced !== undefined && !forced.matches;

/** All texts of a document share one highlight for each colour. @param {string} hue @param {Node} node */
function highlightOf(hue, { ownerDocument }) {
  const view = ownerDocument?.defaultView ?? window;
  const name = `conv-${hue}`;
  const { highlights } = view.CSS;
  const known = highlights.get(name);
  if (known) return known;
  const highlight = new view.Highlight();
  highlights.set(name, highlight);
  return highlight;
}

/** The coloured parts of one text. */
export class TextColours {
  /** @type {[Highlight, StaticRange][]} */
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
      const highlight = highlightOf(hue, node);
      highlight.add(range);
      this.#shown.push([highlight, range]);
    }
  }

  clear() {
    for (const [highlight, range] of this.#shown) highlight.delete(range);
    this.#shown = [];
  }
}
