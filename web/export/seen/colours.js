/**
 * A part of a text with a colour that no element gives it (elements/text-colours.js).
 * @typedef {{ from: number, to: number, colour: string }} Coloured
 */

/**
 * The coloured parts of a text, in their order.
 * @returns {(node: Text) => Coloured[]}
 */
export function colouredIn() {
  /** @type {Map<Node, { from: number, to: number, name: string }[]>} */
  const all = new Map();
  for (const [name, ranges] of globalThis.CSS?.highlights ?? [])
    for (const { startContainer: node, startOffset: from, endOffset: to } of ranges)
      all.set(node, [...(all.get(node) ?? []), { from, to, name }]);
  return (node) => {
    const { parentElement } = node;
    const parts = (parentElement && all.get(node)) || [];
    return parts
      .map(({ from, to, name }) => ({
        from,
        to,
        colour: getComputedStyle(/** @type {Element} */ (parentElement), `::highlight(${name})`)
          .color,
      }))
      .sort((one, other) => one.from - other.from);
  };
}
