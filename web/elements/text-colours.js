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
  /** In the order of the text.
   * @type {{ highlight: Highlight, range: StaticRange }[]} */
  #shown = [];

  /**
   * @param {Text | undefined} node
   * @param {(readonly [text: string, hue?: string, ...rest: unknown[]])[]} words that the text is made of
   */
  show(node, words) {
    let at = 0;
    let count = 0;
    for (const [text, hue] of words) {
      const from = at;
      at += text.length;
      if (!hue || !node || at > node.length) continue;
      this.#colour(count++, highlightOf(hue, node), node, from, at);
    }
    for (const { highlight, range } of this.#shown.splice(count)) highlight.delete(range);
  }

  /**
   * Colours a part: one sentence after the other has numbers in the same places.
   * @param {number} i which part it is
   * @param {Highlight} highlight @param {Text} node @param {number} from @param {number} to
   */
  #colour(i, highlight, node, from, to) {
    const before = this.#shown[i];
    const { startContainer, startOffset, endOffset } = before?.range ?? {};
    const same = startContainer === node && startOffset === from && endOffset === to;
    if (same && before.highlight === highlight) return;
    before?.highlight.delete(before.range);
    const range = new StaticRange({
      startContainer: node,
      startOffset: from,
      endContainer: node,
      endOffset: to,
    });
    highlight.add(range);
    this.#shown[i] = { highlight, range };
  }

  clear() {
    this.show(undefined, []);
  }
}
