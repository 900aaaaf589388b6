import { literalOf, placed } from '../../code/reading/roles.js';
import { largestFile, readFile } from '../../code/files/index.js';
import { cellAt } from '../../state/tensor.js';
import { formatNumber } from '../../state/number.js';
import { problem } from '../../state/problem.js';
import { answerOf, refused, sentences } from './answer.js';

/**
 * @typedef {import('./answer.js').Answer} Answer
 * @typedef {import('./answer.js').Given} Given
 * @typedef {import('../../code/files/index.js').Named} Named
 * @typedef {import('../../state/problem.js').Problem} Problem
 */

const megabyte = 2 ** 20;
/** The most arrays that are shown to choose from. */
const mostItems = 400;

/**
 * What files come to: arrays of several go to the places that their names say.
 * @param {File[]} files
 * @param {() => Given} circumstances when they have been read
 * @returns {Promise<Answer>}
 */
export async function answerTo(files, circumstances) {
  const { present } = circumstances();
  /** @type {Named[]} */
  const arrays = [];
  /** @type {Problem[]} */
  const notes = [];
  for (const file of files) {
    if (file.size > largestFile) {
      const sizes = { size: Math.ceil(file.size / megabyte), limit: largestFile / megabyte };
      return refused(problem('file-large', sizes), circumstances());
    }
    /** @type {Uint8Array} */
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return refused(problem('file-gone', {}, file.name), circumstances());
    }
    const content = await readFile(bytes, file.name, present);
    if (!('arrays' in content)) {
      const answer = answerOf(content, circumstances());
      if (files.length === 1 || 'why' in answer) return answer;
      const first = circumstances().t('intake.first', { name: file.name });
      return { ...answer, details: [first, ...(answer.details ?? [])] };
    }
    arrays.push(...content.arrays);
    notes.push(...content.notes);
  }
  return arraysAnswer(arrays, notes, circumstances());
}

/**
 * @param {Named[]} arrays
 * @param {Problem[]} notes
 * @param {Given} given
 * @returns {Answer}
 */
function arraysAnswer(arrays, notes, given) {
  if (arrays.length === 1) return arrayAnswer(arrays, notes, given);
  const several = arrays.length <= 3 ? arrayAnswer(arrays, notes, given) : undefined;
  if (several && !('why' in several)) return several;
  return {
    items: arrays.slice(0, mostItems).map((each) => ({
      label: each.name || '–',
      detail: each.array.shape.join(' × ') || '1',
      answer: () => arrayAnswer([each], [], given),
    })),
    details: sentences(notes, given),
  };
}

/**
 * Arrays at their places.
 * @param {Named[]} arrays
 * @param {Problem[]} notes
 * @param {Given} given
 * @returns {Answer}
 */
function arrayAnswer(arrays, notes, given) {
  const tensors = [];
  for (const { name, array } of arrays) {
    const squeezed = squeezedOf(array);
    if (squeezed.shape.length > 4) return refused(problem('depth', { limit: 4 }), given);
    const bad = squeezed.data.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) {
      const place = cellAt(squeezed.shape, bad).join(', ');
      const text = formatNumber(squeezed.data[bad]);
      return refused(problem('file-number', { place }, text), given);
    }
    tensors.push({ name, tensor: { shape: squeezed.shape, data: Array.from(squeezed.data) } });
  }
  const found = placed(tensors, '');
  if ('problem' in found) return refused(found.problem, given);
  // Pictures have their few channels last.
  const parts = found.parts.map((part) => ({ ...part, last: part.last || isPicture(part, given) }));
  const turned = parts.some(({ last }) => last) ? [problem('file-last')] : [];
  return answerOf({ parts, notes: [...notes, ...found.notes, ...turned] }, given);
}

/** Whether an array can be edited only with its last dimension as its channels.
 * @param {import('../../code/reading/roles.js').Part} part @param {Given} given */
function isPicture(part, { engine }) {
  if (part.shape.length !== 3 || part.role === 'k') return false;
  const [first, last] = [false, true].map(
    (each) => literalOf({ ...part, last: each }, 'x', 'conv').shape,
  );
  return Boolean(engine.editingFault('x', first)) && last[1] <= 4;
}

/** The array without dimensions of 1 in front that are more than four.
 * @param {import('../../code/files/bytes.js').Dense} array */
function squeezedOf({ shape, data }) {
  let from = 0;
  while (shape.length - from > 4 && shape[from] === 1) from++;
  return { shape: shape.slice(from), data };
}
