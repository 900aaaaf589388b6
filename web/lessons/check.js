import { asked } from '../model/asked.js';
import { evaluated } from '../model/evaluate.js';
import { linksOf } from '../model/explain.js';
import { parseNumber, plainText } from '../state/number.js';
import { withSetting } from '../state/state.js';
import { offset, size } from '../state/tensor.js';

/**
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./predictions.js').Prediction} Prediction
 */

/** How many numbers an answer has. */
const counts = { size: 2, matrix: 2, cell: 1, products: 1, outputPadding: 1 };

/**
 * Reads what was typed: one number, or two with × or another sign between them. One size alone stands
 * for both.
 * @param {Prediction['kind']} kind
 * @param {string} text
 * @returns {number[] | undefined}
 */
export function readAnswer(kind, text) {
  const parts = plainText(text)
    .trim()
    .split(/\s*[×x*,;、]\s*|\s+/i);
  const numbers = parts.map(parseNumber);
  if (!numbers.every((number) => number !== undefined)) return undefined;
  if (kind === 'size' && numbers.length === 1) return [numbers[0], numbers[0]];
  return numbers.length === counts[kind] ? numbers : undefined;
}

/**
 * What the engine makes of a prediction's layer.
 * @param {Engine} engine
 * @param {Prediction} prediction
 * @param {State} state that of the prediction's link
 * @returns {number[]}
 */
export function computed(engine, prediction, state) {
  const { x, y } = evaluated(engine, state);
  if (!x || !y) throw new Error(`Nothing can be computed of ${prediction.link}`);
  switch (prediction.kind) {
    case 'size':
      return y.shape.slice(2);
    case 'matrix':
      return [size(y.shape), size(x.shape)];
    case 'cell':
      return [y.data[pinned(state, y.shape)]];
    case 'products':
      return [linksOf(engine, state, { operand: 'y', offset: pinned(state, y.shape) }).length];
    case 'outputPadding': {
      const fitting = Array.from({ length: state.stride[0] }, (_, number) => number);
      return fitting.filter((number) => gives(engine, prediction.wanted, state, number));
    }
  }
}

/**
 * Whether an answer is what the engine computes; of the output paddings, any that gives the size.
 * @param {Engine} engine
 * @param {Prediction} prediction
 * @param {State} state that of the prediction's link
 * @param {number[]} answer
 */
export function isRight(engine, prediction, state, answer) {
  if (prediction.kind === 'outputPadding') {
    return gives(engine, prediction.wanted, state, answer[0]);
  }
  return String(computed(engine, prediction, state)) === String(answer);
}

/**
 * Whether Y has this height and width with such an output padding.
 * @param {Engine} engine
 * @param {number[]} wanted
 * @param {State} state
 * @param {number} outputPadding
 */
function gives(engine, wanted, state, outputPadding) {
  const { layer } = asked(engine, withSetting(state, 'outputPadding', [outputPadding])).plan();
  return String(layer?.y.slice(2)) === String(wanted);
}

/**
 * @param {State} state with a pinned cell
 * @param {number[]} shape
 */
function pinned({ at }, shape) {
  if (!at) throw new Error('The prediction is about a cell, but its link pins none');
  return offset(shape, at.cell);
}
