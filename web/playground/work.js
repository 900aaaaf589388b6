import { keptDrafts, partOf } from '../model/drafts.js';
import { stepIn } from '../model/steps.js';
import { channelWith } from '../model/pin.js';
import { redone, started, undone } from '../state/history.js';
import { formatLink, packLink, readLink } from '../state/link.js';
import { asLink } from '../state/given.js';
import { allowed, reachable } from '../state/lock.js';
import { isProblem } from '../state/problem.js';
import { defaults, withBiasValue, withNumbers, withTensorCell } from '../state/state.js';
import { cellAt } from '../state/tensor.js';
import { Edits } from './edits.js';
import { ConvChangeEvent } from './events.js';
import { silence } from './notice.js';
import { pastedInto, pastedSentence, mayBeLast } from './pasting.js';

/**
 * @typedef {import('../model/drafts.js').Draft} Draft
 * @typedef {import('../model/evaluate.js').Outcome} Outcome
 * @typedef {import('../state/history.js').History} History
 * @typedef {import('../state/problem.js').Problem} Problem
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('./notice.js').Saying} Saying
 */

/** Nothing that was typed stays out of the state.
 * @type {ReadonlyMap<string, Draft>} */
const none = new Map();

/** What is held; each is replaced as a whole.
 * @typedef {Pick<Work, 'history' | 'problems' | 'notes' | 'drafts' | 'pasting' | 'channel' | 'saying'>} Held */

/**
 * What a playground holds: the state with its history, the link it was read from, what was typed or pasted
 * and cannot be part of it. Its host is drawn anew when any of it changes, and tells of changes that a
 * person made.
 */
export class Work {
  /** @type {History} */
  history = started(defaults);
  /** Why the link could not be read; none when it could.
   * @type {Problem[]} */
  problems = [];
  /** What was odd about the link that was read.
   * @type {Problem[]} */
  notes = [];
  /** What was typed but cannot be part of the state, by field. */
  drafts = none;
  /** Why the last paste was refused.
   * @type {import('./refusals.js').Refusal | undefined} */
  pasting = undefined;
  /** The channels that are picked. */
  channel = { input: 0, output: 0 };
  /** What is said in passing. */
  saying = silence;
  /** Whether a link is being read. */
  reading = false;

  #edits = new Edits();
  #host;
  #locked;
  /** The text of the link that was read last, as it came. */
  #text = '';
  /** Counts readings, so that a slow one does not overtake a later one. */
  #reading = 0;
  /** Whether there has been a link: what stood before the first is nothing to go back to. */
  #opened = false;

  /**
   * @param {import('lit').LitElement} host
   * @param {() => readonly string[]} locked the parts that cannot be changed
   */
  constructor(host, locked) {
    this.#host = host;
    this.#locked = locked;
  }

  /** The state that is shown. */
  get present() {
    return this.history.present;
  }

  /** The text of a link to it; as long as a link cannot be read, that one. */
  get text() {
    return this.problems.length > 0 ? this.#text : formatLink(this.present);
  }

  /** The text of a link to it, its long tensors packed. @param {{ sum?: boolean }} [how] see packLink */
  async link(how) {
    return this.problems.length > 0 ? this.#text : packLink(this.present, how);
  }

  /** @param {Partial<Held>} next */
  #now(next) {
    if (Object.entries(next).every(([name, value]) => Reflect.get(this, name) === value)) return;
    Object.assign(this, next);
    this.#host.requestUpdate();
  }

  /** Tells of what is there now, as a person's doing. */
  #tell() {
    const { present } = this;
    const text = this.problems.length > 0 ? this.#text : undefined;
    this.#host.dispatchEvent(new ConvChangeEvent(() => text ?? formatLink(present)));
  }

  /** Opens a link, which is not a person's doing. @param {unknown} given its text */
  async read(given) {
    const reading = ++this.#reading;
    const text = asLink(given);
    this.reading = true;
    const answer = isProblem(text) ? { problems: [text], text: '' } : await readLink(text);
    if (reading !== this.#reading) return;
    this.reading = false;
    this.#text = isProblem(text) ? '' : text;
    this.#edits.end();
    if ('problems' in answer) {
      this.#now({ drafts: none, pasting: undefined, problems: answer.problems, notes: [] });
      return;
    }
    const kept = this.#opened || this.history.past.length > 0;
    this.#now({
      drafts: none,
      pasting: undefined,
      problems: [],
      notes: answer.notes,
      history: kept ? this.#edits.committed(this.history, answer.state) : started(answer.state),
      channel: channelWith(this.channel, answer.state.at),
    });
    this.#opened = true;
  }

  /** Opens a link that a person has mended. @param {string} text */
  async mend(text) {
    await this.read(text);
    if (this.problems.length === 0) this.#tell();
  }

  /** Opens an example or a lesson; the page's own dress stays. @param {string} link */
  async open(link) {
    const answer = await readLink(link);
    if ('problems' in answer) throw new Error(`The page’s own link ${link} cannot be read`);
    const { lang, theme, hide, lock, unknown } = this.present;
    this.#now({ drafts: none, problems: [], notes: [], channel: { input: 0, output: 0 } });
    this.commit({ ...answer.state, lang, theme, hide, lock, unknown });
  }

  /**
   * Makes the next state the present one, as a person's doing.
   * @param {State} next
   * @param {import('../elements/events.js').Edit} [edit] that it is part of
   */
  commit(next, edit) {
    if (!allowed(this.#locked(), this.present, next)) return;
    this.#now({ pasting: undefined, saying: silence });
    const drafts = keptDrafts(this.drafts, this.present, next);
    this.#travel(this.#edits.committed(this.history, next, edit), drafts);
  }

  undo() {
    this.#edits.end();
    if (this.can.undo) this.#travel(undone(this.history));
  }

  redo() {
    this.#edits.end();
    if (this.can.redo) this.#travel(redone(this.history));
  }

  /** Whether there is something to undo and to redo, that is not locked. */
  get can() {
    const { past, present, future } = this.history;
    const open = (/** @type {State | undefined} */ next) =>
      next !== undefined && reachable(this.#locked(), present, next);
    return { undo: open(past[past.length - 1]), redo: open(future[0]) };
  }

  /**
   * @param {History} history
   * @param {ReadonlyMap<string, Draft>} [drafts] those that stay
   */
  #travel(history, drafts = none) {
    this.#now({ drafts, saying: silence });
    if (history === this.history) return;
    this.#now({ history, channel: channelWith(this.channel, history.present.at) });
    this.#tell();
  }

  /**
   * Changes what is looked at, which is nothing to undo.
   * @param {(state: State) => State} update
   * @param {boolean} [passing] whether more follows by itself
   */
  view(update, passing = false) {
    const present = update(this.present);
    const channel = channelWith(this.channel, present.at);
    this.#edits.view(update);
    this.#now({ history: { ...this.history, present }, channel });
    if (!passing) this.#tell();
  }

  /**
   * Shows a channel; a player that is at a step goes there too.
   * @param {{ side: 'input' | 'output', channel: number }} picked
   * @param {import('../model/evaluate.js').Outcome | undefined} outcome
   */
  pick({ side, channel }, outcome) {
    this.#now({ channel: { ...this.channel, [side]: channel } });
    const step = outcome && stepIn(this.present, outcome, side, channel);
    if (step !== undefined) this.view((state) => ({ ...state, step }));
  }

  /**
   * @param {string} text
   * @param {Partial<Saying>} [more]
   */
  say(text, more) {
    this.#now({ saying: { ...silence, text, ...more } });
  }

  /** Says why nothing was pasted. @param {import('./refusals.js').Refusal | undefined} refusal */
  refuse(refusal) {
    this.#now({ pasting: refusal });
  }

  /**
   * Makes the next state the present one and says what it is; nothing that was typed outlives it.
   * @param {State} next
   * @param {Saying} saying
   * @param {boolean} [instead] in the place of the last change, which is no step to go back to
   */
  put(next, saying, instead = false) {
    if (instead) this.#now({ history: undone(this.history) });
    this.#now({ drafts: none });
    this.commit(next);
    this.#now({ saying });
  }

  /** @param {{ field: string, draft?: Draft }} event without a draft, the field's is given up */
  setDraft({ field, draft }) {
    if (!draft && !this.drafts.has(field)) return;
    const drafts = new Map(this.drafts);
    if (draft) drafts.set(field, draft);
    else drafts.delete(field);
    this.#now({ drafts });
  }

  /** The state with an operand's numbers written out, so that one of them can change.
   * @param {'x' | 'k'} operand @param {Outcome | undefined} outcome of the present state */
  #typed(operand, outcome) {
    return withNumbers(this.present, operand, outcome?.[operand]);
  }

  /**
   * @param {import('../elements/events.js').CellEvent} event
   * @param {Outcome | undefined} outcome of the present state
   */
  setCell({ operand, offset, value, edit, back }, outcome) {
    const { present, drafts } = this;
    if (operand === 'y') return;
    if (back) {
      this.#travel(this.#edits.without(this.history, edit, back), drafts);
      return;
    }
    this.#edits.begin(edit, this.history);
    if (value === undefined) return;
    if (operand === 'b') {
      this.commit(withBiasValue(present, offset, value), edit);
    } else {
      const cell = cellAt(present[operand].shape, offset);
      const typed = this.#typed(operand, outcome);
      this.commit(withTensorCell(typed, operand, cell, value), edit);
    }
  }

  /**
   * Lays a block over an operand from a cell on, or in its place.
   * @param {{ operand: 'x' | 'k' | 'b', offset: number }} cell
   * @param {import('../state/text/read.js').Pasted | Problem} read
   * @param {object} given
   * @param {import('../engine/engine.d.ts').Engine} given.engine
   * @param {Outcome | undefined} given.outcome of the present state
   * @param {import('../i18n/index.js').Language} given.language
   * @param {import('../i18n/index.js').Translate} given.t
   * @param {(instead: boolean) => void} given.turn reads it with its channels last, in the place of what it
   *   is now or where it was refused
   */
  paste(cell, read, { outcome, t, turn, ...given }) {
    const { operand } = cell;
    const { present } = this;
    const before = operand === 'b' ? present : this.#typed(operand, outcome);
    const into = { ...given, present, before, lock: this.#locked(), t };
    const pasted = pastedInto(cell, read, into);
    const back = { label: t('paste.back'), act: () => this.undo() };
    const last = { label: t('paste.last'), act: () => turn('state' in pasted) };
    const turned = mayBeLast(operand, read) ? [last] : [];
    if ('why' in pasted) {
      this.refuse({ message: t('paste.refused', pasted), actions: turned });
      return;
    }
    // What was typed into the cells has been pasted over.
    const drafts = new Map([...this.drafts].filter(([field]) => partOf(field) !== operand));
    this.#now({ drafts });
    this.commit(pasted.state);
    this.say(pastedSentence(pasted.state, operand, t), { offers: [back, ...turned] });
  }
}
