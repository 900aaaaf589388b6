import { html } from 'lit';

/** How a line of comment begins, by a file's extension. @type {Record<string, string>} */
const comments = { py: '#', m: '%', cpp: '//' };

/**
 * A program with its lines of comment set apart. Runs of other lines stay one text: there may be
 * thousands of them.
 * @param {string} text
 * @param {string} extension of its file
 */
export function shownProgram(text, extension) {
  const mark = comments[extension];
  const isComment = (/** @type {string} */ line) => line.trimStart().startsWith(mark);
  /** @type {{ comment: boolean, lines: string[] }[]} */
  const runs = [];
  for (const line of text.split('\n')) {
    const comment = isComment(line);
    const last = runs.at(-1);
    if (last?.comment === comment) last.lines.push(line);
    else runs.push({ comment, lines: [line] });
  }
  return runs.map(({ comment, lines }, i) => {
    const end = i < runs.length - 1 ? '\n' : '';
    const run = `${lines.join('\n')}${end}`;
    return comment ? html`<span class="comment">${run}</span>` : run;
  });
}
