import { rowOf } from '../i18n/languages.js';
import { kernelChannels } from '../state/kernel.js';
import { settingNames } from '../state/layer.js';
import {
  withBias,
  withChannelsIn,
  withChannelsOut,
  withGroups,
  withInputSize,
  withKernelSize,
  withSetting,
} from '../state/state.js';
import { grouped } from '../state/number.js';
import { cellAt } from '../state/tensor.js';
import { layerFault } from './evaluate.js';

/**
 * What a refusal says, in the reader's language, and what would put it right.
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../engine/engine.d.ts').FaultReport} FaultReport
 * @typedef {import('../i18n/index.js').Translate} Translate
 * @typedef {NonNullable<FaultReport['nearest']>} Nearest
 * @typedef {{ t: Translate, language: import('../i18n/languages.js').Language }} Said in whose words
 */

/** A number in a sentence; the engine hands on what was typed, which may be none. */
const said = (/** @type {number} */ number, /** @type {Translate} */ t) =>
  Number.isNaN(number) ? t('not.number') : String(number);

/**
 * The sentence of a fault: the engine's own, or in another language the rule's with the same
 * placeholders.
 * @param {FaultReport} fault
 * @param {Translate} t
 * @param {import('../i18n/index.js').Language} language
 */
export function faultSentence(fault, t, language) {
  if (rowOf(language).rules === 'engine') return grouped(fault.message);
  const field = t(`fault.field.${fault.field}`);
  const setting = fault.axis ? t('fault.setting', { field, axis: t(`axis.${fault.axis}`) }) : field;
  const numbers = Object.entries(fault.numbers).map(([name, value]) => [name, said(value, t)]);
  return grouped(t(`rule.${fault.code}`, { setting, ...Object.fromEntries(numbers) }));
}

/**
 * What a draft's field is called: a setting, a part of one, or a cell.
 * @param {string} field
 * @param {State} state
 * @param {Translate} t
 */
function fieldName(field, state, t) {
  const [operand, offset] = field.split(':');
  if (offset === undefined) return t(`field.${field.split('.')[0]}`);
  if (operand === 'b') return `b[${offset}]`;
  const { shape } = state[/** @type {'x' | 'k'} */ (operand)];
  return `${operand.toUpperCase()}[${cellAt(shape, Number(offset)).slice(2).join(',')}]`;
}

/**
 * Why a draft stays one.
 * @param {string} field
 * @param {import('./drafts.js').Draft} draft
 * @param {State} state
 * @param {Said} said
 */
export function draftSentence(field, { text, fault }, state, { t, language }) {
  if (fault) return faultSentence(fault, t, language);
  return t('draft.number', { field: fieldName(field, state, t), text });
}

/**
 * What the button to the nearest valid value says.
 * @param {Nearest} nearest
 * @param {Translate} t
 */
export function nearestSentence({ field, value }, t) {
  const shown = value.length === 4 && field === 'x' ? value.slice(1) : value;
  return t('fault.use', { field: t(`fault.field.${field}`), value: shown.join(' × ') });
}

/**
 * A layer's fault with a nearest value that serves both axes: the engine speaks of the first that
 * breaks a rule, and with that put right the second may break it still.
 * @param {import('../engine/engine.d.ts').Engine} engine
 * @param {State} state
 * @param {FaultReport} fault
 * @returns {FaultReport}
 */
export function forBothAxes(engine, state, fault) {
  if (!fault.nearest) return fault;
  const next = layerFault(engine, withNearest(state, fault.nearest));
  if (next?.code !== fault.code || next.field !== fault.field || !next.nearest) return fault;
  return { ...fault, nearest: next.nearest };
}

/**
 * The state with the nearest valid value in the place of the refused one.
 * @param {State} state
 * @param {Nearest} nearest
 * @returns {State}
 */
export function withNearest(state, { field, value }) {
  switch (field) {
    case 'x': {
      const [height, width] = value.slice(-2);
      const sized = withInputSize(state, height, width);
      return value.length === 4 ? withChannelsIn(sized, value[1]) : sized;
    }
    case 'k': {
      const [height, width] = value.slice(-2);
      const sized = withKernelSize(state, height, width);
      if (value.length < 4) return sized;
      const { input, output } = kernelChannels(state.op, value, state.groups);
      return withChannelsOut(withChannelsIn(sized, input), output);
    }
    case 'groups':
      return withGroups(state, value[0]);
    case 'channels':
      return withChannelsIn(state, value[0]);
    case 'bias':
      return withBias(state, true);
    default: {
      const name = settingNames.find((each) => each === field);
      return name ? withSetting(state, name, value) : state;
    }
  }
}
