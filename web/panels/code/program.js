import { html } from 'lit';

/** How a line of comment begins, by a file's extension. @type {Record<string, string>} */
const comments = { py: '#', m: '%', cpp: '//' };

/** The most characters of a program that are drawn; copies and files have all of it. */
export const mostShown = 40_000;

/**
 * The beginning of a program that is too long to be drawn, up to the end of a line where there is one.
 * @param {string} text
 */
export function beginning(text) {
  if (text.length <= mostShown) return text;
  const end = text.lastIndexOf('\n', mostShown);
  return text.slice(0, end > 0 ? end : mostShown);
}

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
