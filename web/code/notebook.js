/** Names of cells have to differ, and only letters, digits, - and _ are in them. */
const kernelspec = { display_name: 'Python 3', language: 'python', name: 'python3' };

/** The text as Jupyter keeps it: a list of lines. @param {string} text */
const lines = (text) => text.match(/.*\n|.+$/g) ?? [];

/**
 * A notebook of Jupyter (nbformat 4.5), as JSON: a heading and a program for each part.
 * @param {{ title: string, program: string }[]} parts
 */
export function notebook(parts) {
  const cells = parts.flatMap(({ title, program }, i) => [
    { cell_type: 'markdown', id: `title-${i}`, metadata: {}, source: [`## ${title}`] },
    {
      cell_type: 'code',
      execution_count: null,
      id: `program-${i}`,
      metadata: {},
      outputs: [],
      source: lines(program.trimEnd()),
    },
  ]);
  const metadata = { kernelspec, language_info: { name: 'python' } };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
