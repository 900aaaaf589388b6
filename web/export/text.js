/**
 * How much room text takes, without a page to measure it on: fonts differ from machine to machine, so that
 * what is estimated is rather too wide than too narrow.
 *
 * @typedef {import('./scene.js').Run} Run
 */

/** Widths in sides of the font: of digits and of a few kinds of characters; of any other. */
const widths = { digit: 0.64, narrow: 0.36, wide: 0.94, capital: 0.72, square: 1.02, other: 0.58 };
const square = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffe6]/;

/** @param {string} character */
const widthOfCharacter = (character) =>
  /\d/.test(character)
    ? widths.digit
    : /[ \u00a0.,:;'|!il()[\]·]/.test(character)
      ? widths.narrow
      : square.test(character) || /[\u{10000}-\u{10ffff}]/u.test(character)
        ? widths.square
        : /[mwMW%@⊛→−+=×⌊⌋…]/.test(character)
          ? widths.wide
          : /[A-Z]/.test(character)
            ? widths.capital
            : widths.other;

/** How wide a text is at most, in sides of the font. @param {string} text */
const widthOfText = (text) =>
  [...text].reduce((sum, character) => sum + widthOfCharacter(character), 0);

/**
 * How wide runs are at most, in pixels.
 * @param {readonly Run[]} runs
 * @param {number} size of the letters
 */
export const widthOf = (runs, size) =>
  runs.reduce((sum, run) => sum + (run.size ?? size) * widthOfText(run.text) * bolder(run), 0);

/** @param {Run} run */
const bolder = ({ bold }) => (bold ? 1.06 : 1);

/**
 * Runs in lines that fit into a width: broken at spaces, and after characters that have none between them.
 * @param {readonly Run[]} runs
 * @param {number} size
 * @param {number} width
 * @returns {Run[][]}
 */
export function linesOf(runs, size, width) {
  /** @type {Run[][]} */
  const lines = [[]];
  let used = 0;
  for (const word of wordsOf(runs)) {
    for (const part of widthOf(word, size) > width ? charactersOf(word) : [word]) {
      const wide = widthOf(part, size);
      // A space that would end the line needs no room.
      const least = wide - (part[part.length - 1].text.endsWith(' ') ? widths.narrow * size : 0);
      if (used > 0 && used + least > width) {
        lines.push([]);
        used = 0;
      }
      lines[lines.length - 1].push(...part);
      used += wide;
    }
  }
  return lines.map(joined).filter((line) => line.length > 0);
}

/**
 * What no line is broken within: pieces of runs up to a space.
 * @param {readonly Run[]} runs
 * @returns {Run[][]}
 */
function wordsOf(runs) {
  /** @type {Run[][]} */
  const words = [[]];
  for (const run of runs) {
    for (const text of run.text.match(pieces) ?? []) {
      words[words.length - 1].push({ ...run, text });
      if (/ $/.test(text) || square.test(text.slice(-1))) words.push([]);
    }
  }
  return words.filter((word) => word.length > 0);
}

/** Text up to a space and with it, or a character of a script without spaces and the marks after it. */
const pieces = new RegExp(
  `${square.source}[，。、；：！？）」』]*| +|(?:(?!${square.source})[^ ])+ ?`,
  'g',
);

/** @param {Run[]} word */
const charactersOf = (word) =>
  word.flatMap((run) => [...run.text].map((text) => [{ ...run, text }]));

/** A line with what looks alike in one run, and no space at its end. @param {Run[]} line */
function joined(line) {
  /** @type {Run[]} */
  const runs = [];
  for (const run of line) {
    const last = runs[runs.length - 1];
    const alike =
      last && last.fill === run.fill && last.bold === run.bold && last.size === run.size;
    if (alike) runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  }
  const last = runs[runs.length - 1];
  if (last) runs[runs.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
  return runs.filter(({ text }) => text !== '');
}
