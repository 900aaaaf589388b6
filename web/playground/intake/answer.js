import { literalOf } from '../../code/reading/roles.js';
import { problemSentence } from '../../model/problems.js';
import { diagnosed } from '../../model/diagnosis.js';
import { faultSentence } from '../../model/refusals.js';
import { letter, shapeName } from '../../model/names.js';
import { fields } from '../../state/fields.js';
import { sameData } from '../../state/history.js';
import { layerOf } from '../../state/layer.js';
import { allowed } from '../../state/lock.js';
import { problem } from '../../state/problem.js';
import { channels, withBiasPasted, withPasted } from '../../state/state.js';
import { isLiteral } from '../../state/tensor.js';

/**
 * What a text or a file comes to on the page: another state, a choice, or why neither.
 *
 * @typedef {import('../../code/reading/roles.js').Part} Part
 * @typedef {import('../../code/reading/understand.js').Choice} Choice
 * @typedef {import('../../code/reading/understand.js').Understood} Understood
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('../../state/tensor.js').Literal} Literal
 * @typedef {'x' | 'k' | 'b'} Role
 * @typedef {{ operand: Role, offset: number }} Place the cell that something was pasted into
 *
 * @typedef {object} Given
 * @property {import('../../engine/engine.d.ts').Engine} engine
 * @property {State} present
 * @property {import('../../model/evaluate.js').Outcome | undefined} outcome
 * @property {readonly string[]} lock
 * @property {import('../../i18n/index.js').Language} language
 * @property {import('../../i18n/index.js').Translate} t with the words of what reads
 *
 * @typedef {object} Put
 * @property {State} next
 * @property {string} said
 * @property {string[]} [details]
 * @property {Offer[]} [offers]
 *
 * @typedef {Put & { label: string, instead?: boolean }} Offer another state, `instead` of the one that it
 *   is offered with
 *
 * @typedef {{ label: string, detail: string, answer: () => Answer }} Item
 * @typedef {{ items: Item[], details: string[] }} Choose
 * @typedef {{ why: string, at?: { row: number, column: number }, offers: Offer[] }} Refused
 * @typedef {Put | Choose | Refused} Answer
 *
 * What the dialog shows: a text, why it was refused, or what of it can be opened.
 * @typedef {object} Asking
 * @property {string} text
 * @property {string} [why]
 * @property {{ row: number, column: number }} [at] where in the text
 * @property {readonly Offer[]} [offers]
 * @property {Choose} [choice]
 */

/** The most notes that are said. */
const mostNotes = 5;

/**
 * @param {readonly Problem[]} notes
 * @param {Given} given
 */
export function sentences(notes, { t }) {
  const all = [...new Set(notes.map((note) => problemSentence(note, t)))];
  const more = all.length - mostNotes;
  return more > 0 ? [...all.slice(0, mostNotes), t('intake.more', { count: more })] : all;
}

/** @param {Problem} found @param {Given} given @returns {Refused} */
export function refused(found, { t }) {
  const {
    line,
    column = 1,
    character = column,
  } = /** @type {Record<string, number | undefined>} */ (found.numbers);
  const at = line === undefined ? undefined : { row: line, column: character };
  return { why: problemSentence(found, t), at, offers: [] };
}

/**
 * @param {Understood} meaning
 * @param {Given} given
 * @param {Place} [place]
 * @returns {Answer}
 */
export function answerOf(meaning, given, place) {
  if ('problem' in meaning) return refused(meaning.problem, given);
  if ('parts' in meaning) return partsAnswer(meaning, given, place);
  const { choices, notes } = meaning;
  if (choices.length === 1) return layerAnswer(choices[0], given, notes);
  return {
    items: choices.map((choice) => ({
      label: titleOf(choice),
      detail: layerSentence(choice.state, given),
      answer: () => layerAnswer(choice, given),
    })),
    details: sentences(notes, given),
  };
}

/** @param {{ name: string, label: string }} choice */
const titleOf = ({ name, label }) => (name && name !== label ? `${name}: ${label}` : label);

/** What a layer is, in short. @param {State} state @param {Given} given */
function layerSentence(state, { t }) {
  const { input, output } = channels(state);
  const usual = (/** @type {any} */ list, /** @type {number} */ n) =>
    list.every((/** @type {number} */ each) => each === n);
  const set = /** @type {const} */ ([
    ['stride', 1],
    ['padding', 0],
    ['dilation', 1],
    ['outputPadding', 0],
  ]).flatMap(([name, n]) =>
    usual(state[name], n) ? [] : [`${t(`fault.field.${name}`)} ${state[name].join(', ')}`],
  );
  if (state.groups > 1) set.push(`${t('fault.field.groups')} ${state.groups}`);
  const shape = state.k.shape.slice(2).join(' × ');
  return [`${input} → ${output}`, shape, ...set].join(' · ');
}

/**
 * The present state with another layer, seen from its beginning; what is the same in it stays the very same.
 * @param {State} present
 * @param {State} state
 * @returns {State}
 */
function opened(present, state) {
  const layer = /** @type {any} */ (layerOf(state));
  for (const { name, part } of fields) {
    if (part && sameData(present[name], layer[name])) layer[name] = present[name];
  }
  return { ...present, ...layer, step: undefined, at: undefined };
}

/**
 * The state with random numbers for those that are too many to be edited.
 * @param {State} state
 * @param {Given} given
 * @returns {{ state: State, notes: Problem[] }}
 */
function drawn(state, { engine }) {
  /** @type {Problem[]} */
  const notes = [];
  for (const [i, operand] of /** @type {const} */ (['x', 'k']).entries()) {
    const { shape } = state[operand];
    if (!isLiteral(state[operand]) || !engine.editingFault(operand, shape)) continue;
    state = { ...state, [operand]: { shape, generator: 'rand', args: [i + 1] } };
    notes.push(problem('drawn-large', { tensor: letter(operand), shape: shape.join(' × ') }));
  }
  return { state, notes };
}

/**
 * @param {Choice} choice
 * @param {Given} given
 * @param {readonly Problem[]} [notes]
 * @returns {Answer}
 */
function layerAnswer(choice, given, notes = []) {
  const { present, lock, t } = given;
  const { state, notes: more } = drawn(choice.state, given);
  const next = opened(present, state);
  if (!allowed(lock, present, next)) return { why: t('paste.locked'), offers: [] };
  const { wrong, remedies } = choice.wrong
    ? diagnosed(given.engine, { ...choice, state: next }, t, lock)
    : { wrong: '', remedies: [] };
  const layer = { layer: titleOf(choice), what: layerSentence(state, given) };
  return {
    next,
    said: wrong || t('intake.layer', layer),
    details: sentences([...more, ...notes, ...choice.notes], given),
    offers: remedies.flatMap(({ words, state: remedy }) => {
      const mended = opened(next, drawn(remedy, given).state);
      const offered = allowed(lock, next, mended);
      return offered ? [{ label: words, next: mended, said: t('intake.remedy', { words }) }] : [];
    }),
  };
}

/**
 * What a link opens: a state, but for how the page looks.
 * @param {{ state: State, notes: Problem[] }} read
 * @param {Given} given
 * @returns {Answer}
 */
export function linkAnswer({ state, notes }, given) {
  const { present, lock, t } = given;
  const { panel, mode, step, at } = state;
  const next = { ...opened(present, state), panel: panel ?? present.panel, mode, step, at };
  if (!allowed(lock, present, next)) return { why: t('paste.locked'), offers: [] };
  return { next, said: t('intake.link'), details: sentences(notes, given) };
}

/** X before K, and the bias, which has a number for each channel of K, last. */
const order = ['x', 'k', 'b'];

/** X, unless it could not be: several at once are a kernel's. @param {Part} part @returns {Role} */
const likely = ({ role, shape }) => role ?? (shape.length === 4 && shape[0] > 1 ? 'k' : 'x');

/**
 * @param {{ parts: Part[], notes: Problem[] }} meaning
 * @param {Given} given
 * @param {Place} [place]
 * @returns {Answer}
 */
function partsAnswer({ parts, notes }, given, place) {
  const [only] = parts;
  const single = parts.length === 1;
  const roles = parts.map((part) => (place && single ? place.operand : likely(part)));
  const answer = placed(parts, roles, notes, given);
  const { t } = given;
  /** @type {Offer[]} */
  const offers = [];
  /** @param {Answer} other @param {string} label */
  const offer = (other, label) => {
    if ('next' in other) offers.push({ ...other, label, instead: 'next' in answer });
  };
  if (single && roles[0] !== 'b') {
    const [role] = roles;
    if (!place && !only.role) {
      const other = role === 'x' ? 'k' : 'x';
      offer(placed(parts, [other], notes, given), t('intake.instead', { name: letter(other) }));
    }
    const turned = turnedPart(only, role);
    if (turned) offer(placed([turned], [role], notes, given), t('paste.last'));
  }
  return 'items' in answer ? answer : { ...answer, offers: [...(answer.offers ?? []), ...offers] };
}

/**
 * A tensor whose channels may be last, read so; of one that is read so already, the other reading.
 * @param {Part} part @param {Role} role
 * @returns {Part | undefined}
 */
function turnedPart(part, role) {
  const { shape, last } = part;
  if (last || shape.length < 3) return undefined;
  const [first, second, height, width] = [1, 1, 1, 1].slice(shape.length).concat(shape);
  const likely =
    role === 'x' ? width < second : first * second > 1 && (height !== width || first === second);
  return likely ? { ...part, last: true } : undefined;
}

/**
 * The answer with tensors at their places.
 * @param {Part[]} parts
 * @param {Role[]} roles
 * @param {Problem[]} notes
 * @param {Given} given
 * @returns {Put | Refused}
 */
function placed(parts, roles, notes, given) {
  const { present, engine, lock, language, t } = given;
  const all = [...notes];
  let state = present;
  /** @type {Partial<Record<Role, Literal>>} */
  const put = {};
  for (const role of /** @type {Role[]} */ (order)) {
    const part = parts[roles.indexOf(role)];
    if (!part) continue;
    const tensor = literalOf(part, role, state.op);
    if (role === 'x' && tensor.shape[0] > 1) {
      all.push(problem('batch-first', { count: tensor.shape[0] }));
      const shape = tensor.shape.with(0, 1);
      Object.assign(tensor, {
        shape,
        data: tensor.data.slice(0, tensor.data.length / tensor.shape[0]),
      });
    }
    const next = withTensorAt(state, role, tensor, engine);
    if ('problem' in next) return refused(next.problem, given);
    if ('fault' in next) {
      return {
        why: faultSentence(next.fault, t, language),
        offers: cornerOffer(parts, roles, role, notes, given),
      };
    }
    state = next.state;
    put[role] = tensor;
    // Two that came together stay as they came; whether they fit each other, the page says.
    if (put.x && state.x !== put.x) state = { ...state, x: put.x };
  }
  state = opened(present, state);
  state = { ...state, at: present.at, step: present.step };
  if (!allowed(lock, present, state)) return { why: t('paste.locked'), offers: [] };
  return { next: state, said: said(state, put, given), details: sentences(all, given) };
}

/**
 * @param {State} state
 * @param {Role} role
 * @param {Literal} tensor
 * @param {Given['engine']} engine
 */
function withTensorAt(state, role, tensor, engine) {
  if (role === 'b') return withBiasPasted({ ...state, bias: [] }, undefined, tensor.data);
  // Only the shape of what it takes the place of counts.
  const before = { ...state, [role]: { shape: state[role].shape, data: [] } };
  return withPasted(before, role, undefined, tensor, engine.editingFault);
}

/** What X, K and the bias are now. @param {State} state @param {Partial<Record<Role, Literal>>} put
 * @param {Given} given */
function said(state, put, { t }) {
  const shapeOf = (/** @type {Role} */ role) =>
    role === 'b'
      ? shapeName('b', [1, 1, channels(state).output, 1])
      : shapeName(role, state[role].shape);
  const roles = /** @type {Role[]} */ (order.filter((role) => role in put));
  if (roles.length === 1)
    return t('paste.done', { name: letter(roles[0]), shape: shapeOf(roles[0]) });
  const list = roles.map((role) => t('intake.is', { name: letter(role), shape: shapeOf(role) }));
  return t('intake.parts', { list: list.join(t('sentence.comma')) });
}

/**
 * Of a tensor that is too large to be edited, what fits.
 * @param {Part[]} parts
 * @param {Role[]} roles
 * @param {Role} role of the one that is too large
 * @param {Problem[]} notes
 * @param {Given} given
 * @returns {Offer[]}
 */
function cornerOffer(parts, roles, role, notes, given) {
  if (role === 'b') return [];
  const at = roles.indexOf(role);
  const whole = literalOf(parts[at], role, given.present.op);
  const { nearest } = given.engine.editingFault(role, whole.shape) ?? {};
  if (!nearest) return [];
  const shape = role === 'x' ? nearest.value.with(0, 1) : nearest.value;
  const part = { ...parts[at], last: false, ...corner(whole, shape) };
  const answer = placed(parts.with(at, part), roles, notes, given);
  const label = given.t('intake.corner', { shape: shapeName(role, shape) });
  return 'next' in answer ? [{ ...answer, label }] : [];
}

/** The first cells of a tensor, on each dimension. @param {Literal} tensor @param {number[]} wanted @returns {Literal} */
function corner({ shape, data }, wanted) {
  const out = [];
  const [n, c, h, w] = wanted;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < c; j++)
      for (let row = 0; row < h; row++) {
        const from = ((i * shape[1] + j) * shape[2] + row) * shape[3];
        for (let column = 0; column < w; column++) out.push(data[from + column]);
      }
  return { shape: wanted, data: out };
}
