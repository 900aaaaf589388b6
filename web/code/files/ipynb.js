/**
 * The code of a notebook of Jupyter, cell after cell; lines that are for the notebook alone are left empty.
 * @param {string} text
 * @returns {string | undefined} nothing where the text is none
 */
export function codeOf(text) {
  /** @type {any} */
  let book;
  try {
    book = JSON.parse(text);
  } catch {
    return undefined;
  }
  const cells = book?.cells ?? book?.worksheets?.[0]?.cells;
  if (!Array.isArray(cells)) return undefined;
  return cells
    .filter((cell) => cell?.cell_type === 'code')
    .map(({ source, input }) =>
      [source ?? input ?? '']
        .flat(2)
        .filter((line) => typeof line === 'string')
        .join(''),
    )
    .map((source) => source.replace(/^[ \t]*[%!?].*$/gm, ''))
    .join('\n\n');
}
