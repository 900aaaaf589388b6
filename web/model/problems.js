import { grouped } from '../state/number.js';

/**
 * The sentence of a problem in a link or in pasted text.
 * @param {import('../state/problem.js').Problem} problem
 * @param {import('../i18n/index.js').Translate} t
 */
export function problemSentence({ code, numbers, field, text = '' }, t) {
  // The text is quoted as it came.
  const said = Object.entries(numbers).map(([name, value]) => [name, grouped(String(value))]);
  const bare = t(`problem.${code}`, { ...Object.fromEntries(said), text, field: field ?? '' });
  const placed = 'plane' in numbers && !code.startsWith('ragged-');
  const inPlane = placed ? t('problem.plane', { plane: numbers.plane, sentence: bare }) : bare;
  // Where in a text, for what is no number of a row, or of one of several matrices.
  const { line, character = numbers.column } = numbers;
  const sentence = line ? t('problem.at', { line, column: character, sentence: inPlane }) : inPlane;
  if (field === undefined || code === 'unknown-key' || code === 'cut') return sentence;
  return t('problem.in', { name: t(`key.${field}`), field, sentence });
}
